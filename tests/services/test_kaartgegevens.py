"""The files of the sociale kaart: keys that exist, words that are known, a fault that names its file."""

import tomllib
from pathlib import Path

import pytest

from kernnetwerk_app import kaartgegevens
from kernnetwerk_app.domain.kernpagina import Kernpagina
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.kaartgegevens import load_artikelen
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielen import ProfielOngeldig, load_profiel

PROFIEL = load_profiel("oefenen")
GEBIEDEN = {gebied.sleutel for gebied in PROFIEL.leefgebieden.leefgebieden}
OEFEN = tomllib.loads(resource("oefenen", "socialekaart.toml").read_text(encoding="utf-8"))


@pytest.fixture
def ander(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Resources of a test, read afresh."""
    monkeypatch.setattr(kaartgegevens, "resource", lambda *delen: tmp_path.joinpath(*delen))
    monkeypatch.setattr(kaartgegevens, "load_artikelen", load_artikelen.__wrapped__)
    (tmp_path / "vraagbaak").mkdir()
    return tmp_path


def test_every_article_names_life_domains_that_exist_and_is_short_enough_to_read() -> None:
    for artikel in load_artikelen():
        assert set(artikel.leefgebieden) <= GEBIEDEN, artikel.sleutel
        zinnen = artikel.tekst.replace("?", ".").split(".")
        assert max(len(zin.split()) for zin in zinnen) <= 20, artikel.sleutel
        assert len(artikel.tekst.split()) <= 120


def test_every_practice_entry_is_of_a_known_kern_and_says_all_that_is_asked() -> None:
    assert len(OEFEN["voorziening"]) >= 25
    kernen = {kern.naam for kern in PROFIEL.kernen}
    velden = set(Voorziening.model_fields)
    for rij in OEFEN["voorziening"]:
        assert set(rij) - {"sleutel"} <= velden, rij["sleutel"]
        assert rij.get("kern") is None or rij["kern"] in kernen
        assert set(rij["leefgebieden"].split(",")) <= GEBIEDEN
        assert PROFIEL.lijst("rubrieken").find(rij["rubriek"])
        for veld, lijst in (
            ("laag", "sociale_basis"),
            ("piramide", "preventiepiramide"),
            ("toegang", "toegankelijkheid"),
        ):
            assert PROFIEL.lijst(lijst).find(rij[veld]), rij["sleutel"]
        assert rij.get("telefoon", "0000").startswith("0000"), "a number that nobody has"
    assert {rij.get("kern") for rij in OEFEN["voorziening"]} >= kernen
    assert all(set(rij) <= set(Kernpagina.model_fields) for rij in OEFEN["kernpagina"])


def test_no_word_of_a_need_is_skipped_and_no_group_is_of_one_word() -> None:
    woorden = PROFIEL.zoekwoorden
    for groep in woorden.groepen:
        assert len(set(groep)) == len(groep) > 1
        assert not set(groep) & woorden.overslaan


def test_a_wrong_article_is_named_with_its_file(ander: Path) -> None:
    (ander / "vraagbaak" / "pgb.toml").write_text('titel = "Pgb"\ndatum = 2026-02-30', encoding="utf-8")
    with pytest.raises(ProfielOngeldig) as fout:
        kaartgegevens.load_artikelen()
    assert fout.value.plek.startswith("vraagbaak/pgb.toml")


def test_a_municipality_adds_an_article_by_a_file_alone(ander: Path) -> None:
    (ander / "vraagbaak" / "eigen.toml").write_text(
        'titel = "Stadspas"\nkort = "K"\ntekst = "T"\nbehoefte = "pas"\nbron = "B"\ndatum = 2027-01-01\n',
        encoding="utf-8",
    )
    assert [artikel.titel for artikel in kaartgegevens.load_artikelen()] == ["Stadspas"]
