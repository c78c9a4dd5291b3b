"""The afternoon at the kitchen table, through the real windows; what it counts, and the examples that it leaves."""

import ast
from pathlib import Path

import pytest

from tests.werkdag import voorbeelden
from tests.werkdag.eenvoudig import MEEST_GETYPT, MEEST_HANDELINGEN, MEEST_INVOEREN
from tests.werkdag.papieren import PAPIEREN
from tests.werkdag.test_werkdag import ROOT, speel

DOCUMENTEN = ROOT / "kernnetwerk_app" / "documents"
ELDERS = {"kijk_pdf", "sheet_pdf", "scan_pdf", "woorden_pdf", "beelden_pdf"}
"""Made by what varies with the profile (a lens); the ground of other papers; and what came in from others, of which we
only keep pictures or words."""


@pytest.mark.timeout(300)
def test_an_afternoon_with_a_household_of_four_from_the_question_to_everything_on_paper(tmp_path: Path) -> None:
    uit = tmp_path / "uit"
    gegevens = speel(uit, "middag")
    assert all(stap["controles"] for stap in gegevens["stappen"])
    totaal = gegevens["totaal"]
    assert 0 < totaal["waarvan_getypt"] <= MEEST_GETYPT == 8
    assert totaal["waarvan_getypt"] < totaal["invoeren_eenvoudige_vraag"] <= MEEST_INVOEREN == 15
    assert 0 < totaal["handelingen_van_doel_naar_tekenen"] <= MEEST_HANDELINGEN == 3
    for papier in PAPIEREN:
        assert (uit / f"{papier.naam}.pdf").read_bytes().startswith(b"%PDF")
        assert list(uit.glob(f"???-{papier.naam}-blad-1.png"))
    assert_examples_are_those_of_today(uit / voorbeelden.NAAM)


def assert_examples_are_those_of_today(gemaakt: Path) -> None:
    """The words of each, and whether it is there; `do.py demo --voorbeelden docs/voorbeelden` renews them."""
    assert {pad.name for pad in voorbeelden.MAP.iterdir()} == {pad.name for pad in gemaakt.iterdir()}
    anders = [
        pad.name
        for pad in sorted(gemaakt.glob("*.txt"))
        if (voorbeelden.MAP / pad.name).read_text(encoding="utf-8") != pad.read_text(encoding="utf-8")
    ]
    assert anders == [], "python3 do.py demo --voorbeelden docs/voorbeelden"


def test_each_kind_of_paper_has_an_example() -> None:
    """A writer of paper in `documents` is called by the afternoon, or stands in `ELDERS` with why not."""
    schrijvers = {
        knoop.name
        for pad in DOCUMENTEN.glob("*.py")
        for knoop in ast.parse(pad.read_text(encoding="utf-8")).body
        if isinstance(knoop, ast.FunctionDef) and knoop.name.endswith("_pdf") and not knoop.name.startswith("_")
    }
    getoond = {papier.schrijver for papier in PAPIEREN}
    assert schrijvers - getoond - ELDERS == set()


def test_the_examples_are_small_and_their_people_made_up() -> None:
    bestanden = list(voorbeelden.MAP.iterdir())
    assert {pad.suffix for pad in bestanden} == {".png", ".txt"}
    assert sum(pad.stat().st_size for pad in bestanden) < 3_000_000
    assert {pad.stem for pad in bestanden if pad.suffix == ".png"} == {
        pad.stem for pad in bestanden if pad.suffix == ".txt"
    }
