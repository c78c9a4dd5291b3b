"""Choosing a passphrase: the list is long and clean, the proposal is random, one's own choice must not be obvious."""

import math
import random
import re

import pytest

from kernnetwerk_app import teksten
from kernnetwerk_app.paths import resource
from kernnetwerk_app.store.passphrase import (
    TE_KORT,
    TE_LANG,
    VOORSPELBAAR,
    WORDS,
    check_passphrase,
    propose_passphrase,
    read_words,
)

WOORDEN = read_words(resource("lijsten", "wachtzin-woorden.txt"))
BEKEND = read_words(resource("lijsten", "wachtzin-bekend.txt"))


def test_five_words_of_the_list_are_64_bits() -> None:
    assert len(WOORDEN) == len(set(WOORDEN)) == 7776
    assert WORDS * math.log2(len(WOORDEN)) > 64


def test_words_are_short_and_can_be_typed_anywhere() -> None:
    assert [woord for woord in WOORDEN if not re.fullmatch(r"[a-z]{3,9}", woord)] == []


def test_no_word_is_one_that_counts_for_nothing() -> None:
    assert set(WOORDEN) & set(BEKEND) == set()


def test_the_word_list_carries_its_licence() -> None:
    remarks = resource("lijsten", "wachtzin-woorden.txt").read_text(encoding="ascii").split("\n")
    licence = "\n".join(line for line in remarks if line.startswith("#"))
    assert "OpenTaal" in licence
    assert "Redistribution and use in source and binary forms" in licence


def test_a_proposal_is_five_words_of_the_list_and_passes_the_check() -> None:
    rng = random.Random(3)
    for _ in range(500):
        zin = propose_passphrase(WOORDEN, rng)
        assert len(zin.split(" ")) == WORDS
        assert set(zin.split(" ")) <= set(WOORDEN)
        assert check_passphrase(zin, BEKEND, ["Voorbeeldland", "Sanne de Wit"]) == ()


def test_two_proposals_differ() -> None:
    assert propose_passphrase(WOORDEN) != propose_passphrase(WOORDEN)


@pytest.mark.parametrize(
    "zin",
    [
        "paard batterij nietje",
        "Ik fiets elke dag langs de molen",
        "👩‍👩‍👧‍👦🇳🇱🚲🌷🧀🌧️⛵🐄🎈🧡",
        "83920174665519283746",
        "  Jp4#kk 9!x_Lw2m ",
    ],
)
def test_a_long_choice_of_any_kind_will_do(zin: str) -> None:
    assert check_passphrase(zin, BEKEND) == ()


@pytest.mark.parametrize(
    "zin",
    [
        "Zomer2026Zomer2026!",
        "welkom01welkom02",
        "aaaaaaaaaaaaaaaaaaaa",
        "abababababababababab",
        "123456789012345",
        "qwertyuiopasdfghjkl",
        "WACHTWOORD wachtwoord 1",
        "               ",
        "Gemeente Voorbeeldland 2026",
        "voorbeeldland-sanne-1984",
        "lente zomer herfst winter",
        "\u200b" * 20,
    ],
)
def test_the_obvious_is_refused(zin: str) -> None:
    assert VOORSPELBAAR in check_passphrase(zin, BEKEND, ["Voorbeeldland", "Sanne de Wit"])


def test_length_is_counted_as_people_see_it() -> None:
    assert check_passphrase("kort maar fijn", BEKEND) == (TE_KORT,)
    assert TE_KORT in check_passphrase("e\u0301" * 14, BEKEND)
    assert check_passphrase("x y" * 100, BEKEND) == (TE_LANG,)
    assert check_passphrase("x" * 10_000_000, BEKEND) == (TE_LANG,)


def test_every_answer_has_a_sentence() -> None:
    zinnen = teksten.load("kluis")
    assert {TE_KORT, TE_LANG, VOORSPELBAAR} <= zinnen.sleutels()
