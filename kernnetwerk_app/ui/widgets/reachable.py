"""A page of which one part is always in sight or one press away, however long what stands above it becomes."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Streep

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class Reachable(QWidget):
    """`area` with a line under it that leads to one part of it, for as long as that lies below the fold."""

    def __init__(self, theme: Theme, area: QScrollArea, words: str, naam: str) -> None:
        """`naam`: of the button."""
        super().__init__()
        self._area = area
        self._part: QWidget | None = None
        self._button = Button(theme, words, "kaal", trailing="neer", hoog=44)
        self._button.setObjectName(naam)
        self._button.clicked.connect(self._go)
        self._row = QWidget()
        line = QVBoxLayout(self._row)
        line.setContentsMargins(theme.tokens.raster.marge, 0, theme.tokens.raster.marge, 8)
        line.setSpacing(8)
        line.addWidget(Streep())
        line.addWidget(self._button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self._row)
        self._row.hide()
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._look)
        bar.rangeChanged.connect(self._look)

    def set_part(self, part: QWidget) -> None:
        """What must be in reach; it stands in the area."""
        self._part = part
        part.installEventFilter(self)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._look()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look()

    def _look(self) -> None:
        """Measured against the height without the line, so that the line does not make itself needed."""
        page, part = self._area.widget(), self._part
        if page is None or part is None:
            return
        bottom = part.mapTo(page, QPoint(0, part.height())).y()
        seen = self._area.verticalScrollBar().value() + self.height()
        self._row.setVisible(part.isVisibleTo(page) and bottom > seen)

    def _go(self) -> None:
        if self._part is not None:
            self._part.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._part, 0, 16)
