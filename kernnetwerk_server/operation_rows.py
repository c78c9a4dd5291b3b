"""How an operation lies in the tables `op` and `op_base`, and comes back from them."""

from sqlalchemy import Select, and_, select
from sqlmodel import Session

from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.hlc import MAX_VOORUIT_MS, milliseconds
from kernnetwerk_app.oplog.operation import Operation, OpId, from_columns
from kernnetwerk_server.tables import OP, OP_BASE


def read(sessie: Session, vraag: Select[tuple[object, ...]]) -> tuple[Operation, ...]:
    """The operations in the rows of `op` that `vraag` selects, in feed order."""
    bases: dict[tuple[int, int], list[OpId]] = {}
    gekozen = vraag.with_only_columns(OP.c.device_no, OP.c.n).subquery()
    van_gekozen = and_(OP_BASE.c.device_no == gekozen.c.device_no, OP_BASE.c.n == gekozen.c.n)
    for base in sessie.execute(select(OP_BASE).join(gekozen, van_gekozen).order_by(OP_BASE.c.plaats)):
        bases.setdefault((base.device_no, base.n), []).append(OpId(base.base_device_no, base.base_n))
    rijen = sessie.execute(vraag.order_by(OP.c.server_seq))
    return tuple(from_columns(rij, tuple(bases.get((rij.device_no, rij.n), ()))) for rij in rijen)


def op_row(op: Operation, server_seq: int, ontvangen_ms: int) -> dict[str, object]:
    return op.to_columns() | {
        "server_seq": server_seq,
        "hash": op.hash,
        "omvang": len(codec.dumps(op.to_row())),
        "ontvangen_ms": ontvangen_ms,
        "suspect": milliseconds(op.hlc) > ontvangen_ms + MAX_VOORUIT_MS,
    }


def base_rows(op: Operation) -> list[dict[str, int]]:
    return [
        {
            "device_no": op.id.device_no,
            "n": op.id.n,
            "plaats": plaats,
            "base_device_no": base.device_no,
            "base_n": base.n,
        }
        for plaats, base in enumerate(op.bases)
    ]
