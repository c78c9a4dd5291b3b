"""First paint of the unlock window beside a bare PySide6 window: fresh processes in turn, from start to picture.

The clock starts before the process does and stops when the first picture is painted whole. All windows have the same
size and style, and all find their bytecode ready, as on a laptop where the program is installed.

The bare window is the first example of PySide6's own manual: a label in the middle and a button. An empty QMainWindow
is measured too, and told without a judgement: it needs neither a letter (8 ms) nor one name of the namespace `Qt`,
whose 1,199 members PySide6 6.12 makes in Python at the first use of any of them (24 ms on Python 3.11).
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.rij import Rij

GRENS = 1.5

_METEN = """
import os, sys, time
{begin}
from PySide6.QtCore import QEvent, QObject, QTimer
class Kijker(QObject):
    def eventFilter(self, ding, gebeurtenis):
        if gebeurtenis.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, klaar)
        return False
def klaar():
    print(time.perf_counter_ns(), flush=True)
    os._exit(0)
{maak}
kijker = Kijker()
venster.installEventFilter(kijker)
qt.exec()
"""

_LEEG = """
from PySide6.QtWidgets import QApplication, QMainWindow
qt = QApplication(["leeg", "-style", "fusion"])
venster = QMainWindow()
venster.resize(1366, 768)
venster.show()
"""

_KAAL = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
qt = QApplication(["kaal", "-style", "fusion"])
venster = QWidget()
kolom = QVBoxLayout(venster)
kolom.addWidget(QLabel("Hello World", alignment=Qt.AlignmentFlag.AlignCenter))
kolom.addWidget(QPushButton("Click me!"))
venster.resize(1366, 768)
venster.show()
"""

_APP_BEGIN = """
import gc
gc.disable()
from kernnetwerk_app import vooraf
from kernnetwerk_app import settings, start
"""
"""What `kernnetwerk_app.__main__` does; `start.build` is `start.run` short of running."""

_APP = """
qt, app = start.build(settings.parse(["--map", sys.argv[1]]))
venster = app.start
"""


def measure(rondes: int) -> Iterator[Rij]:
    """Medians over so many rounds, and the ratio that counts."""
    with tempfile.TemporaryDirectory() as map_:
        folder = Path(map_)
        (folder / "werk").mkdir()
        (folder / "werk" / "sleutels.json").touch()  # so the first panel is the one that unlocks
        tijden = [
            (_first_paint(folder, _LEEG), _first_paint(folder, _KAAL), _first_paint(folder, _APP, _APP_BEGIN))
            for _ in range(rondes + 1)
        ][1:]  # the first round makes the bytecode
    leeg, kaal, app = (round(statistics.median(van_een)) for van_een in zip(*tijden, strict=True))
    yield Rij("start: leeg venster", None, leeg, "ms")
    yield Rij("start: kaal venster", None, kaal, "ms")
    yield Rij("start: ontgrendelscherm", None, app, "ms")
    yield Rij("start: verhouding", GRENS, round(statistics.median(a / k for _, k, a in tijden), 2), "keer kaal")
    yield Rij("start: verhouding met leeg", None, round(statistics.median(a / n for n, _, a in tijden), 2), "keer leeg")


def _first_paint(folder: Path, maak: str, begin: str = "") -> float:
    """Milliseconds from before the process is there to its first picture."""
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
    omgeving["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    opdracht = [sys.executable, "-c", _METEN.format(begin=begin, maak=maak), str(folder)]
    vanaf = time.perf_counter_ns()
    uitvoer = subprocess.run(opdracht, capture_output=True, text=True, check=True, env=omgeving)
    return (int(uitvoer.stdout.split()[-1]) - vanaf) / 1e6
