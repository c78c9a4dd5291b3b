"""A scan or photograph of signed paper, read as pictures in grey: nothing else that a file holds is ever looked at.

These functions own every Qt object they use, so that they can run on any thread.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.services.terugkomst import Beeld
from kernnetwerk_app.ui.papier.raster import PapierOnleesbaar, bladen, lay_over, rasterise

MAX_BESTAND = 40 * 1024 * 1024
"""Largest file that is read, in bytes: a photograph of 100 MB would fill the memory and holds no more to read."""
MAX_BLADEN = 60
_BREED = 1654  # a page of A4 at 200 dpi
_LANG = 3000  # px of the longest side of a photograph
_OPDRACHT = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|XFA)\b")
_TE_GROOT_PX = 200_000_000


class BestandTeGroot(KernnetwerkError):
    code = "terugkomst.bestand_te_groot"


class BestandOnleesbaar(KernnetwerkError):
    """It cannot be opened, is empty, or is neither a PDF nor a picture."""

    code = "terugkomst.onleesbaar"


class PdfMetOpdrachten(KernnetwerkError):
    """A PDF that wants to do something: no scanner makes one."""

    code = "terugkomst.opdrachten"


class TeVeelBladen(KernnetwerkError):
    code = "terugkomst.te_veel_bladen"


def beelden(paden: Sequence[str]) -> Iterator[Beeld]:
    """The pages of these files in turn. Raises the refusals above, before anything large is taken into memory."""
    aantal = 0
    for pad in paden:
        for beeld in _van_bestand(pad):
            aantal += 1
            if aantal > MAX_BLADEN:
                raise TeVeelBladen
            yield beeld


def _van_bestand(pad: str) -> Iterator[Beeld]:
    try:
        if Path(pad).stat().st_size > MAX_BESTAND:
            raise BestandTeGroot
        with Path(pad).open("rb") as bestand:
            octets = bestand.read(MAX_BESTAND + 1)  # it may be growing
    except OSError:
        raise BestandOnleesbaar from None
    if len(octets) > MAX_BESTAND:
        raise BestandTeGroot
    yield from _van_pdf(octets) if octets[:1024].lstrip().startswith(b"%PDF-") else _van_foto(octets)


def _van_pdf(octets: bytes) -> Iterator[Beeld]:
    if _OPDRACHT.search(octets):
        raise PdfMetOpdrachten
    try:
        aantal = len(bladen(octets))
        if aantal > MAX_BLADEN:
            raise TeVeelBladen
        for nummer in range(aantal):
            yield _grijs(rasterise(octets, nummer, _BREED))
    except PapierOnleesbaar:
        raise BestandOnleesbaar from None


def _van_foto(octets: bytes) -> Iterator[Beeld]:
    buffer = QBuffer()
    buffer.setData(QByteArray(octets))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    lezer = QImageReader(buffer)
    lezer.setAutoTransform(True)
    maat = lezer.size()
    if maat.isValid() and maat.width() * maat.height() > _TE_GROOT_PX:
        raise BestandTeGroot
    if maat.isValid() and max(maat.width(), maat.height()) > _LANG:
        lezer.setScaledSize(maat.scaled(QSize(_LANG, _LANG), Qt.AspectRatioMode.KeepAspectRatio))
    plaat = lezer.read()
    buffer.close()
    if plaat.isNull():
        raise BestandOnleesbaar
    yield _grijs(plaat)


def _grijs(plaat: QImage) -> Beeld:
    """Its pixels in grey; what is see-through is white, as paper is."""
    if plaat.hasAlphaChannel():
        wit = QImage(plaat.size(), QImage.Format.Format_RGB32)
        wit.fill(0xFFFFFFFF)
        lay_over(wit, plaat)
        plaat = wit
    grijs = plaat.convertToFormat(QImage.Format.Format_Grayscale8)
    breed, regel, bits = grijs.width(), grijs.bytesPerLine(), bytes(grijs.constBits())
    if regel != breed:
        bits = b"".join(bits[begin : begin + breed] for begin in range(0, regel * grijs.height(), regel))
    return Beeld(breed, grijs.height(), bits)
