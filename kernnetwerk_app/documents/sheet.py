"""What every paper beside the plan shares: the head with the municipality and the day, the foot, and the pages."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date

from kernnetwerk_app.documents.archive import About
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.errors import DocumentError
from kernnetwerk_app.documents.glyphs import MISSING
from kernnetwerk_app.documents.house_style import LEFT, PAGE, TOP, WIDTH, HouseStyle
from kernnetwerk_app.documents.layout import Block, Drawing, Row, Stack, draw_blocks, paginate
from kernnetwerk_app.documents.script import add_script
from kernnetwerk_app.documents.shapes import Brush
from kernnetwerk_app.documents.tagging import TaggedCanvas
from kernnetwerk_app.documents.text import Line, Run, break_lines, one_line
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp
from kernnetwerk_app.domain.vertaling import samen
from kernnetwerk_app.teksten import load

_EDGE = 44.0
"""White space below the foot."""
_AIR = 12.0
"""Between the last line and the foot."""
_KIND = "/Type /Pagination /Subtype /Footer"
_DAY = 265.0
"""Where the column of the day begins, in the head."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper without a version: `titel` is one of our own sentences, never a typed one, since it names the document.
    `onder` are the lines under it, `voet` what stands at the left of each foot. `kop` stands above it instead, where
    every paper of its kind has another.
    """

    gemeente: str
    titel: str
    datum: date
    onder: Sequence[str] = ()
    voet: Sequence[str] = ()
    kop: str = ""


Add = Callable[[Composer], None]
"""Puts the blocks in that stand under the head."""


def sheet_pdf(sheet: Sheet, add: Add, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF, the same bytes for the same input; DocumentError, which tells nothing of the content.

    In a style to read aloud from, it is the same words as a script: a sentence a line, in the order of reading.
    """
    # Not raised inside an except block: the error that ReportLab raised may hold text, and would be attached.
    with suppress(Exception):
        return _render(sheet, add, stijl)
    raise DocumentError


def fits(sheet: Sheet, add: Add, stijl: HouseStyle, pages: int = 1) -> bool:
    """Whether this paper is at most so many pages; DocumentError."""
    with suppress(Exception):
        return len(_pages(sheet, add, stijl)[1]) <= pages
    raise DocumentError


def _pages(sheet: Sheet, add: Add, stijl: HouseStyle) -> tuple[Composer, list[list[Block]]]:
    voorlezen = Leeshulp.VOORLEZEN in stijl.vorm
    # A script is made of the ordinary paper: in that, what belongs together stands beside each other.
    composer = Composer(replace(stijl, vorm=GEWOON) if voorlezen else stijl)
    _add_title(composer, sheet)
    with taalhulp(composer):
        add(composer)
    if voorlezen:
        composer = add_script(composer.blocks, Composer(stijl))
    if composer.has_missing:
        composer.add(composer.phrase(load("papier")("teken.ontbreekt", teken=MISSING), stijl.klein))
    return composer, paginate(composer.blocks, TOP - _foot_line(sheet, stijl) - _AIR)


def _render(sheet: Sheet, add: Add, stijl: HouseStyle) -> bytes:
    composer, pages = _pages(sheet, add, stijl)
    canvas = TaggedCanvas(PAGE, About(sheet.titel, sheet.datum))
    for number, blocks in enumerate(pages, 1):
        draw_blocks(canvas, blocks, LEFT, TOP)
        _draw_foot(canvas, sheet, stijl, number, len(pages))
        canvas.end_page()
    return canvas.to_bytes(composer.root)


@contextmanager
def taalhulp(composer: Composer) -> Iterator[None]:
    """Above what is added inside: that the other language is an aid, and when nobody looked it over yet. In Dutch and
    in that language; nothing where none of it is in it.
    """
    place, element = len(composer.blocks), composer.child("P")
    yield
    vertaling, t = composer.stijl.vertaling, load("papier")
    if vertaling is None or not composer.is_vertaald:
        composer.root.kids.remove(element)
        return
    zinnen = [t("taal.hulp", taal=vertaling.nederlands)]
    zinnen += [] if vertaling.nagekeken else [t("taal.niet_nagekeken")]
    typed = [[Run(" ".join(zinnen), bold=not vertaling.nagekeken)], *composer.aid(samen(*zinnen))]
    composer.blocks.insert(place, composer.line_up(typed, composer.stijl.klein_inkt, element))


def add_head(composer: Composer, gemeente: str, rechts: str) -> None:
    """The mark with the municipality, and at the right which day this is of."""
    stijl = composer.stijl
    naam = composer.phrase(load("papier")("kop.gemeente", naam=gemeente), stijl.vet, width=_DAY - 35)
    dag = composer.line_up([[Run(rechts)]], stijl.klein, composer.child("P"), width=WIDTH - _DAY, align="rechts")
    mark = Stack([Drawing(24, 18, composer.brush.mark)])
    composer.add(Row([(0.0, mark), (28.0, Stack([naam], pad=3)), (_DAY, Stack([dag], pad=4.5))], width=WIDTH))


def _add_title(composer: Composer, sheet: Sheet) -> None:
    stijl = composer.stijl
    add_head(composer, sheet.gemeente, datum_lang(sheet.datum, jaar=True))
    composer.add(composer.heading(sheet.kop or sheet.titel, 1, stijl.titel))
    composer.add(*(composer.phrase(regel, stijl.onder) for regel in sheet.onder if regel))


def _foot_lines(sheet: Sheet, stijl: HouseStyle) -> list[Line]:
    size = stijl.voet.size
    taal = stijl.vertaling
    zinnen = [een for zin in sheet.voet for een in (zin, taal.zeg(zin) if taal is not None else "") if een]
    return [line for zin in zinnen for line in break_lines([Run(one_line(zin))], size, WIDTH - size * 12)]


def _foot_line(sheet: Sheet, stijl: HouseStyle) -> float:
    """Height of the line above the foot: as low as its words allow."""
    return _EDGE + max(1, len(_foot_lines(sheet, stijl))) * stijl.voet.leading + 6


def _draw_foot(canvas: TaggedCanvas, sheet: Sheet, stijl: HouseStyle, page: int, pages: int) -> None:
    """Repeated on each page, so an artifact; its words are text all the same and can be found and copied. On paper of
    one page nobody has to know which it is.
    """
    style, top = stijl.voet, _foot_line(sheet, stijl)
    side = load("papier")("voet.bladzijde", nummer=page, totaal=pages) if pages > 1 else ""
    with canvas.artifact(_KIND):
        Brush(stijl).rule(canvas, LEFT, top, WIDTH, stijl.lijn)
        for place, line in enumerate(_foot_lines(sheet, stijl)):
            canvas.write(LEFT, top - 22 - place * style.leading, style.size, style.colour, line.spans())
        for line in break_lines([Run(side, bold=True)], style.size, WIDTH):
            start = LEFT + WIDTH - line.width * style.size
            canvas.write(start, top - 22, style.size, stijl.inkt, line.spans())
