"""Locking with something half typed on the screen: kept first, and never waiting for ever."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.opening import Aanvraag, Geopend
from kernnetwerk_app.services import typen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.sessie import Sessie
from kernnetwerk_app.store.errors import StoreVol
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import Theme
from tests.factories import WACHTZIN, reopen, werkplek_van
from tests.ui.laptop import Laptop, alle_woorden
from tests.ui.laptop import laptop as laptop
from tests.ui.schermen import Rust
from tests.ui.toetsen import tab_naar, toets, typ, zie

Begin = Callable[[], Sessie]


@pytest.fixture
def begin(plek: Werkplek, theme: Theme, tasks: Tasks, huishouden_id: UUID, rust: Rust) -> Begin:
    """An unlocked session in which somebody stopped in the middle of a word."""

    def make() -> Sessie:
        sessie = Sessie(Geopend(plek.store, plek, "gemeente Voorbeeldland", Aanvraag("", "", "")), theme, tasks)
        sessie.geduld_ms = 50
        sessie.venster.dossier(huishouden_id)
        sessie.venster.show()
        rust()
        sessie.venster.activateWindow()
        zie(sessie.venster, "schrijf_iets_bij").setFocus()
        toets(Qt.Key.Key_Return)
        typ("Mevrouw bel")
        return sessie

    return make


def test_half_a_word_is_kept_before_the_store_closes(
    begin: Begin, plek: Werkplek, huishouden_id: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessie = begin()
    sessie.geduld_ms = 20_000
    gesloten: list[dict[str, str]] = []
    close = plek.store.close

    def look_and_close() -> None:
        gesloten.append(typen.load_concept(plek, f"aantekening/{huishouden_id}"))
        close()

    monkeypatch.setattr(plek.store, "close", look_and_close)
    with qtbot.waitSignal(sessie.vergrendeld, timeout=20_000):
        sessie.vergrendel()
    assert [velden["verslag"] for velden in gesloten] == ["Mevrouw bel"]
    assert not sessie.onbewaard


def test_a_disk_that_takes_nothing_does_not_keep_a_dossier_open(
    begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessie = begin()

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(typen, "keep_concept", full)
    with qtbot.waitSignal(sessie.vergrendeld, timeout=20_000):
        sessie.vergrendel()
    assert sessie.onbewaard  # the window that comes next says so


# -- through the windows of the whole program ------------------------------------------------------------------------

HALF = "Ik durf de trap niet m"


@pytest.fixture
def midden_in_een_zin(laptop: Laptop) -> Laptop:
    """A gesprek in which somebody is still typing: nothing of it is on disk yet."""
    huishouden_id = laptop.richt_in()
    laptop.begin()
    typ(WACHTZIN)
    toets(Qt.Key.Key_Return)
    laptop.tot(laptop.is_open)
    laptop.venster.activateWindow()
    laptop.sessie.venster.gesprek(huishouden_id)
    laptop.rust()
    tab_naar("vraag.al_geprobeerd")
    typ(HALF)
    return laptop


def _al_geprobeerd(plek: Werkplek) -> list[str | None]:
    with plek.store.read() as lezer:
        return [antwoord.waarde for antwoord in lezer.find(Antwoord, sleutel="vraag.al_geprobeerd")]


def test_closing_the_window_in_the_middle_of_a_word_loses_nothing(midden_in_een_zin: Laptop) -> None:
    laptop = midden_in_een_zin
    laptop.sluit_venster()
    assert laptop.paneel.error() == ""
    laptop.ontgrendel()
    laptop.tot(laptop.is_open)
    assert _al_geprobeerd(laptop.sessie.plek) == [HALF]


def test_ending_the_program_in_the_middle_of_a_word_loses_nothing(midden_in_een_zin: Laptop) -> None:
    laptop = midden_in_een_zin
    laptop.sluit()
    plek = werkplek_van(reopen(laptop.settings.werk_map, laptop.klok), laptop.klok)
    assert _al_geprobeerd(plek) == [HALF]
    plek.store.close()


@pytest.mark.parametrize("hoe", ["Ctrl+L", "sluiten"])
def test_what_could_not_be_kept_is_told_on_the_window_that_comes_next(
    midden_in_een_zin: Laptop, monkeypatch: pytest.MonkeyPatch, hoe: str
) -> None:
    laptop = midden_in_een_zin
    laptop.sessie.geduld_ms = 50

    def full(*_: object, **__: object) -> None:
        raise StoreVol

    monkeypatch.setattr(typen, "keep", full)
    if hoe == "Ctrl+L":
        laptop.vergrendel()
    else:
        laptop.sluit_venster()
    assert laptop.paneel.error() == load("venster")("storing.onbewaard")
    assert HALF not in alle_woorden()
    monkeypatch.undo()
    laptop.ontgrendel()
    laptop.tot(laptop.is_open)  # the sentence was told; one goes on
    assert _al_geprobeerd(laptop.sessie.plek) == []  # nothing was kept, so no gesprek began
