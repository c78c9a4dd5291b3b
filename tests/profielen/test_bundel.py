"""What travels with a profile: everything it names, and every list that the municipality changed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kernnetwerk_app.profielbestanden.bestanden import Bestanden, geleverd
from kernnetwerk_app.profielbestanden.bundel import lees_bundel, pak_in, pak_uit
from kernnetwerk_app.services.voorziening import Zoekvraag, zoek
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek
from tests.kaart_opzet import kaart_van, maak, namen, vul_kaart


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


def test_a_newer_program_changes_no_list_that_our_profile_names() -> None:
    inhoud = pak_uit(pak_in(geleverd(), "krimpenerwaard")).inhoud
    assert set(inhoud) >= {
        "profielen/krimpenerwaard.toml",
        "lijsten/leefgebieden.toml",
        "lijsten/assen.toml",
        "lijsten/doeners.toml",
        "lijsten/meldplekken_krimpenerwaard.toml",
        "lijsten/complexiteit_krimpenerwaard.toml",
        "lijsten/team_triageteam.toml",
        "lijsten/taken_triageteam.toml",
        "triage/complexiteitsmatrix.toml",
    }
    assert "lijsten/expertises_dalfsen.toml" in pak_uit(pak_in(geleverd(), "dalfsen")).inhoud
    assert "lijsten/rubrieken.toml" not in inhoud, "not named and not changed: it comes with the program"


def test_what_my_municipality_calls_near_and_which_words_mean_the_same_hold_on_my_laptop(plek: Werkplek) -> None:
    nabij = geleverd().inhoud["lijsten/nabijheid.toml"].replace(b"minuten = 20", b"minuten = 240", 1)
    woorden = (
        geleverd()
        .inhoud["lijsten/zoekwoorden.toml"]
        .replace(b"groepen = [", b'groepen = [\n    ["noaber", "buurman"],', 1)
    )
    eigen = Bestanden({"lijsten/nabijheid.toml": nabij, "lijsten/zoekwoorden.toml": woorden}).over(geleverd())
    profiel = lees_bundel(pak_in(eigen, "oefenen"), "oefenen", 1)
    vul_kaart(plek, [maak(plek, "Hulp van een buurman", behoefte="buurman", kern="Proefdijk")])
    lopend = Zoekvraag("noaber", vanuit="Voorbeelderveen", manier="lopen")
    assert namen(zoek(kaart_van(plek), replace(lopend, getypt="buurman"))) == [], "too far on foot, as it ships"
    assert namen(zoek(kaart_van(plek), replace(lopend, manier=""))) == []
    assert namen(zoek(kaart_van(replace(plek, profiel=profiel)), lopend)) == ["Hulp van een buurman"]
