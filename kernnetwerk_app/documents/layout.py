"""Blocks on pages: what stands under what, where it may be split, and what stays together.

A block knows its height, can be split at a height, and draws itself below a point. `paginate` deals blocks out over
pages. Nothing is ever too high for a page: text is split between lines, a row between the lines of its cells.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from kernnetwerk_app.documents.glyphs import Colour
from kernnetwerk_app.documents.house_style import TextStyle
from kernnetwerk_app.documents.tagging import Element, TaggedCanvas
from kernnetwerk_app.documents.text import Line

Paint = Callable[[TaggedCanvas, float, float], None]
"""Draws with x and y (points) of the upper left corner of the room it was given."""

_SLACK = 0.01
_CAP = 0.36  # half the height of a capital, times the size: puts letters in the middle of their line


class Block(Protocol):
    """Something with a height."""

    above: float
    """White space above it, except at the top of a page."""
    keep_next: bool
    """Must not be the last thing on a page."""
    carry: "Block | None"
    """Is repeated above it when it starts a new page."""

    @property
    def height(self) -> float: ...

    def split(self, room: float, /) -> "tuple[Block | None, Block | None]":
        """What fits in `room`, and what is left; (None, self) when it does not want to be split there."""
        ...

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw below `top`."""
        ...


@dataclass(slots=True)
class Text:
    """Lines of one paragraph; without an element it is there for the eye only."""

    lines: Sequence[Line]
    style: TextStyle
    width: float
    element: Element | None
    align: str = "links"
    above: float = 0.0
    keep_next: bool = False
    carry: Block | None = None

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Never leaves one line alone on either side."""
        fits = int((room + _SLACK) // self.style.leading)
        if len(self.lines) - fits == 1:
            fits -= 1
        if fits < min(2, len(self.lines)):
            return None, self
        return self._part(self.lines[:fits]), self._part(self.lines[fits:])

    def _part(self, lines: Sequence[Line]) -> "Text":
        return Text(lines, self.style, self.width, self.element, self.align, self.above, self.keep_next, self.carry)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.element is None:
            with canvas.artifact():
                self.write(canvas, x, top)
            return
        for taal, numbers in groupby(range(len(self.lines)), lambda number: self.lines[number].taal):
            element = Element("Span", self.element, lang=taal) if taal else self.element
            with canvas.content(element):
                self._write(canvas, x, top, numbers)

    def write(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The lines without a mark of their own, as part of a figure."""
        self._write(canvas, x, top, range(len(self.lines)))

    def _write(self, canvas: TaggedCanvas, x: float, top: float, numbers: Iterable[int]) -> None:
        for number in numbers:
            line = self.lines[number]
            size = self.style.size * line.scale
            baseline = top - (number + 0.5) * self.style.leading - _CAP * size
            canvas.write(x + self._indent(line, size), baseline, size, self.style.colour, line.spans())

    def _indent(self, line: Line, size: float) -> float:
        spare = self.width - line.width * size
        if line.base == "R":
            # The space that ends a line that runs to the left hangs out on its left side.
            return spare - (sum(piece.width for piece in line.pieces) - line.width) * size
        return spare if self.align == "rechts" else 0.0


@dataclass(slots=True)
class Drawing:
    """A painted shape of fixed height: a figure when it has an element, else decoration."""

    height: float
    width: float
    paint: Paint
    element: Element | None = None
    above: float = 0.0
    keep_next: bool = False
    carry: Block | None = None

    def split(self, _room: float) -> tuple[Block | None, Block | None]:
        return None, self

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.element is not None and self.element.role == "Figure":
            self.element.box = (x, top - self.height, x + self.width, top)
        with canvas.content(self.element) if self.element else canvas.artifact():
            canvas.saveState()
            self.paint(canvas, x, top)
            canvas.restoreState()


@dataclass(slots=True)
class Stack:
    """Blocks under each other, with room around them and perhaps a ground or a frame behind them."""

    blocks: Sequence[Block]
    across: float = 0.0
    """Room left of the blocks."""
    pad: float = 0.0
    """Room above the first and below the last."""
    behind: Callable[[TaggedCanvas, float, float, float], None] | None = None
    """Paints behind the blocks: x, top and height."""
    whole_up_to: float = 0.0
    """Is not split while its height is at most this."""
    above: float = 0.0
    keep_next: bool = False
    carry: Block | None = None

    @property
    def height(self) -> float:
        return _height(self.blocks) + 2 * self.pad

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        if self.height <= self.whole_up_to:
            return None, self
        head, tail = fill(self.blocks, room - 2 * self.pad)
        are_headings = all(one is other and one.keep_next for one, other in zip(head, self.blocks, strict=False))
        if not head or (tail and are_headings):
            return None, self
        return self.part(head), (self.part(tail) if tail else None)

    def part(self, blocks: Sequence[Block]) -> "Stack":
        """These of its blocks in the same way."""
        return Stack(blocks, self.across, self.pad, self.behind, 0.0, self.above, self.keep_next, self.carry)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.behind is not None:
            with canvas.artifact():
                canvas.saveState()
                self.behind(canvas, x, top, self.height)
                canvas.restoreState()
        draw_blocks(canvas, self.blocks, x + self.across, top - self.pad)


