"""The operators that put letters on a page: which code draws a glyph in which subset of its font, and lines of them.

ReportLab's own text object measures and escapes each word again and names font and leading with each: together a third
of the time of a plan. Its fonts still deal out the codes and cut the subsets.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfmetrics

from kernnetwerk_app.documents.text import Part


class Lettering:
    """The letters of one ReportLab document; positions and sizes in points."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self._fonts: dict[str, _Codes] = {}
        self._named = ""

    def line(self, x: float, baseline: float, size: float, parts: Iterable[Part]) -> tuple[str, float]:
        """The operators for these parts after each other, and the x where they end."""
        found, self._named = ["BT", _at(x, baseline)], ""
        for part in parts:
            if part.places:
                for char, (right, up) in zip(part.drawn, part.places, strict=True):
                    found.append(_at(x + right * size, baseline + up * size))
                    found += self._show(part.font, size, char)
                found.append(_at(x + part.width * size, baseline))
            else:
                found += self._show(part.font, size, part.drawn)
            x += part.width * size
        found.append("ET")
        return " ".join(found), x

    def _show(self, font: str, size: float, text: str) -> Iterator[str]:
        codes = self._fonts.get(font)
        if codes is None:
            codes = self._fonts[font] = _Codes(pdfmetrics.getFont(font), self._doc)
        for name, octets in codes.chunks(text):
            if name != self._named:
                self._named = name
                yield f"{name} {size:.6g} Tf"
            yield f"<{octets.hex()}> Tj"


class _Codes(dict[str, int]):
    """Of one font: each character that was drawn, with its code and, above eight bits, the number of its subset."""

    def __init__(self, font: Any, doc: Any) -> None:
        super().__init__()
        self._font, self._doc = font, doc
        self._names: dict[int, str] = {}

    def __missing__(self, char: str) -> int:
        [(subset, octets)] = self._font.splitString(char, self._doc)
        code: int = subset << 8 | octets[0]
        self[char] = code
        return code

    def chunks(self, text: str) -> list[tuple[str, bytes]]:
        """The codes of a text with the name of their subset, cut where that changes."""
        codes = [self[char] for char in text]
        if max(codes, default=0) < 256:
            return [(self._name(0), bytes(codes))]
        subsets = [(subset, list(same)) for subset, same in groupby(codes, lambda code: code >> 8)]
        return [(self._name(subset), bytes(code & 255 for code in same)) for subset, same in subsets]

    def _name(self, subset: int) -> str:
        if subset not in self._names:
            self._names[subset] = self._font.getSubsetInternalName(subset, self._doc)
        return self._names[subset]


def _at(x: float, y: float) -> str:
    return f"1 0 0 1 {x:.4f} {y:.4f} Tm"
