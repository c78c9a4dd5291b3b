"""From typed text to lines on paper. Text is never read as markup: what was typed is what is drawn.

The work is linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

from kernnetwerk_app.documents.bidi import direction, mirrored, visual_order
from kernnetwerk_app.documents.fonts import typeface
from kernnetwerk_app.documents.glyphs import (
    Colour,
    Piece,
    all_drawn,
    all_typed,
    all_width,
    to_characters,
    to_pieces,
    without_edges,
)
from kernnetwerk_app.domain.datum import MAANDEN
from kernnetwerk_app.domain.tekst import is_leeg

_LINE_END = re.compile("\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = " \t\x1f\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"  # white space where a line may end
_WORD_OR_BLANK = re.compile(f"[{_BLANKS}]+|[^{_BLANKS}]+")
_IS_BLANK = frozenset(re.findall(f"[{_BLANKS}]", "".join(map(chr, range(0x3001)))))
_BREAKS = frozenset("-–—/\u200b")
_SIMPLE = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ .,:;?!'\"‘’“”…·]*")
"""Letters from left to right that are never joined, marked, kept together or broken inside."""
_PLAIN = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ÿ .,:;?!'\"‘’“”…·()/+–—-]*")
"""The same, with what may be kept together or broken: no matter on a line with room for all of it."""
_BREAK_INSIDE = re.compile(r"(?<=[^\W\d][-–—/])(?=\w)|(?<=\u200b)")
_NUMBER = re.compile(rf"[(+]*\d[\d()./]*[,;:]?|[-–]|(?:uur|{'|'.join(MAANDEN)})[.,;:]?")
"""A part of a telephone number, a time or a date: `0000 - 00 00 00`, `13.00 uur`, `20 april 2027`."""
_YEAR = re.compile(r"\d{4}[.,;:]?")
_HOUSE = re.compile(r"\d{1,5}[A-Za-z]?[.,;:]?")
"""The number of a house, which stays with the name before it: `Proefweg 12`."""
_NUMBER_BEGINS = frozenset("0123456789(+")
_BESIDE = 0.6
"""How much of a line a name and its number may take, to be kept together."""
_MAX_NUMBER = 24
"""A run of numbers with more characters than this is no number that somebody dials."""
_MAX_PARAGRAPHS = 500
"""A text with more of them was not written but pasted; it keeps its lines, and becomes one paragraph."""
_MAX_GROUPS = 7
"""A line that changes more often than this between plain and replaced glyphs gets one ActualText for all of it."""


class Run(NamedTuple):
    """A stretch of text in one weight and colour (None: the colour of the paragraph)."""

    text: str
    bold: bool = False
    colour: Colour | None = None
    taal: str = ""
    """Code of the language where it is not Dutch; a line is in the language that it begins in."""


class Part(NamedTuple):
    """Glyphs of one font and colour; `width` in points at a size of 1 point."""

    drawn: str
    font: str
    width: float
    colour: Colour | None
    places: tuple[tuple[float, float], ...] = ()
    """Where each glyph stands, when not each after the one before."""


class Span(NamedTuple):
    """Neighbouring glyphs that share one ActualText, or None when they speak for themselves."""

    actual: str | None
    parts: list[Part]
    reordered: bool = False


class _Word(NamedTuple):
    pieces: list[Piece]
    width: float
    blank: Piece | None
    """The space before it, if any."""


_Bit = tuple[str, float, str, Colour | None]
"""A word or a space: its text, width, font and colour."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line in the order of reading; `width` in points at a size of 1 point, without the space that ends it."""

    pieces: tuple[Piece, ...]
    width: float
    base: Literal["L", "R"]
    taal: str = ""
    """Code of its language where that is not Dutch."""
    scale: float = 1.0
    """How large it is beside the style of its paragraph."""

    def spans(self) -> list[Span]:
        """What is drawn, from left to right."""
        typed = all_typed(self.pieces)
        is_leftward = not typed.isascii() and any(direction(piece.typed) == "R" for piece in self.pieces)
        if not is_leftward and typed == all_drawn(self.pieces):
            return [Span(None, _parts(self.pieces))]
        if is_leftward:
            return [Span(typed, _parts(self._visual()), reordered=True)]
        groups = [(differs, list(pieces)) for differs, pieces in groupby(self.pieces, lambda p: p.typed != p.drawn)]
        if len(groups) > _MAX_GROUPS:
            groups = [(True, list(self.pieces))]
        return [Span(all_typed(pieces) if differs else None, _parts(pieces)) for differs, pieces in groups]

    def _visual(self) -> list[Piece]:
        pieces = [part for piece in self.pieces for part in without_edges(piece)]
        order, leftward = visual_order([direction(piece.typed) for piece in pieces], self.base)
        return [
            pieces[index]._replace(drawn=mirrored(pieces[index].drawn)) if leftward[index] else pieces[index]
            for index in order
        ]


