"""What is typed is on disk before the screen says so, one visit is one operation, and nothing conflicts with itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.tekst import RegelTeLang
from kernnetwerk_app.services import typen
from kernnetwerk_app.services.typen import Veldadres, VeldIsLeeg
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.forms import autosave as autosave_module
from kernnetwerk_app.ui.forms.autosave import Autosave, leave_all
from kernnetwerk_app.ui.forms.editors import SentenceEdit
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.services.opzet import Dossier, begin_dossier
from tests.ui.schermen import Rust
from tests.ui.toetsen import toets, typ, wis

GOED = "sociaal_netwerk.goed"


@dataclass
class Veld:
    """One field with a second widget beside it, to leave the field for."""

    dossier: Dossier
    venster: QWidget
    editor: GrowingTextEdit
    elders: QWidget
    autosave: Autosave
    opgeslagen: list[str] = field(default_factory=list)
    fouten: list[Exception | None] = field(default_factory=list)

    def bewaard(self) -> str:
        """What is on disk of it, also of what is still being typed: as after a crash."""
        typen.seal_all(self.dossier.plek)
        return self.dossier.gesprek().teksten.get(GOED, "")

    def versies(self) -> int:
        """How many operations were written of this field."""
        adres = self.autosave.adres
        with self.dossier.plek.store.read() as lezer:
            return len(lezer.geschiedenis(adres.entiteit_id, adres.eenheid))

    def conflicten(self) -> int:
        with self.dossier.plek.store.read() as lezer:
            return len(lezer.conflicten())


@pytest.fixture
def snel(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest after a key without the wait."""
    monkeypatch.setattr(autosave_module, "RUST_MS", 0)


def _maak(omgeving: Omgeving, qtbot: QtBot, dossier: Dossier, adres: Veldadres, tekst: str = "") -> Veld:
    venster = QWidget()
    editor, elders = GrowingTextEdit(omgeving.theme), SentenceEdit(omgeving.theme)
    layout = QVBoxLayout(venster)
    layout.addWidget(editor)
    layout.addWidget(elders)
    editor.set_text(tekst)
    qtbot.addWidget(venster)
    with qtbot.waitExposed(venster):
        venster.show()
    venster.activateWindow()
    editor.setFocus()
    opgeslagen: list[str] = []
    fouten: list[Exception | None] = []
    autosave = Autosave(omgeving, editor, adres, lambda: opgeslagen.append(editor.text()), failed=fouten.append)
    return Veld(dossier, venster, editor, elders, autosave, opgeslagen, fouten)


@pytest.fixture
def veld(omgeving: Omgeving, plek: Werkplek, qtbot: QtBot) -> Iterator[Veld]:
    dossier = begin_dossier(plek)
    return _maak(omgeving, qtbot, dossier, dossier.gesprek().adressen[GOED])


def test_saved_is_told_after_it_is_on_disk(veld: Veld, qtbot: QtBot, snel: None) -> None:
    typ("Karin belt elke avond.")
    assert veld.opgeslagen == []
    qtbot.waitUntil(lambda: bool(veld.opgeslagen))
    assert veld.bewaard() == "Karin belt elke avond."


def test_a_rest_of_800_ms_is_enough_without_leaving_the_field(veld: Veld, qtbot: QtBot) -> None:
    typ("Karin belt.")
    qtbot.waitUntil(lambda: veld.opgeslagen == ["Karin belt."], timeout=5000)
    assert veld.editor.hasFocus()


def test_who_types_on_is_kept_every_three_seconds(
    omgeving: Omgeving, plek: Werkplek, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave_module, "RUST_MS", 60_000)
    monkeypatch.setattr(autosave_module, "LANGST_MS", 1)
    dossier = begin_dossier(plek)
    veld = _maak(omgeving, qtbot, dossier, dossier.gesprek().adressen[GOED])
    typ("Karin")
    qtbot.waitUntil(lambda: veld.opgeslagen == ["Karin"])


def test_one_visit_is_one_operation_however_often_it_was_kept(veld: Veld, qtbot: QtBot, rust: Rust, snel: None) -> None:
    for woord in ("Karin ", "belt ", "elke ", "avond."):
        typ(woord)
        qtbot.waitUntil(lambda: not veld.autosave._unsent and bool(veld.opgeslagen))
    veld.elders.setFocus()
    rust()
    assert veld.versies() == 1
    assert veld.bewaard() == "Karin belt elke avond."


