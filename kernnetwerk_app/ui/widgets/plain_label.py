"""A label for words and data. Always plain text: what somebody typed is never read as markup."""

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kernnetwerk_app.ui.theme import Theme

_KERNING = 4
"""Words set as lines may be this much wider than the same words measured in one go, in px."""
_PREFERRED_CHARS = 60
_LONG_RUN = re.compile(r"\S{30}(?=\S)")


class PlainLabel(QLabel):
    """Words in one of the theme's letters and one of its colours; `wrap` lets them run over more lines."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        letter: str = "tekst",
        vet: bool = False,
        kleur: str = "inkt",
        wrap: bool = False,
        chars: int = _PREFERRED_CHARS,
    ) -> None:
        """`chars`: wrapped words take no more room than this where there is more."""
        super().__init__()
        self._chars = chars
        self._theme = theme
        self._letter = letter
        self._kleur = kleur
        self._text = ""
        self._has_buddy = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # also within a button, where Qt would take ButtonText
        theme.set_kleur(self, kleur)
        theme.set_letter(self, letter, vet)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._text = text
        # A word too long for any column gets invisible places to break at; nothing is cut off.
        shown = _LONG_RUN.sub("\\g<0>\u200b", text) if self.wordWrap() else text
        super().setText(shown.replace("&", "&&") if self._has_buddy else shown)

    def setBuddy(self, buddy: QWidget) -> None:
        """A buddy makes Qt read `&` as a shortcut, so from here on it is doubled."""
        super().setBuddy(buddy)
        self._has_buddy = True
        self.setText(self._text)

    def text(self) -> str:
        return self._text

    def set_kleur(self, kleur: str) -> None:
        """Another colour of words, by its token."""
        self._kleur = kleur
        self._theme.set_kleur(self, kleur)

    def changeEvent(self, event: QEvent) -> None:
        """A style sheet forgets the colour of a label that moves to another parent; the label does not."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            shown = self.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
            if shown != self._theme.kleur(self._kleur):
                self._theme.set_kleur(self, self._kleur)

    def set_vet(self, vet: bool) -> None:
        self._theme.set_letter(self, self._letter, vet)

    def sizeHint(self) -> QSize:
        """Wrapped words ask for the width of their longest line, up to a comfortable measure for reading."""
        if not self.wordWrap():
            return super().sizeHint()
        lines = super().text().split("\n")
        natural = max(self.fontMetrics().horizontalAdvance(line) for line in lines) + _KERNING
        width = min(natural, self._theme.chars(self._chars, self._letter))
        return QSize(width, self.heightForWidth(width))
