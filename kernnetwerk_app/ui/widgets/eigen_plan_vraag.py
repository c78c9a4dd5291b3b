"""Before the gesprek begins: was it told that people may make a plan of their own, and is there one (RES-03)."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.notice import Notice


class EigenPlanVraag(QWidget):
    """`told`: a person says that it was told just now. Hidden once there is nothing to ask; blocks nothing."""

    told = Signal()

    def __init__(self, theme: Theme, after: QWidget) -> None:
        """`after`: where Tab comes from."""
        super().__init__()
        self._after = after
        self._t = load("gesprek")
        self._needed = False
        self._theme = theme
        self._notice: Notice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_melding(self, melding: Melding | None, tot: date | None) -> None:
        """`tot`: the last day for handing it in, as long as that has not passed."""
        t = self._t
        verteld = melding is not None and melding.persoonlijk_plan_genoemd_datum is not None
        self._needed = melding is not None and melding.eigen_plan is None and (not verteld or tot is not None)
        if not self._needed:
            self.hide()
        elif verteld and tot is not None:
            self._made().set_state(t("eigen_plan.vraag", datum=datum_kort(tot)), "goed", icon="pen")
        else:
            dag = t("eigen_plan.tot", datum=datum_kort(tot)) if tot is not None else t("eigen_plan.nog")
            self._made().set_state(dag, "letop", t("eigen_plan.ja"), lead=t("eigen_plan.vertel"))

    def show_when(self, *, here: bool) -> None:
        """On the page of the question, when there is something to ask."""
        self.setVisible(here and self._needed)

    def _made(self) -> Notice:
        """Made when there is something to ask: in most conversations there is not."""
        if self._notice is None:
            self._notice = Notice(self._theme, "", "letop")
            self._notice.button.setObjectName("eigen_plan_verteld")
            self._notice.pressed.connect(self.told)
            self._column.addWidget(self._notice)
            QWidget.setTabOrder(self._after, self._notice.button)
        return self._notice
