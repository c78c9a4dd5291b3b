"""A mark on a household is a fact, short, and over within a year; checking in needs a number to call."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.bezoekveiligheid import (
    MAX_FEIT,
    AantalMinutenOnleesbaar,
    Bezoekveiligheid,
    BezoekveiligheidFeitTeLang,
    BezoekveiligheidTeLang,
    BezoekveiligheidZonderEinde,
    BezoekveiligheidZonderFeit,
    BezoekveiligheidZonderNummer,
    check_bezoekveiligheid,
    een_jaar_na,
    geldt,
    lees_feit,
    lees_minuten,
    meld_voor,
)
from kernnetwerk_app.domain.errors import KernnetwerkError

VANDAAG = date(2027, 4, 20)


def mark(
    feit: str = "Hond op het erf", tot: date = VANDAAG, minuten: int | None = None, nummer: str | None = None
) -> Bezoekveiligheid:
    return Bezoekveiligheid(
        id=uuid4(),
        feit=feit,
        door_id=uuid4(),
        begin_datum=VANDAAG,
        eind_datum=tot,
        meld_minuten=minuten,
        meld_nummer=nummer,
    )


@pytest.mark.parametrize(
    ("veiligheid", "fout"),
    [
        (mark("\u200b"), BezoekveiligheidZonderFeit),
        (mark(tot=VANDAAG - timedelta(1)), BezoekveiligheidZonderEinde),
        (mark(tot=date(2028, 4, 21)), BezoekveiligheidTeLang),
        (mark(minuten=30), BezoekveiligheidZonderNummer),
    ],
)
def test_a_mark_that_says_too_little_or_stays_too_long_is_refused(
    veiligheid: Bezoekveiligheid, fout: type[KernnetwerkError]
) -> None:
    with pytest.raises(fout):
        check_bezoekveiligheid(veiligheid)


@given(dagen=st.integers(0, 366))
def test_it_counts_through_its_last_day_and_never_after_a_year(dagen: int) -> None:
    tot = VANDAAG + timedelta(dagen)
    check_bezoekveiligheid(mark(tot=tot))
    assert geldt(mark(tot=tot), tot)
    assert not geldt(mark(tot=tot), tot + timedelta(1))
    assert not geldt(mark(tot=tot), date(2028, 4, 21))


def test_a_year_from_leap_day_ends_on_the_last_of_february() -> None:
    assert een_jaar_na(date(2028, 2, 29)) == date(2029, 2, 28)


def test_the_call_comes_so_many_minutes_after_the_visit_and_on_the_same_day() -> None:
    assert meld_voor(mark(minuten=30, nummer="0599000001"), time(14, 45)) == time(15, 15)
    assert meld_voor(mark(minuten=30, nummer="0599000001"), time(23, 45)) == time(23, 59)
    assert meld_voor(mark(minuten=30, nummer="0599000001"), None) is None
    assert meld_voor(mark(), time(14, 45)) is None


@pytest.mark.parametrize("getypt", ["0", "481", "half uur", "-5", "1e2", "", "³0"])
def test_minutes_that_are_none_are_refused(getypt: str) -> None:
    with pytest.raises(AantalMinutenOnleesbaar):
        lees_minuten(getypt)


def test_minutes_and_a_fact_are_read_as_people_type_them() -> None:
    assert [lees_minuten(getypt) for getypt in ("30", " 30 minuten", "480")] == [30, 30, 480]
    assert lees_feit("  Hond op het erf\n") == "Hond op het erf"
    with pytest.raises(BezoekveiligheidFeitTeLang):
        lees_feit("x" * (MAX_FEIT + 1))
