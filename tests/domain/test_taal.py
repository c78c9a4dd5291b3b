"""Plain language: long sentences, words of the trade and labels are noticed, and nothing else is."""

import pytest

from kernnetwerk_app.domain.inwoner import Voornaamwoord
from kernnetwerk_app.domain.taal import (
    MAX_WOORDEN,
    Bevinding,
    Bevindingsoort,
    aantal_woorden,
    lees_na,
    lees_vorm,
    zinnen,
)
from kernnetwerk_app.profielen import load_profiel

PROFIEL = load_profiel("oefenen")
LANG = " ".join(["woord"] * (MAX_WOORDEN + 1)) + "."


def lees(tekst: str) -> tuple[Bevinding, ...]:
    return lees_na(tekst, PROFIEL.lijst("gewone_woorden"), PROFIEL.lijst("etiketten"))


def woorden(tekst: str) -> list[tuple[str, str]]:
    return [(b.woord, b.liever) for b in lees(tekst) if b.soort is not Bevindingsoort.LANGE_ZIN]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Ik wil naar buiten. Elke dag.", ["Ik wil naar buiten.", "Elke dag."]),
        ("Lukt het? Ja! Mooi", ["Lukt het?", "Ja!", "Mooi"]),
        ("eerst dit\ndan dat", ["eerst dit", "dan dat"]),
        ("Iets leuks, bijv. vissen. En dan weer.", ["Iets leuks, bijv. vissen.", "En dan weer."]),
        ("1. Bel Riet. 2. Ga mee.", ["1. Bel Riet.", "2. Ga mee."]),
        ("Wat eerst: 1. Bel Riet.", ["Wat eerst: 1. Bel Riet."]),
        ("Begin bij 1. De rest kan wachten.", ["Begin bij 1.", "De rest kan wachten."]),
        ("Dhr. A. Proef komt om 13.00 uur.", ["Dhr. A. Proef komt om 13.00 uur."]),
        ("Zij zei: “Ik ga.” Toen ging zij.", ["Zij zei: “Ik ga.”", "Toen ging zij."]),
        ("", []),
        (" ... ", []),
    ],
)
def test_sentences_end_where_a_reader_stops(tekst: str, verwacht: list[str]) -> None:
    assert zinnen(tekst) == verwacht


def test_no_word_of_a_text_gets_lost_between_its_sentences() -> None:
    tekst = "Dit is een. Twee (en drie). Vier? Vijf… zes; mw. B. de Proef, enz. Zeven\n\nacht."
    assert " ".join(zinnen(tekst)).split() == tekst.split()


def test_a_sentence_of_fifteen_words_is_fine_and_one_more_is_long() -> None:
    assert lees(LANG.removeprefix("woord ")) == ()
    assert lees(LANG) == (Bevinding(Bevindingsoort.LANGE_ZIN, aantal=16),)
    assert aantal_woorden("Anna - en wie dan ook ...") == 5


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Karin regelt de beschikking.", [("beschikking", "besluit")]),
        ("De Indicaties lopen af.", [("Indicaties", "besluit over hulp")]),
        ("Dit is een probleemgezin.", [("probleemgezin", "gezin, met wat er lastig is")]),
        ("De cliënten komen.", [("cliënten", "inwoner")]),
        ("zijn ADL", [("ADL", "wassen, aankleden en eten")]),
        ("Zorg ten behoeve van de zoon", [("ten behoeve van", "voor")]),
    ],
)
def test_a_word_of_the_trade_and_a_label_are_found_with_the_plain_word_beside_it(
    tekst: str, gevonden: list[tuple[str, str]]
) -> None:
    assert woorden(tekst) == gevonden


@pytest.mark.parametrize(
    "tekst",
    [
        "Via het klantcontactcentrum.",
        "De cliëntondersteuner komt mee.",
        "Ik wil hier blijven wonen.",
        "Riet gaat op dinsdag mee naar de eettafel.",
        "casusregisseur",
        "",
    ],
)
def test_plain_words_are_left_alone(tekst: str) -> None:
    assert lees(tekst) == ()


