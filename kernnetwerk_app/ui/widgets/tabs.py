"""The parts of a page or dossier beside one another, with a line under where one is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button


class _Tab(Button):
    def __init__(self, theme: Theme, word: str) -> None:
        super().__init__(theme, word, "kaal", hoog=44, kleur="inkt2")
        self._here = False

    def set_here(self, here: bool) -> None:
        self._here = here
        self.set_kleur("accent" if here else "inkt2")
        self.setAccessibleDescription(load("venster")("rail.hier") if here else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._here:
            painter, thick = QPainter(self), self._theme.tokens.maat.lijn_route
            painter.fillRect(QRectF(0, self.height() - thick, self.width(), thick), self._theme.kleur("accent"))


class Tabs(QWidget):
    """`chosen(key)`: a person wants to see another part. Which one is shown is for the page to say (`set_here`)."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parts: Sequence[tuple[str, str]]) -> None:
        """`parts`: key and word, in order."""
        super().__init__()
        self._theme = theme
        self._tabs: dict[str, _Tab] = {}
        row = FlowLayout(self, spacing=8)
        for key, word in parts:
            tab = self._tabs[key] = _Tab(theme, word)
            tab.setObjectName(f"naar_{key}")
            tab.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            row.addWidget(tab)

    def set_here(self, here: str) -> None:
        for key, tab in self._tabs.items():
            tab.set_here(key == here)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.kleur("lijn"))
