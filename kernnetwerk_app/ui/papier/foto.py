"""A photograph made anew: only its picture comes along, upright and scaled. No place, telephone, hour or thumbnail.

These functions own every Qt object they use and leave none behind, so that they can run on any thread.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from kernnetwerk_app.domain.bestand import BestandKapot, Bestandsoort, FotoTeGroot, is_heel
from kernnetwerk_app.domain.bijlage import Inhoud, Vorm

LANGSTE_ZIJDE = 2000
"""Of what is kept, in pixels: a page of paper on it can still be read."""
_KWALITEIT = 85
_MEESTE_PIXELS = 250_000_000
"""More than any telephone makes; a small file can claim far more, and take all memory."""
_PIXEL = 4
"""Bytes of a pixel in memory."""


def maak_foto(octets: bytes, soort: Bestandsoort) -> Inhoud:
    """What is kept of a photograph. Raises `BestandKapot`, also for one that was cut off, and `FotoTeGroot`."""
    if not is_heel(octets, soort):
        raise BestandKapot
    return Inhoud(Vorm.FOTO, schrijf_jpeg(_read(octets, soort)), 1)


def schrijf_jpeg(image: QImage, kwaliteit: int = _KWALITEIT) -> bytes:
    """The picture and nothing else: it is painted on a new one, since Qt keeps remarks and profiles with an image."""
    kaal = QImage(image.size(), QImage.Format.Format_RGB32)
    kaal.fill(Qt.GlobalColor.white)
    painter = QPainter(kaal)
    painter.drawImage(0, 0, image)
    painter.end()
    place, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(place)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(kwaliteit)
    written = writer.write(kaal)
    buffer.close()
    if not written:
        raise BestandKapot
    return bytes(place.data())


def _read(octets: bytes, soort: Bestandsoort) -> QImage:
    """Upright, in ordinary colours, at most `LANGSTE_ZIJDE`. Only the reader of what it is may look at it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(octets))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    try:
        reader = QImageReader(buffer, QByteArray(soort.value.encode()))
        reader.setAutoDetectImageFormat(False)
        reader.setAutoTransform(True)
        size = reader.size()
        if not size.isValid() or size.isEmpty():
            raise BestandKapot
        if size.width() * size.height() > _MEESTE_PIXELS:
            raise FotoTeGroot
        reader.setScaledSize(_fit(size))
        image = reader.read()
        if image.isNull():
            raise FotoTeGroot if _is_much(size) else BestandKapot
    finally:
        buffer.close()
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return image


def _is_much(size: QSize) -> bool:
    """Whether Qt does not take room for so many pixels: it calls such a picture invalid, as one that is broken."""
    return size.width() * size.height() * _PIXEL > QImageReader.allocationLimit() * 1024 * 1024


def _fit(size: QSize) -> QSize:
    """As it is, or smaller."""
    box = QSize(min(LANGSTE_ZIJDE, size.width()), min(LANGSTE_ZIJDE, size.height()))
    return size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
