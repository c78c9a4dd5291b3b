"""Table 2a on the screens: what differs between the three municipalities is seen by who works there (V-01 to V-23).

The values themselves are walked row by row in tests/profielen/test_varianten.py. Each row is either shown here, or
stands in `ALLEEN_GEGEVENS` with the reason why nothing on a screen follows from it yet.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from kernnetwerk_app.domain.triage import Triage
from kernnetwerk_app.hulp import alle_hulp, find_hulp
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
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.screens.signaal import SignaalScreen
from kernnetwerk_app.ui.screens.socialekaart import SocialeKaartScreen
from kernnetwerk_app.ui.screens.triage import TriageScreen
from kernnetwerk_app.ui.screens.voorziening import VoorzieningScreen
from kernnetwerk_app.ui.screens.werkwijze import WerkwijzeScreen
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.route_strip import RouteStrip
from tests.factories import make_werkplek
from tests.profielen.test_varianten import GEMEENTEN, VARIANTEN
from tests.services.eerste import Begin, begin
from tests.ui.schermen import Toonscherm

T = TypeVar("T")
ALLEEN_GEGEVENS = {
    "V-03": "who decides comes with the aanvraag and the besluit",
    "V-04": "an instrument is named in the gesprek once its owner allows it",
    "V-07": "who holds the regie comes with the regie",
    "V-09": "whether the contact person stays is asked when maatwerk begins",
    "V-12": "short help is written down in the same way by whoever gives it",
    "V-13": "experts are asked later on the road, with consent",
    "V-17": "every entry of the sociale kaart can carry both orders; which one counts here is for the numbers",
    "V-18": "what goes on after maatwerk comes with the evaluation",
    "V-19": "how strict it is sets no hard stop: all but the named ones can be passed with one line everywhere",
    "V-20": "the grounds to choose from are of the law, and the same everywhere; consent comes with its own record",
    "V-23": "the starting points are for the self-evaluation",
}
"""Rows of which nothing on a screen follows yet, with the reason: mandate, regie and experts as data (issue 3)."""


@pytest.fixture(params=GEMEENTEN)
def gemeente(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def plek(tmp_path: Path, gemeente: str) -> Iterator[Werkplek]:
    """Sanne at her laptop, in one of the three."""
    plek = make_werkplek(tmp_path / "sanne")
    yield replace(plek, profiel=load_profiel(gemeente))
    plek.store.close()


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


@pytest.fixture
def werkwijze(omgeving: Omgeving, toon_scherm: Toonscherm) -> WerkwijzeScreen:
    scherm = WerkwijzeScreen(omgeving)
    toon_scherm(scherm)
    return scherm


def _words(scherm: QWidget) -> list[str]:
    """All that can be read on it, unfolded or not."""
    gezien = [label.text() for label in scherm.findChildren(QLabel)]
    return gezien + [box.itemText(nr) for box in scherm.findChildren(QComboBox) for nr in range(box.count())]


def _choices(scherm: QWidget, naam: str) -> list[str]:
    box = scherm.findChild(QComboBox, naam)
    assert box is not None
    return [word for nr in range(box.count()) if (word := box.itemText(nr))]


def _per(gemeente: str, *waarden: T) -> T:
    """The value of this municipality, of those for BMWE, Dalfsen and Krimpenerwaard."""
    return waarden[GEMEENTEN.index(gemeente)]


def test_each_row_of_the_table_is_shown_or_says_why_not() -> None:
    """A row is shown by the tests below that have its key in their name."""
    getoond = {f"V-{nr}" for naam in globals() if naam.startswith("test_") for nr in re.findall(r"_v(\d\d)", naam)}
    assert sorted((*getoond, *ALLEEN_GEGEVENS)) == list(VARIANTEN)
    assert all(reden.strip() for reden in ALLEEN_GEGEVENS.values())


@pytest.mark.eis("TRI-15")
def test_v01_v02_how_it_goes_here_and_who_does_the_first_step(werkwijze: WerkwijzeScreen, gemeente: str) -> None:
    rijen = [(rij.title.text(), rij.sub.text()) for rij in werkwijze.findChildren(InfoRow)]
    stappen = _per(
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
    eerste = _per(gemeente, "Signaleren", "Eerste vraagverheldering", "Brede uitvraag")
    assert dict(hier)[eerste] == f"door {_per(gemeente, 'Kernnetwerk', 'Infopunt', 'Triageteam')}"


def test_v01_the_way_of_the_resident_stands_on_every_dossier(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm
) -> None:
    scherm = DossierScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    strip = scherm.findChild(RouteStrip)
    assert strip is not None
    gezegd = strip.accessibleName() + strip.accessibleDescription() + " ".join(_words(strip))
    assert [stop.naam for stop in omgeving.plek.profiel.route if stop.naam not in gezegd] == []


def test_v08_v22_the_slogan_and_what_we_mean_by_toegang(werkwijze: WerkwijzeScreen, gemeente: str) -> None:
    leus = _per(
        gemeente,
        "1 gezin, 1 plan, 1 regisseur",
        "Eén gezin, één plan, één contactpersoon",
        "Eén brede uitvraag, zo min mogelijk overdracht",
    )
    assert leus in werkwijze.subtitle.text()
    woorden = [rij.title.text() for rij in werkwijze.findChildren(InfoRow)]
    toegang = _per(gemeente, ["Toegang"], ["Toegang, smal", "Toegang, breed"], ["Sociale basis"])
    assert [woord for woord in toegang if woord not in woorden] == []


@pytest.mark.eis("EVV-05")
def test_v05_all_eleven_life_domains_are_asked_everywhere(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, gemeente: str
) -> None:
    scherm = EersteVraagverhelderingScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    gebieden = omgeving.plek.profiel.leefgebieden.leefgebieden
    assert len([g for g in gebieden if scherm.findChild(QWidget, f"gebied.{g.sleutel}") is not None]) == 11
    kop = _per(gemeente, "Leefgebieden", "Levensdomeinen", "Levensdomeinen")
    assert any(word.startswith(kop) for word in _words(scherm))


@pytest.mark.eis("TRI-02")
@pytest.mark.eis("TRI-09")
@pytest.mark.eis("TRI-11")
def test_v06_how_heavy_a_question_is_is_said_as_here(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, gemeente: str
) -> None:
    scherm = TriageScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    klassen = [box.objectName() for box in scherm.findChildren(QWidget) if box.objectName().startswith("klasse.")]
    assert klassen == _per(
        gemeente,
        [],
        ["klasse.enkelvoudig", "klasse.meervoudig", "klasse.complex"],
        ["klasse.enkelvoudig_licht", "klasse.enkelvoudig_complex", "klasse.meervoudig_complex"],
    )
    voorstel = triage.voorstel(omgeving.plek, {"samenhang": "ja", "regie": "weinig", "leefgebieden": "meer"})
    assert (voorstel.klasse if voorstel else "") == _per(gemeente, "", "complex", "meervoudig_complex")
    niveaus = [box.objectName() for box in scherm.findChildren(QWidget) if box.objectName().startswith("nu.")]
    assert len(niveaus) == _per(gemeente, 3, 0, 0)
    zelf = scherm.findChildren(QComboBox, "zelforganiserend")
    assert len(zelf) == _per(gemeente, 1, 0, 0)


@pytest.mark.eis("TRI-07")
def test_v15_only_where_there_is_a_fast_route_it_stands_there(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, gemeente: str
) -> None:
    scherm = TriageScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    gronden = [box.objectName() for box in scherm.findChildren(QWidget) if box.objectName().startswith("grond.")]
    assert gronden == _per(gemeente, [], [], ["grond.veiligheid", "grond.inkomensvoorziening"])
    if gronden:
        hier.oordeel(NieuweTriage(grond="inkomensvoorziening", instelling="School De Proef"))
        with hier.plek.store.read() as lezer:
            assert [oordeel.is_versneld for oordeel in lezer.find(Triage)] == [True]
            beeld = overdracht.load(hier.plek, lezer, hier.huishouden_id)
        assert beeld.voorgesteld_team == "maatwerkteam"


@pytest.mark.eis("TEAM-19")
def test_v10_the_places_and_meldplekken_of_here_stand_in_the_lists(
    omgeving: Omgeving, toon_scherm: Toonscherm, gemeente: str
) -> None:
    inloop, signaal = InloopScreen(omgeving), SignaalScreen(omgeving)
    for scherm in (inloop, signaal):
        toon_scherm(scherm)
    plek = _per(gemeente, "Dorpshuis Bedum", "Infopunt in het kulturhus van Dalfsen", "Loket Samenleving & Zorg")
    plekken = [plek for kern in omgeving.plek.profiel.kernen for plek in kern.plekken]
    assert plek in plekken
    assert _choices(inloop, "plek") == plekken
    assert _choices(inloop, "kern") == [kern.naam for kern in omgeving.plek.profiel.kernen]
    meldplekken = _per(gemeente, "Meldpunt zorg & overlast", "Samen Doen-loket", "Instelling in de sociale basis")
    assert meldplekken in _choices(signaal, "meldplek")


@pytest.mark.eis("SIG-06")
def test_where_it_was_told_are_the_places_of_the_source_and_of_each_municipality(
    omgeving: Omgeving, toon_scherm: Toonscherm, gemeente: str
) -> None:
    """BMWE is the source of L-05; a municipality without a list of its own begins with those words too."""
    l05 = ["Kernnetwerk", "Individuele uitvoerders", "Meldpunt zorg & overlast"]
    scherm = SignaalScreen(omgeving)
    toon_scherm(scherm)
    assert _choices(scherm, "meldplek") == _per(
        gemeente,
        [*l05, "Klantcontactcentrum", "School", "Huisarts"],
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
    teams = _per(
        gemeente,
        ["Kernnetwerk"],
        ["Infopunt", "Sociaal kernteam", "Multidisciplinair team", "Flexibele schil"],
        ["Sociale basis", "Triageteam", "Maatwerkteam"],
    )
    assert _choices(scherm, "naar") == ["Joris Proefstra", *teams]


def test_v14_the_terms_say_who_set_them_and_the_law_holds_everywhere(
    werkwijze: WerkwijzeScreen, plek: Werkplek, gemeente: str
) -> None:
    van_hier = [rij.title.text() for rij in werkwijze.findChildren(InfoRow) if "van onze gemeente" in rij.sub.text()]
    assert van_hier == _per(
        gemeente,
        ["Het onderzoek na een melding", "De beslissing op een aanvraag"],
        [],
        ["Normen voor dienstverlening"],
    )
    assert ("geen getal" in _words(werkwijze)) == _per(gemeente, False, False, True)
    assert termijn_vanaf(plek.profiel, date(2027, 4, 20)).wettelijk_einde == date(2027, 6, 1)
    assert plek.profiel.eerste_contact_dagen == 3


def test_v16_a_melder_stays_anonymous_everywhere(omgeving: Omgeving, toon_scherm: Toonscherm) -> None:
    scherm = SignaalScreen(omgeving)
    toon_scherm(scherm)
    assert scherm.form.is_anoniem()
    assert "melder_naam" not in scherm.form.fields


def _quoted(plek: Werkplek) -> set[str]:
    """What stands in a list with its source: those words are left as they are, also when they name another team."""
    alle = plek.profiel.lijsten.values()
    return {keuze.label for lijst in alle for keuze in lijst.keuzes if keuze.bron or lijst.bron}


MAKERS: dict[str, Callable[[Omgeving, Begin], Scherm]] = {
    "inloop": lambda om, _: InloopScreen(om),
    "signaal": lambda om, _: SignaalScreen(om),
    "socialekaart": lambda om, _: SocialeKaartScreen(om),
    "voorziening": lambda om, _: VoorzieningScreen(om),
    "eerste_vraagverheldering": lambda om, hier: EersteVraagverhelderingScreen(om, hier.huishouden_id),
    "triage": lambda om, hier: TriageScreen(om, hier.huishouden_id),
    "overdracht": lambda om, hier: OverdrachtScreen(om, hier.huishouden_id),
    "dossier": lambda om, hier: DossierScreen(om, hier.huishouden_id),
}


@pytest.mark.eis("TAAL-04")
@pytest.mark.parametrize("naam", MAKERS)
def test_v21_my_screen_says_the_words_that_my_municipality_uses(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, gemeente: str, naam: str
) -> None:
    scherm = MAKERS[naam](omgeving, hier)
    toon_scherm(scherm)
    gelezen = {*_words(scherm), *(w.accessibleName() for w in scherm.findChildren(QWidget))} - _quoted(omgeving.plek)
    vreemd = _per(
        gemeente,
        ("levensdomein", "triageteam", "infopunt"),
        ("leefgebied", "kernnetwerk", "triageteam"),
        ("leefgebied", "kernnetwerk", "infopunt"),
    )
    assert [zin for zin in gelezen if any(woord in zin.lower() for woord in vreemd)] == []


@pytest.mark.eis("TAAL-04")
def test_v21_help_says_them_too(plek: Werkplek, gemeente: str) -> None:
    hulp = " ".join(str(find_hulp(een.sleutel, plek.profiel.zeg)) for een in alle_hulp())
    woord = _per(gemeente, "leefgebied", "levensdomein", "levensdomein")
    assert woord in hulp
    assert ("leefgebied" in hulp) == (woord == "leefgebied")
    team = _per(gemeente, "kernnetwerk", "Infopunt", "triageteam")
    assert f"Eén lid van het {team} wordt vaste contactpersoon." in hulp
