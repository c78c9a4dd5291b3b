"""Choosing one of a few: a box with a mark and words. Nothing is chosen beforehand unless the caller says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.ui.drawing import Merk, antialiased, draw_box, draw_mark
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_MARK = 20


class Choice(QRadioButton):
    """One box of a group; the mark and the words carry the meaning, colour only helps."""

    def __init__(
        self, theme: Theme, text: str, sub: str = "", merk: Merk = Merk.ROND, hoog: int = 44, letter: str = "tekst"
    ) -> None:
        super().__init__()
        self._theme, self._words, self._sub, self._merk, self._hoog, self._letter = theme, text, sub, merk, hoog, letter
        self._heights: dict[tuple[int, float], tuple[int, int]] = {}
        """What was measured, by width and size of text: a page asks it many times over."""
        self.setProperty("rond", theme.tokens.maat.rond_kaart)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)
        self.setAccessibleDescription(sub)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.set_letter(self, letter)

    def text(self) -> str:
        return self._words

    def set_sub(self, sub: str) -> None:
        """Other small words under it."""
        self._sub = sub
        self._heights.clear()
        self.setAccessibleDescription(sub)
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        bold = QFontMetrics(self._theme.font(self._letter, vet=True))  # so that choosing moves nothing
        widest = max(bold.horizontalAdvance(self._words), self._small().horizontalAdvance(self._sub))
        width = min(widest + 2, self._theme.chars(60)) + self._left() + self._pad()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._left() + self._pad() + self._theme.chars(14, self._letter)
        hint = self.sizeHint()
        return QSize(min(width, hint.width()), hint.height())

    def heightForWidth(self, width: int) -> int:
        words = self._text_height(width)
        return max(self._hoog, words + 2 * self._theme.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur
        chosen, hot = self.isChecked(), self.underMouse() and self.isEnabled()
        maat = self._theme.tokens.maat
        edge = kleur("accent" if chosen or hot else "rand")
        width = maat.lijn_gekozen if chosen else maat.lijn
        ground = kleur("accent_tint" if chosen or hot else "papier") if self.isEnabled() else kleur("grond")
        draw_box(painter, QRectF(self.rect()), ground, edge, width, maat.rond_kaart, dashed=not self.isEnabled())
        side = self._theme.px(_MARK)
        draw_mark(painter, self._merk, QRectF(self._pad(), (self.height() - side) / 2, side, side), self._theme, chosen)
        left = self._left()
        column = QRectF(left, 0, self.width() - left - self._pad(), self.height())
        heights = self._line_heights(self.width())
        top = (self.height() - sum(heights)) / 2
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        painter.setFont(self._theme.font(self._letter, vet=chosen and self._merk is Merk.ROND))
        painter.setPen(kleur("inkt" if self.isEnabled() else "inkt2"))
        painter.drawText(QRectF(left, top, column.width(), heights[0]), flags, self._words)
        if self._sub:
            painter.setFont(self._theme.font("klein"))
            painter.setPen(kleur("inkt2"))
            painter.drawText(QRectF(left, top + heights[0], column.width(), heights[1]), flags, self._sub)
        painter.end()

    def _line_heights(self, width: int) -> tuple[int, int]:
        key = width, self._theme.schaal
        if key not in self._heights:
            inner = max(1, width - self._left() - self._pad())
            flags = Qt.TextFlag.TextWordWrap.value
            bold = QFontMetrics(self._theme.font(self._letter, vet=True))
            first = bold.boundingRect(0, 0, inner, 10_000, flags, self._words).height()
            second = self._small().boundingRect(0, 0, inner, 10_000, flags, self._sub).height() if self._sub else 0
            self._heights[key] = first, second
        return self._heights[key]

    def _text_height(self, width: int) -> int:
        return sum(self._line_heights(width))

    def _small(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font("klein"))

    def _pad(self) -> int:
        return 12 if self._hoog <= self._theme.tokens.maat.doel else 18

    def _left(self) -> int:
        return self._pad() + self._theme.px(_MARK) + self._theme.px(8 if self._pad() == 12 else 14)


_STEP = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


@dataclass(frozen=True)
class Option:
    """One thing to choose: `key` is what `chosen` tells."""

    key: str
    word: str
    sub: str = ""
    merk: Merk = Merk.ROND


class ChoiceGroup(QWidget):
    """Boxes of which one is chosen, with the arrow keys within the group. `chosen(str)` tells what a person chose."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        options: Sequence[Option],
        hoog: int = 44,
        letter: str = "tekst",
        stacked: bool = False,
    ) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._keys = [option.key for option in options]
        self._choices = [Choice(theme, o.word, o.sub, o.merk, hoog, letter) for o in options]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if label:
            column.addWidget(PlainLabel(theme, label, "klein", kleur="inkt2", wrap=True))
        boxes: QLayout = QVBoxLayout() if stacked else FlowLayout()
        boxes.setSpacing(8)
        for number, choice in enumerate(self._choices):
            self._group.addButton(choice, number)
            choice.installEventFilter(self)
            boxes.addWidget(choice)
            if label:
                choice.setAccessibleName(f"{label}: {choice.text()}")
        column.addLayout(boxes)
        self.setAccessibleName(label)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._keys[number]))

    def value(self) -> str | None:
        """The key of what is chosen; None as long as nothing is."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else None

    def set_value(self, key: str | None) -> None:
        """Show a choice without telling that a person made it."""
        self._group.setExclusive(False)
        for name, choice in zip(self._keys, self._choices, strict=True):
            choice.setChecked(name == key)
        self._group.setExclusive(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An arrow leads to the next one or the one before, however the boxes stand; Qt looks only straight ahead."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _STEP:
            return False
        here = next(number for number, choice in enumerate(self._choices) if choice is watched)
        there = self._choices[(here + _STEP[Qt.Key(event.key())]) % len(self._choices)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        if self._choices[here].isChecked():
            there.click()  # as long as nothing is chosen, walking past is not choosing
        return True

    def choices(self) -> tuple[Choice, ...]:
        return tuple(self._choices)
