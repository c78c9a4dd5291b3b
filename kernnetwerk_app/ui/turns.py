"""Work on a page in short turns, so that a key is heard in between."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

_TURN_S = 0.008
"""After this long no other piece is begun before keys were heard: a piece may take as long again, and then the page is
laid out and painted.
"""


class Turns(QObject):
    """Goes through one iterator at a time, each `next` a piece of work on the GUI thread. Gone with its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("beurten")
        self._work: Iterator[None] = iter(())
        self._then: Callable[[], None] | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is work of which the end was not seen yet."""
        return self._turn.isActive()

    @property
    def rest(self) -> Iterator[None]:
        """What was not done yet, for work that comes after it."""
        return self._work

    def begin(self, work: Iterator[None], then: Callable[[], None] | None = None) -> None:
        """This work instead of what was being done; `then` is called at its end, instead of an earlier `then` that
        still waits. Without one the earlier stays.
        """
        self._work = work
        self._then = then or self._then
        self._turn.start()

    def _go_on(self) -> None:
        until = time.perf_counter() + _TURN_S
        while self._step():
            if time.perf_counter() > until:
                self._turn.start()
                return

    def _step(self) -> bool:
        """One piece of the work; False when there was none."""
        if next(self._work, self) is None:
            return True
        self._turn.stop()
        then, self._then = self._then, None
        if then is not None:
            then()
        return False
