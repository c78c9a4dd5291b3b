"""A choice from a list as an editor of a form: the same words as a text field, so that a form treats them alike."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.dropdown import Dropdown


class Pick(Dropdown):
    """`text` is the key of what is chosen. With `typen` people may write what is not in the list: then it is the words.

    `edited` tells that a person chose or typed.
    """

    edited = Signal()

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]] = (), typen: bool = False) -> None:
        """`options`: key and words, in order; the keys are not used with `typen`."""
        super().__init__(theme, typen)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.set_options(options)
        self.activated.connect(lambda _: self.edited.emit())
        line = self.lineEdit()
        if line is not None:
            line.textEdited.connect(lambda _: self.edited.emit())

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Other things to choose from; what was chosen or typed stays."""
        before = self.text()
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        self.set_text(before)

    def text(self) -> str:
        return self.currentText() if self.isEditable() else str(self.currentData() or "")

    def words(self) -> str:
        """What is chosen, as people read it."""
        return self.currentText()

    def set_text(self, text: str) -> None:
        """Show a choice without telling that a person made it; an unknown key leaves the first one."""
        line = self.lineEdit()
        index = self.findText(text) if line is not None else self.findData(text)
        if line is not None:
            self.setCurrentIndex(index)
            self.setEditText(text)
            if not line.hasFocus():
                line.setCursorPosition(0)  # words that do not fit are shown from their beginning
        else:
            self.setCurrentIndex(max(0, index))
