"""Closing the first window ends the program, whatever it is doing; and what should not happen is told calmly."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler

from kernnetwerk_app import logs
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.start import start_logging
from kernnetwerk_app.store.errors import TeVeelPogingen
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.meldingen import sentence
from tests.ui.laptop import Laptop
from tests.ui.laptop import laptop as laptop

ROOT = Path(__file__).resolve().parents[2]
GEDULD = 60

_PROGRAMMA = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from kernnetwerk_app import settings, start
qt, app = start.build(settings.parse(["--map", sys.argv[1]]))
wanneer = sys.argv[2]
if wanneer == "open":
    app._begin._gevuld = False  # what colleagues wrote takes half a minute, and is not what is closed here

def sluit():
    if wanneer == "meteen":
        app.start.close()
        return
    if "tasks" not in app.__dict__ or (app.tasks.busy and app.start.paneel.objectName() == "beginnen"):
        QTimer.singleShot(20, sluit)
        return
    QTest.keyClick(qt.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(qt.focusWidget(), Qt.Key.Key_Return)
    QTimer.singleShot(0, wacht)

def wacht():
    proces = app._begin._oefenserver and app._begin._oefenserver._process
    if proces is None or (wanneer == "open" and app.sessie is None):
        QTimer.singleShot(20, wacht)
        return
    print(proces.pid, flush=True)
    if app.sessie is None:
        app.start.close()
    else:
        app.quit(qt.quit)

app.start.painted.connect(lambda: QTimer.singleShot(0, sluit))
sys.exit(qt.exec())
"""


def ends(pid: int) -> bool:
    """Whether this process, which is no child of ours, ends in time."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    with os.fdopen(handle) as process:
        return bool(select.select([process], [], [], GEDULD)[0])


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux can wait for a process that is no child")
@pytest.mark.parametrize("wanneer", ["meteen", "terwijl de server start", "open"])
def test_closing_ends_the_program_and_its_server(tmp_path: Path, wanneer: str) -> None:
    """At the first picture, while the practice server is being started on another thread, and with a session open."""
    omgeving = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAMMA, str(tmp_path / "laptop"), wanneer],
        capture_output=True,
        text=True,
        check=False,
        env=omgeving,
        timeout=GEDULD,
    )
    assert done.returncode == 0, done.stderr
    assert all(ends(int(regel)) for regel in done.stdout.split()), "the practice server outlives the program"


# -- sentences --------------------------------------------------------------------------------------------------------


class Onbekend(KernnetwerkError):
    code = "geen.zin"


@pytest.fixture
def bestand(laptop: Laptop) -> Iterator[Path]:
    """The log of a running program; hooks and handlers are put back afterwards."""
    laptop.begin()
    logboek = start_logging(laptop.app, laptop.settings)
    assert logboek is not None
    yield laptop.settings.log_map / logs.BESTAND
    logboek.close()
    qInstallMessageHandler(None)


def test_a_crash_is_told_with_the_number_that_stands_in_the_log(laptop: Laptop, bestand: Path) -> None:
    """What the exception says is a resident's, so it is nowhere: not in the window and not in the log."""
    fout = ValueError("mevrouw Voorbeeld, 999990123")
    sys.excepthook(type(fout), fout, None)
    laptop.tot(lambda: laptop.paneel.error() != "")
    zin, log = laptop.paneel.error(), bestand.read_text(encoding="utf-8")
    nummer = zin.rstrip(".").rpartition(" ")[2]
    assert nummer in log
    for verboden in ("Voorbeeld", "999990123"):
        assert verboden not in zin + log


def test_an_error_without_a_sentence_is_noted_without_what_it_says(laptop: Laptop, bestand: Path) -> None:
    for fout in (KeyError("mevrouw Voorbeeld"), Onbekend()):
        zin = sentence(fout)
        log = bestand.read_text(encoding="utf-8")
        assert zin.rstrip(".").rpartition(" ")[2] in log
        assert "Voorbeeld" not in zin + log


def test_a_number_of_seconds_stands_in_its_sentence() -> None:
    assert sentence(TeVeelPogingen(4.2)) == load("kluis")("wachtzin.te_vaak", seconden=5)


def test_no_memory_has_its_own_sentence() -> None:
    assert sentence(MemoryError()) == load("kluis")("geheugen.te_weinig")
