"""A sheet without a code: the head of the municipality, a title, rows of label and words, and a foot on each page."""

from collections.abc import Sequence
from datetime import date

from kernnetwerk_app.documents.archive import About
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.glyphs import MISSING
from kernnetwerk_app.documents.house_style import FOOT_LINE, LEFT, PAGE, ROOM, TOP, WIDTH, TextStyle
from kernnetwerk_app.documents.layout import Drawing, Row, Stack, draw_blocks, paginate
from kernnetwerk_app.documents.tagging import Element, TaggedCanvas
from kernnetwerk_app.documents.text import Run, break_lines, one_line
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.teksten import Tekst

Kolom = tuple[str, float, float]
"""Name of a column, its x and its width in points."""
_SMALL = 9.5
_LABEL = 132.0


def add_kop(composer: Composer, t: Tekst, gemeente: str, dag: date, titel: str) -> None:
    """The mark with the municipality, the day at the right, and the title of the sheet."""
    stijl = composer.stijl
    naam = composer.phrase(t("kop.gemeente", naam=gemeente), stijl.vet, width=230)
    gemaakt = composer.line_up(
        [[Run(datum_lang(dag, jaar=True))]], stijl.klein, composer.child("P"), width=WIDTH - 265, align="rechts"
    )
    mark = Drawing(24, 18, composer.brush.mark)
    cells = [(0.0, Stack([mark])), (28.0, Stack([naam], pad=3)), (265.0, Stack([gemaakt], pad=4.5))]
    composer.add(Row(cells, width=WIDTH), composer.heading(titel, 1, stijl.titel))


def add_feiten(composer: Composer, feiten: Sequence[tuple[str, Sequence[str]]]) -> None:
    """A table of label and words, one line of words under the other; what has no words is left out."""
    stijl = composer.stijl
    table = composer.child("Table")
    above = 14.0
    for label, regels in feiten:
        gevuld = [regel for regel in regels if regel]
        if not gevuld:
            continue
        row = composer.child("TR", table)
        kop, inhoud = _cell("TH", row, "Row"), _cell("TD", row)
        width = WIDTH - _LABEL - 10
        words = [
            composer.phrase(regel, _first(stijl.vet, stijl.tekst, nummer), inhoud, width=width)
            for nummer, regel in enumerate(gevuld)
        ]
        left = Stack([composer.phrase(label, stijl.klein_inkt, kop, width=_LABEL)], pad=1)
        composer.add(Row([(0.0, left), (_LABEL + 10, Stack(words))], pad=7, rule=stijl.lijn, width=WIDTH, above=above))
        above = 0.0


def add_tabel(
    composer: Composer, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[Sequence[str]]], bold: int = 0
) -> None:
    """A table with these columns; each cell is a few lines. The column `bold` names its row. The head is repeated."""
    stijl = composer.stijl
    table = composer.child("Table")
    head = _head(composer, kolommen, composer.child("TR", table))
    head.above, head.keep_next = 14.0, True
    composer.add(head)
    again = _head(composer, kolommen, None)
    for rij in rijen:
        parent = composer.child("TR", table)
        cells = []
        for nummer, ((_, x, width), regels) in enumerate(zip(kolommen, rij, strict=True)):
            cell = _cell("TH", parent, "Row") if nummer == bold else _cell("TD", parent)
            style = stijl.vet if nummer == bold else stijl.tekst
            lines = [
                composer.phrase(regel, style if eerste else stijl.klein, cell, width=width)
                for eerste, regel in zip((True, *[False] * len(regels)), regels, strict=False)
                if regel
            ]
            cells.append((x, Stack(lines)))
        row = Row(cells, pad=6, rule=stijl.lijn, width=WIDTH, whole_up_to=ROOM / 2)
        row.carry = again
        composer.add(row)


def finish(composer: Composer, t: Tekst, soort: str, dag: date, links: str) -> bytes:
    """The PDF; `soort` is its title, never a name, and `links` the sentence at the left of the foot."""
    if composer.has_missing:
        composer.add(composer.phrase(t("teken.ontbreekt", teken=MISSING), composer.stijl.klein))
    pages = paginate(composer.blocks, ROOM)
    canvas = TaggedCanvas(PAGE, About(soort, dag))
    for number, blocks in enumerate(pages, 1):
        draw_blocks(canvas, blocks, LEFT, TOP)
        with canvas.artifact("/Type /Pagination /Subtype /Footer"):
            composer.brush.rule(canvas, LEFT, FOOT_LINE, WIDTH, composer.stijl.lijn)
            _foot_line(composer, canvas, links, right=False)
            _foot_line(composer, canvas, t("voet.bladzijde", nummer=number, totaal=len(pages)), right=True)
        canvas.end_page()
    return canvas.to_bytes(composer.root)


def _first(first: TextStyle, rest: TextStyle, number: int) -> TextStyle:
    return rest if number else first


def _cell(role: str, parent: Element, scope: str | None = None) -> Element:
    cell = Element(role, parent)
    cell.scope = scope
    return cell


def _head(composer: Composer, kolommen: Sequence[Kolom], parent: Element | None) -> Row:
    """The names of the columns; without a parent it is the repetition on a next page, for the eye only."""
    cells = []
    for naam, x, width in kolommen:
        element = _cell("TH", parent, "Column") if parent is not None else None
        label = composer.line_up([[Run(one_line(naam))]], composer.stijl.klein, element, width=width)
        cells.append((x, Stack([label])))
    return Row(cells, pad=1.5)


def _foot_line(composer: Composer, canvas: TaggedCanvas, text: str, *, right: bool) -> None:
    stijl = composer.stijl
    for line in break_lines([Run(text, bold=right)], _SMALL, WIDTH):
        start = LEFT + WIDTH - line.width * _SMALL if right else LEFT
        canvas.write(start, FOOT_LINE - 30, _SMALL, stijl.inkt if right else stijl.inkt2, line.spans())
