"""The line of a signature as shape alone: no times, no pressure, nothing to compare hands with."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

Punt = tuple[float, float, float]
"""x and y from the upper left corner and the width of the line there, all in mm."""

_PT = 25.4 / 72
_STEP = 0.4
_WIDTH_STEP = 0.05


def line_width(pressure: float) -> float:
    """Width of the line in mm for a pressure from 0 to 1: 0.6 to 2.2 pt, in coarse steps."""
    return _coarse(_PT * (0.6 + 1.6 * min(1.0, max(0.0, pressure))))


def even_steps(stroke: Sequence[Punt]) -> list[Punt]:
    """The same line with its points 0.4 mm apart along the line, and its own first and last point.

    A device gives points at equal times, so the distances between them would tell how fast somebody writes.
    """
    result, left = [stroke[0]], _STEP
    for (x0, y0, w0), (x1, y1, w1) in pairwise(stroke):
        length, done = hypot(x1 - x0, y1 - y0), 0.0
        while length - done >= left:
            done += left
            part, left = done / length, _STEP
            result.append((x0 + part * (x1 - x0), y0 + part * (y1 - y0), w0 + part * (w1 - w0)))
        left -= length - done
    if stroke[-1] != result[-1]:
        result.append(stroke[-1])
    return [(round(x, 2), round(y, 2), _coarse(width)) for x, y, width in result]


def _coarse(width: float) -> float:
    return round(round(width / _WIDTH_STEP) * _WIDTH_STEP, 2)
