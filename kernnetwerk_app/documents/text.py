"""From typed text to lines on paper. Text is never read as markup: what was typed is what is drawn.

Each character gets a glyph from Open Sans, else from DejaVu Sans, else the visible mark `MISSING`; what was typed then
goes along as ActualText, so that reading aloud and copying keep it. The work is linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Literal, NamedTuple

from kernnetwerk_app.documents.bidi import direction, join_arabic, mirrored, visual_order
from kernnetwerk_app.documents.fonts import Typeface, typeface
from kernnetwerk_app.domain.tekst import is_leeg, neutraal

MISSING = "\N{REPLACEMENT CHARACTER}"
"""Drawn for a control character, and for a character that neither font has."""

_LINE_END = re.compile("\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = " \t\x1f\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"  # white space where a line may end
_WORD_OR_BLANK = re.compile(f"[{_BLANKS}]+|[^{_BLANKS}]+")
_BREAK_INSIDE = re.compile(r"(?<=[^\W\d][-–—/])(?=\w)|(?<=\u200b)")
_BRACKETS = ("()", "[]", "{}", "<>")
_JOINER = "\u200d"
_MAX_PARAGRAPHS = 500
"""A text with more of them was not written but pasted; it keeps its lines, and becomes one paragraph."""
_MAX_GROUPS = 7
"""A line that changes more often than this between plain and replaced glyphs gets one ActualText for all of it."""

Colour = tuple[float, float, float]


class Run(NamedTuple):
    """A stretch of text in one weight and colour (None: the colour of the paragraph)."""

    text: str
    bold: bool = False
    colour: Colour | None = None


class Piece(NamedTuple):
    """Glyphs of one font that stay together. `typed` differs from `drawn` where the eye gets something else."""

    typed: str
    drawn: str
    font: str
    width: float
    colour: Colour | None


class Part(NamedTuple):
    """Glyphs of one font and colour; `width` in points at a size of 1 point."""

    drawn: str
    font: str
    width: float
    colour: Colour | None


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


@dataclass(frozen=True, slots=True)
class Line:
    """One line in the order of reading; `width` in points at a size of 1 point, without the space that ends it."""

    pieces: tuple[Piece, ...]
    width: float
    base: Literal["L", "R"]

    def spans(self) -> list[Span]:
        """What is drawn, from left to right."""
        if any(direction(piece.typed) == "R" for piece in self.pieces):
            return [Span(_typed(self.pieces), _parts(self._visual()), reordered=True)]
        groups = [(differs, list(pieces)) for differs, pieces in groupby(self.pieces, lambda p: p.typed != p.drawn)]
        if len(groups) > _MAX_GROUPS:
            groups = [(True, list(self.pieces))]
        return [Span(_typed(pieces) if differs else None, _parts(pieces)) for differs, pieces in groups]

    def _visual(self) -> list[Piece]:
        pieces = [part for piece in self.pieces for part in _without_edges(piece)]
        order, leftward = visual_order([direction(piece.typed) for piece in pieces], self.base)
        return [
            pieces[index]._replace(drawn=mirrored(pieces[index].drawn)) if leftward[index] else pieces[index]
            for index in order
        ]


def paragraphs(text: str) -> list[list[str]]:
    """The typed lines of each paragraph: an empty line begins a new one, a line end alone only a new line."""
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
    setter = _Setter(width / size)
    for word in _words(runs):
        setter.add(word)
    return setter.finish(more)


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
        for piece in _characters(word.pieces):
            if self._line and self._used + piece.width > self._room:
                self._end_line(None)
            self._put(piece)

    def finish(self, more: bool) -> list[Line]:
        if self._line:
            face = typeface(False)
            self._end_line(Piece(" ", " ", face.primary, face.plain[" "], None) if more else None)
        first = next((found for line in self._lines for p in line if (found := direction(p.typed)) in ("L", "R")), "L")
        base: Literal["L", "R"] = "R" if first == "R" else "L"
        return [Line(tuple(line), width, base) for line, width in zip(self._lines, self._widths, strict=True)]

    def _put(self, piece: Piece) -> None:
        self._line.append(piece)
        self._used += piece.width

    def _end_line(self, blank: Piece | None) -> None:
        """The space hangs over the end of the line, so that copied text does not join two words."""
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
            if part[0].isspace() and part[0] not in "\xa0\u2007\u202f":
                blank = space
                continue
            for word in _BREAK_INSIDE.split(part):
                pieces = _pieces(word, face, run.colour)
                if pieces:
                    if blank and pieces[0].font == face.fallback:
                        # Nothing to switch back for between two words of the other font.
                        blank = blank._replace(font=face.fallback, width=face.fallback_widths[" "])
                    yield _Word(pieces, _width(pieces), blank)
                    blank = None


def _pieces(word: str, face: Typeface, colour: Colour | None) -> list[Piece]:
    if face.plain.keys() >= set(word):
        return [Piece(word, word, face.primary, sum(map(face.plain.__getitem__, word)), colour)]
    found: list[Piece] = []
    clusters = _clusters(word)
    is_arabic = any("\u0600" <= char <= "\u08ff" for char in word)
    for typed, drawn in join_arabic(clusters) if is_arabic else zip(clusters, clusters, strict=True):
        found += _glyphs(typed, drawn, face, colour)
    return found


def _characters(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The smallest pieces a long word may be cut into: a letter with its marks."""
    for piece in pieces:
        plain = typeface(piece.font == typeface(True).primary).plain
        if piece.typed == piece.drawn and plain.keys() >= set(piece.drawn):
            yield from (piece._replace(typed=char, drawn=char, width=plain[char]) for char in piece.drawn)
        else:
            yield piece


