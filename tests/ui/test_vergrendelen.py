"""Locking with something half typed on the screen: kept first, and never waiting for ever."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kernnetwerk_app.opening import Aanvraag, Geopend
from kernnetwerk_app.services import typen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.sessie import Sessie
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import Theme
from tests.ui.schermen import Rust
from tests.ui.toetsen import toets, typ, zie

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
