"""What was said over time: a dot for each, as high as it was, with words above it and the day under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.schaalvraag import HOOGST, Cijfer
from kernnetwerk_app.ui.drawing import antialiased
from kernnetwerk_app.ui.theme import Theme

_HEIGHT, _STEP, _DOT = 72, 104, 5
_MOST = 6
"""So many dots it asks room for."""


@dataclass(frozen=True, slots=True)
class Meetpunt:
    """A dot. `hoogte` from 0 to 1; `los`: on another scale than the one before, so that no line leads to it."""

    boven: str
    onder: str
    hoogte: float
    los: bool = False


class ScaleLine(QWidget):
    """The latest that fit in the width; its name says all of them in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._points: tuple[Meetpunt, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.set_letter(self, "klein")

    def show_cijfers(self, cijfers: Sequence[Cijfer]) -> None:
        """Figures from 0 to 10."""
        points = [Meetpunt(str(c.waarde), datum_kort(c.datum), c.waarde / HOOGST) for c in cijfers]
        self.show_points(points, ", ".join(f"{datum_kort(c.datum)}: {c.waarde}" for c in cijfers))

    def show_points(self, points: Sequence[Meetpunt], says: str) -> None:
        """These dots; `says` is the same in words."""
        self._points = tuple(points)
        self.setAccessibleName(says)
        self.setVisible(bool(points))
        self.update()

    def sizeHint(self) -> QSize:
        width = self._theme.px(_STEP) * max(1, min(len(self._points), _MOST))
        return QSize(width, self._theme.px(_HEIGHT) + 2 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_STEP), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur, step = antialiased(self), self._theme.kleur, self._theme.px(_STEP)
        line = QFontMetrics(self.font()).height()
        shown = self._points[-max(1, self.width() // step) :]
        height = self.height() - 2 * line
        top = line + _DOT
        spots = [
            QPointF(step * (nr + 0.5), top + (height - 2 * _DOT) * (1 - point.hoogte)) for nr, point in enumerate(shown)
        ]
        painter.setPen(QPen(kleur("rand"), 2))
        for begin, end, point in zip(spots, spots[1:], shown[1:], strict=False):
            if not point.los:
                painter.drawLine(begin, end)
        for spot, point in zip(spots, shown, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(kleur("accent"))
            painter.drawEllipse(spot, _DOT, _DOT)
            painter.setPen(kleur("inkt"))
            above = QRectF(spot.x() - step / 2, spot.y() - _DOT - line, step, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignHCenter, point.boven)
            foot = QRectF(spot.x() - step / 2, self.height() - line, step, line)
            painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, point.onder)
        painter.end()
