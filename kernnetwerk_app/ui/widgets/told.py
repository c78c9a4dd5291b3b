"""What the law has us tell the resident after a melding, each a tick with the day it was told."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.services.melding import Mededeling
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check


class Told(QWidget):
    """`told(Mededeling, bool)`: a person set or took away a tick."""

    told = Signal(object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._t = load("dossier")
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

    def set_melding(self, melding: Melding, inleveren_tot: date) -> None:
        """`inleveren_tot`: the last day for a plan of one's own."""
        for wat, check in self._checks.items():
            day: date | None = getattr(melding, wat.value)
            words = self._t(f"vertel.{wat.name.lower()}", datum=datum_kort(inleveren_tot))
            check.setChecked(day is not None)
            check.set_words(words if day is None else self._t("vertel.verteld", wat=words, datum=datum_kort(day)))
