"""The first step: told once, finished with an outcome, and never without having asked for safety."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kernnetwerk_app.domain.base import VoorWie, mag_veld
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.eerste_vraagverheldering import (
    MINIMAAL,
    EersteIsAfgerond,
    EersteVraagverheldering,
    EersteZonderUitkomst,
    Fase,
    MinimaleSetOnvolledig,
    Veiligheid,
    VeiligheidNietBesproken,
    lees_meer,
    schrijf_meer,
)
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.domain.team import MagNiet
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import eerste_vraagverheldering, kortdurende_ondersteuning, melding, plan, typen, vandaag
from kernnetwerk_app.services import vraagverheldering as gesprekken
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, make_werkplek, nieuwe_melding
from tests.services.eerste import GEVRAAGD, Begin, begin
from tests.uitwisseling import wissel_uit

NIET = LeefgebiedStatus.NIET_AAN_DE_ORDE


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path / "sanne")
    yield plek
    plek.store.close()


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


@pytest.mark.eis("EVV-04")
def test_the_first_step_has_its_own_author_day_and_result_and_begins_no_gesprek(hier: Begin) -> None:
    eerste_vraagverheldering.open_eerste(hier.plek, hier.huishouden_id)
    assert not hier.beeld().is_begonnen, "opening a screen is no conversation"
    hier.volledig()
    eerste = hier.rond_af()
    assert (eerste.datum, eerste.door_id) == (hier.plek.vandaag, hier.plek.medewerker.id)
    assert (eerste.uitkomst, eerste.afgerond_datum) == ("integrale_vraagverheldering", hier.plek.vandaag)
    with hier.plek.store.read() as lezer:
        assert lezer.find(Vraagverheldering) == []
        assert lezer.find(Contact) == []


@pytest.mark.eis("EVV-11")
def test_the_gesprek_opens_with_what_was_said_before_with_who_and_when(hier: Begin) -> None:
    for sleutel, tekst in GEVRAAGD.items():
        hier.typ(sleutel, tekst)
    hier.typ("huisvesting.lastig", "De trap is te steil.")
    gesprek_id, _ = gesprekken.open_gesprek(hier.plek, hier.huishouden_id)
    with hier.plek.store.read() as lezer:
        gesprek = gesprekken.load(hier.plek, lezer, hier.huishouden_id, gesprek_id)
    assert {sleutel: gesprek.teksten[sleutel] for sleutel in GEVRAAGD} == GEVRAAGD
    assert gesprek.teksten["huisvesting.lastig"] == "De trap is te steil."
    gezegd = gesprek.gezegd["huisvesting.lastig"]
    assert (gezegd.wie, gezegd.datum, gezegd.eerder) == ("Sanne Modelman", hier.plek.vandaag, True)


@pytest.mark.eis("EVV-11")
def test_what_the_first_step_heard_stands_on_the_plan_without_being_typed_again(hier: Begin) -> None:
    hier.typ("vraag.waar_het_om_gaat", "Weer onder de mensen komen.")
    gesprek_id, _ = gesprekken.open_gesprek(hier.plek, hier.huishouden_id)
    with hier.plek.store.write() as werk:
        gesprekken.hold(hier.plek, werk, hier.huishouden_id, gesprek_id)
        werk.commit("gesprek.begonnen")
    plan_id, _ = plan.begin(hier.plek, hier.huishouden_id)
    with hier.plek.store.read() as lezer:
        assert plan.load(hier.plek, lezer, plan_id).inhoud.waar_het_om_gaat == "Weer onder de mensen komen."


def test_two_colleagues_who_begin_it_apart_made_one(plek: Werkplek, tmp_path: Path) -> None:
    hier = begin(plek)
    joris = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(plek, joris)
    daar = Begin(joris, hier.huishouden_id, hier.melding_id)
    hier.typ("vraag.waar_het_om_gaat", "Mensen zien.")
    daar.kies("urgentie", "vandaag")
    wissel_uit(plek, joris)
    for begonnen in (hier, daar):
        beeld = begonnen.beeld()
        assert beeld.gesprek.teksten["vraag.waar_het_om_gaat"] == "Mensen zien."
        assert beeld.eerste.urgentie == "vandaag"
    joris.store.close()


@pytest.mark.eis("EVV-05")
def test_every_life_domain_is_asked_and_none_gets_a_state_by_itself(hier: Begin) -> None:
    assert set(hier.beeld().gesprek.statussen.values()) == {LeefgebiedStatus.NOG_NIET}
    hier.typ("huisvesting.lastig", "De trap is te steil.")
    assert not hier.beeld().breed
    hier.breed()
    assert hier.beeld().breed
    assert hier.beeld().gesprek.statussen["huisvesting"] is LeefgebiedStatus.BESPROKEN
    assert hier.beeld().gesprek.statussen["financien"] is NIET


@pytest.mark.eis("EVV-07")
def test_who_cannot_wait_stands_above_who_can_on_my_list(plek: Werkplek) -> None:
    rustig, dringend = begin(plek, "Ik wil naar het koor."), begin(plek, "Ik heb vanavond geen bed.")
    rustig.kies("urgentie", "gewoon")
    with plek.store.read() as lezer:
        voor = [taak.huishouden_id for taak in vandaag.load(plek, lezer).taken]
    assert voor[0] == rustig.huishouden_id
    dringend.kies("urgentie", "vandaag")
    dringend.typ("eerste.urgentie_reden", "Zij slaapt in de auto.")
    with plek.store.read() as lezer:
        na = [taak.huishouden_id for taak in vandaag.load(plek, lezer).taken]
    assert na[0] == dringend.huishouden_id
    assert dringend.beeld().gesprek.teksten["eerste.urgentie_reden"] == "Zij slaapt in de auto."
    invoer = NieuweMelding(
        "Ik wil ook fietsen.", contactpersoon_id=plek.medewerker.id, bij_huishouden_id=dringend.huishouden_id
    )
    tweede = melding.neem_op(plek, invoer)
    Begin(plek, dringend.huishouden_id, tweede.melding_id).kies("urgentie", "gewoon")
    with plek.store.read() as lezer:
        nog = [taak.huishouden_id for taak in vandaag.load(plek, lezer).taken]
    assert nog[0] == dringend.huishouden_id, "what can wait does not make what cannot less urgent"


@pytest.mark.eis("EVV-10")
def test_what_another_needs_to_go_on_is_listed_until_it_is_there(hier: Begin) -> None:
    assert set(hier.beeld().mist) == MINIMAAL - {"vraag", "contactpersoon"}
    hier.typ("vraag.waar_het_om_gaat", "Weer onder de mensen komen.")
    assert "waar_het_om_gaat" not in hier.beeld().mist
    hier.volledig()
    assert hier.beeld().mist == ()


@pytest.mark.eis("TEAM-04")
def test_what_is_missing_is_passed_with_one_line_but_never_without_one(hier: Begin) -> None:
    hier.kies("uitkomst", "informatie_advies")
    hier.veilig()
    with pytest.raises(MinimaleSetOnvolledig):
        hier.rond_af(" ")
    assert hier.beeld().eerste.afgerond_datum is None
    assert hier.rond_af("Eén vraag over de buurtbus.").zonder_reden == "Eén vraag over de buurtbus."


@pytest.mark.eis("VEI-01")
def test_without_asking_for_safety_it_is_not_finished_whatever_the_reason(hier: Begin) -> None:
    hier.kies("uitkomst", "informatie_advies")
    with pytest.raises(VeiligheidNietBesproken):
        hier.rond_af("Het was druk.")
    hier.veilig(Veiligheid.NIET_VEILIG)
    assert hier.rond_af("Het was druk.").afgerond_datum == hier.plek.vandaag


@pytest.mark.eis("VEI-01")
def test_what_was_said_about_safety_is_in_nothing_that_others_see(hier: Begin, tmp_path: Path) -> None:
    hier.veilig(Veiligheid.ZORGEN, "Bang voor haar zoon.")
    beeld = hier.beeld()
    assert (beeld.eerste.veiligheid, beeld.eerste.veiligheid_woorden) == (None, None)
    assert "veiligheid" not in beeld.mist
    assert not any("zoon" in tekst for tekst in beeld.gesprek.teksten.values())
    for lezer_soort in (VoorWie.TAFEL, VoorWie.PERSOON, VoorWie.PROFESSIONAL):
        assert not mag_veld(lezer_soort, EersteVraagverheldering, "veiligheid")
    with hier.plek.store.read() as lezer:
        assert lezer.zoek("zoon") == []
    achter_de_deur, _ = eerste_vraagverheldering.open_veiligheid(hier.plek, hier.melding_id)
    assert (achter_de_deur.keuze, achter_de_deur.woorden) == (Veiligheid.ZORGEN, "Bang voor haar zoon.")


@pytest.mark.eis("EVV-12")
def test_a_first_step_without_an_outcome_is_not_finished(hier: Begin) -> None:
    hier.veilig()
    with pytest.raises(EersteZonderUitkomst):
        hier.rond_af("klaar")
    labels = [keuze.label for keuze in hier.plek.profiel.lijst("evv_uitkomsten").keuzes]
    assert labels == [
        "Informatie & advies gegeven", "Zelf oplossen met netwerk", "Algemene voorziening", "Kortdurende ondersteuning",
        "Integrale vraagverheldering", "Doorverwezen", "Veiligheidsroute", "Geen vervolg",
    ]  # fmt: skip


def test_what_was_finished_goes_on_when_somebody_reopens_it(hier: Begin) -> None:
    hier.kies("uitkomst", "geen_vervolg")
    hier.veilig()
    hier.rond_af("Mevrouw wil eerst zelf kijken.")
    beeld = hier.beeld()
    eerste_vraagverheldering.heropen(hier.plek, beeld.eerste, beeld.bases)
    assert (hier.beeld().eerste.afgerond_datum, hier.beeld().eerste.uitkomst) == (None, "geen_vervolg")


@pytest.mark.eis("EVV-19")
def test_where_we_are_follows_from_what_was_written(hier: Begin) -> None:
    assert hier.beeld().fase is Fase.BEGRIJPEN
    hier.kies("uitkomst", "zelf_netwerk")
    assert hier.beeld().fase is Fase.GELEIDEN
    hier.kies("uitkomst", "doorverwezen")
    assert hier.beeld().fase is Fase.OPSCHALEN


@pytest.mark.eis("EVV-18")
@pytest.mark.eis("EVV-14")
def test_causes_and_where_it_was_tried_are_several_and_may_be_own_words(hier: Begin) -> None:
    hier.kies("oorzaken", schrijf_meer(["armoede", "de brand van vorig jaar"]))
    hier.kies("geprobeerd_bij", schrijf_meer(["familie", "vrienden"]))
    eerste = hier.beeld().eerste
    assert lees_meer(eerste.oorzaken) == ("armoede", "de brand van vorig jaar")
    assert lees_meer(eerste.geprobeerd_bij) == ("familie", "vrienden")
    assert hier.plek.profiel.lijst("geprobeerd_bij").label("informeel") == "Informele ondersteuning"


@pytest.mark.eis("EVV-13")
def test_short_support_is_written_down_and_ended_without_an_aanvraag(hier: Begin) -> None:
    kortdurende_ondersteuning.begin(hier.plek, hier.melding_id, "Samen de post doen.", "maatschappelijk_werk")
    (steun,) = hier.beeld().steun
    assert (steun.begin_datum, steun.eind_datum, steun.wie) == (hier.plek.vandaag, None, "maatschappelijk_werk")
    with hier.plek.store.read() as lezer:
        (regel,) = kortdurende_ondersteuning.list_steun(lezer, hier.melding_id)
    typen.keep(hier.plek, regel.adres, "De post ligt op stapels.")
    typen.seal(hier.plek, regel.adres)
    kortdurende_ondersteuning.eindig(hier.plek, regel.steun, regel.bases)
    (steun,) = hier.beeld().steun
    assert (steun.eind_datum, steun.resultaat) == (hier.plek.vandaag, "De post ligt op stapels.")


@pytest.mark.eis("EVV-17")
@pytest.mark.parametrize("wet", [None, *Wet])
def test_a_question_under_any_law_or_none_is_taken_up(plek: Werkplek, wet: Wet | None) -> None:
    invoer = NieuweMelding("Wie helpt mij met deze brief?", contactpersoon_id=plek.medewerker.id, wet=wet)
    opgenomen = melding.neem_op(plek, invoer)
    with plek.store.read() as lezer:
        assert lezer.get(Melding, opgenomen.melding_id).wet is wet
        hier = eerste_vraagverheldering.load(plek, lezer, opgenomen.huishouden_id)
    typen.keep(plek, hier.gesprek.adressen["financien.lastig"], "Er ligt een brief van het CAK.")
    with plek.store.read() as lezer:
        assert eerste_vraagverheldering.load(plek, lezer, opgenomen.huishouden_id).is_begonnen


@pytest.mark.eis("EVV-20")
def test_who_works_in_the_voorveld_clarifies_and_a_volunteer_does_not(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id

    def als(functie: Functie) -> Werkplek:
        return replace(plek, medewerker=plek.medewerker.model_copy(update={"functie": functie}))

    eerste_vraagverheldering.open_eerste(als(Functie.VOORVELD), huishouden_id)
    with pytest.raises(MagNiet):
        eerste_vraagverheldering.open_eerste(als(Functie.VRIJWILLIGER), huishouden_id)


def test_what_came_of_it_changes_only_after_i_opened_it_again_and_who_finished_it_stands_there(hier: Begin) -> None:
    hier.volledig()
    joris = replace(hier, plek=replace(hier.plek, medewerker=JORIS))
    with joris.plek.store.write() as werk:
        if werk.find_one(Medewerker, JORIS.id) is None:
            werk.add(JORIS)
        werk.commit("test.joris")
    eerste = joris.beeld()
    eerste_vraagverheldering.rond_af(joris.plek, eerste.eerste, None, eerste.bases)
    assert joris.beeld().door == JORIS.naam, "who began it is another"
    for uitkomst in ("geen_vervolg", None):
        with pytest.raises(EersteIsAfgerond):
            hier.kies("uitkomst", uitkomst)
    klaar = hier.beeld()
    eerste_vraagverheldering.heropen(hier.plek, klaar.eerste, klaar.bases)
    hier.kies("uitkomst", "geen_vervolg")
    assert hier.beeld().eerste.uitkomst == "geen_vervolg"


@pytest.mark.eis("EVV-09")
@pytest.mark.eis("EVV-25")
def test_gradation_and_a_secure_existence_are_asked_without_a_score(hier: Begin) -> None:
    for veld, waarde in {"gradatie": "middel", "inkomen": "zorgen", "schulden": "niet_nu", "wonen": "gaat"}.items():
        hier.kies(veld, waarde)
    eerste = hier.beeld().eerste
    assert (eerste.gradatie, eerste.inkomen, eerste.schulden, eerste.wonen) == ("middel", "zorgen", "niet_nu", "gaat")
    assert "bestaanszekerheid" not in hier.beeld().mist


def test_a_choice_that_was_made_by_mistake_is_taken_back(hier: Begin) -> None:
    hier.kies("gradatie", "zwaar")
    hier.kies("gradatie", None)
    assert hier.beeld().eerste.gradatie is None


def test_a_class_or_a_cause_is_no_word_to_find_people_by(hier: Begin) -> None:
    hier.kies("oorzaken", "armoede")
    hier.typ("eerste.urgentie_reden", "Zij slaapt op de bank.")
    with hier.plek.store.read() as lezer:
        assert lezer.zoek("armoede") == []
        assert lezer.zoek("bank") != []


@pytest.mark.eis("EVV-05")
@pytest.mark.eis("EVV-06")
def test_each_of_the_household_is_heard_apart_and_the_plan_of_another_does_not_show_it(hier: Begin) -> None:
    assert hier.beeld().gesprek.mensen == (), "one resident can be the only one"
    with hier.plek.store.write() as werk:
        partner = werk.add(
            Inwoner(
                id=hier.plek.new_id(), huishouden_id=hier.huishouden_id, voornamen="Henk", rol=RolInHuishouden.PARTNER
            )
        )
        werk.commit("inwoner.erbij", hier.huishouden_id)
    mensen = hier.beeld().gesprek.mensen
    assert [mens.naam for mens in mensen] == ["Anna Voorbeeld-Jansen", "Henk"]
    sleutel = gesprekken.persoonssleutel("dagbesteding.lastig", partner.id)
    hier.typ(sleutel, "Henk mist zijn werk.")
    gesprek = hier.beeld().gesprek
    assert gesprek.teksten[sleutel] == "Henk mist zijn werk."
    assert "dagbesteding.lastig" not in gesprek.teksten
    assert gesprek.statussen["dagbesteding"] is LeefgebiedStatus.BESPROKEN
    with hier.plek.store.write() as werk:
        gesprekken.hold(hier.plek, werk, hier.huishouden_id, gesprek.vraagverheldering.id)
        werk.commit("gesprek.begonnen")
    plan_id, _ = plan.begin(hier.plek, hier.huishouden_id)
    with hier.plek.store.read() as lezer:
        assert plan.load(hier.plek, lezer, plan_id).inhoud.leefgebieden == ()
