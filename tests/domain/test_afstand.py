"""How far it is from one village to another."""

from dataclasses import replace

import pytest

from kernnetwerk_app.domain.afstand import punt_van_kern, vind_kern
from kernnetwerk_app.domain.profiel import Kern
from kernnetwerk_app.profielen import load_profiel

ASSEN = Kern("Assen", (), 52.993, 6.562)
ZWOLLE = Kern("Zwolle", (), 52.516, 6.083)


def test_the_road_is_longer_than_the_straight_line_by_what_the_municipality_says() -> None:
    """Sixty-two kilometres as the crow flies."""
    nabij = replace(load_profiel("oefenen").nabijheid, omweg=1.3)
    heen, terug = punt_van_kern(ASSEN), punt_van_kern(ZWOLLE)
    assert nabij.afstand(heen, terug) == pytest.approx(81, abs=1)
    assert replace(nabij, omweg=1.0).afstand(terug, heen) == pytest.approx(62, abs=1)


def test_of_a_village_that_is_on_no_map_nobody_says_how_far_it_is() -> None:
    assert punt_van_kern(replace(ZWOLLE, lengte=None)) is punt_van_kern(replace(ASSEN, breedte=None)) is None


def test_a_village_is_found_by_its_name_and_by_what_stands_there() -> None:
    profiel = load_profiel("oefenen")
    assert vind_kern(profiel, "Dorpshuis De Proef") is vind_kern(profiel, "Proefdijk") is profiel.kernen[1]
    assert vind_kern(profiel, "Elders") is vind_kern(profiel, None) is None
