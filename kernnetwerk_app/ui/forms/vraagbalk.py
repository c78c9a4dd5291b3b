"""The resident's question above the conversation: it never leaves the screen."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_LINES = 3
"""A longer question scrolls, so that it does not take the room of the conversation."""


class _Woorden(QScrollArea):
    """The words themselves, at most three lines high; a longer question can be scrolled with the arrow keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.label = PlainLabel(theme, letter="kop", wrap=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.label)
        self.viewport().setAutoFillBackground(False)
        self.label.setAutoFillBackground(False)

    def fit(self, width: int) -> None:
        """As high as the words need at this width, up to the limit."""
        metrics = self.label.fontMetrics()
        flags = Qt.TextFlag.TextWordWrap.value
        needed = metrics.boundingRect(0, 0, width, 1_000_000, flags, self.label.text()).height() + 4
        most = _LINES * metrics.lineSpacing() + 4
        fits = needed <= most
        self.setFixedHeight(min(needed, most))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if fits else Qt.FocusPolicy.TabFocus)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Vraagbalk(QFrame):
    """`covered`: a person wants the screen covered."""

    covered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("rol", "stembalk")
        t = load("gesprek")
        self._who = PlainLabel(theme, letter="klein", kleur="stem_inkt", wrap=True)
        self._words = _Woorden(theme)
        self._words.setObjectName("vraag")
        self._cover = Button(theme, t("bedek"), "stil", icon="oogdicht", toets="F12", hoog=44)
        self._cover.setObjectName("bedek")
        self._cover.clicked.connect(self.covered)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._who)
        column.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(24)
        row.addLayout(column, 1)
        row.addWidget(self._cover, 0, Qt.AlignmentFlag.AlignTop)

    def set_words(self, words: str, naam: str) -> None:
        """The question exactly as it was asked, and by whom."""
        who = load("gesprek")("van", naam=naam)
        self._who.setText(who)
        self._words.label.setText(f"“{words}”")
        self._words.setAccessibleName(f"{who}: {words}")
        self.setAccessibleName(f"{who}: {words}")
        self.fit(self.width(), self._who.isHidden())

    def fit(self, width: int, narrow: bool) -> None:
        """Divide `width` px; where room is short only the words remain."""
        self._who.setVisible(not narrow)
        self._cover.setVisible(not narrow)
        button = 0 if narrow else self._cover.sizeHint().width() + 24
        self._words.fit(max(1, width - 48 - button))
