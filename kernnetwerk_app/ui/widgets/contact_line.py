"""One light contact in the list of a morning: when, what was asked, what we did; chosen, with what can be done next."""

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout
from kernnetwerk_app.ui.theme import Theme, prefers_calm
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.row_button import RowButton

_CHARS_TIME = 8
"""Width of the column with the hour."""
_CHARS_BESIDE = 60
_SLIDE, _SLIDE_MS = 8, 150
"""How far a new line slides into the list (px), and how long that takes."""


class _Time(PlainLabel):
    """The hour, or the room it takes where nobody knows it."""

    def __init__(self, theme: Theme, tijd: str = "") -> None:
        super().__init__(theme, tijd, "klein", kleur="hint")

    def sizeHint(self) -> QSize:
        return QSize(self._theme.chars(_CHARS_TIME, "klein"), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _Line(RowButton):
    """The part that is pressed."""

    def __init__(self, theme: Theme, tijd: str, vraag: str, sub: str, chip: Chip | None) -> None:
        super().__init__(theme, hoog=56)
        hour = _Time(theme, tijd)
        asked = PlainLabel(theme, f"“{vraag}”", wrap=True)
        done = PlainLabel(theme, sub, "klein", kleur="inkt2", wrap=True)
        told = QWidget()
        words = QVBoxLayout(told)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(1)
        words.addWidget(asked)
        words.addWidget(done)
        done.setVisible(bool(sub))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(0)
        row.addWidget(hour, 0, Qt.AlignmentFlag.AlignTop)
        beside = StackingLayout(theme, _CHARS_BESIDE, spacing=8)
        beside.addWidget(told, 1)
        if chip is not None:
            beside.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(beside, 1)
        self.let_through(hour, told, *((chip,) if chip else ()))
        self.setAccessibleName(", ".join(filter(None, (tijd, vraag, sub, chip.text() if chip else ""))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.is_hot():
            painter = QPainter(self)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.kleur("papier"))
            painter.drawRect(QRectF(self.rect()))


class ContactLine(QWidget):
    """`line` is what is pressed. What can be done with a chosen one stands under it: `add_action`, `correct_with`."""

    def __init__(self, theme: Theme, tijd: str, vraag: str, sub: str, chip: Chip | None = None) -> None:
        super().__init__()
        self._theme, self._chosen = theme, False
        self.line = _Line(theme, tijd, vraag, sub, chip)
        self._below: QWidget | None = None
        self._actions = FlowLayout(spacing=8)
        self._buttons: list[Button] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 1)
        self.column.setSpacing(0)
        self.column.addWidget(self.line)

    def choose(self) -> None:
        """Make this the one of which can be said what happens next."""
        self._chosen = True
        self.line.setAccessibleDescription(load("venster")("rij.gekozen"))
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(4, 0, 16, 12)  # the words of the first button stand under those of the line
        below.setSpacing(0)
        below.addWidget(_Time(self._theme))
        below.addLayout(self._actions, 1)
        self.column.addWidget(self._below)

    def add_action(self, word: str, icon: str, naam: str) -> Button:
        """A way on from here, named `naam`; returns its button."""
        button = Button(self._theme, word, "kaal", icon=icon, hoog=44)
        button.setObjectName(naam)
        self._actions.addWidget(button)
        self._buttons.append(button)
        return button

    def stops(self) -> list[QWidget]:
        """What takes the focus, in order."""
        return [self.line, *self._buttons]

    def correct_with(self, widget: QWidget) -> None:
        """In place of the line and its actions: what it is put right in."""
        self.line.hide()
        if self._below is not None:
            self._below.hide()
        self.column.addWidget(widget)

    def slide_in(self) -> None:
        """Show where what was just saved went; not for who asks for rest."""
        app = QApplication.instance()
        if not isinstance(app, QApplication) or prefers_calm(app):
            return
        slide = QVariantAnimation(self)
        slide.setStartValue(_SLIDE)
        slide.setEndValue(0)
        slide.setDuration(_SLIDE_MS)
        slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        slide.valueChanged.connect(lambda top: self.column.setContentsMargins(0, int(top), 0, 1))
        slide.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._chosen:
            painter.setBrush(self._theme.kleur("papier"))
            painter.drawRect(rect)
        painter.setBrush(self._theme.kleur("lijn"))
        painter.drawRect(QRectF(0, rect.height() - 1, rect.width(), 1))
        painter.end()
