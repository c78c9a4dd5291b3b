"""Postcode (bad input 40) and house number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import postcode as oracle

from kernnetwerk_app.domain.adres import (
    HuisnummerOnleesbaar,
    PostcodeBestaatNiet,
    PostcodeOnleesbaar,
    lees_huisnummer,
    lees_postcode,
)
from kernnetwerk_app.domain.errors import KernnetwerkError


@pytest.mark.parametrize("getypt", ["1234ab", "1234 AB", " 1234  aB ", "1234\u00a0ab", "1234\u200bAB"])
def test_postcode_is_kept_in_one_form(getypt: str) -> None:
    assert lees_postcode(getypt) == "1234 AB"


@pytest.mark.parametrize("getypt", ["0123 AB", "1234 SA", "1234sd", "1234 SS"])
def test_postcode_that_is_not_given_out_is_refused(getypt: str) -> None:
    with pytest.raises(PostcodeBestaatNiet):
        lees_postcode(getypt)


@pytest.mark.parametrize("getypt", ["", "1234", "AB", "123 AB", "12345 AB", "1234 ABC", "1234 A1", "12 34 AB", "48455"])
def test_other_forms_are_answered_with_an_example(getypt: str) -> None:
    with pytest.raises(PostcodeOnleesbaar):
        lees_postcode(getypt)


@given(st.from_regex("[0-9]{4} ?[A-Z]{2}", fullmatch=True))
def test_postcode_agrees_with_the_oracle(getypt: str) -> None:
    try:
        gelezen = lees_postcode(getypt)
    except KernnetwerkError:
        assert not oracle.is_valid(getypt)
    else:
        assert gelezen == oracle.validate(getypt)


@pytest.mark.parametrize(
    "getypt",
    ["1", "12", "99999", "12a", "12 A", "12-bis", "12 bis", "12bis", "12-3", "12 A 3", "12 hs", "12 III", "12/2",
     "t.o. 12", "to 12", "tegenover 12a", "bij 12"],
)  # fmt: skip
def test_house_number_is_kept_with_its_addition(getypt: str) -> None:
    assert lees_huisnummer(f" {getypt} ") == getypt


@pytest.mark.parametrize("getypt", ["", "0", "012", "100000", "-12", "a12", "twaalf", "12;", "12 " * 50, "1e999"])
def test_what_does_not_start_with_a_number_is_refused(getypt: str) -> None:
    with pytest.raises(HuisnummerOnleesbaar):
        lees_huisnummer(getypt)
