"""Sentences come from files; a group that is not there is a fault. And every sentence is plain Dutch (B1)."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from kernnetwerk_app import teksten
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.teksten import Tekst
from tests.taal import VOOR_INWONERS, bezwaren, zinnen

UITZONDERINGEN: dict[str, str] = {}
"""`file: key` -> why its text may break a rule. Only ever shorter: an exception that is not needed any more fails."""
MAX_UITZONDERINGEN = 0
Rij = tuple[str, str, bool]
"""Where a text stands, what it says, and whether a resident reads it."""


def test_group_gives_its_sentences_in_the_order_of_the_file() -> None:
    tekst = Tekst("proef", {"kop": "Kop", "deel": {"twee": "2", "een": "1"}})
    assert list(tekst.groep("deel").items()) == [("twee", "2"), ("een", "1")]


@pytest.mark.parametrize("naam", ["dele", "kop", "deel.een", ""])
def test_group_that_nobody_wrote_is_refused(naam: str) -> None:
    with pytest.raises(KeyError, match="proef"):
        Tekst("proef", {"kop": "Kop", "deel": {"een": "1"}}).groep(naam)


def of_texts(bestand: str) -> Iterator[Rij]:
    tekst = teksten.load(bestand)
    for sleutel in sorted(tekst.sleutels()):
        yield f"{bestand}: {sleutel}", tekst(sleutel), bestand in VOOR_INWONERS


def of_list(bestand: str) -> Iterator[Rij]:
    """Words of our own in a list: its title, and labels with their explanations where no source is named."""
    with resource("lijsten", f"{bestand}.toml").open("rb") as stroom:
        lijst: dict[str, Any] = tomllib.load(stroom)
    if "titel" in lijst:
        yield f"{bestand}: titel", lijst["titel"], False
    for veld in lijst.get("veld", ()):
        yield f"{bestand}: {veld['sleutel']}", f"{veld['label']}\n{veld.get('hint', '')}", True
    for een in lijst.get("as", ()):
        yield f"{bestand}: as.{een['sleutel']}", f"{een['naam']}\n{een['vraag']}", True
    for stand in lijst.get("stand", ()):
        yield f"{bestand}: stand.{stand['sleutel']}", stand["label"], True
    for keuze in lijst.get("keuze", ()):
        if not (keuze.get("bron") or lijst.get("bron")):
            yield f"{bestand}: {keuze['sleutel']}", f"{keuze['label']}\n{keuze.get('uitleg', '')}", False


def of_profile(sleutel: str) -> Iterator[Rij]:
    """What a municipality writes itself; what it quotes from its own paper (`bron`) is left as it stands."""
    profiel = load_profiel(sleutel)
    yield f"{sleutel}: leus", profiel.leus, True
    yield f"{sleutel}: vervanging", profiel.vervanging, True
    yield f"{sleutel}: plan_titel", profiel.plan_titel, True
    for stap in profiel.stappen:
        yield f"{sleutel}: stap.{stap.sleutel}", "" if stap.bron else stap.naam, False
    for team in profiel.teams:
        yield f"{sleutel}: team.{team.sleutel}", "" if team.bron else team.naam, False
    for rol in profiel.rollen:
        yield f"{sleutel}: rol.{rol.sleutel}", "" if rol.bron else rol.naam, False
    for naam, woord in profiel.woorden.items():
        yield f"{sleutel}: woorden.{naam}", f"{woord.een}\n{woord.meer}", True
    for nummer, zin in enumerate(profiel.plan_verder):
        yield f"{sleutel}: plan_verder.{nummer}", zin, True
    for stop in profiel.route:
        yield f"{sleutel}: route.{stop.sleutel}", f"{stop.naam}\n{stop.komt}", True
    for naam, termijn in profiel.termijnen.items():
        yield f"{sleutel}: termijn.{naam}", termijn.naam, True
    for begrip in profiel.begrippen:
        yield f"{sleutel}: begrip.{begrip.woord}", "" if begrip.bron else begrip.uitleg, True
    for instrument in profiel.instrumenten:
        yield f"{sleutel}: instrument.{instrument.sleutel}", instrument.eigen_naam, True


def of_article(bestand: str) -> Iterator[Rij]:
    """The vraagbaak explains in our own words; a worker reads it aloud, so it is as short as for a resident."""
    with resource("vraagbaak", f"{bestand}.toml").open("rb") as stroom:
        artikel = tomllib.load(stroom)
    for deel in ("titel", "kort", "tekst"):
        yield f"{bestand}: {deel}", artikel[deel], True


def of_matrix(bestand: str) -> Iterator[Rij]:
    """The questions, answers and reasons of a matrix that is our own."""
    with resource("triage", f"{bestand}.toml").open("rb") as stroom:
        matrix = tomllib.load(stroom)
    for rij in () if matrix.get("bron") else matrix["rij"]:
        yield f"{bestand}: {rij['sleutel']}", rij["vraag"], False
        for kolom in rij["kolom"]:
            yield f"{bestand}: {rij['sleutel']}.{kolom['sleutel']}", f"{kolom['label']}\n{kolom['reden']}", False


BRONNEN = {
    "tekst": (of_texts, sorted(pad.stem for pad in resource("tekst").glob("*.toml"))),
    "lijsten": (of_list, sorted(pad.stem for pad in resource("lijsten").glob("*.toml"))),
    "vraagbaak": (of_article, sorted(pad.stem for pad in resource("vraagbaak").glob("*.toml"))),
    "triage": (of_matrix, sorted(pad.stem for pad in resource("triage").glob("*.toml"))),
    "profielen": (of_profile, sorted(pad.stem for pad in resource("profielen").glob("*.toml"))),
}
BESTANDEN = [(soort, naam) for soort, (_, namen) in BRONNEN.items() for naam in namen]


def wrong_in(soort: str, bestand: str) -> dict[str, list[str]]:
    lees, _ = BRONNEN[soort]
    gevonden = {plek: [b.uitleg for b in bezwaren(tekst, voor_inwoner=wie)] for plek, tekst, wie in lees(bestand)}
    return {plek: fouten for plek, fouten in gevonden.items() if fouten}


@pytest.mark.eis("TAAL-05")
@pytest.mark.parametrize(("soort", "bestand"), BESTANDEN, ids=lambda deel: str(deel))
def test_i_read_short_active_sentences_without_jargon(soort: str, bestand: str) -> None:
    fouten = wrong_in(soort, bestand)
    assert {plek: wat for plek, wat in fouten.items() if plek not in UITZONDERINGEN} == {}


def test_every_exception_is_still_needed_and_there_are_ever_fewer() -> None:
    nodig = {plek for soort, bestand in BESTANDEN for plek in wrong_in(soort, bestand)}
    assert set(UITZONDERINGEN) <= nodig
    assert len(UITZONDERINGEN) <= MAX_UITZONDERINGEN


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [
        ("Dit is een zin met zo veel woorden dat niemand hem nog in een keer kan lezen.", "lengte"),
        ("Uw vraag wordt door ons behandeld.", "lijdend"),
        ("Daarna wordt het plan opgeslagen.", "lijdend"),
        ("De brief is klaar, en de termijn kan worden verlengd.", "lijdend"),
        ("Wij werden door de buren gebeld.", "lijdend"),
        ("Klaar!", "woord"),
        ("De toegang is open.", "woord"),
        ("Deze cliënt belt terug.", "woord"),
        ("Uw score is laag.", "woord"),
        ("De indicatie loopt af.", "woord"),
        ("Kies een nieuw wachtwoord.", "een woord"),
        ("De klant belt terug.", "een woord"),
        ("Bel uw aanspreekpunt.", "een woord"),
    ],
)
def test_a_sentence_that_breaks_a_rule_is_found(tekst: str, regel: str) -> None:
    assert [bezwaar.regel for bezwaar in bezwaren(tekst, voor_inwoner=True)] == [regel]


@pytest.mark.parametrize(
    "tekst",
    [
        "Kies samen wat het wordt.",
        "Een onafhankelijke cliëntondersteuner denkt gratis met u mee.",
        "Bewaar ze in uw wachtwoordkluis.",
        "Via het klantcontactcentrum.",
        "Wat wordt het, in uw woorden?",
        "Hoe ging het? Bel {naam} op {nummer}.\nTot dinsdag.",
        "",
    ],
)
def test_a_plain_sentence_is_left_alone(tekst: str) -> None:
    assert list(bezwaren(tekst, voor_inwoner=True)) == []


def test_what_is_longer_for_a_resident_may_be_just_right_for_a_worker() -> None:
    zin = "Log in op het netwerk waar u bent, en kijk of de datum van deze laptop klopt."
    assert len(zinnen(zin)) == 1
    assert [b.regel for b in bezwaren(zin, voor_inwoner=True)] == ["lengte"]
    assert list(bezwaren(zin, voor_inwoner=False)) == []
