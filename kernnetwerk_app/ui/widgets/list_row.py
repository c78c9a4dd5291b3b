"""Rows of a list: icon, a line, a second line, words at the right and a chevron. The whole row is the target."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.icon import Icon
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.row_button import RowButton

_CHARS_BESIDE, _CHARS_ALONE = 60, 92
"""How wide a title is at most, in characters: beside its lead, and with the line to itself."""


class RowContent(QWidget):
    """What stands in a row. `lead` is in 600 before the title; `extra` is a widget under the lines, `mark` a small one
    before the second line; `right` then stands on the first.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        sub: str = "",
        icon: str = "",
        right: str = "",
        lead: str = "",
        extra: QWidget | None = None,
        chevron: str = "",
        mark: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.lead = PlainLabel(theme, lead, vet=True, wrap=True) if lead else None
        kleur, chars = ("inkt2", _CHARS_BESIDE) if lead else ("inkt", _CHARS_ALONE)
        self.title = PlainLabel(theme, title, wrap=True, kleur=kleur, chars=chars)
        self.sub = PlainLabel(theme, sub, "klein", kleur="inkt2", wrap=True)
        self._right: PlainLabel | None = None
        row = self._first = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 16, 8)
        row.setSpacing(14)
        self.icon = Icon(theme, icon) if icon else None
        if self.icon is not None:
            at = Qt.AlignmentFlag.AlignVCenter if extra is None else Qt.AlignmentFlag.AlignTop
            row.addWidget(self.icon, 0, at)
        row.addLayout(self._lines(extra, mark), 1)
        self._before_chevron = self._first.count()
        if chevron:
            row.addWidget(Icon(theme, chevron, "inkt2"))
        self.set_words(title, sub, right)

    def _lines(self, extra: QWidget | None, mark: QWidget | None) -> QVBoxLayout:
        line = FlowLayout(spacing=7, top=True)
        if self.lead is not None:
            line.addWidget(self.lead)
        line.addWidget(self.title)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addStretch(1)
        if mark is None:
            column.addLayout(line)
        else:  # the words at the right leave the second line to what is long there
            self._first = QHBoxLayout()
            self._first.setSpacing(14)
            self._first.addLayout(line, 1)
            column.addLayout(self._first)
        if mark is None:
            column.addWidget(self.sub)
        else:
            under = QHBoxLayout()
            under.setSpacing(10)
            under.addWidget(mark)
            under.addWidget(self.sub, 1)
            column.addLayout(under)
        if extra is not None:
            column.addSpacing(6)
            whole = extra.sizePolicy().expandingDirections() & Qt.Orientation.Horizontal
            # aligned it gets the width of its hint, but the height that it asks for the whole line
            column.addWidget(extra, 0, Qt.AlignmentFlag(0) if whole else Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    @property
    def right(self) -> PlainLabel:
        """The words at the right; made when there are any, or when somebody asks."""
        if self._right is None:
            self._right = PlainLabel(self._theme, kleur="inkt2")
            self._right.hide()
            self._first.insertWidget(self._before_chevron, self._right)
        return self._right

    def set_words(self, title: str, sub: str, right: str) -> None:
        for label, words in ((self.title, title), (self.sub, sub)):
            label.setText(words)
            label.setVisible(bool(words))
        if right or self._right is not None:
            self.right.setText(right)
            self.right.setVisible(bool(right))

    def words(self) -> str:
        """Everything the row says, for a screen reader."""
        labels = (self.lead, self.title, self.sub, self._right)
        return ", ".join(label.text() for label in labels if label is not None and label.text())


class ListRow(RowButton):
    """A row to press; `clicked` tells that it was. `chevron`: verder (goes there), neer (unfolds) or nothing."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        sub: str = "",
        icon: str = "",
        right: str = "",
        lead: str = "",
        extra: QWidget | None = None,
        chevron: Literal["verder", "neer", ""] = "verder",
        mark: QWidget | None = None,
    ) -> None:
        super().__init__(theme, hoog=56 if sub else 48)
        self._chosen, self._first, self._last = False, True, True
        self.content = RowContent(theme, title, sub, icon, right, lead, extra, chevron, mark)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.content)
        self.let_through(self.content)
        self.setAccessibleName(self.content.words())

    def set_words(self, title: str, sub: str = "", right: str = "") -> None:
        """Other words in the same row."""
        self.content.set_words(title, sub, right)
        self.setAccessibleName(self.content.words())

    def set_icon(self, icon: str) -> None:
        """Another icon, in a row that has one."""
        if self.content.icon is not None:
            self.content.icon.set_icon(icon, "accent")

    def set_chosen(self, chosen: bool) -> None:
        """Chosen: other ground, title in 600, and said to a screen reader."""
        self._chosen = chosen
        self.content.title.set_vet(chosen)
        self.setAccessibleDescription(load("venster")("rij.gekozen") if chosen else "")
        self.update()

    def set_place(self, first: bool, last: bool) -> None:
        """Where it stands in its card: the first and the last follow the card's corners."""
        self._first, self._last = first, last
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = antialiased(self), QRectF(self.rect())
        if self._chosen or self.is_hot():
            radius = self._theme.tokens.maat.rond_kaart - 1
            painter.save()
            painter.setClipRect(rect)
            # On the side of a neighbour the box runs on beyond the clip, so only outer corners are round.
            ground = rect.adjusted(0, 0 if self._first else -2 * radius, 0, 0 if self._last else 2 * radius)
            draw_box(painter, ground, self._theme.kleur("accent_tint" if self._chosen else "grond"), radius=radius)
            painter.restore()
        if not self._last:
            _draw_line_below(painter, rect, self._theme)


class InfoRow(RowContent):
    """A row that only tells something. What it holds in `extra` may be pressed; the row itself may not."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        sub: str = "",
        icon: str = "",
        right: str = "",
        lead: str = "",
        extra: QWidget | None = None,
        mark: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, sub, icon, right, lead, extra, mark=mark)
        self._last = True

    def set_place(self, _first: bool, last: bool) -> None:
        self._last = last
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._last:
            _draw_line_below(QPainter(self), QRectF(self.rect()), self._theme)


def _draw_line_below(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.kleur("lijn"))
    painter.drawRect(QRectF(0, rect.height() - 1, rect.width(), 1))  # fillRect has Qt build all named gradients: 5 ms
