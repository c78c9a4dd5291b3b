"""Of whom words tell, where they name nobody: it sooner says one too many."""

import pytest

from kernnetwerk_app.domain.mantelzorgwoorden import band, van_wie, vraagt_van_hen
from kernnetwerk_app.profielen import load_profiel

NAASTEN = load_profiel("oefenen").doeners.naasten
KARIN, PIET, ELS = "Karin Voorbeeld", "Piet Proef", "Els Proef"
ZORGERS = {KARIN: band("Zoon/dochter"), PIET: band("Partner"), ELS: band("Familielid")}
ALLE = {KARIN, PIET, ELS}


def test_what_a_familielid_is_is_left_open() -> None:
    assert {KARIN: {"zoon", "dochter"}, PIET: {"partner"}, ELS: frozenset()} == ZORGERS


@pytest.mark.parametrize(
    ("woorden", "wie"),
    [
        ("Hulp bij de was. De persoonlijke verzorging wordt zwaarder.", set()),
        ("De buren koken soms.", set()),
        ("Karin kan twee dagen.", {KARIN}),
        ("Rust voor haar dochter.", {KARIN, ELS}),
        ("Rust voor haar partner en de dochters", ALLE),
        ("Haar schoondochter kan niet meer.", ALLE),
        ("Mijn man slaapt slecht.", ALLE),
        ("Zij kan niet meer.", ALLE),
        ("Piet kookt, zij kan niet meer.", ALLE),
        ("Mantel-zorg is zwaar.", ALLE),
        ("Piet kookt. De mantelzorger kan niet meer.", ALLE),
    ],
)
def test_words_tell_of_who_is_named_of_who_is_that_and_else_of_all(woorden: str, wie: set[str]) -> None:
    assert van_wie(woorden, ALLE, ZORGERS, NAASTEN, kop_van_hen=False) == wie


def test_of_neighbours_is_told_only_where_one_of_them_is_a_mantelzorger() -> None:
    buur = {**ZORGERS, PIET: band("Buur")}
    for woorden in ("De buren koken soms.", "De buurvrouw kookt."):
        assert PIET in van_wie(woorden, ALLE, buur, NAASTEN, kop_van_hen=False)


def test_under_a_heading_that_asks_of_them_words_without_any_of_these_tell_of_all() -> None:
    assert van_wie("Een avond vrij.", ALLE, ZORGERS, NAASTEN, kop_van_hen=True) == ALLE
    assert van_wie("Karin een avond vrij.", ALLE, ZORGERS, NAASTEN, kop_van_hen=True) == {KARIN}
    eigen = ("Wie er om u heen staan: familie en buren", "Uw netwerk in het dorp", "Mantelzorg en respijt")
    assert [vraagt_van_hen(kop, NAASTEN) for kop in (*eigen, "Vervoer in onze dorpen")] == [True, True, True, False]
