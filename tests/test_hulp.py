"""Help: every screen has it, it says what, why and what if, and the manual is made of the same words."""

from pathlib import Path

import pytest

from installer import handleiding
from kernnetwerk_app.hulp import Hulp, alle_hulp, find_hulp

SCHERMEN = Path(__file__).parent.parent / "kernnetwerk_app" / "ui" / "screens"
GEEN_SCHERM = {"__init__", "scherm", "dossierscherm", "start_paneel", "beginnen", "koppelen", "ontgrendelen"}
"""The bases of screens, and those before there is a window to help in: each of those explains itself."""


def test_every_screen_has_help_and_there_is_none_for_a_screen_that_is_gone() -> None:
    assert {hulp.sleutel for hulp in alle_hulp()} == {pad.stem for pad in SCHERMEN.glob("*.py")} - GEEN_SCHERM


@pytest.mark.parametrize("hulp", alle_hulp(), ids=lambda hulp: hulp.sleutel)
def test_help_says_what_and_why_in_whole_sentences_and_names_the_keys(hulp: Hulp) -> None:
    for zin in (hulp.wat, hulp.waarom, *(antwoord for _, antwoord in hulp.als)):
        assert zin.endswith("."), zin
    assert all(vraag.endswith("?") for vraag, _ in hulp.als)
    assert ("F1", "hulp bij dit scherm") in hulp.toetsen


def test_a_screen_without_help_is_a_fault() -> None:
    with pytest.raises(KeyError):
        find_hulp("bestaat_niet")


def test_the_manual_says_what_help_says() -> None:
    """Else: python3 do.py handleiding."""
    staat_er = {pad.name: pad.read_text(encoding="utf-8") for pad in handleiding.MAP.glob("*.md")}
    assert staat_er == handleiding.pages()
