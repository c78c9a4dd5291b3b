"""Table 2a on the screens: what differs between the three municipalities is seen by who works there (V-01 to V-23).

The values themselves are walked row by row in tests/profielen/test_varianten.py. Each row is either shown here, or
stands in `ALLEEN_GEGEVENS` with the reason why nothing on a screen follows from it yet.
"""

import re
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QComboBox, QWidget

from kernnetwerk_app.domain.triage import Triage
from kernnetwerk_app.domain.werkwijze import Dekking
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import overdracht, triage
from kernnetwerk_app.services.termijn import termijn_vanaf
from kernnetwerk_app.services.triage import NieuweTriage
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from kernnetwerk_app.ui.screens.inloop import InloopScreen
from kernnetwerk_app.ui.screens.overdracht import OverdrachtScreen
from kernnetwerk_app.ui.screens.signaal import SignaalScreen
from kernnetwerk_app.ui.screens.triage import TriageScreen
from kernnetwerk_app.ui.screens.werkwijze import WerkwijzeScreen
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.route_strip import RouteStrip
from tests.profielen.test_varianten import VARIANTEN
from tests.services.eerste import Begin
from tests.ui.gemeenten import choices, line, per, words
from tests.ui.gemeenten import gemeente as gemeente
from tests.ui.gemeenten import hier as hier
from tests.ui.gemeenten import plek as plek
from tests.ui.gemeenten import werkwijze as werkwijze
from tests.ui.schermen import Toonscherm
from tests.ui.test_zo_doen_wij import HIER

T = TypeVar("T")
ALLEEN_GEGEVENS = {
    "V-03": "who decides comes with the aanvraag and the besluit",
    "V-07": "who holds the regie comes with the regie",
    "V-13": "experts are asked later on the road, with consent",
}
"""Rows of which nothing on a screen follows yet, with the reason: mandate, regie and experts as data (issue 3)."""
ELDERS = {"V-21", "V-23"}
"""Shown in test_gemeentewoorden.py and test_zo_doen_wij.py."""


def test_each_row_of_the_table_is_shown_or_says_why_not() -> None:
    """A row is shown by the tests below that have its key in their name."""
    getoond = {f"V-{nr}" for naam in globals() if naam.startswith("test_") for nr in re.findall(r"_v(\d\d)", naam)}
    assert sorted((*(getoond | HIER.keys() | ELDERS), *ALLEEN_GEGEVENS)) == list(VARIANTEN)
    assert all(reden.strip() for reden in ALLEEN_GEGEVENS.values())


@pytest.mark.eis("TRI-15")
def test_v01_v02_how_it_goes_here_and_who_does_the_first_step(werkwijze: WerkwijzeScreen, gemeente: str) -> None:
    rijen = [(rij.title.text(), rij.sub.text()) for rij in werkwijze.findChildren(InfoRow)]
    stappen = per(
        gemeente,
        ["Zelf oplossingen vinden", "Signaleren", "Melding", "Onderzoek", "Aanvraag", "Beschikking",
         "Maatwerkvoorziening"],
        ["Eerste vraagverheldering", "Integrale vraagverheldering", "Plan", "Indicatie"],
        ["Sociale basis", "Brede uitvraag", "Een van de vier routes", "Versnelde route", "Maatwerk"],
    )  # fmt: skip
    namen = [titel for titel, _ in rijen]
    begin_ = next(nr for nr in range(len(namen)) if namen[nr : nr + 2] == stappen[:2])
    hier = rijen[begin_ : begin_ + len(stappen)]
    assert [naam for naam, _ in hier] == stappen
    eerste = per(gemeente, "Signaleren", "Eerste vraagverheldering", "Brede uitvraag")
    assert dict(hier)[eerste] == f"door {per(gemeente, 'Kernnetwerk', 'Infopunt', 'Triageteam')}"


def test_v01_the_way_of_the_resident_stands_on_every_dossier(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm
) -> None:
    scherm = DossierScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    strip = scherm.findChild(RouteStrip)
    assert strip is not None
    gezegd = strip.accessibleName() + strip.accessibleDescription() + " ".join(words(strip))
    assert [stop.naam for stop in omgeving.plek.profiel.route if stop.naam not in gezegd] == []


