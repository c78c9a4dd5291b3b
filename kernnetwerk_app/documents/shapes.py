"""Painted shapes of the paper: mark, route, boxes to tick, square code, signature. Vectors, so sharp in any print."""

from dataclasses import dataclass
from math import isfinite

from reportlab.lib.units import mm

from kernnetwerk_app.documents.glyphs import Colour
from kernnetwerk_app.documents.house_style import HouseStyle
from kernnetwerk_app.documents.qr import Square
from kernnetwerk_app.documents.signing import Strepen
from kernnetwerk_app.documents.tagging import TaggedCanvas

_ROUND = 1


@dataclass(frozen=True, slots=True)
class Brush:
    """Draws with the colours of the house: small shapes around x and y, large ones below their upper left corner."""

    stijl: HouseStyle

    def mark(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The mark of the program, 18 by 24: a table from above, five people and one open chair."""
        canvas.setFillColor(self.stijl.accent)
        canvas.roundRect(x, top - 16.5, 18, 9.5, 2.6, stroke=0, fill=1)
        for at, radius in ((3, 1.9), (9, 2.2), (15, 1.9)):
            canvas.circle(x + at, top - 3.4, radius, stroke=0, fill=1)
        for at in (3, 9):
            canvas.circle(x + at, top - 20.2, 2.0, stroke=0, fill=1)
        canvas.setStrokeColor(self.stijl.accent)
        canvas.setLineWidth(0.9)
        canvas.circle(x + 15, top - 20.2, 1.6, stroke=1, fill=0)

    def stop(self, canvas: TaggedCanvas, x: float, y: float, state: int) -> None:
        """A stop of the route: behind us (-1) filled, here (0) a ring with a dot, still to come (1) hollow."""
        canvas.setLineWidth(1.1 if state else 2.0)
        canvas.setStrokeColor(self.stijl.rand if state > 0 else self.stijl.accent)
        canvas.setFillColor(self.stijl.accent if state < 0 else self.stijl.papier)
        canvas.circle(x, y, (4.6, 5.6, 4.2)[state + 1], stroke=1, fill=1)
        if state == 0:
            canvas.setFillColor(self.stijl.accent)
            canvas.circle(x, y, 2.2, stroke=0, fill=1)

    def leg(self, canvas: TaggedCanvas, x: float, to: float, y: float, behind: bool) -> None:
        """The line between two stops: drawn through when it is behind us."""
        canvas.setStrokeColor(self.stijl.accent if behind else self.stijl.rand)
        canvas.setLineWidth(1.7 if behind else 1.0)
        canvas.setDash([] if behind else [1.2, 3.2])
        canvas.line(x, y, to, y)
        canvas.setDash([])

    def tick_box(self, canvas: TaggedCanvas, x: float, y: float, ticked: bool) -> None:
        """A square of 10 points to tick."""
        canvas.stamp(("box", ticked), x, y, lambda: self._tick_box(canvas, ticked))

    def _tick_box(self, canvas: TaggedCanvas, ticked: bool) -> None:
        canvas.setStrokeColor(self.stijl.accent if ticked else self.stijl.rand)
        canvas.setFillColor(self.stijl.accent if ticked else self.stijl.papier)
        canvas.setLineWidth(1.1)
        canvas.roundRect(-5, -5, 10, 10, 1.8, stroke=1, fill=1)
        if ticked:
            self._tick(canvas)

    def _tick(self, canvas: TaggedCanvas) -> None:
        canvas.setStrokeColor(self.stijl.op_accent)
        canvas.setLineWidth(1.5)
        canvas.setLineCap(_ROUND)
        canvas.setLineJoin(_ROUND)
        path = canvas.beginPath()
        path.moveTo(-2.8, -0.1)
        path.lineTo(-0.8, -2.3)
        path.lineTo(3.0, 2.4)
        canvas.drawPath(path, stroke=1, fill=0)

    def choice(self, canvas: TaggedCanvas, x: float, y: float, chosen: bool) -> None:
        """A ring to cross, or a filled one with a tick: the shape says it, also in a grey print."""
        canvas.stamp(("choice", chosen), x, y, lambda: self._choice(canvas, chosen))

    def _choice(self, canvas: TaggedCanvas, chosen: bool) -> None:
        canvas.setStrokeColor(self.stijl.accent if chosen else self.stijl.rand)
        canvas.setFillColor(self.stijl.accent if chosen else self.stijl.papier)
        canvas.setLineWidth(1.3)
        canvas.circle(0, 0, 7, stroke=1, fill=1)
        if chosen:
            self._tick(canvas)

    def ground(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """The ground of the resident's own words; in high contrast a line around them says the same."""
        canvas.setFillColor(self.stijl.stem)
        canvas.setStrokeColor(self.stijl.stem_lijn)
        canvas.setLineWidth(1.2)
        canvas.roundRect(x, top - height, width, height, 5, stroke=int(self.stijl.is_contrast), fill=1)

    def frame(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """A place to write or sign in."""
        canvas.setStrokeColor(self.stijl.rand)
        canvas.setFillColor(self.stijl.papier)
        canvas.setLineWidth(0.8)
        canvas.roundRect(x, top - height, width, height, 5, stroke=1, fill=1)

    def rule(self, canvas: TaggedCanvas, x: float, y: float, width: float, colour: Colour) -> None:
        canvas.rule(x, y, width, colour)

    def square_code(self, canvas: TaggedCanvas, x: float, top: float, side: float, square: Square) -> None:
        """The square code in black; its bars have whole numbers as measures, which take a tenth of the room."""
        canvas.saveState()
        canvas.transform(side / square.size, 0, 0, -side / square.size, x, top)
        canvas.setFillColor((0, 0, 0))
        canvas.fill_bars(square.bars)
        canvas.restoreState()

    def signature(
        self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float, strepen: Strepen
    ) -> None:
        """The strokes in the middle of their place, as large as they were drawn; made smaller when they do not fit."""
        points = [point for streep in strepen for point in streep]
        if not all(isfinite(value) for point in points for value in point):
            raise ValueError("a stroke has a measure that is no number")
        left, high = min(point[0] for point in points), min(point[1] for point in points)
        wide, tall = max(point[0] for point in points) - left, max(point[1] for point in points) - high
        scale = min(mm, width / max(wide, 1.0), height / max(tall, 1.0))
        canvas.translate(x + (width - wide * scale) / 2, top - (height - tall * scale) / 2)
        canvas.setStrokeColor(self.stijl.pen)
        canvas.setLineCap(_ROUND)
        for streep in strepen:
            places = [((px - left) * scale, (high - py) * scale, thick * scale) for px, py, thick in streep]
            # A dot is a line to itself: round ends make it visible.
            for one, other in zip(places, places[1:] or places, strict=False):
                canvas.setLineWidth((one[2] + other[2]) / 2)
                canvas.line(*one[:2], *other[:2])
