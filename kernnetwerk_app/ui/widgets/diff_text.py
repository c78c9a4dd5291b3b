"""One of two versions of a text, with what differs from the other marked by ground, underline and weight."""

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QTextCharFormat

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.fitting_text import FittingTextEdit

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_CHARS, _MOST_WORK = 40_000, 4_000_000
"""Beyond so many characters, or so many pairs of words, all between what is the same at both ends counts as different:
honest, and the screen does not wait.
"""


def diff_parts(own: str, other: str) -> list[tuple[str, bool]]:
    """`own` cut in parts: (words, whether they differ from `other`). Joined, the words are `own` again."""
    start = _same_begin(own, other)
    end = min(_same_begin(own[::-1], other[::-1]), len(own) - start, len(other) - start)
    if own != other:
        start, end = _word_begin(own, start), _word_begin(own[::-1], end)
    middle = own[start : len(own) - end]
    found = _middle(middle, other[start : len(other) - end])
    parts: list[tuple[str, bool]] = []
    for words, different in ((own[:start], False), *found, (own[len(own) - end :], False)):
        if parts and parts[-1][1] == different:
            parts[-1] = (parts[-1][0] + words, different)
        elif words:
            parts.append((words, different))
    return parts


def _same_begin(own: str, other: str) -> int:
    """In how many characters both begin alike, by halving: a comparison of two halves costs nothing."""
    low, high = 0, min(len(own), len(other))
    while low < high:
        half = (low + high + 1) // 2
        low, high = (half, high) if own[:half] == other[:half] else (low, half - 1)
    return low


def _word_begin(text: str, place: int) -> int:
    """Back to where a word begins, so that what differs is marked by whole words."""
    while place and not text[place - 1].isspace():
        place -= 1
    return place


def _middle(own: str, other: str) -> list[tuple[str, bool]]:
    """What stands between what is the same at both ends."""
    if len(own) + len(other) > _MOST_CHARS:
        return [(own, True)]
    a, b = _TOKEN.findall(own), _TOKEN.findall(other)
    differs = [False] * len(a)
    for index in _differing(a, b):
        differs[index] = True
    for index in range(1, len(a) - 1):  # a space between two differing words belongs to them
        if a[index].isspace() and differs[index - 1] and differs[index + 1]:
            differs[index] = True
    return list(zip(a, differs, strict=True))


def _differing(a: list[str], b: list[str]) -> list[int]:
    if not a or not b or len(a) * len(b) > _MOST_WORK:
        return list(range(len(a)))
    from difflib import SequenceMatcher  # only where two versions meet

    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    same = {index for block in blocks for index in range(block.a, block.a + block.size)}
    return [index for index in range(len(a)) if index not in same]


class DiffText(FittingTextEdit):
    """Shows `own` and marks where it differs from `other`; a screen reader hears the differing words apart."""

    def __init__(self, theme: Theme, own: str, other: str, letter: str = "lees") -> None:
        super().__init__(theme, 2, letter)
        self.setProperty("rol", "lezen")
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.document().setDocumentMargin(0)
        self._parts: list[tuple[str, bool]] = []
        theme.set_kleur(self, "inkt")  # so that it is told when the colours have become others
        self.set_texts(own, other)

    def set_texts(self, own: str, other: str) -> None:
        self._parts = parts = diff_parts(own, other)
        self._write()
        self.setAccessibleName(own)
        marked = "; ".join(words.strip() for words, differs in parts if differs and words.strip())
        self.setAccessibleDescription(load("venster")("verschil.anders", woorden=marked) if marked else "")

    def changeEvent(self, event: QEvent) -> None:
        """The marks are part of the text: in other colours it is written anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_parts"):
            self._write()

    def _write(self) -> None:
        self.clear()
        self.expect("".join(words for words, _ in self._parts), anew=True)
        marked, plain, cursor = self._marked(), QTextCharFormat(), self.textCursor()
        cursor.beginEditBlock()  # laid out once
        for words, differs in self._parts:
            cursor.insertText(words, marked if differs else plain)
        cursor.endEditBlock()

    def _marked(self) -> QTextCharFormat:
        mark = QTextCharFormat()
        mark.setBackground(self._theme.kleur("accent_tint"))
        mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        mark.setUnderlineColor(self._theme.kleur("accent"))
        mark.setFontWeight(QFont.Weight.DemiBold)
        return mark