@pytest.mark.eis("PLAN-23")
def test_v08_v22_the_slogan_and_what_we_mean_by_toegang(werkwijze: WerkwijzeScreen, gemeente: str) -> None:
    leus = per(
        gemeente,
        "1 gezin, 1 plan, 1 regisseur",
        "Eén gezin, één plan, één contactpersoon",
        "Eén brede uitvraag, zo min mogelijk overdracht",
    )
    assert leus in werkwijze.subtitle.text()
    woorden = [rij.title.text() for rij in werkwijze.findChildren(InfoRow)]
    toegang = per(gemeente, ["Toegang"], ["Toegang, smal", "Toegang, breed"], ["Sociale basis"])
    assert [woord for woord in toegang if woord not in woorden] == []


@pytest.mark.eis("EVV-05")
def test_v05_all_eleven_life_domains_are_asked_everywhere(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, gemeente: str
) -> None:
    scherm = EersteVraagverhelderingScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    gebieden = omgeving.plek.profiel.leefgebieden.leefgebieden
    assert len([g for g in gebieden if scherm.findChild(QWidget, f"gebied.{g.sleutel}") is not None]) == 11
    kop = per(gemeente, "Leefgebieden", "Levensdomeinen", "Levensdomeinen")
    assert any(word.startswith(f"{kop}: loop ze alle langs") for word in words(scherm))
    assert any(word.endswith("Denk aan iedereen in huis.") for word in words(scherm))


def test_v05_where_not_all_domains_are_asked_nor_all_of_the_household_the_screen_says_that(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm
) -> None:
    profiel = omgeving.plek.profiel
    anders = replace(profiel.werkwijze, dekking=Dekking.RELEVANTE, hele_huishouden=False)
    plek = replace(omgeving.plek, profiel=replace(profiel, werkwijze=anders))
    scherm = EersteVraagverhelderingScreen(replace(omgeving, plek=plek), hier.huishouden_id)
    toon_scherm(scherm)
    assert any("kies wat ertoe doet" in word for word in words(scherm))
    assert not any("iedereen in huis" in word for word in words(scherm))
    werkwijze = WerkwijzeScreen(replace(omgeving, plek=plek))
    toon_scherm(werkwijze)
    assert "die ertoe doen" in line(werkwijze, "gesprek")
    assert "We kijken naar wie de vraag stelt." in line(werkwijze, "gesprek")


@pytest.mark.eis("TRI-02")
@pytest.mark.eis("TRI-09")
@pytest.mark.eis("TRI-11")
def test_v06_how_heavy_a_question_is_is_said_as_here(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, gemeente: str
) -> None:
    scherm = TriageScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    klassen = [box.objectName() for box in scherm.findChildren(QWidget) if box.objectName().startswith("klasse.")]
    assert klassen == per(
        gemeente,
        [],
        ["klasse.enkelvoudig", "klasse.meervoudig", "klasse.complex"],
        ["klasse.enkelvoudig_licht", "klasse.enkelvoudig_complex", "klasse.meervoudig_complex"],
    )
    voorstel = triage.voorstel(omgeving.plek, {"samenhang": "ja", "regie": "weinig", "leefgebieden": "meer"})
    assert (voorstel.klasse if voorstel else "") == per(gemeente, "", "complex", "meervoudig_complex")
    niveaus = [box.objectName() for box in scherm.findChildren(QWidget) if box.objectName().startswith("nu.")]
    assert len(niveaus) == per(gemeente, 3, 0, 0)
    zelf = scherm.findChildren(QComboBox, "zelforganiserend")
    assert len(zelf) == per(gemeente, 1, 0, 0)


@pytest.mark.eis("TRI-07")
def test_v15_only_where_there_is_a_fast_route_it_stands_there(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, gemeente: str
) -> None:
    scherm = TriageScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    gronden = [box.objectName() for box in scherm.findChildren(QWidget) if box.objectName().startswith("grond.")]
    assert gronden == per(gemeente, [], [], ["grond.veiligheid", "grond.inkomensvoorziening"])
    if gronden:
        hier.oordeel(NieuweTriage(grond="inkomensvoorziening", instelling="School De Proef"))
        with hier.plek.store.read() as lezer:
            assert [oordeel.is_versneld for oordeel in lezer.find(Triage)] == [True]
            beeld = overdracht.load(hier.plek, lezer, hier.huishouden_id)
        assert beeld.voorgesteld_team == "maatwerkteam"


