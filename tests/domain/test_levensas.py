"""Six sides of life as data: our own names and places, and every life domain in sight."""

import pytest

from kernnetwerk_app.domain.levensas import As, Assenlijst
from kernnetwerk_app.profielen import load_profiel

PROFIEL = load_profiel("oefenen")
ALLE = pytest.mark.parametrize("sleutel", ["oefenen", "bmwe", "dalfsen", "krimpenerwaard"])
VAN_EEN_ANDER = {
    "lichaamsfuncties",
    "mentaal welbevinden",
    "zingeving",
    "kwaliteit van leven",
    "meedoen",
    "dagelijks functioneren",
    "dagelijks leven",
}
"""The six names of the owner of the instrument: shown nowhere without permission (law.md 2.2)."""
VAN_DE_ZRM = ("zelfredzaam", "acute problematiek")


@ALLE
def test_the_six_names_and_their_places_are_our_own(sleutel: str) -> None:
    lijst = load_profiel(sleutel).assen
    assert len(lijst.assen) == 6
    assert not {een.naam.casefold() for een in lijst.assen} & VAN_EEN_ANDER
    for stand in lijst.standen:
        assert not any(woord in stand.label for woord in VAN_DE_ZRM), stand.label


def test_no_life_domain_gets_out_of_sight_when_one_looks_by_the_six_sides() -> None:
    gebieden = [leefgebied.sleutel for leefgebied in PROFIEL.leefgebieden.leefgebieden]
    assert PROFIEL.assen.elders(gebieden) == ()
    assert PROFIEL.assen.elders([*gebieden, "een_van_onszelf"]) == ("een_van_onszelf",)
    assert {gebied for een in PROFIEL.assen.assen for gebied in een.gebieden} <= set(gebieden)


def test_the_places_go_from_the_middle_outwards() -> None:
    lijst = PROFIEL.assen
    assert [lijst.plaats(stand.sleutel) for stand in lijst.standen] == [1, 2, 3, 4, 5]
    assert lijst.stand("goed").label == "het gaat goed"
    for vraag in (lijst.plaats, lijst.stand, lijst.vind):
        with pytest.raises(KeyError):
            vraag("ergens")


def test_nothing_adds_the_six_up_or_averages_them() -> None:
    """What there is to ask of the list and of one side: a side, a place, and how far out one place is."""
    openbaar = {naam for naam in dir(Assenlijst) if not naam.startswith("_")}
    assert openbaar == {"assen", "elders", "plaats", "sleutel", "stand", "standen", "versie", "vind"}
    assert {naam for naam in dir(As) if not naam.startswith("_")} == {"gebieden", "naam", "sleutel", "vraag"}