@dataclass(slots=True)
class Row:
    """Stacks beside each other, each at its own x from the left of the row; with a line above when it has a colour."""

    cells: Sequence[tuple[float, Stack]]
    pad: float = 0.0
    rule: Colour | None = None
    width: float = 0.0
    whole_up_to: float = 0.0
    above: float = 0.0
    keep_next: bool = False
    carry: Block | None = None

    @property
    def height(self) -> float:
        return max((cell.height for _, cell in self.cells), default=0.0) + 2 * self.pad

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        if self.height <= self.whole_up_to:
            return None, self
        heads: list[tuple[float, Stack]] = []
        tails: list[tuple[float, Stack]] = []
        for x, cell in self.cells:
            head, tail = fill(cell.blocks, room - 2 * self.pad)
            heads.append((x, Stack(head)))
            tails.append((x, Stack(tail)))
        if not any(cell.blocks for _, cell in heads):
            return None, self
        return self.part(heads), self.part(tails)

    def part(self, cells: Sequence[tuple[float, Stack]]) -> "Row":
        return Row(cells, self.pad, self.rule, self.width, 0.0, self.above, self.keep_next, self.carry)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.rule is not None:
            with canvas.artifact():
                canvas.rule(x, top, self.width, self.rule)
        for indent, cell in self.cells:
            cell.draw(canvas, x + indent, top - self.pad)


def fill(blocks: Sequence[Block], room: float) -> tuple[list[Block], list[Block]]:
    """The first blocks, as many as fit, and the rest; a heading goes along with what it stands above."""
    used = 0.0
    for at, block in enumerate(blocks):
        gap = block.above if at else 0.0
        if used + gap + block.height <= room + _SLACK:
            used += gap + block.height
            continue
        head, tail = block.split(room - used - gap)
        if head is not None:
            return [*blocks[:at], head], [*([tail] if tail else []), *blocks[at + 1 :]]
        last = at
        while last and blocks[last - 1].keep_next:
            last -= 1
        cut = last or at  # a page of headings only: give up keeping them together
        return list(blocks[:cut]), list(blocks[cut:])
    return list(blocks), []


def paginate(blocks: Sequence[Block], room: float) -> list[list[Block]]:
    """The blocks of each page, at least one page; each page takes at least one block, so it always ends."""
    pages: list[list[Block]] = []
    rest = list(blocks)
    while rest or not pages:
        head = _carried(rest[0]) if pages and rest else None
        carried = [head] if head is not None else []
        page, rest = fill([*carried, *rest], room)
        if len(page) <= len(carried) and rest:
            first, tail = _broken(rest[0], room - _height(page) - (rest[0].above if page else 0.0))
            page, rest = [*page, first], [*([tail] if tail else []), *rest[1:]]
        pages.append(page)
    return pages


def _broken(block: Block, room: float) -> tuple[Block, Block | None]:
    """What did not want to be split, at the top of a page that is too low for it: there a heading stays alone if it
    must.
    """
    if block.height <= room + _SLACK:
        return block, None
    if isinstance(block, Row):
        parts = [(x, _broken(cell, room - 2 * block.pad)) for x, cell in block.cells]
        return (
            block.part([(x, Stack([head])) for x, (head, _) in parts]),
            block.part([(x, Stack([tail] if tail else [])) for x, (_, tail) in parts]),
        )
    if isinstance(block, Stack):
        head, tail = fill(block.blocks, room - 2 * block.pad)
        if not head:
            first, left = _broken(block.blocks[0], room - 2 * block.pad)
            head, tail = [first], [*([left] if left else []), *block.blocks[1:]]
        return block.part(head), (block.part(tail) if tail else None)
    return block, None


def _carried(block: Block) -> Block | None:
    """What is repeated above this block; of what was put together it may belong to what begins the page."""
    if block.carry is None and isinstance(block, Stack) and block.blocks:
        return _carried(block.blocks[0])
    return block.carry


def draw_blocks(canvas: TaggedCanvas, blocks: Iterable[Block], x: float, top: float) -> None:
    """Draw blocks under each other, the first without its white space."""
    y = top
    for number, block in enumerate(blocks):
        y -= block.above if number else 0.0
        block.draw(canvas, x, y)
        y -= block.height


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks) + sum(block.above for block in blocks[1:])
