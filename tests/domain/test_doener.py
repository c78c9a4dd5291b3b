"""Who does a line is guessed from its sentence; a name is printed and signed, so in doubt there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.doener import Bekende, begint_met, namen_in, past_bij, raad_wie
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.profielen import load_doeners

WOORDEN = load_doeners("doeners")
BEKENDEN = tuple(
    Bekende(vorm, wie)
    for naam, wie in (
        ("Anna Voorbeeld-Jansen", Wie.INWONER),
        ("Sanne Testman", Wie.PROFESSIONAL),
        ("Karin Proef", Wie.NETWERK),
        ("Mijn zus Riet", Wie.NETWERK),
        ("Els van den Berg", Wie.VRIJWILLIGER),
    )
    for vorm in namen_in(naam)
)


@pytest.mark.parametrize(
    ("zin", "wie", "naam"),
    [
        ("Ik loop elke dag een rondje", Wie.INWONER, None),
        ("wij koken samen", Wie.INWONER, None),
        ("Samen met Riet", Wie.INWONER, None),
        ("Anna belt de huisarts", Wie.INWONER, None),
        ("Sanne belt de huisarts", Wie.PROFESSIONAL, "Sanne"),
        ("Sanne Testman belt", Wie.PROFESSIONAL, "Sanne Testman"),
        ("Mijn zus belt op zondag", Wie.NETWERK, "Mijn zus"),
        ("onze zoon doet de tuin", Wie.NETWERK, "Onze zoon"),
        ("Mijn zus Ans gaat mee.", Wie.NETWERK, "Mijn zus Ans"),
        ("Mijn zus, Ans, gaat mee.", Wie.NETWERK, "Mijn zus Ans"),
        ("Mijn schoonmoeder past op", Wie.NETWERK, "Mijn schoonmoeder"),
        ("Mijn kleinkinderen helpen in de tuin", Wie.NETWERK, None),
        ("Mijn vrienden halen mij op", Wie.NETWERK, None),
        ("Onze mem kookt op zondag", Wie.NETWERK, "Onze mem"),
        ("Maatschappelijk werk belt", Wie.PROFESSIONAL, None),
        ("De juf belt elke vrijdag", Wie.PROFESSIONAL, "De juf"),
        ("Het zwembad geeft les", Wie.ALGEMENE_VOORZIENING, "Het zwembad"),
        ("Mijn oudste dochter rijdt", Wie.NETWERK, "Mijn oudste dochter"),
        ("buurvrouw Ans komt koffie drinken", Wie.NETWERK, "Buurvrouw Ans"),
        ("Mijn buurman Jan van den Berg komt", Wie.NETWERK, "Mijn buurman Jan van den Berg"),
        ("De buurvrouw past op", Wie.NETWERK, "De buurvrouw"),
        ("Buurman komt langs", Wie.NETWERK, "Buurman"),
        ("Karin brengt mij naar het koor", Wie.NETWERK, "Karin"),
        ("karin brengt mij", Wie.NETWERK, "Karin"),
        ("Riet kan op dinsdag mee", Wie.NETWERK, "Riet"),
        ("Els van den Berg komt langs", Wie.VRIJWILLIGER, "Els van den Berg"),
        ("Mijn maatje Jan wandelt mee", Wie.VRIJWILLIGER, "Mijn maatje Jan"),
        ("Een vrijwilliger komt", Wie.VRIJWILLIGER, None),
        ("De buurtbus rijdt op dinsdag", Wie.ALGEMENE_VOORZIENING, "De buurtbus"),
        ("De oogvereniging leert mij lopen", Wie.ALGEMENE_VOORZIENING, "De oogvereniging"),
        ("De eettafel in het dorp kookt op donderdag", Wie.ALGEMENE_VOORZIENING, "De eettafel"),
        ("De bibliotheek in het dorp wil ik proberen", Wie.ALGEMENE_VOORZIENING, None),
        ("De huisarts belt mij", Wie.PROFESSIONAL, "De huisarts"),
        ("schoonmaak twee uur per week", Wie.PROFESSIONAL, None),
    ],
)
def test_who_is_guessed_from_a_lead_that_is_known(zin: str, wie: Wie, naam: str | None) -> None:
    assert raad_wie(zin, WOORDEN, BEKENDEN) == (wie, naam)


@pytest.mark.parametrize(
    "zin",
    [
        *(
            "Rust is belangrijk",
            "Sport helpt mij",
            "Januari past goed",
            "Rollator staat klaar",
            "Medicatie komt van Ans",
        ),
        *("Advocaat belt", "Notaris komt", "Coach helpt", "Wijkagent belt", "Icare komt elke dag", "Humanitas helpt"),
        *(
            "Dominee Kok komt langs",
            "Zuster Ans komt",
            "De brief gaat weg",
            "De rekening ligt klaar",
            "De hond gaat uit",
        ),
        *("Anna's dochter belt", "Annie belt", "Anna Kok belt", "Sanne's collega belt", "Riets huis staat leeg"),
        *("Boodschappen doet Karin", "Karin", "Karin?", "Karin bellen", "Karin wordt gebeld", "De buurtbus bellen"),
        *("De huisarts elke week bellen", "Elke dinsdag rijdt de bus", "Het is fijn als er iemand komt", "Jan komt"),
        *("De man van de thuiszorg komt", "Mijn huis wordt schoon", "Mijn rust telt", "Mevrouw belt zelf"),
        *("mijn", "de", "een", "mijn oudste", "", "..."),
    ],
)
def test_what_is_not_known_and_not_plainly_said_gets_no_name(zin: str) -> None:
    """And nobody is taken for the resident, of whom no name is asked."""
    wie, naam = raad_wie(zin, WOORDEN, BEKENDEN)
    assert naam is None
    assert wie is not Wie.INWONER


@pytest.mark.parametrize(
    "zin",
    [
        "Mijn man en zoon doen de tuin",
        "Opa en oma passen op",
        "Mijn zus Riet's man rijdt",
        "Mijn zus haar man rijdt",
        "Mijn zus, Ans, Riet en Jan komen",
        "Mijn zus elke week bellen",
        "Mijn zus wordt gebeld",
        "Mijn zus met haar auto",
        "Mijn zus moet gebeld worden",
        "Mijn zoon eerst vragen wat hij vindt",
        "Mijn man direct bellen",
        "Mijn zus best lief vinden",
        "Mijn dochter belt ze elke week",
        "M’n zus bellen",
    ],
)
def test_of_more_people_or_another_deed_the_kind_is_said_and_no_one_of_them(zin: str) -> None:
    assert raad_wie(zin, WOORDEN, BEKENDEN) == (Wie.NETWERK, None)


def test_name_of_two_that_are_of_different_kinds_is_not_chosen_between() -> None:
    twee = (*BEKENDEN, Bekende("Anna", Wie.NETWERK), Bekende("Karin", Wie.VRIJWILLIGER))
    for zin in ("Anna belt", "Karin belt"):
        assert raad_wie(zin, WOORDEN, twee) == (Wie.NETWERK, None)
    assert raad_wie("Karin Proef belt", WOORDEN, twee) == (Wie.NETWERK, "Karin Proef")


def test_somebody_unknown_who_is_called_by_name_is_no_professional_until_a_person_says_so() -> None:
    """The name is asked: it may be of anybody. What is not said of a person by name is what it was."""
    for zin in ("Marloes gaat mee naar het koor", "Marloes Proef brengt mij", "Jan-Willem maait"):
        assert raad_wie(zin, WOORDEN, BEKENDEN) == (Wie.NETWERK, None), zin
    for zin in (
        "Thuishulp rijdt mee",
        "Wijkagent belt",
        "schoonmaak twee uur per week",
        "De tuinman komt",
        "Het helpt",
    ):
        assert raad_wie(zin, WOORDEN, BEKENDEN)[0] is Wie.PROFESSIONAL, zin


@pytest.mark.parametrize(
    "zin",
    [
        *("Elke dag doe ik iets", "Op maandag bellen wij", "Mijn man en ik koken", "Rust heb ik"),
        *("De huisarts kan ik zelf bellen", "De huisarts zal ik bellen", "Mijn dochter wil ik vaker zien"),
        *("Riet laat ik met rust", "De buurtbus mag ik zelf bellen", "Riet kan ik zelf bellen"),
    ],
)
def test_a_sentence_of_the_resident_may_start_with_another_word(zin: str) -> None:
    assert raad_wie(zin, WOORDEN, BEKENDEN) == (Wie.INWONER, None)
    assert raad_wie("Iemand komt als ik bel", WOORDEN, BEKENDEN) == (Wie.PROFESSIONAL, None)


@given(st.text())
def test_guess_answers_any_sentence_with_somebody_who_is_in_it(zin: str) -> None:
    wie, naam = raad_wie(zin, WOORDEN, BEKENDEN)
    assert wie in Wie
    assert naam is None or naam.split()[-1].lower() in zin.lower()


@pytest.mark.parametrize(
    ("geraden", "naam", "wie", "blijft"),
    [
        (Wie.NETWERK, "Karin", Wie.VRIJWILLIGER, "Karin"),
        (Wie.NETWERK, "Karin", Wie.PROFESSIONAL, "Karin"),
        (Wie.NETWERK, "Karin", Wie.INWONER, None),
        (Wie.NETWERK, "Karin", Wie.ALGEMENE_VOORZIENING, None),
        (Wie.ALGEMENE_VOORZIENING, "De buurtbus", Wie.ALGEMENE_VOORZIENING, "De buurtbus"),
        (Wie.ALGEMENE_VOORZIENING, "De buurtbus", Wie.NETWERK, None),
        (Wie.PROFESSIONAL, None, Wie.NETWERK, None),
    ],
)
def test_a_guessed_name_stays_with_every_kind_that_it_can_be(
    geraden: Wie, naam: str | None, wie: Wie, blijft: str | None
) -> None:
    assert past_bij(geraden, naam, wie) == blijft


@pytest.mark.parametrize(
    ("naam", "vormen"),
    [
        ("Mijn zus Riet Proef", ["Riet Proef", "Riet"]),
        ("Els van den Berg", ["Els van den Berg", "Els"]),
        ("Riet", ["Riet"]),
        ("Mijn zus", []),
        ("De buurtbus", []),
        ("Joris van het welzijn", []),
        ("", []),
    ],
)
def test_a_person_is_known_by_the_whole_name_and_by_the_first(naam: str, vormen: list[str]) -> None:
    assert list(namen_in(naam)) == vormen


def test_a_sentence_begins_with_a_name_by_whole_words() -> None:
    assert begint_met("buurman Sjoerd zet de bak buiten.", "Buurman Sjoerd")
    assert begint_met("Eva, van de wijkzorg, belt.", "Eva")
    assert not begint_met("Evaluatie van de pillen.", "Eva")
    assert not begint_met("Helpen met de was.", "")
