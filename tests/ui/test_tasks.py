"""Work off the GUI thread: in order, with its answer on the GUI thread, and never for somebody who is gone."""

import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kernnetwerk_app.services.wijziging import Changes, changes_in
from kernnetwerk_app.ui.tasks import Tasks

IETS = Changes(toestand=True)


@pytest.fixture
def taken(qapp: QApplication) -> Iterator[Tasks]:
    taken = Tasks(changes_in)
    yield taken
    taken.close()


def tot_rust(qtbot: QtBot, taken: Tasks) -> None:
    qtbot.waitUntil(lambda: not taken.busy, timeout=10_000)


def test_writes_are_done_in_order_on_one_thread_and_answered_here(qtbot: QtBot, taken: Tasks) -> None:
    gedaan: list[tuple[int, str]] = []
    geantwoord: list[tuple[int, bool]] = []

    def work(nummer: int) -> int:
        gedaan.append((nummer, threading.current_thread().name))
        return nummer

    for nummer in range(20):
        taken.write(
            taken,
            lambda nummer=nummer: work(nummer),
            lambda n: geantwoord.append((n, threading.current_thread() is threading.main_thread())),
        )
    tot_rust(qtbot, taken)
    assert gedaan == [(nummer, "schrijver") for nummer in range(20)]
    assert geantwoord == [(nummer, True) for nummer in range(20)]


def test_a_question_does_not_wait_for_a_write(qtbot: QtBot, taken: Tasks) -> None:
    door = threading.Event()
    antwoorden: list[str] = []
    taken.write(taken, lambda: door.wait(10), lambda _: antwoorden.append("geschreven"))
    taken.read(taken, lambda: "gelezen", antwoorden.append)
    qtbot.waitUntil(lambda: bool(antwoorden))
    assert antwoorden == ["gelezen"]
    door.set()
    tot_rust(qtbot, taken)


def test_what_a_write_changed_is_told_to_everybody_before_its_own_answer(qtbot: QtBot, taken: Tasks) -> None:
    verloop: list[str] = []
    taken.changed.connect(lambda changes: verloop.append(f"iedereen: {changes is IETS}"))
    taken.write(taken, lambda: (1, IETS), lambda _: verloop.append("wie het vroeg"))
    tot_rust(qtbot, taken)
    assert verloop == ["iedereen: True", "wie het vroeg"]


def test_changes_of_another_thread_come_here(qtbot: QtBot, taken: Tasks) -> None:
    gehoord: list[threading.Thread] = []
    taken.changed.connect(lambda _: gehoord.append(threading.current_thread()))
    taken.send(taken, lambda: taken.broadcast(IETS))
    qtbot.waitUntil(lambda: bool(gehoord))
    assert gehoord == [threading.main_thread()]


def test_an_error_goes_to_who_asked_and_otherwise_to_whoever_listens(qtbot: QtBot, taken: Tasks) -> None:
    gevraagd: list[Exception] = []
    ongevraagd: list[Exception] = []
    taken.crashed.connect(ongevraagd.append)

    def fail() -> None:
        raise KeyError

    taken.write(taken, fail, None, gevraagd.append)
    taken.write(taken, fail)
    tot_rust(qtbot, taken)
    assert [type(fout) for fout in (*gevraagd, *ongevraagd)] == [KeyError, KeyError]


def test_an_answer_for_somebody_who_is_gone_is_dropped_but_its_changes_are_told(qtbot: QtBot, taken: Tasks) -> None:
    door = threading.Event()
    gehoord: list[object] = []
    taken.changed.connect(gehoord.append)
    eigenaar = QObject()
    geantwoord: list[object] = []

    def work() -> Changes:
        door.wait(10)
        return IETS

    taken.write(eigenaar, work, geantwoord.append)
    eigenaar.deleteLater()
    qtbot.waitUntil(lambda: not _lives(eigenaar))
    door.set()
    tot_rust(qtbot, taken)
    assert (gehoord, geantwoord) == ([IETS], [])


def test_a_write_that_failed_for_somebody_who_is_gone_is_told_and_a_question_is_not(qtbot: QtBot, taken: Tasks) -> None:
    door = threading.Event()
    ongevraagd: list[Exception] = []
    taken.crashed.connect(ongevraagd.append)
    eigenaar = QObject()

    def fail(soort: type[Exception]) -> None:
        door.wait(10)
        raise soort

    taken.write(eigenaar, lambda: fail(KeyError), None, lambda _: None)
    taken.read(eigenaar, lambda: fail(ValueError), lambda _: None)
    eigenaar.deleteLater()
    qtbot.waitUntil(lambda: not _lives(eigenaar))
    door.set()
    tot_rust(qtbot, taken)
    assert [type(fout) for fout in ongevraagd] == [KeyError]


def test_who_waits_for_what_was_written_goes_on_after_the_last_of_it(qtbot: QtBot, taken: Tasks) -> None:
    verloop: list[str] = []
    taken.when_written(taken, lambda: verloop.append("meteen"))
    for nummer in "12":
        taken.write(taken, lambda: None, lambda _, nummer=nummer: verloop.append(nummer))
    taken.when_written(taken, lambda: verloop.append("verder"))
    taken.write(taken, lambda: None, lambda _: verloop.append("3"))
    tot_rust(qtbot, taken)
    assert verloop == ["meteen", "1", "2", "verder", "3"]


def test_who_waits_for_a_write_that_fails_stays_and_may_try_again(qtbot: QtBot, taken: Tasks) -> None:
    verloop: list[str] = []

    def fail() -> None:
        raise KeyError

    taken.write(taken, fail, None, lambda _: verloop.append("verteld"))
    taken.write(taken, lambda: None)
    taken.when_written(taken, lambda: verloop.append("weg"))
    tot_rust(qtbot, taken)
    assert verloop == ["verteld"]
    taken.when_written(taken, lambda: verloop.append("weg"))
    assert verloop == ["verteld", "weg"]


def _lives(ding: QObject) -> bool:
    import shiboken6

    return shiboken6.isValid(ding)


def test_a_worker_keeps_nothing_of_what_it_did(qtbot: QtBot, taken: Tasks) -> None:
    """Garbage on a worker thread could free Qt objects there."""

    class Inhoud:
        pass

    inhoud = Inhoud()
    spoor = weakref.ref(inhoud)
    taken.write(taken, lambda inhoud=inhoud: inhoud, lambda _: None)
    del inhoud
    tot_rust(qtbot, taken)
    qtbot.waitUntil(lambda: spoor() is None)


def test_a_line_that_hangs_is_let_go_and_the_next_exchange_goes_on(qtbot: QtBot, taken: Tasks) -> None:
    door = threading.Event()
    antwoorden: list[str] = []
    taken.send(taken, lambda: door.wait(20), lambda _: antwoorden.append("oud"))
    taken.let_go_of_sending()
    assert not taken.busy
    taken.send(taken, lambda: "nieuw", antwoorden.append)
    qtbot.waitUntil(lambda: bool(antwoorden))
    door.set()
    tot_rust(qtbot, taken)
    assert antwoorden == ["nieuw"]


def test_closing_finishes_what_was_handed_in_and_says_whether_it_could(qapp: QApplication) -> None:
    taken = Tasks(changes_in)
    door = threading.Event()
    gedaan: list[bool] = []
    taken.write(taken, lambda: gedaan.append(True))
    taken.send(taken, lambda: door.wait(20))
    assert not taken.close(0.2)
    door.set()
    assert taken.close(10)
    assert gedaan == [True]
    taken.write(taken, lambda: gedaan.append(True))  # too late: nothing is taken on
    assert not taken.busy
