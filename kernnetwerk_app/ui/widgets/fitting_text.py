"""A text box as tall as what it holds; the page scrolls, the box never does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from kernnetwerk_app.ui.theme import Theme


class FittingTextEdit(QTextEdit):
    """At least `lines` lines high, and as high as its words need at its width."""

    def __init__(self, theme: Theme, lines: int, letter: str) -> None:
        super().__init__()
        self._theme, self._lines = theme, lines
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.set_letter(self, letter)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        frame = self.height() - self.viewport().height()
        least = self._lines * self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin())
        return QSize(self._theme.chars(40), max(least, round(self.document().size().height())) + frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.chars(12), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
