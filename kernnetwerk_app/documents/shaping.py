"""Letters that join and marks on letters: which glyph stands where, as HarfBuzz reads it from the font.

A glyph goes on paper as a character of its font. Many joined letters have none (Pashto, Sorani Kurdish): those get a
private one, for which the finished PDF says which letters it stands for (`letters_of`).
"""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz
from reportlab.pdfbase import pdfmetrics

from kernnetwerk_app.documents.fonts import FONTS
from kernnetwerk_app.paths import resource

_JOINING = (("\u0590", "\u08ff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufefc"))
"""Hebrew, Arabic and Syriac, and their compatibility characters."""
_FEATURES = {"kern": False, "liga": False, "clig": False}
"""Widths and letters as in words that need no shaping; what a script itself asks for stays."""
_PRIVATE, _ROOM = 0xF0000, 0x2000
_letters: dict[int, str] = {}


class Shaped(NamedTuple):
    """The glyphs of some letters that stay together; `places` says where each stands when not after the one before.

    Width and places in points at a size of 1 point.
    """

    typed: str
    drawn: str
    width: float
    places: tuple[tuple[float, float], ...]


def needs_shaping(letter: str) -> bool:
    """Whether one letter with its marks looks different from its characters after each other."""
    return any(first <= char <= last for char in letter for first, last in _JOINING) or (
        len(letter) > 1 and any(unicodedata.category(char)[0] == "M" for char in letter)
    )


def shape(text: str, font: str) -> list[Shaped]:
    """The letters of a run in one font and direction, in the order of reading."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    uharfbuzz.shape(_font(font), buffer, _FEATURES)
    glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    groups = [(start, list(same)) for start, same in groupby(glyphs, lambda glyph: glyph[0].cluster)]
    groups.sort(key=lambda group: group[0])
    ends = [*(start for start, _ in groups[1:]), len(text)]
    return [_letter(text[start:end], font, same) for (start, same), end in zip(groups, ends, strict=True)]


def letters_of(code: int) -> str:
    """What the character with this code stands for: itself, or the letters of a glyph that has none."""
    return _letters.get(code, chr(code))


def _letter(typed: str, font: str, glyphs: Sequence[tuple[uharfbuzz.GlyphInfo, uharfbuzz.GlyphPosition]]) -> Shaped:
    per_em, widths = _font(font).face.upem, pdfmetrics.getFont(font).face.charWidths
    drawn, places, pen, follows = "", [], 0.0, True
    for info, position in glyphs:
        char = _char_of(font, info.codepoint, typed)
        places.append((pen + position.x_offset / per_em, position.y_offset / per_em))
        follows = follows and not (position.x_offset or position.y_offset)
        follows = follows and abs(position.x_advance / per_em - widths[ord(char)] / 1000) < 0.001
        pen += position.x_advance / per_em
        drawn += char
    return Shaped(typed, drawn, pen, () if follows else tuple(places))


def _char_of(font: str, glyph: int, typed: str) -> str:
    """The character by which this glyph is drawn."""
    found = _chars(font).get(glyph)
    if found is not None:
        return chr(found)
    code = _PRIVATE + _ROOM * FONTS.index(font) + glyph
    face = pdfmetrics.getFont(font).face
    face.charWidths.setdefault(code, _font(font).get_glyph_h_advance(glyph) * 1000 / _font(font).face.upem)
    face.charToGlyph.setdefault(code, glyph)
    _letters.setdefault(code, "".join(char for char in typed if unicodedata.category(char)[0] not in "MC") or typed)
    return chr(code)


@cache
def _chars(font: str) -> Mapping[int, int]:
    """The lowest character of each glyph."""
    codes = sorted(pdfmetrics.getFont(font).face.charToGlyph.items(), reverse=True)
    return {glyph: code for code, glyph in codes if code < _PRIVATE and unicodedata.category(chr(code))[0] != "C"}


@cache
def _font(font: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(resource("fonts", f"{font}.ttf").read_bytes()))
