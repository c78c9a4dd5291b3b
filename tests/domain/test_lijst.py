"""Lists to choose from: the source's own words, open where the source is, and a municipality's own by files alone."""

from pathlib import Path

import pytest

from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.profielbestanden.bestanden import uit_map
from kernnetwerk_app.profielbestanden.lijsten import lees_lijsten
from kernnetwerk_app.profielen import ProfielOngeldig, load_profiel

L03 = (
    "Buren", "Familie", "Verenigingen", "Scholen", "Seniorenvoorlichters", "Wijkagent", "Energiewacht",
    "Woningcorporatie",
)  # fmt: skip
GELDIG = """
soort = "keuzelijst"
sleutel = "proef"
versie = 3
titel = "Proef"
[[keuze]]
sleutel = "een"
label = "De eerste"
"""


@pytest.fixture
def lijsten(tmp_path: Path) -> Path:
    """A folder of lists of its own, in a folder of a municipality."""
    (tmp_path / "lijsten").mkdir()
    return tmp_path / "lijsten"


def _signaleerders() -> Keuzelijst:
    return load_profiel("oefenen").lijst("signaleerders")


def test_the_eight_signaleerders_of_the_source_come_first_and_in_its_words() -> None:
    keuzes = _signaleerders().keuzes
    assert tuple(keuze.label for keuze in keuzes if keuze.bron == "L-03") == L03
    assert tuple(keuze.label for keuze in keuzes[:8]) == L03
    assert _signaleerders().open, "the source calls them examples"


def test_a_chosen_label_is_stored_by_its_key_and_own_words_as_they_are() -> None:
    lijst = _signaleerders()
    assert lijst.waarde("Wijkagent") == "wijkagent"
    assert lijst.waarde("  wijkAGENT ") == "wijkagent"
    assert lijst.waarde("De bakker") == "De bakker"
    assert lijst.label("wijkagent") == "Wijkagent"
    assert lijst.label("De bakker") == "De bakker"
    assert lijst.label(None) == ""
    assert lijst.find("De bakker") is None


def test_a_municipality_has_its_own_list_by_a_file_alone(lijsten: Path) -> None:
    (lijsten / "proef.toml").write_text(GELDIG, encoding="utf-8")
    eigen = GELDIG.replace('"proef"', '"proef-elders"').replace("De eerste", "Die van ons")
    (lijsten / "proef-elders.toml").write_text(eigen, encoding="utf-8")
    (lijsten / "anders.toml").write_text('soort = "iets anders"', encoding="utf-8")
    bestanden = uit_map(lijsten.parent)
    assert lees_lijsten(bestanden, {})["proef"].keuzes[0].label == "De eerste"
    gekozen = lees_lijsten(bestanden, {"proef": "proef-elders"})["proef"]
    assert (gekozen.keuzes[0].label, gekozen.versie, gekozen.open) == ("Die van ons", 3, False)


@pytest.mark.parametrize(
    ("oud", "nieuw", "plek", "reden"),
    [
        ("label", "labl", "lijsten/proef.toml: keuze.0.label", "missing"),
        ('"proef"', '"ander"', "lijsten/proef.toml: sleutel", "andere_naam"),
        ("versie = 3", 'versie = "drie"', "lijsten/proef.toml: versie", "int_type"),
        ("titel", "[titel", "lijsten/proef.toml, regel 5", "schrijfwijze"),
    ],
)
def test_a_list_with_a_fault_names_its_file_and_the_place(
    lijsten: Path, oud: str, nieuw: str, plek: str, reden: str
) -> None:
    (lijsten / "proef.toml").write_text(GELDIG.replace(oud, nieuw), encoding="utf-8")
    with pytest.raises(ProfielOngeldig) as geweigerd:
        lees_lijsten(uit_map(lijsten.parent), {})
    assert (geweigerd.value.plek, geweigerd.value.reden) == (plek, reden)


def test_a_list_that_names_one_thing_twice_is_refused(lijsten: Path) -> None:
    tweede = '[[keuze]]\nsleutel = "twee"\nlabel = "DE EERSTE"\n'
    (lijsten / "proef.toml").write_text(GELDIG + tweede, encoding="utf-8")
    with pytest.raises(ProfielOngeldig) as geweigerd:
        lees_lijsten(uit_map(lijsten.parent), {})
    assert (geweigerd.value.sleutel, geweigerd.value.reden) == ("keuze.label", "dubbel")
