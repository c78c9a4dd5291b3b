"""What unfolds is brought into sight, once the page has found room for it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_LAID_OUT_MS = 40
"""Layouts within layouts each ask the next one, so that it takes a few rounds of events."""


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the page that holds this widget so that all of it can be seen."""

    def scroll() -> None:
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and widget.isVisible():
            area.ensureWidgetVisible(widget)

    QTimer.singleShot(_LAID_OUT_MS, widget, scroll)
