"""Tagged PDF over ReportLab's canvas, which itself knows no tags: marked content, structure tree, parent tree.

A document is a tree of `Element`s. What is drawn inside `content(element)` belongs to it; what is drawn inside
`artifact()` is there for the eye only. An element that goes on over the next page stays one element.
Written after PDF/UA-1 and PDF/A-2a (see archive.py); machine-checked in the tests, never claimed beyond that.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from threading import Lock
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from kernnetwerk_app.documents import archive
from kernnetwerk_app.documents.fonts import typeface
from kernnetwerk_app.documents.glyphs import Colour
from kernnetwerk_app.documents.shaping import letters_of
from kernnetwerk_app.documents.text import Span

_FINISHING = Lock()  # cutting subsets moves a reading position inside the font, which all documents share


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of marked content: page (from 0) and its number on that page."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """A node of the structure tree: a standard role (`P`, `H1`, `TD` ...) with what it holds, in reading order."""

    role: str
    parent: "Element | None" = None
    alt: str | None = None
    """What a reader hears instead of a picture."""
    actual: str | None = None
    """The text that a drawn shape stands for."""
    scope: str | None = None
    """`Column` or `Row`, for a TH."""
    lang: str | None = None
    """Code of the language in which it is read, where that is not Dutch."""
    kids: "list[Element | Mark]" = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None

    def __post_init__(self) -> None:
        if self.parent is not None:
            self.parent.kids.append(self)

    def attributes(self) -> list[dict[str, Any]]:
        """The attribute objects of this element, as ReportLab writes dictionaries."""
        found: list[dict[str, Any]] = []
        if self.scope:
            found.append({"O": "/Table", "Scope": f"/{self.scope}"})
        if self.role == "L":
            found.append({"O": "/List", "ListNumbering": "/None"})
        if self.box:
            found.append({"O": "/Layout", "Placement": "/Block", "BBox": PDFArray(self.box)})
        return found


class TaggedCanvas(Canvas):
    """A canvas that keeps track of what each drawn thing is. All positions in points from the lower left corner."""

    def __init__(self, size: tuple[float, float], about: archive.About) -> None:
        # The initial font must be an embedded one, otherwise Helvetica is named on every page.
        super().__init__(
            None,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=typeface(False).primary,
            lang=archive.LANGUAGE,
        )
        self._about = about
        self._marks: list[list[Element]] = [[]]
        self._element: Element | None = None
        self._opened_at = 0

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to `element`."""
        self._open(element)
        yield
        self._close()

    @contextmanager
    def artifact(self, kind: str = "/Type /Layout") -> Iterator[None]:
        """What is drawn inside is decoration, or repeated on each page; a reader aloud passes over it."""
        self._code.append(f"/Artifact <<{kind}>> BDC")
        yield
        self._code.append("EMC")

    def write(self, x: float, baseline: float, size: float, colour: Colour, spans: Iterable[Span]) -> None:
        """Draw one line of text; must stand inside `content` or `artifact`."""
        for span in spans:
            with self._span(span):
                for own, parts in groupby(span.parts, lambda part: part.colour or colour):
                    if own != self._fillColorObj:
                        self.setFillColor(own)
                    line = self.beginText(x, baseline)
                    for part in parts:
                        line.setFont(part.font, size)
                        if part.places:
                            for char, (right, up) in zip(part.drawn, part.places, strict=True):
                                line.setTextOrigin(x + right * size, baseline + up * size)
                                line.textOut(char)
                            line.setTextOrigin(x + part.width * size, baseline)
                        else:
                            line.textOut(part.drawn)
                        x += part.width * size
                    self.drawText(line)

    def fill_bars(self, bars: Iterable[tuple[int, int, int]]) -> None:
        """Fill bars of height 1 (x, y, length): one path for all, so that no hairline shows between two of them."""
        self._code += [*(f"{x} {y} {length} 1 re" for x, y, length in bars), "f"]

    @contextmanager
    def _span(self, span: Span) -> Iterator[None]:
        """A Span of its own, between two marks of the paragraph, for glyphs that say something else than they show.

        Not nested inside the paragraph's mark: several readers lose the text after such a nested end.
        """
        parent = self._element
        if span.actual is None or parent is None:
            yield
            return
        self._close()
        # In the page as well, for programs that copy text without looking at the structure. Not for text from right
        # to left, which they put in order themselves; and not above U+FFFF, which Qt's reader would drop.
        copied = not span.reordered and max(span.actual) <= "\uffff"
        self._open(
            Element("Span", parent, actual=span.actual), f" /ActualText {pdf_text(span.actual)}" if copied else ""
        )
        yield
        self._close()
        self._open(parent)

    def _open(self, element: Element, extra: str = "") -> None:
        marks = self._marks[-1]
        element.kids.append(Mark(len(self._marks) - 1, len(marks)))
        marks.append(element)
        self._code.append(f"/{element.role} <</MCID {len(marks) - 1}{extra}>> BDC")
        self._element = element
        self._opened_at = len(self._code)

    def _close(self) -> None:
        """End the mark; one in which nothing was drawn is taken back."""
        if len(self._code) > self._opened_at:
            self._code.append("EMC")
        elif self._element is not None:
            self._code.pop()
            self._element.kids.pop()
            self._marks[-1].pop()
        self._element = None

    def end_page(self) -> None:
        """Close the page; the next thing drawn is on a new one."""
        self.showPage()
        page = self._doc.Pages.pages[-1]
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        page.StructParents = len(self._marks) - 1
        page.Tabs = "/S"
        page.Trans = None
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        self._doc.updateSignature(page.stream)
        self._marks.append([])

    def to_bytes(self, root: Element) -> bytes:
        """The finished PDF. The same drawing gives the same bytes."""
        doc = self._doc
        archive.describe(doc, self._about)
        doc.Catalog.StructTreeRoot = self._structure(root)
        with _FINISHING:
            # Done here and not by ReportLab, to mend what it writes about characters above U+FFFF.
            for font in doc.delayedFonts:
                font.addObjects(doc)
        doc.delayedFonts.clear()
        _mend_unicode_maps(doc)
        data: bytes = doc.GetPDFData(self)
        return data

    def _structure(self, root: Element) -> Any:
        doc = self._doc
        nodes: dict[Element, Any] = {}
        for element in _walk(root):
            nodes[element] = PDFDictionary({"Type": "/StructElem", "S": f"/{element.role}"})
        tree = PDFDictionary({"Type": "/StructTreeRoot", "K": doc.Reference(nodes[root])})
        pages = [doc.Reference(page) for page in doc.Pages.pages]
        for element, node in nodes.items():
            node["P"] = doc.Reference(nodes[element.parent] if element.parent else tree)
            self._fill(element, node, nodes, pages)
        numbers: list[Any] = []
        for number, marks in enumerate(self._marks[:-1]):
            numbers += [number, doc.Reference(PDFArray([doc.Reference(nodes[element]) for element in marks]))]
        tree["ParentTree"] = doc.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        tree["ParentTreeNextKey"] = len(self._marks) - 1
        return tree

    def _fill(self, element: Element, node: Any, nodes: dict[Element, Any], pages: list[Any]) -> None:
        doc = self._doc
        own = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        kids: list[Any] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(doc.Reference(nodes[kid]))
            elif kid.page == own:
                kids.append(kid.number)
            else:
                kids.append(PDFDictionary({"Type": "/MCR", "Pg": pages[kid.page], "MCID": kid.number}))
        if kids:
            node["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
        if own is not None:
            node["Pg"] = pages[own]
        if element.alt is not None:
            node["Alt"] = pdf_text(element.alt)
        if element.actual is not None:
            node["ActualText"] = pdf_text(element.actual)
        if element.lang is not None:
            node["Lang"] = pdf_text(element.lang)
        if attributes := element.attributes():
            node["A"] = PDFArray([PDFDictionary(each) for each in attributes])


def pdf_text(text: str) -> str:
    """A text string of PDF, as hexadecimal UTF-16; half a surrogate pair becomes U+FFFD."""
    whole = text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")
    return f"<FEFF{whole.encode('utf-16-be').hex().upper()}>"


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)


def _mend_unicode_maps(doc: Any) -> None:
    """ReportLab writes `<1F600>` where a ToUnicode map needs the two halves of UTF-16, and knows no private codes."""
    for name, stream in doc.idToObject.items():
        if name.startswith("toUnicodeCMap:"):
            stream.content = re.sub(
                r"<([0-9A-F]{5,6})>",
                lambda code: f"<{letters_of(int(code[1], 16)).encode('utf-16-be').hex().upper()}>",
                stream.content,
            )
