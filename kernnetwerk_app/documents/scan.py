"""Signed paper that comes back as pictures: which sheets they are, and one PDF of them that holds nothing else."""

import io
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import zxingcpp
from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kernnetwerk_app.documents.errors import DocumentError
from kernnetwerk_app.documents.qr import Kenmerk, read_qr
from kernnetwerk_app.domain.bestand import Beeld
from kernnetwerk_app.domain.ondertekening import MAX_PDF

_FORMS = ((1240, 45), (1000, 40), (850, 35), (700, 30))
"""Width in px and quality of JPEG, from 150 dpi down to what still can be read."""
_A4 = (595.28, 841.89)

rl_config.useA85 = 0  # as in tagging.py


@dataclass(frozen=True, slots=True)
class Vel:
    """One sheet of ours: of which version, which page of how many, and how far it was turned, in degrees."""

    kenmerk: Kenmerk
    blad: int
    totaal: int
    gedraaid: int
    beeld: Beeld


def lees_vel(beeld: Beeld) -> Vel | None:
    """The sheet on this picture, whichever way it lies; None where no square code of ours stands on it."""
    soort = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    matrix = memoryview(beeld.grijs).cast("B", (beeld.hoogte, beeld.breedte))
    for code in zxingcpp.read_barcodes(matrix, formats=soort):
        gelezen = read_qr(code.text)
        if gelezen is not None:
            return Vel(*gelezen, round(code.orientation / 90) * 90 % 360, beeld)
    return None


def scan_pdf(vellen: Sequence[Vel]) -> bytes | None:
    """These sheets upright, each on a page of A4, as small as it takes to be kept; None when it stays too large.

    DocumentError, which tells nothing of what stands on them.
    """
    with suppress(Exception):
        for breedte, kwaliteit in _FORMS:
            pdf = _pdf([_jpeg(vel, breedte, kwaliteit) for vel in vellen])
            if len(pdf) <= MAX_PDF:
                return pdf
        return None
    raise DocumentError


def _jpeg(vel: Vel, breedte: int, kwaliteit: int) -> ImageReader:
    plaat = Image.frombytes("L", (vel.beeld.breedte, vel.beeld.hoogte), vel.beeld.grijs)
    plaat = plaat.rotate(vel.gedraaid, expand=True)
    plaat.thumbnail((breedte, breedte * 2))
    uit = io.BytesIO()
    plaat.save(uit, "JPEG", quality=kwaliteit)
    uit.seek(0)
    return ImageReader(uit)


def _pdf(platen: Sequence[ImageReader]) -> bytes:
    uit = io.BytesIO()
    canvas = Canvas(uit, pagesize=_A4, invariant=1)
    canvas.setTitle("Plan")
    for plaat in platen:
        breedte, hoogte = plaat.getSize()
        schaal = min(_A4[0] / breedte, _A4[1] / hoogte)
        breed, hoog = breedte * schaal, hoogte * schaal
        canvas.drawImage(plaat, (_A4[0] - breed) / 2, (_A4[1] - hoog) / 2, breed, hoog)
        canvas.showPage()
    canvas.save()
    return uit.getvalue()
