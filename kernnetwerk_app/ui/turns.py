"""Work on a page in short turns, so that a key is heard in between."""

import time
from collections.abc import Callable, Iterator
from itertools import chain

from PySide6.QtCore import QObject, QTimer

_TURN_S = 0.008
"""After this long no other piece is begun before keys were heard: a piece may take as long again, and then the page is
laid out and painted.
"""


class Turns(QObject):
    """Goes through one iterator at a time, each `next` a piece of work on the GUI thread. Gone with its parent.

    A piece that raises is told once, as any error that nobody caught. What can be done without it still is, and the end
    comes as ever. A generator ends at its error, so pieces that do without one another are a `chain`.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("beurten")
        self.busy = False
        """Whether there is work of which the end was not seen yet."""
        self.broken = False
        """Whether a piece of the latest work raised: then not all of it is there."""
        self._work: Iterator[None] = iter(())
        self._then: Callable[[], None] | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    def begin(self, work: Iterator[None], then: Callable[[], None] | None = None) -> None:
        """This work instead of what was being done; `then` is called at its end, instead of an earlier `then` that
        still waits. Without one the earlier stays.
        """
        self._work = work
        self._then = then or self._then
        self.busy, self.broken = True, False
        self._turn.start()

    def add(self, work: Iterator[None]) -> None:
        """This work after what is being done."""
        if self.busy:
            self._work = chain(self._work, work)
        else:
            self.begin(work)

    def after(self, then: Callable[[], None]) -> None:
        """Call `then` at the end of what is being done, instead of an earlier one; at once when there is nothing."""
        if self.busy:
            self._then = then
        else:
            then()

    def _go_on(self) -> None:
        until = time.perf_counter() + _TURN_S
        try:
            while self._step():
                if time.perf_counter() > until:
                    break
        finally:
            if self.busy:
                self._turn.start()

    def _step(self) -> bool:
        """One piece of the work; False when there was none."""
        try:
            is_end = next(self._work, self) is self
        except Exception:
            if not self.broken:
                self.broken = True
                raise
            return True  # the same fault in ten rows is one
        if is_end:
            self._end()
        return not is_end

    def _end(self) -> None:
        self.busy = False
        self._turn.stop()
        then, self._then = self._then, None
        if then is not None:
            then()
