"""Working with the keys alone: typing where the focus is, walking on with Tab, and reading what stands there."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from kernnetwerk_app.ui.widgets.field import Field

MOST_TABS = 80


class Toetsenteller(QObject):
    """Counts the keys that really arrive where the focus is, Tab and every letter too."""

    def __init__(self) -> None:
        super().__init__()
        self.aantal = 0

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:  # noqa: N802  as Qt calls it
        self.aantal += event.type() == QEvent.Type.KeyPress and thing is QApplication.focusWidget()
        return False


@contextmanager
def tel_toetsen() -> Iterator[Toetsenteller]:
    """Count the keys that are pressed within the block."""
    app, teller = QApplication.instance(), Toetsenteller()
    assert app is not None
    app.installEventFilter(teller)
    try:
        yield teller
    finally:
        app.removeEventFilter(teller)


def in_focus() -> QWidget:
    """What has the focus; the box when it is the line inside a box."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    parent = widget.parentWidget()
    return parent if isinstance(parent, QComboBox) else widget


def typ(tekst: str) -> None:
    """Type where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, tekst)


def toets(toets: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, toets, modifier)


def wis() -> None:
    """Select everything in the field and delete it."""
    toets(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    toets(Qt.Key.Key_Delete)


def plak(tekst: str) -> None:
    """Paste this over all that stands where the focus is."""
    QApplication.clipboard().setText(tekst)
    for letter in (Qt.Key.Key_A, Qt.Key.Key_V):
        toets(letter, Qt.KeyboardModifier.ControlModifier)


def tab_naar(naam: str) -> QWidget:
    """Walk on with Tab until the widget with this name has the focus."""
    for _ in range(MOST_TABS):
        if in_focus().objectName() == naam:
            return in_focus()
        toets(Qt.Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(f"Tab never reaches {naam}")


def zie(scherm: QWidget, naam: str) -> QWidget:
    """The visible widget with this name."""
    gevonden = [widget for widget in scherm.findChildren(QWidget, naam) if widget.isVisible()]
    assert gevonden, f"{naam} is not in sight"
    return gevonden[-1]


def druk(scherm: QWidget, naam: str) -> None:
    """Press a button with the key."""
    knop = zie(scherm, naam)
    assert isinstance(knop, QAbstractButton)
    knop.setFocus()
    toets(Qt.Key.Key_Return)


def kies(naam: str, woord: str) -> None:
    """Choose from a list with the arrow keys."""
    box = tab_naar(naam)
    assert isinstance(box, QComboBox)
    toets(Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() == woord:
            return
        toets(Qt.Key.Key_Down)
    raise AssertionError(f"{woord} is not in {naam}")


def kruis_aan(scherm: QWidget, naam: str) -> None:
    """Choose with the space bar."""
    knop = zie(scherm, naam)
    assert isinstance(knop, QAbstractButton)
    knop.setFocus()
    toets(Qt.Key.Key_Space)


def woorden(scherm: QWidget) -> str:
    """Everything that is written on it and can be seen."""
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if label.isVisible())


def gezegd_bij() -> str:
    """What is said under the field that has the focus."""
    widget: QWidget | None = in_focus()
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    assert isinstance(widget, Field)
    return widget.error()
