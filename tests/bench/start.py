"""First paint of the unlock window beside a bare PySide6 window: two fresh processes in turn, from start to picture.

The clock starts before the process does and stops when the first picture is painted whole. Both windows have the same
size and style, both processes find their bytecode ready, as on a laptop where the program is installed.
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

RONDES = 15
GRENS = 1.5

_KAAL = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Venster(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, klaar)
def klaar():
    print(time.perf_counter_ns(), flush=True)
    QApplication.quit()
qt = QApplication(["kaal", "-style", "fusion"])
venster = Venster()
venster.resize(1366, 768)
venster.show()
qt.exec()
"""

_APP = """
import sys, time
sys.argv = ["kernnetwerk", "--map", sys.argv[1]]
import kernnetwerk_app.__main__ as begin
from tests.bench.start import note_first_paint
note_first_paint()
begin.main()
"""
