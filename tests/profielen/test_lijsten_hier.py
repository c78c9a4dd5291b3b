"""Lists that follow from how a municipality works: its ways in, its givers of light help, its experts."""

import re

import pytest

from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.profielbestanden.bestanden import geleverd
from kernnetwerk_app.profielen import load_profiel

BMWE, DALFSEN, KRIMPEN = (load_profiel(naam) for naam in ("bmwe", "dalfsen", "krimpenerwaard"))


@pytest.mark.eis("TRI-21")
def test_the_ways_in_are_our_own_places_and_desks() -> None:
    assert [keuze.label for keuze in DALFSEN.ingangenlijst.keuzes][-5:-2] == [
        "Infopunt", "Samen Doen-loket", "Servicepunten",
    ]  # fmt: skip
    for elders in (BMWE, KRIMPEN):
        namen = [keuze.label for keuze in elders.ingangenlijst.keuzes]
        plekken = [punt.plek for kern in elders.kernen for punt in kern.toegang]
        assert plekken
        assert set(plekken) <= set(namen)
        assert not {"Infopunt", "Samen Doen-loket"} & set(namen)


@pytest.mark.eis("EVV-13")
@pytest.mark.parametrize(
    ("profiel", "gevers"),
    [(BMWE, ["Kernnetwerk"]), (DALFSEN, ["Infopunt"]), (KRIMPEN, ["Sociale basis", "Triageteam", "Maatwerkteam"])],
    ids=["bmwe", "dalfsen", "krimpenerwaard"],
)
def test_light_help_is_given_by_who_gives_it_here(profiel: Gemeenteprofiel, gevers: list[str]) -> None:
    assert [keuze.label for keuze in profiel.hulpgeverslijst.keuzes] == [*gevers, "JGZ", "Maatschappelijk werk"]


def test_experts_are_those_of_the_municipality() -> None:
    assert [keuze.label for keuze in BMWE.deskundigenlijst.keuzes] == ["Huisarts", "Psycholoog"]
    assert "Gedragsdeskundige" in [keuze.label for keuze in DALFSEN.deskundigenlijst.keuzes]
    assert (KRIMPEN.deskundigenlijst.keuzes, KRIMPEN.deskundigenlijst.open) == ((), True)


@pytest.mark.parametrize("lijst", ["evv_uitkomsten", "dichtbij", "kortdurend_door", "meldplekken", "ingangen"])
def test_a_row_of_our_own_catalogue_is_no_source(lijst: str) -> None:
    """What names a source is left as it stands: only a paper of a municipality is one."""
    bron = re.findall(r'^bron = "(.*)"', geleverd().inhoud[f"lijsten/{lijst}.toml"].decode(), re.MULTILINE)
    assert [een for een in bron if not een.startswith("L-")] == []


def test_a_source_is_a_paper_of_a_municipality_and_never_our_own_list_of_wishes() -> None:
    bestanden = {naam: b.decode() for naam, b in geleverd().inhoud.items() if naam.startswith("lijsten/")}
    eigen = re.compile(r'^bron = ".*\b(?:ACC|AGE|BES|EVV|PLAN|RES|SIG|SOC|TEAM|TRI|VEI)-\d', re.MULTILINE)
    assert [naam for naam, inhoud in bestanden.items() if eigen.search(inhoud)] == []