def test_v10_the_places_and_meldplekken_of_here_stand_in_the_lists(
    omgeving: Omgeving, toon_scherm: Toonscherm, gemeente: str
) -> None:
    inloop, signaal = InloopScreen(omgeving), SignaalScreen(omgeving)
    for scherm in (inloop, signaal):
        toon_scherm(scherm)
    plek = per(gemeente, "Dorpshuis Bedum", "Infopunt in het kulturhus van Dalfsen", "Loket Samenleving & Zorg")
    plekken = [plek for kern in omgeving.plek.profiel.kernen for plek in kern.plekken]
    assert plek in plekken
    assert choices(inloop, "plek") == plekken
    assert choices(inloop, "kern") == [kern.naam for kern in omgeving.plek.profiel.kernen]
    meldplekken = per(gemeente, "Meldpunt zorg & overlast", "Samen Doen-loket", "Instelling in de sociale basis")
    assert meldplekken in choices(signaal, "meldplek")


@pytest.mark.eis("SIG-06")
def test_where_it_was_told_are_the_places_of_the_source_and_of_each_municipality(
    omgeving: Omgeving, toon_scherm: Toonscherm, gemeente: str
) -> None:
    """BMWE is the source of L-05; a municipality without a list of its own begins with those words too."""
    l05 = ["Kernnetwerk", "Individuele uitvoerders", "Meldpunt zorg & overlast"]
    scherm = SignaalScreen(omgeving)
    toon_scherm(scherm)
    assert choices(scherm, "meldplek") == per(
        gemeente,
        [*l05, "Klantcontactcentrum", "School", "Huisarts", "Infopunt"],
        [
            "Infopunt", "Samen Doen-loket", "Servicepunten", "Onderwijs", "Huisartsenzorg",
            "Jeugdgezondheidszorg (JGZ)", "Vrijwilligerswerk", "Kulturhus",
        ],
        ["Instelling in de sociale basis", "Triageteam", "Loket Samenleving & Zorg", "Maatwerkteam"],
    )  # fmt: skip
    eigen = [keuze.label for keuze in load_profiel("oefenen").lijst("meldplekken").keuzes]
    assert eigen == [*l05, "Klantcontactcentrum", "school", "huisarts", "Infopunt"]


def test_v11_a_question_is_handed_over_to_the_teams_of_here(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, gemeente: str
) -> None:
    scherm = OverdrachtScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    teams = per(
        gemeente,
        ["Kernnetwerk"],
        ["Infopunt", "Sociaal kernteam", "Multidisciplinair team", "Flexibele schil"],
        ["Sociale basis", "Triageteam", "Maatwerkteam"],
    )
    assert choices(scherm, "naar") == ["Joris Proefstra", *teams]


@pytest.mark.eis("EVV-23")
def test_v10_where_the_resident_chooses_the_place_the_visit_says_so(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, werkwijze: WerkwijzeScreen, gemeente: str
) -> None:
    scherm = DossierScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    kiest = "de inwoner kiest: thuis, of in een dorpshuis"
    assert (kiest in words(scherm)) == per(gemeente, True, False, False)
    assert ("De inwoner kiest de plek." in line(werkwijze, "plek")) == per(gemeente, True, False, False)
    ook = "We gaan ook naar plekken waar mensen al zijn."
    assert (ook in line(werkwijze, "plek")) == per(gemeente, False, True, False)


def test_v15_how_fast_it_goes_stands_in_our_way_of_working(werkwijze: WerkwijzeScreen, gemeente: str) -> None:
    zin = per(
        gemeente,
        "Na de melding doen we snel wat nodig is.",
        "Wat dringend is, gaat voor. Bij de eerste signalen is het netwerk voor veiligheid er al.",
        "Er is een versnelde route. Die is er voor: Veiligheid, Inkomensvoorziening.",
    )
    assert line(werkwijze, "snel").endswith(zin)


def test_v14_the_terms_say_who_set_them_and_the_law_holds_everywhere(
    werkwijze: WerkwijzeScreen, plek: Werkplek, gemeente: str
) -> None:
    van_hier = [rij.title.text() for rij in werkwijze.findChildren(InfoRow) if "van onze gemeente" in rij.sub.text()]
    assert van_hier == per(
        gemeente,
        ["Het onderzoek na een melding", "De beslissing op een aanvraag"],
        [],
        ["Normen voor dienstverlening"],
    )
    assert ("geen getal" in words(werkwijze)) == per(gemeente, False, False, True)
    assert termijn_vanaf(plek.profiel, date(2027, 4, 20)).wettelijk_einde == date(2027, 6, 1)
    assert plek.profiel.eerste_contact_dagen == 3


def test_v16_a_melder_stays_anonymous_everywhere(omgeving: Omgeving, toon_scherm: Toonscherm) -> None:
    scherm = SignaalScreen(omgeving)
    toon_scherm(scherm)
    assert scherm.form.is_anoniem()
    assert "melder_naam" not in scherm.form.fields
