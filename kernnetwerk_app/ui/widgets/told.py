"""What is told after a melding, each a tick with the day it was told, and the paper that says it all at once."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.mededeling import Mededeling
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Told(QWidget):
    """`told(Mededeling, bool)`: a person set or took away a tick. `paper_wanted`: to *Zo gaat het verder*.
    `answer_wanted`: to write down what the resident said to it.
    """

    told = Signal(object, bool)
    paper_wanted = Signal()
    answer_wanted = Signal()

    def __init__(self, theme: Theme, t: Tekst) -> None:
        super().__init__()
        self._t = t
        self._checks: dict[Mededeling, Check] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for wat in Mededeling:
            check = Check(theme, "")
            check.setObjectName(f"verteld_{wat.name.lower()}")
            check.clicked.connect(lambda ticked, wat=wat: self.told.emit(wat, ticked))
            self._checks[wat] = check
            column.addWidget(check)
        self._answer = PlainLabel(theme, "", "klein", kleur="inkt2", wrap=True)
        column.addWidget(self._answer)
        line = FlowLayout(spacing=8)
        for naam, icon, wish in (("papier", "papier", self.paper_wanted), ("antwoord", "pen", self.answer_wanted)):
            button = Button(theme, self._t(f"knop.{naam}"), "kaal", icon=icon, hoog=44)
            button.setObjectName(f"vertel_{naam}")
            button.clicked.connect(wish)
            line.addWidget(button)
        column.addLayout(line)
        column.setAlignment(line, Qt.AlignmentFlag.AlignLeft)

    def set_melding(self, melding: Melding, inleveren_tot: date) -> None:
        """`inleveren_tot`: the last day for a plan of one's own."""
        for wat, check in self._checks.items():
            day = wat.dag(melding)
            words = self._t(f"vertel.{wat.name.lower()}", datum=datum_kort(inleveren_tot))
            check.setChecked(day is not None)
            check.set_words(words if day is None else self._t("vertel.verteld", wat=words, datum=datum_kort(day)))
        said = self._said(melding)
        self._answer.setText(said)
        self._answer.setVisible(bool(said))

    def _said(self, melding: Melding) -> str:
        """What the resident said to it, in one or two sentences; empty when nobody wrote it down."""
        t, zinnen = self._t, []
        if melding.clientondersteuning is not None:
            wie = f" ({melding.clientondersteuner})" if melding.clientondersteuner else ""
            zinnen.append(t(f"gezegd.{melding.clientondersteuning.name.lower()}", wie=wie))
        if melding.mantelzorger_wil is not None:
            zinnen.append(t(f"gezegd.mantelzorger_{melding.mantelzorger_wil.name.lower()}"))
        if melding.eigen_plan is not None and melding.eigen_plan_datum is not None:
            wat = t(f"eigen_plan.{melding.eigen_plan.name.lower()}").capitalize()
            zinnen.append(t("gezegd.eigen_plan", wat=wat, datum=datum_kort(melding.eigen_plan_datum)))
        return " ".join(zinnen)
