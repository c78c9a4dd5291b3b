"""The resident's voice: warm ground, slightly larger letters, and words that the program never edits."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Voice(QFrame):
    """What someone said, between “ ”, under who said it. `letter`: lees (17, in a list) or kop (20).

    `bar` is the form above a conversation: edge to edge, with a line under it.
    """

    def __init__(self, theme: Theme, words: str, who: str = "", letter: str = "lees", bar: bool = False) -> None:
        super().__init__()
        self.setProperty("rol", "stembalk" if bar else "stem")
        self.setFrameShape(QFrame.Shape.Box)
        self._who = PlainLabel(theme, letter="klein", kleur="stem_inkt", wrap=True)
        self._words = PlainLabel(theme, letter=letter, wrap=True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*((24, 12, 24, 12) if bar else (16, 10, 16, 12)))
        self.body.setSpacing(4)
        self.body.addStretch(1)
        self.body.addWidget(self._who)
        self.body.addWidget(self._words)
        self.body.addStretch(1)
        self.set_words(words, who)

    def set_words(self, words: str, who: str) -> None:
        """Other words, exactly as they were said."""
        self._who.setText(who)
        self._who.setVisible(bool(who))
        self._words.setText(f"“{words}”")
        self.setAccessibleName(f"{who}: {words}" if who else words)
