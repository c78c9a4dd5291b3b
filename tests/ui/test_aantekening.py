"""A note from anywhere: Ctrl+N over whatever one does, and back to exactly where one was."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from kernnetwerk_app.domain.contact import Contact, ContactSoort, Uitspraak
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.ui.forms.aantekening_form import AantekeningForm
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.side_panel import SidePanel
from tests.factories import nieuwe_melding
from tests.ui.laptop import Laptop, venster_van
from tests.ui.laptop import huishouden_id as huishouden_id
from tests.ui.laptop import laptop as laptop
from tests.ui.laptop import open_laptop as open_laptop
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, typ, zie

CTRL = Qt.KeyboardModifier.ControlModifier
WOORDEN = "Karin belde. Ze is moe."


def _note(laptop: Laptop) -> AantekeningForm:
    toets(Qt.Key.Key_N, CTRL)
    laptop.rust()
    (form,) = laptop.venster.findChildren(AantekeningForm)
    assert form.isVisible()
    assert in_focus() is form.words
    return form


def _contacten(laptop: Laptop) -> list[Contact]:
    with laptop.sessie.plek.store.read() as lezer:
        return lezer.find(Contact)


def _bewaar(laptop: Laptop) -> None:
    toets(Qt.Key.Key_Return, CTRL)
    laptop.rust()


def _text(laptop: Laptop, naam: str) -> str:
    widget = zie(laptop.venster, naam)
    assert isinstance(widget, QLineEdit | QComboBox | QTextEdit | QPlainTextEdit)
    return widget.currentText() if isinstance(widget, QComboBox) else widget.text()  # type: ignore[union-attr]


@pytest.mark.eis("EVV-03")
def test_during_a_gesprek_i_write_a_note_and_go_on_typing_where_i_was(open_laptop: Laptop, huishouden_id: UUID) -> None:
    venster = venster_van(open_laptop)
    venster.gesprek(huishouden_id)
    open_laptop.rust()
    tab_naar("vraag.al_geprobeerd")
    typ("Ik durf de trap")
    toets(Qt.Key.Key_Home)
    scherm, veld = venster.scherm(), in_focus()
    _note(open_laptop)
    assert venster.scherm() is scherm
    assert _text(open_laptop, "huishouden") == "A. V. · Voorbeelderveen", "the dossier that is open"
    typ(WOORDEN)
    _bewaar(open_laptop)
    assert in_focus() is veld
    typ("Nee. ")
    venster.vandaag()
    open_laptop.rust()
    (contact,) = _contacten(open_laptop)
    assert (contact.verslag, contact.huishouden_id) == (WOORDEN, huishouden_id)
    assert (contact.medewerker_id, contact.datum) == (open_laptop.sessie.plek.medewerker.id, open_laptop.klok.vandaag())
    with open_laptop.sessie.plek.store.read() as lezer:
        (antwoord,) = lezer.find(Antwoord, sleutel="vraag.al_geprobeerd")
    assert antwoord.waarde == "Nee. Ik durf de trap"


@pytest.mark.eis("RES-07")
def test_a_note_with_what_it_is_the_next_step_and_a_promise_with_the_keys_alone(
    open_laptop: Laptop, huishouden_id: UUID
) -> None:
    form = _note(open_laptop)
    typ("De gang staat vol.")
    kies("huishouden", "A. V. · Voorbeelderveen")
    kies("kanaal", "telefoon")
    toets(Qt.Key.Key_Tab)
    for _ in range(2):
        toets(Qt.Key.Key_Right)
    toets(Qt.Key.Key_Space)
    tab_naar("bron")
    typ("de wijkzuster")
    tab_naar("met")
    typ("Karin")
    tab_naar("volgende_stap")
    typ("Karin bellen")
    tab_naar("ook_inwoner_ja")
    toets(Qt.Key.Key_Space)
    tab_naar("deel_beloofd")
    toets(Qt.Key.Key_Return)
    tab_naar("beloofd")
    typ("De folder meenemen")
    tab_naar("beloofd_aan")
    typ("mevrouw")
    _bewaar(open_laptop)
    assert not form.isVisible()
    (contact,) = _contacten(open_laptop)
    assert (contact.contactsoort, contact.kanaal) == (ContactSoort.TELEFOON, "telefoon")
    assert (contact.uitspraak, contact.bron) == (Uitspraak.ANDER, "de wijkzuster")
    assert (contact.aanwezig, contact.volgende_stap) == ("Karin", "Karin bellen")
    with open_laptop.sessie.plek.store.read() as lezer:
        (belofte,) = lezer.find(Toezegging)
    assert (belofte.wat, belofte.aan, belofte.contact_id) == ("De folder meenemen", "mevrouw", contact.id)
    assert belofte.uiterlijk.isoformat() == "2027-04-28"
    assert "Beloofd: De folder meenemen" in zie(open_laptop.venster, f"beloofd_{belofte.id}").accessibleName()


def test_escape_folds_the_note_and_keeps_it_also_over_a_lock(open_laptop: Laptop, huishouden_id: UUID) -> None:
    venster_van(open_laptop).dossier(huishouden_id)
    open_laptop.rust()
    was = in_focus()
    form = _note(open_laptop)
    typ(WOORDEN)
    toets(Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert in_focus() is was
    _note(open_laptop)
    assert _text(open_laptop, "verslag") == WOORDEN
    open_laptop.vergrendel()
    open_laptop.ontgrendel()
    open_laptop.tot(open_laptop.is_open)
    open_laptop.venster.activateWindow()
    open_laptop.rust()
    assert _contacten(open_laptop) == []
    _note(open_laptop)
    assert _text(open_laptop, "verslag") == WOORDEN
    assert _text(open_laptop, "huishouden") == "A. V. · Voorbeelderveen", "what it was about, though no dossier is open"
    _bewaar(open_laptop)
    assert [contact.verslag for contact in _contacten(open_laptop)] == [WOORDEN]


def test_a_note_stays_about_the_dossier_it_was_begun_in(open_laptop: Laptop, huishouden_id: UUID) -> None:
    ander = nieuwe_melding(open_laptop.sessie.plek).huishouden_id
    venster_van(open_laptop).dossier(huishouden_id)
    open_laptop.rust()
    _note(open_laptop)
    typ(WOORDEN)
    toets(Qt.Key.Key_Escape)
    venster_van(open_laptop).dossier(ander)
    open_laptop.rust()
    _note(open_laptop)
    _bewaar(open_laptop)
    assert [contact.huishouden_id for contact in _contacten(open_laptop)] == [huishouden_id]
    _note(open_laptop)
    typ("Een andere.")
    _bewaar(open_laptop)
    assert [contact.huishouden_id for contact in _contacten(open_laptop)] == [huishouden_id, ander]


def test_without_a_dossier_the_note_asks_for_one_and_an_empty_one_for_words(open_laptop: Laptop) -> None:
    form = _note(open_laptop)
    typ(WOORDEN)
    _bewaar(open_laptop)
    assert in_focus().objectName() == "huishouden"
    assert form.isVisible()
    typ("A")
    assert _text(open_laptop, "huishouden") == "A. V. · Voorbeelderveen", "the first initial is enough"
    form.words.set_text("")
    _bewaar(open_laptop)
    assert in_focus() is form.words
    assert _contacten(open_laptop) == []


def test_a_fixed_text_of_the_municipality_comes_in_with_one_key(open_laptop: Laptop) -> None:
    blokken = open_laptop.sessie.plek.profiel.lijst("tekstblokken").keuzes
    form = _note(open_laptop)
    typ("Om tien uur.")
    toets(Qt.Key.Key_1, CTRL)
    assert form.words.text() == f"Om tien uur.\n{blokken[0].uitleg}"
    druk(open_laptop.venster, "tekstblok_2")
    assert form.words.text().endswith(f"\n{blokken[1].uitleg}")
    assert in_focus() is form.words


def test_a_finger_opens_the_note_with_the_button_above(open_laptop: Laptop) -> None:
    was = in_focus()
    zie(open_laptop.venster, "aantekening_knop").click()  # type: ignore[attr-defined]
    open_laptop.rust()
    (form,) = open_laptop.venster.findChildren(AantekeningForm)
    assert in_focus() is form.words
    toets(Qt.Key.Key_Escape)
    assert in_focus() is was


def test_keys_of_the_page_do_nothing_while_the_note_lies_over_it(open_laptop: Laptop, huishouden_id: UUID) -> None:
    venster_van(open_laptop).dossier(huishouden_id)
    open_laptop.rust()
    form = _note(open_laptop)
    toets(Qt.Key.Key_B, CTRL)
    assert in_focus() is form.words
    toets(Qt.Key.Key_Escape)
    toets(Qt.Key.Key_B, CTRL)
    assert in_focus().objectName() == "datum"


def test_who_goes_elsewhere_leaves_the_note_and_finds_it_again(open_laptop: Laptop, huishouden_id: UUID) -> None:
    form = _note(open_laptop)
    typ(WOORDEN)
    venster_van(open_laptop).dossier(huishouden_id)
    open_laptop.rust()
    assert not form.isVisible()
    assert in_focus().objectName() == "verder"
    _note(open_laptop)
    assert _text(open_laptop, "verslag") == WOORDEN
    toets(Qt.Key.Key_K, CTRL)
    assert not form.isVisible()
    assert in_focus() is venster_van(open_laptop).top.search


def test_tab_stays_within_the_note(open_laptop: Laptop) -> None:
    _note(open_laptop)
    (paneel,) = open_laptop.venster.findChildren(SidePanel)
    gezien: set[QWidget] = set()
    for richting in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        for _ in range(20):
            toets(richting)
            assert paneel.isAncestorOf(in_focus())
            gezien.add(in_focus())
    assert {w.objectName() for w in gezien} >= {"verslag", "huishouden", "kanaal", "aantekening_overal_bewaar"}


@pytest.mark.parametrize("schaal", [1.0, 2.0])
def test_the_button_that_keeps_the_note_stays_in_sight_also_with_large_letters(
    open_laptop: Laptop, huishouden_id: UUID, theme: Theme, qapp: QApplication, schaal: float
) -> None:
    venster_van(open_laptop).dossier(huishouden_id)
    open_laptop.rust()
    theme.apply(qapp, schaal)
    _note(open_laptop)
    typ(WOORDEN)
    for _ in range(3):
        QApplication.processEvents()
    knop = zie(open_laptop.venster, "aantekening_overal_bewaar")
    assert knop.visibleRegion().boundingRect() == knop.rect()
    tab_naar("aantekening_overal_bewaar")
    toets(Qt.Key.Key_Return, CTRL)
    open_laptop.rust()
    assert not knop.isVisible()
    assert [contact.verslag for contact in _contacten(open_laptop)] == [WOORDEN]


def test_a_covered_screen_opens_nothing(open_laptop: Laptop) -> None:
    toets(Qt.Key.Key_F12)
    venster_van(open_laptop).aantekening()
    assert open_laptop.venster.findChildren(SidePanel) == []


def test_the_note_opens_with_no_more_than_nine_fields_and_is_usable_at_every_size(
    open_laptop: Laptop, theme: Theme
) -> None:
    form = _note(open_laptop)
    zichtbaar = [naam for naam in form.fields._entries if form.fields.editor(naam).isVisible()]
    assert zichtbaar == ["verslag", "huishouden", "kanaal", "uitspraak", "met", "volgende_stap"]
    druk(open_laptop.venster, "deel_beloofd")
    (paneel,) = open_laptop.venster.findChildren(SidePanel)
    assert bezwaren_op_elke_maat(paneel, theme) == []
