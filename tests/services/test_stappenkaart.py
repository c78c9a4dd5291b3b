"""*Zo gaat het verder*: made of what is known, true on the day it is printed, and for the resident alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.services import (
    afsprakenkaart,
    contact,
    eerste_vraagverheldering,
    melding,
    mensen,
    plan,
    signaal,
    stappenkaart,
)
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet
from tests.documents.lezen import Viewer, open_pdf, read_structure
from tests.factories import VRAAG, make_werkplek, nieuwe_melding
from tests.services.opzet import begin_gesprek, gelezen

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


@pytest.mark.eis("RES-06", "TAAL-02", "SIG-15")
def test_i_can_give_people_on_paper_what_comes_when_and_with_whom(plek: Werkplek) -> None:
    hier = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, hier, date(2027, 4, 22), time(13, 0))
    tekst = gelezen(stappenkaart.load_pdf(plek, hier))
    assert "Zo gaat het verder" in tekst
    assert "Voor mevrouw Voorbeeld-Jansen" in tekst
    assert f"“{VRAAG}”" in tekst
    assert "We hebben uw vraag ontvangen op dinsdag 20 april 2027." in tekst
    assert "Sanne Modelman is uw vaste contactpersoon." in tekst
    assert "do 22 april 13.00, Sanne" in tekst, "the stop says when and with whom"
    assert "Uiterlijk dinsdag 1 juni 2027 krijgt u op papier" in tekst
    assert "Wmo 2015, artikel 2.3.2" in tekst
    assert "Geef het ons uiterlijk woensdag 28 april" in tekst
    assert "gratis hulp krijgen van een cliëntondersteuner" in tekst
    assert "Hebt u een vraag? Bel 0000 - 00 00 00." in tekst


def test_what_was_written_down_for_who_visits_is_not_on_the_paper_on_my_table_but_i_may_ask_it(
    plek: Werkplek,
) -> None:
    hier = nieuwe_melding(plek).huishouden_id
    assert "wie bij u komt" not in gelezen(stappenkaart.load_pdf(plek, hier))
    feit = {
        "feit": "Partner Henk dreigde met een mes",
        "bron": "zelf gezien",
        "door_id": plek.medewerker.id,
        "meld_bij": "Joris",
    }
    bellen = {"door_id": plek.medewerker.id, "meld_bij": "Joris", "meld_minuten": 30, "meld_nummer": "0599000002"}
    dagen = {"begin_datum": plek.vandaag, "eind_datum": date(2027, 10, 1)}
    mensen.leg_vast(plek, Bezoekveiligheid, hier, feit | bellen | dagen)
    tekst = gelezen(stappenkaart.load_pdf(plek, hier))
    assert "Henk" not in tekst, "he lives there too"
    assert "We schreven iets op voor wie bij u komt. Vraag ons gerust wat dat is." in tekst
    assert "Klopt er iets niet? Zeg het, dan passen we het aan." in tekst
    assert "0599" not in tekst, "whom we call after it is ours to know"


def test_who_has_something_to_tell_reads_how_also_where_no_telephone_is_known(plek: Werkplek) -> None:
    hier = nieuwe_melding(plek).huishouden_id
    assert "Verandert er iets? Laat het ons weten. Bel Sanne Modelman: " in gelezen(stappenkaart.load_pdf(plek, hier))
    with plek.store.write() as werk:
        werk.change(werk.get(Medewerker, plek.medewerker.id), telefoon=None)
        werk.commit("sync.ronde")
    tekst = gelezen(stappenkaart.load_pdf(plek, hier))
    assert "Laat het ons weten. U vindt ons hier: Kulturhus De Linde, dinsdag" in tekst
    assert "Met al uw vragen kunt u bij Sanne Modelman terecht." in tekst
    assert "U vindt ons hier: Kulturhus De Linde, dinsdag" in gelezen(afsprakenkaart.load_pdf(plek, hier))


def test_the_route_is_read_aloud_with_the_days_under_it(plek: Werkplek) -> None:
    hier = nieuwe_melding(plek).huishouden_id
    structuur = read_structure(open_pdf(stappenkaart.load_pdf(plek, hier))).text()
    assert "Achter de rug: Vraag (di 20 april)." in structuur
    assert "Nu: Gesprek" in structuur


def test_a_day_that_has_passed_is_not_promised(plek: Werkplek) -> None:
    hier = nieuwe_melding(plek).huishouden_id
    plek.klok.advance(timedelta(days=9))
    with plek.store.read() as lezer:
        kaart = stappenkaart.build(plek, lezer, hier)
    assert (kaart.eerste_contact, kaart.eigen_plan_tot) == (None, None)
    assert kaart.uiterlijk == date(2027, 6, 1)
    tekst = gelezen(stappenkaart.load_pdf(plek, hier))
    assert "We spreken u uiterlijk" not in tekst
    assert "U kunt zelf een plan maken" not in tekst


def test_a_household_without_a_question_has_no_card(plek: Werkplek) -> None:
    with plek.store.read() as lezer, pytest.raises(BestaatNiet):
        stappenkaart.build(plek, lezer, uuid4())


def test_of_a_question_that_is_not_about_the_wmo_the_card_does_not_say_that_its_law_counts(plek: Werkplek) -> None:
    opgenomen = nieuwe_melding(plek)
    with plek.store.write() as werk:
        werk.change(werk.get(Melding, opgenomen.melding_id), wet=Wet.JEUGDWET)
        werk.commit("test.wet")
    tekst = gelezen(stappenkaart.load_pdf(plek, opgenomen.huishouden_id))
    assert "Uiterlijk dinsdag 1 juni 2027" in tekst
    assert "Wmo" not in tekst


def test_the_card_is_one_page(plek: Werkplek) -> None:
    assert Viewer(stappenkaart.load_pdf(plek, nieuwe_melding(plek).huishouden_id)).pages == 1


def test_the_same_card_is_the_same_paper(plek: Werkplek) -> None:
    hier = nieuwe_melding(plek).huishouden_id
    assert stappenkaart.load_pdf(plek, hier) == stappenkaart.load_pdf(plek, hier)


def test_what_a_neighbour_noticed_is_never_printed_as_the_question_of_the_resident(plek: Werkplek) -> None:
    gezien = "Ik woon ernaast en hoor haar elke nacht."
    hier, _ = signaal.neem_op(plek, {"gezien": gezien, "kern": "Proefdijk", "achternaam": "Maquette"})
    with plek.store.read() as lezer:
        invoer = signaal.als_melding(plek, lezer.get(Signaal, hier))
    opgenomen = melding.neem_op(plek, replace(invoer, contactpersoon_id=plek.medewerker.id))
    huishouden_id = opgenomen.huishouden_id
    kaart = gelezen(stappenkaart.load_pdf(plek, huishouden_id))
    begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    plan.add_doel(plek, plan_id, "Ik wil slapen.")
    with plek.store.read() as lezer:
        inhoud = plan.load(plek, lezer, plan_id).inhoud
        gezegd = eerste_vraagverheldering.load(plek, lezer, huishouden_id)
    assert "ernaast" not in kaart
    assert "Mijn vraag" not in kaart
    assert "uw vraag" not in kaart
    assert "Vraag" not in kaart.split("Dit mag u")[0], "the stop has another name"
    assert "Dat is zes weken na de melding (Wmo 2015, artikel 2.3.2)." in kaart
    assert "ernaast" not in inhoud.model_dump_json()
    assert (inhoud.vraag, gezegd.aanleiding) == ("", gezien), "for the professional it is there"
