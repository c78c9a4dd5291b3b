"""Makes the blocks of a document together with their place in the structure tree."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kernnetwerk_app.documents.glyphs import MISSING, all_drawn
from kernnetwerk_app.documents.house_style import ROOM, WIDTH, HouseStyle, TextStyle
from kernnetwerk_app.documents.layout import Block, Drawing, Row, Stack, Text
from kernnetwerk_app.documents.pictogram import draw_pictogram
from kernnetwerk_app.documents.shapes import Brush
from kernnetwerk_app.documents.tagging import Element, TaggedCanvas
from kernnetwerk_app.documents.text import Line, Run, break_lines, one_line, paragraphs
from kernnetwerk_app.domain.vertaling import VasteZin

_VOICE_PAD = 11.0
_AID_SIZE = 11.5
"""Points: the largest that another language is beside our own words, which lead."""


def met_dubbele_punt(lead: str) -> str:
    """The words before an answer on its line, ended as they are or with a colon; a sentence of ours stays one."""
    if not lead or lead.rstrip()[-1:] in "?!.:":
        return lead
    return VasteZin.van(f"{lead}:", lead.delen) if isinstance(lead, VasteZin) else f"{lead}:"


class Composer:
    """Collects `blocks` in reading order under `root`; typed text goes in as it is and comes out as it is."""

    def __init__(self, stijl: HouseStyle) -> None:
        self.stijl = stijl
        self._vertaling = stijl.vertaling
        self.brush = Brush(stijl)
        self.root = Element("Document")
        self.blocks: list[Block] = []
        self.has_missing = False
        self.is_vertaald = False

    def add(self, *blocks: Block) -> None:
        self.blocks += blocks

    def child(self, role: str, parent: Element | None = None) -> Element:
        return Element(role, parent or self.root)

    def line_up(
        self,
        typed: Sequence[Sequence[Run]],
        style: TextStyle,
        element: Element | None,
        *,
        width: float = WIDTH,
        align: str = "links",
        keep_next: bool = False,
    ) -> Text:
        """One paragraph of typed lines that is `element`, or decoration for the eye without one."""
        lines: list[Line] = []
        for number, runs in enumerate(typed, 1):
            taal = runs[0].taal if runs else ""
            scale = min(1.0, _AID_SIZE * (1.5 if self.stijl.is_groot else 1.0) / style.size) if taal else 1.0
            weighted = [run._replace(bold=True) for run in runs] if style.bold and not taal else runs
            broken = break_lines(weighted, style.size * scale, width, more=number < len(typed))
            lines += [replace(line, taal=taal, scale=scale) for line in broken] if taal else broken
        self.has_missing |= any(MISSING in all_drawn(line.pieces) for line in lines)
        return Text(lines, style, width, element, align, above=style.above, keep_next=keep_next)

    def phrase(
        self, text: str, style: TextStyle, parent: Element | None = None, *, role: str = "P", width: float = WIDTH
    ) -> Text:
        """A sentence of ours, or a name, on one line as far as it fits."""
        return self.line_up(self.typed(text), style, self.child(role, parent), width=width)

    def unmarked(self, text: str, style: TextStyle) -> Text:
        """As a phrase, for the eye only: what is repeated."""
        return self.line_up(self.typed(text), style, None)

    def typed(self, text: str, *more: Run) -> list[list[Run]]:
        """A sentence or heading with what follows it on its line, and under it the language that stands beside ours."""
        return [[Run(one_line(text)), *more], *self.aid(text)]

    def aid(self, text: str) -> list[list[Run]]:
        """The line under one of our own sentences in that language; none for what is typed, and none in Dutch alone."""
        vertaling = self._vertaling
        zin = vertaling.zeg(text) if vertaling is not None else ""
        if vertaling is None or not zin:
            return []
        self.is_vertaald = True
        return [[Run(one_line(zin), colour=self.stijl.inkt2, taal=vertaling.code)]]

    def words(
        self,
        text: str | None,
        style: TextStyle,
        parent: Element | None = None,
        *,
        lead: str = "",
        after: str = "",
        quoted: bool = False,
        width: float = WIDTH,
    ) -> list[Text]:
        """Typed text, a P for each of its paragraphs; `lead` runs into the first in bold, `after` ends the last.

        Nothing at all when the text is empty.
        """
        found = [[[Run(line)] for line in lines] for lines in paragraphs(text)] if text else []
        if not found:
            return []
        first, last = found[0][0], found[-1][-1]
        if quoted:
            first[0] = Run(f"“{first[0].text.lstrip()}")
            last[0] = Run(f"{last[0].text.rstrip()}”")
        last.append(Run(after, colour=self.stijl.inkt2))
        found[-1] += self.aid(text or "")
        if lead and (aid := self.aid(lead)):
            found[0][:0] = [[Run(one_line(lead), bold=True)], *aid]
        elif lead:
            first.insert(0, Run(f"{one_line(lead)} ", bold=True))
        return [self.line_up(lines, style, self.child("P", parent), width=width) for lines in found]

    def sentence(self, text: str, beeld: str = "") -> Block:
        """A sentence of ours in plain text, with its pictogram before it on paper that has those (TAAL-03)."""
        room = self.picture_room if beeld else 0.0
        words = self.phrase(text, self.stijl.tekst, width=WIDTH - room)
        if not room:
            return words
        return self._beside(beeld, words, words.above + 4)

    def section(self, text: str, beeld: str = "") -> Block:
        """The heading of a part, with its pictogram before it on paper that has those."""
        room = self.picture_room if beeld else 0.0
        words = self.line_up(self.typed(text), self.stijl.kop, self.child("H2"), width=WIDTH - room)
        words.keep_next = True
        return self._beside(beeld, words, words.above) if room else words

    def _beside(self, beeld: str, words: Text, above: float) -> Row:
        cells = [*self.picture(beeld, words.style), (self.picture_room, Stack([words]))]
        return Row(cells, width=WIDTH, whole_up_to=words.height, above=above, keep_next=words.keep_next)

    @property
    def picture_room(self) -> float:
        """How far words stand from the left to leave room for a pictogram; nothing on paper without."""
        return self.stijl.tekst.size * 2.6 if self.stijl.heeft_beeld else 0.0

    def picture(self, beeld: str, style: TextStyle | None = None) -> list[tuple[float, Stack]]:
        """The first cell of a row: the pictogram, for the eye only, since the words beside it say the same.

        `style` is that of those words; the plain text unless given.
        """
        if not beeld or not self.stijl.heeft_beeld:
            return []
        side, height = self.stijl.tekst.size * 1.9, (style or self.stijl.tekst).leading

        def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
            draw_pictogram(canvas, beeld, x, top + (side - height) / 2, side, self.stijl.accent)

        return [(0.0, Stack([Drawing(height, side, paint)]))]

    def heading(self, text: str, level: int, style: TextStyle, *, quoted: bool = False, width: float = WIDTH) -> Text:
        """A heading; it stays with what follows it."""
        words = f"“{one_line(text)}”" if quoted else one_line(text)
        return self.line_up(
            [[Run(words)], *self.aid(text)], style, self.child(f"H{level}"), width=width, keep_next=True
        )

    def voice(self, label: Block, blocks: Iterable[Block], above: float) -> Stack:
        """What the resident said, on its own ground; as far as half a page its label never stands there alone."""

        def behind(canvas: TaggedCanvas, x: float, top: float, height: float) -> None:
            self.brush.ground(canvas, x, top, WIDTH, height)

        content = [label, *blocks]
        return Stack(content, across=13, pad=_VOICE_PAD, behind=behind, whole_up_to=ROOM / 2, above=above)

    @property
    def voice_width(self) -> float:
        """Room for text on that ground."""
        return WIDTH - 26
