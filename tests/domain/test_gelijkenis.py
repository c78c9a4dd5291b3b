"""Two descriptions of one person are proposed with reasons; of two people they are not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.gelijkenis import Reden, Signalement, lijken, sleutels

ANNA = Signalement(
    voornamen="Anna Maria",
    achternaam="Voorbeeld-Jansen",
    geboortedatum="1944-05-12",
    straat="Modelweg",
    huisnummer="12",
    postcode="9999 ZZ",
    telefoon="0599000001",
)


def ander(**velden: str) -> Signalement:
    """Somebody of whom only this is known."""
    return Signalement(**velden)


GEBOREN = "1944-05-12"


@pytest.mark.parametrize(
    ("bekend", "redenen"),
    [
        (
            ander(voornamen="A.", achternaam="Voorbeeld", straat="modelweg", huisnummer="12"),
            (Reden.NAAM_LIJKT, Reden.ADRES),
        ),
        (
            ander(voornamen="anna maria", achternaam="voorbeeld jansen", geboortedatum=GEBOREN),
            (Reden.NAAM, Reden.GEBOORTEDATUM),
        ),
        (
            ander(voornamen="Annie", achternaam="van der Voorbeeld-Jansen", telefoon="0599000001"),
            (Reden.NAAM_LIJKT, Reden.TELEFOON),
        ),
        (
            ander(achternaam="Voorbéeld-Janssen", postcode="9999zz", huisnummer="12"),
            (Reden.NAAM_LIJKT, Reden.ADRES),
        ),
        (ander(achternaam="Jansen", geboortedatum=GEBOREN), (Reden.NAAM_LIJKT, Reden.GEBOORTEDATUM)),
    ],
)
def test_one_person_written_in_another_way_is_proposed_with_why(
    bekend: Signalement, redenen: tuple[Reden, ...]
) -> None:
    assert lijken(ANNA, bekend) == redenen


@pytest.mark.parametrize(
    "bekend",
    [
        ander(voornamen="Hendrik", achternaam="Voorbeeld", straat="Modelweg", huisnummer="12"),  # the partner
        ander(voornamen="Anna", achternaam="Voorbeeld-Jansen"),  # nothing but the name
        ander(voornamen="Anna", achternaam="Voorbeeld-Jansen", geboortedatum="1974-05-12", telefoon="0599000001"),
        ander(voornamen="Anna", achternaam="Voorbeeld-Jansen", geboortedatum="1944-00-00"),  # a year is no birthday
        ander(voornamen="Anna", achternaam="Proefstra", geboortedatum="1944-05-12"),
        ander(geboortedatum="1944-05-12", straat="Modelweg", huisnummer="12"),
    ],
)
def test_two_people_are_not_taken_for_one(bekend: Signalement) -> None:
    assert lijken(ANNA, bekend) == ()


def test_the_same_number_is_enough_and_another_number_is_another_person() -> None:
    een = replace(ANNA, bsn="999994669")
    assert lijken(een, ander(voornamen="Sjaan", achternaam="Anders", bsn="999994669")) == (Reden.BSN,)
    assert lijken(een, replace(ANNA, bsn="999990019")) == ()


TEKSTEN = st.sampled_from(["", "Anna", "A", "Voorbeeld", "de Voorbeeld", "Jansen", "12", "1944-05-12", "1944-00-00"])
MENSEN = st.builds(
    Signalement,
    voornamen=TEKSTEN,
    achternaam=TEKSTEN,
    geboortedatum=st.sampled_from(["", "1944-05-12", "1944-00-00", "1971-02-03"]),
    bsn=st.sampled_from(["", "999994669", "999990019"]),
    straat=TEKSTEN,
    huisnummer=st.sampled_from(["", "1", "12"]),
    postcode=st.sampled_from(["", "9999 ZZ", "9999zz"]),
    telefoon=st.sampled_from(["", "0599000001"]),
)


@given(een=MENSEN, twee=MENSEN)
def test_looking_alike_goes_both_ways_and_shares_a_key(een: Signalement, twee: Signalement) -> None:
    assert lijken(een, twee) == lijken(twee, een)
    if lijken(een, twee):
        assert sleutels(een) & sleutels(twee)
