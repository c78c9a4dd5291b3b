"""Figures from 0 to 10 over time: a dot for each, the figure above it and the day under it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.schaalvraag import HOOGST, Cijfer
from kernnetwerk_app.ui.drawing import antialiased
from kernnetwerk_app.ui.theme import Theme

_HEIGHT, _STEP, _DOT = 72, 104, 5


class ScaleLine(QWidget):
    """The latest that fit in the width; its name says all of them in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cijfers: tuple[Cijfer, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.set_letter(self, "klein")

    def show_cijfers(self, cijfers: Sequence[Cijfer]) -> None:
        self._cijfers = tuple(cijfers)
        self.setAccessibleName(", ".join(f"{datum_kort(c.datum)}: {c.waarde}" for c in cijfers))
        self.setVisible(bool(cijfers))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_STEP), self._theme.px(_HEIGHT) + 2 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur, step = antialiased(self), self._theme.kleur, self._theme.px(_STEP)
        line = QFontMetrics(self.font()).height()
        shown = self._cijfers[-max(1, self.width() // step) :]
        height = self.height() - 2 * line
        top = line + _DOT
        points = [
            QPointF(step * (nr + 0.5), top + (height - 2 * _DOT) * (1 - cijfer.waarde / HOOGST))
            for nr, cijfer in enumerate(shown)
        ]
        painter.setPen(QPen(kleur("rand"), 2))
        painter.drawPolyline(points)
        for point, cijfer in zip(points, shown, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(kleur("accent"))
            painter.drawEllipse(point, _DOT, _DOT)
            painter.setPen(kleur("inkt"))
            above = QRectF(point.x() - step / 2, point.y() - _DOT - line, step, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignHCenter, str(cijfer.waarde))
            foot = QRectF(point.x() - step / 2, self.height() - line, step, line)
            painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, datum_kort(cijfer.datum))
        painter.end()
