"""Pages of a PDF as pictures, straight from bytes in memory: no file of it is ever made.

These functions own every Qt object they use and leave none behind, so that they can run on any thread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from kernnetwerk_app.domain.errors import KernnetwerkError

T = TypeVar("T")


class PapierOnleesbaar(KernnetwerkError):
    """Bytes that are no PDF, or one that is damaged or locked."""

    code = "papier.onleesbaar"


@dataclass(frozen=True, slots=True)
class Blad:
    """One page: its size in points, and its words in reading order for the screen reader."""

    breedte: float
    hoogte: float
    tekst: str


def bladen(pdf: bytes) -> tuple[Blad, ...]:
    """All pages, not drawn yet; `PapierOnleesbaar`."""
    return _with_document(pdf, lambda document: tuple(_blad(document, n) for n in range(document.pageCount())))


def aantal_bladen(pdf: bytes) -> int:
    """How many pages it says to have, without looking at any of them; `PapierOnleesbaar`."""
    return _with_document(pdf, lambda document: document.pageCount())


def maat_van_blad(pdf: bytes, nummer: int) -> tuple[float, float]:
    """Width and height of page `nummer` (from 0) in points; `PapierOnleesbaar`."""

    def size(document: QPdfDocument) -> tuple[float, float]:
        of_page: QSizeF = document.pagePointSize(nummer)
        return of_page.width(), of_page.height()

    return _with_document(pdf, size)


def is_op_slot(pdf: bytes) -> bool:
    """Whether a password is asked before anything of it can be seen."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    try:
        document.load(buffer)
        return document.error() is QPdfDocument.Error.IncorrectPassword
    finally:
        document.close()
        buffer.close()


def rasterise(pdf: bytes, nummer: int, breedte: int) -> QImage:
    """Page `nummer` (from 0) of `breedte` px wide, on white; `PapierOnleesbaar`."""
    return _with_document(pdf, lambda document: _render(document, nummer, breedte))


def _with_document(pdf: bytes, use: Callable[[QPdfDocument], T]) -> T:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    try:
        document.load(buffer)
        if document.status() is not QPdfDocument.Status.Ready:
            raise PapierOnleesbaar
        return use(document)
    finally:
        document.close()
        buffer.close()


def _blad(document: QPdfDocument, nummer: int) -> Blad:
    size: QSizeF = document.pagePointSize(nummer)
    return Blad(size.width(), size.height(), document.getAllText(nummer).text())


def _render(document: QPdfDocument, nummer: int, breedte: int) -> QImage:
    size: QSizeF = document.pagePointSize(nummer)
    drawn = document.render(nummer, QSize(breedte, max(1, round(breedte * size.height() / size.width()))))
    if drawn.isNull():
        raise PapierOnleesbaar
    page = QImage(drawn.size(), QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)
    lay_over(page, drawn)
    return page


def lay_over(page: QImage, drawn: QImage) -> None:
    """Draw one picture on another, from its left top."""
    from PySide6.QtGui import QPainter

    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
