"""Dates of birth, complete and incomplete, as the BRP has them."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.datum import DatumBestaatNiet, JaarNietInVierCijfers
from kernnetwerk_app.domain.geboortedatum import (
    PATROON,
    GeboortedatumInToekomst,
    GeboortedatumOnleesbaar,
    GeboortedatumTeLangGeleden,
    GeboortejaarOntbreekt,
    GeboortemaandOntbreekt,
    leeftijd,
    lees_geboortedatum,
    toon_geboortedatum,
)

VANDAAG = date(2026, 11, 21)
DAGEN = st.dates(date(1900, 1, 1), VANDAAG)


@pytest.mark.parametrize(
    ("getypt", "bewaard", "getoond"),
    [
        ("01-02-1950", "1950-02-01", "1 februari 1950"),
        ("1-2-1950", "1950-02-01", "1 februari 1950"),
        ("1/2/1950", "1950-02-01", "1 februari 1950"),
        ("1.2.1950", "1950-02-01", "1 februari 1950"),
        (" 1 feb. 1950 ", "1950-02-01", "1 februari 1950"),
        ("1 FEBRUARI 1950", "1950-02-01", "1 februari 1950"),
        ("01021950", "1950-02-01", "1 februari 1950"),
        ("1950-02-01", "1950-02-01", "1 februari 1950"),
        ("29-02-2024", "2024-02-29", "29 februari 2024"),
        ("??-03-1950", "1950-03-00", "maart 1950"),
        ("00-03-1950", "1950-03-00", "maart 1950"),
        ("1950-03-00", "1950-03-00", "maart 1950"),
        ("03-1950", "1950-03-00", "maart 1950"),
        ("maart 1950", "1950-03-00", "maart 1950"),
        ("1950", "1950-00-00", "1950"),
        ("??-??-1950", "1950-00-00", "1950"),
        ("1950-00-00", "1950-00-00", "1950"),
        ("00-00-0000", "0000-00-00", "onbekend"),
        ("Onbekend", "0000-00-00", "onbekend"),
        ("??", "0000-00-00", "onbekend"),
    ],
)
def test_typed_date_is_kept_as_the_brp_writes_it(getypt: str, bewaard: str, getoond: str) -> None:
    assert lees_geboortedatum(getypt, VANDAAG) == bewaard
    assert toon_geboortedatum(bewaard) == getoond


@given(DAGEN)
def test_shown_date_can_be_typed_again(dag: date) -> None:
    assert lees_geboortedatum(toon_geboortedatum(dag.isoformat()), VANDAAG) == dag.isoformat()


@pytest.mark.parametrize("bewaard", ["1950-03-00", "1950-00-00", "0000-00-00", "2024-02-29"])
def test_incomplete_date_can_be_typed_again_as_shown(bewaard: str) -> None:
    assert re.match(PATROON, bewaard)
    assert lees_geboortedatum(toon_geboortedatum(bewaard), VANDAAG) == bewaard


@pytest.mark.parametrize("getypt", ["31-02-1950", "29-02-2023", "31-04-1950", "1-13-1950", "0-13-1950", "32-1-1950"])
def test_day_that_is_not_on_the_calendar_is_refused(getypt: str) -> None:
    with pytest.raises(DatumBestaatNiet):
        lees_geboortedatum(getypt, VANDAAG)


@pytest.mark.parametrize("getypt", ["01-02-03", "1-2-50", "50", "1 februari 50"])
def test_year_is_asked_in_four_digits(getypt: str) -> None:
    with pytest.raises(JaarNietInVierCijfers):
        lees_geboortedatum(getypt, VANDAAG)


@pytest.mark.parametrize("getypt", ["22-11-2026", "??-12-2026", "2027"])
def test_date_that_still_has_to_come_is_refused(getypt: str) -> None:
    with pytest.raises(GeboortedatumInToekomst):
        lees_geboortedatum(getypt, VANDAAG)


@pytest.mark.parametrize("getypt", ["21-11-2026", "11-2026", "2026"])
def test_newborn_has_a_date_of_birth(getypt: str) -> None:
    assert lees_geboortedatum(getypt, VANDAAG).startswith("2026")


def test_impossible_age_is_refused() -> None:
    assert lees_geboortedatum("1896", VANDAAG) == "1896-00-00"
    with pytest.raises(GeboortedatumTeLangGeleden):
        lees_geboortedatum("1-2-1895", VANDAAG)


@pytest.mark.parametrize("getypt", ["3-4", "12-03-????", "0000-03-12"])
def test_day_without_a_year_is_refused(getypt: str) -> None:
    with pytest.raises(GeboortejaarOntbreekt):
        lees_geboortedatum(getypt, VANDAAG)


@pytest.mark.parametrize("getypt", ["12-00-1950", "12-??-1950"])
def test_day_without_a_month_is_refused(getypt: str) -> None:
    with pytest.raises(GeboortemaandOntbreekt):
        lees_geboortedatum(getypt, VANDAAG)


@pytest.mark.parametrize("getypt", ["", "gisteren", "1e999", "-1950", "ergens in maart", "1-2-3-1950", "123-4-1950"])
def test_anything_else_is_answered_with_an_example(getypt: str) -> None:
    with pytest.raises(GeboortedatumOnleesbaar):
        lees_geboortedatum(getypt, VANDAAG)


@pytest.mark.parametrize(
    ("geboren", "vandaag", "jaren"),
    [
        ("1950-02-01", date(2026, 1, 31), 75),
        ("1950-02-01", date(2026, 2, 1), 76),
        ("2024-02-29", date(2025, 2, 28), 0),
        ("2024-02-29", date(2025, 3, 1), 1),
        ("2024-02-29", date(2028, 2, 29), 4),
        ("1950-03-00", date(2026, 2, 28), 75),
        ("1950-03-00", date(2026, 3, 1), None),
        ("1950-03-00", date(2026, 3, 31), None),
        ("1950-03-00", date(2026, 4, 1), 76),
        ("1950-00-00", date(2026, 12, 31), None),
        ("0000-00-00", date(2026, 12, 31), None),
    ],
)
def test_age_follows_the_rule_of_the_brp(geboren: str, vandaag: date, jaren: int | None) -> None:
    assert leeftijd(geboren, vandaag) == jaren


@given(DAGEN, st.integers(0, 40_000))
def test_age_goes_up_by_one_at_a_time_and_never_down(geboren: date, dagen: int) -> None:
    vandaag = geboren + timedelta(days=dagen)
    nu, morgen = (leeftijd(geboren.isoformat(), dag) for dag in (vandaag, vandaag + timedelta(days=1)))
    assert nu is not None
    assert morgen is not None
    assert 0 <= nu <= morgen <= nu + 1
