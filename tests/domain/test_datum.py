"""Days as people type and read them (bad inputs 32 and 33)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.datum import (
    DatumBestaatNiet,
    DatumOnleesbaar,
    JaarNietInVierCijfers,
    JaarOnwaarschijnlijk,
    WeekdagKloptNiet,
    dag_en_maand,
    datum_kort,
    datum_lang,
    lees_datum,
    toon_datum,
)

ZATERDAG = date(2026, 11, 21)
DAGEN = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "getypt",
    [
        "20-4-2027", "20-04-2027", "20/4/2027", "20.4.2027", "20 4 2027", "20 - 4 - 2027", "20042027", "2027-04-20",
        "20 april 2027", "20 apr 2027", "20 apr. 2027", "20-apr-2027", "20  APRIL\u00a02027",
        "dinsdag 20 april 2027", "di 20-4-2027", "di. 20 april 2027", "Dinsdag, 20 april 2027",
    ],
)  # fmt: skip
def test_a_day_can_be_typed_in_many_ways(getypt: str) -> None:
    assert lees_datum(getypt, ZATERDAG) == date(2027, 4, 20)


@pytest.mark.parametrize(
    ("getypt", "maand"), [("1 mrt 2027", 3), ("1 sept 2027", 9), ("1 sep. 2027", 9), ("1 mei 2027", 5)]
)
def test_months_have_their_usual_abbreviations(getypt: str, maand: int) -> None:
    assert lees_datum(getypt, ZATERDAG) == date(2027, maand, 1)


@given(DAGEN, DAGEN)
def test_shown_day_can_be_typed_again(dag: date, vandaag: date) -> None:
    assert lees_datum(toon_datum(dag), vandaag) == dag
    assert lees_datum(datum_kort(dag, jaar=True), vandaag) == dag
    assert lees_datum(dag.isoformat(), vandaag) == dag


@pytest.mark.parametrize(
    ("getypt", "dag"),
    [
        ("vandaag", date(2026, 11, 21)),
        ("Morgen", date(2026, 11, 22)),
        ("overmorgen", date(2026, 11, 23)),
        ("gisteren", date(2026, 11, 20)),
        ("eergisteren", date(2026, 11, 19)),
        ("volgende week dinsdag", date(2026, 11, 24)),
        ("dinsdag volgende week", date(2026, 11, 24)),
        ("volgende week zo", date(2026, 11, 29)),
    ],
)
def test_words_count_from_today(getypt: str, dag: date) -> None:
    assert lees_datum(getypt, ZATERDAG) == dag


@given(DAGEN)
def test_next_week_is_always_the_week_that_starts_on_the_coming_monday(vandaag: date) -> None:
    maandag = lees_datum("volgende week maandag", vandaag)
    assert maandag.weekday() == 0
    assert timedelta(days=1) <= maandag - vandaag <= timedelta(days=7)


@pytest.mark.parametrize(
    ("getypt", "vandaag", "dag"),
    [
        ("20-04", ZATERDAG, date(2027, 4, 20)),
        ("20 december", date(2027, 1, 15), date(2026, 12, 20)),
        ("20 december", date(2026, 11, 21), date(2026, 12, 20)),
        ("za 21-11", ZATERDAG, ZATERDAG),
        ("29-2", date(2027, 5, 1), date(2028, 2, 29)),
    ],
)
def test_day_without_a_year_is_the_nearest(getypt: str, vandaag: date, dag: date) -> None:
    assert lees_datum(getypt, vandaag) == dag


@given(DAGEN, DAGEN)
def test_day_without_a_year_is_never_more_than_half_a_leap_year_away(dag: date, vandaag: date) -> None:
    if (dag.month, dag.day) != (2, 29):
        gevonden = lees_datum(dag_en_maand(dag), vandaag)
        assert (gevonden.month, gevonden.day) == (dag.month, dag.day)
        assert abs(gevonden - vandaag) <= timedelta(days=183)


@pytest.mark.parametrize("getypt", ["31-02-2027", "29-02-2023", "31 april 2027", "1-13-2027", "32-1", "99999999"])
def test_day_that_is_not_on_the_calendar_is_refused(getypt: str) -> None:
    with pytest.raises(DatumBestaatNiet):
        lees_datum(getypt, ZATERDAG)


def test_leap_day_without_a_leap_year_near_is_refused() -> None:
    with pytest.raises(DatumBestaatNiet):
        lees_datum("29-2", date(2026, 5, 1))


def test_leap_day_is_taken_in_a_leap_year() -> None:
    assert lees_datum("29-02-2024", ZATERDAG) == date(2024, 2, 29)


@pytest.mark.parametrize("getypt", ["01-02-03", "20-4-27", "20 april 27", "20-4-027"])
def test_year_is_never_guessed_from_two_digits(getypt: str) -> None:
    with pytest.raises(JaarNietInVierCijfers):
        lees_datum(getypt, ZATERDAG)


@pytest.mark.parametrize("getypt", ["1-1-1899", "1-1-2200", "1-1-9999", "1-1-0001"])
def test_year_outside_any_case_is_refused(getypt: str) -> None:
    with pytest.raises(JaarOnwaarschijnlijk):
        lees_datum(getypt, ZATERDAG)


def test_first_and_last_year_are_taken() -> None:
    assert lees_datum("1-1-1900", ZATERDAG) == date(1900, 1, 1)
    assert lees_datum("31-12-2199", ZATERDAG) == date(2199, 12, 31)


@pytest.mark.parametrize("getypt", ["maandag 20 april 2027", "ma 20-4-2027"])
def test_weekday_that_does_not_belong_to_the_day_is_pointed_out(getypt: str) -> None:
    with pytest.raises(WeekdagKloptNiet):
        lees_datum(getypt, ZATERDAG)


@pytest.mark.parametrize(
    "getypt",
    [
        "", "binnenkort", "april 2027", "2027", "??-04-2027", "20-??-2027", "volgende week", "volgende week feest",
        "di", "-20-4-2027", "20-4-2027-", "20--4-2027", "20 april '27", "1e999", "NaN", "٢٠-٤-٢٠٢٧", "20 april om 9",
        "20-4-2027" * 20,
    ],
)  # fmt: skip
def test_anything_else_is_answered_with_an_example(getypt: str) -> None:
    with pytest.raises(DatumOnleesbaar):
        lees_datum(getypt, ZATERDAG)


def test_days_are_written_in_dutch() -> None:
    dag = date(2027, 4, 20)
    assert toon_datum(dag) == "dinsdag 20 april 2027"
    assert datum_lang(dag) == "dinsdag 20 april"
    assert datum_kort(dag) == "di 20 april"
    assert datum_kort(dag, jaar=True) == "di 20 april 2027"
    assert dag_en_maand(dag, jaar=True) == "20 april 2027"
