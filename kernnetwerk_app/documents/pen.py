"""Places for a pen on an empty sheet: lines, rings to cross, and room to sign. No word in them is under 12 points."""

from collections.abc import Sequence
from dataclasses import replace

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import WIDTH
from kernnetwerk_app.documents.layout import Block, Drawing, Row, Stack, Text
from kernnetwerk_app.documents.tagging import Element, TaggedCanvas
from kernnetwerk_app.teksten import Tekst, load

HALF = (WIDTH - 20) / 2
_LINE = 27.0  # a line of handwriting: nearly a centimetre
_RING = 22.0  # a ring with the room behind it
_GAP = 13.0  # between one choice and the next


def halves(left: Block, right: Block) -> list[tuple[float, Stack]]:
    return [(0.0, Stack([left])), (HALF + 20, Stack([right]))]


def pen_lines(composer: Composer, count: int) -> Drawing:
    """Lines on the ground of the resident's own words."""

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        for number in range(1, count + 1):
            composer.brush.rule(canvas, x, top - number * _LINE + 4, composer.voice_width, composer.stijl.stem_lijn)

    return Drawing(count * _LINE, composer.voice_width, paint)


def voice_label(composer: Composer, words: str) -> Text:
    """Above what one writes oneself, as large as what one reads there."""
    stijl = composer.stijl
    style = replace(stijl.stem_kop, size=stijl.tekst.size, leading=stijl.tekst.leading)
    label = composer.phrase(words, style, width=composer.voice_width)
    label.keep_next = True
    return label


def field(composer: Composer, label: str, width: float = WIDTH, height: float = _LINE) -> Row:
    """A label with a line behind it; the words stand on the line and the room to write is above it."""
    words = composer.phrase(label, composer.stijl.tekst, width=width * 0.6)
    return on_a_line(composer, [(0.0, words)], _widest(words) + 8, width, height)


def below(composer: Composer, label: str, height: float) -> Stack:
    """A label with a line under it over half of the sheet, in a room of this height."""
    words = composer.phrase(label, composer.stijl.tekst, width=HALF)
    line = on_a_line(composer, [], 0.0, HALF)
    return Stack([words, _down(height - words.height - line.height), line])


def on_a_line(
    composer: Composer, cells: Sequence[tuple[float, Block]], used: float, width: float, height: float = _LINE
) -> Row:
    """These cells with a line behind them, that begins at `used` and ends at `width`."""
    height = max([height, *(block.height for _, block in cells)])
    for _, block in cells:
        block.above = 0.0

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        composer.brush.rule(canvas, x, top - height + 3, width - used, composer.stijl.rand)

    left = [(x, Stack([_down(height - block.height), block])) for x, block in cells]
    return Row([*left, (used, Stack([Drawing(height, width - used, paint)]))])


def pad(composer: Composer, label: str, height: float, width: float = HALF) -> Stack:
    """A frame to sign in of half the sheet wide, and under it whose it is in at most this `width`."""

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        composer.brush.frame(canvas, x, top, HALF, height)

    words = composer.phrase(label, composer.stijl.tekst, width=width)
    words.above = 1.0
    return Stack([Drawing(height + 2, HALF, paint), words])


def place(composer: Composer, t: Tekst, label: str, height: float) -> Row:
    """A frame to sign in, with the day beside it."""
    day = field(composer, t("reactie.datum"), HALF, height)
    return Row(halves(pad(composer, label, height, WIDTH), day))


def rings(composer: Composer, lead: str, words: Sequence[str], last: str = "") -> list[Row]:
    """A ring to cross before each of these words, as many beside each other as fit, behind `lead`. `last` comes on a
    line of its own, to write on.
    """
    kop = composer.phrase(lead, composer.stijl.tekst)
    lijst = composer.child("L")
    rows: list[Row] = []
    cells: list[tuple[float, Stack]] = [(0.0, Stack([kop]))]
    x = _widest(kop) + _GAP
    for woord in words:
        ring, label = _ring(composer, lijst, woord)
        used = _RING + _widest(label)
        if x + used > WIDTH:
            rows.append(Row(cells, above=6))
            cells, x = [], 0.0
        cells += [(x, Stack([ring])), (x + _RING, Stack([label]))]
        x += used + _GAP
    rows.append(Row(cells, above=6))
    if last:
        ring, label = _ring(composer, lijst, last)
        rows.append(on_a_line(composer, [(0.0, ring), (_RING, label)], _RING + _widest(label) + 8, WIDTH))
    return rows


def _ring(composer: Composer, lijst: Element, woord: str) -> tuple[Drawing, Text]:
    item = composer.child("LI", lijst)
    ring = composer.child("Lbl", item)
    ring.actual = load("papier")("reactie.leeg")
    style = composer.stijl.tekst

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        composer.brush.choice(canvas, x + 8, top - style.leading / 2, chosen=False)

    return Drawing(style.leading, _RING, paint, ring), composer.phrase(woord, style, item, role="LBody")


def _widest(text: Text) -> float:
    return max(line.width * line.scale for line in text.lines) * text.style.size


def _down(height: float) -> Drawing:
    """Nothing, so high."""
    return Drawing(max(0.0, height), 0.0, lambda *_: None)
