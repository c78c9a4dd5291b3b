"""The real program dies while somebody types: what its window called *Opgeslagen* is on disk, letter for letter."""

import os
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.services import typen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.settings import Settings
from tests.factories import DINSDAG, WACHTZIN, make_klok, make_werkplek, nieuwe_melding, reopen, werkplek_van

ROOT = Path(__file__).resolve().parents[2]
OPGESLAGEN = "Ik durf de trap niet meer af; één hand is “niet genoeg”.\nEn ’s nachts? 🙂"
DAARNA = " En dit wordt nog getypt."

_PROGRAMMA = f"""
import sys
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from kernnetwerk_app import settings, start
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark

map_, scherm, veld, eerst, daarna, wachtzin = sys.argv[1:]
qt, app = start.build(settings.parse(["--map", map_, "--klok", "{DINSDAG.isoformat()}"]))

def zie(naam):
    return next((w for w in app.sessie.venster.findChildren(QWidget, naam) if w.isVisible()), None)

def als(voorwaarde, dan):
    dan() if voorwaarde() else QTimer.singleShot(5, lambda: als(voorwaarde, dan))

def ontgrendel():
    QTest.keyClicks(qt.focusWidget(), wachtzin)
    QTest.keyClick(qt.focusWidget(), Qt.Key.Key_Return)
    als(lambda: app.sessie is not None, ga)

def ga():
    venster = app.sessie.venster
    if scherm == "melding":
        venster.melding()
    else:
        from uuid import UUID
        venster.gesprek(UUID(scherm))
    als(lambda: zie(veld) is not None and not app.tasks.busy, typ)

def typ():
    zie(veld).setFocus()
    tik(eerst)
    als(is_opgeslagen, zeg)

def tik(tekst):
    for letter in tekst:
        toets = Qt.Key.Key_Return if letter == "\\n" else Qt.Key.Key_unknown  # QTest knows no letters with an accent
        qt.sendEvent(zie(veld), QKeyEvent(QEvent.Type.KeyPress, toets, Qt.KeyboardModifier.NoModifier, letter))

def is_opgeslagen():
    return any(m.isVisible() and m.text().startswith("Opgeslagen") for m in app.sessie.venster.findChildren(SavedMark))

def zeg():
    if daarna:
        tik(daarna)
    print("gezegd", flush=True)

app.start.painted.connect(lambda: als(lambda: "tasks" in app.__dict__ and not app.tasks.busy, ontgrendel))
sys.exit(qt.exec())
"""


@pytest.fixture
def laptop(tmp_path: Path) -> Settings:
    return Settings(map=tmp_path / "laptop")


def _typ_and_kill(laptop: Settings, scherm: str, veld: str, daarna: str = "") -> None:
    """Let the program type until its window says *Opgeslagen*, then some more, and end it without a word."""
    omgeving = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAMMA, str(laptop.map), scherm, veld, OPGESLAGEN, daarna, WACHTZIN],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=omgeving,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        gezegd = process.stdout.readline()
    finally:
        process.kill()  # SIGKILL: nothing of the program runs any more
        process.wait(60)
    assert gezegd == "gezegd\n", process.stderr.read()
    process.stdout.close()
    process.stderr.close()


def _maak(laptop: Settings) -> UUID:
    plek = make_werkplek(laptop.werk_map)
    huishouden_id = nieuwe_melding(plek).huishouden_id
    plek.store.close()
    return huishouden_id


def _heropen(laptop: Settings) -> Werkplek:
    return werkplek_van(reopen(laptop.werk_map), make_klok())


def _al_geprobeerd(plek: Werkplek) -> str:
    with plek.store.read() as lezer:
        (antwoord,) = lezer.find(Antwoord, sleutel="vraag.al_geprobeerd")
    return antwoord.waarde or ""


def test_of_what_was_typed_after_opgeslagen_only_the_end_can_be_missing(laptop: Settings) -> None:
    """What was typed since the last *Opgeslagen* may be lost, up to what autosave promises; never what was before."""
    huishouden_id = _maak(laptop)
    _typ_and_kill(laptop, str(huishouden_id), "vraag.al_geprobeerd", DAARNA)
    plek = _heropen(laptop)
    bewaard = _al_geprobeerd(plek)
    assert bewaard.startswith(OPGESLAGEN)
    assert (OPGESLAGEN + DAARNA).startswith(bewaard)
    plek.store.close()


def test_a_melding_that_was_not_handed_in_yet_is_there_letter_for_letter(laptop: Settings) -> None:
    _maak(laptop)
    _typ_and_kill(laptop, "melding", "vraag")
    plek = _heropen(laptop)
    assert typen.load_concept(plek, "melding")["vraag"] == OPGESLAGEN
    plek.store.close()
