"""The examples of papers that the afternoon leaves: one of each kind, of today, and of nobody who exists."""

import ast
from contextlib import nullcontext
from pathlib import Path

import pytest

from kernnetwerk_app.documents.plan_pdf import plan_pdf
from kernnetwerk_app.domain.bezorging import Stuksoort
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.plan import PlanSoort
from tests.documents.lezen import open_pdf
from tests.documents.voorbeeld import STIJL, voorbeeld_inhoud
from tests.werkdag import voorbeelden
from tests.werkdag.gezin import APART as APART_VERTELD
from tests.werkdag.gezin import VEILIG
from tests.werkdag.mislukt import WerkdagMislukt
from tests.werkdag.papier_stappen import check_papier
from tests.werkdag.papieren import ANDERS, APART, GROOT, IN_EEN_VORM, OOK, VOORLEZEN, Papier

APP = Path(__file__).resolve().parent.parent.parent / "kernnetwerk_app"
ZONDER = {Stuksoort.TAKEN}
"""The household of the afternoon has no volunteer."""
ELDERS = {"sheet_pdf", "delen_pdf", "scan_pdf", "woorden_pdf", "beelden_pdf", "takenblad_pdf"}
"""The ground of other papers; what came in from others, of which we only keep pictures or words; and the tasks of a
volunteer, whom this household does not have."""


def test_an_example_that_is_not_of_today_ends_the_demo_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemaakt, bewaard = voorbeelden.open_map(tmp_path), tmp_path / "docs"
    bewaard.mkdir()
    monkeypatch.setattr(voorbeelden, "MAP", bewaard)
    for map_ in (gemaakt, bewaard):
        (map_ / "plan.txt").write_text("Het plan", encoding="utf-8")
    voorbeelden.check_today(tmp_path)
    (gemaakt / "plan.txt").write_text("Het nieuwe plan", encoding="utf-8")
    (gemaakt / "brief.txt").write_text("De brief", encoding="utf-8")
    with pytest.raises(WerkdagMislukt, match=r"brief\.txt, plan\.txt"):
        voorbeelden.check_today(tmp_path)


def test_each_kind_of_paper_has_an_example() -> None:
    """Each of the program's own list; and each writer in `documents` that this list or the afternoon does not use
    stands in `ELDERS` with why not.
    """
    namen = {pad.stem.removeprefix("uw-") for pad in voorbeelden.MAP.glob("*.txt")}
    assert {soort.value.replace(" ", "-") for soort in set(Stuksoort) - ZONDER} <= namen
    teksten = [pad.read_text(encoding="utf-8") for pad in voorbeelden.MAP.glob("*.txt")]
    for plan in PlanSoort:
        assert any(f"P: {plan.value.capitalize()} van " in tekst for tekst in teksten), plan
    getoond = {schrijver for _, _, schrijver, _ in (*ANDERS, *IN_EEN_VORM, *APART)}
    van_de_lijst = {
        naam
        for lijst in ("stukken", "stukregels")
        for dienst in imported(APP / "services" / f"{lijst}.py", "kernnetwerk_app.services")
        for naam in imported(APP / "services" / f"{dienst}.py", "kernnetwerk_app.documents")
    }
    schrijvers = {
        knoop.name
        for pad in (APP / "documents").glob("*.py")
        for knoop in ast.parse(pad.read_text(encoding="utf-8")).body
        if isinstance(knoop, ast.FunctionDef) and knoop.name.endswith("_pdf") and not knoop.name.startswith("_")
    }
    assert schrijvers - getoond - van_de_lijst - ELDERS == set()


@pytest.mark.parametrize(
    ("zin", "thuis", "apart"), [("", True, True), (APART_VERTELD, False, True), (VEILIG, False, False)]
)
def test_a_paper_with_what_may_not_be_on_it_ends_the_demo(
    zin: str, thuis: bool, apart: bool, tmp_path: Path, qapp: object
) -> None:
    """What was said of safety on no paper at all, not even on one that the household does not read together."""
    pad = tmp_path / "blad.pdf"
    pad.write_bytes(plan_pdf(voorbeeld_inhoud(kansen=zin), None, (), STIJL))
    for mag, soort in ((thuis, False), (apart, True)):
        with nullcontext() if mag else pytest.raises(WerkdagMislukt, match="Op blad staat wat apart is verteld"):
            check_papier(pad, apart=soort)


def test_a_paper_that_not_everybody_can_read_ends_the_demo_with_its_name(tmp_path: Path, qapp: object) -> None:
    pad = tmp_path / "blad.pdf"
    with open_pdf(plan_pdf(voorbeeld_inhoud(), None, (), STIJL)) as pdf:
        del pdf.Root.Lang
        pdf.save(pad)
    with pytest.raises(WerkdagMislukt, match="Op blad vindt pdfua: "):
        check_papier(pad, apart=False)


def test_the_plan_is_shown_in_every_form_that_a_reader_can_choose() -> None:
    assert {*GROOT, *VOORLEZEN, *(hulp for _, _, hulp in OOK)} == set(Leeshulp)
    gemaakt = list(Papier("plan", "Het plan", lambda _: b"", ook=(("contrast", "zwart op wit", GROOT),)).in_vormen())
    assert [naam for naam, _, _ in gemaakt] == ["plan", "plan-groot", "plan-contrast"]


def imported(pad: Path, uit: str) -> set[str]:
    """Names that this file takes from a package or its modules."""
    return {
        naam.name
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(knoop, ast.ImportFrom) and (knoop.module or "").startswith(uit)
        for naam in knoop.names
        if uit.endswith("documents") or knoop.module == uit
    }


def test_the_examples_are_small_and_their_people_made_up() -> None:
    bestanden = list(voorbeelden.MAP.iterdir())
    assert {pad.suffix for pad in bestanden} == {".png", ".txt"}
    assert sum(pad.stat().st_size for pad in bestanden) < 3_000_000
    assert {pad.stem for pad in bestanden if pad.suffix == ".png"} == {
        pad.stem for pad in bestanden if pad.suffix == ".txt"
    }
