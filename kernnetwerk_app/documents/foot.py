"""The foot of each page: which version this sheet belongs to, and that the plan is the resident's."""

from dataclasses import dataclass

from kernnetwerk_app.documents.glyphs import Colour
from kernnetwerk_app.documents.house_style import FOOT_LINE, LEFT, WIDTH, HouseStyle
from kernnetwerk_app.documents.qr import Kenmerk, qr_square, qr_text
from kernnetwerk_app.documents.shapes import Brush
from kernnetwerk_app.documents.signing import toon_code
from kernnetwerk_app.documents.tagging import TaggedCanvas
from kernnetwerk_app.documents.text import Run, break_lines
from kernnetwerk_app.teksten import Tekst

_SIDE = 58.0  # of the square code, 20 mm
_KIND = "/Type /Pagination /Subtype /Footer"


@dataclass(frozen=True, slots=True)
class Foot:
    """Repeated on each page, so an artifact; its words are text all the same and can be found and copied."""

    t: Tekst
    stijl: HouseStyle
    versie: int
    kenmerk: Kenmerk | None
    pages: int
    leest_mee: bool = False
    """Whether it is for who decides nothing about it."""

    def draw(self, canvas: TaggedCanvas, page: int) -> None:
        """Draw the foot of page `page` (from 1)."""
        brush = Brush(self.stijl)
        with canvas.artifact(_KIND):
            canvas.stamp("foot", 0, 0, lambda: self._on_each_page(canvas, brush))
            if self.kenmerk is not None:
                square = qr_square(qr_text(self.kenmerk, page, self.pages))
                brush.square_code(canvas, LEFT, FOOT_LINE - 13, _SIDE, square)
            zin = self.t("voet.bladzijde", nummer=page, totaal=self.pages)
            self._write(canvas, None, FOOT_LINE - 62, zin, bold=True, colour=self.stijl.inkt)

    def _on_each_page(self, canvas: TaggedCanvas, brush: Brush) -> None:
        brush.rule(canvas, LEFT, FOOT_LINE, WIDTH, self.stijl.lijn)
        if self.kenmerk is None:
            self._left(canvas, LEFT, self.t("voet.in_de_maak"), "", self.t("voet.in_de_maak_uitleg"))
        else:
            label = self.t("voet.code", nummer=self.versie)
            hoort = self.t("voet.mee" if self.leest_mee else "voet.hoort")
            self._left(canvas, LEFT + _SIDE + 14, label, toon_code(self.kenmerk.code), hoort)
        if not self.leest_mee:
            self._write(canvas, None, FOOT_LINE - 30, self.t("voet.eigenaar"))
        self._write(canvas, None, FOOT_LINE - 45, self.t("voet.klopt"))

    def _left(self, canvas: TaggedCanvas, x: float, label: str, code: str, below: str) -> None:
        self._write(canvas, x, FOOT_LINE - 30, label)
        self._write(canvas, x, FOOT_LINE - 47, code, size=13.0, bold=True, colour=self.stijl.inkt)
        self._write(canvas, x, FOOT_LINE - (62 if code else 45), below)

    def _write(
        self,
        canvas: TaggedCanvas,
        x: float | None,
        y: float,
        text: str,
        *,
        size: float | None = None,
        bold: bool = False,
        colour: Colour | None = None,
    ) -> None:
        """One line; without x it ends at the right side."""
        size = size or self.stijl.voet.size
        for line in break_lines([Run(text, bold)], size, WIDTH):
            start = LEFT + WIDTH - line.width * size if x is None else x
            canvas.write(start, y, size, colour or self.stijl.inkt2, line.spans())