def paragraphs(text: str) -> list[list[str]]:
    """The typed lines of each paragraph: an empty line begins a new one, a line end alone only a new line."""
    if text.isprintable():  # so without a line end
        return [] if is_leeg(text) else [[str(text)]]
    found: list[list[str]] = [[]]
    for line in _LINE_END.split(text):
        if not is_leeg(line):
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    if len(found) > _MAX_PARAGRAPHS:
        return [[line for lines in found for line in lines]]
    return [lines for lines in found if lines]


def one_line(text: str) -> str:
    """The same words without line ends, for a heading or a name."""
    return " ".join(line for lines in paragraphs(text) for line in lines)


def break_lines(runs: Iterable[Run], size: float, width: float, *, more: bool = False) -> list[Line]:
    """Lines of at most `width` points; a word that is longer than a line is cut where the line is full.

    With `more`, the paragraph goes on after these: the last one ends with a space too.
    """
    runs, room = [run for run in runs if run.text], width / size
    if (line := _whole_line(runs, room, more)) is not None:
        return [line]
    if all(_SIMPLE.fullmatch(run.text) for run in runs) and (lines := _simple_lines(runs, room, more)) is not None:
        return lines
    setter = _Setter(room)
    for words in _with_house_number(_numbers(_words(runs)), room):
        together = _as_one(words) if len(words) > 1 else words[0]
        for word in [together] if together.width <= room else words:
            setter.add(word)
    return setter.finish(more)


def _whole_line(runs: Sequence[Run], room: float, more: bool) -> Line | None:
    """All of it where it fits on one line and nothing in it needs a second look, in a tenth of the time."""
    text = "".join(run.text for run in runs)
    if not text or "  " in text or text[0] == " " or text[-1] == " " or _PLAIN.fullmatch(text) is None:
        return None
    pieces, used = list[Piece](), 0.0
    for run in runs:
        face = typeface(run.bold)
        width = sum(map(face.plain.__getitem__, run.text))
        pieces.append(Piece(run.text, run.text, face.primary, width, run.colour))
        used += width
    if used > room:
        return None
    return Line((*pieces, _end_space()) if more else tuple(pieces), used, "L")


def _end_space() -> Piece:
    """Hangs over the end of a line, so that copied text does not join two words."""
    face = typeface(False)
    return Piece(" ", " ", face.primary, face.plain[" "], None)


def _simple_lines(runs: Iterable[Run], room: float, more: bool) -> list[Line] | None:
    """The same lines in a third of the time, for words that need no second look: most of what is written. A piece is
    all of a run on its line. None when a word is longer than a line.
    """
    lines, line, used = list[Line](), list[_Bit](), 0.0
    gap: _Bit | None = None
    for run in runs:
        face = typeface(run.bold)
        width_of = face.plain.__getitem__
        space = (" ", width_of(" "), face.primary, run.colour)
        for number, word in enumerate(run.text.split(" ")):
            gap = space if number and line else gap
            if not word:
                continue
            width = sum(map(width_of, word))
            if width > room:
                return None
            line += [gap] if gap else []
            if line and used + (gap[1] if gap else 0) + width > room:
                lines.append(_line_of(line, used))
                line, used = [], 0.0
            else:
                used += gap[1] if gap else 0
            line.append((word, width, face.primary, run.colour))
            used += width
            gap = None
    if line:
        lines.append(_line_of(line, used, _end_space() if more else None))
    return lines


def _line_of(bits: Iterable[_Bit], width: float, end: Piece | None = None) -> Line:
    pieces = []
    for (font, colour), same in groupby(bits, itemgetter(2, 3)):
        texts, widths = zip(*((text, wide) for text, wide, _, _ in same), strict=True)
        text = "".join(texts)
        pieces.append(Piece(text, text, font, sum(widths), colour))
    return Line((*pieces, end) if end else tuple(pieces), width, "L")


def _numbers(words: Iterable[_Word]) -> Iterator[list[_Word]]:
    """Each word alone, except the parts of a telephone number, a time or a date: those are read in one go."""
    group: list[_Word] = []
    goes_on = after_month = False
    for word in words:
        if not goes_on and word.pieces[0].typed[:1] not in _NUMBER_BEGINS:
            if group:
                yield from _if_short(group)
                group = []
            yield [word]
            continue
        typed = all_typed(word.pieces) if len(word.pieces) <= _MAX_NUMBER else ""
        is_number = (_YEAR if goes_on and after_month else _NUMBER).fullmatch(typed) is not None
        if group and not (goes_on and is_number and word.blank):
            yield from _if_short(group)
            group = []
        group.append(word)
        goes_on = is_number and typed[-1] not in ".,;:"
        after_month = typed in MAANDEN
    if group:
        yield from _if_short(group)


