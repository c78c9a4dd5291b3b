"""One thing that happened or will: when, a mark on a line that runs on, and what it was."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from kernnetwerk_app.ui.drawing import antialiased
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_ICON = 18


class TimelineItem(QWidget):
    """Put several under one another without spacing; the line joins them. `content` is any widget.

    Without an icon the mark is a ring and `when` is in 600: the form for today's visits, where `until` stands under
    it. `top` is the distance in px from the upper edge of `content` to its first line. `chars`: how long the longest
    `when` of the list is, so that all stand under one another.
    """

    def __init__(
        self,
        theme: Theme,
        when: str,
        content: QWidget,
        icon: str = "",
        until: str = "",
        top: int = 0,
        first: bool = False,
        last: bool = False,
        chars: int = 0,
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._first, self._last, self._chars = theme, icon, first, last, chars
        letter, kleur = ("klein", "inkt2") if icon else ("tekst", "inkt")
        self._when = PlainLabel(theme, when, letter, vet=not icon, kleur=kleur)
        dates = QVBoxLayout()
        dates.setSpacing(0)
        dates.setContentsMargins(0, top, 0, 0)
        dates.addWidget(self._when)
        if until:
            dates.addWidget(PlainLabel(theme, until, "klein", kleur="inkt2"))
        dates.addStretch(1)
        column = QWidget()
        column.setLayout(dates)
        for label in column.findChildren(PlainLabel):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft if icon else Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0 if last else 12)
        row.setSpacing(0)
        row.addWidget(column)
        self._between = QSpacerItem(0, 0)
        row.addItem(self._between)
        row.addWidget(content, 1)
        self._column = column
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._align()

    def _align(self) -> None:
        """The dates stand under one another, with room for the mark beside them."""
        least = self._theme.px(84 if self._icon else 52)
        self._column.setMinimumWidth(max(least, self._theme.chars(self._chars, "klein")))
        self._between.changeSize(self._theme.px(_ICON) + 20, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = antialiased(self), self._theme
        side = theme.px(_ICON)
        x = self._column.geometry().right() + 10 + side / 2
        y = self._when.mapTo(self, self._when.rect().center()).y()
        reach = side / 2 + 3
        painter.setPen(QPen(theme.kleur("blok_leeg" if not theme.hoog_contrast else "rand"), 2))
        if not self._first:
            painter.drawLine(QPointF(x, 0), QPointF(x, y - reach))
        if not self._last:
            painter.drawLine(QPointF(x, y + reach), QPointF(x, self.height()))
        if self._icon:
            pixmap = theme.pixmap(self._icon, "accent", _ICON, self.devicePixelRatioF())
            painter.drawPixmap(round(x - side / 2), round(y - side / 2), pixmap)
        else:
            painter.setPen(QPen(theme.kleur("accent"), theme.px(3)))
            painter.setBrush(theme.kleur("papier"))
            radius = theme.px(5.5)
            painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
        painter.end()
