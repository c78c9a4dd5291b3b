"""How far it is: a great circle and a detour, speeds that are data, and nothing guessed where no place is known."""

from uuid import UUID

import pytest

from kernnetwerk_app.domain.afstand import punt_van
from kernnetwerk_app.domain.nabijheid import Manier, Nabijheid, Punt, hemelsbreed
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.profielen import load_profiel

GRONINGEN, ZWOLLE = Punt(53.2194, 6.5665), Punt(52.5168, 6.0830)
LOPEN, FIETS = (
    Manier("lopen", "Lopen", "{minuten} minuten lopen", 5.0, 20),
    Manier("f", "F", "{minuten} fiets", 15.0, 20),
)


def test_the_great_circle_is_that_of_an_atlas() -> None:
    assert hemelsbreed(GRONINGEN, ZWOLLE) == pytest.approx(84.6, abs=0.5)
    assert hemelsbreed(GRONINGEN, GRONINGEN) == 0


def test_a_road_is_longer_than_a_line_and_a_place_that_nobody_knows_is_not_near() -> None:
    nabij = Nabijheid(1.5, 12, (LOPEN, FIETS))
    hier, daar = Punt(52.0, 6.0), Punt(52.01, 6.0)
    ver = nabij.afstand(hier, daar)
    assert ver == pytest.approx(1.5 * 1.112, abs=0.01)
    assert nabij.afstand(None, daar) is None
    assert not LOPEN.haalt(None)
    assert LOPEN.haalt(1.6)
    assert not LOPEN.haalt(1.7)
    assert nabij.in_woorden(1.6) == "20 minuten lopen"
    assert nabij.in_woorden(3.0) == "12 fiets"
    assert nabij.in_woorden(30.0) == "30 km"
    assert nabij.in_woorden(0.0) == "1 minuten lopen"


def test_the_numbers_are_in_a_file_and_say_that_they_are_our_own() -> None:
    nabij = load_profiel("oefenen").nabijheid
    assert {manier.sleutel for manier in nabij.manieren} == {"lopen", "fiets", "scootmobiel"}
    assert nabij.omweg > 1


def test_an_entry_lies_where_it_lies_else_in_its_kern() -> None:
    kernen = load_profiel("oefenen").kernen
    eigen = Voorziening(id=UUID(int=1), naam="X", kern="Proefdijk", breedte=5_250_000, lengte=620_000)
    assert punt_van(eigen, kernen) == Punt(52.5, 6.2)
    assert punt_van(Voorziening(id=UUID(int=1), naam="X", kern="Proefdijk"), kernen) == Punt(52.545, 6.34)
    assert punt_van(Voorziening(id=UUID(int=1), naam="X", kern="Elders"), kernen) is None