def test_a_visit_that_changed_nothing_leaves_no_operation(veld: Veld, rust: Rust) -> None:
    typ("Karin")
    veld.elders.setFocus()
    rust()
    veld.editor.setFocus()
    typ("x")
    toets(Qt.Key.Key_Backspace)
    veld.elders.setFocus()
    rust()
    assert veld.versies() == 1


def test_a_second_visit_does_not_conflict_with_the_first(veld: Veld, rust: Rust) -> None:
    for tekst in ("Karin", " belt", " elke avond"):
        veld.editor.setFocus()
        typ(tekst)
        veld.elders.setFocus()
        rust()
    assert veld.versies() == 3
    assert veld.conflicten() == 0
    assert veld.bewaard() == "Karin belt elke avond"


def test_typing_on_after_a_sync_sealed_the_text_does_not_conflict_with_itself(
    veld: Veld, qtbot: QtBot, rust: Rust, snel: None
) -> None:
    typ("Karin")
    qtbot.waitUntil(lambda: bool(veld.opgeslagen))
    assert veld.bewaard() == "Karin"  # sealed, as before sending
    typ(" belt")
    veld.elders.setFocus()
    rust()
    assert veld.conflicten() == 0
    assert veld.bewaard() == "Karin belt"


def test_leaving_waits_until_everything_is_durable(veld: Veld, rust: Rust) -> None:
    typ("Karin belt.")
    weg: list[str] = []
    veld.autosave.leave(lambda: weg.append("weg"))
    assert weg == []
    rust()
    assert weg == ["weg"]
    assert veld.versies() == 1


def test_leaving_a_field_in_which_nobody_typed_goes_at_once(veld: Veld) -> None:
    weg: list[str] = []
    leave_all([veld.autosave], lambda: weg.append("weg"))
    assert weg == ["weg"]


def test_a_line_that_is_too_long_stays_on_the_screen_and_nobody_leaves_it_behind(
    omgeving: Omgeving, plek: Werkplek, qtbot: QtBot, rust: Rust
) -> None:
    dossier = begin_dossier(plek)
    veld = _maak(omgeving, qtbot, dossier, dossier.gesprek().adressen["vraag.aanwezig"])
    weg: list[str] = []
    typ("x" * 301)
    veld.autosave.leave(lambda: weg.append("weg"))
    rust()
    assert isinstance(veld.fouten[-1], RegelTeLang)
    assert (len(veld.editor.text()), weg) == (301, [])
    toets(Qt.Key.Key_Backspace)
    veld.autosave.leave(lambda: weg.append("weg"))
    rust()
    assert (veld.fouten[-1], weg) == (None, ["weg"])
    assert dossier.gesprek().teksten["vraag.aanwezig"] == "x" * 300


def test_a_field_that_needs_words_gives_the_last_ones_back(
    omgeving: Omgeving, plek: Werkplek, qtbot: QtBot, rust: Rust
) -> None:
    dossier = begin_dossier(plek)
    dossier.doel("Ik wil weer zingen.")
    beeld = dossier.plan()
    doel = beeld.doelen[0].doel
    veld = _maak(omgeving, qtbot, dossier, beeld.adres(doel, "tekst"), doel.tekst)
    wis()
    qtbot.waitUntil(lambda: bool(veld.fouten))
    assert isinstance(veld.fouten[-1], VeldIsLeeg)
    veld.elders.setFocus()
    rust()
    assert (veld.editor.text(), veld.fouten[-1]) == ("Ik wil weer zingen.", None)
    assert dossier.plan().doelen[0].doel.tekst == "Ik wil weer zingen."


def test_an_answer_of_before_the_last_key_does_not_replace_what_is_typed(veld: Veld, rust: Rust) -> None:
    asked = veld.autosave._last
    typ("Karin belt")
    assert not veld.autosave.load("oud", veld.autosave.adres, asked)
    veld.elders.setFocus()
    rust()
    assert not veld.autosave.load("oud", veld.autosave.adres, asked)
    assert veld.editor.text() == "Karin belt"
    assert veld.autosave.load("van een collega", veld.autosave.adres, veld.autosave._last + 1)
    assert veld.editor.text() == "van een collega"
