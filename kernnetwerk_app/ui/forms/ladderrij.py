"""One rung of the ladder: what was told of it, the answers to tap, and who can be put in the plan with one press."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.ladder import BIJDRAGE, JA, reden_op, woorden_op
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.ladder import Kandidaat, Tredebeeld
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import SentenceEdit
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.velden_van import VeldenVan
from kernnetwerk_app.ui.layouts import FlowLayout, clear_layout
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_RUIM = 16
"""Above a rung among others, in px: else its question seems to belong to the answers of the one before it."""


class Ladderrij(QWidget):
    """`answered(str)`: this key was tapped, empty when the answer was taken back. `wanted(Kandidaat)`: put this one in
    the plan. `typed`: a key was pressed in the line of why. `changed`: Enter closed that line.
    """

    answered = Signal(str)
    wanted = Signal(object)
    typed = Signal()
    changed = Signal()

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self._schrijver, self._theme = schrijver, schrijver.omgeving.theme
        self._shown: tuple[object, ...] = ()
        self._velden = VeldenVan(schrijver, self.typed.emit, lambda: None)
        self._field: Field | None = None
        self._answers: list[Button] = []
        self._vraag = PlainLabel(self._theme, letter="klein", vet=True, wrap=True)
        self._told = PlainLabel(self._theme, wrap=True)
        self._chips, self._people = QWidget(), QWidget()
        self._chip_row, self._people_row = FlowLayout(self._chips, spacing=8), FlowLayout(self._people, spacing=8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 8)
        self._column.setSpacing(4)
        for widget in (self._vraag, self._told, self._chips, self._people):
            self._column.addWidget(widget)

    def show_rung(self, beeld: PlanBeeld, doel: Doel, trede: Tredebeeld, asked: float, naam: str, alle: bool) -> None:
        """Show it as the store gave it; `naam` is the goal's place in the plan. `alle`: among the other rungs."""
        gekozen, woorden = reden_op(doel, trede.trede), woorden_op(doel, trede.trede)
        self._velden.load(beeld, doel, asked)
        self._show_field(beeld, doel, trede, f"{naam}.{trede.trede}", is_said=alle and bool(gekozen or woorden))
        shown = (trede, gekozen, is_leeg(woorden), naam, alle)
        if self._shown == shown:
            return
        self._shown = shown
        self._column.setContentsMargins(0, _RUIM if alle else 4, 0, 8)
        says = trede.naam.casefold() in trede.vraag.casefold()  # then the rung is named once
        kop = trede.vraag if says else load("plan")("ladder.naam", trede=trede.naam, vraag=trede.vraag)
        self._vraag.setText(kop)
        told = " ".join((*(trede.feiten if is_leeg(woorden) else ()), *trede.apart))
        self._told.setText(told)
        self._told.setVisible(bool(told))
        had_focus = self.has_focus()
        self._show_answers(trede, gekozen, naam)
        is_no = gekozen is not None and gekozen not in BIJDRAGE  # then nobody is offered for it
        self._show_people(() if is_no else trede.kandidaten, f"{naam}.{trede.trede}")
        if had_focus:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor on the answer that was given, else on the first one."""
        chosen = [button for button in self._answers if button.isChecked()]
        for button in (chosen or self._answers)[:1]:
            button.setFocus()

    def has_focus(self) -> bool:
        return any(button.hasFocus() for button in self.findChildren(Button))

    def getypt(self, doel: Doel) -> Doel:
        """The goal with what stands in this rung on the screen."""
        return self._velden.getypt(doel)

    def leave(self, then: Callable[[], None]) -> None:
        self._velden.leave(then)

    def _show_answers(self, trede: Tredebeeld, gekozen: str | None, naam: str) -> None:
        t, wie = load("plan"), ", ".join(trede.doen_al)
        clear_layout(self._chip_row)
        self._answers = []
        keuzes = [(keuze.sleutel, keuze.label) for keuze in trede.keuzes]
        if gekozen and gekozen not in dict(keuzes):
            keuzes.append((gekozen, gekozen))  # of a list of before: what was said stays to be read
        for sleutel, label in keuzes:
            words = t("ladder.ja", wie=wie) if sleutel == JA and wie else label
            button = Button(self._theme, words, "stil", icon="vink" if sleutel == gekozen else "", hoog=44)
            button.setObjectName(f"{naam}.{trede.trede}.{sleutel}")
            button.setAccessibleName(f"{trede.vraag} {words}")
            button.setCheckable(True)
            button.setChecked(sleutel == gekozen)
            button.clicked.connect(lambda _=False, s=sleutel: self.answered.emit("" if s == gekozen else s))
            self._chip_row.addWidget(button)
            self._answers.append(button)

    def _show_people(self, kandidaten: Sequence[Kandidaat], naam: str) -> None:
        t = load("plan")
        clear_layout(self._people_row)
        for nummer, een in enumerate(kandidaten):
            button = Button(self._theme, t("ladder.in_plan", wie=een.naam), "kaal", icon="plus", hoog=44)
            button.setObjectName(f"{naam}.kandidaat{nummer}")
            button.clicked.connect(lambda _=False, wie=een: self.wanted.emit(wie))
            self._people_row.addWidget(button)
        self._people.setVisible(bool(kandidaten))

    def _show_field(self, beeld: PlanBeeld, doel: Entiteit, trede: Tredebeeld, naam: str, is_said: bool) -> None:
        """One line of what there is and why it is (not) enough: asked where something was answered, never needed."""
        if self._field is None and is_said:
            editor = SentenceEdit(self._theme, lines=1)
            editor.entered.connect(lambda: self._velden.leave(self.changed.emit))
            self._field = Field(self._theme, load("plan")("ladder.woorden"), editor)
            self._velden.add(f"{trede.trede}_woorden", editor, self._field, beeld, doel)
            self._column.addWidget(self._field)
        if self._field is not None:
            self._field.editor.setObjectName(f"{naam}.woorden")
            self._field.setVisible(is_said)
