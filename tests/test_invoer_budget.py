"""What may be imported before the first window is painted. Deterministic, where `do.py bench start` measures."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
VERBODEN = (
    "cbor2",
    "cryptography",
    "fastapi",
    "logging.handlers",
    "platformdirs",
    "pydantic",
    "reportlab",
    "requests",
    "sqlalchemy",
    "sqlcipher3",
    "sqlmodel",
    "zxingcpp",
    "PySide6.QtNetwork",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "kernnetwerk_app.documents",
    "kernnetwerk_app.oplog",
    "kernnetwerk_app.opening",
    "kernnetwerk_app.services",
    "kernnetwerk_app.sessie",
    "kernnetwerk_app.sync",
    "kernnetwerk_app.ui.forms",
    "kernnetwerk_app.ui.tasks",
    "kernnetwerk_app.ui.widgets.growing_text_edit",
    "kernnetwerk_app.ui.venster",
)
"""Each takes longer than the whole first window, or is not needed to show it."""
MEEST_EIGEN = 48
"""Modules of our own: each costs half a millisecond."""

_START = """
import gc
gc.disable()
from kernnetwerk_app import vooraf, settings, start
import json, os, sys
from PySide6.QtCore import QEvent, QObject
class Kijker(QObject):
    def eventFilter(self, ding, gebeurtenis):
        if gebeurtenis.type() == QEvent.Type.Paint and not gezien:
            gezien.append(sorted(sys.modules))
        return False
gezien = []
qt, app = start.build(settings.parse(["--map", sys.argv[1]]))
kijker = Kijker()
app.start.installEventFilter(kijker)
while not gezien or "kernnetwerk_app.sessie" not in sys.modules:
    qt.processEvents()
app.quit(lambda: None)
print(json.dumps({"eerst": gezien[0], "later": sorted(sys.modules)}), flush=True)
os._exit(0)
"""


@pytest.fixture(scope="module", params=["eerste start", "ontgrendelen"])
def modules(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The modules that were there at the first picture, and those after the worker had imported the rest."""
    folder = tmp_path_factory.mktemp("laptop")
    if request.param == "ontgrendelen":
        (folder / "werk").mkdir()
        (folder / "werk" / "sleutels.json").touch()
    omgeving = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _START, str(folder)], capture_output=True, text=True, check=False, env=omgeving
    )
    assert done.returncode == 0, done.stderr
    gevonden: dict[str, list[str]] = json.loads(done.stdout)
    return gevonden


def test_first_picture_needs_nothing_heavy(modules: dict[str, list[str]]) -> None:
    te_vroeg = [
        naam for naam in modules["eerst"] if any(naam == zwaar or naam.startswith(f"{zwaar}.") for zwaar in VERBODEN)
    ]
    assert te_vroeg == []


def test_first_picture_needs_few_modules_of_our_own(modules: dict[str, list[str]]) -> None:
    assert len([naam for naam in modules["eerst"] if naam.startswith("kernnetwerk_app")]) <= MEEST_EIGEN


def test_the_rest_is_imported_while_a_person_types(modules: dict[str, list[str]]) -> None:
    assert {"sqlmodel", "requests", "kernnetwerk_app.opening", "kernnetwerk_app.sessie"} <= set(modules["later"])
