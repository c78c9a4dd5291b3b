"""The municipality's operation log: what is taken in gets a gap-free number, and is given out in that order.

Call everything here inside a transaction; `append` inside a writing one, so that commit order is number order.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, insert, select
from sqlmodel import Session

from kernnetwerk_app.oplog.exchange import MAX_OPERATIES, fit
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_server import heads, operation_rows
from kernnetwerk_server.operation_rows import read
from kernnetwerk_server.tables import OP, OP_BASE


class Deel(NamedTuple):
    """A part of the feed for one device."""

    operaties: tuple[Operation, ...]
    weergave: int
    """How far the device is once it has applied this part."""
    klaar: bool


def last_seq(sessie: Session) -> int:
    """The highest number in the feed; 0 when it is empty."""
    return sessie.execute(select(func.max(OP.c.server_seq))).scalar() or 0


def append(sessie: Session, operaties: Sequence[Operation], ontvangen_ms: int) -> None:
    """Take new operations into the log, in this order, and bring heads and dossiers up to date."""
    if not operaties:
        return
    vorige = last_seq(sessie)
    rijen = [operation_rows.op_row(op, seq, ontvangen_ms) for seq, op in enumerate(operaties, start=vorige + 1)]
    sessie.execute(insert(OP), rijen)
    bases = [row for op in operaties for row in operation_rows.base_rows(op)]
    if bases:
        sessie.execute(insert(OP_BASE), bases)
    heads.replace(sessie, operaties, vorige)


def since(sessie: Session, weergave: int, voor_device: ColumnElement[bool], budget: int) -> Deel:
    """The operations of `voor_device` after `weergave`: as many whole saves as fit in `budget` bytes, at least one."""
    na = and_(OP.c.server_seq > weergave, voor_device)
    omvangen = select(OP.c.server_seq, OP.c.device_no, OP.c.txn, OP.c.omvang).where(na).order_by(OP.c.server_seq)
    rijen = sessie.execute(omvangen.limit(MAX_OPERATIES + 1)).all()
    aantal = fit((((rij.device_no, rij.txn), rij.omvang) for rij in rijen), budget)
    if aantal == len(rijen):
        return Deel(read(sessie, select(OP).where(na)), last_seq(sessie), klaar=True)
    tot: int = rijen[aantal - 1].server_seq
    return Deel(read(sessie, select(OP).where(na, OP.c.server_seq <= tot)), tot, klaar=False)
