"""Printing a PDF from memory: each page drawn by a worker at 300 dpi, and handed to the printer one by one."""

import secrets
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.raster import bladen, rasterise

DPI = 300
_PT_PER_INCH = 72


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
    ) -> None:
        super().__init__(parent)
        self._omgeving, self._pdf, self._printer = omgeving, pdf, printer
        self._done, self._failed = done, failed
        self._painter = QPainter()
        self._widths: list[int] = []
        self._next = 0

    def start(self) -> None:
        self._omgeving.tasks.read(self, partial(_widths, self._pdf), self._begin, self._stop)

    def _begin(self, widths: list[int]) -> None:
        self._widths = widths
        if self._painter.begin(self._printer):
            self._ask()
        else:
            self._stop(PrinterWeigert())

    def _ask(self) -> None:
        work = partial(rasterise, self._pdf, self._next, self._widths[self._next])
        self._omgeving.tasks.read(self, work, self._put_down, self._stop)

    def _put_down(self, page: QImage) -> None:
        sheet = self._painter.viewport()
        height = sheet.width() * page.height() / page.width()
        self._painter.drawImage(QRectF(0, 0, sheet.width(), height), page)
        self._next += 1
        if self._next == len(self._widths):
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


def _widths(pdf: bytes) -> list[int]:
    """Width of each page in dots."""
    return [round(blad.breedte * DPI / _PT_PER_INCH) for blad in bladen(pdf)]
