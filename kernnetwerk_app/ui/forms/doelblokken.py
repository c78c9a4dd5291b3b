"""The goals of a plan under one another. Of a long plan the first stand there at once, the rest come one by one, so
that a key is heard in between.
"""

from collections.abc import Callable, Iterator
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.services.ladder import Ladders
from kernnetwerk_app.services.plan import DoelBeeld, PlanBeeld
from kernnetwerk_app.ui.forms.doelblok import Doelblok
from kernnetwerk_app.ui.forms.schrijver import Schrijver

_AT_ONCE = 8
"""So many goals are shown in one go: more than most plans have, and more than fits on a screen."""

_PER_TURN = 5
"""And so many in each later turn: with every turn the whole page is laid out anew."""


class Doelblokken(QWidget):
    """Each block follows its own goal and stays while others change; the signals are those of `Doelblok`."""

    typed = Signal()
    changed = Signal()
    conflict = Signal(object, int)
    removed = Signal(object, object)

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self._schrijver = schrijver
        self._blokken: dict[UUID, Doelblok] = {}
        self._work: Iterator[None] = iter(())
        self._then: Callable[[], None] | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(20)
        self.hide()

    def all(self) -> list[Doelblok]:
        """As far as they stand there: what does not, nobody typed in."""
        return list(self._blokken.values())

    def show_plan(self, beeld: PlanBeeld, asked: float, ongelezen: frozenset[UUID], then: Callable[[], None]) -> bool:
        """Whether a goal came that was not there before. `then` is called once all stand there; `ongelezen`: lines to
        open as soon as they are seen for the first time.
        """
        now = {doel.doel.id for doel in beeld.doelen}
        for gone in self._blokken.keys() - now:
            blok = self._blokken.pop(gone)
            blok.hide()
            blok.deleteLater()
        is_new = bool(now - self._blokken.keys())
        self._then = then
        self.setVisible(bool(now))
        self._begin(self._show_goals(beeld, asked, ongelezen))
        return is_new

    def show_ladders(self, treden: Ladders, asked: float) -> None:
        """What was told of each rung of each goal; it comes after the plan itself."""
        self._begin(self._show_ladders(self._work, treden, asked))

    def focus_new(self) -> None:
        """The next line of the last goal."""
        if self._blokken:
            self.all()[-1].focus_new()

    def _begin(self, work: Iterator[None]) -> None:
        self._work = work
        for _ in range(_AT_ONCE):
            if not self._step():
                return
        self._turn.start()

    def _go_on(self) -> None:
        if all(self._step() for _ in range(_PER_TURN)):
            self._turn.start()

    def _step(self) -> bool:
        """One piece of the work; False when there was none."""
        if next(self._work, self) is None:
            return True
        self._turn.stop()
        then, self._then = self._then, None
        if then is not None:
            then()
        return False

    def _show_goals(self, beeld: PlanBeeld, asked: float, ongelezen: frozenset[UUID]) -> Iterator[None]:
        for nummer, doel in enumerate(beeld.doelen, 1):
            is_new = doel.doel.id not in self._blokken
            blok = self._make(beeld, doel) if is_new else self._blokken[doel.doel.id]
            blok.show_goal(beeld, doel, asked, nummer)
            if is_new:
                blok.open_lines(ongelezen)
            yield

    def _show_ladders(self, before: Iterator[None], treden: Ladders, asked: float) -> Iterator[None]:
        yield from before
        for doel_id, blok in list(self._blokken.items()):
            if doel_id in self._blokken:
                blok.show_ladder(treden.get(doel_id, ()), asked)
            yield

    def _make(self, beeld: PlanBeeld, doel: DoelBeeld) -> Doelblok:
        blok = Doelblok(self._schrijver, beeld, doel)
        blok.typed.connect(self.typed)
        blok.changed.connect(self.changed)
        blok.conflict.connect(self.conflict)
        blok.removed.connect(self.removed)
        self._blokken[doel.doel.id] = blok
        self._column.addWidget(blok)
        return blok
