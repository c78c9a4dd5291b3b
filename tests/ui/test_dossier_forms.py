"""The two small forms of the dossier with the keys alone: what is typed survives, and what is refused says why."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.services import contact, dossier, gesproken
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.voice import Voice
from tests.ui.schermen import Open, Rust
from tests.ui.toetsen import in_focus, kies, tab_naar, toets, typ, wis, zie


def _contacten(plek: Werkplek) -> list[Contact]:
    with plek.store.read() as lezer:
        return lezer.find(Contact)


def test_a_note_with_the_other_ones_words_is_written_with_the_keys_alone(
    open_dossier: Open, plek: Werkplek, rust: Rust
) -> None:
    scherm = open_dossier()
    tab_naar("schrijf_iets_bij")
    toets(Qt.Key.Key_Return)
    assert in_focus().objectName() == "verslag"
    typ("Gebeld over zaterdag.")
    toets(Qt.Key.Key_Backtab)
    box = in_focus()
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Aantekening", "what one does not choose is no contact"
    kies("contactsoort", "Telefoon")
    tab_naar("citaat")
    typ("Ik kan niet meer.")
    tab_naar("citaat_van")
    wis()
    typ("Karin")
    tab_naar("aantekening_bewaar")
    toets(Qt.Key.Key_Space)
    rust()
    (geschreven,) = _contacten(plek)
    assert (geschreven.kanaal, geschreven.verslag) == ("telefoon", "Gebeld over zaterdag.")
    assert (geschreven.citaat, geschreven.citaat_van) == ("Ik kan niet meer.", "Karin")
    assert "Karin, aan de telefoon: Ik kan niet meer." in [v.accessibleName() for v in scherm.findChildren(Voice)]
    assert not scherm._note.isVisible()


@pytest.mark.eis("SIG-18")
@pytest.mark.parametrize(("ook_inwoner", "soort"), [(False, ContactSoort.OVERLEG), (True, ContactSoort.TELEFOON)])
def test_a_call_in_which_the_huisarts_spoke_is_a_talk_with_her_only_when_i_say_that_she_was_there(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, rust: Rust, ook_inwoner: bool, soort: ContactSoort
) -> None:
    scherm = open_dossier()
    tab_naar("schrijf_iets_bij")
    toets(Qt.Key.Key_Return)
    kies("contactsoort", "Telefoon")
    assert not scherm._note._too_field.isVisible(), "her own words are a talk with her"
    tab_naar("citaat")
    typ("Ze slikt haar pillen niet.")
    tab_naar("citaat_van")
    wis()
    typ("de huisarts")
    if ook_inwoner:
        tab_naar("ook_inwoner_ja")
        toets(Qt.Key.Key_Space)
    tab_naar("aantekening_bewaar")
    toets(Qt.Key.Key_Return)
    rust()
    (geschreven,) = _contacten(plek)
    assert geschreven.contactsoort is soort
    woorden = [voice.accessibleName() for voice in scherm.findChildren(Voice)]
    assert "de huisarts, aan de telefoon: Ze slikt haar pillen niet." in woorden
    with plek.store.read() as lezer:
        eerste = dossier.load(plek, lezer, huishouden_id).eerste_contact
        laatst = gesproken.laatst_gesproken(lezer, huishouden_id)
    assert eerste is not None
    assert (eerste.gehad, laatst) == ((plek.vandaag, plek.vandaag) if ook_inwoner else (None, None))
    tab_naar("schrijf_iets_bij")
    toets(Qt.Key.Key_Return)
    assert not scherm._note._too_field.isVisible(), "the next note begins anew"


def test_an_empty_note_is_refused_under_its_field(open_dossier: Open, plek: Werkplek, rust: Rust) -> None:
    scherm = open_dossier()
    tab_naar("schrijf_iets_bij")
    toets(Qt.Key.Key_Return)
    tab_naar("aantekening_bewaar")
    toets(Qt.Key.Key_Return)
    rust()
    assert _contacten(plek) == []
    field = zie(scherm, "verslag").parentWidget()
    assert isinstance(field, Field)
    assert field.error().startswith("Er staat nog niets.")
    assert in_focus().objectName() == "verslag"


def test_a_visit_in_the_past_is_refused_and_what_was_typed_stays(
    open_dossier: Open, plek: Werkplek, rust: Rust
) -> None:
    scherm = open_dossier()
    tab_naar("plan_een_bezoek")
    toets(Qt.Key.Key_Return)
    typ("gisteren")
    tab_naar("bezoek_bewaar")
    toets(Qt.Key.Key_Return)
    rust()
    assert _contacten(plek) == []
    field = zie(scherm, "datum").parentWidget()
    assert isinstance(field, Field)
    assert "Deze dag is al geweest." in field.error()
    assert scherm._visit.fields.texts() == {"datum": "ma 19 april 2027"}


def test_escape_folds_the_form_and_what_was_typed_comes_back_after_leaving(
    open_dossier: Open, plek: Werkplek, rust: Rust
) -> None:
    scherm = open_dossier()
    tab_naar("schrijf_iets_bij")
    toets(Qt.Key.Key_Return)
    typ("Half een zin")
    toets(Qt.Key.Key_Escape)
    assert not scherm._note.isVisible()
    assert in_focus().objectName() == "schrijf_iets_bij"
    weg: list[bool] = []
    scherm.leave(lambda: weg.append(True))
    assert weg == []
    rust()
    assert weg == [True]
    opnieuw = open_dossier()
    assert opnieuw._note.isVisible()
    assert opnieuw._note.first.text() == "Half een zin"
    assert _contacten(plek) == []


def test_what_a_colleague_wrote_appears_without_taking_the_typing_away(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving, rust: Rust
) -> None:
    scherm = open_dossier()
    tab_naar("schrijf_iets_bij")
    toets(Qt.Key.Key_Return)
    typ("Ik ben hier nog ")
    omgeving.tasks.write(scherm, lambda: contact.schrijf_bij(plek, huishouden_id, "Van een collega."))
    rust()
    assert "Van een collega." in [label.text() for label in scherm.findChildren(PlainLabel)]
    typ("bezig.")
    assert scherm._note.first.text() == "Ik ben hier nog bezig."
