"""The operation: one change of one merge unit, naming the value(s) it replaces. The log of these is the truth."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from kernnetwerk_app.oplog import codec

SCHEMA = 1
"""Version of the writing app's unit numbers; rises when units are added."""

SERVER_NO = 0
"""Device number of the server itself, which writes municipal records such as Medewerker."""

MAX_BASES = 256
"""Most values that one operation replaces; who settles more siblings than that settles the rest in a next one."""

MAX_KOP = 81
"""Most bytes that a row takes on the wire beside its bases and its value."""


class OpId(NamedTuple):
    """Identity: device number and its contiguous number, from 1, without gaps."""

    device_no: int
    n: int


@dataclass(frozen=True, slots=True)
class Operation:
    """`hlc` only orders the display and breaks ties; conflicts are found by `bases` alone."""

    id: OpId
    hlc: int
    user_id: UUID
    txn: int
    """Number of the first operation of the save this one belongs to, by the same device."""
    soort: int
    entiteit_id: UUID
    eenheid: int
    bases: tuple[OpId, ...]
    waarde: bytes
    """CBOR of the unit's value; see `units`."""
    schema: int = SCHEMA

    def to_row(self) -> list[object]:
        """The positional form on the wire; positions are never reused."""
        return [
            self.id.device_no,
            self.id.n,
            self.hlc,
            self.user_id.bytes,
            self.txn,
            self.soort,
            self.entiteit_id.bytes,
            self.eenheid,
            [list(base) for base in self.bases],
            self.waarde,
            self.schema,
        ]

    def to_columns(self) -> dict[str, object]:
        """What both ends keep of it in their table `op`; each keeps the bases in its own way."""
        return {
            "device_no": self.id.device_no,
            "n": self.id.n,
            "hlc": self.hlc,
            "user_id": self.user_id,
            "txn": self.txn,
            "soort": self.soort,
            "entiteit_id": self.entiteit_id,
            "eenheid": self.eenheid,
            "waarde": self.waarde,
            "schema_no": self.schema,
        }

    @property
    def hash(self) -> bytes:
        """SHA-256 over the deterministic wire form: the same id with another hash is another operation."""
        return hashlib.sha256(codec.dumps(self.to_row())).digest()


def from_columns(rij: Any, bases: tuple[OpId, ...]) -> Operation:
    """The operation in a row of a table `op` of either end; the other way round of `to_columns`."""
    return Operation(
        id=OpId(rij.device_no, rij.n),
        hlc=rij.hlc,
        user_id=rij.user_id,
        txn=rij.txn,
        soort=rij.soort,
        entiteit_id=rij.entiteit_id,
        eenheid=rij.eenheid,
        bases=bases,
        waarde=rij.waarde,
        schema=rij.schema_no,
    )


def from_row(row: object) -> Operation:
    """The operation in a positional row; `codec.OnleesbaarBericht` for any other shape."""
    if not isinstance(row, list) or len(row) != 11:
        raise codec.OnleesbaarBericht
    device_no, n, hlc, user, txn, soort, entiteit, eenheid, bases, waarde, schema = row
    return Operation(
        id=OpId(codec.geheel(device_no, 32), codec.geheel(n, 63)),
        hlc=codec.geheel(hlc, 63),
        user_id=codec.uuid(user),
        txn=codec.geheel(txn, 63),
        soort=codec.geheel(soort, 16),
        entiteit_id=codec.uuid(entiteit),
        eenheid=codec.geheel(eenheid, 16),
        bases=read_bases(bases),
        waarde=codec.octetten(waarde),
        schema=codec.geheel(schema, 16),
    )


def dump_bases(bases: Iterable[OpId]) -> bytes:
    """Bases as CBOR, as they stand in a row."""
    return codec.dumps([list(base) for base in bases])


def read_bases(paren: object) -> tuple[OpId, ...]:
    """At most `MAX_BASES` pairs of numbers; `OnleesbaarBericht` for anything else."""
    lijst = codec.rij(paren)
    if len(lijst) > MAX_BASES:
        raise codec.OnleesbaarBericht
    return tuple(_base(base) for base in lijst)


def _base(base: object) -> OpId:
    paar = codec.rij(base)
    if len(paar) != 2:
        raise codec.OnleesbaarBericht
    return OpId(codec.geheel(paar[0], 32), codec.geheel(paar[1], 63))
