"""One of two versions of a text, with what differs from the other marked by ground, underline and weight."""

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QTextCharFormat

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.fitting_text import FittingTextEdit

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORK = 4_000_000
"""Beyond so many pairs of words the whole middle counts as different: honest, and the screen does not wait."""


def diff_parts(own: str, other: str) -> list[tuple[str, bool]]:
    """`own` cut in parts: (words, whether they differ from `other`). Joined, the words are `own` again."""
    a, b = _TOKEN.findall(own), _TOKEN.findall(other)
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    differs = [False] * len(a)
    for index in _differing(a[start : len(a) - end], b[start : len(b) - end]):
        differs[start + index] = True
    for index in range(1, len(a) - 1):  # a space between two differing words belongs to them
        if a[index].isspace() and differs[index - 1] and differs[index + 1]:
            differs[index] = True
    parts: list[tuple[str, bool]] = []
    for token, different in zip(a, differs, strict=True):
        if parts and parts[-1][1] == different:
            parts[-1] = (parts[-1][0] + token, different)
        else:
            parts.append((token, different))
    return parts


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
        cursor = self.textCursor()
        for words, differs in self._parts:
            cursor.insertText(words, self._marked() if differs else QTextCharFormat())

    def _marked(self) -> QTextCharFormat:
        mark = QTextCharFormat()
        mark.setBackground(self._theme.kleur("accent_tint"))
        mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        mark.setUnderlineColor(self._theme.kleur("accent"))
        mark.setFontWeight(QFont.Weight.DemiBold)
        return mark
