"""What a person gives to the program, counted where it arrives: a field typed or a choice made, not moving on."""

from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

VERDER = ("rail.*", "gebied.*", "naar_*", "neem_aan", "verder", "lees_samen_door", "klaar")
"""These only lead to a next page or field; whatever else one presses is a choice."""
_DRUKT = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TYPT = (QLineEdit, QPlainTextEdit, QTextEdit)


class Invoer(QObject):
    """`getypt` and `gekozen` hold the names of fields and choices in the order in which they were given; each typed
    field counts once. `gedaan` holds every act, moving on and an Enter in a field too.
    """

    def __init__(self) -> None:
        super().__init__()
        self.getypt: list[str] = []
        self.gekozen: list[str] = []
        self.gedaan: list[str] = []

    @property
    def aantal(self) -> int:
        return len(self.getypt) + len(self.gekozen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  as Qt calls it
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._key(watched, event)
        elif isinstance(watched, QWidget) and event.type() == QEvent.Type.MouseButtonRelease:
            self._press(watched)
        return False

    def _key(self, widget: QWidget, event: QKeyEvent) -> None:
        if isinstance(widget, _TYPT):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.gedaan.append(f"Enter in {widget.objectName()}")
            elif event.text().isprintable() and event.text():
                self._type(widget.objectName())
        elif event.key() in _DRUKT:
            self._press(widget)

    def _type(self, naam: str) -> None:
        """A field that is typed in goes on counting once, until something else is done."""
        if naam not in self.getypt:
            self.getypt.append(naam)
            self.gedaan.append(f"typen in {naam}")

    def _press(self, widget: QWidget) -> None:
        naam = widget.objectName()
        if isinstance(widget, _TYPT) or not (naam or isinstance(widget, QAbstractButton)):
            return
        if self.gedaan[-1:] == [naam]:
            return  # the next line of one signature
        self.gedaan.append(naam)
        if not any(fnmatch(naam, patroon) for patroon in VERDER):
            self.gekozen.append(naam)


@contextmanager
def count() -> Iterator[Invoer]:
    """Count what arrives in any window within the block."""
    app, invoer = QApplication.instance(), Invoer()
    assert app is not None
    app.installEventFilter(invoer)
    try:
        yield invoer
    finally:
        app.removeEventFilter(invoer)
