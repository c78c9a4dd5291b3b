"""What a PDF is besides its words: tagged, for archives, with all fonts inside and no name outside."""

import itertools
import re
from datetime import date
from pathlib import Path

import pdfua
import pikepdf
import pytest

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.plan_pdf import plan_leeshulp, plan_pdf
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.planversie import InhoudAfspraak, InhoudDoel
from kernnetwerk_app.teksten import load
from tests.documents.lezen import Node, open_pdf, read_structure
from tests.documents.voorbeeld import (
    DOEL_1,
    DOEL_2,
    ENGELS,
    GETEKEND,
    KENMERK,
    STAND,
    STIJL,
    TEKENPLAN,
    TWEETALIG,
    maak_beeld,
    voorbeeld_inhoud,
)

SOORTEN = {
    "leeg": plan_pdf(voorbeeld_inhoud(), KENMERK, [], STIJL),
    "getekend": plan_pdf(voorbeeld_inhoud(), KENMERK, [maak_beeld()], STIJL),
    "in de maak": plan_pdf(voorbeeld_inhoud(), None, [], STIJL),
    "lang": plan_pdf(voorbeeld_inhoud(doelen=(DOEL_1, DOEL_2) * 9), KENMERK, [maak_beeld()], STIJL),
}
LEEG, GEKRUIST, NIET = (load("papier")(f"reactie.{vak}") for vak in ("vak_leeg", "aangevraagd", "niet_gevraagd"))
VOORLEZEN = frozenset({Leeshulp.VOORLEZEN})
OM_TE_TEKENEN = {
    "om te tekenen": (plan_pdf(TEKENPLAN, KENMERK, [], STIJL, STAND), {LEEG}),
    "om te tekenen, tweetalig": (plan_pdf(TEKENPLAN, KENMERK, [], TWEETALIG, STAND), {LEEG}),
    "getekend": (plan_pdf(TEKENPLAN, KENMERK, GETEKEND, STIJL, STAND), {GEKRUIST, NIET}),
    "om voor te lezen": (plan_leeshulp(TEKENPLAN, KENMERK, load_house_style(VOORLEZEN), STAND), set[str]()),
    **{
        f"{hulp.value}, tweetalig": (
            plan_leeshulp(TEKENPLAN, KENMERK, load_house_style(frozenset({hulp, ENGELS})), STAND),
            set[str](),
        )
        for hulp in Leeshulp
        if hulp not in VOORLEZEN
    },
}
"""The plan on which more than one decides and something was asked for before, and which boxes stand on it."""
elke_soort = pytest.mark.parametrize("data", SOORTEN.values(), ids=SOORTEN)


@elke_soort
def test_pdfua_has_no_findings(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(data)
    report = pdfua.validate(str(path))
    assert (list(report.findings), list(report.skipped)) == ([], [])


@pytest.mark.parametrize("wat", OM_TE_TEKENEN)
def test_pdfua_has_no_findings_on_the_paper_that_one_signs_nor_on_any_beside_it(wat: str, tmp_path: Path) -> None:
    data, vakken = OM_TE_TEKENEN[wat]
    path, boom = tmp_path / "plan.pdf", read_structure(open_pdf(data))
    path.write_bytes(data)
    report = pdfua.validate(str(path))
    # The checker cannot look into a heading of more than one part; that none is empty is looked at here.
    assert [een.rule_id for een in report.skipped if "is_integer" not in (een.skipped_reason or "")] == []
    assert list(report.findings) == []
    assert all(kop.text().strip() for hoogte in range(1, 7) for kop in boom.find(f"H{hoogte}"))
    assert all(figuur.alt and not figuur.alt.isspace() for figuur in boom.find("Figure"))
    _check_headings(boom)
    in_lijst = [een for lijst in boom.find("L") for een in lijst.kids if isinstance(een, Node) and een.role == "LI"]
    assert len(in_lijst) == len(list(boom.find("LI"))), "a box outside a list is not read as one of so many"
    assert {een.actual for een in boom.find("Lbl")} & {LEEG, GEKRUIST, NIET} == vakken
    assert "Een traplift." in boom.text(), "what was asked for before"
    assert ("Karin Voorbeeld" in boom.text()) is bool(vakken), "one signs on one paper"
    assert ("With this signature I apply for:" in boom.text()) is ("tweetalig" in wat)


@elke_soort
def test_syntax_is_sound(data: bytes) -> None:
    assert open_pdf(data).check_pdf_syntax() == []


@elke_soort
def test_document_says_what_it_is(data: bytes) -> None:
    pdf = open_pdf(data)
    assert str(pdf.Root.Lang) == "nl-NL"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert [str(intent.S) for intent in pdf.Root.OutputIntents] == ["/GTS_PDFA1"]
    assert all(str(page.obj.Tabs) == "/S" for page in pdf.pages)
    with pdf.open_metadata() as meta:
        assert meta.pdfa_status == "2A"
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"] == "Ondersteuningsplan"


@elke_soort
def test_metadata_names_nobody_and_agrees_with_itself(data: bytes) -> None:
    pdf = open_pdf(data)
    assert {key: str(value) for key, value in pdf.docinfo.items()} == {
        "/Title": "Ondersteuningsplan",
        "/Producer": "Kernnetwerk",
        "/CreationDate": "D:20270420000000+00'00'",
        "/ModDate": "D:20270420000000+00'00'",
    }
    packet = pdf.Root.Metadata.read_bytes()
    assert packet in data, "archives read the packet without inflating anything"
    assert b"2027-04-20T00:00:00+00:00" in packet
    assert b"Voorbeeld" not in packet


@elke_soort
def test_every_font_is_inside_as_a_subset(data: bytes) -> None:
    pdf = open_pdf(data)
    fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.values()]
    names = {str(font.BaseFont) for font in fonts}
    assert all(re.fullmatch(r"/[A-Z]{6}\+(OpenSans|DejaVuSans).*", name) for name in names)
    assert all(len(font.FontDescriptor.FontFile2.read_bytes()) > 1000 for font in fonts)
    assert "Helvetica" not in "".join(names)


