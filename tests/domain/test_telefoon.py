"""Telephone numbers (bad input 42)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.telefoon import (
    TelefoonHeeftAndereTekens,
    TelefoonHeeftVerkeerdAantalCijfers,
    TelefoonIsAlarmnummer,
    lees_telefoon,
    toon_telefoon,
)


@pytest.mark.parametrize(
    "getypt",
    ["0612345678", "06 12345678", "06-12 34 56 78", "06.1234.5678", "+31612345678", "+31 (0)6 12345678",
     "+31 (0)6-1234 5678", "0031 6 12345678", "(06) 12345678", "\u202a06\u201012345678\u202c", "+31 06 12345678"],
)  # fmt: skip
def test_one_number_typed_in_many_ways_is_one_number(getypt: str) -> None:
    assert lees_telefoon(getypt) == "0612345678"


@pytest.mark.parametrize(
    ("getypt", "getoond"),
    [
        ("0612345678", "06 12345678"),
        ("0501234567", "050 1234567"),
        ("0701234567", "070 1234567"),
        ("0881234567", "088 1234567"),
        ("0595123456", "0595 123456"),
        ("0180123456", "0180 123456"),
        ("0800-1234", "0800 1234"),
        ("0900 1234567", "0900 1234567"),
        ("+49 151 12345678", "+4915112345678"),
        ("0032 2 123 45 67", "+3221234567"),
    ],
)
def test_number_is_shown_as_the_netherlands_writes_it(getypt: str, getoond: str) -> None:
    nummer = lees_telefoon(getypt)
    assert toon_telefoon(nummer) == getoond
    assert lees_telefoon(getoond) == nummer


@given(st.from_regex(r"0[1-9][0-9]{8}|\+[124-9][0-9]{7,14}", fullmatch=True))
def test_shown_number_can_be_typed_again(nummer: str) -> None:
    assert lees_telefoon(toon_telefoon(nummer)) == nummer


@pytest.mark.parametrize("getypt", ["112", "1 1 2", "+31 112", "1-1-2"])
def test_emergency_number_is_not_the_number_of_a_resident(getypt: str) -> None:
    with pytest.raises(TelefoonIsAlarmnummer):
        lees_telefoon(getypt)


@pytest.mark.parametrize(
    "getypt",
    ["061234567", "06123456789", "123456", "1", "0", "+31 6 1234567", "+1", "9" * 50],
)
def test_wrong_count_is_pointed_out(getypt: str) -> None:
    with pytest.raises(TelefoonHeeftVerkeerdAantalCijfers):
        lees_telefoon(getypt)


@pytest.mark.parametrize("getypt", ["", "+", "geen", "06 12345678 (dochter)", "06-1234567x", "٠٦١٢٣٤٥٦٧٨", "06+1234"])
def test_words_do_not_belong_in_a_number(getypt: str) -> None:
    with pytest.raises(TelefoonHeeftAndereTekens):
        lees_telefoon(getypt)
