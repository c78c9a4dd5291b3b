"""To which printer: chosen beside what is printed, and out of sight where there is none."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.dropdown import Dropdown
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Printerkeuze(QWidget):
    """The names of the printers of this laptop, with their label."""

    def __init__(self, theme: Theme, *, right: bool = False) -> None:
        super().__init__()
        words = load("papier_scherm")("printer")
        self._list = Dropdown(theme)
        self._list.setObjectName("printer")
        self._list.setAccessibleName(words)
        label = PlainLabel(theme, words, kleur="inkt2")
        label.setBuddy(self._list)
        row = FlowLayout(self, right=right)
        row.addWidget(label)
        row.addWidget(self._list)
        self.hide()

    def show_names(self, names: Sequence[str]) -> None:
        self._list.clear()
        self._list.addItems(list(names))
        self.setVisible(bool(names))

    def text(self) -> str:
        """The one that was chosen; empty where there is none."""
        return self._list.currentText()
