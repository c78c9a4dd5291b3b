"""What `do.py check` says when marks and requirements no longer go together."""

import pytest

from tests.eisen import ZONDER, find_faults, read_eisen


@pytest.mark.parametrize("eis", ["PLAN-13", "PLAN-15", "PLAN-21", "NET-12", "TAAL-03", "SIG-01"])
def test_a_requirement_that_loses_its_last_test_is_named(eis: str) -> None:
    eisen = read_eisen()
    found = {naam: {"test"} for naam in eisen if naam not in ZONDER}
    assert find_faults(eisen, found) == []
    assert find_faults(eisen, found | {eis: set()}) == [f"Heeft geen test meer: {eis}"]


def test_a_mark_of_no_row_and_an_exception_that_is_none_any_more_are_named() -> None:
    eisen = read_eisen()
    found = {naam: {"test"} for naam in [*eisen, "PLAN-99"]}
    assert find_faults(eisen, found) == [
        "Onbekend in docs/eisen.tsv: PLAN-99",
        "Staat in ZONDER en heeft een test, of is geen eis: RES-17",
    ]
