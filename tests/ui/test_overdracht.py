"""Handing over with the keys: what goes along in sight, a yes or a no of equal weight, and nothing without safety."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kernnetwerk_app.domain.overdracht import Overdrachtsoort, Overdrachtstand
from kernnetwerk_app.domain.triage import Route
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import typen
from kernnetwerk_app.services.overdracht import concept_terug
from kernnetwerk_app.services.triage import NieuweTriage
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.forms.overdracht_antwoord import OverdrachtAntwoord
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.overdracht import OverdrachtScreen
from kernnetwerk_app.ui.screens.triage import TriageScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from tests.factories import JORIS, SANNE, make_werkplek
from tests.services.eerste import Begin, begin
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, gezegd_bij, in_focus, kruis_aan, tab_naar, toets, typ, woorden, zie
from tests.uitwisseling import wissel_uit


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


@pytest.fixture
def joris(hier: Begin, tmp_path: Path) -> Iterator[Begin]:
    """Joris at his own laptop, with the same dossier on it."""
    daar = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    wissel_uit(hier.plek, daar)
    yield replace(hier, plek=daar)
    daar.store.close()


def _open(omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm) -> OverdrachtScreen:
    scherm = OverdrachtScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    return scherm


@pytest.mark.eis("TRI-12")
@pytest.mark.eis("EVV-10")
def test_i_offer_a_question_to_joris_with_everything_he_needs(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.volledig()
    scherm = _open(omgeving, hier, toon_scherm)
    assert "Weer onder de mensen komen." in woorden(scherm)
    assert in_focus().objectName() == "naar"
    typ("Joris Proefstra")
    tab_naar("reden")
    typ("Hij kent de familie.")
    kruis_aan(scherm, "grond.wet")
    druk(scherm, "bied_aan")
    rust()
    (regel,) = hier.overdrachten().regels
    assert (regel.overdracht.naar_id, regel.overdracht.reden) == (JORIS.id, "Hij kent de familie.")
    assert regel.overdracht.is_open
    assert "blijft deze vraag bij u" in woorden(scherm)


@pytest.mark.eis("RES-01")
def test_i_choose_which_life_domains_go_along_and_in_danger_none_is_ticked(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.volledig()
    scherm = _open(omgeving, hier, toon_scherm)
    huis = zie(scherm, "mee_huisvesting")
    assert isinstance(huis, QAbstractButton)
    kruis_aan(scherm, "grond.wet")
    assert huis.isChecked()
    kruis_aan(scherm, "grond.vitaal")
    assert not huis.isChecked()
    assert "(gaat niet mee)" in woorden(scherm)
    kruis_aan(scherm, "grond.wet")
    kruis_aan(scherm, "mee_huisvesting")
    assert not huis.isChecked()
    kruis_aan(scherm, "grond.inwoner")
    assert not huis.isChecked(), "what I chose stays under another ground"
    kruis_aan(scherm, "grond.wet")
    kruis_aan(scherm, "over_wetten.ja")
    zie(scherm, "naar").setFocus()
    typ("Joris Proefstra")
    tab_naar("reden")
    typ("Hij kent de familie.")
    druk(scherm, "bied_aan")
    rust()
    assert "Dan mag u het alleen delen als de inwoner ja zegt" in gezegd_bij()
    kruis_aan(scherm, "over_wetten.nee")
    druk(scherm, "bied_aan")
    rust()
    (regel,) = hier.overdrachten().regels
    assert regel.overdracht.pakket
    assert "De trap is te steil." not in regel.overdracht.pakket


@pytest.mark.eis("EVV-10")
@pytest.mark.eis("TEAM-04")
def test_what_is_missing_stands_there_and_one_line_is_enough_but_not_for_safety(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    scherm = _open(omgeving, hier, toon_scherm)
    assert "Waar het om gaat" in woorden(scherm)
    assert "Vraag eerst naar veiligheid" in woorden(scherm)
    typ("Welzijn Voorbeeld")
    tab_naar("reden")
    typ("Haast.")
    kruis_aan(scherm, "grond.wet")
    druk(scherm, "bied_aan")
    rust()
    assert [getattr(f, "code", "") for f in wegwijzer.fouten] == ["eerste_vraagverheldering.zonder_veiligheid"]
    wegwijzer.fouten.clear()
    hier.veilig()
    druk(scherm, "bied_aan")
    rust()
    assert in_focus().objectName() == "zonder_reden"
    assert "in één regel" in gezegd_bij()
    typ("Ik ben morgen met verlof.")
    druk(scherm, "bied_aan")
    rust()
    (regel,) = hier.overdrachten().regels
    assert (regel.naar, regel.overdracht.zonder_reden) == ("Welzijn Voorbeeld", "Ik ben morgen met verlof.")


@pytest.mark.eis("TRI-12")
def test_a_colleague_asks_for_my_yes_or_no_on_my_start_screen_and_i_say_yes(
    omgeving: Omgeving, hier: Begin, joris: Begin, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    joris.volledig()
    joris.bied_aan(naar=SANNE.id)
    wissel_uit(joris.plek, hier.plek)
    vandaag = VandaagScreen(omgeving)
    toon_scherm(vandaag)
    rij = zie(vandaag, f"overnemen_{hier.huishouden_id}")
    assert rij.accessibleName().startswith("A. V. overnemen van Joris?")
    assert "wacht op uw ja of nee" in rij.accessibleName()
    rij.setFocus()
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("overdracht", hier.huishouden_id)]
    scherm = _open(omgeving, hier, toon_scherm)
    druk(scherm, "ja_neem_over")
    rust()
    regel = hier.overdrachten().regels[0]
    assert (regel.overdracht.stand, regel.door) == (Overdrachtstand.AANGENOMEN, "Sanne Modelman")
    assert "overgenomen door Sanne Modelman" in woorden(scherm)


@pytest.mark.eis("TRI-12")
def test_a_no_has_a_reason_and_half_of_it_is_kept(
    omgeving: Omgeving, hier: Begin, joris: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    joris.volledig()
    nummer = joris.bied_aan(naar=SANNE.id)
    wissel_uit(joris.plek, hier.plek)
    scherm = _open(omgeving, hier, toon_scherm)
    druk(scherm, "nee_geef_terug")
    druk(scherm, "geef_terug")
    rust()
    assert "Schrijf in één regel waarom" in woorden(scherm)
    zie(scherm, "waarom_terug").setFocus()
    typ("Dit is mijn bu")
    scherm.leave(lambda: None)
    rust()
    assert typen.load_concept(hier.plek, concept_terug(nummer)) == {"reden": "Dit is mijn bu"}
    typ("urvrouw.")
    druk(scherm, "geef_terug")
    rust()
    regel = hier.overdrachten().regels[0]
    assert regel.overdracht.antwoord_reden == "Dit is mijn buurvrouw."
    assert typen.load_concept(hier.plek, concept_terug(nummer)) == {}


@pytest.mark.eis("EVV-24")
def test_i_am_warned_when_it_goes_to_yet_another(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    assert "naar een ander" not in woorden(_open(omgeving, hier, toon_scherm))
    hier.leg_vast(Overdrachtsoort.DERDE, naar_team="mdt", verwijzer="School De Proef")
    assert "al één keer naar een ander" in woorden(_open(omgeving, hier, toon_scherm))
    hier.leg_vast(Overdrachtsoort.HUISARTS, naar_team="mdt", verwijzer="Huisarts Proef")
    assert "al 2 keer naar een ander" in woorden(_open(omgeving, hier, toon_scherm))


@pytest.mark.eis("EVV-21")
def test_going_along_to_the_infopunt_is_written_down_without_a_yes(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    scherm = _open(omgeving, hier, toon_scherm)
    kruis_aan(scherm, "soort.BEGELEID")
    tab_naar("naar")
    typ("Infopunt")
    tab_naar("begeleider")
    typ("Sanne")
    tab_naar("plek")
    typ("Kulturhus De Linde")
    druk(scherm, "bied_aan")
    rust()
    kruis_aan(scherm, "soort.HUISARTS")
    tab_naar("naar")
    typ("Triageteam")
    tab_naar("verwijzer")
    typ("Huisarts Proef")
    tab_naar("deskundige")
    typ("gedragsdeskundige")
    druk(scherm, "bied_aan")
    rust()
    huisarts, mee = (regel.overdracht for regel in hier.overdrachten().regels)
    assert (mee.naar_team, mee.begeleider, mee.plek) == ("Infopunt", "Sanne", "Kulturhus De Linde")
    assert (huisarts.naar_team, huisarts.deskundige) == ("Triageteam", "gedragsdeskundige")
    assert not mee.is_open


@pytest.mark.eis("TRI-05")
def test_along_route_three_the_maatwerkteam_is_proposed(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.volledig()
    hier.oordeel(NieuweTriage(route=Route.MAATWERK))
    scherm = _open(omgeving, hier, toon_scherm)
    assert scherm.form.to.text() == "Team van de gemeente"
    assert scherm.form.fields.texts() == {}


def test_the_dossier_leads_to_each_step_and_tells_where_it_is(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    hier.volledig()
    hier.rond_af()
    hier.bied_aan()
    dossier = DossierScreen(omgeving, hier.huishouden_id)
    toon_scherm(dossier)
    druk(dossier, "naar_vraag")
    assert "afgerond op di 20 april door Sanne" in zie(dossier, "stap_eerste").accessibleName()
    assert "wacht op ja of nee van Joris Proefstra" in zie(dossier, "stap_overdracht").accessibleName()
    for stap, naar in (("eerste", "eerste_vraagverheldering"), ("triage", "triage"), ("overdracht", "overdracht")):
        druk(dossier, f"stap_{stap}")
        assert wegwijzer.gegaan[-1] == (naar, hier.huishouden_id)


@pytest.mark.eis("TRI-15")
def test_where_triage_is_no_step_nobody_is_led_there(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    profiel = omgeving.plek.profiel
    stappen = tuple(stap for stap in profiel.stappen if stap.sleutel != "triage")
    zonder = replace(
        profiel,
        stappen=stappen,
        triage=replace(profiel.triage, klassen=()),
        indeling=replace(profiel.indeling, niveaus=""),
    )
    dossier = DossierScreen(replace(omgeving, plek=replace(omgeving.plek, profiel=zonder)), hier.huishouden_id)
    toon_scherm(dossier)
    druk(dossier, "naar_vraag")
    zie(dossier, "stap_eerste")
    assert dossier.findChildren(QWidget, "stap_triage") == []
    assert dossier.findChildren(QWidget, "stap_weging") == []


@pytest.mark.eis("TRI-15")
def test_where_triage_is_no_step_but_levels_are_written_down_nothing_is_called_triage(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    daar = replace(omgeving, plek=replace(omgeving.plek, profiel=load_profiel("bmwe")))
    dossier = DossierScreen(daar, hier.huishouden_id)
    toon_scherm(dossier)
    druk(dossier, "naar_vraag")
    druk(dossier, "stap_weging")
    assert wegwijzer.gegaan[-1] == ("triage", hier.huishouden_id)
    weging = TriageScreen(daar, hier.huishouden_id)
    toon_scherm(weging)
    assert "Triage" not in woorden(dossier) + woorden(weging)
    assert "Wat past bij deze vraag?" in woorden(weging)


def test_everybody_can_use_it_also_at_200_percent(
    omgeving: Omgeving, hier: Begin, joris: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    joris.veilig()
    joris.bied_aan(naar=SANNE.id, zonder="Ik ben morgen met verlof.")
    wissel_uit(joris.plek, hier.plek)
    scherm = _open(omgeving, hier, toon_scherm)
    druk(scherm, "nee_geef_terug")
    for soort in ("WARM", "HUISARTS", "BEGELEID"):
        kruis_aan(scherm, f"soort.{soort}")
        assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []


def test_of_two_that_wait_the_one_i_give_back_asks_why(
    omgeving: Omgeving, hier: Begin, joris: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    joris.volledig()
    for _ in range(2):
        joris.bied_aan(naar=SANNE.id)
    wissel_uit(joris.plek, hier.plek)
    scherm = _open(omgeving, hier, toon_scherm)
    (_, tweede) = scherm.findChildren(OverdrachtAntwoord)
    druk(tweede, "nee_geef_terug")
    druk(tweede, "geef_terug")
    rust()
    assert "Schrijf in één regel waarom" in woorden(tweede)
