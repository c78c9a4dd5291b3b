"""The pictograms of the program on paper: the same small SVG files as on the screen, drawn as lines (TAAL-03)."""

import math
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree as ET

from kernnetwerk_app.documents.glyphs import Colour
from kernnetwerk_app.documents.tagging import TaggedCanvas
from kernnetwerk_app.paths import resource

_SIDE = 20.0
"""Of the square in which each icon is drawn."""
_LINE = 1.6
_ROUND = 1
_NUMBER = r"-?(?:\d+\.\d*|\.?\d+)"
_PART = re.compile(rf"([A-Za-z])|({_NUMBER})")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}
"""How many numbers each command of a path takes."""
Point = tuple[float, float]


class _Command(NamedTuple):
    letter: str
    numbers: tuple[float, ...]


class Move(NamedTuple):
    to: Point


class Curve(NamedTuple):
    """A cubic Bézier; a straight line is one too."""

    one: Point
    two: Point
    to: Point


Stroke = Move | Curve


def draw_pictogram(canvas: TaggedCanvas, naam: str, x: float, top: float, side: float, colour: Colour) -> None:
    """Draw the icon `naam` in a square of `side` points; FileNotFoundError for a name without a file."""
    canvas.stamp((naam, side, colour), x, top, lambda: _paint(canvas, naam, side / _SIDE, colour))


def _paint(canvas: TaggedCanvas, naam: str, scale: float, colour: Colour) -> None:
    canvas.transform(scale, 0, 0, -scale, 0, 0)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(_LINE)
    canvas.setLineCap(_ROUND)
    canvas.setLineJoin(_ROUND)
    path = canvas.beginPath()
    for stroke in strokes(naam):
        if isinstance(stroke, Move):
            path.moveTo(*stroke.to)
        else:
            path.curveTo(*stroke.one, *stroke.two, *stroke.to)
    canvas.drawPath(path, stroke=1, fill=0)


@cache
def strokes(naam: str) -> tuple[Stroke, ...]:
    """The lines of this icon, y downwards, in a square of 20 by 20. Our own files only: no other SVG is read."""
    found: list[Stroke] = []
    for shape in ET.fromstring(resource("icons", f"{naam}.svg").read_bytes()):  # noqa: S314  our own file
        kind, at = shape.tag.rpartition("}")[2], {key: value for key, value in shape.attrib.items() if key != "d"}
        if kind == "path":
            found += _path(shape.attrib["d"])
        elif kind == "circle":
            found += _circle(float(at["cx"]), float(at["cy"]), float(at["r"]))
        else:
            found += _box(*(float(at[key]) for key in ("x", "y", "width", "height")))
    return tuple(found)


def _circle(x: float, y: float, r: float) -> Iterator[Stroke]:
    yield Move((x - r, y))
    yield from _arc((x - r, y), (x + r, y), r, large=False, sweep=True)
    yield from _arc((x + r, y), (x - r, y), r, large=False, sweep=True)


def _box(x: float, y: float, width: float, height: float) -> Iterator[Stroke]:
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    yield Move(corners[0])
    for one, other in zip(corners, [*corners[1:], corners[0]], strict=True):
        yield _line(one, other)


def _line(here: Point, to: Point) -> Curve:
    return Curve(here, to, to)


def _commands(d: str) -> Iterator[_Command]:
    """Each command with its numbers; after its first numbers a letter is repeated without being written."""
    letter, numbers = "", list[float]()
    for found in _PART.finditer(d):
        if found[1]:
            letter = found[1]
            if not _TAKES[letter.upper()]:
                yield _Command(letter, ())
            continue
        numbers.append(float(found[2]))
        if len(numbers) == _TAKES[letter.upper()]:
            yield _Command(letter, tuple(numbers))
            numbers = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)


def _path(d: str) -> Iterator[Stroke]:
    here = start = control = (0.0, 0.0)
    for letter, numbers in _commands(d):
        base = here if letter.islower() else (0.0, 0.0)
        kind = letter.upper()
        points = [(base[0] + x, base[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
        before, control = control, here
        if kind == "M":
            here = start = points[0]
            control = here
            yield Move(here)
            continue
        if kind == "A":
            to = (base[0] + numbers[5], base[1] + numbers[6])
            yield from _arc(here, to, numbers[0], large=bool(numbers[3]), sweep=bool(numbers[4]))
        elif kind in "CS":
            mirrored = (2 * here[0] - before[0], 2 * here[1] - before[1])
            one, control, to = (mirrored, *points) if kind == "S" else points
            yield Curve(one, control, to)
        else:
            to = {"H": (base[0] + sum(numbers), here[1]), "V": (here[0], base[1] + sum(numbers)), "Z": start}.get(
                kind, points[-1] if points else start
            )
            yield _line(here, to)
        here = to
        control = control if kind in "CS" else here


def _arc(here: Point, to: Point, r: float, *, large: bool, sweep: bool) -> Iterator[Curve]:
    """A part of a circle, in pieces of at most a quarter; all arcs of our icons are of circles."""
    dx, dy = (to[0] - here[0]) / 2, (to[1] - here[1]) / 2
    half = math.hypot(dx, dy)
    r = max(r, half)
    off = math.sqrt(max(0.0, r * r - half * half)) / half if half else 0.0
    side = 1 if large == sweep else -1
    cx, cy = (here[0] + to[0]) / 2 + side * off * dy, (here[1] + to[1]) / 2 - side * off * dx
    begin = math.atan2(here[1] - cy, here[0] - cx)
    turn = (math.atan2(to[1] - cy, to[0] - cx) - begin) % (2 * math.pi)
    turn = turn if sweep else turn - 2 * math.pi
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    reach = 4 / 3 * math.tan(step / 4) * r
    for number in range(count):
        a, b = begin + number * step, begin + (number + 1) * step
        one = (cx + r * math.cos(a) - reach * math.sin(a), cy + r * math.sin(a) + reach * math.cos(a))
        end = (cx + r * math.cos(b), cy + r * math.sin(b))
        yield Curve(one, (end[0] + reach * math.sin(b), end[1] - reach * math.cos(b)), end)
