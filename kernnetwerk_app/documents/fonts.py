"""The embedded fonts: which character has a glyph in which font, and how wide it is."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kernnetwerk_app.paths import resource

Widths = Mapping[str, float]
"""Width of each character that has a glyph, in points at a size of 1 point."""

_FILES = {False: ("OpenSans-Regular", "DejaVuSans"), True: ("OpenSans-SemiBold", "DejaVuSans-Bold")}

FONTS = [name for names in _FILES.values() for name in names]


@dataclass(frozen=True, slots=True)
class Typeface:
    """One weight: the letter of the house, and the wide font for what that one has not."""

    primary: str
    fallback: str
    primary_widths: Widths
    fallback_widths: Widths
    plain: Widths
    """The part of the primary in which one character is one mark on the paper: no combining or invisible ones."""

    def look_up(self, char: str) -> tuple[str, float] | None:
        """Font and width for a character, or None when neither font has it."""
        if char in self.primary_widths:
            return self.primary, self.primary_widths[char]
        if char in self.fallback_widths:
            return self.fallback, self.fallback_widths[char]
        return None


@cache
def typeface(bold: bool) -> Typeface:
    """The face in one weight; its fonts are read and registered with ReportLab once."""
    primary, fallback = _FILES[bold]
    widths = _register(primary)
    plain = {
        char: width for char, width in widths.items() if char in " \xa0" or unicodedata.category(char)[0] in "LNPS"
    }
    return Typeface(primary, fallback, widths, _register(fallback), plain)


def _register(name: str) -> Widths:
    """Control, format and private characters are left out: a glyph of theirs tells a reader nothing."""
    # Subsets without a fixed block of ASCII: only the glyphs that are used go into the file.
    font = TTFont(name, str(resource("fonts", f"{name}.ttf")), asciiReadable=False)
    pdfmetrics.registerFont(font)
    codes = {code: font.face.getCharWidth(code) / 1000 for code in font.face.charToGlyph}
    return {chr(code): width for code, width in codes.items() if unicodedata.category(chr(code))[0] != "C"}
