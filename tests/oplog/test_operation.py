"""The operation on the wire: positional, whole, and known by its hash."""

from dataclasses import fields, replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.codec import OnleesbaarBericht
from kernnetwerk_app.oplog.operation import MAX_BASES, MAX_KOP, Operation, OpId, dump_bases, from_row
from tests.oplog.strategies import OPERATIES, PLAIN


@given(operatie=OPERATIES)
def test_an_operation_comes_back_as_it_went(operatie: Operation) -> None:
    terug = from_row(codec.loads(codec.dumps(operatie.to_row())))
    assert terug == operatie
    assert terug.hash == operatie.hash


@given(een=OPERATIES, ander=OPERATIES)
def test_any_difference_gives_another_hash(een: Operation, ander: Operation) -> None:
    for veld in fields(Operation):
        gemengd = replace(een, **{veld.name: getattr(ander, veld.name)})
        assert (gemengd.hash == een.hash) == (gemengd == een)


@given(operatie=OPERATIES, waar=st.integers(0, 10), waarde=PLAIN)
def test_a_part_of_another_kind_is_refused_or_read_as_it_is(operatie: Operation, waar: int, waarde: Any) -> None:
    rij = operatie.to_row()
    rij[waar] = waarde
    try:
        gelezen = from_row(rij)
    except OnleesbaarBericht:
        return
    assert gelezen.to_row() == rij


@given(operatie=OPERATIES)
def test_the_size_of_a_row_is_known_without_making_it(operatie: Operation) -> None:
    omvang = len(codec.dumps(operatie.to_row()))
    assert omvang <= MAX_KOP + len(dump_bases(operatie.bases)) + len(operatie.waarde)


@given(rij=PLAIN)
def test_anything_else_is_no_operation(rij: object) -> None:
    with pytest.raises(OnleesbaarBericht):
        from_row(rij)


@pytest.mark.parametrize(
    "bases",
    [[[1]], [[1, 2, 3]], [1], [["1", 2]], [[1, -1]], [[2**32, 1]], [[1, 2**63]], "x", None, [[1, 1]] * (MAX_BASES + 1)],
)
def test_bases_are_pairs_of_numbers_and_no_endless_list(bases: object) -> None:
    rij = Operation(OpId(1, 1), 0, UUID(int=1), 1, 2, UUID(int=2), 2, (), b"").to_row()
    rij[8] = bases
    with pytest.raises(OnleesbaarBericht):
        from_row(rij)
