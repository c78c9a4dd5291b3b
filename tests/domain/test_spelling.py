"""Which words are looked up, and where they stand."""

import pytest

from kernnetwerk_app.domain.spelling import (
    Bekend,
    Plaats,
    is_andere_taal,
    kleine_woorden,
    lees_woorden,
    volgende_plaats,
    woord_op,
)

NIETS = Bekend()


def gelezen(tekst: str, bekend: Bekend = NIETS) -> list[str]:
    return [woord.tekst for woord in lees_woorden(tekst, bekend)]


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Zij zag de fuot.", ["Zij", "zag", "de", "fuot"]),
        ("Foto’s en zo'n 's-Gravenhage", ["Foto's", "en", "zo'n", "'s-Gravenhage"]),
        ("‘fuot’ en “fietz”", ["fuot", "en", "fietz"]),
        ("hij/zij, d.w.z. samen", ["hij", "zij", "samen"]),
        ("mail anna@voorbeeld.nl of www.voorbeeld.nl, https://voorbeeld.nl/fuot", ["mail", "of"]),
        ("de 12e, A4, 3x en 2026", ["de", "en"]),
        ("GGZ en a b", ["en"]),
        ("مرحبا Привет is groet", ["is", "groet"]),
        ("cafe\u0301 en mis\u00adverstand", ["café", "en", "misverstand"]),
        ("x" * 61, []),
        ("", []),
    ],
)
def test_only_what_looks_like_a_dutch_word_is_looked_up(tekst: str, woorden: list[str]) -> None:
    assert gelezen(tekst) == woorden


def test_a_word_stands_where_qt_counts_it_also_behind_an_emoji_and_once_for_all_its_places() -> None:
    (woord,) = lees_woorden("🙂 fuot 👨‍👩‍👧 fuot", NIETS)
    tekst = "🙂 fuot 👨‍👩‍👧 fuot".encode("utf-16-le")
    assert [tekst[2 * p.begin : 2 * p.einde].decode("utf-16-le") for p in woord.plaatsen] == ["fuot", "fuot"]


def test_names_count_with_a_capital_and_in_the_genitive_and_own_words_in_any_way() -> None:
    bekend = Bekend(woorden=frozenset({"kulturhus"}), namen=kleine_woorden(["Anna-Bé van Qvist", "Ali"]))
    assert gelezen("Qvist Qvists Ali’s Anna-Bé QVIST Kulturhus kulturhus", bekend) == []
    assert gelezen("qvist Qvistje", bekend) == ["qvist", "Qvistje"]


def test_a_word_with_a_hyphen_is_right_when_its_parts_are_and_a_short_form_with_its_point() -> None:
    samen, kort, een = lees_woorden("Wlz-voorziening bijv. Eén", NIETS)
    assert samen.is_goed({"Wlz", "voorziening"}.__contains__)
    assert not samen.is_goed({"Wlz"}.__contains__)
    assert kort.is_goed({"bijv."}.__contains__)
    assert een.is_goed({"één"}.__contains__)
    (deel,) = lees_woorden("Qvist-huis", Bekend(namen=frozenset({"qvist"})))
    assert deel.delen == ("huis",)


def test_a_text_in_another_language_is_left_alone_and_a_few_mistakes_are_not_another_language() -> None:
    assert is_andere_taal(40, 25)
    assert not is_andere_taal(40, 15)
    assert not is_andere_taal(5, 5)


def test_the_next_word_is_that_at_the_cursor_then_those_behind_it_then_the_first_again() -> None:
    plaatsen = [(Plaats(3, 7), "fuot"), (Plaats(10, 15), "fietz")]
    assert volgende_plaats(plaatsen, 7, na_keuze=False) == plaatsen[0]
    assert volgende_plaats(plaatsen, 7, na_keuze=True) == plaatsen[1]
    assert volgende_plaats(plaatsen, 16, na_keuze=False) == plaatsen[0]
    assert volgende_plaats([], 0, na_keuze=False) is None


def test_the_word_under_the_cursor_is_found_at_each_of_its_letters() -> None:
    assert [woord_op("🙂 foto’s, ja", plek) for plek in (3, 5, 9, 12)] == ["foto's", "foto's", "foto's", "ja"]
    assert woord_op("...", 1) == ""
