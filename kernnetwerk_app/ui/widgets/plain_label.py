"""A label for words and data. Always plain text: what somebody typed is never read as markup.

Of a very long text it shows the beginning, and *Lees alles* opens the whole of it: Qt measures a label whole, many
times over, and with 200,000 characters the window stood still for half a minute.
"""

import re

import shiboken6
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme

MEEST_TEKENS, MEEST_REGELS = 3_000, 60
"""So much of a text stands on a page: one screen full, and all that is usually written."""

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
        self._made = False
        super().__init__()
        self._chars = chars
        self._theme = theme
        self._letter = letter
        self._kleur = kleur
        self._text = ""
        self._has_buddy = False
        self._reader: QWidget | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # also within a button, where Qt would take ButtonText
        theme.set_kleur(self, kleur)
        self._vet = vet
        theme.set_letter(self, letter, vet)
        self._made = True
        self.setText(text)

    def setText(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._show_text()

    @property
    def is_cut(self) -> bool:
        """Whether only the beginning is shown."""
        return self.wordWrap() and (len(self._text) > MEEST_TEKENS or self._text.count("\n") >= MEEST_REGELS)

    def _show_text(self) -> None:
        shown = self._text
        if self.is_cut:
            begin = "\n".join(shown.split("\n", MEEST_REGELS)[:MEEST_REGELS])
            from kernnetwerk_app.domain.tekst import begin_van  # not before the first picture

            shown = begin_van(begin, MEEST_TEKENS).removesuffix(" …") + " …"
            if self._can_open():
                shown += "\n\n" + load("venster")("lees_alles.label", tekens=f"{len(self._text):,}".replace(",", "."))
        if self.is_cut or self.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            opens = self.is_cut and self._can_open()
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        # A word too long for any column gets invisible places to break at; nothing is cut off.
        shown = _LONG_RUN.sub("\\g<0>\u200b", shown) if self.wordWrap() else shown
        super().setText(shown.replace("&", "&&") if self._has_buddy else shown)

    def setBuddy(self, buddy: QWidget) -> None:
        """A buddy makes Qt read `&` as a shortcut, so from here on it is doubled."""
        super().setBuddy(buddy)
        self._has_buddy = True
        self._show_text()

    def text(self) -> str:
        return self._text

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.is_cut:
            self._show_text()  # by now it is known what it stands in

    def hideEvent(self, event: QHideEvent) -> None:
        """The page goes, and what lay open of it too."""
        super().hideEvent(event)
        self._close_reader()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_cut and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.read_all()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            self.read_all()

    def read_all(self) -> None:
        """Open the whole text beside the page."""
        from kernnetwerk_app.ui.widgets.lees_alles import LeesAlles  # what it is made of is made of labels

        self._close_reader()
        self._reader = LeesAlles(self.window(), self._theme, self._text)
        self._reader.unfold()

    def _close_reader(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None and shiboken6.isValid(reader):
            reader.hide()
            reader.deleteLater()

    def _can_open(self) -> bool:
        """A label within a button leads where the button does; there the whole text stands."""
        part = self.parentWidget()
        while part is not None and not isinstance(part, QAbstractButton):
            part = part.parentWidget()
        return part is None

    def set_kleur(self, kleur: str) -> None:
        """Another colour of words, by its token."""
        if kleur != self._kleur:
            self._kleur = kleur
            self._theme.set_kleur(self, kleur)

    def changeEvent(self, event: QEvent) -> None:
        """A style sheet forgets the colour of a label that moves to another parent; the label does not."""
        if not self._made:  # what it is dressed with first, which was half of the time that a label takes
            return
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            shown = self.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
            if shown != self._theme.kleur(self._kleur):
                self._theme.set_kleur(self, self._kleur)

    def set_vet(self, vet: bool) -> None:
        if vet != self._vet:
            self._vet = vet
            self._theme.set_letter(self, self._letter, vet)

    def sizeHint(self) -> QSize:
        """Wrapped words ask for the width of their longest line, up to a comfortable measure for reading."""
        if not self.wordWrap():
            return super().sizeHint()
        lines = super().text().split("\n")
        natural = max(self.fontMetrics().horizontalAdvance(line) for line in lines) + _KERNING
        width = min(natural, self._theme.chars(self._chars, self._letter))
        return QSize(width, self.heightForWidth(width))
