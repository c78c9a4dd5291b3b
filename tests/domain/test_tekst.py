"""What may be kept of free text, and what nobody can see of it (bad inputs 19 to 26, 74)."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.base import MAX_TEKST
from kernnetwerk_app.domain.tekst import (
    MAX_REGEL,
    RegelTeLang,
    TekstTeLang,
    advies_tekst,
    bewaar,
    een_regel,
    is_leeg,
    kaal,
    lees_regel,
    neutraal,
)

ALLES = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
MET_HALVEN = st.text(st.characters(categories=["Cs", "L", "Cc", "So"]), max_size=40)


@given(ALLES)
def test_text_is_kept_character_for_character(tekst: str) -> None:
    if "\0" not in tekst:
        assert bewaar(tekst) == tekst
        assert advies_tekst(tekst) is None


@pytest.mark.parametrize(
    "tekst",
    [
        "regel een\r\nregel twee\ttab", "\u0001\u000b\u001f\u007f\u0085", "\ufeff\ufffe\u2028\u2029",
        "👩‍👩‍👧‍👦🇳🇱", "Jose\u0301 José", "<script>alert(1)</script> {{7*7}} %s &amp;", "1.234,56",
        pytest.param("a" + "\u0301" * 400, id="zalgo"), pytest.param("x" * 100_000, id="long"),
    ],
)  # fmt: skip
def test_strange_text_is_kept_as_well(tekst: str) -> None:
    assert bewaar(tekst) == tekst


@given(MET_HALVEN)
def test_kept_text_can_always_be_stored(tekst: str) -> None:
    bewaard = bewaar(tekst)
    assert bewaard.encode("utf-8").decode("utf-8") == bewaard
    assert "\0" not in bewaard
    assert bewaar(bewaard) == bewaard


def test_half_a_character_is_replaced_visibly_and_said() -> None:
    assert bewaar("a\ud800b") == "a\ufffdb"
    assert bewaar("\udc00") == "\ufffd"
    assert advies_tekst("a\ud800b") == "tekst.vervangen"


def test_two_halves_are_the_character_they_were_meant_to_be() -> None:
    assert bewaar("\ud83d\ude00") == "😀"


def test_nul_becomes_visible_and_nothing_after_it_is_lost() -> None:
    assert bewaar("voor\0na") == "voor\u2400na"
    assert advies_tekst("voor\0na") == "tekst.vervangen"


def test_longest_text_fits_and_one_more_does_not() -> None:
    assert bewaar("x" * MAX_TEKST) == "x" * MAX_TEKST
    with pytest.raises(TekstTeLang):
        bewaar("x" * (MAX_TEKST + 1))


def test_paste_of_ten_megabytes_is_refused() -> None:
    with pytest.raises(TekstTeLang):
        bewaar("x" * 10_000_000)


@pytest.mark.parametrize(
    "tekst",
    [
        None, "", "   ", "\t\r\n", "\u00a0\u2003", "\u200b\u200c\u200d", "\ufeff", "\u00ad", "\u202e", "\u3164",
        "\u2800", "\0\x01\x1f\x7f\x9f", "\u2028\u2029", "\ufffe", "\U000e0041", "\ufe0f",
        pytest.param(" \u200b" * 5_000, id="long"),
    ],
)  # fmt: skip
def test_text_that_nobody_can_see_is_empty(tekst: str | None) -> None:
    assert is_leeg(tekst)


@pytest.mark.parametrize("tekst", [".", "0", "é", "\u200bx", "👩", "\ufffd", "\u2400", "محمد", "\u0600"])
def test_text_that_somebody_can_see_is_not_empty(tekst: str) -> None:
    assert not is_leeg(tekst)


def test_every_invisible_format_character_of_unicode_is_known() -> None:
    zichtbaar = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    vergeten = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in ("Cf", "Cc", "Zs", "Zl", "Zp") and code not in zichtbaar
        if not is_leeg(chr(code))
    ]
    assert vergeten == []


@given(ALLES)
def test_letters_and_digits_are_never_invisible(tekst: str) -> None:
    if any(unicodedata.category(teken) in ("Lu", "Ll", "Nd") for teken in tekst):
        assert not is_leeg(tekst)


@given(ALLES)
def test_one_line_has_no_breaks_in_it(tekst: str) -> None:
    regel = een_regel(tekst)
    assert len(regel.splitlines()) <= 1
    assert een_regel(regel.strip()) == regel.strip()


def test_breaks_within_a_line_become_spaces() -> None:
    assert een_regel(" een\r\ntwee\ndrie\u2028vier\tvijf ") == "een twee drie vier vijf"


def test_line_of_300_characters_fits_and_one_more_does_not() -> None:
    assert lees_regel("x" * MAX_REGEL + " ") == "x" * MAX_REGEL
    with pytest.raises(RegelTeLang):
        lees_regel("x" * (MAX_REGEL + 1))


def test_number_from_a_telephone_book_loses_what_came_along() -> None:
    assert kaal("\u202a 06\u00a01234\u200b5678\t\u202c") == "06 12345678"


def test_display_cannot_be_turned_around() -> None:
    assert neutraal("a\u202eb\u2066c\u2069d\u202c") == "abcd"
    assert neutraal("שלום\u200f") == "שלום\u200f"
