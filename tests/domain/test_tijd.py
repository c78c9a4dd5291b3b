"""Times of the clock on the wall (bad input 36: a time in the night of summer time is kept as typed)."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.tijd import TijdBestaatNiet, TijdIsMiddernacht, TijdOnleesbaar, lees_tijd, toon_tijd


@pytest.mark.parametrize("getypt", ["9.30", "9:30", "09:30", "09.30", "0930", "9u30", "9.30 uur", "9:30u", " 9 . 30 "])
def test_a_time_can_be_typed_in_many_ways(getypt: str) -> None:
    assert lees_tijd(getypt) == time(9, 30)


@pytest.mark.parametrize("getypt", ["9", "09", "9u", "9 uur", "9.00"])
def test_an_hour_is_enough(getypt: str) -> None:
    assert lees_tijd(getypt) == time(9)


@given(st.times().map(lambda tijd: time(tijd.hour, tijd.minute)))
def test_shown_time_can_be_typed_again(tijd: time) -> None:
    assert lees_tijd(toon_tijd(tijd)) == tijd


def test_first_and_last_minute_of_a_day_are_times() -> None:
    assert lees_tijd("0.00") == time(0)
    assert lees_tijd("23.59") == time(23, 59)


def test_time_that_one_night_skips_is_kept() -> None:
    assert toon_tijd(lees_tijd("02:30")) == "02.30"


@pytest.mark.parametrize("getypt", ["24:00", "24", "2400", "24.00 uur"])
def test_midnight_asks_for_the_next_day(getypt: str) -> None:
    with pytest.raises(TijdIsMiddernacht):
        lees_tijd(getypt)


@pytest.mark.parametrize("getypt", ["24:30", "25", "9.60", "9999"])
def test_time_that_no_clock_shows_is_refused(getypt: str) -> None:
    with pytest.raises(TijdBestaatNiet):
        lees_tijd(getypt)


@pytest.mark.parametrize("getypt", ["", "half tien", "9.3", "930", "-9", "9.30.15", "1e1", "٩", "9,30"])
def test_anything_else_is_answered_with_an_example(getypt: str) -> None:
    with pytest.raises(TijdOnleesbaar):
        lees_tijd(getypt)
