"""A choice from a list as an editor of a form: the same words as a text field, so that a form treats them alike."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QComboBox

from kernnetwerk_app.services.keuzewoorden import uit_sleutel
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.dropdown import Dropdown


class _OnlyListed(QValidator):
    """Takes what is in the list, and the beginning of it; with `only` False anything."""

    def __init__(self, box: QComboBox, only: bool) -> None:
        super().__init__(box)
        self._box, self._only = box, only

    def validate(self, typed: str, at: int) -> tuple[QValidator.State, str, int]:
        words = [self._box.itemText(number).casefold() for number in range(self._box.count())]
        begun = typed.casefold()
        if not self._only or not begun or begun in words:
            state = QValidator.State.Acceptable
        elif any(word.startswith(begun) for word in words):
            state = QValidator.State.Intermediate
        else:
            state = QValidator.State.Invalid
        return state, typed, at


class Pick(Dropdown):
    """`text` is the key of what is chosen. With `typen` people may write what is not in the list: then it is the words.

    `edited` tells that a person chose or typed.
    """

    edited = Signal()

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]] = (), typen: bool = False) -> None:
        """`options`: key and words, in order; the keys are not used with `typen`."""
        super().__init__(theme, typen)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._kept = ""
        """The key that is a choice only because it is stored (`keep`)."""
        self._words: dict[str, str] = {}
        self.set_options(options)
        self.activated.connect(self._on_activated)
        line = self.lineEdit()
        if line is not None:
            line.textEdited.connect(lambda _: self.edited.emit())

    def only_listed(self, only: bool) -> None:
        """Of a list in which people write: take no letter that leads out of it, or (`only` False) any again."""
        line = self.lineEdit()
        if line is not None:
            line.setValidator(_OnlyListed(self, only))
        if only and self.findText(self.text(), Qt.MatchFlag.MatchFixedString) < 0:
            self.set_text("")

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Other things to choose from; what was chosen or typed stays."""
        before, kept, self._kept = self.text(), self._kept, ""
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        if kept:  # it is what stands there: else it went
            self.keep(before)
        else:
            self.set_text(before)

    def text(self) -> str:
        return self.currentText() if self.isEditable() else str(self.currentData() or "")

    def words(self) -> str:
        """What is chosen, as people read it."""
        return self.currentText()

    def type_over(self, text: str) -> None:
        """These words in the place of what stands there, as a person would type them: with a way back by Ctrl+Z."""
        line = self.lineEdit()
        if line is not None:
            line.selectAll()
            line.insert(text)

    def offers(self, key: str) -> bool:
        """Whether this can stand here: it is one of the choices, or people may write what they want."""
        return self.isEditable() or self.findData(key) >= 0

    def name(self, key: str, words: str) -> None:
        """How people read this key where it is kept."""
        self._words[key] = words

    def keep(self, key: str) -> None:
        """Show what a record holds. A key that is not in the list, because the municipality dropped it or a newer
        profile has it, is one more choice until another stands there: saving the form takes nothing away that nobody
        chose away. It reads as `name` says, else as the words that its key is made of.
        """
        if key and not self.offers(key):
            self._drop_kept()
            self._kept = key
            self.addItem(self._words.get(key) or uit_sleutel(key), key)
        self.set_text(key)

    def set_text(self, text: str) -> None:
        """Show a choice without telling that a person made it; an unknown key leaves the first one."""
        if text != self._kept:
            self._drop_kept()
        line = self.lineEdit()
        index = self.findText(text) if line is not None else self.findData(text)
        if line is not None:
            self.setCurrentIndex(index)
            self.setEditText(text)
            if not line.hasFocus():
                line.setCursorPosition(0)  # words that do not fit are shown from their beginning
        else:
            self.setCurrentIndex(max(0, index))

    def _on_activated(self, number: int) -> None:
        if self.itemData(number) != self._kept:
            self._drop_kept()
        self.edited.emit()

    def _drop_kept(self) -> None:
        """It stands last, so no other choice moves."""
        kept, self._kept = self._kept, ""
        if kept:
            self.removeItem(self.findData(kept))