def _with_house_number(groups: Iterable[list[_Word]], room: float) -> Iterator[list[_Word]]:
    """The same, with a number of a house and the name before it as one where a line has room for both."""
    before: list[_Word] = []
    for words in groups:
        if _is_house(before, words) and before[0].width + words[0].width < room * _BESIDE:
            before = [*before, *words]
            continue
        if before:
            yield before
        before = words
    if before:
        yield before


def _is_house(before: list[_Word], words: list[_Word]) -> bool:
    if len(before) != 1 or len(words) != 1 or words[0].blank is None or len(words[0].pieces) > _MAX_NUMBER:
        return False
    return before[0].pieces[0].typed[:1].isupper() and _HOUSE.fullmatch(all_typed(words[0].pieces)) is not None


def _if_short(group: list[_Word]) -> Iterator[list[_Word]]:
    if sum(len(piece.typed) for word in group for piece in word.pieces) + len(group) - 1 <= _MAX_NUMBER:
        yield group
    else:
        yield from ([word] for word in group)


def _as_one(words: list[_Word]) -> _Word:
    """These words with the spaces between them as one that is not cut."""
    first, *rest = words
    pieces = list(first.pieces)
    for word in rest:
        pieces += [*([word.blank] if word.blank else []), *word.pieces]
    return _Word(pieces, all_width(pieces), first.blank)


class _Setter:
    """Fills lines greedily."""

    def __init__(self, room: float) -> None:
        self._room = room
        self._lines: list[list[Piece]] = []
        self._widths: list[float] = []
        self._line: list[Piece] = []
        self._used = 0.0

    def add(self, word: _Word) -> None:
        blank = word.blank if self._line else None
        if self._line and self._used + (blank.width if blank else 0) + word.width > self._room:
            self._end_line(blank)
            blank = None
        if blank:
            self._put(blank)
        if word.width <= self._room:
            self._line += word.pieces
            self._used += word.width
            return
        for piece in to_characters(word.pieces):
            if self._line and self._used + piece.width > self._room:
                self._end_line(None)
            self._put(piece)

    def finish(self, more: bool) -> list[Line]:
        if self._line:
            self._end_line(_end_space() if more else None)
        first = next((found for line in self._lines for p in line if (found := direction(p.typed)) in ("L", "R")), "L")
        base: Literal["L", "R"] = "R" if first == "R" else "L"
        return [Line(tuple(line), width, base) for line, width in zip(self._lines, self._widths, strict=True)]

    def _put(self, piece: Piece) -> None:
        self._line.append(piece)
        self._used += piece.width

    def _end_line(self, blank: Piece | None) -> None:
        self._lines.append([*self._line, blank] if blank else self._line)
        self._widths.append(self._used)
        self._line = []
        self._used = 0.0


def _words(runs: Iterable[Run]) -> Iterator[_Word]:
    """What stays on one line if it can, each with the space before it; any amount of white space counts as one."""
    blank: Piece | None = None
    for run in runs:
        face = typeface(run.bold)
        space = Piece(" ", " ", face.primary, face.plain[" "], run.colour)
        for part in _WORD_OR_BLANK.findall(unicodedata.normalize("NFC", run.text)):
            if part[0] in _IS_BLANK:
                blank = space
                continue
            for word in (part,) if _BREAKS.isdisjoint(part) else _BREAK_INSIDE.split(part):
                pieces = to_pieces(word, face, run.colour)
                if pieces:
                    if blank and pieces[0].font == face.fallback:
                        # Nothing to switch back for between two words of the other font.
                        blank = blank._replace(font=face.fallback, width=face.fallback_widths[" "])
                    yield _Word(pieces, pieces[0].width if len(pieces) == 1 else all_width(pieces), blank)
                    blank = None


def _parts(pieces: Sequence[Piece]) -> list[Part]:
    if len({(piece.font, piece.colour, piece.places) for piece in pieces}) == 1 and not pieces[0].places:
        return [_joined(pieces)]
    parts = []
    for (_, _, is_placed), same in groupby(pieces, lambda p: (p.font, p.colour, bool(p.places))):
        together = list(same)
        if is_placed:
            parts += [Part(piece.drawn, piece.font, piece.width, piece.colour, piece.places) for piece in together]
        else:
            parts.append(_joined(together))
    return parts


def _joined(pieces: Sequence[Piece]) -> Part:
    """These of one font and colour as one."""
    first = pieces[0]
    return Part(all_drawn(pieces), first.font, all_width(pieces), first.colour)
