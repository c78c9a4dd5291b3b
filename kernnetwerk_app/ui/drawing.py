"""The few shapes that painted widgets share."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.ui.theme import Theme


class Merk(StrEnum):
    """Marks that differ in shape, so that nobody needs the colour."""

    OPEN = "open"  # dashed ring
    VINK = "vink"  # filled, with a tick
    STREEP = "streep"  # ring with a dash
    PAUZE = "pauze"  # ring with two bars
    ROND = "rond"  # a radio's ring, with a dot when chosen


def antialiased(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def draw_contrast_edge(widget: QWidget, theme: Theme) -> None:
    """The edge of what one types in, in high contrast: Qt gives it a shade of the ground, and black has none."""
    if theme.hoog_contrast:
        painter = QPainter(widget)
        painter.setPen(QPen(theme.kleur("rand"), 1))
        painter.drawRect(widget.rect().adjusted(0, 0, -1, -1))
        painter.end()


def draw_box(
    painter: QPainter,
    rect: QRectF,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1,
    radius: float = 8,
    dashed: bool = False,
) -> None:
    """A rounded box whose edge, `width` px wide, stays inside `rect`."""
    pen = QPen(Qt.PenStyle.NoPen)
    if edge is not None:
        pen = QPen(edge, width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        half = width / 2
        rect = rect.adjusted(half, half, -half, -half)
        radius -= half
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.drawRoundedRect(rect, radius, radius)


def draw_tick(painter: QPainter, rect: QRectF, kleur: QColor, width: float) -> None:
    """A tick in the middle of a square."""
    w = rect.width()
    points = [QPointF(0.28, 0.52), QPointF(0.44, 0.68), QPointF(0.73, 0.36)]
    painter.setPen(QPen(kleur, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([rect.topLeft() + p * w for p in points]))


def draw_mark(painter: QPainter, merk: Merk, rect: QRectF, theme: Theme, chosen: bool = False) -> None:
    """A mark in a square; `chosen` fills the dot of a radio and gives the other marks the accent."""
    w = rect.width()
    line = max(1.6, w * 0.09)
    kleur = theme.kleur("accent" if chosen or merk is Merk.VINK else "inkt2")
    ring = rect.adjusted(line, line, -line, -line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if merk is Merk.VINK:
        draw_box(painter, ring.adjusted(-line / 2, -line / 2, line / 2, line / 2), kleur, radius=w)
        draw_tick(painter, rect, theme.kleur("op_accent"), line * 1.15)
        return
    pen = QPen(kleur, line)
    if merk is Merk.OPEN:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.45, 1.35])
    painter.setPen(pen)
    painter.drawEllipse(ring)
    middle, reach = rect.center(), w * 0.19
    if merk is Merk.STREEP:
        painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
    elif merk is Merk.PAUZE:
        for side in (-0.1 * w, 0.1 * w):
            painter.drawLine(middle + QPointF(side, -reach), middle + QPointF(side, reach))
    elif merk is Merk.ROND and chosen:
        painter.setBrush(kleur)
        painter.drawEllipse(middle, w * 0.19, w * 0.19)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose property changed."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    widget.update()
