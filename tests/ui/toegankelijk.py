"""What must hold for every window: names, targets that a finger hits, words that are not cut off, and rest."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.painted_row import PaintedRow

DOEL = 44
"""Least height of what is pressed or filled in, in px (least width 24)."""
MINST = 24
"""Least size of anything that takes the focus (WCAG 2.2, 2.5.8)."""
ROUNDS = 10
_TOUCHED = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit)


def bezwaren(window: QWidget) -> list[str]:
    """Everything about the visible widgets of a window that keeps somebody from using it; empty when it is right."""
    QApplication.processEvents()
    return [*_nameless(window), *_too_small(window), *_cut_off(window), *restless()]


def bezwaren_op_elke_maat(window: QWidget, theme: Theme) -> list[str]:
    """The same at 100 % and at 200 % text; the window is shown and stays at 200 %. At the one parts stand beside each
    other, at the other below. Dressing takes most of the time: who is dressed so already, is not dressed again.
    """
    found = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for schaal in (1.0, 2.0):
        if theme.schaal != schaal:
            theme.apply(app, schaal)
        window.show()
        found += [f"{schaal:.0%}: {bezwaar}" for bezwaar in _settled(window)]
    return found


def _settled(window: QWidget) -> list[str]:
    """What is still wrong when the window has its new sizes: one layout waits for another, each for its event."""
    found = bezwaren(window)
    for _ in range(ROUNDS):
        if found:
            found = bezwaren(window)
    return found


def _visible(window: QWidget) -> Iterator[QWidget]:
    yield from (w for w in window.findChildren(QWidget) if w.isVisibleTo(window))


def _focusable(window: QWidget) -> Iterator[QWidget]:
    for widget in _visible(window):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None and widget.isEnabled():
            yield widget


def _nameless(window: QWidget) -> Iterator[str]:
    for widget in _focusable(window):
        if _inner_editor(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface or not interface.text(QAccessible.Text.Name).strip():
            yield f"{_what(widget)} has no name for a screen reader"


def _too_small(window: QWidget) -> Iterator[str]:
    for widget in _focusable(window):
        if _inner_editor(widget):
            continue
        least = DOEL if isinstance(widget, _TOUCHED) else MINST
        if widget.height() < least or widget.width() < MINST:
            yield f"{_what(widget)} is {widget.width()} x {widget.height()} px, less than {MINST} x {least}"


def _cut_off(window: QWidget) -> Iterator[str]:
    for widget in _visible(window):
        if isinstance(widget, PaintedRow) and widget.height() < widget.heightForWidth(widget.width()):
            yield f"{_what(widget)} is {widget.height()} px high and draws more lines than that"
        if not isinstance(widget, (QLabel, QPushButton)) or not widget.text():
            continue
        needed, has = widget.sizeHint(), widget.size()
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed = widget.minimumSizeHint()
            needed.setHeight(widget.heightForWidth(has.width()))
        if has.width() < needed.width() or has.height() < needed.height():
            yield (
                f"{_what(widget)} is {has.width()} x {has.height()} px and needs {needed.width()} x {needed.height()}"
            )
        parent = widget.parentWidget()
        if parent is not None and not parent.rect().contains(widget.geometry()):
            yield f"{_what(widget)} at {widget.geometry().getRect()} sticks out of {parent.size().toTuple()}"


class _Requests(QObject):
    """Who asked to be laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.by: set[str] = set()

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:  # noqa: N802  as Qt calls it
        if event.type() == QEvent.Type.LayoutRequest and isinstance(thing, QWidget):
            self.by.add(_what(thing))
        return False


def restless() -> Iterator[str]:
    """A page that goes on laying itself out empties the battery on a home visit, and nobody sees it."""
    requests, app = _Requests(), QApplication.instance()
    assert app is not None
    app.installEventFilter(requests)
    for _ in range(4 * ROUNDS):
        requests.by.clear()
        QApplication.processEvents()
        if not requests.by:
            break
    app.removeEventFilter(requests)
    yield from (f"{who} is laid out again and again" for who in sorted(requests.by))


def _inner_editor(widget: QWidget) -> bool:
    """The line inside a combo or spin box is reached and named through its box."""
    return isinstance(widget.parentWidget(), (QComboBox, QAbstractSpinBox))


def _what(widget: QWidget) -> str:
    words = widget.accessibleName() or (widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else "")
    return f"{type(widget).__name__} {words!r}"
