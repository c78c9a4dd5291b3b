"""A scan or photograph of signed paper, read as pictures in grey: nothing else that a file holds is ever looked at.

These functions own every Qt object they use, so that they can run on any thread.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from kernnetwerk_app.domain.bestand import Beeld, BestandNietGelezen, Bestandsoort, PdfOpSlot, is_gewoon_papier, is_heel
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.services.opbergen import open_gewoon
from kernnetwerk_app.ui.papier.raster import (
    PapierOnleesbaar,
    aantal_bladen,
    is_op_slot,
    lay_over,
    maat_van_blad,
    rasterise,
)

T = TypeVar("T")

MAX_BESTAND = 40 * 1024 * 1024
"""Largest file that is read, in bytes: a photograph of 100 MB would fill the memory and holds no more to read."""
MAX_BLADEN = 60
_BREED = 1654  # a page of A4 at 200 dpi
_LANG = 3000  # px of the longest side of a photograph
_SMALST, _BREEDST = 10.0, 14400.0  # of a page, in points: what is outside is no paper
_PLAATJE = re.compile(rb"/(?:Width|Height)\s*(\d{1,18})")
_TE_BREED_PX = 20_000
"""Wider than any scanner makes a sheet; a small file can claim far more, and hold up everything for minutes."""
_MEESTE_PX = {"jpeg": 200_000_000}
_MEESTE_PX_ANDERS = 60_000_000
"""Only a JPEG can be read smaller than it is; any other picture has to fit in the memory first."""
_SOORTEN = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"BM", "bmp"),
    (b"RIFF", "webp"),
)

Blad = Callable[[], Beeld]
"""Reads one page; may raise `BestandOnleesbaar` or `BestandTeGroot`."""


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


def lees_bestand(pad: str) -> bytes:
    """What stands in this file; `BestandTeGroot` or `BestandOnleesbaar` before anything large is taken into memory."""
    try:
        with open_gewoon(Path(pad)) as bestand:
            if os.fstat(bestand.fileno()).st_size > MAX_BESTAND:
                raise BestandTeGroot
            octets = bestand.read(MAX_BESTAND + 1)  # it may be growing
    except (OSError, BestandNietGelezen):
        raise BestandOnleesbaar from None
    if len(octets) > MAX_BESTAND:
        raise BestandTeGroot
    return octets


def open_octets(octets: bytes) -> list[Blad]:
    """The pages of a file, not read yet, so that nobody has to wait for all of them. Raises the refusals above and
    `PdfOpSlot`. What it opens may be made to take for ever: `leesproces` does this, and nobody else but a test.
    """
    return _open_pdf(octets) if octets[:1024].lstrip().startswith(b"%PDF-") else _open_foto(octets)


def beelden(paden: Sequence[str]) -> Iterator[Beeld]:
    """All pages of these files in turn; raises as `open_octets`."""
    bladen: list[Blad] = []
    for pad in paden:
        bladen += open_octets(lees_bestand(pad))
        check_aantal(len(bladen))
    yield from (blad() for blad in bladen)


def check_aantal(bladen: int) -> None:
    """Refuse (`TeVeelBladen`) more than any plan has."""
    if bladen > MAX_BLADEN:
        raise TeVeelBladen


def _open_pdf(octets: bytes) -> list[Blad]:
    if is_op_slot(octets):
        raise PdfOpSlot
    if not is_gewoon_papier(octets):
        raise PdfMetOpdrachten
    if any(int(maat) > _TE_BREED_PX for maat in _PLAATJE.findall(octets)):
        raise BestandTeGroot
    try:
        aantal = aantal_bladen(octets)
    except PapierOnleesbaar:
        raise BestandOnleesbaar from None
    check_aantal(aantal)
    return [partial(_van_pdf, octets, nummer) for nummer in range(aantal)]


def _van_pdf(octets: bytes, nummer: int) -> Beeld:
    try:
        breed, hoog = maat_van_blad(octets, nummer)
        if not all(_SMALST <= zijde <= _BREEDST for zijde in (breed, hoog)):
            raise BestandOnleesbaar
        return _grijs(rasterise(octets, nummer, max(1, round(breed * min(_BREED / breed, _LANG / hoog)))))
    except PapierOnleesbaar:
        raise BestandOnleesbaar from None


def _open_foto(octets: bytes) -> list[Blad]:
    """A picture; a TIFF of a scanner holds a picture for each sheet."""
    soort = next((soort for begin, soort in _SOORTEN if octets.startswith(begin)), None)
    if soort is None or (soort == "jpeg" and not is_heel(octets, Bestandsoort.JPEG)):
        raise BestandOnleesbaar  # of half a photograph the signature may be the half that is not there

    def tel(lezer: QImageReader) -> int:
        return lezer.imageCount() if soort == "tiff" else 1

    aantal = _met_lezer(octets, soort, tel)
    check_aantal(aantal)
    return [partial(_van_foto, octets, soort, nummer) for nummer in range(aantal)] or [_onleesbaar]


def _onleesbaar() -> Beeld:
    raise BestandOnleesbaar


def _van_foto(octets: bytes, soort: str, nummer: int) -> Beeld:
    def lees(lezer: QImageReader) -> QImage | None:
        lezer.setAutoTransform(True)
        if nummer and not lezer.jumpToImage(nummer):
            return None
        maat = lezer.size()
        if maat.isValid() and maat.width() * maat.height() > _MEESTE_PX.get(soort, _MEESTE_PX_ANDERS):
            return None
        if maat.isValid() and max(maat.width(), maat.height()) > _LANG:
            lezer.setScaledSize(maat.scaled(QSize(_LANG, _LANG), Qt.AspectRatioMode.KeepAspectRatio))
        return lezer.read()

    plaat = _met_lezer(octets, soort, lees)
    if plaat is None:
        raise BestandTeGroot
    if plaat.isNull():
        raise BestandOnleesbaar
    return _grijs(plaat)


def _met_lezer(octets: bytes, soort: str, doe: Callable[[QImageReader], T]) -> T:
    """Only the reader of what it is may look at it. It goes before what it reads from does: a TIFF is closed through
    that, also when nobody reads on.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(octets))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    lezer = QImageReader(buffer, QByteArray(soort.encode()))
    lezer.setAutoDetectImageFormat(False)
    try:
        return doe(lezer)
    finally:
        del lezer
        buffer.close()


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
