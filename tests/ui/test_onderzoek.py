"""The page of the onderzoek, by keyboard: what was looked at is a tap, and closing it says what is missing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.deelname import Deelname
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.onderzoek import ASPECTEN, INVENTARIS
from kernnetwerk_app.domain.vraagverheldering import vraagverheldering_id
from kernnetwerk_app.services import bezorging, bijlage, mensen, onderzoek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.onderzoek import OnderzoekScreen
from tests.services.opzet import Dossier, gelezen
from tests.services.test_bezorging import verslag, zet_klaar
from tests.services.test_onderzoek import beeld, bekijk_alles, eigen_plan, kopje
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_mensen import fout_bij, vul_in
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, kruis_aan, tab_naar, toets, typ, woorden, zie


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> OnderzoekScreen:
    scherm = OnderzoekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


@pytest.mark.eis("OND-07", "OND-14")
def test_i_tap_what_came_out_of_a_heading_and_there_is_room_for_a_word(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    assert "Lijst van dit programma" not in woorden(scherm), "it opens folded"
    druk(scherm, INVENTARIS)
    rust()
    kruis_aan(scherm, "onderzoek.algemeen.past_niet")
    rust()
    assert "Waarom?" in woorden(scherm)
    assert "Wat u hier schrijft, komt in het verslag en in een ondersteuningsplan." in woorden(scherm)
    tab_naar("onderzoek.algemeen.woorden")
    typ("De eettafel is te ver.")
    toets(Qt.Key.Key_Tab)
    rust()
    een = kopje(dossier, INVENTARIS, "algemeen")
    assert (een.uitkomst, een.woorden, een.is_bekeken) == ("past_niet", "De eettafel is te ver.", True)
    assert "1 van 5 bekeken" in woorden(scherm)
    druk(scherm, ASPECTEN)
    rust()
    assert "Lijst van dit programma, versie 1" in woorden(scherm)
    kruis_aan(scherm, "onderzoek.bijdrage.bekeken")
    rust()
    assert kopje(dossier, ASPECTEN, "bijdrage").is_bekeken


def test_what_was_tapped_twice_is_taken_back(scherm: OnderzoekScreen, dossier: Dossier, rust: Rust) -> None:
    druk(scherm, INVENTARIS)
    rust()
    for _ in range(2):
        kruis_aan(scherm, "onderzoek.algemeen.past")
        rust()
    assert kopje(dossier, INVENTARIS, "algemeen").uitkomst == ""


@pytest.mark.eis("OND-08")
def test_before_i_close_it_i_read_what_nobody_touched_and_go_on_with_one_line(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    assert "Financiën" in woorden(scherm)
    druk(scherm, "rond_af")
    rust()
    assert "Nog niet besproken: Financiën" in woorden(scherm)
    druk(scherm, "afronden_bewaar")
    rust()
    assert "Er mist nog iets" in fout_bij(scherm, "zonder_reden")
    vul_in("zonder_reden", "Mevrouw ligt in het ziekenhuis.")
    druk(scherm, "afronden_bewaar")
    rust()
    assert not beeld(dossier).is_open
    assert "Reden om toch af te ronden: Mevrouw ligt in het ziekenhuis." in woorden(scherm)
    druk(scherm, "rond_af")
    assert wegwijzer.gegaan == [("plan", dossier.huishouden_id)]
    bezorging.bezorg(dossier.plek, zet_klaar(dossier, verslag(dossier)))
    druk(scherm, "ga_verder")
    rust()
    assert beeld(dossier).is_open
    assert "De zes weken lopen door vanaf de melding." in woorden(scherm)


def test_with_everything_looked_at_closing_is_one_press(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    bekijk_alles(dossier)
    scherm = OnderzoekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "rond_af")
    rust()
    assert not beeld(dossier).is_open
    druk(scherm, INVENTARIS)
    rust()
    assert not zie(scherm, "onderzoek.algemeen.past").isEnabled()


def test_the_words_typed_last_are_kept_when_i_go_away(scherm: OnderzoekScreen, dossier: Dossier, rust: Rust) -> None:
    druk(scherm, INVENTARIS)
    rust()
    kruis_aan(scherm, "onderzoek.algemeen.past")
    rust()
    tab_naar("onderzoek.algemeen.woorden")
    typ("Elke dinsdag.")
    gegaan: list[bool] = []
    scherm.leave(lambda: gegaan.append(True))
    rust()
    assert gegaan
    assert kopje(dossier, INVENTARIS, "algemeen").woorden == "Elke dinsdag."


@pytest.mark.eis("OND-08")
def test_from_a_life_domain_that_nobody_touched_i_go_to_the_talk(
    scherm: OnderzoekScreen, dossier: Dossier, wegwijzer: Wegwijzer
) -> None:
    druk(scherm, "leefgebied")
    assert wegwijzer.gegaan == [("gesprek", dossier.huishouden_id, vraagverheldering_id(dossier.melding_id))]


def test_the_dossier_leads_here_and_says_how_far_it_is(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    scherm = DossierScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    scherm._dossier_parts.show_part("vraag")
    assert "nog niet begonnen" in woorden(zie(scherm, "stap_onderzoek"))
    onderzoek.kies(dossier.plek, dossier.melding_id, kopje(dossier, INVENTARIS, "algemeen"), "past")
    scherm.refresh()
    rust()
    assert "begonnen op" in woorden(zie(scherm, "stap_onderzoek"))
    druk(scherm, "stap_onderzoek")
    assert wegwijzer.gegaan == [("onderzoek", dossier.huishouden_id)]


@pytest.mark.eis("OND-10")
def test_i_write_down_who_took_part_in_a_conversation_and_an_interpreter(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(scherm, "nieuw_gesprekken")
    rust()
    vul_in("ook_erbij", "Karin Voorbeeld")
    kies("tolk", "Tolk taal")
    druk(scherm, "deelname_bewaar")
    rust()
    assert "als de inwoner dat wil" in fout_bij(scherm, "naasten_gewenst")
    kies("naasten_gewenst", "ja")
    druk(scherm, "deelname_bewaar")
    rust()
    (regel,) = beeld(dossier).gesprekken
    assert regel.deelname == Deelname(True, ("Karin Voorbeeld",), "taal")
    assert "de inwoner, Karin Voorbeeld, tolk taal" in woorden(scherm)
    druk(scherm, f"gesprek_{regel.contact.id}")
    rust()
    kies("inwoner_erbij", "nee")
    vul_in("zonder_inwoner_reden", "Mevrouw sliep.")
    druk(scherm, "deelname_bewaar")
    rust()
    assert "iemand anders (zonder de inwoner)" in woorden(scherm)
    assert "Mevrouw sliep." not in woorden(scherm), "the resident reads along; the form says with whom and why"


def test_of_a_very_long_fact_the_beginning_stands_in_its_row_and_all_of_it_is_kept(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    lang = "Het bed moet naar beneden.\n" * 3_000 + "Tot slot."
    onderzoek.schrijf(dossier.plek, beeld(dossier), {"nu": lang})
    scherm.refresh()
    rust()
    assert "Het bed moet naar beneden." in woorden(scherm)
    assert "Tot slot." not in woorden(scherm)
    assert beeld(dossier).onderzoek.nu == lang


def test_i_note_which_document_i_saw(scherm: OnderzoekScreen, dossier: Dossier, rust: Rust) -> None:
    druk(scherm, "feit_identiteit")
    rust()
    kies("identiteit", "paspoort")
    druk(scherm, "identiteit_bewaar")
    rust()
    assert f"Paspoort, op {datum_kort(dossier.plek.vandaag, jaar=True)} door {dossier.plek.medewerker.naam}" in woorden(
        scherm
    )


@pytest.mark.eis("OND-09")
def test_the_own_plan_stands_beside_it_with_how_i_used_it(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    eigen_plan(dossier)
    scherm = OnderzoekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    assert f"Familiegroepsplan, gekregen op {datum_kort(dossier.plek.vandaag)}. Nog niet opgeschreven" in woorden(
        scherm
    )
    druk(scherm, "feit_eigen_plan")
    rust()
    vul_in("eigen_plan_inhoud", "Karin doet de was.")
    vul_in("eigen_plan_gebruikt", "Dat staat zo in het plan.")
    druk(scherm, "eigen_plan_bewaar")
    rust()
    assert "Karin doet de was. Zo gebruikt: Dat staat zo in het plan." in woorden(scherm)


@pytest.mark.eis("OND-09")
def test_the_own_plan_itself_is_kept_and_opened_beside_the_onderzoek_and_not_told_there_again(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    eigen_plan(dossier)
    scherm = OnderzoekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    assert "De inwoner heeft een familiegroepsplan. Het zit nog niet bij de bijlagen." in woorden(scherm)
    druk(scherm, "neem_eigen_plan_op")
    assert wegwijzer.gegaan.pop() == ("bijlage", dossier.huishouden_id)
    hier = dossier.huishouden_id
    velden = {"aard": "familiegroepsplan", "woorden": "Karin doet de was, Tom rijdt."}
    bijlage.schrijf_eigen_plan(dossier.plek, hier, velden)
    scherm.refresh()
    rust()
    assert "De inwoner heeft een eigen plan: Familiegroepsplan" in woorden(scherm)
    druk(scherm, "feit_eigen_plan")
    rust()
    assert zie(scherm, "eigen_plan_gebruikt")
    assert not [w for w in scherm.findChildren(QWidget, "eigen_plan_inhoud") if w.isVisible()], "it stands in the plan"
    (knop,) = [
        knop
        for knop in scherm.findChildren(QAbstractButton)
        if knop.objectName().startswith("eigen_plan_") and knop.text() == "Bekijk het eigen plan"
    ]
    druk(scherm, knop.objectName())
    rust()
    assert wegwijzer.gegaan[-1][0] == "papier"
    laad = wegwijzer.gegaan[-1][1]
    assert callable(laad)
    assert "Karin doet de was, Tom rijdt." in gelezen(laad())
    assert wegwijzer.terug_van_papier is not None
    wegwijzer.terug_van_papier()
    assert wegwijzer.gegaan[-1][:2] == ("onderzoek", hier), "and back to the onderzoek"


@pytest.mark.eis("OND-22")
def test_what_one_can_oneself_and_with_others_stands_in_the_onderzoek_with_the_way_to_what_is_not_told(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    dossier.typ("huisvesting.lastig", "De trap is steil.")
    dossier.typ("huisvesting.eigen", "Ik slaap beneden.")
    scherm = OnderzoekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    druk(scherm, "balans")
    assert "Hierover is nog geen doel." in woorden(scherm)
    assert "Zelf: Ik slaap beneden\nNog niet gezegd: wat het netwerk kan, wat hulp vraagt" in woorden(scherm)
    druk(scherm, "balans_naar_gesprek")
    assert wegwijzer.gegaan[-1][:2] == ("gesprek", dossier.huishouden_id)


def test_the_page_opens_with_few_fields_and_holds_at_every_size(scherm: OnderzoekScreen) -> None:
    assert in_focus().objectName() == "naar_dossier"
    assert bezwaren_op_elke_maat(scherm, scherm.theme) == []


@pytest.mark.eis("OND-01")
def test_how_long_there_still_is_stands_there_with_its_sum_one_key_away(
    scherm: OnderzoekScreen, dossier: Dossier, wegwijzer: Wegwijzer
) -> None:
    assert "nog 42 dagen" in woorden(scherm)
    druk(scherm, "hoe_komt_u_hieraan")
    assert wegwijzer.gegaan == [("termijn", dossier.huishouden_id)]


def test_within_the_six_weeks_there_is_no_letter(scherm: OnderzoekScreen) -> None:
    assert "Voor wie is dit?" not in woorden(scherm)


@pytest.mark.eis("OND-16")
def test_i_write_down_what_i_do_meanwhile_and_what_came_of_it(
    scherm: OnderzoekScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(scherm, "nieuw_steun")
    rust()
    vul_in("inhoud", "Samen de post doen.")
    druk(scherm, "steun_bewaar")
    rust()
    assert "Samen de post doen." in woorden(scherm)
    tab_naar("steun_resultaat")
    typ("De post is bij.")
    druk(scherm, "eindig_steun")
    rust()
    (regel,) = beeld(dossier).steun
    assert (regel.steun.resultaat, regel.steun.eind_datum) == ("De post is bij.", dossier.plek.vandaag)


@pytest.mark.eis("OND-17")
def test_i_see_of_whom_in_the_house_nothing_was_said_and_go_to_the_talk(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, wegwijzer: Wegwijzer
) -> None:
    mensen.leg_vast(dossier.plek, Inwoner, dossier.huishouden_id, {"voornamen": "Bram", "achternaam": "Voorbeeld"})
    scherm = OnderzoekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    assert "Bram Voorbeeld" in woorden(zie(scherm, "mens"))
    druk(scherm, "mens")
    assert wegwijzer.gegaan == [("gesprek", dossier.huishouden_id, dossier.gesprek_id)]


def test_the_talk_leads_to_the_onderzoek_of_its_question(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, wegwijzer: Wegwijzer
) -> None:
    scherm = GesprekScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id)
    toon_scherm(scherm)
    druk(scherm, "gebied.onderzoek")
    assert wegwijzer.gegaan == [("onderzoek", dossier.huishouden_id, dossier.melding_id)]


@pytest.mark.eis("OND-14")
def test_i_read_that_it_began_with_another_version_of_the_list(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm
) -> None:
    onderzoek.kies(dossier.plek, dossier.melding_id, kopje(dossier, ASPECTEN, "bijdrage"), "bekeken")
    profiel = dossier.plek.profiel
    nieuw = replace(profiel.lijst(ASPECTEN), versie=2)
    plek = replace(dossier.plek, profiel=replace(profiel, lijsten={**profiel.lijsten, ASPECTEN: nieuw}))
    scherm = OnderzoekScreen(replace(omgeving, plek=plek), dossier.huishouden_id)
    toon_scherm(scherm)
    assert "Dit onderzoek begon met een andere versie van de lijst." in woorden(scherm)
    assert "Wat de wet verder vraagt: versie 1" in woorden(scherm)


@pytest.mark.eis("OND-14")
def test_what_came_out_under_a_heading_of_an_older_list_is_still_read_with_its_heading(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm
) -> None:
    zonder_woorden = kopje(dossier, ASPECTEN, "bijdrage")
    onderzoek.kies(dossier.plek, dossier.melding_id, zonder_woorden, "bekeken")
    profiel = dossier.plek.profiel
    oud = profiel.lijst(ASPECTEN)
    nieuw = replace(oud, versie=2, keuzes=tuple(keuze for keuze in oud.keuzes if keuze.sleutel != "bijdrage"))
    plek = replace(dossier.plek, profiel=replace(profiel, lijsten={**profiel.lijsten, ASPECTEN: nieuw}))
    scherm = OnderzoekScreen(replace(omgeving, plek=plek), dossier.huishouden_id)
    toon_scherm(scherm)
    assert "Bijdrage, staat niet meer op de lijst\nbekeken" in woorden(scherm)