@elke_soort
def test_nothing_in_it_runs_or_leads_elsewhere(data: bytes) -> None:
    for found in open_pdf(data).objects:
        if isinstance(found, pikepdf.Dictionary):
            assert not {"/JS", "/JavaScript", "/AA", "/OpenAction", "/URI", "/Launch"} & set(found.keys())
            assert found.get("/Subtype") not in ("/Link", "/Image", "/Widget")


@elke_soort
def test_rows_of_a_table_have_equal_cells_and_name_their_column(data: bytes) -> None:
    for table in read_structure(open_pdf(data)).find("Table"):
        rows = list(table.find("TR"))
        assert {len(row.kids) for row in rows} == {3}
        assert [cell.scope for cell in rows[0].find("TH")] == ["Column"] * 3
        assert all([cell.scope for cell in row.find("TH")] == ["Row"] for row in rows[1:])


@elke_soort
def test_headings_step_down_one_at_a_time(data: bytes) -> None:
    _check_headings(read_structure(open_pdf(data)))


def _check_headings(boom: Node) -> None:
    levels = [int(level) for level in re.findall(r"^ *H(\d)", boom.outline(), re.MULTILINE)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@elke_soort
def test_every_mark_of_a_page_is_in_the_structure_once(data: bytes) -> None:
    """The parent tree finds the element of each mark, which is how a reader goes from page to structure."""
    pdf = open_pdf(data)
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in pdf.pages:
        marks = sorted(
            int(operands[1].MCID)
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC" and "/MCID" in operands[1]
        )
        elements = parents[int(page.obj.StructParents)]
        assert marks == list(range(len(elements)))
        for number, element in enumerate(elements):
            kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
            own = [kid for kid in kids if isinstance(kid, int)] if element.Pg.objgen == page.obj.objgen else []
            other = [int(kid.MCID) for kid in kids if not isinstance(kid, int) and kid.get("/Type") == "/MCR"]
            assert number in [*own, *other]


def test_row_that_is_higher_than_a_page_stays_one_row() -> None:
    lang = InhoudAfspraak(wie="Karin", soort="netwerk", tekst="Dit is een lange afspraak. " * 400, wanneer="soms")
    doel = InhoudDoel(nummer=1, tekst="Ik wil.", afspraken=(lang, lang))
    pdf = open_pdf(plan_pdf(voorbeeld_inhoud(doelen=(doel,)), KENMERK, [], STIJL))
    [table] = read_structure(pdf).find("Table")
    rows = list(table.find("TR"))
    assert len(pdf.pages) > 5
    assert [row.kids[1].text().count("lange afspraak") for row in rows[1:]] == [400, 400]
    assert len(rows) == 3, "the head that is repeated on a next page is for the eye only"


def test_day_of_the_plan_is_the_day_of_the_file() -> None:
    pdf = open_pdf(plan_pdf(voorbeeld_inhoud(datum=date(2028, 2, 29)), KENMERK, [], STIJL))
    assert str(pdf.docinfo.CreationDate).startswith("D:20280229")
