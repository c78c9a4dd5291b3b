"""A strip along the page: the bar above, the foot, the question of a resident."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from kernnetwerk_app.ui.theme import Theme


class Bar(QFrame):
    """`rol` is what the style sheet knows it by; where there is no sheet, in high contrast, the line along `edge` is
    drawn here.
    """

    def __init__(self, theme: Theme, rol: str, edge: Qt.Edge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._edge = theme, edge
        self.setProperty("rol", rol)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._theme.hoog_contrast:
            rect, painter = self.rect(), QPainter(self)
            painter.setPen(QPen(self._theme.kleur("rand"), 1))
            if self._edge is Qt.Edge.RightEdge:
                painter.drawLine(rect.topRight(), rect.bottomRight())
            elif self._edge is Qt.Edge.LeftEdge:
                painter.drawLine(rect.topLeft(), rect.bottomLeft())
            elif self._edge is Qt.Edge.TopEdge:
                painter.drawLine(rect.topLeft(), rect.topRight())
            else:
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            painter.end()
