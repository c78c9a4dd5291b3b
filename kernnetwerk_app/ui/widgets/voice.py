"""The resident's voice: warm ground, slightly larger letters, and words that the program never edits."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class _Words(QWidget):
    """Who said it, and what between “ ”."""

    def __init__(self, theme: Theme, letter: str) -> None:
        super().__init__()
        self._who = PlainLabel(theme, letter="klein", kleur="stem_inkt", wrap=True)
        self._said = PlainLabel(theme, letter=letter, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(self._who)
        column.addWidget(self._said)
        column.addStretch(1)

    def show_words(self, words: str, who: str) -> None:
        self._who.setText(who)
        self._who.setVisible(bool(who))
        self._said.setText(f"“{words}”")


class Voice(QFrame):
    """What someone said, under who said it. `letter`: lees (17, in a list) or kop (20). `body`: what goes with it."""

    def __init__(self, theme: Theme, words: str, who: str = "", letter: str = "lees") -> None:
        super().__init__()
        self.setProperty("rol", "stem")
        self.setFrameShape(QFrame.Shape.Box)
        self._words = _Words(theme, letter)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 10, 16, 12)
        self.body.setSpacing(8)
        self.body.addWidget(self._words)
        self.set_words(words, who)

    def set_words(self, words: str, who: str = "") -> None:
        """Other words, exactly as they were said."""
        self._words.show_words(words, who)
        self.setAccessibleName(f"{who}: {words}" if who else words)


class VoiceBar(QFrame):
    """The question above a conversation, edge to edge, with buttons at its right."""

    def __init__(self, theme: Theme, words: str, who: str = "") -> None:
        super().__init__()
        self.setProperty("rol", "stembalk")
        self.setFrameShape(QFrame.Shape.Box)
        self._words = _Words(theme, "kop")
        self._row = StackingLayout(theme, 80, self)
        self._row.setContentsMargins(24, 14, 24, 14)
        self._row.addWidget(self._words, 1)
        self._actions = FlowLayout(spacing=10, right=True)
        self._row.addLayout(self._actions)
        self._row.setAlignment(self._actions, Qt.AlignmentFlag.AlignVCenter)
        self.set_words(words, who)

    def add_action(self, button: QWidget) -> None:
        """A button at the right; below the words when room gets short."""
        self._actions.addWidget(button)

    def set_words(self, words: str, who: str = "") -> None:
        """Other words, exactly as they were said."""
        self._words.show_words(words, who)
        self.setAccessibleName(f"{who}: {words}" if who else words)


class VoiceGround(QFrame):
    """The warm ground around fields in which someone's own words are written; fill `body`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("rol", "stem")
        self.setFrameShape(QFrame.Shape.Box)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 16)
        self.body.setSpacing(12)
