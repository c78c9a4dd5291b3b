"""Somebody who was written down by name is known again however the name was typed, and nobody else is."""

import pytest

from kernnetwerk_app.domain.naamgenoot import naamsleutel, zelfde


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
