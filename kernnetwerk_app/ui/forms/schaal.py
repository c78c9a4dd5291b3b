"""The scale question of one life domain: folded until a worker wants it, with what was said before over time."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.schaalvraag import HOOGST, LAAGST, Cijfer
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.scale_line import ScaleLine


class Schaal(QWidget):
    """`given(int)`: a person said this figure."""

    given = Signal(int)

    def __init__(self, theme: Theme, vandaag: date) -> None:
        super().__init__()
        t = load("gesprek")
        self._today = vandaag
        options = [Option(str(cijfer), str(cijfer)) for cijfer in range(LAAGST, HOOGST + 1)]
        self._group = ChoiceGroup(theme, t("schaal.vraag"), options)
        for option, box in zip(options, self._group.choices(), strict=True):
            box.setObjectName(f"cijfer.{option.key}")
        self._group.chosen.connect(lambda cijfer: self.given.emit(int(cijfer)))
        self._open = Button(theme, t("schaal.open"), "kaal", trailing="neer", hoog=44)
        self._open.setObjectName("vraag_cijfer")
        self._open.clicked.connect(lambda: self._unfold(self._group.isHidden()))
        self._line = ScaleLine(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._group, self._line):
            column.addWidget(part)
            part.hide()

    def show_cijfers(self, cijfers: Sequence[Cijfer]) -> None:
        """What was said so far; with figures it stands open."""
        today = next((str(c.waarde) for c in cijfers if c.datum == self._today), None)
        self._group.set_value(today)
        self._line.show_cijfers(cijfers)
        if cijfers:
            self._unfold(unfold=True)

    def _unfold(self, unfold: bool) -> None:
        self._group.setVisible(unfold)
        self._open.set_trailing("omhoog" if unfold else "neer")
