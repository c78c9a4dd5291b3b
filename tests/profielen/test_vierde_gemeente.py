"""A municipality, a life domain and a list that nobody programmed: made by files alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielbestanden.bestanden import geleverd, uit_map
from kernnetwerk_app.profielbestanden.profiel import lees_profiel
from tests.factories import make_werkplek
from tests.services.opzet import begin_dossier

pytestmark = pytest.mark.usefixtures("qapp")

LIJST = """
soort = "keuzelijst"
sleutel = "meldplekken_proefstad"
versie = 4
titel = "Waar is het gemeld?"
[[keuze]]
sleutel = "stadswinkel"
label = "Stadswinkel"
"""


def write_municipality(map_: Path, sleutel: str = "proefstad", versie: int = 1, extra: str = "") -> Path:
    """The files of a municipality of its own: a profile, a list of life domains with a new one, and a list."""
    (map_ / "profielen").mkdir(parents=True, exist_ok=True)
    (map_ / "lijsten").mkdir(exist_ok=True)
    profiel = resource("profielen", "oefenen.toml").read_text(encoding="utf-8")
    for oud, nieuw in (
        ('sleutel = "oefenen"', f'sleutel = "{sleutel}"'),
        ("versie = 1", f"versie = {versie}"),
        ('naam = "Voorbeeldland"', 'naam = "Proefstad"'),
        ('leefgebieden = "leefgebieden"', 'leefgebieden = "levensdomeinen_proefstad"'),
        ('een = "leefgebied"', 'een = "levensdomein"'),
        ('meer = "leefgebieden"', 'meer = "levensdomeinen"'),
        ("\n[werkwijze]", '\n[lijsten]\nmeldplekken = "meldplekken_proefstad"\n\n[werkwijze]'),
    ):
        assert oud in profiel
        profiel = profiel.replace(oud, nieuw, 1)
    leefgebieden = resource("lijsten", "leefgebieden.toml").read_text(encoding="utf-8")
    leefgebieden = leefgebieden.replace('sleutel = "leefgebieden"', 'sleutel = "levensdomeinen_proefstad"', 1)
    leefgebieden = leefgebieden.replace("versie = 1", "versie = 7", 1)
    zingeving = '\n[[leefgebied]]\nsleutel = "zingeving"\nnaam = "Zingeving"\n'
    (map_ / "profielen" / f"{sleutel}.toml").write_text(profiel + extra, encoding="utf-8")
    (map_ / "lijsten" / "levensdomeinen_proefstad.toml").write_text(leefgebieden + zingeving, encoding="utf-8")
    (map_ / "lijsten" / "meldplekken_proefstad.toml").write_text(LIJST, encoding="utf-8")
    return map_


@pytest.fixture
def profiel(tmp_path: Path) -> Gemeenteprofiel:
    return lees_profiel(uit_map(write_municipality(tmp_path / "gemeente")).over(geleverd()), "proefstad")


@pytest.mark.eis("SYNC-10")
def test_our_municipality_was_made_with_files_alone(profiel: Gemeenteprofiel) -> None:
    assert (profiel.naam, profiel.versie, profiel.woord("leefgebied", meer=True)) == (
        "Proefstad", 1, "levensdomeinen",
    )  # fmt: skip
    lijst = profiel.lijst("meldplekken")
    assert (lijst.versie, [keuze.label for keuze in lijst.keuzes]) == (4, ["Stadswinkel"])
    assert profiel.lijst("signaleerders").keuzes, "what a municipality does not change, it has as it ships"


@pytest.mark.eis("SYNC-10")
def test_a_life_domain_of_our_own_is_talked_about_and_kept_with_the_version_that_was_asked(
    profiel: Gemeenteprofiel, tmp_path: Path
) -> None:
    plek = replace(make_werkplek(tmp_path / "laptop"), profiel=profiel)
    dossier = begin_dossier(plek)
    gesprek = dossier.gesprek()
    assert [lg.naam for lg in gesprek.lijst.leefgebieden][-1] == "Zingeving"
    assert gesprek.vraagverheldering.lijstversie == 7
    assert "zingeving.goed" in gesprek.adressen
    plek.store.close()
