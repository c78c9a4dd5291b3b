"""The server as a writer: what the municipality itself lays down, as operations of device 0, reaches every laptop."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session

from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.oplog import units
from kernnetwerk_app.oplog.hlc import Hlc
from kernnetwerk_app.oplog.operation import SERVER_NO, Operation, OpId
from kernnetwerk_server import feed, heads
from kernnetwerk_server.database import read_meta
from kernnetwerk_server.tables import OP

GEMEENTE_ID = UUID(int=0)
"""The writer of what no worker wrote."""
Deel = tuple[int, UUID, int, bytes, tuple[OpId, ...]]
"""Kind, record, unit, value, and what it replaces."""


def write_new(sessie: Session, entiteiten: Iterable[Entiteit], nu_ms: int, user_id: UUID = GEMEENTE_ID) -> None:
    """Write entities that are not in the log yet, as one save."""
    _append(
        sessie, [(e.soort, e.id, nr, units.encode(e, nr), ()) for e, nr in _filled_units(entiteiten)], nu_ms, user_id
    )


def change(sessie: Session, oud: Entiteit, nieuw: Entiteit, nu_ms: int) -> None:
    """Write what differs between two forms of one record, in the place of all that stands there now, as one save."""
    koppen = heads.of_entity(sessie, oud.soort, oud.id)
    anders = [nr for nr in eenheden(type(oud)) if units.encode(oud, nr) != units.encode(nieuw, nr)]
    delen = [
        (oud.soort, oud.id, nr, units.encode(nieuw, nr), tuple(sorted(op.id for op in koppen if op.eenheid == nr)))
        for nr in anders
    ]
    if delen:
        _append(sessie, delen, nu_ms, GEMEENTE_ID)


def _append(sessie: Session, delen: Sequence[Deel], nu_ms: int, user_id: UUID) -> None:
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
            soort=soort,
            entiteit_id=entiteit_id,
            eenheid=eenheid,
            bases=bases,
            waarde=waarde,
        )
        for n, (soort, entiteit_id, eenheid, waarde, bases) in enumerate(delen, start=txn)
    ]
    meta.hlc = hlc.laatste
    feed.append(sessie, operaties, nu_ms)


def _filled_units(entiteiten: Iterable[Entiteit]) -> Iterable[tuple[Entiteit, int]]:
    """The units that say something: at least one of their fields was given."""
    for entiteit in entiteiten:
        for eenheid, velden in eenheden(type(entiteit)).items():
            if entiteit.model_fields_set.intersection(velden):
                yield entiteit, eenheid
