"""Contacts of a household, and how soon the resident was spoken with after the melding."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.tekst import TekstTeLang
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import contact, plan, typen
from kernnetwerk_app.services.contact import BezoekIsVoorbij, ContactZonderWoorden, EersteContact
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, VRAAG, make_werkplek, nieuwe_melding
from tests.services.opzet import Dossier, begin_gesprek
from tests.uitwisseling import wissel_uit


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


def _contacten(plek: Werkplek) -> list[Contact]:
    with plek.store.read() as lezer:
        return lezer.find(Contact)


def _eerste_contact(plek: Werkplek) -> EersteContact:
    with plek.store.read() as lezer:
        (melding,) = lezer.find(Melding)
        assert melding.huishouden_id is not None
        gesprekken, geschreven = lezer.find(Vraagverheldering), lezer.geschreven(melding.huishouden_id)
        return contact.eerste_contact(plek.profiel, melding, lezer.find(Contact), gesprekken, geschreven)


def test_a_visit_is_planned_for_the_worker_at_this_laptop(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 22), time(13, 0), onderwerp="eerste gesprek")
    (bezoek,) = _contacten(plek)
    assert (bezoek.contactsoort, bezoek.status) == (ContactSoort.BEZOEK, ContactStatus.GEPLAND)
    assert (bezoek.datum, bezoek.tijd_van, bezoek.onderwerp) == (date(2027, 4, 22), time(13, 0), "eerste gesprek")
    assert bezoek.medewerker_id == plek.medewerker.id


def test_a_visit_cannot_be_planned_for_yesterday_and_the_form_stays(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    typen.keep_concept(plek, "bezoek", {"datum": "gisteren"})
    with pytest.raises(BezoekIsVoorbij):
        contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 19), concept="bezoek")
    assert _contacten(plek) == []
    assert typen.load_concept(plek, "bezoek") == {"datum": "gisteren"}


def test_a_note_keeps_both_voices_as_they_were_typed(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    typen.keep_concept(plek, "aantekening", {"verslag": "Karin is moe."})
    contact.schrijf_bij(
        plek,
        huishouden_id,
        " Karin is moe.\n",
        ContactSoort.TELEFOON,
        "Ik kan niet meer.",
        "Karin",
        concept="aantekening",
    )
    (geschreven,) = _contacten(plek)
    assert (geschreven.verslag, geschreven.citaat, geschreven.citaat_van) == (
        " Karin is moe.\n",
        "Ik kan niet meer.",
        "Karin",
    )
    assert (geschreven.datum, geschreven.tijd_van) == (plek.vandaag, time(9, 0))
    assert typen.load_concept(plek, "aantekening") == {}


def test_words_of_nobody_name_nobody(plek: Werkplek) -> None:
    contact.schrijf_bij(plek, nieuwe_melding(plek).huishouden_id, "Gebeld.", citaat=" ", citaat_van="Mevrouw")
    (geschreven,) = _contacten(plek)
    assert (geschreven.citaat, geschreven.citaat_van) == (None, None)


@pytest.mark.parametrize(
    ("verslag", "fout"), [(" \u200b\n", ContactZonderWoorden), ("", ContactZonderWoorden), ("a" * 200_001, TekstTeLang)]
)
def test_a_note_that_says_nothing_or_too_much_is_refused(plek: Werkplek, verslag: str, fout: type[Exception]) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    with pytest.raises(fout):
        contact.schrijf_bij(plek, huishouden_id, verslag)
    assert _contacten(plek) == []


def test_first_contact_is_asked_from_the_melding_on_and_late_after_the_norm(plek: Werkplek) -> None:
    nieuwe_melding(plek)
    eerste = _eerste_contact(plek)
    assert (eerste.gehad, eerste.dagen) == (None, None)
    assert eerste.uiterlijk == date(2027, 4, 23)
    assert not eerste.is_te_laat(date(2027, 4, 23))
    assert eerste.is_te_laat(date(2027, 4, 24))


@pytest.mark.parametrize("soort", [ContactSoort.BRIEF, ContactSoort.OVERLEG])
def test_a_letter_or_a_note_is_no_first_contact(plek: Werkplek, soort: ContactSoort) -> None:
    contact.schrijf_bij(plek, nieuwe_melding(plek).huishouden_id, "Brief gestuurd.", soort)
    assert _eerste_contact(plek).gehad is None


def test_the_inloop_that_the_melding_was_made_of_is_no_first_contact(plek: Werkplek) -> None:
    contact.schrijf_bij(plek, nieuwe_melding(plek).huishouden_id, "", ContactSoort.INLOOP, VRAAG, "Mevrouw")
    assert _eerste_contact(plek).gehad is None


def test_first_contact_is_measured_in_days_from_the_melding(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    plek.klok.advance(timedelta(days=5))
    contact.schrijf_bij(plek, huishouden_id, "Gebeld.", ContactSoort.TELEFOON)
    plek.klok.advance(timedelta(days=3))
    contact.schrijf_bij(plek, huishouden_id, "Nog eens gebeld.", ContactSoort.TELEFOON)
    eerste = _eerste_contact(plek)
    assert (eerste.gehad, eerste.dagen) == (date(2027, 4, 25), 5)
    assert not eerste.is_te_laat(plek.vandaag)


def test_a_planned_visit_is_no_contact_until_somebody_writes_in_the_conversation(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(9, 0))
    assert _eerste_contact(plek).gehad is None
    begin_gesprek(plek, huishouden_id)
    assert _eerste_contact(plek).gehad == plek.vandaag


@pytest.mark.parametrize("stand", [ContactStatus.GEPLAND, ContactStatus.NIET_THUIS, ContactStatus.VERZET])
def test_words_that_prepare_a_visit_are_no_contact_as_long_as_it_was_not_held(
    plek: Werkplek, stand: ContactStatus
) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 22), time(13, 0))
    begin_gesprek(plek, huishouden_id)
    plek.klok.advance(timedelta(days=3))
    (bezoek,) = _contacten(plek)
    contact.rond_af(plek, bezoek, stand, {})
    assert _eerste_contact(plek).gehad is None
    contact.rond_af(plek, bezoek, ContactStatus.GEWEEST, {})
    assert _eerste_contact(plek).gehad == date(2027, 4, 22)


def test_a_talk_without_a_visit_is_the_first_contact_also_when_the_next_one_is_planned_then(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    begin_gesprek(plek, huishouden_id)
    contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 27), time(13, 0))
    assert _eerste_contact(plek).gehad == plek.vandaag


def test_a_visit_that_was_said_to_be_held_by_mistake_is_planned_again(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(9, 0))
    begin_gesprek(plek, huishouden_id)
    (bezoek,) = _contacten(plek)
    with plek.store.read() as lezer:
        bases = lezer.bases(bezoek.id)
    contact.rond_af(plek, bezoek, ContactStatus.GEPLAND, bases)
    assert [c.status for c in _contacten(plek)] == [ContactStatus.GEPLAND]
    assert _eerste_contact(plek).gehad is None


def test_how_a_visit_went_does_not_replace_what_a_colleague_said_of_it_unseen(plek: Werkplek, tmp_path: Path) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag)
    joris = make_werkplek(tmp_path / "joris", plek.klok, device_no=2, wie=JORIS)
    wissel_uit(plek, joris)
    (bezoek,) = _contacten(plek)
    with plek.store.read() as lezer:
        bases = lezer.bases(bezoek.id)
    contact.rond_af(joris, bezoek, ContactStatus.NIET_THUIS, bases)
    wissel_uit(plek, joris)
    contact.rond_af(plek, bezoek, ContactStatus.GEWEEST, bases)
    with plek.store.read() as lezer:
        ((welk, eenheid, koppen),) = [(c.entiteit_id, c.eenheid, len(c.koppen)) for c in lezer.conflicten()]
    assert (welk, eenheid, koppen) == (bezoek.id, 4, 2)
    joris.store.close()


@pytest.mark.eis("EVV-02")
def test_question_gesprek_and_plan_are_made_at_the_kitchen_table_without_a_line(plek: Werkplek) -> None:
    """One laptop, and nothing was ever sent from it."""
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(9), onderwerp="eerste gesprek")
    hier = Dossier(
        plek,
        huishouden_id,
        melding_id=_melding(plek).id,
        gesprek_id=begin_gesprek(plek, huishouden_id),
        plan_id=plan.begin(plek, huishouden_id)[0],
    )
    hier.typ("vraag.waar_het_om_gaat", "Ze wil in haar huis blijven.")
    hier.doel()
    getekend = hier.teken(hier.versie())
    (bezoek,) = _contacten(plek)
    assert (bezoek.contactsoort, bezoek.status) == (ContactSoort.BEZOEK, ContactStatus.GEWEEST)
    assert getekend.datum == bezoek.datum == plek.vandaag
    assert hier.gesprek().teksten["vraag.waar_het_om_gaat"] == "Ze wil in haar huis blijven."
    with plek.store.read() as lezer:
        assert lezer.verzendstand().laatst_verstuurd_ms == 0


def _melding(plek: Werkplek) -> Melding:
    with plek.store.read() as lezer:
        (melding,) = lezer.find(Melding)
    return melding
