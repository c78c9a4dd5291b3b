"""The state of a unit is a function of the set of its operations: those that no other operation replaces."""

from collections.abc import Collection, Iterable, Sequence

from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.units import is_begin


def siblings(operations: Iterable[Operation]) -> list[Operation]:
    """The operations that none of the others names as a base, latest first (hlc, then device, then number)."""
    alle = list(operations)
    vervangen = {base for operation in alle for base in operation.bases}
    return order([operation for operation in alle if operation.id not in vervangen])


def order(koppen: Collection[Operation]) -> list[Operation]:
    """The order of display: the greatest (hlc, device, number) first. Never decides what is kept.

    Of how a record began the smallest comes first: who came later did not begin it.
    """
    return sorted(koppen, key=_rang, reverse=True)


def _rang(operation: Operation) -> tuple[int, int, int]:
    teken = -1 if is_begin(operation.soort, operation.eenheid) else 1
    return teken * operation.hlc, teken * operation.id.device_no, teken * operation.id.n


def in_conflict(koppen: Sequence[Operation]) -> bool:
    """Several siblings with different values are an open conflict; equal values collapse into one.

    How a record began is a fact of each of them, and nothing that a person could choose in.
    """
    return len({kop.waarde for kop in koppen if not is_begin(kop.soort, kop.eenheid)}) > 1


def bases_for_edit(koppen: Sequence[Operation]) -> tuple[OpId, ...]:
    """What an edit of the shown value replaces: the shown sibling and those that say the same.

    The others stay, so an ordinary edit during a conflict cannot silently settle it. Where there is no conflict to
    settle, in how a record began, it replaces them all.
    """
    if not koppen:
        return ()
    getoond = order(koppen)[0]
    return tuple(sorted(kop.id for kop in koppen if kop.waarde == getoond.waarde or is_begin(kop.soort, kop.eenheid)))


def bases_for_resolution(koppen: Sequence[Operation]) -> tuple[OpId, ...]:
    """What a person's choice replaces: every sibling (I6)."""
    return tuple(sorted(kop.id for kop in koppen))
