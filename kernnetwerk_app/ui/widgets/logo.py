"""The mark: a table seen from above, five people and one open chair."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_GRID = 40
_PEOPLE = ((10, 6), (20, 4), (30, 6), (10, 34), (20, 36))
_OPEN_CHAIR = (30, 34)


class LogoMark(QWidget):
    """The mark alone, `maat` px square at 100 % text."""

    def __init__(self, theme: Theme, maat: int = 40) -> None:
        super().__init__()
        self._theme, self._maat = theme, maat
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._maat)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur("accent")
        painter.scale(self.width() / _GRID, self.height() / _GRID)
        draw_box(painter, QRectF(5, 12, 30, 16), kleur, radius=4)
        painter.setBrush(kleur)
        for x, y in _PEOPLE:
            painter.drawEllipse(QPointF(x, y), 3.4, 3.4)
        painter.setPen(QPen(kleur, 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(*_OPEN_CHAIR), 2.5, 2.5)
        painter.end()


class Logo(QWidget):
    """The mark with the name of the program, and below it whose it is (`sub`, the municipality)."""

    def __init__(self, theme: Theme, sub: str = "", maat: int = 40, letter: str = "kop") -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(theme, load("venster")("naam"), letter, vet=True))
        if sub:
            words.addWidget(PlainLabel(theme, sub, "klein", kleur="inkt2"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(LogoMark(theme, maat))
        row.addLayout(words)
        row.addStretch(1)
