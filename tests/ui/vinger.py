"""One finger on the glass: it goes the way of a real touch, through the window and past what scrolls under a finger."""

from itertools import pairwise

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_STAPPEN = 6
"""A finger is told of on its way too."""


def veeg(van: QWidget, *pad: QPoint) -> None:
    """Down at the first of these points of `van`, along the others, and up at the last; one point is a tap."""
    venster, glas = van.window(), QTest.createTouchDevice()
    punten = [van.mapTo(venster, punt) for punt in pad]
    QTest.touchEvent(venster, glas, False).press(0, punten[0], venster).commit()
    for begin, eind in pairwise(punten):
        for stap in range(1, _STAPPEN + 1):
            onderweg = begin + (eind - begin) * stap / _STAPPEN
            QTest.touchEvent(venster, glas, False).move(0, onderweg, venster).commit()
    QTest.touchEvent(venster, glas, False).release(0, punten[-1], venster).commit()
