"""Long text: plain, and as tall as its words; only a very long one scrolls in its own box (`FittingTextEdit`).

What is typed or pasted is kept as it is: nothing is stripped, tabs, no-break spaces, NUL and other control characters
included. Qt cannot hold everything, so two things are settled in one place (`presentable`): every kind of line end
becomes "\\n", and half surrogates and Qt's own two frame marks become "\\ufffd", visibly, instead of vanishing. (Half
surrogates on the clipboard are gone before Python sees them; they cannot be typed.)
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.fitting_text import FittingTextEdit

MAX_CHARS = 200_000
"""Longest text of one field, in characters (code points)."""

_LINE_END = re.compile("\r\n?|\u2029")
_NOT_A_CHARACTER = re.compile("[\ud800-\udfff\ufdd0\ufdd1]")


def presentable(text: str) -> str:
    """The text as a field can hold it; the identity for every ordinary text."""
    return _NOT_A_CHARACTER.sub("\ufffd", _LINE_END.sub("\n", text))


class GrowingTextEdit(FittingTextEdit):
    """A plain text field that grows from `lines` lines with its words.

    `edited` tells that a person changed the text, never that `set_text` did. `too_long(int)` tells that something of so
    many characters did not fit, so nothing was changed. Tab leaves the field.
    """

    edited = Signal()
    too_long = Signal(int)

    def __init__(self, theme: Theme, placeholder: str = "", lines: int = 3, letter: str = "tekst") -> None:
        super().__init__(theme, lines, letter)
        self._setting = False
        self.open_menu: Callable[[QPoint | None], bool] | None = None
        """Shows a menu at a spot of the viewport, or at the cursor; False when it has none and Qt's own is to come."""
        self._choose_frame()
        self.setProperty("rond", theme.tokens.maat.rond_veld)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._keep_in_sight)

    def text(self) -> str:
        """The words, lines ended by "\\n"; no-break spaces stay what they are (`toPlainText` changes them)."""
        return self.document().toRawText().replace("\u2029", "\n")

    def set_text(self, text: str) -> None:
        """Show stored text, however long, without telling that a person edited; the way back starts here."""
        if text == self.text():
            return
        self._setting = True
        try:
            shown = presentable(text)
            self.expect(shown, anew=True)
            self.setPlainText(shown)
            self.moveCursor(QTextCursor.MoveOperation.End)  # where one goes on writing
        finally:
            self._setting = False

    def type_over(self, text: str) -> None:
        """This text in the place of what stands there, as a person would type it: with a way back by Ctrl+Z."""
        cursor, shown = self.textCursor(), presentable(text)
        self.expect(shown)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(shown)
        self.setTextCursor(cursor)

    def replace_at(self, begin: int, einde: int, woord: str, text: str) -> bool:
        """`text` in the place of `woord`, with a way back by Ctrl+Z. False, and nothing changed, when `woord` does not
        stand there any more or it would become too long. Places count units of UTF-16, as Qt does.
        """
        cursor = self.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(einde, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() != woord or not self._fits(text):
            return False
        cursor.insertText(text)
        self.setTextCursor(cursor)
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste and drop: as plain text, whole or not at all."""
        text = presentable(source.text())
        if self._fits(text):
            self.expect(text)
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.textCursor().insertBlock()  # Shift+Enter is a line end like any other
        elif _asks_menu(event):
            if self.open_menu is None or not self.open_menu(None):
                spot = self.cursorRect().center()
                super().contextMenuEvent(
                    QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, self.mapToGlobal(spot))
                )
        elif not _typed(event) or self._fits(_typed(event)):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        spot = event.pos() if event.reason() == QContextMenuEvent.Reason.Mouse else None
        if self.open_menu is None or not self.open_menu(spot):
            super().contextMenuEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Accents and other composed input count towards the length as well."""
        if not event.commitString() or self._fits(event.commitString()):
            super().inputMethodEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """In high contrast the box has a plain line, in the colour of the words."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and hasattr(self, "_setting"):
            self._choose_frame()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._keep_in_sight)  # once the page knows how long it has become

    def _choose_frame(self) -> None:
        plain = self._theme.hoog_contrast
        self.setFrameShape(QFrame.Shape.Box if plain else QFrame.Shape.StyledPanel)
        self.setFrameShadow(QFrame.Shadow.Plain if plain else QFrame.Shadow.Sunken)

    def _fits(self, addition: str) -> bool:
        """Whether the text may take this in place of the selection; if not, say so."""
        # characterCount counts UTF-16 units, never fewer than the characters: enough for the ordinary case.
        if self.document().characterCount() - 1 + len(addition) <= MAX_CHARS:
            return True
        selected = len(self.textCursor().selection().toRawText()) if self.textCursor().hasSelection() else 0
        total = len(self.text()) - selected + len(addition)
        if total <= MAX_CHARS:
            return True
        self.too_long.emit(total)
        return False

    def _changed(self) -> None:
        if not self._setting:
            self.expect(self.textCursor().block().text())  # a word may also become endless key by key
            self.edited.emit()

    def _keep_in_sight(self) -> None:
        """While typing, the page follows the cursor."""
        if not self.hasFocus():
            return
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        content = area.widget() if area is not None else None
        if area is not None and content is not None:
            spot = self.viewport().mapTo(content, self.cursorRect().center())
            area.ensureVisible(spot.x(), spot.y(), 0, 2 * self.fontMetrics().height())


def _asks_menu(event: QKeyEvent) -> bool:
    """The Menu key or Shift+F10. Some systems send an event for it and some only the key; it opens one menu."""
    shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shift)


def _typed(event: QKeyEvent) -> str:
    """The character that this key adds, if it adds one."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "\n"
    return event.text() if event.text().isprintable() else ""
