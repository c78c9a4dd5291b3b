"""The brake on guessing: three free tries, then longer and longer, across restarts, and never a lock-out for good."""

import os
from pathlib import Path

import pytest

from kernnetwerk_app.store import errors, vault
from kernnetwerk_app.store.keyfile import Kosten
from kernnetwerk_app.store.throttle import BESTAND, Throttle

LICHT = Kosten(memory_kib=19 * 1024, iterations=1, lanes=1)
ZIN = "klemtoon huisje dwerg oever telegraaf"


class Monotonic:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Monotonic:
    return Monotonic()


def test_three_failures_are_free_and_then_the_wait_grows(tmp_path: Path, clock: Monotonic) -> None:
    throttle = Throttle(tmp_path, clock)
    waits = []
    for _ in range(10):
        throttle.fail()
        waits.append(throttle.wait())
    assert waits == [0, 0, 5, 15, 30, 60, 300, 300, 300, 300]


def test_the_wait_passes(tmp_path: Path, clock: Monotonic) -> None:
    throttle = Throttle(tmp_path, clock)
    for _ in range(3):
        throttle.fail()
    clock.now += 4.5
    assert throttle.wait() == 0.5
    clock.now += 1
    assert throttle.wait() == 0


@pytest.mark.parametrize(("later", "wait"), [(0, 15), (5, 10), (15, 0), (10**9, 0), (-3600, 15)])
def test_a_restart_does_not_shorten_the_wait(tmp_path: Path, clock: Monotonic, later: int, wait: float) -> None:
    throttle = Throttle(tmp_path, clock)
    for _ in range(4):
        throttle.fail()
    os.utime(tmp_path / BESTAND, (1_000_000, 1_000_000))
    clock.now = 3.0
    again = Throttle(tmp_path, clock, lambda: 1_000_000.0 + later)
    assert (again.failed, again.wait()) == (4, wait)


@pytest.mark.parametrize("content", [None, b"", b"veel", b"-7", b"9" * 5000, b"\xff\x00"])
def test_a_lost_or_odd_file_locks_nobody_out(tmp_path: Path, clock: Monotonic, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / BESTAND).write_bytes(content)
    assert Throttle(tmp_path, clock).wait() <= 300


def test_unlock_waits_and_tells_afterwards_how_often_it_went_wrong(tmp_path: Path, clock: Monotonic) -> None:
    vault.create(tmp_path, ZIN, LICHT)
    throttle = Throttle(tmp_path, clock)
    for _ in range(3):
        with pytest.raises(errors.WachtzinOnjuist):
            vault.unlock(tmp_path, "niet deze woorden", throttle)
    with pytest.raises(errors.TeVeelPogingen) as caught:
        vault.unlock(tmp_path, ZIN, throttle)
    assert caught.value.seconden == 5
    clock.now += 5
    assert vault.unlock(tmp_path, ZIN, throttle).failed_attempts == 3
    assert vault.unlock(tmp_path, ZIN, throttle).failed_attempts == 0
    assert not (tmp_path / BESTAND).exists()


def test_a_damaged_key_file_is_not_counted_as_a_wrong_passphrase(tmp_path: Path, clock: Monotonic) -> None:
    throttle = Throttle(tmp_path, clock)
    with pytest.raises(errors.SleutelbestandOntbreekt):
        vault.unlock(tmp_path, ZIN, throttle)
    assert throttle.failed == 0
