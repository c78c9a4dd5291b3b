"""The gesprek: the question in sight, life domains in any order, states that no program sets."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus, LeefgebiedZonderReden
from kernnetwerk_app.domain.tekst import RegelTeLang, TekstTeLang
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering, antwoord_id, vraagverheldering_id
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.services import contact, typen, vraagverheldering
from kernnetwerk_app.services.vraagverheldering import kies_status
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet
from tests.factories import DINSDAG, VRAAG, make_werkplek, nieuwe_melding
from tests.services.opzet import Dossier, begin_dossier, laatste_n

GEBIEDEN = (  # list L-08, in its order
    "Financiën",
    "Huisvesting",
    "Gezin en opvoeding",
    "Activiteiten dagelijks leven",
    "Sociaal netwerk",
    "Dagbesteding",
    "Maatschappelijke participatie",
    "Geestelijke gezondheid",
    "Lichamelijke gezondheid",
    "Verslaving",
    "Justitie",
)


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Werkplek:
    return make_werkplek(tmp_path_factory.mktemp("laptop"))


@pytest.fixture
def dossier(plek: Werkplek) -> Dossier:
    return begin_dossier(plek)


def test_gesprek_that_was_begun_goes_on(dossier: Dossier) -> None:
    assert vraagverheldering.begin(dossier.plek, dossier.huishouden_id)[0] == dossier.gesprek_id
    with dossier.plek.store.read() as lezer:
        assert len(lezer.find(Vraagverheldering, huishouden_id=dossier.huishouden_id)) == 1


def test_id_of_a_gesprek_follows_from_the_melding_it_is_about(dossier: Dossier) -> None:
    assert dossier.gesprek_id == vraagverheldering_id(dossier.melding_id) != vraagverheldering_id(uuid4())


def test_gesprek_is_about_a_melding_or_cannot_begin(plek: Werkplek) -> None:
    with pytest.raises(BestaatNiet):
        vraagverheldering.begin(plek, uuid4())


@pytest.mark.eis("EVV-08")
def test_asked_question_stays_beside_what_it_is_about(dossier: Dossier) -> None:
    dossier.typ("vraag.waar_het_om_gaat", "Ik ben eenzaam sinds mijn man er niet meer is.")
    gesprek = dossier.gesprek()
    assert gesprek.vraagverheldering.gestelde_vraag == VRAAG
    assert gesprek.teksten["vraag.waar_het_om_gaat"] == "Ik ben eenzaam sinds mijn man er niet meer is."
    inhoud = dossier.plan().inhoud
    assert (inhoud.vraag, inhoud.waar_het_om_gaat) == (VRAAG, "Ik ben eenzaam sinds mijn man er niet meer is.")


@pytest.mark.eis("EVV-14")
def test_what_was_tried_and_what_people_can_do_themselves_is_kept(dossier: Dossier) -> None:
    gezegd = {
        "vraag.al_geprobeerd": "Mijn dochter heeft de buurtbus gebeld.",
        "dagelijks_leven.eigen": "Ik kook nog zelf.",
        "dagelijks_leven.netwerk": "De buren zetten de container buiten.",
        "sociaal_netwerk.hulp": "De eettafel van het dorpshuis.",
    }
    for sleutel, tekst in gezegd.items():
        dossier.typ(sleutel, tekst)
    teksten = dossier.gesprek().teksten
    assert {sleutel: teksten[sleutel] for sleutel in gezegd} == gezegd


def test_all_eleven_life_domains_begin_as_nobodys_finding(dossier: Dossier) -> None:
    gesprek = dossier.gesprek()
    assert tuple(gebied.naam for gebied in gesprek.lijst.leefgebieden) == GEBIEDEN
    assert set(gesprek.statussen.values()) == {LeefgebiedStatus.NOG_NIET}
    assert len(gesprek.statussen) == len(GEBIEDEN)


def test_life_domain_is_besproken_as_soon_as_somebody_wrote_a_word_there(dossier: Dossier) -> None:
    dossier.typ("participatie.goed", " \u200b\n")
    assert dossier.gesprek().statussen["participatie"] is LeefgebiedStatus.NOG_NIET
    dossier.typ("participatie.goed", "Ik fiets.")
    assert dossier.gesprek().statussen["participatie"] is LeefgebiedStatus.BESPROKEN
    dossier.typ("participatie.goed", "")
    assert dossier.gesprek().statussen["participatie"] is LeefgebiedStatus.NOG_NIET


def test_person_chooses_niet_aan_de_orde_with_a_reason_only(dossier: Dossier) -> None:
    voor = laatste_n(dossier.plek)
    for leeg in (None, "", " \u200b"):
        with pytest.raises(LeefgebiedZonderReden):
            kies_status(dossier.plek, dossier.gesprek_id, "verslaving", LeefgebiedStatus.NIET_AAN_DE_ORDE, leeg)
    assert laatste_n(dossier.plek) == voor
    kies_status(dossier.plek, dossier.gesprek_id, "verslaving", LeefgebiedStatus.NIET_AAN_DE_ORDE, " Zij drinkt niet. ")
    gesprek = dossier.gesprek()
    assert gesprek.statussen["verslaving"] is LeefgebiedStatus.NIET_AAN_DE_ORDE
    assert gesprek.teksten["verslaving"] == " Zij drinkt niet. "


def test_nobody_owes_a_reason_for_not_wanting_to_talk_about_something(dossier: Dossier) -> None:
    kies_status(dossier.plek, dossier.gesprek_id, "financien", LeefgebiedStatus.WIL_NIET)
    assert dossier.gesprek().statussen["financien"] is LeefgebiedStatus.WIL_NIET
    kies_status(dossier.plek, dossier.gesprek_id, "financien", LeefgebiedStatus.NOG_NIET)
    assert dossier.gesprek().statussen["financien"] is LeefgebiedStatus.NOG_NIET


def test_reason_that_was_typed_and_taken_away_does_not_come_back_with_the_choice(dossier: Dossier) -> None:
    adres = dossier.gesprek().adressen["participatie"]
    typen.keep(dossier.plek, adres, "Eerst iets getypt")
    kies_status(dossier.plek, dossier.gesprek_id, "participatie", LeefgebiedStatus.WIL_NIET, "")
    assert dossier.gesprek().teksten["participatie"] == ""


def test_reason_of_more_than_a_long_text_is_refused(dossier: Dossier) -> None:
    with pytest.raises(TekstTeLang):
        kies_status(dossier.plek, dossier.gesprek_id, "participatie", LeefgebiedStatus.WIL_NIET, "x" * 200_001)
    assert dossier.gesprek().statussen["participatie"] is LeefgebiedStatus.NOG_NIET


def test_answer_keeps_the_version_of_the_list_that_was_asked(dossier: Dossier) -> None:
    dossier.typ("participatie.goed", "Ik fiets.")
    with dossier.plek.store.read() as lezer:
        antwoord = lezer.get(Antwoord, antwoord_id(dossier.gesprek_id, "participatie.goed"))
    assert antwoord.profielversie == dossier.plek.profiel.versie
    assert dossier.gesprek().vraagverheldering.lijstversie == dossier.plek.profiel.leefgebieden.versie


def test_line_of_who_was_there_is_one_line(dossier: Dossier) -> None:
    dossier.typ("vraag.aanwezig", "mevrouw en haar dochter")
    with pytest.raises(RegelTeLang):
        dossier.typ("vraag.aanwezig", "x" * 301)
    assert dossier.gesprek().teksten["vraag.aanwezig"] == "mevrouw en haar dochter"


def test_visit_of_today_took_place_when_the_gesprek_begins(tmp_path: Path) -> None:
    klok = Klok(DINSDAG)
    plek = make_werkplek(tmp_path, klok)
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag)
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag + timedelta(days=7))
    vraagverheldering.begin(plek, huishouden_id)
    with plek.store.read() as lezer:
        standen = {c.datum: c.status for c in lezer.find(Contact, huishouden_id=huishouden_id)}
    assert standen == {
        plek.vandaag: ContactStatus.GEWEEST,
        plek.vandaag + timedelta(days=7): ContactStatus.GEPLAND,
    }
