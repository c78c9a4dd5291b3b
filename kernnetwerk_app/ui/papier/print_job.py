"""Printing a PDF from memory: each page drawn by a worker at 300 dpi, and handed to the printer one by one."""

import secrets
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.raster import bladen, rasterise

DPI = 300
_PT_PER_INCH = 72
_SHEET = 2480
"""Width of A4 in dots."""
_HIGHER = 1.01
"""From so much higher than the sheet a page is made to fit."""
_Page = tuple[bytes, int, int]
"""A PDF, which of its pages (from 0), and how wide in dots that is drawn."""


class PrinterWeigert(KernnetwerkError):
    """The printer could not be opened, or stopped half-way."""

    code = "papier.printer_weigert"


def printer_names() -> list[str]:
    """The printers of this machine, the usual one first. Can take seconds with printers on a network."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return sorted(names, key=lambda name: (name != usual, name.casefold()))


def neutral_name() -> str:
    """What the queue of a printer shows: `Document 7F3A`, another one each time, and nothing of whom it is about."""
    return f"Document {secrets.token_hex(2).upper()}"


def make_printer(naam: str) -> QPrinter:
    """This printer, for A4 at 300 dpi without margins of Qt's own: the page has its own."""
    printer = QPrinter(QPrinterInfo.printerInfo(naam), QPrinter.PrinterMode.HighResolution)
    prepare(printer)
    return printer


def prepare(printer: QPrinter) -> None:
    """A4, 300 dpi, the whole sheet, and a name that tells nothing."""
    printer.setResolution(DPI)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName(neutral_name())
    printer.setCreator("")


class PrintJob(QObject):
    """One document on its way to a printer. `done` or `failed` is called once, on the GUI thread."""

    def __init__(
        self,
        omgeving: Omgeving,
        pdf: bytes,
        printer: QPrinter,
        done: Callable[[], None],
        failed: Callable[[Exception], None],
        parent: QObject,
        mee: Callable[[], Sequence[bytes]] | None = None,
    ) -> None:
        """`mee` fetches what is printed after it, on the reader thread."""
        super().__init__(parent)
        self._omgeving, self._pdf, self._printer, self._mee = omgeving, pdf, printer, mee
        self._done, self._failed = done, failed
        self._painter = QPainter()
        self._pages: list[_Page] = []
        self._next = 0

    @property
    def count(self) -> int:
        """Number of pages, once it has begun."""
        return len(self._pages)

    def start(self) -> None:
        self._omgeving.tasks.read(self, partial(_pages, self._pdf, self._mee), self._begin, self._stop)

    def _begin(self, pages: list[_Page]) -> None:
        self._pages = pages
        if self._painter.begin(self._printer):
            self._ask()
        else:
            self._stop(PrinterWeigert())

    def _ask(self) -> None:
        work = partial(rasterise, *self._pages[self._next])
        self._omgeving.tasks.read(self, work, self._put_down, self._stop)

    def _put_down(self, page: QImage) -> None:
        sheet = self._painter.viewport()
        width, height = float(sheet.width()), sheet.width() * page.height() / page.width()
        if height > sheet.height() * _HIGHER:
            width, height = width * sheet.height() / height, float(sheet.height())
        self._painter.drawImage(QRectF(0, 0, width, height), page)
        self._next += 1
        if self._next == len(self._pages):
            self._finish()
        elif self._printer.newPage():
            self._ask()
        else:
            self._stop(PrinterWeigert())

    def _finish(self) -> None:
        if self._painter.end():
            self._done()
        else:
            self._stop(PrinterWeigert())

    def _stop(self, fout: Exception) -> None:
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        self._failed(fout)


def _pages(pdf: bytes, mee: Callable[[], Sequence[bytes]] | None) -> list[_Page]:
    """Every page of it and of what goes along, with its width in dots; never wider than the sheet."""
    return [
        (octets, nummer, min(_SHEET, round(blad.breedte * DPI / _PT_PER_INCH)))
        for octets in (pdf, *(mee() if mee is not None else ()))
        for nummer, blad in enumerate(bladen(octets))
    ]
