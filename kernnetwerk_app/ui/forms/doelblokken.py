"""The goals of a plan under one another. They come one by one, so that a key is heard in between."""

from collections.abc import Callable, Iterator
from itertools import chain
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.services.ladder import Ladders
from kernnetwerk_app.services.plan import DoelBeeld, PlanBeeld
from kernnetwerk_app.ui.forms.doelblok import Doelblok
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.layouts import PileLayout
from kernnetwerk_app.ui.turns import Turns

_GOALS, _LADDERS = "doelen", "ladders"


class Doelblokken(QWidget):
    """Each block follows its own goal and stays while others change; the signals are those of `Doelblok`."""

    typed = Signal()
    changed = Signal()
    conflict = Signal(object, int)
    removed = Signal(object, object)
    begun = Signal()
    """The first goal stands there: what comes after the plan itself may be read."""

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self._schrijver = schrijver
        self._blokken: dict[UUID, Doelblok] = {}
        self._treden: Ladders = {}
        self._then: Callable[[], None] | None = None
        self._half: set[str] = set()
        """Which of the two could not be shown whole, the last time that they were."""
        self._turns = Turns(self)
        self._column = PileLayout(self, spacing=20)
        self.hide()

    def all(self) -> list[Doelblok]:
        """As far as they stand there: what does not, nobody typed in."""
        return list(self._blokken.values())

    @property
    def is_whole(self) -> bool:
        """Whether every goal that was shown last stands there, with its ladder."""
        return not self._half

    def show_plan(
        self,
        beeld: PlanBeeld,
        asked: float,
        ongelezen: frozenset[UUID],
        below: Callable[[], Iterator[None]],
        then: Callable[[], None],
    ) -> bool:
        """Whether a goal came that was not there before. `ongelezen`: lines to open as soon as they are seen for the
        first time. `below`: what is done in turns after the goals; `then` is called once all of it stands there that
        can, and again after its ladders.
        """
        now = {doel.doel.id for doel in beeld.doelen}
        for gone in self._blokken.keys() - now:
            self._column.drop(self._blokken.pop(gone))
        is_new = bool(now - self._blokken.keys())
        self.setVisible(bool(now))
        self._then = then
        self._half.discard(_GOALS)
        goals = [
            self._noting(_GOALS, self._show_goal(beeld, doel, asked, ongelezen, nummer))
            for nummer, doel in enumerate(beeld.doelen, 1)
        ]
        self._turns.begin(chain(*goals[:1], self._tell_begun(), *goals[1:], below()), then)
        return is_new

    def show_ladders(self, treden: Ladders, asked: float) -> None:
        """What was told of each rung of each goal; it comes after the plan itself."""
        self._treden = treden
        self._half.discard(_LADDERS)
        self._turns.add(self._noting(_LADDERS, self._show_ladders(treden, asked)))
        if self._then is not None:
            self._turns.after(self._then)

    def focus_new(self) -> None:
        """The next line of the last goal."""
        if self._blokken:
            self.all()[-1].focus_new()

    def _noting(self, what: str, work: Iterator[None]) -> Iterator[None]:
        """That it could not be done whole is told where errors are, and known here."""
        try:
            yield from work
        except Exception:  # nothing is swallowed: it is noted here, and goes on to where errors are told
            self._half.add(what)
            raise

    def _tell_begun(self) -> Iterator[None]:
        self.begun.emit()
        yield

    def _show_goal(
        self, beeld: PlanBeeld, doel: DoelBeeld, asked: float, ongelezen: frozenset[UUID], nummer: int
    ) -> Iterator[None]:
        """Each on its own: where one goal cannot be shown the others still are."""
        is_new = doel.doel.id not in self._blokken
        blok = self._make(beeld, doel) if is_new else self._blokken[doel.doel.id]
        if is_new:
            yield
        blok.show_goal(beeld, doel, asked, nummer)
        if is_new:
            yield
            blok.show_ladder(self._treden.get(doel.doel.id, ()), asked)
            blok.open_lines(ongelezen)
            yield
            self._place(blok, beeld, doel.doel.id)
        yield

    def _place(self, blok: Doelblok, beeld: PlanBeeld, doel_id: UUID) -> None:
        """Where the plan has it: a goal that is put back comes between the others again."""
        self._blokken[doel_id] = blok
        order = [doel.doel.id for doel in beeld.doelen if doel.doel.id in self._blokken]
        self._blokken = {een: self._blokken[een] for een in order}
        self._column.insert(order.index(doel_id), blok)
        blok.show()  # at once, for the next line of it may be where one goes on

    def _show_ladders(self, treden: Ladders, asked: float) -> Iterator[None]:
        for doel_id, blok in tuple(self._blokken.items()):
            if doel_id in self._blokken:
                blok.show_ladder(treden.get(doel_id, ()), asked)
            yield

    def _make(self, beeld: PlanBeeld, doel: DoelBeeld) -> Doelblok:
        """On no page yet: on one that is seen, each part that is shown has the whole page laid out anew."""
        blok = Doelblok(self._schrijver, beeld, doel)
        blok.typed.connect(self.typed)
        blok.changed.connect(self.changed)
        blok.conflict.connect(self.conflict)
        blok.removed.connect(self.removed)
        return blok
