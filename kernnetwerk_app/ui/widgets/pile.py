"""Widgets under one another that come on a page together."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.ui.layouts import PileLayout


class Pile(QWidget):
    """Put it on a page when it is full: a page that is seen is laid out anew for each thing that is put on it."""

    def __init__(self, widgets: Iterable[QWidget] = (), spacing: int = 0, left: int = 0) -> None:
        """`left`: how far it stands in, in px."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # what stands there is not painted anew for what comes
        self._column = PileLayout(self, spacing=spacing)
        self._column.setContentsMargins(left, 0, 0, 0)
        for widget in widgets:
            self._column.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def drop(self, widget: QWidget) -> None:
        """Take this one out and delete it."""
        self._column.drop(widget)
