"""What every paper beside the plan shares: the head with the municipality and the day, the foot, and the pages."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.documents.archive import About
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.errors import DocumentError
from kernnetwerk_app.documents.glyphs import MISSING
from kernnetwerk_app.documents.house_style import FOOT_LINE, LEFT, PAGE, ROOM, TOP, WIDTH, HouseStyle
from kernnetwerk_app.documents.layout import Drawing, Row, Stack, draw_blocks, paginate
from kernnetwerk_app.documents.shapes import Brush
from kernnetwerk_app.documents.tagging import TaggedCanvas
from kernnetwerk_app.documents.text import Run, break_lines, one_line
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.teksten import load

_FOOT = 82.0
"""Height of the line above the foot: lower than on the plan, since no square code stands in it."""
_ROOM = ROOM + FOOT_LINE - _FOOT
_KIND = "/Type /Pagination /Subtype /Footer"
_SMALL = 9.5
_LEADING = 15.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper without a version: `titel` is one of our own sentences, never a typed one, since it names the document.
    `onder` is the line under it, `voet` what stands at the left of each foot.
    """

    gemeente: str
    titel: str
    datum: date
    onder: str = ""
    voet: Sequence[str] = ()


def sheet_pdf(sheet: Sheet, add: Callable[[Composer], None], stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF, the same bytes for the same input; DocumentError, which tells nothing of the content.

    `add` puts the blocks in that stand under the head.
    """
    # Not raised inside an except block: the error that ReportLab raised may hold text, and would be attached.
    with suppress(Exception):
        return _render(sheet, add, stijl)
    raise DocumentError


def _render(sheet: Sheet, add: Callable[[Composer], None], stijl: HouseStyle) -> bytes:
    composer = Composer(stijl)
    _add_head(composer, sheet)
    add(composer)
    if composer.has_missing:
        composer.add(composer.phrase(load("papier")("teken.ontbreekt", teken=MISSING), stijl.klein))
    pages = paginate(composer.blocks, _ROOM)
    canvas = TaggedCanvas(PAGE, About(sheet.titel, sheet.datum))
    for number, blocks in enumerate(pages, 1):
        draw_blocks(canvas, blocks, LEFT, TOP)
        _draw_foot(canvas, sheet, stijl, number, len(pages))
        canvas.end_page()
    return canvas.to_bytes(composer.root)


def _add_head(composer: Composer, sheet: Sheet) -> None:
    stijl, t = composer.stijl, load("papier")
    naam = one_line(t("kop.gemeente", naam=sheet.gemeente))
    gemeente = composer.line_up([[Run(naam)]], stijl.vet, composer.child("P"), width=230)
    dag = composer.line_up(
        [[Run(datum_lang(sheet.datum, jaar=True))]], stijl.klein, composer.child("P"), width=WIDTH - 265, align="rechts"
    )
    mark = Stack([Drawing(24, 18, composer.brush.mark)])
    cells = [(0.0, mark), (28.0, Stack([gemeente], pad=3)), (265.0, Stack([dag], pad=4.5))]
    composer.add(Row(cells, width=WIDTH))
    composer.add(composer.heading(sheet.titel, 1, stijl.titel))
    if sheet.onder:
        composer.add(composer.phrase(sheet.onder, stijl.onder))


def _draw_foot(canvas: TaggedCanvas, sheet: Sheet, stijl: HouseStyle, page: int, pages: int) -> None:
    """Repeated on each page, so an artifact; its words are text all the same and can be found and copied."""
    side = load("papier")("voet.bladzijde", nummer=page, totaal=pages)
    with canvas.artifact(_KIND):
        Brush(stijl).rule(canvas, LEFT, _FOOT, WIDTH, stijl.lijn)
        for place, words in enumerate(sheet.voet):
            for line in break_lines([Run(words)], _SMALL, WIDTH - 110):
                canvas.write(LEFT, _FOOT - 22 - place * _LEADING, _SMALL, stijl.inkt2, line.spans())
        for line in break_lines([Run(side, bold=True)], _SMALL, WIDTH):
            start = LEFT + WIDTH - line.width * _SMALL
            canvas.write(start, _FOOT - 22, _SMALL, stijl.inkt, line.spans())
