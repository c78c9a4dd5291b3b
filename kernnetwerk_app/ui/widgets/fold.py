"""A part of a page that folds: a row with its name and what is in it, and under it, when open, the part itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.icon import Icon
from kernnetwerk_app.ui.widgets.list_row import ListRow


class Fold(Card):
    """`pressed`: a person wants it the other way; whoever owns the folds decides which are open.

    `words` are what a screen reader hears of it: (open, folded).
    """

    pressed = Signal()

    def __init__(self, theme: Theme, title: str, content: QWidget, words: tuple[str, str]) -> None:
        super().__init__(theme, padding=1)
        self._words, self._content = words, content
        self.body.setSpacing(0)
        self.header = ListRow(theme, title, " ", chevron="neer")
        self.header.set_place(first=True, last=True)
        self.header.clicked.connect(lambda: self.pressed.emit())
        self._title = title
        inner = QVBoxLayout()
        inner.setContentsMargins(18, 4, 18, 16)
        inner.addWidget(content)
        self.body.addWidget(self.header)
        self.body.addLayout(inner)
        self._inner = inner
        self._chevron = self.header.findChildren(Icon)[-1]
        self.set_open(False)

    def is_open(self) -> bool:
        return not self._content.isHidden()

    def set_open(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        self._inner.setContentsMargins(18, 4 if is_open else 0, 18, 16 if is_open else 0)
        self.header.content.title.set_vet(is_open)
        self._chevron.set_icon("omhoog" if is_open else "neer", "inkt2")
        self.header.setAccessibleDescription(self._words[0 if is_open else 1])

    def set_summary(self, text: str) -> None:
        """What is in it, in a few words; always in sight."""
        self.header.set_words(self._title, text)
