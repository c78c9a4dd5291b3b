"""The resident's question above the conversation: it never leaves the screen."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bar import Bar
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_LINES = 3
"""A longer question scrolls, so that it does not take the room of the conversation."""


class _Woorden(QScrollArea):
    """The words themselves, at most three lines high; a longer question can be scrolled with the arrow keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.label = PlainLabel(theme, letter="kop", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.label.setMinimumSize(1, 1)  # else the area gives it the height of a column of sixty characters
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.label)
        self.viewport().setAutoFillBackground(False)
        self.label.setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.verticalScrollBar().rangeChanged.connect(
            lambda _, most: self.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)
        )

    def heightForWidth(self, width: int) -> int:
        line = QFontMetrics(self._theme.font("kop")).lineSpacing()
        return min(self.label.heightForWidth(max(1, width)), _LINES * line) + 4

    def show_words(self, words: str, *, quoted: bool) -> None:
        self.label.setText(f"“{words}”" if quoted else words)
        self.updateGeometry()
        self._match_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._match_bar()
        super().resizeEvent(event)

    def _match_bar(self) -> None:
        """Qt itself keeps a bar that was needed once: it takes the room by which the words would fit."""
        fits = self.label.heightForWidth(self.width()) <= self.height()
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAsNeeded)

    def sizeHint(self) -> QSize:
        width = self._theme.chars(60, "kop")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self._theme.font("kop")).height())


class Vraagbalk(Bar):
    """`covered`: a person wants the screen covered."""

    covered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "stembalk", Qt.Edge.BottomEdge)
        t = load("gesprek")
        self._who = PlainLabel(theme, letter="klein", kleur="stem_inkt", wrap=True)
        self._words = _Woorden(theme)
        self._words.setObjectName("vraag")
        self.cover = Button(theme, t("bedek"), "stil", icon="oogdicht", toets="F12", hoog=44)
        self.cover.setObjectName("bedek")
        self.cover.clicked.connect(self.covered)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._who)
        column.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(24)
        row.addLayout(column, 1)
        row.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignTop)

    def set_words(self, words: str, naam: str) -> None:
        """The question exactly as it was asked, and by whom; that there is none yet is said so."""
        t, quoted = load("gesprek"), bool(words)
        who, words = t("van", naam=naam) if naam else t("vraag.titel"), words or t("zonder_vraag")
        self._who.setText(who)
        self._words.show_words(words, quoted=quoted)
        self._words.setAccessibleName(f"{who}: {words}")
        self.setAccessibleName(f"{who}: {words}")

    def set_narrow(self, narrow: bool) -> None:
        """Where room is short only the words remain."""
        self._who.setVisible(not narrow)
        self.cover.setVisible(not narrow)
