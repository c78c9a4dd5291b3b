"""The papers of one's rights: parts of sentences and of words behind their label, each part under a heading."""

from dataclasses import dataclass, replace
from datetime import date

from kernnetwerk_app.documents.composer import Composer, met_dubbele_punt
from kernnetwerk_app.documents.house_style import ROOM, WIDTH, HouseStyle
from kernnetwerk_app.documents.layout import Block, Drawing, Row, Stack
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.documents.tagging import TaggedCanvas

_ROOM = 11.0
"""Above where something else begins, in points."""
_LINE = 38.0
"""Room for a line of handwriting, in points."""


@dataclass(frozen=True, slots=True)
class Rechtregel:
    """Words that were typed, behind what they are; `merken` say what a reader must look at first. `begin`: with it
    something else begins, so there is room above. `vervolg` is repeated at the head of a page that goes on with it,
    with `kijk`, what a reader must look at, behind it.
    """

    label: str
    woorden: str
    merken: str = ""
    begin: bool = False
    vervolg: str = ""
    kijk: str = ""


@dataclass(frozen=True, slots=True)
class Rechtdeel:
    kop: str
    zinnen: tuple[str, ...] = ()
    regels: tuple[Rechtregel, ...] = ()
    tekenregels: tuple[str, ...] = ()
    """What is written by hand under the sentences: a word with a line behind it."""


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
    kop, zinnen = composer.section(deel.kop), [composer.sentence(zin) for zin in deel.zinnen]
    blocks: list[Block] = [kop, *zinnen]
    dicht = replace(stijl.tekst, above=3.0)
    for regel in deel.regels:
        # For the eye only: who has it read aloud hears it once.
        again = composer.unmarked(": ".join(filter(None, (regel.vervolg, regel.kijk))), stijl.klein)
        if regel.merken:
            merk = composer.phrase(regel.merken, replace(stijl.klein, above=_ROOM) if regel.begin else stijl.klein)
            merk.keep_next = True
            # The mark says itself what to look at.
            merk.carry = composer.unmarked(regel.vervolg, stijl.klein) if regel.vervolg and not regel.begin else None
            blocks.append(merk)
        for words in composer.words(regel.woorden, dicht, lead=met_dubbele_punt(regel.label)):
            words.carry = again if regel.vervolg else None
            blocks.append(words)
    if not deel.tekenregels:
        composer.add(*blocks)
        return
    # Nobody signs on a sheet that does not say for what.
    pen = [_pen_line(composer, woord) for woord in deel.tekenregels]
    composer.add(Stack([*blocks, *pen], whole_up_to=ROOM, above=kop.above))


def _pen_line(composer: Composer, woord: str) -> Row:
    """A word with room to write behind it; the line is for the eye only."""
    half = WIDTH / 3
    words = composer.phrase(woord, composer.stijl.tekst, width=half)
    down = max(0.0, _LINE - words.height)  # the word stands on the line, the room is above it

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        composer.brush.rule(canvas, x, top - _LINE, WIDTH - half, composer.stijl.lijn)

    return Row(
        [
            (0.0, Stack([Drawing(down, 0.0, lambda *_: None), words])),
            (half, Stack([Drawing(_LINE, WIDTH - half, paint)])),
        ],
        width=WIDTH,
        above=8,
    )
