"""A sheet to take along: a title, and blocks of a name with what belongs to it. Of places, or of people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kernnetwerk_app.documents.composer import Composer, met_dubbele_punt
from kernnetwerk_app.documents.house_style import WIDTH, HouseStyle
from kernnetwerk_app.documents.layout import Block, Row, Stack
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.documents.tagging import TaggedCanvas
from kernnetwerk_app.teksten import Tekst, load

_WHOLE = 260.0
"""A block of at most this height, in points, is not split over two pages."""


@dataclass(frozen=True, slots=True)
class Feit:
    """A word, what is said by it, and the name of its pictogram."""

    label: str
    tekst: str
    beeld: str = ""
    is_groot: bool = False
    """In the letters of a heading: a number that is looked for."""


@dataclass(frozen=True, slots=True)
class Kaartje:
    """A name, what is said of it, and facts with a word before each: *Telefoon: ...*."""

    naam: str
    tekst: str = ""
    feiten: tuple[Feit, ...] = ()
    in_vak: bool = False
    """With a frame around it, for what must be found first."""


@dataclass(frozen=True, slots=True)
class Bladdeel:
    kop: str
    kaartjes: tuple[Kaartje, ...] = ()
    zinnen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Blad:
    """`titel` is one of our own sentences: it becomes the title of the document in windows and printer lists."""

    titel: str
    onder: str
    gemeente: str
    datum: date
    delen: tuple[Bladdeel, ...]


def eigen_sheet(gemeente: str, t: Tekst, voor: str, datum: date, *onder: str) -> Sheet:
    """The head and foot of a paper for one person: its title and foot stand under `blad` in `t`, and whose it is under
    the title, with what else is said there.
    """
    regels = (load("papier")("aan.voor", voor=voor) if voor else "", *onder)
    return Sheet(gemeente, t("blad.titel"), datum, onder=tuple(filter(None, regels)), voet=(t("blad.voet"),))


def blad_pdf(blad: Blad, stijl: HouseStyle) -> bytes:
    """The sheet as a tagged PDF, the same bytes for the same input. DocumentError tells nothing of the content."""
    sheet = Sheet(blad.gemeente, blad.titel, blad.datum, onder=(blad.onder,), voet=(load("blad")("voet"),))
    return delen_pdf(sheet, blad.delen, stijl)


def delen_pdf(sheet: Sheet, delen: Sequence[Bladdeel], stijl: HouseStyle) -> bytes:
    """These parts under the head of this sheet. DocumentError."""

    def add(composer: Composer) -> None:
        for deel in delen:
            add_bladdeel(composer, deel)

    return sheet_pdf(sheet, add, stijl)


def add_bladdeel(composer: Composer, deel: Bladdeel) -> None:
    """A heading with its sentences and its blocks."""
    stijl = composer.stijl
    kop = composer.heading(deel.kop, 2, stijl.kop)
    zinnen = [composer.sentence(zin) for zin in deel.zinnen]
    # A last sentence alone on a sheet would belong to nothing.
    heel = (
        [Stack([kop, *zinnen], whole_up_to=_WHOLE, above=kop.above)] if zinnen and not deel.kaartjes else [kop, *zinnen]
    )
    composer.add(*heel)
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
    room = composer.picture_room
    for feit in kaartje.feiten:
        letters = replace(stijl.kop, above=4.0) if feit.is_groot else dicht
        words = composer.words(feit.tekst, letters, lead=met_dubbele_punt(feit.label), width=width - room)
        blocks += [Row([*composer.picture(feit.beeld), (room, Stack(words))], above=5)] if room else words

    def behind(canvas: TaggedCanvas, x: float, top: float, height: float) -> None:
        composer.brush.frame(canvas, x, top, WIDTH, height)

    if kaartje.in_vak:
        return Stack(blocks, across=inset, pad=8, behind=behind, whole_up_to=_WHOLE, above=8)
    return Stack(blocks, whole_up_to=_WHOLE, above=9)
