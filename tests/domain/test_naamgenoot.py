"""Somebody who was written down by name is known again however the name was typed, and nobody else is."""

import pytest

from kernnetwerk_app.domain.naamgenoot import kan_zelfde, naamsleutel, zelfde


@pytest.mark.parametrize(
    "getypt", ["José  de Wit", " josé de wit\n", "JOSE\N{COMBINING ACUTE ACCENT} DE WIT", "José\tde Wit"]
)
def test_a_name_is_known_again_however_it_was_typed(getypt: str) -> None:
    assert zelfde(getypt, "José de Wit")


@pytest.mark.parametrize("ander", ["Jose de Wit", "José de Witte", "José", ""])
def test_who_is_called_otherwise_is_somebody_else(ander: str) -> None:
    """A letter more or an accent less may be another person: that is for who looks to say."""
    assert not zelfde(ander, "José de Wit")


def test_who_has_no_name_is_called_nothing() -> None:
    assert naamsleutel(None) == naamsleutel(" \n") == ""


@pytest.mark.parametrize(
    "geschreven",
    [
        "Henk Proef",
        "H. Proef",
        "De heer H. Proef",
        "dhr. Proef",
        "HJ Proef",
        "Proef, Hendrik",
        "Henk",
        "H. Proeff-Jansen",
        "",
    ],
)
def test_how_a_court_writes_a_name_may_be_of_who_is_known_here(geschreven: str) -> None:
    assert kan_zelfde(geschreven, "Henk Proef")
    assert kan_zelfde("Mevrouw Recht", "Moeder"), "nobody wrote down how she is called"
    assert kan_zelfde("H. Proef", "Henk")


@pytest.mark.parametrize(
    "geschreven", ["Corrie Curator", "Mevrouw Recht", "Piet Proef", "Stichting Proef", "van de Heide"]
)
def test_who_shares_no_name_or_has_other_first_names_is_surely_another(geschreven: str) -> None:
    assert not kan_zelfde(geschreven, "Henk Proef")
    assert not kan_zelfde("Corrie Curator", "Henk")