def _clusters(word: str) -> list[str]:
    """Letters with the marks, variation selectors and joined characters that belong to them."""
    clusters: list[list[str]] = []
    for char in word:
        if clusters and (_extends(char) or clusters[-1][-1] == _JOINER or _is_flag(clusters[-1], char)):
            clusters[-1].append(char)
        else:
            clusters.append([char])
    return ["".join(cluster) for cluster in clusters]


@cache
def _extends(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or _is_invisible(char) or "\U0001f3fb" <= char <= "\U0001f3ff"


def _is_flag(cluster: Sequence[str], char: str) -> bool:
    return len(cluster) == 1 and all("\U0001f1e6" <= half <= "\U0001f1ff" for half in (cluster[0], char))


@cache
def _is_invisible(char: str) -> bool:
    """Takes part in a text without being seen, by its nature; drawn as nothing."""
    return is_leeg(char) and unicodedata.category(char) not in ("Cc", "Cn", "Zs")


@cache
def _is_broken(char: str) -> bool:
    """Control characters, half a surrogate pair, and codes that are no character: no text can carry them."""
    return unicodedata.category(char) in ("Cc", "Cs") or ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef"


def _glyphs(typed: str, drawn: str, face: Typeface, colour: Colour | None) -> list[Piece]:
    """One letter with its marks: in one font if that has all of it, else piece by piece."""
    chars = [char for char in drawn if not _is_invisible(char)]
    typed = neutraal(typed)  # a character that turns the reading direction would turn the copied text as well
    for font, widths in ((face.primary, face.primary_widths), (face.fallback, face.fallback_widths)):
        if chars and all(char in widths for char in chars):
            return [Piece(typed, "".join(chars), font, sum(widths[char] for char in chars), colour)]
    pieces = []
    for absent, same in groupby(chars, lambda char: face.look_up(char) is None and not _is_broken(char)):
        group = list(same)
        shown = [("".join(group), MISSING)] if absent else zip(group, group, strict=True)
        pieces += [_single(own, glyph, face, colour) for own, glyph in shown]
    whole = len(pieces) == 1 and pieces[0].typed != pieces[0].drawn
    return [pieces[0]._replace(typed=typed)] if whole else pieces


def _single(typed: str, drawn: str, face: Typeface, colour: Colour | None) -> Piece:
    found = face.look_up(drawn)
    if found is None:
        return Piece(MISSING, MISSING, face.primary, face.plain[MISSING], colour)
    font, width = found
    return Piece(typed, drawn, font, width, colour)


def _without_edges(piece: Piece) -> list[Piece]:
    """A word apart from the punctuation around it, which can end up on its other side; brackets around it stay."""
    chars = list(_characters([piece]))
    core = [at for at, char in enumerate(chars) if direction(char.typed) != "ON"]
    if not core:
        return chars
    start, end = core[0], core[-1] + 1
    while start and end < len(chars) and chars[start - 1].typed + chars[end].typed in _BRACKETS:
        start, end = start - 1, end + 1
    middle = piece._replace(
        typed=_typed(chars[start:end]), drawn="".join(c.drawn for c in chars[start:end]), width=_width(chars[start:end])
    )
    return [*chars[:start], middle, *chars[end:]]


def _typed(pieces: Iterable[Piece]) -> str:
    return "".join(piece.typed for piece in pieces)


def _width(pieces: Iterable[Piece]) -> float:
    return sum(piece.width for piece in pieces)


def _parts(pieces: Iterable[Piece]) -> list[Part]:
    parts = []
    for (font, colour), same in groupby(pieces, lambda piece: (piece.font, piece.colour)):
        together = list(same)
        parts.append(Part("".join(piece.drawn for piece in together), font, _width(together), colour))
    return parts
