"""One exchange with one device: take in, give out, in one transaction (sync.md 2.4)."""

from collections.abc import Sequence
from itertools import groupby

from sqlalchemy import literal, select
from sqlmodel import Session

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oplog import codec, units
from kernnetwerk_app.oplog.exchange import (
    AL_BEKEND,
    IN_QUARANTAINE,
    MAX_DOEL,
    Antwoordbericht,
    Uitslag,
    Verzoek,
    read_verzoek,
)
from kernnetwerk_app.oplog.hlc import Hlc
from kernnetwerk_app.oplog.operation import SCHEMA, Operation
from kernnetwerk_server import access, feed
from kernnetwerk_server.access import Toegang
from kernnetwerk_server.database import Database, read_meta
from kernnetwerk_server.errors import AnderBericht, BasisOngeldig
from kernnetwerk_server.failpoints import Hook, Punt, go_on
from kernnetwerk_server.signed import SignedRequest
from kernnetwerk_server.tables import OP, QUARANTAINE, DeviceRow, QuarantaineRow


class SyncService:
    """The server's end of the exchange."""

    def __init__(self, database: Database, klok: Klok, hook: Hook = go_on) -> None:
        self._database = database
        self._klok = klok
        self._hook = hook

    def exchange(self, ondertekend: SignedRequest) -> bytes:
        """The answer to one request, once what it brought is durable."""
        with self._database.reading() as sessie:
            access.verify(sessie, ondertekend)
        verzoek = read_verzoek(ondertekend.lichaam)
        if verzoek.device_no != ondertekend.device_no or not _is_contiguous(verzoek.operaties):
            raise codec.OnleesbaarBericht
        self._hook(Punt.ONTVANGEN)
        with self._database.writing() as sessie:
            antwoord = self._answer(sessie, ondertekend, verzoek).to_bytes()
            self._hook(Punt.VOOR_COMMIT)
        self._hook(Punt.NA_COMMIT)
        return antwoord

    def _answer(self, sessie: Session, ondertekend: SignedRequest, verzoek: Verzoek) -> Antwoordbericht:
        nu_ms = int(self._klok.nu().timestamp() * 1000)
        device, toegang = access.admit(sessie, ondertekend)
        uitslagen = _take_in(sessie, device, toegang, verzoek.operaties, nu_ms)
        meta = read_meta(sessie)
        meta.hlc = _observe(meta.hlc, verzoek.operaties, nu_ms)
        bekend = verzoek.epoch == meta.epoch and verzoek.weergave <= feed.last_seq(sessie)
        deel = feed.since(sessie, verzoek.weergave if bekend else 0, toegang.readable(), min(verzoek.budget, MAX_DOEL))
        return Antwoordbericht(
            epoch=meta.epoch,
            server_ms=nu_ms,
            bevestigd=device.max_n,
            weergave=deel.weergave,
            klaar=deel.klaar,
            uitslagen=uitslagen,
            operaties=deel.operaties,
        )


def _is_contiguous(operaties: Sequence[Operation]) -> bool:
    """Whether the numbers follow each other, from 1 or above: the wire form allows no other."""
    nummers = [operatie.id.n for operatie in operaties]
    return not nummers or (nummers[0] >= 1 and nummers == list(range(nummers[0], nummers[0] + len(nummers))))


def _take_in(
    sessie: Session, device: DeviceRow, toegang: Toegang, operaties: Sequence[Operation], nu_ms: int
) -> tuple[Uitslag, ...]:
    """Store what follows the device's last operation; nothing at all when a number is missing before it.

    A save is taken in whole or kept apart whole (I15): half a save would say what nobody wrote.
    """
    for operatie in operaties:
        toegang.check_sender(operatie)
    if not operaties or operaties[0].id.n > device.max_n + 1:
        return ()
    bekend = [op for op in operaties if op.id.n <= device.max_n]
    uitslagen = _said_before(sessie, bekend)
    goed: list[Operation] = []
    for _, opslag in groupby(operaties[len(bekend) :], key=lambda op: op.txn):
        samen = list(opslag)
        reden = _refusal(sessie, toegang, samen)
        if reden is None:
            goed += samen
            continue
        sessie.add_all(_quarantined(op, reden, nu_ms) for op in samen)
        uitslagen += [Uitslag(op.id.n, IN_QUARANTAINE, reden) for op in samen]
    feed.append(sessie, goed, nu_ms)
    device.max_n = max(device.max_n, operaties[-1].id.n)
    return tuple(uitslagen)


def _refusal(sessie: Session, toegang: Toegang, opslag: Sequence[Operation]) -> str | None:
    """Code of what keeps a save out of the log; None when nothing does."""
    try:
        for operatie in opslag:
            _check(sessie, toegang, operatie)
    except KernnetwerkError as reden:
        return reden.code
    return None


def _check(sessie: Session, toegang: Toegang, operatie: Operation) -> None:
    """Raise what keeps this operation out of the log.

    A value from a newer app is not ours to judge: it may hold a word that we do not know yet (sync.md 2.9).
    """
    toegang.check_write(sessie, operatie)
    if any(base.device_no == operatie.id.device_no and base.n >= operatie.id.n for base in operatie.bases):
        raise BasisOngeldig
    if operatie.schema <= SCHEMA:
        units.check_value(operatie.soort, operatie.eenheid, operatie.waarde)


def _said_before(sessie: Session, bekend: Sequence[Operation]) -> list[Uitslag]:
    """What became of operations that come again, for whom the answer never reached.

    Refuses (`AnderBericht`) the whole request when a known number comes with other content.
    """
    if not bekend:
        return []
    eerste, laatste = bekend[0].id, bekend[-1].id
    hier: dict[int, tuple[bytes, str]] = {}
    for tabel, reden in ((OP, literal("")), (QUARANTAINE, QUARANTAINE.c.reden)):
        rijen = select(tabel.c.n, tabel.c.hash, reden.label("reden")).where(
            tabel.c.device_no == eerste.device_no, tabel.c.n.between(eerste.n, laatste.n)
        )
        hier |= {rij.n: (rij.hash, rij.reden) for rij in sessie.execute(rijen)}
    if any(op.id.n not in hier or hier[op.id.n][0] != op.hash for op in bekend):
        raise AnderBericht
    redenen = [(op.id.n, hier[op.id.n][1]) for op in bekend]
    return [Uitslag(n, IN_QUARANTAINE if reden else AL_BEKEND, reden) for n, reden in redenen]


def _quarantined(operatie: Operation, reden: str, nu_ms: int) -> QuarantaineRow:
    return QuarantaineRow(
        device_no=operatie.id.device_no,
        n=operatie.id.n,
        hash=operatie.hash,
        rij=codec.dumps(operatie.to_row()),
        reden=reden,
        ontvangen_ms=nu_ms,
    )


def _observe(laatste: int, operaties: Sequence[Operation], nu_ms: int) -> int:
    """The server's clock after these operations; one that runs absurdly ahead does not move it."""
    hlc = Hlc(laatste)
    for operatie in operaties:
        hlc.observe(operatie.hlc, nu_ms)
    return hlc.laatste
