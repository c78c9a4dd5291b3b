"""Under a goal the ladder: one rung at a time as long as something is to be confirmed, or all of them (PLAN-11).

What was told stands there already; one tap is answer and reason. Nothing of it holds anybody up.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.ladder import GEVRAAGD, Trede, open_trede, reden_op
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.services import ladder
from kernnetwerk_app.services.ladder import Kandidaat, Ladders, Tredebeeld
from kernnetwerk_app.services.plan import DoelBeeld, PlanBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.ladderrij import Ladderrij
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


def load_ladders(owner: QWidget, omgeving: Omgeving, beeld: PlanBeeld, then: Callable[[Ladders], None]) -> None:
    """What was told for each goal; it comes after the plan itself, so that nobody waits for it."""
    plek = omgeving.plek

    def work() -> Ladders:
        with plek.store.read() as lezer:
            return ladder.load(plek, lezer, beeld)

    omgeving.tasks.read(owner, work, then, omgeving.meld_fout)


class Ladder(QWidget):
    """Asked of each goal, also of one for which nobody does anything yet. Rows are made when they are first seen.

    `typed`: a key was pressed. `changed`: something is saved. `answered`: it was the last one, and a key gave it.
    """

    typed = Signal()
    changed = Signal()
    answered = Signal()

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self._schrijver, self._theme = schrijver, schrijver.omgeving.theme
        self._beeld: PlanBeeld | None = None
        self._doel: DoelBeeld | None = None
        self._treden: tuple[Tredebeeld, ...] = ()
        self._rijen: dict[Trede, Ladderrij] = {}
        self._all, self._asked, self._naam = False, 0.0, ""
        self._toggle = Button(self._theme, " ", "kaal", icon="neer", hoog=44)
        self._toggle.clicked.connect(self._on_toggle)
        self._unasked = PlainLabel(self._theme, letter="klein", kleur="inkt2", wrap=True)
        self._box = QWidget()
        self._rows = QVBoxLayout(self._box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(0)
        column.addWidget(self._unasked)
        column.addWidget(self._box)
        column.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_goal(self, beeld: PlanBeeld, doel: DoelBeeld, treden: tuple[Tredebeeld, ...], asked: float) -> None:
        """Show the rungs of this goal as they stand in the store."""
        self._beeld, self._doel, self._treden, self._asked = beeld, doel, treden, asked
        self._show()

    def set_name(self, naam: str) -> None:
        """The goal's place in the plan."""
        self._naam = naam
        self._toggle.setObjectName(f"{naam}.ladder")

    def getypt(self, doel: Doel) -> Doel:
        """The goal with what is being typed in the ladder."""
        for rij in self._rijen.values():
            doel = rij.getypt(doel)
        return doel

    def leave(self, then: Callable[[], None]) -> None:
        rest = [rij.leave for rij in self._rijen.values()]

        def go_on() -> None:
            if rest:
                rest.pop()(go_on)
            else:
                then()

        go_on()

    def _show(self) -> None:
        if self._beeld is None or self._doel is None:
            return
        t, doel = load("plan"), self._doel.doel
        nu = open_trede(doel, ladder.aan_de_orde(self._treden))
        had_focus = any(rij.has_focus() for rij in self._rijen.values())
        cursor: QWidget | None = self.window().focusWidget()
        if cursor is None or not self._box.isAncestorOf(cursor):  # what is hidden loses the cursor
            self._box.hide()  # and shown once: the page is laid out for each part that comes in sight
        self._show_rungs(self._beeld, doel, nu)
        self._box.show()
        self._toggle.setText(t("ladder.een" if self._all else "ladder.alle"))
        self._toggle.set_icon("omhoog" if self._all else "neer")
        open_nog = any(reden_op(doel, trede) is None for trede in GEVRAAGD)
        blijft = any(getattr(doel, f"{trede}_blijft") is not None for trede in GEVRAAGD)
        niet = doel.niet_gevraagd if open_nog else doel.blijft_reden if blijft else None
        self._unasked.setText(t("nagaan.niet_gevraagd" if open_nog else "nagaan.niet_opnieuw", reden=niet or ""))
        self._unasked.setVisible(niet is not None)
        self.setVisible(bool(self._treden))
        if had_focus and not self._all:
            self._go_on(nu)

    def _show_rungs(self, beeld: PlanBeeld, doel: Doel, nu: Trede | None) -> None:
        for nummer, een in enumerate(self._treden):
            is_shown = self._all or een.trede is nu
            if is_shown and een.trede not in self._rijen:
                self._make(een.trede, nummer)
            if een.trede in self._rijen:
                rij = self._rijen[een.trede]
                if is_shown:
                    rij.show_rung(beeld, doel, een, self._asked, self._naam, self._all)
                rij.setVisible(is_shown)

    def _go_on(self, nu: Trede | None) -> None:
        if nu is None:
            self.answered.emit()
        else:
            self._rijen[nu].focus_first()

    def _make(self, trede: Trede, nummer: int) -> None:
        """At its place among the rows that are there."""
        rij = Ladderrij(self._schrijver)
        rij.answered.connect(lambda gekozen: self._answer(trede, gekozen))
        rij.wanted.connect(lambda wie: self._take(trede, wie))
        rij.typed.connect(self.typed)
        rij.changed.connect(self.changed)
        before = sum(een.trede in self._rijen for een in self._treden[:nummer])
        self._rijen[trede] = rij
        self._rows.insertWidget(before, rij)

    def _on_toggle(self) -> None:
        self._all = not self._all
        self._show()

    def _rung(self, trede: Trede) -> Tredebeeld:
        return next(een for een in self._treden if een.trede is trede)

    def _answer(self, trede: Trede, gekozen: str) -> None:
        plek, herkomst, beeld, doel = self._schrijver.omgeving.plek, self._schrijver.herkomst, self._beeld, self._doel
        if beeld is None or doel is None:
            return
        een = self._rung(trede)
        self._write(lambda: ladder.bevestig(plek, beeld, doel.doel, een, gekozen or None, herkomst))

    def _take(self, trede: Trede, wie: Kandidaat) -> None:
        plek, herkomst, beeld, doel = self._schrijver.omgeving.plek, self._schrijver.herkomst, self._beeld, self._doel
        if beeld is None or doel is None:
            return
        een = self._rung(trede)
        self._write(lambda: ladder.neem_mee(plek, beeld, doel.doel, een, wie, herkomst))

    def _write(self, work: Callable[[], object]) -> None:
        """After what is being typed is kept: an answer and its line are of one rung."""
        omgeving = self._schrijver.omgeving

        def saved(_: object) -> None:
            self._schrijver.saved()
            self.changed.emit()

        self.leave(lambda: omgeving.tasks.write(self, work, saved, omgeving.meld_fout))
