"""How far it is from one village to another."""

from dataclasses import replace

import pytest

from kernnetwerk_app.domain.afstand import afstand_km, vind_kern
from kernnetwerk_app.domain.profiel import Kern
from kernnetwerk_app.profielen import load_profiel

ASSEN = Kern("Assen", (), 52.993, 6.562)
ZWOLLE = Kern("Zwolle", (), 52.516, 6.083)


def test_the_road_is_a_third_longer_than_the_straight_line() -> None:
    """Sixty-two kilometres as the crow flies."""
    assert afstand_km(ASSEN, ZWOLLE) == pytest.approx(81, abs=1)
    assert afstand_km(ASSEN, ZWOLLE) == afstand_km(ZWOLLE, ASSEN)
    assert afstand_km(ASSEN, ASSEN) == 0


def test_of_a_village_that_is_on_no_map_nobody_says_how_far_it_is() -> None:
    assert afstand_km(ASSEN, replace(ZWOLLE, lengte=None)) is None
    assert afstand_km(replace(ASSEN, breedte=None), ZWOLLE) is None


def test_a_village_is_found_by_its_name_and_by_what_stands_there() -> None:
    profiel = load_profiel("oefenen")
    assert vind_kern(profiel, "Dorpshuis De Proef") is vind_kern(profiel, "Proefdijk") is profiel.kernen[1]
    assert vind_kern(profiel, "Elders") is vind_kern(profiel, None) is None
