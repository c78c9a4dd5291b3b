"""A sheet to take along: a title, and blocks of a name with what belongs to it. Of places, never of a dossier."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from kernnetwerk_app.documents.archive import About
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.errors import DocumentError
from kernnetwerk_app.documents.glyphs import MISSING
from kernnetwerk_app.documents.house_style import FOOT_LINE, LEFT, PAGE, ROOM, TOP, WIDTH, HouseStyle
from kernnetwerk_app.documents.layout import Block, Drawing, Row, Stack, draw_blocks, paginate
from kernnetwerk_app.documents.shapes import Brush
from kernnetwerk_app.documents.tagging import TaggedCanvas
from kernnetwerk_app.documents.text import Run, break_lines, one_line
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.teksten import Tekst, load

_WHOLE = 260.0
"""A block of at most this height, in points, is not split over two pages."""
_SMALL = 9.5


@dataclass(frozen=True, slots=True)
class Kaartje:
    """A name, what is said of it, and facts with a word before each: *Telefoon: ...*."""

    naam: str
    tekst: str = ""
    feiten: tuple[tuple[str, str], ...] = ()
    in_vak: bool = False
    """With a frame around it, for what must be found first."""


@dataclass(frozen=True, slots=True)
class Bladdeel:
    kop: str
    kaartjes: tuple[Kaartje, ...] = ()
    zinnen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Blad:
    """`soort` is one of our own words: it becomes the title of the document in windows and printer lists."""

    soort: str
    titel: str
    onder: str
    gemeente: str
    datum: date
    delen: tuple[Bladdeel, ...]


def blad_pdf(blad: Blad, stijl: HouseStyle) -> bytes:
    """The sheet as a tagged PDF, the same bytes for the same input. DocumentError tells nothing of the content."""
    # Not raised inside an except block: the error that ReportLab raised may hold text, and would be attached.
    with suppress(Exception):
        return _render(blad, stijl)
    raise DocumentError


def _render(blad: Blad, stijl: HouseStyle) -> bytes:
    t = load("blad")
    composer = Composer(stijl)
    _add_kop(composer, t, blad)
    for deel in blad.delen:
        _add_deel(composer, deel)
    if composer.has_missing:
        composer.add(composer.phrase(load("papier")("teken.ontbreekt", teken=MISSING), stijl.klein))
    pages = paginate(composer.blocks, ROOM + FOOT_LINE - _FOOT - 8)
    canvas = TaggedCanvas(PAGE, About(blad.soort, blad.datum))
    for number, blocks in enumerate(pages, 1):
        draw_blocks(canvas, blocks, LEFT, TOP)
        _draw_foot(canvas, t, stijl, number, len(pages))
        canvas.end_page()
    return canvas.to_bytes(composer.root)


def _add_kop(composer: Composer, t: Tekst, blad: Blad) -> None:
    stijl = composer.stijl
    gemeente = composer.line_up(
        [[Run(one_line(t("gemeente", naam=blad.gemeente)))]], stijl.vet, composer.child("P"), width=230
    )
    dag = [[Run(datum_lang(blad.datum, jaar=True))]]
    datum = composer.line_up(dag, stijl.klein, composer.child("P"), width=WIDTH - 265, align="rechts")
    mark = Drawing(24, 18, composer.brush.mark)
    cells = [(0.0, Stack([mark])), (28.0, Stack([gemeente], pad=3)), (265.0, Stack([datum], pad=4.5))]
    composer.add(Row(cells, width=WIDTH))
    composer.add(composer.heading(blad.titel, 1, stijl.titel))
    if not is_leeg(blad.onder):
        composer.add(composer.phrase(blad.onder, stijl.onder))


def _add_deel(composer: Composer, deel: Bladdeel) -> None:
    stijl = composer.stijl
    composer.add(composer.heading(deel.kop, 2, stijl.kop))
    composer.add(*(composer.phrase(zin, stijl.tekst) for zin in deel.zinnen))
    for kaartje in deel.kaartjes:
        composer.add(_kaartje(composer, kaartje))


def _kaartje(composer: Composer, kaartje: Kaartje) -> Stack:
    """The name as a heading, then the words, then each fact on its own line behind its word in bold."""
    stijl, dicht = composer.stijl, replace(composer.stijl.tekst, above=1.0)
    inset = 14.0 if kaartje.in_vak else 0.0
    width = WIDTH - 2 * inset
    kop = composer.phrase(kaartje.naam, stijl.doel, role="H3", width=width)
    kop.keep_next = True
    blocks: list[Block] = [kop, *composer.words(kaartje.tekst, dicht, width=width)]
    for label, feit in kaartje.feiten:
        blocks += composer.words(feit, dicht, lead=f"{label}:", width=width)

    def behind(canvas: TaggedCanvas, x: float, top: float, height: float) -> None:
        composer.brush.frame(canvas, x, top, WIDTH, height)

    if kaartje.in_vak:
        return Stack(blocks, across=inset, pad=8, behind=behind, whole_up_to=_WHOLE, above=8)
    return Stack(blocks, whole_up_to=_WHOLE, above=9)


_FOOT = 66.0
"""Height of the line above the foot, in points: this foot has one line, and no code."""


def _draw_foot(canvas: TaggedCanvas, t: Tekst, stijl: HouseStyle, page: int, pages: int) -> None:
    """Repeated on each page, so an artifact: what to do when it is wrong, and which page of how many."""
    with canvas.artifact("/Type /Pagination /Subtype /Footer"):
        Brush(stijl).rule(canvas, LEFT, _FOOT, WIDTH, stijl.lijn)
        _write(canvas, stijl, [Run(t("voet"))], right=False)
        if pages > 1:
            _write(canvas, stijl, [Run(t("bladzijde", nummer=page, totaal=pages), bold=True)], right=True)


def _write(canvas: TaggedCanvas, stijl: HouseStyle, runs: Sequence[Run], right: bool) -> None:
    for line in break_lines(runs, _SMALL, WIDTH)[:1]:
        start = LEFT + WIDTH - line.width * _SMALL if right else LEFT
        canvas.write(start, _FOOT - 22, _SMALL, stijl.inkt2, line.spans())
