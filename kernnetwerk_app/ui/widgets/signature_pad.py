"""A place to sign with a pen, a finger or a mouse. It keeps the shape of the line and nothing of how it was made."""

from collections.abc import Sequence
from math import ceil, hypot

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QInputDevice,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.theme import Theme

Punt = tuple[float, float, float]
"""x and y from the upper left corner and the width of the line there, all in mm."""

_MM = 25.4 / 96
_PT = 25.4 / 72
_PLAIN_PRESSURE = 0.5
_STEP_MM = 0.4
_WIDTH_STEP_MM = 0.05


def line_width(pressure: float) -> float:
    """Width of the line in mm for a pressure of 0 to 1: 0.6 to 2.2 pt, in coarse steps."""
    return round(_PT * (0.6 + 1.6 * pressure) / _WIDTH_STEP_MM) * _WIDTH_STEP_MM


def even_steps(stroke: Sequence[Punt]) -> list[Punt]:
    """The same line with its points at equal distances of about 0.4 mm.

    A device gives points at equal times, so their distances would betray how fast somebody wrote.
    """
    result = [stroke[0]]
    for (x0, y0, w0), (x1, y1, w1) in zip(stroke, stroke[1:], strict=False):
        last_x, last_y, _ = result[-1]
        if hypot(x1 - last_x, y1 - last_y) < _STEP_MM:
            continue
        steps = max(1, ceil(hypot(x1 - x0, y1 - y0) / _STEP_MM))
        for n in range(1, steps + 1):
            part = n / steps
            result.append((x0 + part * (x1 - x0), y0 + part * (y1 - y0), w0 + part * (w1 - w0)))
    if stroke[-1][:2] != result[-1][:2]:
        result.append(stroke[-1])
    return [(round(x, 2), round(y, 2), round(round(w / _WIDTH_STEP_MM) * _WIDTH_STEP_MM, 2)) for x, y, w in result]
