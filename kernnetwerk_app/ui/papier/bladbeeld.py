"""What is kept of a bijlage: a photograph made anew, a PDF as it is, or a picture of each of its pages.

`leesproces` does this in a process of its own: what it opens may be made to take for ever. Nothing here asks a store.
"""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from kernnetwerk_app.domain.bestand import (
    MAX_BLADEN,
    BestandKapot,
    Bestandsoort,
    PdfOpSlot,
    PdfTeLang,
    herken,
    is_gewoon_papier,
)
from kernnetwerk_app.domain.bijlage import Bladbeeld
from kernnetwerk_app.ui.papier.foto import maak_foto, schrijf_jpeg
from kernnetwerk_app.ui.papier.raster import Blad, PapierOnleesbaar, aantal_bladen, bladen, is_op_slot, rasterise

_DPI = 150
_PT_PER_INCH = 72
_KWALITEIT = 80
_SMALST, _BREEDST = 10.0, 14400.0
"""Of a page, in points: what is outside is no paper."""
_MEESTE_PX = 2500
"""Widest picture of a page."""
_PROEF_PX = 800
"""Every page is drawn once before the PDF is kept, about as wide as it will be shown: what cannot be drawn in the time
that a reader waits is refused now, and not each time that somebody opens it.
"""


@dataclass(frozen=True, slots=True)
class GelezenBijlage:
    """`foto`: the picture to keep. `te_tekenen`: pages that have to become pictures. Neither: a PDF, kept as it is."""

    bladen: int
    foto: bytes | None = None
    te_tekenen: tuple[Blad, ...] = ()


def lees_bijlage(octets: bytes) -> GelezenBijlage:
    """What a file is. Raises what `herken` and `maak_foto` raise, `BestandKapot`, `PdfOpSlot`, `PdfTeLang`."""
    soort = herken(octets)
    if soort is not Bestandsoort.PDF:
        return GelezenBijlage(1, maak_foto(octets, soort).octets)
    pages = _pages(octets)
    if not is_gewoon_papier(octets):
        return GelezenBijlage(len(pages), None, pages)
    try:
        for nummer, _ in enumerate(pages):
            rasterise(octets, nummer, _PROEF_PX)
    except PapierOnleesbaar:
        raise BestandKapot from None
    return GelezenBijlage(len(pages))


def teken_blad(pdf: bytes, nummer: int, blad: Blad) -> Bladbeeld:
    """One page as a picture; as sharp as a good copy. Raises `BestandKapot`."""
    longest = max(blad.breedte, blad.hoogte)
    width = blad.breedte * min(_DPI / _PT_PER_INCH, _MEESTE_PX / longest)
    try:
        image: QImage = rasterise(pdf, nummer, max(1, round(width)))
    except PapierOnleesbaar:
        raise BestandKapot from None
    return Bladbeeld(schrijf_jpeg(image, _KWALITEIT), blad.breedte, blad.hoogte, blad.tekst)


def _pages(pdf: bytes) -> tuple[Blad, ...]:
    """The pages of a PDF that can be shown here."""
    if is_op_slot(pdf):
        raise PdfOpSlot
    try:
        if aantal_bladen(pdf) > MAX_BLADEN:  # before the words of all of them are read
            raise PdfTeLang
        pages = bladen(pdf)
    except PapierOnleesbaar:
        raise BestandKapot from None
    sizes = [size for page in pages for size in (page.breedte, page.hoogte)]
    if not sizes or not all(_SMALST <= size <= _BREEDST for size in sizes):
        raise BestandKapot
    return pages
