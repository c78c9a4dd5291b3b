"""Bad inputs 1 to 14 of the BSN field. The numbers that look real here pass or fail the sum and belong to the texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn as oracle

from kernnetwerk_app.domain.bsn import (
    BsnHeeftAchtCijfers,
    BsnHeeftAndereTekens,
    BsnHeeftGeenNegenCijfers,
    BsnHeeftTienCijfers,
    BsnIsGeenTestnummer,
    BsnIsNul,
    BsnIsTestnummer,
    advies_bsn,
    check_bsn,
    is_test_bsn,
    klopt_elfproef,
    lees_bsn,
    masker,
    toon_bsn,
)

TESTNUMMERS = ("999994669", "999992740", "999990019", "999993276")
NEGEN_CIJFERS = st.from_regex("[0-9]{9}", fullmatch=True).filter(lambda cijfers: cijfers != "000000000")


@given(NEGEN_CIJFERS)
def test_sum_agrees_with_the_oracle(bsn: str) -> None:
    assert klopt_elfproef(bsn) == oracle.is_valid(bsn)


@given(st.integers(0, 99999))
def test_sum_agrees_with_the_oracle_in_the_test_range(nummer: int) -> None:
    bsn = f"9999{nummer:05}"
    assert klopt_elfproef(bsn) == oracle.is_valid(bsn)


@given(NEGEN_CIJFERS)
def test_nine_digits_are_kept_whatever_their_sum(bsn: str) -> None:
    assert lees_bsn(bsn) == bsn


@given(NEGEN_CIJFERS)
def test_shown_bsn_can_be_typed_again(bsn: str) -> None:
    assert lees_bsn(toon_bsn(bsn)) == bsn


@pytest.mark.parametrize(
    "getypt", ["999 994 669", "9999.94.669", " 999994669 ", "999\u00a0994\u00a0669", "\u202a999994669\u202c"]
)
def test_spaces_dots_and_what_a_paste_brings_along_are_left_out(getypt: str) -> None:
    assert lees_bsn(getypt) == "999994669"


@pytest.mark.parametrize("getypt", ["99999466", "9999.94.66", "00000000"])
def test_eight_digits_ask_for_the_zero_and_are_never_filled_up(getypt: str) -> None:
    with pytest.raises(BsnHeeftAchtCijfers):
        lees_bsn(getypt)


@pytest.mark.parametrize("getypt", ["9999946690", "A9999946690", "V-9999946690", "v 9999946690", "a9999946690"])
def test_ten_digits_are_another_number(getypt: str) -> None:
    with pytest.raises(BsnHeeftTienCijfers):
        lees_bsn(getypt)


@pytest.mark.parametrize("getypt", ["", "1", "9999946", "99999466900", "9" * 50])
def test_other_counts_ask_for_nine(getypt: str) -> None:
    with pytest.raises(BsnHeeftGeenNegenCijfers):
        lees_bsn(getypt)


@pytest.mark.parametrize("getypt", ["1e8", "-99999466", "+31", "99999466x", "٩٩٩٩٩٤٦٦٩", "999994669;", "onbekend"])
def test_letters_signs_and_foreign_digits_are_refused(getypt: str) -> None:
    with pytest.raises(BsnHeeftAndereTekens):
        lees_bsn(getypt)


def test_nine_zeros_pass_the_sum_and_are_refused() -> None:
    assert klopt_elfproef("000000000")
    with pytest.raises(BsnIsNul):
        lees_bsn("000 000 000")


def test_failing_sum_is_advice() -> None:
    assert lees_bsn("999994668") == "999994668"
    assert advies_bsn("999994668") == "bsn.controleer"


@pytest.mark.parametrize("bsn", TESTNUMMERS)
def test_published_test_numbers_pass(bsn: str) -> None:
    assert is_test_bsn(bsn)
    assert advies_bsn(bsn) is None


def test_test_number_belongs_in_the_practice_municipality_only() -> None:
    check_bsn("999994669", oefenen=True)
    with pytest.raises(BsnIsTestnummer):
        check_bsn("999994669", oefenen=False)


def test_practice_municipality_takes_no_other_number() -> None:
    check_bsn("012345678", oefenen=False)
    with pytest.raises(BsnIsGeenTestnummer):
        check_bsn("012345678", oefenen=True)


def test_mask_leaves_three_digits() -> None:
    assert masker("999994669") == "••• ••• 669"
