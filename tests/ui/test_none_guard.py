"""An error in a method that Qt calls is told, as every error is; on Python 3.11 PySide6 ends the program with it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_ERRORS = """
import sys
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
from kernnetwerk_app.ui.none_guard import protect_none, protect_overrides

class Before(QWidget):
    def sizeHint(self):
        fault()

protect_none()
protect_overrides()

class After(Before):
    def resizeEvent(self, event):
        fault()

def told_by(act):
    try:
        act()
    except Exception as error:
        told.append(type(error).__name__)

def invent():
    raise ValueError

app = QApplication([])
told, gone = [], QWidget()
sys.excepthook = lambda kind, error, trace: told.append(kind.__name__)
shiboken6.delete(gone)
for fault in (gone.width, lambda: len(3), lambda: bytes(1 << 62), lambda: next(iter(())), invent):
    told_by(Before().adjustSize)
    part = After()
    told_by(lambda: part.resize(300, 200))
    told_by(part.grab)
    print(*sorted(set(told)))
    told.clear()
"""


def test_an_error_in_a_method_that_qt_calls_does_not_end_the_program() -> None:
    omgeving = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", _ERRORS], capture_output=True, text=True, check=False, env=omgeving)
    kinds = ["RuntimeError", "TypeError", "MemoryError", "StopIteration", "ValueError"]
    assert (done.returncode, done.stdout.split()) == (0, kinds), done.stderr
