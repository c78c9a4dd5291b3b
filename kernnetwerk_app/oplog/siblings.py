"""The state of a unit is a function of the set of its operations: those that no other operation replaces."""

from collections.abc import Collection, Iterable, Sequence

from kernnetwerk_app.oplog.operation import Operation, OpId


def siblings(operations: Iterable[Operation]) -> list[Operation]:
    """The operations that none of the others names as a base, latest first (hlc, then device, then number)."""
    alle = list(operations)
    vervangen = {base for operation in alle for base in operation.bases}
    return order([operation for operation in alle if operation.id not in vervangen])


def order(koppen: Collection[Operation]) -> list[Operation]:
    """The order of display: the greatest (hlc, device, number) first. Never decides what is kept."""
    return sorted(koppen, key=lambda op: (op.hlc, op.id.device_no, op.id.n), reverse=True)


def in_conflict(koppen: Sequence[Operation]) -> bool:
    """Several siblings with different values are an open conflict; equal values collapse into one."""
    return len({kop.waarde for kop in koppen}) > 1


def bases_for_edit(koppen: Sequence[Operation]) -> tuple[OpId, ...]:
    """What an edit of the shown value replaces: the shown sibling and those that say the same.

    The others stay, so an ordinary edit during a conflict cannot silently settle it.
    """
    if not koppen:
        return ()
    getoond = order(koppen)[0]
    return tuple(sorted(kop.id for kop in koppen if kop.waarde == getoond.waarde))


def bases_for_resolution(koppen: Sequence[Operation]) -> tuple[OpId, ...]:
    """What a person's choice replaces: every sibling (I6)."""
    return tuple(sorted(kop.id for kop in koppen))
