"""The Tab key in the order in which a page reads. Qt takes the order in which widgets were made, and a line that is
opened, or a rung that comes in, is made last wherever it stands.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


def order_tabs(page: QWidget) -> None:
    """Put what takes the focus in the order of the layouts, each within the one around it."""
    for before, after in pairwise(_stops(page)):
        QWidget.setTabOrder(before, after)


def follow(before: QWidget, part: QWidget) -> None:
    """Put what takes the focus within `part`, in its own order, behind `before`: where it came onto the page later than
    what follows it.
    """
    for each, after in pairwise([before, *_chain(part)]):
        QWidget.setTabOrder(each, after)


def _chain(part: QWidget) -> list[QWidget]:
    """What takes the focus within `part`, in the order in which it was made."""
    found: list[QWidget] = []
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _stops(inside)
    layout = widget.layout()
    if layout is not None and not isinstance(widget, QAbstractScrollArea):
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _stops_in(inner)
