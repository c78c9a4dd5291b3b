"""Under a form that is worked with the keys: which key does what, small buttons beside it, and whether it is saved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.key_cap import KeyCap
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark


class KeyBar(QWidget):
    """`mark` is the saved mark at its end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.mark = SavedMark(theme)
        self._flow = FlowLayout(spacing=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.addLayout(self._flow, 1)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_key(self, toets: str, doet: str) -> None:
        """A key and what it does."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(KeyCap(self._theme, toets))
        row.addWidget(PlainLabel(self._theme, doet, "klein", kleur="inkt2"))
        self._flow.addWidget(both)

    def add_button(self, button: QWidget) -> None:
        self._flow.addWidget(button)
