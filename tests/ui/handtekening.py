"""What is done on the signing screen in several tests: choose with the keys, draw, and look at what was kept."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from tests.ui.toetsen import toets, zie
from tests.ui.vinger import veeg


def kies_reactie(scherm: TekenenScreen, naam: str) -> None:
    """Choose with the space bar."""
    zie(scherm, naam).setFocus()
    toets(Qt.Key.Key_Space)


def zet_handtekening(scherm: TekenenScreen) -> None:
    """Draw on the pad."""
    pad = zie(scherm, "handtekening")
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    for stap in range(30):
        QTest.mouseMove(pad, QPoint(40 + 6 * stap, 60 + 20 * (stap % 2)))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(220, 60))


def zet_met_vinger(scherm: TekenenScreen) -> None:
    """Draw on the pad with a finger, in the page that scrolls under one."""
    pad = zie(scherm, "handtekening")
    scherm.area.ensureWidgetVisible(pad)
    QApplication.processEvents()
    veeg(pad, *(QPoint(40 + 30 * stap, 60 + 20 * (stap % 2)) for stap in range(7)))


def ondertekeningen(plek: Werkplek) -> list[Ondertekening]:
    """Everything that was signed or said on this laptop."""
    with plek.store.read() as lezer:
        return lezer.find(Ondertekening)
