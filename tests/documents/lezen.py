"""Reads a finished PDF back: as a screen reader does (structure tree), and as a viewer does (text and picture)."""

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

RENDER_WIDTH = 1240  # pixels; 150 dpi


@dataclass
class Node:
    """An element of the structure tree with the text that is read aloud for it."""

    role: str
    alt: str | None = None
    actual: str | None = None
    scope: str | None = None
    kids: "list[Node | str]" = field(default_factory=list)

    def text(self) -> str:
        """What is read aloud: its alternative, what its shapes stand for, or its content."""
        if self.alt is not None:
            return self.alt
        if self.actual is not None:
            return self.actual
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def find(self, role: str) -> "Iterator[Node]":
        if self.role == role:
            yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.find(role)

    def outline(self, depth: int = 0) -> str:
        """The tree as text: one element a line, its words behind it when it has no elements below."""
        below = [kid for kid in self.kids if isinstance(kid, Node) and kid.role != "Span"]
        head = "  " * depth + self.role + (f" [{self.scope}]" if self.scope else "")
        if not below:
            return f"{head}: {self.text().strip()}\n"
        return f"{head}\n" + "".join(kid.outline(depth + 1) for kid in below)


def open_pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def read_structure(pdf: pikepdf.Pdf) -> Node:
    """The structure tree with the marked content of all pages filled in."""
    marks = [_marked_text(page) for page in pdf.pages]
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return _node(pdf.Root.StructTreeRoot.K, marks, pages)


def _node(element: Any, marks: list[dict[int, str]], pages: dict[tuple[int, int], int]) -> Node:
    node = Node(str(element.S)[1:], _text(element, "/Alt"), _text(element, "/ActualText"))
    for attributes in element.get("/A", []):
        if "/Scope" in attributes:
            node.scope = str(attributes.Scope)[1:]
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            node.kids.append(marks[pages[element.Pg.objgen]][kid])
        elif kid.get("/Type") == "/MCR":
            node.kids.append(marks[pages[kid.Pg.objgen]][int(kid.MCID)])
        else:
            node.kids.append(_node(kid, marks, pages))
    return node


def _text(element: Any, key: str) -> str | None:
    return str(element[key]) if key in element else None


def _marked_text(page: pikepdf.Page) -> dict[int, str]:
    """Number of each mark on a page -> the text drawn in it, by the fonts' own Unicode maps."""
    maps = {name: _unicode_map(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    stack: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                number = operands[1].get("/MCID")
                stack.append(None if number is None else int(number))
                if number is not None:
                    found[int(number)] = ""
            case "EMC":
                stack.pop()
            case "Tf":
                font = maps[str(operands[0])]
            case "Tj":
                if not stack:
                    raise AssertionError("text that is neither content nor artifact")
                number = stack[-1]
                if number is not None:
                    found[number] += "".join(font[code] for code in bytes(operands[0]))
    return found


def colours(pdf: pikepdf.Pdf) -> set[str]:
    """What is filled, written or drawn with on any page, as `#RRGGBB`; photographs are no part of it."""
    gekozen = [stap for blad in pdf.pages for stap in pikepdf.parse_content_stream(blad)]
    rgb = [[float(x) for x in stap.operands] for stap in gekozen if str(stap.operator) in ("rg", "RG")]
    rgb += [[float(stap.operands[0])] * 3 for stap in gekozen if str(stap.operator) in ("g", "G")]
    return {"#" + "".join(f"{round(deel * 255):02X}" for deel in delen) for delen in rgb}


def letters(bladen: Iterable[pikepdf.Page]) -> set[tuple[float, str]]:
    """Of all text that is drawn: its size in points, and its colour as `#RRGGBB`."""
    found = set()
    for page in bladen:
        size, colour, kept = 0.0, "#000000", list[str]()
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "q":
                    kept.append(colour)
                case "Q":
                    colour = kept.pop()
                case "rg":
                    colour = "#" + "".join(f"{round(float(deel) * 255):02X}" for deel in operands)
                case "Tf":
                    size = float(operands[1])
                case "Tj":
                    found.add((size, colour))
    return found


def _unicode_map(font: Any) -> dict[int, str]:
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"^<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>$", cmap, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(value).decode("utf-16-be") for code, value in pairs}


class Viewer:
    """The PDF as QtPdf shows it; needs a QGuiApplication."""

    def __init__(self, data: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        if self._document.status() is not QPdfDocument.Status.Ready:
            raise AssertionError(self._document.status())

    @property
    def pages(self) -> int:
        return self._document.pageCount()

    def text(self, page: int) -> str:
        return self._document.getAllText(page).text()

    def picture(self, page: int) -> QImage:
        """The page in grey on white."""
        size = QSize(RENDER_WIDTH, round(RENDER_WIDTH * 842 / 595))
        shown = self._document.render(page, size)
        paper = QImage(shown.size(), QImage.Format.Format_RGB32)
        paper.fill(0xFFFFFFFF)
        self._paint(paper, shown)
        return paper.convertToFormat(QImage.Format.Format_Grayscale8)

    @staticmethod
    def _paint(paper: QImage, shown: QImage) -> None:
        from PySide6.QtGui import QPainter

        painter = QPainter(paper)
        painter.drawImage(0, 0, shown)
        painter.end()


def words(text: str) -> str:
    """Text without what a line end, a page or a normal form changes about it."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))
