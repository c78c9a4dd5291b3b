"""The operation: one change of one merge unit, naming the value(s) it replaces. The log of these is the truth."""

import hashlib
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from kernnetwerk_app.oplog import codec

SCHEMA = 1
"""Version of the writing app's unit numbers; rises when units are added."""

SERVER_NO = 0
"""Device number of the server itself, which writes municipal records such as Medewerker."""


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
            [[base.device_no, base.n] for base in self.bases],
            self.waarde,
            self.schema,
        ]

    @property
    def hash(self) -> bytes:
        """SHA-256 over the deterministic wire form: the same id with another hash is another operation."""
        return hashlib.sha256(codec.dumps(self.to_row())).digest()


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
        bases=tuple(_base(base) for base in codec.rij(bases)),
        waarde=codec.octetten(waarde),
        schema=codec.geheel(schema, 16),
    )


def _base(base: object) -> OpId:
    paar = codec.rij(base)
    if len(paar) != 2:
        raise codec.OnleesbaarBericht
    return OpId(codec.geheel(paar[0], 32), codec.geheel(paar[1], 63))
