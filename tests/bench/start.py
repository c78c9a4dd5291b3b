"""First paint of the unlock window beside a bare PySide6 window, each in a fresh process, in turn."""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from tests.bench.rij import Rij

RONDES = 9
GRENS = 1.5

_METEN = """
import sys, time
start = time.perf_counter()
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
class Kijker(QObject):
    def eventFilter(self, ding, gebeurtenis):
        if gebeurtenis.type() == QEvent.Type.Paint and not klaar:
            klaar.append(time.perf_counter() - start)
            QApplication.instance().quit()
        return False
klaar = []
{maak}
venster.installEventFilter(kijker)
qt.exec()
print(klaar[0])
import os
sys.stdout.flush()
os._exit(0)
"""

_KAAL = """
from PySide6.QtWidgets import QMainWindow
qt = QApplication(["kaal"])
kijker = Kijker()
venster = QMainWindow()
venster.resize(1366, 768)
venster.show()
"""

_APP = """
from pathlib import Path
from kernnetwerk_app.app import App
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.settings import Settings
from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS, Theme
qt = QApplication(["kernnetwerk", *STYLE_ARGUMENTS])
kijker = Kijker()
theme = Theme()
theme.follow(qt)
app = App(Settings(map=Path(sys.argv[1])), Klok(), theme)
venster = app.start
app.show()
"""


def measure() -> Iterator[Rij]:
    """The median over the rounds, and the ratio that counts."""
    with tempfile.TemporaryDirectory() as leeg:
        paren = [(_first_paint(_KAAL, leeg), _first_paint(_APP, leeg)) for _ in range(RONDES)]
    kaal = statistics.median(paar[0] for paar in paren)
    app = statistics.median(paar[1] for paar in paren)
    verhouding = statistics.median(paar[1] / paar[0] for paar in paren)
    yield Rij("start: kaal venster", None, round(kaal * 1000), "ms")
    yield Rij("start: ontgrendelscherm", None, round(app * 1000), "ms")
    yield Rij("start: verhouding", GRENS, round(verhouding, 2), "keer")


def _first_paint(maak: str, folder: str) -> float:
    opdracht = [sys.executable, "-c", _METEN.format(maak=maak), folder]
    uitvoer = subprocess.run(opdracht, capture_output=True, text=True, check=True)
    return float(uitvoer.stdout.strip().splitlines()[-1])
