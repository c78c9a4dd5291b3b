"""A box to tick, as wide as its words and as high as a finger needs."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from kernnetwerk_app.ui.drawing import antialiased, draw_box, draw_tick
from kernnetwerk_app.ui.theme import Theme

_BOX = 22


class Check(QCheckBox):
    """Use it as a QCheckBox; the words wrap."""

    def __init__(self, theme: Theme, text: str, letter: str = "tekst") -> None:
        super().__init__()
        self._theme, self._words, self._letter = theme, text, letter
        self._heights: dict[tuple[int, float], int] = {}
        """What was measured, by width and size of text: a page asks it many times over."""
        self.setProperty("rond", theme.tokens.maat.rond_veld)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.set_letter(self, letter)

    def text(self) -> str:
        return self._words

    def set_words(self, text: str) -> None:
        self._words = text
        self._heights.clear()
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        natural = self.fontMetrics().horizontalAdvance(self._words) + 2
        width = self._left() + min(natural, self._theme.chars(60, self._letter)) + 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + self._theme.chars(14, self._letter), self._theme.tokens.maat.doel)

    def heightForWidth(self, width: int) -> int:
        key = width, self._theme.schaal
        if key not in self._heights:
            inner, flags = max(1, width - self._left() - 4), Qt.TextFlag.TextWordWrap.value
            metrics = QFontMetrics(self._theme.font(self._letter))
            words = metrics.boundingRect(0, 0, inner, 10_000, flags, self._words).height()
            self._heights[key] = max(self._theme.tokens.maat.doel, words + 12)
        return self._heights[key]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur
        side = self._theme.px(_BOX)
        box = QRectF(2, (self.height() - side) / 2, side, side)
        if self.isChecked():
            draw_box(painter, box, kleur("accent" if self.isEnabled() else "inkt2"), radius=4)
            draw_tick(painter, box, kleur("op_accent"), self._theme.px(2))
        else:
            hot = self.underMouse() and self.isEnabled()
            draw_box(painter, box, kleur("papier"), kleur("accent" if hot else "rand"), 2 if hot else 1.5, 4)
        painter.setFont(self.font())
        painter.setPen(kleur("inkt" if self.isEnabled() else "inkt2"))
        column = QRectF(self._left(), 0, self.width() - self._left() - 2, self.height())
        painter.drawText(column, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()

    def _left(self) -> int:
        return self._theme.px(_BOX) + self._theme.px(12) + 2
