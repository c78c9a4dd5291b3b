"""From typed characters to glyphs: which font draws a letter with its marks, and what stands there when none can.

Each character gets a glyph from Open Sans, else from DejaVu Sans, else the visible mark `MISSING`; what was typed then
goes along, so that reading aloud and copying keep it.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from kernnetwerk_app.documents.bidi import direction
from kernnetwerk_app.documents.fonts import Typeface, typeface
from kernnetwerk_app.documents.shaping import needs_shaping, shape
from kernnetwerk_app.domain.tekst import is_leeg, neutraal

MISSING = "\N{REPLACEMENT CHARACTER}"
"""Drawn for a control character, and for a character that neither font has."""

_BRACKETS = ("()", "[]", "{}", "<>")
_JOINER = "\u200d"

Colour = tuple[float, float, float]


class Piece(NamedTuple):
    """Glyphs of one font that stay together. `typed` differs from `drawn` where the eye gets something else."""

    typed: str
    drawn: str
    font: str
    width: float
    """In points at a size of 1 point."""
    colour: Colour | None
    places: tuple[tuple[float, float], ...] = ()
    """Where each glyph stands from the left of the piece and from the line, when not each after the one before."""


def to_pieces(word: str, face: Typeface, colour: Colour | None) -> list[Piece]:
    """The glyphs of a word in normal form C: one piece when all of it is plain, else one for each letter."""
    try:
        return [Piece(word, word, face.primary, sum(map(face.plain.__getitem__, word)), colour)]
    except KeyError:
        return list(_letters(word, face, colour))


def _letters(word: str, face: Typeface, colour: Colour | None) -> Iterator[Piece]:
    for font, same in groupby(_clusters(word), lambda letter: _shaping_font(letter, face)):
        if font:
            letters = shape("".join(same), font)
            yield from (Piece(neutraal(een.typed), een.drawn, font, een.width, colour, een.places) for een in letters)
        else:
            yield from (piece for letter in same for piece in _glyphs(letter, face, colour))


def _shaping_font(letter: str, face: Typeface) -> str:
    """The font that has all of a letter that must be shaped; empty when it need not be, or neither has it."""
    chars = [char for char in letter if not _is_invisible(char)]
    if not needs_shaping("".join(chars)):
        return ""
    fonts = ((face.primary, face.primary_widths), (face.fallback, face.fallback_widths))
    return next((font for font, widths in fonts if all(char in widths for char in chars)), "")


def to_characters(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The smallest pieces a long word may be cut into: a letter with its marks."""
    for piece in pieces:
        plain = next((face.plain for face in (typeface(False), typeface(True)) if face.primary == piece.font), {})
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


def _glyphs(typed: str, face: Typeface, colour: Colour | None) -> list[Piece]:
    """One letter with its marks: in one font if that has all of it, else piece by piece."""
    chars = [char for char in typed if not _is_invisible(char)]
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


def without_edges(piece: Piece) -> list[Piece]:
    """A word apart from the punctuation around it, which can end up on its other side; brackets around it stay."""
    chars = list(to_characters([piece]))
    core = [at for at, char in enumerate(chars) if direction(char.typed) != "ON"]
    if not core:
        return chars
    start, end = core[0], core[-1] + 1
    while start and end < len(chars) and chars[start - 1].typed + chars[end].typed in _BRACKETS:
        start, end = start - 1, end + 1
    middle = piece._replace(
        typed=all_typed(chars[start:end]),
        drawn=all_drawn(chars[start:end]),
        width=all_width(chars[start:end]),
    )
    return [*chars[:start], middle, *chars[end:]]


def all_typed(pieces: Iterable[Piece]) -> str:
    return "".join([piece.typed for piece in pieces])


def all_drawn(pieces: Iterable[Piece]) -> str:
    return "".join([piece.drawn for piece in pieces])


def all_width(pieces: Iterable[Piece]) -> float:
    return sum([piece.width for piece in pieces])
