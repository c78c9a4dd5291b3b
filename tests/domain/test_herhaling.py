"""On which days something returns, as the calendars of others write it down."""

from datetime import date

import pytest

from kernnetwerk_app.domain.herhaling import RegelOnbekend, dagen

BEGIN = date(2027, 2, 10)  # a Wednesday


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        ("FREQ=WEEKLY", ["10-02", "17-02", "24-02", "03-03", "10-03"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", ["10-02", "22-02", "24-02", "08-03", "10-03"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU", ["10-02", "21-02", "24-02", "07-03", "10-03"]),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=4", ["10-02", "11-02", "12-02", "15-02"]),
        ("FREQ=DAILY;INTERVAL=10", ["10-02", "20-02", "02-03", "12-03"]),
        ("FREQ=MONTHLY", ["10-02", "10-03"]),
        ("freq=monthly;byday=2WE", ["10-02", "10-03"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", ["26-02"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31,-1", ["28-02"]),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=1MO", ["01-03"]),
        ("FREQ=YEARLY", ["10-02"]),
    ],
)
def test_it_returns_on_these_days(regel: str, verwacht: list[str]) -> None:
    assert [f"{dag:%d-%m}" for dag in dagen(BEGIN, regel, None, date(2027, 3, 14))] == verwacht


def test_it_ends_on_its_own_last_day() -> None:
    assert dagen(BEGIN, "FREQ=WEEKLY;UNTIL=20270217", date(2027, 2, 17), date(2027, 3, 14))[-1] == date(2027, 2, 17)


def test_the_last_of_february_comes_back_in_a_leap_year_only() -> None:
    schrikkel = dagen(date(2024, 2, 29), "FREQ=YEARLY", None, date(2033, 1, 1))
    assert [dag.year for dag in schrikkel] == [2024, 2028, 2032]


@pytest.mark.parametrize(
    "regel",
    [
        *("", "X", "FREQ=HOURLY", "FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;INTERVAL=0"),
        *("FREQ=WEEKLY;COUNT=-1", "FREQ=MONTHLY;BYDAY=MO", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=YEARLY;BYMONTH=13"),
        *("FREQ=MONTHLY;BYMONTHDAY=30;BYDAY=1MO", "FREQ=DAILY;INTERVAL=99999999999"),
    ],
)
def test_what_is_not_understood_is_said_and_never_guessed(regel: str) -> None:
    with pytest.raises(RegelOnbekend):
        dagen(BEGIN, regel, None, date(2027, 3, 14))
