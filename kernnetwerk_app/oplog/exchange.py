"""The exchange: what both ends say to each other, and how large a body may be. Pure; no sockets, clocks or files."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation, from_row

PAD = "/sync/v1/exchange"
MEDIA_TYPE = "application/vnd.kernnetwerk+cbor"
KOP_DEVICE = "X-Kernnetwerk-Apparaat"
KOP_TELLER = "X-Kernnetwerk-Teller"
KOP_HANDTEKENING = "X-Kernnetwerk-Handtekening"

MIN_LICHAAM = 8 * 1024
START_LICHAAM = 64 * 1024
MAX_DOEL = 256 * 1024
MAX_OPERATIES = 5000
MAX_INHOUD = codec.MAX_LICHAAM - 4096
"""Most bytes of operations in one body: the rest is for the envelope."""

AL_BEKEND = "dubbel"
"""The operation was there already; nothing happened."""
IN_QUARANTAINE = "quarantaine"
"""The operation is kept apart, whole, until a person decides; it is not in the log."""


def signing_input(method: str, path: str, device_no: int, teller: int, body_sha256: bytes) -> bytes:
    """The bytes that a device signs with Ed25519 for one request (Decided once 10)."""
    return codec.dumps(["kernnetwerk-request-1", method, path, device_no, teller, body_sha256])


class Uitslag(NamedTuple):
    """What became of one pushed operation, when it was more than simply taken in."""

    n: int
    uitkomst: str
    """`IN_QUARANTAINE` or `AL_BEKEND`."""
    reden: str
    """An error code; never a value."""


@dataclass(frozen=True, slots=True)
class Verzoek:
    """One request of a device. Operations are contiguous: the first follows what the server acknowledged."""

    device_no: int
    epoch: bytes
    """Incarnation of the server's database as the device knows it; empty before the first exchange."""
    weergave: int
    """view_version: how far the feed was applied, durably. Opaque to the device."""
    budget: int
    """How many bytes of operations the answer may hold."""
    schema: int
    klok_ms: int
    operaties: tuple[Operation, ...] = ()

    def to_bytes(self) -> bytes:
        return codec.dumps(
            [
                1,
                self.device_no,
                self.epoch,
                self.weergave,
                self.budget,
                self.schema,
                self.klok_ms,
                [operatie.to_row() for operatie in self.operaties],
            ]
        )


@dataclass(frozen=True, slots=True)
class Antwoordbericht:
    """The server's answer. `bevestigd` = all operations 1..n of this device are durable there."""

    epoch: bytes
    server_ms: int
    bevestigd: int
    weergave: int
    klaar: bool
    """Whether the feed has nothing more for this device now."""
    uitslagen: tuple[Uitslag, ...] = ()
    operaties: tuple[Operation, ...] = field(default=())
    verwijder: tuple[UUID, ...] = ()
    """Dossiers that are no longer visible to this device."""

    def to_bytes(self) -> bytes:
        return codec.dumps(
            [
                1,
                self.epoch,
                self.server_ms,
                self.bevestigd,
                self.weergave,
                self.klaar,
                [list(uitslag) for uitslag in self.uitslagen],
                [operatie.to_row() for operatie in self.operaties],
                [dossier.bytes for dossier in self.verwijder],
            ]
        )


def read_verzoek(octets: bytes) -> Verzoek:
    """The request in these bytes; `OnleesbaarBericht` when it is not exactly one."""
    versie, device_no, epoch, weergave, budget, schema, klok_ms, rijen = _delen(octets, 8)
    if codec.geheel(versie, 8) != 1:
        raise codec.OnleesbaarBericht
    return Verzoek(
        device_no=codec.geheel(device_no, 32),
        epoch=_epoch(epoch),
        weergave=codec.geheel(weergave, 63),
        budget=codec.geheel(budget, 32),
        schema=codec.geheel(schema, 16),
        klok_ms=codec.geheel(klok_ms, 63),
        operaties=_operaties(rijen),
    )


def read_antwoord(octets: bytes) -> Antwoordbericht:
    """The answer in these bytes; `OnleesbaarBericht` when it is not exactly one."""
    versie, epoch, server_ms, bevestigd, weergave, klaar, uitslagen, rijen, weg = _delen(octets, 9)
    if codec.geheel(versie, 8) != 1 or not isinstance(klaar, bool):
        raise codec.OnleesbaarBericht
    return Antwoordbericht(
        epoch=_epoch(epoch),
        server_ms=codec.geheel(server_ms, 63),
        bevestigd=codec.geheel(bevestigd, 63),
        weergave=codec.geheel(weergave, 63),
        klaar=klaar,
        uitslagen=tuple(_uitslag(rij) for rij in codec.rij(uitslagen)),
        operaties=_operaties(rijen),
        verwijder=tuple(codec.uuid(dossier) for dossier in codec.rij(weg)),
    )


def fit(delen: Iterable[tuple[object, int]], budget: int, hoeveel: int = MAX_OPERATIES) -> int:
    """How many operations a body holds; of each, in order, `delen` gives the save it is of and its bytes on the wire.

    Whole saves only (I15): as many as stay within `budget` bytes and `hoeveel` operations, and the first one anyway.
    Only a save that no body can hold is cut, because nothing would ever follow it otherwise (I14).
    """
    heel = aantal = omvang = 0
    vorige: object = None
    for opslag, octets in delen:
        if opslag != vorige:
            heel, vorige = aantal, opslag
        omvang += octets
        if aantal == hoeveel or omvang > (budget if heel else max(budget, MAX_INHOUD)):
            return heel or max(aantal, 1)
        aantal += 1
    return aantal


@dataclass(slots=True)
class Lichaamsmaat:
    """How large the next body may be: halved on a drop, a quarter more on success (Decided once 8)."""

    doel: int = START_LICHAAM
    voorzichtig: int = 0
    """Rounds that still stay at or below 64 KiB after a drop."""

    def after_drop(self) -> None:
        self.doel = max(MIN_LICHAAM, self.doel // 2)
        self.voorzichtig = 8

    def after_success(self) -> None:
        grens = START_LICHAAM if self.voorzichtig else MAX_DOEL
        self.voorzichtig = max(0, self.voorzichtig - 1)
        self.doel = min(grens, self.doel + self.doel // 4)


def _delen(octets: bytes, aantal: int) -> list[object]:
    delen = codec.rij(codec.loads(octets))
    if len(delen) != aantal:
        raise codec.OnleesbaarBericht
    return delen


def _epoch(waarde: object) -> bytes:
    epoch = codec.octetten(waarde)
    if len(epoch) not in (0, 16):
        raise codec.OnleesbaarBericht
    return epoch


def _operaties(rijen: object) -> tuple[Operation, ...]:
    lijst = codec.rij(rijen)
    if len(lijst) > MAX_OPERATIES:
        raise codec.OnleesbaarBericht
    return tuple(from_row(rij) for rij in lijst)


def _uitslag(rij: object) -> Uitslag:
    delen = codec.rij(rij)
    if len(delen) != 3:
        raise codec.OnleesbaarBericht
    return Uitslag(codec.geheel(delen[0], 63), codec.tekst(delen[1], 40), codec.tekst(delen[2], 80))
