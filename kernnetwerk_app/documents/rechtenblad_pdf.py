"""The papers of one's rights: parts of sentences and of words behind their label, each part under a heading."""

from dataclasses import dataclass, replace
from datetime import date

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import WIDTH, HouseStyle
from kernnetwerk_app.documents.layout import Drawing, Row, Stack
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.documents.tagging import TaggedCanvas

_ROOM = 11.0
"""Above where something else begins, in points."""
_LINE = 30.0
"""Room for a line of handwriting, in points."""


@dataclass(frozen=True, slots=True)
class Rechtregel:
    """Words that were typed, behind what they are; `merken` say what a reader must look at first. `begin`: with it
    something else begins, so there is room above.
    """

    label: str
    woorden: str
    merken: str = ""
    begin: bool = False


@dataclass(frozen=True, slots=True)
class Rechtdeel:
    kop: str
    zinnen: tuple[str, ...] = ()
    regels: tuple[Rechtregel, ...] = ()
    tekenregels: tuple[str, ...] = ()
    """What is written by hand: a word with a line behind it."""


@dataclass(frozen=True, slots=True)
class Rechtenblad:
    """`titel` is one of our own sentences; `onder` for whom, `voet` what stands at the foot of each page."""

    gemeente: str
    titel: str
    datum: date
    onder: tuple[str, ...]
    delen: tuple[Rechtdeel, ...]
    voet: tuple[str, ...]


def rechtenblad_pdf(blad: Rechtenblad, stijl: HouseStyle) -> bytes:
    """The paper as a tagged PDF; DocumentError, which tells nothing of the content."""
    sheet = Sheet(blad.gemeente, blad.titel, blad.datum, onder=blad.onder, voet=blad.voet)

    def add(composer: Composer) -> None:
        for deel in blad.delen:
            _add_deel(composer, deel)

    return sheet_pdf(sheet, add, stijl)


def _add_deel(composer: Composer, deel: Rechtdeel) -> None:
    stijl = composer.stijl
    composer.add(composer.section(deel.kop))
    composer.add(*(composer.sentence(zin) for zin in deel.zinnen))
    dicht = replace(stijl.tekst, above=3.0)
    for regel in deel.regels:
        if regel.merken:
            merk = composer.phrase(regel.merken, replace(stijl.klein, above=_ROOM) if regel.begin else stijl.klein)
            merk.keep_next = True
            composer.add(merk)
        composer.add(*composer.words(regel.woorden, dicht, lead=f"{regel.label}:"))
    for woord in deel.tekenregels:
        composer.add(_pen_line(composer, woord))


def _pen_line(composer: Composer, woord: str) -> Row:
    """A word with room to write behind it; the line is for the eye only."""
    half = WIDTH / 3
    words = composer.phrase(woord, composer.stijl.tekst, width=half)

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        composer.brush.rule(canvas, x, top - _LINE, WIDTH - half, composer.stijl.lijn)

    return Row([(0.0, Stack([words])), (half, Stack([Drawing(_LINE, WIDTH - half, paint)]))], width=WIDTH, above=8)
