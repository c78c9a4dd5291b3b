"""A text box as tall as what it holds; the page scrolls, not the box. Only a very long text scrolls within its box.

Qt measures a box whole each time somebody asks how tall it is, and a word without end again for each of its lines: with
200,000 characters the window stood still for half a minute. So a long text is not measured, and such a word breaks
anywhere.
"""

import re

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from kernnetwerk_app.ui.theme import Theme

LANG_TEKENS = 20_000
LANG_REGELS = 400
"""Beyond either the box stops growing: four pages of paper, which nobody reads in one look."""
_REGELS_IN_BEELD = 16
"""Height of a box that scrolls, in lines."""
_EINDELOOS = re.compile(r"[^ \t\n\u2028\u2029]{500}")
"""A word that no line holds. A no-break space is in it: Qt does not break there either."""


class FittingTextEdit(QTextEdit):
    """At least `lines` lines high, and as high as its words need at its width; `is_long` when it scrolls instead."""

    def __init__(self, theme: Theme, lines: int, letter: str) -> None:
        super().__init__()
        self._theme, self._lines = theme, lines
        self.is_long = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.set_letter(self, letter)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit_lines)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)
        self.textChanged.connect(self._choose_height)

    def expect(self, text: str, *, anew: bool = False) -> None:
        """This text comes in; choose how it breaks before it is laid out. `anew`: it takes the place of everything.

        Breaking anywhere stays until then, since what was deleted may come back with Ctrl+Z.
        """
        mode = QTextOption.WrapMode
        is_long = len(text) > LANG_TEKENS or text.count("\n") >= LANG_REGELS
        if anew or is_long:
            self._set_long(is_long)
        if _EINDELOOS.search(text):
            self._wrap(mode.WrapAnywhere)
        elif anew:
            self._wrap(mode.WrapAtWordBoundaryOrAnywhere)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        frame = self.height() - self.viewport().height()
        lines = max(self._lines, _REGELS_IN_BEELD) if self.is_long else self._lines
        high = lines * self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin())
        if not self.is_long:
            high = max(high, round(self.document().size().height()))
        return QSize(self._theme.chars(40), high + frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.chars(12), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._on_size()
            self._later.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; a box that scrolls itself gives the wheel on at its ends."""
        if self.is_long:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_size(self) -> None:
        if not self.is_long:
            self.updateGeometry()

    def _wrap(self, mode: QTextOption.WrapMode) -> None:
        if self.wordWrapMode() != mode:
            self.setWordWrapMode(mode)

    def _choose_height(self) -> None:
        """Back to growing only well below the bound, so that one key does not make the page jump to and fro."""
        document, part = self.document(), 0.9 if self.is_long else 1.0
        self._set_long(document.characterCount() > LANG_TEKENS * part or document.blockCount() > LANG_REGELS * part)

    def _set_long(self, is_long: bool) -> None:
        if is_long == self.is_long:
            return
        self.is_long = is_long
        policy, wrap = Qt.ScrollBarPolicy, QTextEdit.LineWrapMode
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if is_long else policy.ScrollBarAlwaysOff)
        self._fit_lines()
        self.setLineWrapMode(wrap.FixedPixelWidth if is_long else wrap.WidgetWidth)
        self.updateGeometry()

    def _fit_lines(self) -> None:
        """The lines of a long text follow the width of the box when that has settled: a page tries several widths
        before it is content, and each of them would break all lines anew.
        """
        if self.is_long:
            self.setLineWrapColumnOrWidth(max(1, self.viewport().width()))
