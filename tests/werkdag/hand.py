"""A hand on the keyboard and the mouse: finds widgets by their name on screen and drives them with real events."""

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.werkdag.mislukt import WerkdagMislukt

GEDULD_SECONDEN = 30.0
T = TypeVar("T")


def tot(voorwaarde: Callable[[], bool], zin: str, geduld: float = GEDULD_SECONDEN) -> None:
    """Let the application work until `voorwaarde` holds; `WerkdagMislukt(zin)` when it does not."""
    einde = time.monotonic() + geduld
    while not voorwaarde():
        if time.monotonic() > einde:
            raise WerkdagMislukt(zin)
        QTest.qWait(5)


def klopt(voorwaarde: bool, zin: str) -> None:
    """A check with the sentence that is printed when it fails."""
    if not voorwaarde:
        raise WerkdagMislukt(zin)


def enige(gevonden: Sequence[T], wat: str) -> T:
    """The only one there is; `wat` = what it is, for the sentence when there are more of them or none."""
    klopt(len(gevonden) == 1, f"Er hoort één {wat} te zijn, er zijn er {len(gevonden)}.")
    return gevonden[0]


class Hand:
    """Drives one window. `tempo` = milliseconds between keys, so that a person can watch."""

    def __init__(self, venster: Callable[[], QWidget], tempo: int = 0) -> None:
        self._venster = venster
        self.tempo = tempo
        self.toetsen = 0

    def vind(self, naam: str, soort: type[QWidget] = QWidget) -> QWidget:
        """The visible widget with this object name; waits for it to appear."""
        tot(lambda: self._zoek(naam, soort) is not None, f"Op het scherm staat geen {naam}.")
        gevonden = self._zoek(naam, soort)
        assert gevonden is not None
        return gevonden

    def ziet(self, naam: str) -> bool:
        """Whether a widget with this name is visible now."""
        return self._zoek(naam, QWidget) is not None

    def klik(self, naam: str) -> None:
        """Click in the middle of a widget, scrolled into sight."""
        widget = self.vind(naam)
        tot(widget.isEnabled, f"{naam} kan niet worden ingedrukt.")
        self._in_beeld(widget)
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(14, widget.height() // 2)
        )
        QTest.qWait(self.tempo)

    def typ(self, naam: str, tekst: str, wis: bool = False) -> None:
        """Put the focus in a field and type. `wis` selects what stands there first."""
        widget = self.vind(naam)
        self._in_beeld(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if wis:
            QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(widget, Qt.Key.Key_Delete)
        for letter in tekst:
            QTest.keyClicks(widget, letter)
            self.toetsen += 1
            if self.tempo:
                QTest.qWait(self.tempo // 8)
        QTest.qWait(self.tempo)

    def toets(self, naam: str, toets: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key in a widget."""
        widget = self.vind(naam)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(widget, toets, modifier)
        self.toetsen += 1
        QTest.qWait(self.tempo)

    def sneltoets(self, toets: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press a key of the whole window, which is in front then."""
        venster = self._venster()
        venster.activateWindow()
        tot(venster.isActiveWindow, "Het venster komt niet vooraan.")
        QTest.keyClick(venster.windowHandle(), toets, modifier)
        self.toetsen += 1
        QTest.qWait(self.tempo)

    def teken(self, naam: str, lijnen: list[list[tuple[float, float]]]) -> None:
        """Draw lines with the mouse held down; points as parts of the widget's width and height."""
        widget = self.vind(naam)
        self._in_beeld(widget)
        for lijn in lijnen:
            punten = [QPoint(int(x * widget.width()), int(y * widget.height())) for x, y in lijn]
            QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, punten[0])
            for punt in punten[1:]:
                QTest.mouseMove(widget, punt)
                QTest.qWait(max(1, self.tempo // 16))
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, punten[-1])
        QTest.qWait(self.tempo)

    def _zoek(self, naam: str, soort: type[QWidget]) -> QWidget | None:
        venster = self._venster()
        if venster.objectName() == naam and venster.isVisible():
            return venster
        gevonden = [widget for widget in venster.findChildren(soort, naam) if widget.isVisible()]
        return gevonden[-1] if gevonden else None

    def _in_beeld(self, widget: QWidget) -> None:
        ouder = widget.parentWidget()
        while ouder is not None:
            if isinstance(ouder, QScrollArea):
                ouder.ensureWidgetVisible(widget)
            ouder = ouder.parentWidget()
        QApplication.processEvents()
