"""The hybrid clock never goes back and is not dragged along by a clock that is years ahead (I11)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.oplog.hlc import MAX_VOORUIT_MS, TELLER_BITS, Hlc, milliseconds

MS = st.integers(0, 2**47)


@given(stappen=st.lists(st.tuples(MS, st.none() | st.integers(0, 2**63 - 1)), max_size=30))
def test_it_never_goes_back_and_no_two_ticks_are_equal(stappen: list[tuple[int, int | None]]) -> None:
    hlc, ticks = Hlc(), [0]
    for nu_ms, ander in stappen:
        if ander is None:
            ticks.append(hlc.tick(nu_ms))
        else:
            voor = hlc.laatste
            hlc.observe(ander, nu_ms)
            assert hlc.laatste >= voor
    assert ticks == sorted(set(ticks))


@given(nu_ms=MS, voor=st.integers(0, MAX_VOORUIT_MS), teller=st.integers(0, 2**TELLER_BITS - 1))
def test_what_comes_after_something_seen_is_later(nu_ms: int, voor: int, teller: int) -> None:
    hlc = Hlc()
    gezien = (nu_ms + voor) << TELLER_BITS | teller
    hlc.observe(gezien, nu_ms)
    assert hlc.tick(nu_ms) > gezien


@given(nu_ms=MS, teveel=st.integers(1, 2**46))
def test_a_clock_far_ahead_does_not_move_ours(nu_ms: int, teveel: int) -> None:
    hlc = Hlc()
    hlc.observe((nu_ms + MAX_VOORUIT_MS + teveel) << TELLER_BITS, nu_ms)
    assert hlc.laatste == 0


@given(nu_ms=MS)
def test_it_tells_the_wall_time_it_was_made_at(nu_ms: int) -> None:
    assert milliseconds(Hlc().tick(nu_ms)) == nu_ms or nu_ms == 0


@given(hlc=st.integers(0, 2**63 - 1))
def test_any_clock_can_be_shown(hlc: int) -> None:
    for zone in (ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Europe/Amsterdam")):
        assert datetime.fromtimestamp(milliseconds(hlc) / 1000, zone).year <= 9999