def test_what_labels_a_person_comes_first_and_each_word_once() -> None:
    soorten = [b.soort for b in lees(f"De indicatie van deze zorgmijder. De indicatie. {LANG}")]
    assert soorten == [Bevindingsoort.ETIKET, Bevindingsoort.VAKWOORD, Bevindingsoort.LANGE_ZIN]


def test_every_word_of_both_lists_is_found_and_has_something_plain_beside_it() -> None:
    for naam in ("gewone_woorden", "etiketten"):
        for keuze in PROFIEL.lijst(naam).keuzes:
            assert keuze.uitleg, keuze.label
            assert woorden(f"Dit is {keuze.label} hier.")[0][0].casefold() == keuze.label.casefold()
            assert lees(keuze.uitleg) == (), f"{keuze.uitleg} is no plainer than {keuze.label}"


def test_a_paste_of_a_whole_book_is_looked_at_only_in_its_beginning() -> None:
    assert lees("woord. " * 100_000 + "indicatie") == ()


def test_a_text_of_nothing_but_short_forms_is_one_sentence_and_takes_no_time_to_speak_of() -> None:
    assert len(zinnen("a. " * 50_000)) == 1


@pytest.mark.parametrize(
    ("tekst", "vorm"),
    [
        ("De hulp wordt door de gemeente geregeld.", "wordt geregeld"),
        ("Er werden afspraken gemaakt.", "werden gemaakt"),
        ("Het wordt laat.", ""),
        ("Het wordt warm, en ik heb dat gemerkt.", ""),
        ("Karin regelt de hulp.", ""),
        ("Het geld wordt minder.", ""),
        ("Anna wordt weer gezond.", ""),
        ("De tuin werd verkocht.", "werd verkocht"),
    ],
)
def test_a_sentence_in_which_nobody_does_it_is_noticed(tekst: str, vorm: str) -> None:
    assert [b.woord for b in lees(tekst) if b.soort is Bevindingsoort.LIJDEND] == ([vorm] if vorm else [])


def test_beside_a_word_of_thousands_of_letters_the_passive_is_still_found() -> None:
    """In one pass: tried at each of its letters such a word held the window for twelve seconds."""
    gelezen = lees("ge" * 8_000 + "x wordt door iemand geregeld.")
    assert [b.woord for b in gelezen if b.soort is Bevindingsoort.LIJDEND] == ["wordt geregeld"]


@pytest.mark.eis("TAAL-06")
@pytest.mark.parametrize(
    ("tekst", "stem", "wie", "verwacht"),
    [
        ("Je kunt altijd bellen.", False, None, [(Bevindingsoort.JE, "Je", "")]),
        ("U kunt altijd bellen.", False, None, []),
        ("Hij gaat met de bus.", False, Voornaamwoord.ZIJ, [(Bevindingsoort.VOORNAAMWOORD, "Hij", "zij")]),
        ("Karin haalt haar op.", False, Voornaamwoord.ANDERS, [(Bevindingsoort.VOORNAAMWOORD, "haar", "de naam")]),
        ("Zij gaat met de bus.", False, Voornaamwoord.ZIJ, []),
        ("Hij gaat met de bus.", False, None, []),
        ("Mevrouw wil vaker naar buiten.", True, None, [(Bevindingsoort.IK_VORM, "", "")]),
        ("Ik wil vaker naar buiten. Mevrouw Jansen gaat mee.", True, None, []),
        ("Weer fietsen.", True, None, []),
        ("Dat jij ook komt.", True, None, []),
    ],
)
def test_a_resident_is_spoken_to_and_about_as_they_want_and_speaks_for_themself(
    tekst: str, stem: bool, wie: Voornaamwoord | None, verwacht: list[tuple[Bevindingsoort, str, str]]
) -> None:
    assert [(b.soort, b.woord, b.liever) for b in lees_vorm(tekst, stem=stem, voornaamwoord=wie)] == verwacht
