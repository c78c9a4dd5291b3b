"""A row of the list beside a page: a mark, a name and small words under it, all drawn by the row itself.

Without labels: there are some fifteen of these rows on a page, and their labels were most of what it took to show it.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent

from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.row_button import RowButton

_MARK = 20
_LEFT, _RIGHT, _ABOVE, _GAP = 14, 12, 4, 10
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class PaintedRow(RowButton):
    """Derive from it and say what its mark is. What is open is checked: it lies on paper, and its name is bold."""

    def __init__(self, theme: Theme, naam: str, sub: str = "") -> None:
        super().__init__(theme, hoog=46)
        self._naam, self._sub = naam, sub
        self._measured: dict[tuple[int, float], tuple[int, int]] = {}
        self.setCheckable(True)
        self.setProperty("rond", theme.tokens.maat.rond_kaart)

    def naam(self) -> str:
        return self._naam

    def sub(self) -> str:
        """The small words."""
        return self._sub

    def set_words(self, naam: str, sub: str = "") -> None:
        if (naam, sub) != (self._naam, self._sub):
            self._naam, self._sub = naam, sub
            self._measured.clear()
            self.updateGeometry()
            self.update()

    def draw_mark(self, painter: QPainter, place: QRectF) -> None:
        """Draw what stands before the name, in this square."""
        raise NotImplementedError  # each row below says what; Qt's own metaclass leaves no room for `abc`

    def kleur(self) -> str:
        """The token of the colour of the name."""
        return "accent" if self.isChecked() else "inkt"

    def sizeHint(self) -> QSize:
        name = QFontMetrics(self._theme.font(vet=True)).horizontalAdvance(self._naam)
        small = QFontMetrics(self._theme.font("mini")).horizontalAdvance(self._sub)
        width = min(max(name, small) + 2, self._theme.chars(60)) + self._left() + _RIGHT
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._left() + self._theme.chars(14) + _RIGHT), hint.height())

    def heightForWidth(self, width: int) -> int:
        return max(self._theme.px(self._hoog), sum(self._heights(width)) + 2 * _ABOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur, theme = antialiased(self), self._theme.kleur, self._theme
        if self.isChecked():
            draw_box(painter, QRectF(self.rect()), kleur("papier"), kleur("lijn"))
        elif self.is_hot():
            draw_box(painter, QRectF(self.rect()), kleur("accent_tint"))
        side = theme.px(_MARK)
        self.draw_mark(painter, QRectF(_LEFT, (self.height() - side) / 2, side, side))
        name, small = self._heights(self.width())
        left, top = self._left(), (self.height() - name - small) / 2
        room = self.width() - left - _RIGHT
        painter.setFont(theme.font(vet=self.isChecked()))
        painter.setPen(kleur(self.kleur()))
        painter.drawText(QRectF(left, top, room, name), _WRAP, self._naam)
        painter.setFont(theme.font("mini"))
        painter.setPen(kleur("inkt2"))
        painter.drawText(QRectF(left, top + name, room, small), _WRAP, self._sub)
        painter.end()

    def _heights(self, width: int) -> tuple[int, int]:
        """Of the name, as if it were bold so that opening moves nothing, and of the small words. Remembered: layouts
        ask it dozens of times before a page stands.
        """
        key = (width, self._theme.schaal)
        if key not in self._measured:
            room = max(1, width - self._left() - _RIGHT)
            name = self._height(self._theme.font(vet=True), room, self._naam)
            self._measured[key] = (name, self._height(self._theme.font("mini"), room, self._sub) if self._sub else 0)
        return self._measured[key]

    def _height(self, font: QFont, room: int, words: str) -> int:
        return QFontMetrics(font).boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap.value, words).height()

    def _left(self) -> int:
        return _LEFT + self._theme.px(_MARK) + _GAP
