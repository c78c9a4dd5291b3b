"""A visit from the dossier with the keys: planned in three, moved, taken back, on paper; and what was promised."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.services import aantekening, contact, toezegging
from kernnetwerk_app.services.aantekening import NieuweAantekening
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.theme import Theme
from tests.factories import JORIS
from tests.services.opzet import begin_gesprek, gelezen
from tests.ui.schermen import Open, Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, typ, woorden, zie

CTRL = Qt.KeyboardModifier.ControlModifier
MORGEN = date(2027, 4, 21)


def _contacten(plek: Werkplek) -> list[Contact]:
    with plek.store.read() as lezer:
        return lezer.find(Contact)


@pytest.mark.eis("EVV-26")
def test_a_visit_is_planned_in_three_keys(open_dossier: Open, plek: Werkplek, rust: Rust) -> None:
    open_dossier()
    toetsen = [(Qt.Key.Key_B, CTRL), (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)]
    for toets_, modifier in toetsen:
        toets(toets_, modifier)
    rust()
    assert len(toetsen) <= 3
    (bezoek,) = _contacten(plek)
    assert (bezoek.contactsoort, bezoek.status) == (ContactSoort.BEZOEK, ContactStatus.GEPLAND)
    assert (bezoek.datum, bezoek.tijd_van) == (MORGEN, time(9))
    assert bezoek.medewerker_id == plek.medewerker.id


@pytest.mark.eis("EVV-26")
def test_another_free_hour_is_one_press_away_and_the_next_visit_gets_the_next_one(
    open_dossier: Open, plek: Werkplek, rust: Rust
) -> None:
    scherm = open_dossier()
    toets(Qt.Key.Key_B, CTRL)
    druk(scherm, "vrij_2")
    assert in_focus().objectName() == "datum"
    toets(Qt.Key.Key_Return)
    rust()
    toets(Qt.Key.Key_B, CTRL)
    toets(Qt.Key.Key_Return)
    rust()
    assert [(c.datum, c.tijd_van) for c in _contacten(plek)] == [(MORGEN, time(11)), (MORGEN, time(9))]


def test_what_i_type_replaces_the_day_that_was_proposed(open_dossier: Open, plek: Werkplek, rust: Rust) -> None:
    open_dossier()
    toets(Qt.Key.Key_B, CTRL)
    typ("volgende week donderdag")
    toets(Qt.Key.Key_Tab)
    typ("13.30")
    toets(Qt.Key.Key_Return)
    rust()
    assert [(c.datum, c.tijd_van) for c in _contacten(plek)] == [(date(2027, 4, 29), time(13, 30))]


@pytest.mark.eis("EVV-22")
def test_the_own_contact_person_is_filled_in_for_the_visit(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    with plek.store.write() as werk:
        werk.change(werk.get(Huishouden, huishouden_id), contactpersoon_id=JORIS.id)
        werk.commit("test.contactpersoon")
    scherm = open_dossier()
    toets(Qt.Key.Key_B, CTRL)
    wie = zie(scherm, "medewerker_id")
    assert isinstance(wie, QComboBox)
    assert wie.currentText() == JORIS.naam
    in_focus().setFocus()
    toets(Qt.Key.Key_Return)
    rust()
    assert [c.medewerker_id for c in _contacten(plek)] == [JORIS.id]


@pytest.mark.eis("EVV-23")
def test_the_resident_is_seen_where_they_want_and_the_next_visit_is_there_too(
    open_dossier: Open, plek: Werkplek, rust: Rust
) -> None:
    scherm = open_dossier()
    toets(Qt.Key.Key_B, CTRL)
    kies("waar", "Dorpshuis De Proef")
    tab_naar("bezoek_bewaar")
    toets(Qt.Key.Key_Return)
    rust()
    toets(Qt.Key.Key_B, CTRL)
    waar = zie(scherm, "waar")
    assert isinstance(waar, QComboBox)
    assert waar.currentText() == "Dorpshuis De Proef"
    toets(Qt.Key.Key_Return)
    rust()
    assert [c.plek for c in _contacten(plek)] == ["Dorpshuis De Proef"] * 2


def test_a_visit_that_is_moved_stays_in_the_story_with_its_new_day(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(13), onderwerp="eerste gesprek")
    plek.klok.advance(timedelta(days=1))
    scherm = open_dossier()
    druk(scherm, "bezoek_verzet")
    rust()
    assert [c.status for c in _contacten(plek)] == [ContactStatus.GEPLAND], "nothing is moved until the day is there"
    assert in_focus().objectName() == "datum"
    toets(Qt.Key.Key_Return)
    rust()
    assert [(c.status, c.datum.day) for c in _contacten(plek)] == [
        (ContactStatus.VERZET, 20),
        (ContactStatus.GEPLAND, 22),
    ]
    assert "Verzet naar do 22 april." in woorden(scherm)


def test_a_visit_that_i_marked_wrongly_is_taken_back_in_the_dossier(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(13))
    scherm = open_dossier()
    druk(scherm, "bezoek_niet_thuis")
    rust()
    assert "Di 20 april: er was niemand thuis" in woorden(scherm)
    druk(scherm, "neem_terug")
    rust()
    assert [c.status for c in _contacten(plek)] == [ContactStatus.GEPLAND]
    assert "er was niemand thuis" not in woorden(scherm)


@pytest.mark.eis("RES-06")
@pytest.mark.eis("EVV-26")
def test_the_resident_gets_the_slip_and_its_day_is_kept(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    contact.plan_bezoek(plek, huishouden_id, MORGEN, time(13))
    scherm = open_dossier()
    druk(scherm, "uw_afspraak")
    naam, laad, over = wegwijzer.gegaan[0]
    assert (naam, over) == ("papier", huishouden_id)
    assert "woensdag 21 april 2027" in gelezen(laad())  # type: ignore[operator]
    assert wegwijzer.genoteerd_bij_papier is not None
    wegwijzer.genoteerd_bij_papier()
    assert _contacten(plek)[0].uitnodiging_datum == plek.vandaag
    scherm = open_dossier()
    assert "meegegeven op di 20 april" in zie(scherm, "uw_afspraak").accessibleName()


@pytest.mark.eis("RES-07")
def test_what_was_promised_stands_under_now_until_i_say_it_is_done(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    toezegging.beloof(plek, huishouden_id, NieuweToezegging("De folder meenemen", "mevrouw"))
    plek.klok.advance(timedelta(days=9))
    scherm = open_dossier()
    er_staat = woorden(scherm)
    assert "Beloofd: De folder meenemen" in er_staat
    assert "Sanne Modelman aan mevrouw, uiterlijk wo 28 april" in er_staat
    assert "te laat" in er_staat
    with plek.store.read() as lezer:
        (belofte,) = lezer.find(Toezegging)
    druk(scherm, f"beloofd_{belofte.id}")
    assert isinstance(in_focus(), QLineEdit)
    typ("Gebracht.")
    toets(Qt.Key.Key_Return)
    rust()
    with plek.store.read() as lezer:
        (belofte,) = lezer.find(Toezegging)
    assert (belofte.gedaan_datum, belofte.gedaan_hoe) == (plek.vandaag, "Gebracht.")
    assert "gedaan" in zie(scherm, f"beloofd_{belofte.id}").accessibleName()
    druk(scherm, f"beloofd_{belofte.id}")
    rust()
    assert "te laat" in zie(scherm, f"beloofd_{belofte.id}").accessibleName(), "said by mistake, so it waits again"
    druk(scherm, f"beloofd_{belofte.id}")
    toets(Qt.Key.Key_Return)
    rust()
    plek.klok.advance(timedelta(days=1))
    assert "De folder meenemen" not in woorden(open_dossier())


@pytest.mark.eis("EVV-03")
def test_the_story_says_what_words_are_and_where_they_lead(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID
) -> None:
    for uitspraak in aantekening.Uitspraak:
        invoer = NieuweAantekening(
            "De gang staat vol.", "email", uitspraak, "de wijkzuster", volgende_stap="Karin bellen"
        )
        aantekening.schrijf(plek, huishouden_id, invoer)
    er_staat = woorden(open_dossier())
    for zin in (
        "Email · Sanne Modelman",
        "Een feit, gezien of gehoord door Sanne Modelman.",
        "Een mening, van Sanne Modelman.",
        "Verteld door de wijkzuster.",
        "Volgende stap: Karin bellen",
    ):
        assert zin in er_staat


def test_the_forms_of_the_dossier_are_usable_at_every_size(
    open_dossier: Open, plek: Werkplek, huishouden_id: UUID, theme: Theme, rust: Rust
) -> None:
    for aan in ("mevrouw", "de buurman"):
        toezegging.beloof(plek, huishouden_id, NieuweToezegging("De folder meenemen", aan))
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(13))
    scherm = open_dossier()
    assert woorden(scherm).count("Staat op geen papier van dit huishouden.") == 1
    toets(Qt.Key.Key_B, CTRL)
    druk(scherm, "bezoek_verzet")
    rust()
    assert bezwaren_op_elke_maat(scherm, theme) == []


# -- the gesprek ------------------------------------------------------------------------------------------------------


@pytest.fixture
def gesprek(omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, toon_scherm: Toonscherm) -> GesprekScreen:
    """A gesprek that is open, on a day with a visit at no hour."""
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag)
    scherm = GesprekScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    return scherm


def _schrijf(rust: Rust, scherm: GesprekScreen) -> None:
    tab_naar("vraag.al_geprobeerd")
    typ("Ik durf de trap niet meer af")
    scherm.leave(lambda: None)
    rust()


def test_who_writes_on_the_day_of_a_visit_without_an_hour_is_asked_whether_this_is_it(
    gesprek: GesprekScreen, plek: Werkplek, rust: Rust
) -> None:
    assert gesprek.findChildren(object, "bezoekvraag") == [], "opening a page is no visit"
    _schrijf(rust, gesprek)
    assert in_focus().objectName() == "vraag.al_geprobeerd", "nobody is taken away from a sentence"
    assert zie(gesprek, "bezoekvraag").accessibleName().startswith("Is dit het bezoek van vandaag?")
    assert [c.status for c in _contacten(plek)] == [ContactStatus.GEPLAND], "without an answer nothing changes"
    druk(gesprek, "bezoek_ja")
    rust()
    assert [c.status for c in _contacten(plek)] == [ContactStatus.GEWEEST]


def test_who_prepares_a_visit_says_no_and_is_not_asked_again(
    gesprek: GesprekScreen, plek: Werkplek, rust: Rust
) -> None:
    _schrijf(rust, gesprek)
    druk(gesprek, "bezoek_nee")
    tab_naar("vraag.aanwezig")
    typ("Karin")
    gesprek.leave(lambda: None)
    rust()
    assert not zie(gesprek, "vraag.aanwezig").parentWidget().isHidden()
    assert [w.isVisible() for w in gesprek.findChildren(type(gesprek._visit), "bezoekvraag")] == [False]
    assert [c.status for c in _contacten(plek)] == [ContactStatus.GEPLAND]


def test_a_gesprek_on_a_day_without_such_a_visit_asks_nothing(
    omgeving: Omgeving, plek: Werkplek, huishouden_id: UUID, toon_scherm: Toonscherm, rust: Rust
) -> None:
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag + timedelta(days=1))
    begin_gesprek(plek, huishouden_id)
    scherm = GesprekScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    _schrijf(rust, scherm)
    assert scherm._visit is None
