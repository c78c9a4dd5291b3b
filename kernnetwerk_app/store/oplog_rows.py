"""Operations to rows and back, and the keeping of heads. Pure bookkeeping; knows nothing of nouns.

What every save and every screen asks is made once, below: making a statement takes longer than answering it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import BindParameter, CursorResult, Integer, Select, bindparam, delete, exists, insert, select, tuple_
from sqlmodel import Session

from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation, OpId, dump_bases, from_columns, read_bases
from kernnetwerk_app.oplog.siblings import bases_for_edit, order
from kernnetwerk_app.store.base import table_of
from kernnetwerk_app.store.tables import HeadRow, OpBaseRow, OpRow

_SAMEN = 500
"""Entities asked for together; a statement holds no more than so many thousand."""


def to_operation(rij: Any) -> Operation:
    """The operation that this row holds."""
    return from_columns(rij, load_bases(rij.bases))


def load_bases(octets: bytes) -> tuple[OpId, ...]:
    return read_bases(codec.loads(octets))


def insert_operation(session: Session, operation: Operation) -> bool:
    """Add one operation and update the heads of its unit; False when it was there already."""
    nieuw = session.execute(_INSERT_OP, operation.to_columns() | {"bases": dump_bases(operation.bases)})
    if not cast("CursorResult[Any]", nieuw).rowcount:
        return False
    _keep_heads(session, operation.entiteit_id, operation.eenheid, operation.id, operation.bases)
    return True


def rebuild_heads(session: Session) -> None:
    """Derive which operations are replaced, and which are heads, again from `op` alone."""
    session.execute(delete(_BASE))
    session.execute(delete(_HEAD))
    kolommen = (_OP.c.entiteit_id, _OP.c.eenheid, _OP.c.device_no, _OP.c.n, _OP.c.bases)
    for rij in session.execute(_OP.select().with_only_columns(*kolommen)).all():
        _keep_heads(session, rij.entiteit_id, rij.eenheid, OpId(rij.device_no, rij.n), load_bases(rij.bases))


def _keep_heads(session: Session, entiteit_id: UUID, eenheid: int, op_id: OpId, bases: Sequence[OpId]) -> None:
    """What an operation replaces is no head any more; it is one itself unless something that came earlier replaces it.

    The order in which operations come makes no difference.
    """
    unit = {"entiteit_id": entiteit_id, "eenheid": eenheid}
    for base in bases:
        session.execute(_INSERT_BASE, {**unit, "base_device_no": base.device_no, "base_n": base.n})
        session.execute(_DELETE_HEAD, {"eid": entiteit_id, "unit": eenheid, "no": base.device_no, "nr": base.n})
    session.execute(_INSERT_HEAD, {"eid": entiteit_id, "unit": eenheid, "no": op_id.device_no, "nr": op_id.n})


_OP, _BASE, _HEAD = (table_of(rij) for rij in (OpRow, OpBaseRow, HeadRow))
_EID = bindparam("eid", type_=_HEAD.c.entiteit_id.type)
_UNIT, _NO, _NR = (bindparam(naam, type_=Integer) for naam in ("unit", "no", "nr"))
_INSERT_OP = insert(_OP).prefix_with("OR IGNORE")
_INSERT_BASE = insert(_BASE).prefix_with("OR IGNORE")
_DELETE_HEAD = delete(_HEAD).where(
    _HEAD.c.entiteit_id == _EID, _HEAD.c.eenheid == _UNIT, _HEAD.c.device_no == _NO, _HEAD.c.n == _NR
)
_INSERT_HEAD = (
    insert(_HEAD)
    .prefix_with("OR IGNORE")
    .from_select(
        ["entiteit_id", "eenheid", "device_no", "n"],
        select(_EID, _UNIT, _NO, _NR).where(
            ~exists().where(
                _BASE.c.entiteit_id == _EID,
                _BASE.c.eenheid == _UNIT,
                _BASE.c.base_device_no == _NO,
                _BASE.c.base_n == _NR,
            )
        ),
    )
)
_HEADS = (
    select(_OP)
    .join(_HEAD, (_HEAD.c.device_no == _OP.c.device_no) & (_HEAD.c.n == _OP.c.n))
    .where(_HEAD.c.entiteit_id == _EID)
)
_HEADS_OF_UNIT = _HEADS.where(_HEAD.c.eenheid == _UNIT)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_HEADS_OF = select(_HEAD).where(_HEAD.c.entiteit_id.in_(_IDS))
_OPERATIONS_OF = (
    select(_OP)
    .join(_HEAD, (_HEAD.c.device_no == _OP.c.device_no) & (_HEAD.c.n == _OP.c.n))
    .where(_HEAD.c.entiteit_id.in_(_IDS))
)
_THESE = select(_OP).where(tuple_(_OP.c.device_no, _OP.c.n).in_(bindparam("ids", expanding=True)))
_FIRST = (
    select(_OP.c.hlc, _OP.c.device_no).where(_OP.c.entiteit_id == _EID).order_by(_OP.c.hlc, _OP.c.device_no).limit(1)
)


def heads(session: Session, entiteit_id: UUID, eenheid: int | None = None) -> dict[int, list[Operation]]:
    """The siblings of an entity by unit, latest first."""
    keuze = _HEADS if eenheid is None else _HEADS_OF_UNIT
    per_eenheid: dict[int, list[Operation]] = {}
    for rij in session.execute(keuze, {"eid": entiteit_id, "unit": eenheid}):
        per_eenheid.setdefault(rij.eenheid, []).append(to_operation(rij))
    return {nummer: order(koppen) for nummer, koppen in per_eenheid.items()}


def heads_of(session: Session, entiteit_ids: Iterable[UUID]) -> dict[UUID, dict[int, list[Operation]]]:
    """The same of several entities; of one that nobody wrote it is empty."""
    gevonden: dict[UUID, dict[int, list[Operation]]] = {entiteit_id: {} for entiteit_id in entiteit_ids}
    for rij in _ask_together(session, _OPERATIONS_OF, gevonden):
        gevonden[rij.entiteit_id].setdefault(rij.eenheid, []).append(to_operation(rij))
    return {een: {nummer: order(koppen) for nummer, koppen in van.items()} for een, van in gevonden.items()}


def _ask_together(session: Session, keuze: Select[Any], entiteit_ids: Iterable[UUID]) -> Iterator[Any]:
    alle = list(entiteit_ids)
    for begin_at in range(0, len(alle), _SAMEN):
        yield from session.execute(keuze, {"ids": alle[begin_at : begin_at + _SAMEN]})


def bases(session: Session, entiteit_ids: Iterable[UUID]) -> dict[UUID, dict[int, tuple[OpId, ...]]]:
    """What an edit of each unit of these entities replaces. No value is read where only one stands there."""
    gevonden: dict[UUID, dict[int, list[OpId]]] = {entiteit_id: {} for entiteit_id in entiteit_ids}
    for rij in _ask_together(session, _HEADS_OF, gevonden):
        gevonden[rij.entiteit_id].setdefault(rij.eenheid, []).append(OpId(rij.device_no, rij.n))
    return {
        entiteit_id: {
            eenheid: tuple(koppen) if len(koppen) == 1 else _bases_beside(session, entiteit_id, eenheid)
            for eenheid, koppen in per_eenheid.items()
        }
        for entiteit_id, per_eenheid in gevonden.items()
    }


def _bases_beside(session: Session, entiteit_id: UUID, eenheid: int) -> tuple[OpId, ...]:
    """Of a unit with siblings."""
    return bases_for_edit(heads(session, entiteit_id, eenheid).get(eenheid, ()))


def operations(session: Session, ids: Sequence[OpId]) -> list[Operation]:
    """The stored operations with these ids; unknown ids are left out."""
    return [to_operation(rij) for rij in session.execute(_THESE, {"ids": [tuple(i) for i in ids]})] if ids else []


def begin(session: Session, entiteit_id: UUID) -> tuple[int, int]:
    """When this entity was first written, and by which device: on every laptop the same, whatever came first here.

    An id tells the millisecond of its making and nothing finer; an hlc is never given twice by one device.
    """
    eerste = session.execute(_FIRST, {"eid": entiteit_id}).first()
    return (eerste.hlc, eerste.device_no) if eerste else (0, 0)
