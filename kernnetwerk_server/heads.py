"""Projections of the log: siblings of each unit, dossier of each entity. A rebuild gives the same tables."""

from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Insert, and_, bindparam, delete, exists, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update
from sqlmodel import Session

from kernnetwerk_app.domain.base import EENHEID_DOSSIER, Entiteit, eenheden
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.oplog import codec, siblings, units
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_server.operation_rows import read
from kernnetwerk_server.tables import ENTITEIT, HEAD, OP, OP_BASE

E = TypeVar("E", bound=Entiteit)

_IS_HEAD = and_(HEAD.c.device_no == OP.c.device_no, HEAD.c.n == OP.c.n)


def replace(sessie: Session, operaties: Sequence[Operation], vorige: int) -> None:
    """Bring the projections up to date with operations that were just appended after feed number `vorige`."""
    vervangen = [
        {"v_soort": op.soort, "v_id": op.entiteit_id, "v_eenheid": op.eenheid, "v_no": base.device_no, "v_n": base.n}
        for op in operaties
        for base in op.bases
    ]
    if vervangen:
        sessie.execute(_DELETE_HEAD, vervangen)
    sessie.execute(_insert_heads(vorige))
    _add_entities(sessie, {(op.soort, op.entiteit_id) for op in operaties})
    _place_in_dossier(sessie, {(op.soort, op.entiteit_id) for op in operaties if op.eenheid == EENHEID_DOSSIER})


def rebuild(sessie: Session) -> None:
    """Make both projections anew from the log alone."""
    sessie.execute(delete(HEAD))
    sessie.execute(delete(ENTITEIT))
    sessie.execute(_insert_heads(0))
    gezien = {(rij.soort, rij.entiteit_id) for rij in sessie.execute(select(OP.c.soort, OP.c.entiteit_id).distinct())}
    _add_entities(sessie, gezien)
    _place_in_dossier(sessie, gezien)


def of_entity(sessie: Session, soort: int, entiteit_id: UUID, eenheid: int | None = None) -> tuple[Operation, ...]:
    """The siblings of one entity's units, or of one of them, in feed order."""
    vraag = select(OP).join(HEAD, _IS_HEAD).where(HEAD.c.soort == soort, HEAD.c.entiteit_id == entiteit_id)
    return read(sessie, vraag if eenheid is None else vraag.where(HEAD.c.eenheid == eenheid))


def read_entity(sessie: Session, soort: type[E], entiteit_id: UUID) -> E | None:
    """The entity as people see it: of each unit the first sibling. None when unknown or not whole."""
    waarden: dict[str, object] = {}
    for operatie in reversed(siblings.order(of_entity(sessie, soort.soort, entiteit_id))):
        if operatie.eenheid in eenheden(soort):
            waarden |= units.decode(soort, operatie.eenheid, operatie.waarde)
    entiteit = units.build(soort, entiteit_id, waarden)
    return entiteit if isinstance(entiteit, soort) else None


def entity_ids(sessie: Session, soort: type[Entiteit]) -> list[UUID]:
    """The ids of all entities of one kind."""
    return list(sessie.execute(select(ENTITEIT.c.id).where(ENTITEIT.c.soort == soort.soort)).scalars())


_DELETE_HEAD = delete(HEAD).where(
    HEAD.c.soort == bindparam("v_soort"),
    HEAD.c.entiteit_id == bindparam("v_id"),
    HEAD.c.eenheid == bindparam("v_eenheid"),
    HEAD.c.device_no == bindparam("v_no"),
    HEAD.c.n == bindparam("v_n"),
)


def _insert_heads(vorige: int) -> Insert:
    """Heads for all operations after `vorige`, save those that an operation of the same unit names as a base.

    The replacing one can be there first: after a restore a device sends again what the others built upon.
    """
    ander = OP.alias()
    vervangen = exists().where(
        OP_BASE.c.base_device_no == OP.c.device_no,
        OP_BASE.c.base_n == OP.c.n,
        ander.c.device_no == OP_BASE.c.device_no,
        ander.c.n == OP_BASE.c.n,
        ander.c.soort == OP.c.soort,
        ander.c.entiteit_id == OP.c.entiteit_id,
        ander.c.eenheid == OP.c.eenheid,
    )
    kolommen = [OP.c[kolom.name] for kolom in HEAD.c]
    nieuw = select(*kolommen).where(OP.c.server_seq > vorige, ~vervangen)
    return insert(HEAD).from_select([kolom.name for kolom in HEAD.c], nieuw)


def _add_entities(sessie: Session, sleutels: Iterable[tuple[int, UUID]]) -> None:
    """A household is its own dossier; the others wait for their unit 1."""
    rijen = [
        {"soort": soort, "id": entiteit_id, "huishouden_id": entiteit_id if soort == Huishouden.soort else None}
        for soort, entiteit_id in sleutels
    ]
    if rijen:
        sessie.execute(insert_or_update(ENTITEIT).on_conflict_do_nothing(), rijen)


def _place_in_dossier(sessie: Session, sleutels: Iterable[tuple[int, UUID]]) -> None:
    for soort, entiteit_id in sleutels:
        if soort == Huishouden.soort:
            continue
        koppen = siblings.order(of_entity(sessie, soort, entiteit_id, EENHEID_DOSSIER))
        rij = and_(ENTITEIT.c.soort == soort, ENTITEIT.c.id == entiteit_id)
        sessie.execute(update(ENTITEIT).where(rij).values(huishouden_id=_read_dossier(koppen)))


def _read_dossier(koppen: Sequence[Operation]) -> UUID | None:
    """The dossier that unit 1 names, also of a kind that is newer than this server; None when it names none."""
    try:
        return codec.uuid(codec.rij(codec.loads(koppen[0].waarde))[0]) if koppen else None
    except (codec.OnleesbaarBericht, IndexError):
        return None
