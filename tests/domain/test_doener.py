"""Who does a line is guessed from its sentence; a name is printed and signed, so in doubt there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.doener import past_bij, raad_wie
from kernnetwerk_app.domain.plan import Wie


@pytest.mark.parametrize(
    ("zin", "wie", "naam"),
    [
        ("Ik loop elke dag een rondje", Wie.INWONER, None),
        ("wij koken samen", Wie.INWONER, None),
        ("Mijn zus belt op zondag", Wie.NETWERK, "Mijn zus"),
        ("onze zoon doet de tuin", Wie.NETWERK, "Onze zoon"),
        ("Mijn zus Riet gaat mee.", Wie.NETWERK, "Mijn zus Riet"),
        ("Mijn zus, Riet, gaat mee.", Wie.NETWERK, "Mijn zus Riet"),
        ("Mijn oudste dochter rijdt", Wie.NETWERK, "Mijn oudste dochter"),
        ("buurvrouw Riet komt koffie drinken", Wie.NETWERK, "Buurvrouw Riet"),
        ("Mijn buurvrouw past op", Wie.NETWERK, "Mijn buurvrouw"),
        ("De buurvrouw past op", Wie.NETWERK, "De buurvrouw"),
        ("Buurman komt langs", Wie.NETWERK, "Buurman"),
        ("Karin brengt mij naar het koor", Wie.NETWERK, "Karin"),
        ("Riet gaat op dinsdag mee", Wie.NETWERK, "Riet"),
        ("Els van den Berg komt langs", Wie.NETWERK, "Els van den Berg"),
        ("Karin en Riet gaan samen", Wie.NETWERK, "Karin en Riet"),
        ("Jan-Willem helpt met de computer", Wie.NETWERK, "Jan-Willem"),
        ("Vrijwilliger van de kerk rijdt", Wie.VRIJWILLIGER, "Vrijwilliger"),
        ("Mijn maatje Jan wandelt mee", Wie.VRIJWILLIGER, "Mijn maatje Jan"),
        ("De buurtbus rijdt op dinsdag", Wie.ALGEMENE_VOORZIENING, "De buurtbus"),
        ("De oogvereniging leert mij lopen", Wie.ALGEMENE_VOORZIENING, "De oogvereniging"),
        ("De huisarts belt mij", Wie.PROFESSIONAL, "De huisarts"),
        ("schoonmaak twee uur per week", Wie.PROFESSIONAL, None),
    ],
)
def test_who_is_guessed_from_a_lead_that_is_known(zin: str, wie: Wie, naam: str | None) -> None:
    assert raad_wie(zin) == (wie, naam)


@pytest.mark.parametrize(
    "zin",
    [
        "Elke dinsdag rijdt de bus",
        "Een vaste hulp doet de vloeren",
        "Een vrijwilliger komt",
        "Zij belt de gemeente",
        "Gemeente betaalt de bus",
        "Het is fijn als er iemand komt",
        "Het gaat niet meer",
        "Het dak moet dicht",
        "De was wordt gedaan",
        "De hele week komt Riet",
        "Ik, en anders mijn zus, bel",
        "Samen met Riet",
        "Boodschappen doet Karin",
        "Koffie zet ze zelf",
        "Hulp in huis doet het bad",
        "Wijkverpleging komt elke dag",
        "Dagbesteding start in mei",
        "Mijn huis wordt schoon",
        "Mijn man en ik koken",
        "Mevrouw belt zelf",
        "Mevrouw Proef belt",
        "Iedereen helpt mee",
        "KNO belt terug",
        "Riet",
        "Riet?",
        "mijn",
        "de",
        "",
        "...",
    ],
)
def test_no_name_where_a_sentence_names_nobody_plainly(zin: str) -> None:
    """The first word of a sentence has a capital too."""
    assert raad_wie(zin)[1] is None


@pytest.mark.parametrize("zin", ["Samen wandelen we", "Elke dag doe ik iets", "Op maandag bellen wij", "Ik, elke dag"])
def test_a_sentence_of_the_resident_may_start_with_another_word(zin: str) -> None:
    assert raad_wie(zin) == (Wie.INWONER, None)


@given(st.text())
def test_guess_answers_any_sentence_with_somebody_who_is_in_it(zin: str) -> None:
    wie, naam = raad_wie(zin)
    assert wie in Wie
    assert naam is None or naam.split()[-1].lower() in zin.lower()


@pytest.mark.parametrize(
    ("wie", "naam", "blijft"),
    [
        (Wie.NETWERK, "Riet", "Riet"),
        (Wie.PROFESSIONAL, "Riet", None),
        (Wie.PROFESSIONAL, "Riet Proef", "Riet Proef"),
        (Wie.PROFESSIONAL, None, None),
    ],
)
def test_a_guessed_name_goes_with_its_kind_and_a_typed_one_stays(
    wie: Wie, naam: str | None, blijft: str | None
) -> None:
    assert past_bij("Riet gaat mee", wie, naam) == blijft
