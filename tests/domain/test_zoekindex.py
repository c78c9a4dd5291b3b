"""Finding by need: words as people say them, beginnings, words that mean the same, and never a target group."""

import pytest

from kernnetwerk_app.domain.zoekindex import Zoekindex, Zoekwoorden, woorden

WOORDEN = Zoekwoorden(
    frozenset({"ik", "ben", "zo", "de"}), (("eenzaam", "alleen", "gezelschap"), ("eten", "koken", "maaltijd"))
)
TEKSTEN = [
    {"Eettafel": 4, "samen eten in gezelschap": 1},
    {"Buurtbus": 4, "brengt u naar de dokter": 1},
    {"Café Één": 4, "koffie": 1},
    {"Regiotaxi": 4},
]


@pytest.fixture(scope="module")
def index() -> Zoekindex:
    return Zoekindex(TEKSTEN, WOORDEN)


def gevonden(index: Zoekindex, getypt: str) -> set[int] | None:
    uit = index.zoek(getypt)
    return None if uit is None else set(uit)


@pytest.mark.parametrize(
    ("getypt", "wat"),
    [
        ("buurt", {1}),
        ("EENZAAM", {0}),
        ("eenz", {0}),
        ("koken", {0}),
        ("cafe", {2}),
        ("taxi", set()),  # too short to look for within a word
        ("otaxi", {3}),
        ("ik ben zo alleen", {0}),
        ("dokter koffie", {1, 2}),
        ("nergens", set()),
    ],
)
def test_a_word_or_its_beginning_or_its_like_finds(index: Zoekindex, getypt: str, wat: set[int]) -> None:
    assert gevonden(index, getypt) == wat


@pytest.mark.parametrize("getypt", ["", "   ", "x", "de", "ik ben", "?!", "\x00", "😀"])
def test_without_a_word_of_a_need_nothing_is_asked(index: Zoekindex, getypt: str) -> None:
    assert gevonden(index, getypt) is None


def test_more_of_the_words_says_more_and_a_name_says_more_than_a_text(index: Zoekindex) -> None:
    uit = index.zoek("eettafel gezelschap")
    assert uit is not None
    assert uit[0][0] == 2
    naam, tekst = index.zoek("buurtbus"), index.zoek("dokter")
    assert naam is not None
    assert tekst is not None
    assert naam[1] > tekst[1]
    zelf, ander = index.zoek("gezelschap"), index.zoek("eenzaam")
    assert zelf is not None
    assert ander is not None
    assert zelf[0] > ander[0]


def test_any_text_is_a_fair_question(index: Zoekindex) -> None:
    for getypt in ("x" * 100_000, "AND OR *", '"(', "a'b", "\ud800"):
        index.zoek(getypt)
    assert woorden("Crème brûlée, c++") == ["creme", "brulee", "c"]
