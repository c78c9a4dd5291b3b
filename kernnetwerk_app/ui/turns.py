"""Work on a page in short turns, so that a key is heard in between."""

import time
from collections.abc import Callable, Iterator
from itertools import chain
from traceback import walk_tb

from PySide6.QtCore import QObject, QTimer

_TURN_S = 0.008
"""After this long no other piece is begun before keys were heard: a piece may take as long again, and then the page is
laid out and painted.
"""


def each(pieces: Iterator[Callable[[], None]]) -> Iterator[None]:
    """Work of pieces that do without one another: after one that raises the next is still done."""
    return map(_do, pieces)


def _do(piece: Callable[[], None]) -> None:
    try:
        piece()
    except StopIteration as fout:
        raise RuntimeError("a piece of work ran dry") from fout  # else it would be the end of all of it


class Turns(QObject):
    """Goes through one iterator at a time, each `next` a piece of work on the GUI thread. Gone with its parent.

    A piece that raises is told, as any error that nobody caught; the same fault in ten pieces, or each time that the
    work is done anew, is told once. What can be done without it still is, and the end comes as ever. A generator ends
    at its error, so pieces that do without one another are a `chain`, or `each` of them.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("beurten")
        self.busy = False
        """Whether there is work of which the end was not seen yet."""
        self.broken = False
        """Whether a piece of the latest work, or of what was added to it, raised: then not all of it is there."""
        self._told: set[tuple[type[Exception], str, int]] = set()
        """What went wrong here, and where."""
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
        """This work after what is being done, or was done last."""
        self._work = chain(self._work, work) if self.busy else work
        self.busy = True
        self._turn.start()

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
        except Exception as fout:
            self.broken = True
            if self._is_new(fout):
                raise
            return True
        if is_end:
            self._end()
        return not is_end

    def _is_new(self, fout: Exception) -> bool:
        """Whether this did not go wrong here before."""
        *_, (frame, line) = walk_tb(fout.__traceback__)
        where = (type(fout), frame.f_code.co_filename, line)
        is_new = where not in self._told
        self._told.add(where)
        return is_new

    def _end(self) -> None:
        self.busy = False
        self._turn.stop()
        then, self._then = self._then, None
        if then is not None:
            then()
