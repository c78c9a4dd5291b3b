"""The server as a writer: what the municipality itself lays down, as operations of device 0, reaches every laptop."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session

from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.oplog import units
from kernnetwerk_app.oplog.hlc import Hlc
from kernnetwerk_app.oplog.operation import SERVER_NO, Operation, OpId
from kernnetwerk_server import feed
from kernnetwerk_server.database import read_meta
from kernnetwerk_server.tables import OP

GEMEENTE_ID = UUID(int=0)
"""The writer of what no worker wrote."""


def write_new(sessie: Session, entiteiten: Iterable[Entiteit], nu_ms: int, user_id: UUID = GEMEENTE_ID) -> None:
    """Write entities that are not in the log yet, as one save."""
    meta = read_meta(sessie)
    hlc = Hlc(meta.hlc)
    laatste: int = sessie.execute(select(func.max(OP.c.n)).where(OP.c.device_no == SERVER_NO)).scalar() or 0
    txn = laatste + 1
    operaties = [
        Operation(
            id=OpId(SERVER_NO, n),
            hlc=hlc.tick(nu_ms),
            user_id=user_id,
            txn=txn,
            soort=entiteit.soort,
            entiteit_id=entiteit.id,
            eenheid=eenheid,
            bases=(),
            waarde=units.encode(entiteit, eenheid),
        )
        for n, (entiteit, eenheid) in enumerate(_filled_units(entiteiten), start=txn)
    ]
    meta.hlc = hlc.laatste
    feed.append(sessie, operaties, nu_ms)


def _filled_units(entiteiten: Iterable[Entiteit]) -> Iterable[tuple[Entiteit, int]]:
    """The units that say something: at least one of their fields was given."""
    for entiteit in entiteiten:
        for eenheid, velden in eenheden(type(entiteit)).items():
            if entiteit.model_fields_set.intersection(velden):
                yield entiteit, eenheid
