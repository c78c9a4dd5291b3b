"""Who is reading in a store, so that it closes behind the last of them.

A snapshot that is still open keeps the whole write-ahead log on disk, and in it every word that was taken back since
(SIG-04), with a connection that has the key. SQLite moves the log into the store and removes it only when its last
connection closes; a pool that is disposed of under a reader never closes that one.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import sqlcipher3
from sqlalchemy import Engine, event
from sqlmodel import Session

from kernnetwerk_app.store.errors import StoreGesloten


class Readers:
    """Lets readers in and out of one read-only engine. For any thread; `close` is called once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._moved = threading.Condition()
        self._inside = 0
        self._connections: set[Any] = set()
        """What is in use, of the driver itself."""
        self._closed = self._stopped = self._is_late = False
        event.listen(engine, "checkout", lambda connection, *_: self._connections.add(connection))
        event.listen(engine, "checkin", lambda connection, *_: self._connections.discard(connection))
        event.listen(engine, "before_cursor_execute", self._before_statement)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One snapshot. `StoreGesloten` when the store is closed, also half way when it cannot wait any longer."""
        with self._moved:
            if self._closed:
                raise StoreGesloten
            self._inside += 1
        try:
            with Session(self._engine) as session:
                yield session
        finally:
            self._leave()

    def close(self, seconds: float) -> bool:
        """Let nobody in any more, and close every connection behind the last one out; False while one is still inside.

        Who is reading gets `seconds` to end it. Then the statement that runs is broken off, the next one refused, and
        it gets as long again to go. Whoever is later than that closes the connections at its own end.
        """
        with self._moved:
            self._closed = True
            if not self._moved.wait_for(self._is_empty, seconds):
                self._stopped = True
                self._break_off()
                self._is_late = not self._moved.wait_for(self._is_empty, seconds)
        if self._is_late:
            return False
        self._engine.dispose()
        return True

    def _leave(self) -> None:
        with self._moved:
            self._inside -= 1
            self._moved.notify_all()
            is_last = self._is_late and self._is_empty()
        if is_last:
            self._engine.dispose()

    def _is_empty(self) -> bool:
        return not self._inside

    def _break_off(self) -> None:
        for connection in list(self._connections):
            with suppress(sqlcipher3.Error):  # it was closed just now
                connection.interrupt()

    def _before_statement(self, *_: object) -> None:
        if self._stopped:
            raise StoreGesloten
