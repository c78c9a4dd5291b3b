"""Work off the GUI thread: one ordered writer, one reader, one lane for sending. Screens hand in work, get an answer.

A worker thread holds only the work and a ticket number: what happens with the answer stays on the GUI thread, so that
no Qt object is ever freed elsewhere. An answer whose owner is gone is dropped; that a write failed is told.
"""

import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class _Lane(threading.Thread):
    """One thread that does its work in the order in which it came."""

    def __init__(self, naam: str, done: Callable[[int, Any, Exception | None], None]) -> None:
        super().__init__(name=naam, daemon=True)
        self._work: queue.SimpleQueue[tuple[int, Callable[[], Any]] | None] = queue.SimpleQueue()
        self._done = done
        self.start()

    def add(self, ticket: int, work: Callable[[], Any]) -> None:
        self._work.put((ticket, work))

    def finish(self) -> None:
        """Do what is still waiting, then stop."""
        self._work.put(None)

    def run(self) -> None:
        while (item := self._work.get()) is not None:
            ticket, work = item
            answer, error = None, None
            try:
                answer = work()
            except Exception as fout:  # noqa: BLE001  goes to the GUI thread, which shows or records it
                error = fout
            del work, item
            with suppress(RuntimeError):  # the program ended before this did: nobody waits for the answer
                self._done(ticket, answer, error)
            del answer, error


class _Waiting(NamedTuple):
    """What happens with the answer to one ticket."""

    lane: _Lane
    owner: QObject
    then: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None


class _Leaving(NamedTuple):
    """Somebody who goes on when these writes are done, unless one of them fails."""

    tickets: set[int]
    owner: QObject
    then: Callable[[], None]


class Tasks(QObject):
    """`changed` carries what a write changed, to every screen; `crashed` an error that nobody asked for."""

    changed = Signal(object)
    crashed = Signal(object)
    _answered = Signal(int, object, object)
    _heard = Signal(object)

    def __init__(self, changes_in: Callable[[Any], object | None], parent: QObject | None = None) -> None:
        """`changes_in` finds the Changes in the answer of a write, so that this module knows no store."""
        super().__init__(parent)
        self._changes_in = changes_in
        self._waiting: dict[int, _Waiting] = {}
        self._leaving: list[_Leaving] = []
        self._next = 0
        self._closed = False
        self._answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)
        self._heard.connect(self.changed.emit, Qt.ConnectionType.QueuedConnection)
        self._writer, self._reader, self._sender = self._lane("schrijver"), self._lane("lezer"), self._lane("verzender")

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._waiting)

    def write(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` on the writer thread; what it changed is broadcast before `then` gets the answer."""
        self._hand_in(self._writer, owner, work, then, failed)

    def when_written(self, owner: QObject, then: Callable[[], None]) -> None:
        """Call `then` when all writes that were handed in are done: at once when there are none, never when one fails.

        Whoever handed in that one tells why, before anybody would have gone on.
        """
        tickets = {ticket for ticket, waiting in self._waiting.items() if waiting.lane is self._writer}
        if tickets:
            self._leaving.append(_Leaving(tickets, owner, then))
        else:
            then()

    def read(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` on the reader thread."""
        self._hand_in(self._reader, owner, work, then, failed)

    def send(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` on the thread that talks to the server."""
        self._hand_in(self._sender, owner, work, then, failed)

    def let_go_of_sending(self) -> None:
        """Wait no longer for what is being sent: a lock may not hang on a bad line.

        The thread ends when the line gives up, its answer is dropped, and what is sent next gets a new thread.
        """
        dropped = [ticket for ticket, waiting in self._waiting.items() if waiting.lane is self._sender]
        for ticket in dropped:
            del self._waiting[ticket]
        self._sender.finish()
        self._sender = self._lane("verzender")

    def broadcast(self, changes: object) -> None:
        """Tell all screens of changes, from any thread."""
        self._heard.emit(changes)

    def close(self, timeout: float = 20.0) -> bool:
        """Finish what was handed in and stop; answers that come now are no longer delivered.

        `timeout` is in seconds, for all threads together; False when one is still at work. It ends with the process.
        """
        self._closed = True
        lanes = (self._writer, self._reader, self._sender)
        for lane in lanes:
            lane.finish()
        end = time.monotonic() + timeout
        for lane in lanes:
            lane.join(max(0.0, end - time.monotonic()))
        self._waiting.clear()
        self._leaving.clear()
        return not any(lane.is_alive() for lane in lanes)

    def _lane(self, naam: str) -> _Lane:
        return _Lane(naam, self._answered.emit)

    def _hand_in(
        self,
        lane: _Lane,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None] | None,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        if self._closed:
            return
        self._next += 1
        self._waiting[self._next] = _Waiting(lane, owner, then, failed)
        lane.add(self._next, work)

    def _on_answer(self, ticket: int, answer: Any, error: Exception | None) -> None:
        waiting = self._waiting.pop(ticket, None)
        if self._closed:
            return
        if error is None:
            changes = self._changes_in(answer)
            if changes:
                self.changed.emit(changes)
        if waiting is not None:
            self._deliver(waiting, answer, error)
        self._go_on(ticket, failed=error is not None)

    def _deliver(self, waiting: _Waiting, answer: Any, error: Exception | None) -> None:
        if not shiboken6.isValid(waiting.owner):
            if error is not None and waiting.lane is self._writer:
                self.crashed.emit(error)  # nobody is left to show it, and somebody did something that is not there
        elif error is None:
            if waiting.then is not None:
                waiting.then(answer)
        elif waiting.failed is not None:
            waiting.failed(error)
        else:
            self.crashed.emit(error)

    def _go_on(self, ticket: int, failed: bool) -> None:
        """Let go who waited for this write: to stay when it failed, to go when it was the last."""
        for leaving in [leaving for leaving in self._leaving if ticket in leaving.tickets]:
            leaving.tickets.discard(ticket)
            if failed or not leaving.tickets:
                self._leaving.remove(leaving)
            if not failed and not leaving.tickets and shiboken6.isValid(leaving.owner):
                leaving.then()
