"""Under a goal the next question of the ladder: can people around them, can something for everyone help (PLAN-11).

One tap is answer and reason, so that it is confirmed and not typed; what was answered can be changed at the goal.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.plan import JA, Doel, Trede, antwoord_op, open_trede, zet_antwoord
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.plan import DoelBeeld, PlanBeeld
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.layouts import FlowLayout, clear_layout
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Laddervraag(QWidget):
    """Gone when nothing is left to ask, and as long as nobody does anything for the goal.

    `changed`: an answer is saved. `answered`: it was the last one, and a key gave it.
    """

    changed = Signal()
    answered = Signal()

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self._schrijver, self._theme = schrijver, schrijver.omgeving.theme
        self._shown: tuple[object, ...] = ()
        self._beeld: PlanBeeld | None = None
        self._doel: Doel | None = None
        self._vraag = PlainLabel(self._theme, letter="klein", kleur="inkt2", wrap=True)
        self._chips = QWidget()
        self._row = FlowLayout(self._chips, spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._vraag)
        column.addWidget(self._chips)
        self.hide()

    def show_goal(self, beeld: PlanBeeld, doel: DoelBeeld, naam: str) -> None:
        """Ask what is not answered yet; `naam` is the goal's place in the plan."""
        self._beeld, self._doel = beeld, doel.doel
        trede = open_trede(doel.doel) if doel.afspraken else None
        wie = ""
        if trede is not None:
            wie = ", ".join(dict.fromkeys(doener(regel) for regel in doel.afspraken if regel.wie in trede.doeners))
        if self._shown == (trede, wie, naam):
            return
        self._shown = (trede, wie, naam)
        had_focus = any(button.hasFocus() for button in self._chips.findChildren(Button))
        self.setVisible(trede is not None)
        if trede is not None:
            self._ask(trede, wie, naam, had_focus)
        elif had_focus:
            self.answered.emit()

    def _ask(self, trede: Trede, wie: str, naam: str, had_focus: bool) -> None:
        t, lijst = load("plan"), self._schrijver.omgeving.plek.profiel.lijst(trede.lijst)
        self._vraag.setText(lijst.titel)
        clear_layout(self._row)
        for nummer, keuze in enumerate(lijst.keuzes):
            words = t("ladder.ja", wie=wie) if keuze.sleutel == JA and wie else keuze.label
            button = Button(self._theme, words, "stil", hoog=44)
            button.setObjectName(f"{naam}.{trede}.{keuze.sleutel}")
            button.setAccessibleName(f"{lijst.titel} {words}")
            button.clicked.connect(lambda _=False, gekozen=keuze.sleutel: self._answer(trede, gekozen))
            self._row.addWidget(button)
            if had_focus and nummer == 0:
                button.setFocus()

    def _answer(self, trede: Trede, gekozen: str) -> None:
        if self._beeld is not None and self._doel is not None:
            keep_answer(self, self._schrijver, self._beeld, self._doel, trede, gekozen, self.changed.emit)


class Ladderkeuze(Pick):
    """The same answer at the goal, to look at and change. `changed`: it is saved."""

    changed = Signal()

    def __init__(self, schrijver: Schrijver, trede: Trede) -> None:
        lijst = schrijver.omgeving.plek.profiel.lijst(trede.lijst)
        super().__init__(schrijver.omgeving.theme, [("", load("plan")("lichter.leeg")), *lijst.opties()])
        self._schrijver, self._trede = schrijver, trede
        self._beeld: PlanBeeld | None = None
        self._doel: Doel | None = None
        self.edited.connect(self._keep)

    def show_goal(self, beeld: PlanBeeld, doel: Doel) -> None:
        self._beeld, self._doel = beeld, doel
        if not self.hasFocus():
            self.set_text(antwoord_op(doel, self._trede)[1] or "")

    def _keep(self) -> None:
        if self._beeld is not None and self._doel is not None:
            keep_answer(self, self._schrijver, self._beeld, self._doel, self._trede, self.text(), self.changed.emit)


def keep_answer(
    owner: QWidget,
    schrijver: Schrijver,
    beeld: PlanBeeld,
    doel: Doel,
    trede: Trede,
    gekozen: str,
    then: Callable[[], None],
) -> None:
    """Keep this answer, or with nothing chosen none."""
    omgeving, herkomst, bases = schrijver.omgeving, schrijver.herkomst, beeld.bases[doel.id]
    plek, velden = omgeving.plek, zet_antwoord(trede, gekozen)

    def saved(_: object) -> None:
        schrijver.saved()
        then()

    omgeving.tasks.write(
        owner, lambda: plan.change(plek, Doel, doel.id, bases, herkomst, **velden), saved, omgeving.meld_fout
    )
