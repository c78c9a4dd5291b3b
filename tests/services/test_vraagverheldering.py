"""The gesprek: the question in sight, life domains in any order, states that no program sets."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus, LeefgebiedZonderReden
from kernnetwerk_app.domain.tekst import RegelTeLang, TekstTeLang
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering, antwoord_id, vraagverheldering_id
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.services import contact, typen, verstrekking, vraagverheldering
from kernnetwerk_app.services.vraagverheldering import kies_status, open_gesprek
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet
from tests.factories import JORIS, VRAAG, make_werkplek, nieuwe_melding
from tests.services.opzet import Dossier, begin_dossier, laatste_n
from tests.uitwisseling import wissel_uit

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
    assert open_gesprek(dossier.plek, dossier.huishouden_id)[0] == dossier.gesprek_id
    with dossier.plek.store.read() as lezer:
        assert len(lezer.find(Vraagverheldering, huishouden_id=dossier.huishouden_id)) == 1


def test_id_of_a_gesprek_follows_from_the_melding_it_is_about(dossier: Dossier) -> None:
    assert dossier.gesprek_id == vraagverheldering_id(dossier.melding_id) != vraagverheldering_id(uuid4())


def test_gesprek_is_about_a_melding_or_cannot_begin(plek: Werkplek) -> None:
    with pytest.raises(BestaatNiet):
        open_gesprek(plek, uuid4())


@pytest.mark.eis("EVV-08")
def test_asked_question_stays_beside_what_it_is_about(dossier: Dossier) -> None:
    dossier.typ("vraag.waar_het_om_gaat", "Ik ben eenzaam sinds mijn man er niet meer is.")
    gesprek = dossier.gesprek()
    assert gesprek.vraag == VRAAG
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
            dossier.stand("verslaving", LeefgebiedStatus.NIET_AAN_DE_ORDE, leeg)
    assert laatste_n(dossier.plek) == voor
    dossier.stand("verslaving", LeefgebiedStatus.NIET_AAN_DE_ORDE, " Zij drinkt niet. ")
    gesprek = dossier.gesprek()
    assert gesprek.statussen["verslaving"] is LeefgebiedStatus.NIET_AAN_DE_ORDE
    assert gesprek.teksten["verslaving"] == " Zij drinkt niet. "


def test_nobody_owes_a_reason_for_not_wanting_to_talk_about_something(dossier: Dossier) -> None:
    dossier.stand("financien", LeefgebiedStatus.WIL_NIET)
    assert dossier.gesprek().statussen["financien"] is LeefgebiedStatus.WIL_NIET
    dossier.stand("financien", LeefgebiedStatus.NOG_NIET)
    assert dossier.gesprek().statussen["financien"] is LeefgebiedStatus.NOG_NIET


def test_reason_that_was_typed_and_taken_away_does_not_come_back_with_the_choice(dossier: Dossier) -> None:
    adres = dossier.gesprek().adressen["participatie"]
    typen.keep(dossier.plek, adres, "Eerst iets getypt")
    dossier.stand("participatie", LeefgebiedStatus.WIL_NIET, "")
    assert dossier.gesprek().teksten["participatie"] == ""


def test_reason_of_more_than_a_long_text_is_refused(dossier: Dossier) -> None:
    with pytest.raises(TekstTeLang):
        dossier.stand("participatie", LeefgebiedStatus.WIL_NIET, "x" * 200_001)
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


# -- what opening does not do, and writing does ----------------------------------------------------------------------

WOORD = "vraag.waar_het_om_gaat"


@dataclass(frozen=True, slots=True)
class Tafel:
    """A household with a melding, and a gesprek that is open on the screen; nobody wrote a word."""

    plek: Werkplek
    huishouden_id: UUID
    gesprek_id: UUID

    def bezoek(self, uur: int | None, dagen: int = 0) -> None:
        datum = self.plek.vandaag + timedelta(days=dagen)
        contact.plan_bezoek(self.plek, self.huishouden_id, datum, None if uur is None else time(uur, 0))

    def schrijf(self, uur: int, minuut: int, tekst: str = "Weer zingen.", sleutel: str = WOORD) -> None:
        """Type in the gesprek at this hour, and leave the field."""
        self.plek.klok.advance(datetime(2027, 4, 20, uur, minuut, tzinfo=AMSTERDAM) - self.plek.klok.lokaal())
        with self.plek.store.read() as lezer:
            adres = vraagverheldering.load(self.plek, lezer, self.huishouden_id, self.gesprek_id).adressen[sleutel]
        typen.keep(self.plek, adres, tekst)
        typen.seal(self.plek, adres)

    def bezoeken(self) -> list[ContactStatus]:
        with self.plek.store.read() as lezer:
            return [c.status for c in lezer.find(Contact, huishouden_id=self.huishouden_id)]

    def gesprekken(self) -> list[date]:
        with self.plek.store.read() as lezer:
            return [g.datum for g in lezer.find(Vraagverheldering, huishouden_id=self.huishouden_id)]


@pytest.fixture
def tafel(tmp_path: Path) -> Iterator[Tafel]:
    plek = make_werkplek(tmp_path)
    huishouden_id = nieuwe_melding(plek).huishouden_id
    yield Tafel(plek, huishouden_id, open_gesprek(plek, huishouden_id)[0])
    plek.store.close()


def test_opening_a_gesprek_is_noted_and_is_no_gesprek(tafel: Tafel) -> None:
    tafel.bezoek(None)
    voor = laatste_n(tafel.plek)
    _, changes = open_gesprek(tafel.plek, tafel.huishouden_id)
    assert (laatste_n(tafel.plek), bool(changes)) == (voor, False)
    assert (tafel.gesprekken(), tafel.bezoeken()) == ([], [ContactStatus.GEPLAND])
    with tafel.plek.store.read() as lezer:
        assert vraagverheldering.load(tafel.plek, lezer, tafel.huishouden_id, tafel.gesprek_id).vraag == VRAAG


def test_a_gesprek_is_of_the_day_of_its_first_word(tafel: Tafel) -> None:
    tafel.plek.klok.advance(timedelta(days=-1))
    with tafel.plek.store.read() as lezer:
        adres = vraagverheldering.load(tafel.plek, lezer, tafel.huishouden_id, tafel.gesprek_id).adressen[
            "financien.goed"
        ]
    tafel.plek.klok.advance(timedelta(days=1))
    typen.keep(tafel.plek, adres, "")  # a letter, and taken back
    assert tafel.gesprekken() == []
    typen.keep(tafel.plek, adres, "Ik kom rond.")
    assert tafel.gesprekken() == [tafel.plek.vandaag]


@pytest.mark.parametrize("sleutel", [WOORD, "financien.goed"])
def test_a_space_begins_nothing(tafel: Tafel, sleutel: str) -> None:
    tafel.bezoek(9)
    tafel.schrijf(9, 5, " \u200b\n", sleutel)
    assert (tafel.gesprekken(), tafel.bezoeken()) == ([], [ContactStatus.GEPLAND])


def test_of_a_visit_without_an_hour_typing_does_not_say_that_it_took_place(tafel: Tafel) -> None:
    tafel.bezoek(None)
    tafel.schrijf(16, 0)
    assert (len(tafel.gesprekken()), tafel.bezoeken()) == (1, [ContactStatus.GEPLAND])


def test_a_gesprek_is_looked_for_in_its_own_household(tafel: Tafel) -> None:
    """Else every key until the first word reads all meldingen of the store."""
    ander = nieuwe_melding(tafel.plek).huishouden_id
    with tafel.plek.store.read() as lezer:
        assert vraagverheldering.load(tafel.plek, lezer, tafel.huishouden_id, tafel.gesprek_id).vraag == VRAAG
        with pytest.raises(BestaatNiet):
            vraagverheldering.load(tafel.plek, lezer, ander, tafel.gesprek_id)


def test_a_state_that_a_person_chose_begins_it_too(tafel: Tafel) -> None:
    tafel.bezoek(9)
    kies_status(tafel.plek, tafel.huishouden_id, tafel.gesprek_id, "financien", LeefgebiedStatus.WIL_NIET, None, {})
    assert (len(tafel.gesprekken()), tafel.bezoeken()) == (1, [ContactStatus.GEWEEST])


@pytest.mark.parametrize(
    ("uur", "minuut", "sleutel", "stand"),
    [
        (9, 0, WOORD, ContactStatus.GEPLAND),
        (14, 44, WOORD, ContactStatus.GEPLAND),
        (14, 45, WOORD, ContactStatus.GEWEEST),
        (15, 40, "sociaal_netwerk.goed", ContactStatus.GEWEEST),
    ],
)
def test_a_visit_takes_place_when_somebody_writes_at_the_table_and_not_before(
    tafel: Tafel, uur: int, minuut: int, sleutel: str, stand: ContactStatus
) -> None:
    tafel.bezoek(15)
    tafel.bezoek(None, dagen=7)
    tafel.schrijf(uur, minuut, sleutel=sleutel)
    assert tafel.bezoeken() == [stand, ContactStatus.GEPLAND]


def test_what_was_prepared_in_the_morning_is_held_in_the_afternoon(tafel: Tafel) -> None:
    """Also when the answer, and the gesprek, were there already."""
    tafel.bezoek(15)
    tafel.schrijf(9, 5, "Vragen naar het koor.")
    assert tafel.bezoeken() == [ContactStatus.GEPLAND]
    tafel.schrijf(15, 5, "Weer zingen.")
    assert tafel.bezoeken() == [ContactStatus.GEWEEST]


def test_of_two_visits_on_one_day_the_one_that_is_going_on_takes_place(tafel: Tafel) -> None:
    for uur in (10, 14, 16):
        tafel.bezoek(uur)
    tafel.schrijf(14, 10)
    assert tafel.bezoeken() == [ContactStatus.GEPLAND, ContactStatus.GEWEEST, ContactStatus.GEPLAND]


@pytest.mark.parametrize(
    ("wat", "stand"),
    [
        ({"contactsoort": ContactSoort.OVERLEG}, ContactStatus.GEPLAND),
        ({"contactsoort": ContactSoort.BRIEF}, ContactStatus.GEPLAND),
        ({"medewerker_id": JORIS.id}, ContactStatus.GEPLAND),
        ({"status": ContactStatus.NIET_THUIS}, ContactStatus.NIET_THUIS),
    ],
)
def test_only_a_talk_of_ones_own_that_is_still_planned_takes_place(
    tafel: Tafel, wat: dict[str, Any], stand: ContactStatus
) -> None:
    tafel.bezoek(9)
    with tafel.plek.store.write() as werk:
        werk.change(werk.find(Contact)[0], **wat)
        werk.commit("test.bezoek")
    tafel.schrijf(9, 30)
    assert tafel.bezoeken() == [stand]


def test_once_the_outcome_was_given_a_visit_is_not_the_gesprek(dossier: Dossier) -> None:
    """Looking back, for instance, while somebody fills in a word of then."""
    dossier.doel()
    verstrekking.geef_mee(dossier.plek, dossier.versie().id)
    contact.plan_bezoek(
        dossier.plek, dossier.huishouden_id, dossier.plek.vandaag, time(9, 0), onderwerp="samen terugkijken"
    )
    dossier.typ(WOORD, "Weer onder de mensen komen.")
    with dossier.plek.store.read() as lezer:
        (bezoek,) = lezer.find(Contact, huishouden_id=dossier.huishouden_id)
    assert bezoek.status is ContactStatus.GEPLAND


# -- what a colleague wrote meanwhile --------------------------------------------------------------------------------


def test_a_state_does_not_replace_what_a_colleague_wrote_unseen(dossier: Dossier, tmp_path: Path) -> None:
    """The screen of Sanne was loaded before the reason of Joris came in: both stay, for a person to choose."""
    sanne = dossier.plek
    joris = make_werkplek(tmp_path, sanne.klok, device_no=2, wie=JORIS)
    dossier.stand("verslaving", LeefgebiedStatus.WIL_NIET, "van Sanne")
    wissel_uit(sanne, joris)
    geladen = dossier.gesprek().bases["verslaving"]
    ander = replace(dossier, plek=joris)
    ander.stand("verslaving", LeefgebiedStatus.NIET_AAN_DE_ORDE, "van Joris")
    wissel_uit(sanne, joris)
    niet = LeefgebiedStatus.NOG_NIET
    kies_status(sanne, dossier.huishouden_id, dossier.gesprek_id, "verslaving", niet, "nog eens van Sanne", geladen)
    with sanne.store.read() as lezer:
        koppen = lezer.koppen(antwoord_id(dossier.gesprek_id, "verslaving"))
    assert {kop.id.device_no for kop in koppen[5]} == {kop.id.device_no for kop in koppen[4]} == {1, 2}
    assert "verslaving" in dossier.gesprek().twee_versies
    joris.store.close()


def test_choosing_twice_on_one_screen_is_no_conflict_with_oneself(dossier: Dossier) -> None:
    geladen = dossier.gesprek().bases["verslaving"]
    for status in (LeefgebiedStatus.WIL_NIET, LeefgebiedStatus.NOG_NIET, LeefgebiedStatus.WIL_NIET):
        kies_status(dossier.plek, dossier.huishouden_id, dossier.gesprek_id, "verslaving", status, None, geladen)
    with dossier.plek.store.read() as lezer:
        assert lezer.conflicten(dossier.huishouden_id) == []
