"""The calendar of the Algemene termijnenwet, against an outside source and against its own data file."""

import tomllib
from datetime import date, datetime, timedelta
from typing import Any

import holidays
import pytest

from kernnetwerk_app.domain.kalender import (
    DagBuitenBereik,
    Dagsoort,
    Kalender,
    KalenderOngeldig,
    check_dag,
    dagen_van_tot,
    feestdagen,
    paaszondag,
)
from kernnetwerk_app.paths import resource


def gegevens() -> dict[str, Any]:
    return tomllib.loads(resource("lijsten", "feestdagen.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def kalender() -> Kalender:
    return Kalender.uit_gegevens(gegevens())


def test_fixed_holidays_are_those_of_an_outside_source_over_25_years() -> None:
    for jaar in range(2015, 2041):
        bron = set(holidays.country_holidays("NL", years=jaar))
        # The source also lists the first days of Easter and Pentecost (Sundays, no holidays in Atw art. 3) and calls
        # 5 May optional except in lustrum years; the Atw has it every year.
        pasen = paaszondag(jaar)
        verwacht = (bron - {pasen, pasen + timedelta(days=49)}) | {date(jaar, 5, 5)}
        assert set(feestdagen(jaar)) == verwacht, jaar


@pytest.mark.parametrize(
    "dag", [date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2011, 4, 24), date(2038, 4, 25)]
)
def test_easter_falls_on_its_known_day(dag: date) -> None:
    assert paaszondag(dag.year) == dag


def test_easter_is_always_a_sunday_between_22_march_and_25_april() -> None:
    for jaar in range(1900, 2200):
        pasen = paaszondag(jaar)
        assert pasen.weekday() == 6
        assert date(jaar, 3, 22) <= pasen <= date(jaar, 4, 25)


def test_fifth_of_may_is_free_every_year_and_goede_vrijdag_too() -> None:
    for jaar in range(2015, 2041):
        assert "Bevrijdingsdag" in feestdagen(jaar)[date(jaar, 5, 5)]
        assert feestdagen(jaar)[paaszondag(jaar) - timedelta(days=2)] == "Goede Vrijdag"


@pytest.mark.parametrize(
    ("jaar", "dag"), [(2024, 27), (2025, 26), (2026, 27), (2027, 27), (2031, 26), (2036, 26), (2042, 26)]
)
def test_koningsdag_is_a_day_earlier_when_the_27th_is_a_sunday(jaar: int, dag: int) -> None:
    assert [d.day for d, naam in feestdagen(jaar).items() if naam == "Koningsdag"] == [dag]


def test_two_holidays_on_one_day_keep_both_names() -> None:
    assert feestdagen(2016)[date(2016, 5, 5)] == "Bevrijdingsdag en Hemelvaartsdag"


def test_holidays_cannot_be_changed_by_a_caller() -> None:
    with pytest.raises(TypeError):
        feestdagen(2027)[date(2027, 8, 1)] = "Zomerdag"  # type: ignore[index]


@pytest.mark.parametrize(
    "dag",
    [
        date(2018, 12, 24), date(2018, 12, 31), date(2020, 5, 22), date(2021, 5, 14), date(2022, 5, 27),
        date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30),
        date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26),
    ],
)  # fmt: skip
def test_day_by_royal_decree_is_free_for_a_term(kalender: Kalender, dag: date) -> None:
    assert kalender.soort(dag) is Dagsoort.BESLUIT
    assert not kalender.is_gewoon(dag)


@pytest.mark.parametrize("dag", [date(2026, 12, 24), date(2026, 12, 31), date(2027, 5, 4), date(2027, 10, 4)])
def test_christmas_eve_new_years_eve_and_fourth_of_may_are_ordinary(kalender: Kalender, dag: date) -> None:
    assert kalender.is_gewoon(dag)


def test_every_friday_after_hemelvaart_within_the_decrees_is_free(kalender: Kalender) -> None:
    for jaar in range(kalender.eerste_besluit, kalender.laatste_besluit + 1):
        assert kalender.soort(paaszondag(jaar) + timedelta(days=40)) is Dagsoort.BESLUIT, jaar


def test_no_day_by_decree_is_free_already(kalender: Kalender) -> None:
    leeg = Kalender(2017, 2028)
    assert all(leeg.is_gewoon(dag) for dag in kalender.vrij_bij_besluit)


def test_a_holiday_in_a_weekend_counts_as_weekend_and_keeps_its_name(kalender: Kalender) -> None:
    eerste_kerstdag = date(2027, 12, 25)
    assert kalender.soort(eerste_kerstdag) is Dagsoort.WEEKEND
    assert kalender.naam(eerste_kerstdag) == "Eerste Kerstdag"


def test_first_ordinary_day_skips_a_chain_of_free_days(kalender: Kalender) -> None:
    assert kalender.eerste_gewone(date(2027, 5, 5)) == date(2027, 5, 10)
    assert kalender.eerste_gewone(date(2026, 1, 1)) == date(2026, 1, 5)
    assert kalender.eerste_gewone(date(2026, 3, 4)) == date(2026, 3, 4)


def test_years_beyond_the_decrees_are_known_as_unknown(kalender: Kalender) -> None:
    assert [jaar for jaar in (2016, 2017, 2028, 2029) if kalender.besluiten_bekend(jaar)] == [2017, 2028]


def _zonder(sleutel: str) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in gegevens().items() if naam != sleutel}


@pytest.mark.parametrize(
    "fout",
    [
        {},
        _zonder("laatste_besluit"),
        _zonder("besluit"),
        gegevens() | {"laatste_besluit": 2027},
        gegevens() | {"eerste_besluit": 2018},
        gegevens() | {"laatste_besluit": "binnenkort"},
        gegevens() | {"laatste_besluit": 99_999},
        gegevens() | {"besluiten": []},
        gegevens() | {"besluit": [*gegevens()["besluit"], gegevens()["besluit"][0]]},
        gegevens() | {"besluit": [{"naam": "Besluit", "bron": "bron", "dagen": ["2027-02-30"]}]},
        gegevens() | {"besluit": [{"naam": "Besluit", "bron": "bron", "dagen": []}]},
        gegevens() | {"besluit": [{"naam": "Besluit", "bron": "", "dagen": [date(2027, 5, 7)]}]},
        {"eerste_besluit": 2028, "laatste_besluit": 2017, "besluit": []},
    ],
)
def test_data_that_cannot_be_right_is_refused(fout: dict[str, Any]) -> None:
    with pytest.raises(KalenderOngeldig):
        Kalender.uit_gegevens(fout)


@pytest.mark.parametrize("dag", [date.min, date(1899, 12, 31), date(2200, 1, 1), date.max])
def test_a_day_of_another_age_is_refused(dag: date) -> None:
    with pytest.raises(DagBuitenBereik):
        check_dag(dag)


def test_a_timestamp_is_not_a_day() -> None:
    with pytest.raises(TypeError):
        check_dag(datetime(2027, 3, 25, 23, 59))  # noqa: DTZ001 - the point is that no zone makes it a day


def test_days_between_hold_both_ends() -> None:
    assert list(dagen_van_tot(date(2027, 2, 28), date(2027, 3, 1))) == [date(2027, 2, 28), date(2027, 3, 1)]
    assert list(dagen_van_tot(date(2027, 3, 1), date(2027, 2, 28))) == []
