"""Nobody gets a label: not in our sentences, and not in a list or a profile, also where a source wrote it (TAAL-08)."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from kernnetwerk_app.domain.taal import Bevindingsoort, lees_na
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.teksten import load as teksten_van
from tests.taal import VOOR_INWONERS

MAPPEN = ("tekst", "lijsten", "profielen", "vraagbaak", "triage", "oefenen")
EIGEN = ("gewone_woorden", "etiketten")
"""The lists of the words themselves."""
GETYPT = ("zoekwoorden", "doeners")
"""What people type is found, whatever word they use: it is never shown."""
LETTERLIJK = {
    "lijsten/complexiteit_dalfsen complex": "the class as L-28 has it, quoted; it is a class of a question, on a "
    "screen of the worker alone, and nobody finds people by it",
    "profielen/bmwe cliënt": "key of who decides (L-11, V-07) as the paper says it; no screen shows it",
    "profielen/dalfsen cliënt": "the same",
    "profielen/krimpenerwaard cliënt": "the same",
    "profielen/oefenen cliënt": "the same",
}
"""Where a source is quoted word for word -> why it may stand there. An exception that is not needed any more fails."""
PROFIEL = load_profiel("oefenen")


def teksten(deel: Any, sleutel: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a file, with the key of the record that it stands in."""
    if isinstance(deel, dict):
        eigen = str(deel.get("sleutel", sleutel))
        for waarde in deel.values():
            yield from teksten(waarde, eigen)
    elif isinstance(deel, list):
        for waarde in deel:
            yield from teksten(waarde, sleutel)
    elif isinstance(deel, str):
        yield sleutel, deel


def etiketten(tekst: str) -> list[str]:
    gevonden = lees_na(tekst, PROFIEL.lijst("gewone_woorden"), PROFIEL.lijst("etiketten"))
    return [b.woord.casefold() for b in gevonden if b.soort is Bevindingsoort.ETIKET]


def in_bestanden() -> dict[str, str]:
    """`folder/file key-or-word` -> the text with a label in it, in everything that people can come to read."""
    gevonden = {}
    for folder in MAPPEN:
        for pad in sorted(resource(folder).glob("*.toml")):
            if pad.stem in (*EIGEN, *GETYPT):
                continue
            with pad.open("rb") as stroom:
                inhoud = tomllib.load(stroom)
            for sleutel, tekst in teksten(inhoud):
                for woord in etiketten(tekst):
                    waar = sleutel if folder == "lijsten" else woord
                    gevonden[f"{folder}/{pad.stem} {waar}"] = tekst
    return gevonden


@pytest.mark.eis("TAAL-08")
def test_no_text_list_or_profile_calls_anybody_names() -> None:
    gevonden = in_bestanden()
    assert {waar: tekst for waar, tekst in gevonden.items() if waar not in LETTERLIJK} == {}


def test_every_quoted_label_is_still_there_and_has_a_reason() -> None:
    assert set(LETTERLIJK) == set(in_bestanden())
    assert all(LETTERLIJK.values())


@pytest.mark.eis("TAAL-01")
def test_what_we_write_to_residents_has_no_word_of_the_trade_in_it() -> None:
    gevonden = {}
    for naam in sorted(VOOR_INWONERS & {pad.stem for pad in resource("tekst").glob("*.toml")}):
        tekst = teksten_van(naam)
        for sleutel in tekst.sleutels():
            bevindingen = lees_na(tekst(sleutel), PROFIEL.lijst("gewone_woorden"), PROFIEL.lijst("etiketten"))
            if any(b.soort is not Bevindingsoort.LANGE_ZIN for b in bevindingen):
                gevonden[f"{naam}: {sleutel}"] = tekst(sleutel)
    assert gevonden == {}


@pytest.mark.eis("TAAL-08")
def test_what_people_search_by_is_a_need_and_never_a_group_of_people() -> None:
    """The rubrieken and the words of the sociale kaart say what one looks for, not what one is."""
    with resource("lijsten", "zoekwoorden.toml").open("rb") as stroom:
        groepen = tomllib.load(stroom)["groepen"]
    for groep in groepen:
        assert etiketten(groep[0]) == [], "the first word names the need"
    rubrieken = PROFIEL.lijst("rubrieken")
    assert [keuze.label for keuze in rubrieken.keuzes if etiketten(keuze.label)] == []
    assert etiketten(rubrieken.titel) == []


@pytest.mark.parametrize(
    "tekst", ["Een probleemgezin.", "voor zorgmijders", "De cliënt belt.", "kwetsbare ouderen", "sociaal zwak milieu"]
)
def test_a_label_would_be_found(tekst: str) -> None:
    assert etiketten(tekst)
