"""A hand on the keyboard and the mouse: finds widgets by their name on screen and drives them with real events."""

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QWidget

from tests.werkdag.mislukt import WerkdagMislukt

GEDULD_SECONDEN = 30.0
MEEST_TABS = 120
"""So often Tab at most: a window with its rail and its page has fewer stops."""
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

    # -- with the keys alone: where the focus is ---------------------------------------------------------------

    def begin(self) -> None:
        """Bring the window to the front, so that keys come to it."""
        venster = self._venster()
        venster.activateWindow()
        tot(venster.isActiveWindow, "Het venster komt niet vooraan.")

    def hier(self) -> str:
        """The name of what has the focus; of the box when it is the line in a box."""
        widget = self._in_focus()
        ouder = widget.parentWidget()
        return ouder.objectName() if isinstance(ouder, QComboBox) else widget.objectName()

    def schrijf(self, tekst: str) -> None:
        """Type where the focus is."""
        for letter in tekst:
            QTest.keyClicks(self._in_focus(), letter)
            self.toetsen += 1
            if self.tempo:
                QTest.qWait(self.tempo // 8)

    def sla(self, *toetsen: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press these keys where the focus is."""
        for toets in toetsen:
            QTest.keyClick(self._in_focus(), toets, modifier)
            self.toetsen += 1
        QTest.qWait(self.tempo)

    def loop_naar(self, naam: str) -> None:
        """Tab until the widget with this name has the focus."""
        self.vind(naam)
        for _ in range(MEEST_TABS):
            if self.hier() == naam:
                return
            self.sla(Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise WerkdagMislukt(f"Met Tab komt men niet bij {naam}.")

    def druk(self, naam: str) -> None:
        """Walk to a button with Tab and press it with Enter."""
        tot(self.vind(naam).isEnabled, f"{naam} kan niet worden ingedrukt.")
        self.loop_naar(naam)
        self.sla(Qt.Key.Key_Return)

    def kies(self, naam: str) -> None:
        """Choose a box with the space bar."""
        self.toets(naam, Qt.Key.Key_Space)

    def kies_uit(self, naam: str, woord: str) -> None:
        """Walk to a list with Tab and down it with the arrow until it says this."""
        self.loop_naar(naam)
        box = self.vind(naam, QComboBox)
        assert isinstance(box, QComboBox)
        for _ in range(box.count()):
            if box.currentText() == woord:
                return
            self.sla(Qt.Key.Key_Down)
        raise WerkdagMislukt(f"In de lijst {naam} staat dit woord niet: {woord}")

    def kies_woord(self, naam: str, woord: str) -> None:
        """Put the focus on a list and go down it with the arrow until it says this; own words are typed."""
        box = self.vind(naam, QComboBox)
        assert isinstance(box, QComboBox)
        self._in_beeld(box)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        if box.isEditable():
            self.typ(naam, woord, wis=True)
            return
        QTest.keyClick(box, Qt.Key.Key_Home)
        while box.currentText() != woord:
            plaats = box.currentIndex()
            QTest.keyClick(box, Qt.Key.Key_Down)
            self.toetsen += 1
            klopt(box.currentIndex() != plaats, f"In de lijst {naam} staat dit woord niet: {woord}")

    def _in_focus(self) -> QWidget:
        tot(lambda: QApplication.focusWidget() is not None, "Niets op het scherm neemt de toetsen aan.")
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    # -- with finger or mouse ----------------------------------------------------------------------------------

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
