"""What does not fit in a long text changes nothing and says so under the field, on every screen (Decided once 8)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.services import plan
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.conflict import ConflictScreen
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.screens.termijn import TermijnScreen
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import MAX_CHARS, GrowingTextEdit
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import druk, tab_naar, toets, typ

WOORDEN = ("woord " * MAX_CHARS)[:MAX_CHARS]
ZIN = "Deze tekst is langer dan 200.000 tekens. Er is niets veranderd."
Open = Callable[[Omgeving, Dossier], Scherm]


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    plan.add_afspraak(dossier.plek, dossier.doel(), "Hulp in huis doet het bad.", Wie.PROFESSIONAL, "Hulp in huis")
    return dossier


def _tekenen(omgeving: Omgeving, dossier: Dossier) -> Scherm:
    return TekenenScreen(omgeving, dossier.versie().id)


SCHERMEN: dict[str, tuple[Open, tuple[str, ...], str]] = {
    "gesprek": (lambda o, d: GesprekScreen(o, d.huishouden_id), (), "vraag.waar_het_om_gaat"),
    "leefgebied": (lambda o, d: GesprekScreen(o, d.huishouden_id), ("gebied.justitie",), "justitie.goed"),
    "eerste": (lambda o, d: EersteVraagverhelderingScreen(o, d.huishouden_id), (), "vraag.al_geprobeerd"),
    "veiligheid": (
        lambda o, d: EersteVraagverhelderingScreen(o, d.huishouden_id),
        ("gebied.veiligheid", "open_veiligheid"),
        "veiligheid_woorden",
    ),
    "plan": (lambda o, d: PlanScreen(o, d.huishouden_id), (), "nieuw_doel"),
    "regel": (lambda o, d: PlanScreen(o, d.huishouden_id), ("doel1.regel1", "doel1.wijzig"), "doel1.regel1.tekst"),
    "tekenen": (_tekenen, (), "reactie"),
    "twee versies": (lambda o, d: ConflictScreen(o, d.plan_id, 2), (), "zelf_geschreven"),
    "termijn": (lambda o, d: TermijnScreen(o, d.huishouden_id), (), "reden_te_laat"),
    "dossier": (lambda o, d: DossierScreen(o, d.huishouden_id), ("schrijf_iets_bij",), ""),
    "melding": (lambda o, _: MeldingScreen(o), (), "vraag"),
}


def _plak(editor: GrowingTextEdit, tekst: str) -> None:
    geplakt = QMimeData()
    geplakt.setText(tekst)
    editor.insertFromMimeData(geplakt)


def _veld(editor: GrowingTextEdit) -> Field:
    veld = editor.parentWidget()
    assert isinstance(veld, Field), f"{editor.objectName()} cannot say what is wrong"
    return veld


@pytest.mark.parametrize("waar", SCHERMEN)
def test_a_paste_that_does_not_fit_says_so_in_every_field(
    waar: str, omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    maak, openen, erbij = SCHERMEN[waar]
    scherm = maak(omgeving, dossier)
    toon_scherm(scherm)
    for naam in openen:
        druk(scherm, naam)
    rust()
    editors = scherm.findChildren(GrowingTextEdit)
    assert erbij in {editor.objectName() for editor in editors} or not erbij
    for editor in editors:
        stond = editor.text()
        _plak(editor, WOORDEN + "x")
        assert editor.text() == stond
        assert _veld(editor).error().startswith(ZIN)
        assert editor.accessibleDescription().startswith(ZIN)


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> GesprekScreen:
    scherm = GesprekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def test_a_key_that_does_not_fit_says_so_too_until_the_text_changes(scherm: GesprekScreen, dossier: Dossier) -> None:
    editor = tab_naar("vraag.waar_het_om_gaat")
    assert isinstance(editor, GrowingTextEdit)
    _plak(editor, WOORDEN)
    assert _veld(editor).error() == ""
    typ("y")
    assert _veld(editor).error().startswith(ZIN)
    assert len(editor.text()) == MAX_CHARS
    toets(Qt.Key.Key_Backspace)
    assert _veld(editor).error() == ""


def test_saving_what_stood_there_does_not_take_the_sentence_away(
    scherm: GesprekScreen, dossier: Dossier, rust: Rust
) -> None:
    editor = tab_naar("vraag.waar_het_om_gaat")
    assert isinstance(editor, GrowingTextEdit)
    typ("Weer onder de mensen komen.")
    QApplication.clipboard().setText(WOORDEN + "x")
    toets(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    scherm.leave(lambda: None)
    rust()
    assert dossier.gesprek().teksten["vraag.waar_het_om_gaat"] == "Weer onder de mensen komen."
    assert _veld(editor).error().startswith(ZIN)
    typ(" En zingen.")
    assert _veld(editor).error() == ""
    scherm.leave(lambda: None)
    rust()


def test_a_form_that_begins_anew_begins_without_the_sentence(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    """Also under a field that stayed empty."""
    dossierscherm = DossierScreen(omgeving, dossier.huishouden_id)
    toon_scherm(dossierscherm)
    druk(dossierscherm, "schrijf_iets_bij")
    form = dossierscherm._note
    _plak(form._quote, WOORDEN + "x")
    form.first.setFocus()
    typ("Karin is moe.")
    druk(dossierscherm, f"{form.objectName()}_bewaar")
    rust()
    assert _veld(form._quote).error() == ""
