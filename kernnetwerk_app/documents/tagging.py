"""Tagged PDF over ReportLab's canvas, which itself knows no tags: marked content, structure tree, parent tree.

A document is a tree of `Element`s. What is drawn inside `content(element)` belongs to it; what is drawn inside
`artifact()` is there for the eye only. An element that goes on over the next page stays one element.
Written after PDF/UA-1 and PDF/A-2a (see archive.py); machine-checked in the tests, never claimed beyond that.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from threading import Lock
from typing import Any

from reportlab import rl_config
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFObject, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from kernnetwerk_app.documents import archive
from kernnetwerk_app.documents.fonts import typeface
from kernnetwerk_app.documents.glyphs import Colour
from kernnetwerk_app.documents.lettering import Lettering
from kernnetwerk_app.documents.shaping import letters_of
from kernnetwerk_app.documents.text import Span

rl_config.useA85 = 0  # bytes as they are: written out as letters they take a quarter more room, and time in Python
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

    def attributes(self) -> list[str]:
        """The attribute objects of this element, as a PDF writes them."""
        found = []
        if self.scope:
            found.append(f"<< /O /Table /Scope /{self.scope} >>")
        if self.role == "L":
            found.append("<< /O /List /ListNumbering /None >>")
        if self.box:
            found.append(f"<< /O /Layout /Placement /Block /BBox [ {' '.join(f'{x:.4f}' for x in self.box)} ] >>")
        return found


class TaggedCanvas(Canvas):
    """A canvas that keeps track of what each drawn thing is. All positions in points from the lower left corner."""

    _fillColorObj: Any  # noqa: N815  ReportLab calls it so
    """ReportLab's own: the colour in which it fills now."""

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
        self._lettering = Lettering(self._doc)
        self._stamps: dict[Hashable, str] = {}
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
                    self._fill(own)
                    code, x = self._lettering.line(x, baseline, size, parts)
                    self._code.append(code)

    def rule(self, x: float, y: float, width: float, colour: Colour) -> None:
        """A thin line to the right."""
        self._strokeColorObj = colour
        self._code.append(f"{_rgb(colour)} RG 0.75 w n {x:.4f} {y:.4f} m {x + width:.4f} {y:.4f} l S")

    def stamp(self, key: Hashable, x: float, y: float, paint: Callable[[], None]) -> None:
        """What `paint` draws around the origin, at x and y. It is asked once: the same `key` looks the same.

        It opens no mark: that has a number of its own each time.
        """
        if key not in self._stamps:
            begin = len(self._code)
            self.saveState()
            self._fillColorObj = None  # so that it names its own, whatever was drawn before it
            paint()
            self.restoreState()
            self._stamps[key] = " ".join(self._code[begin + 1 :])
            del self._code[begin:]
        self._code.append(f"q 1 0 0 1 {x:.4f} {y:.4f} cm {self._stamps[key]}")

    def _fill(self, colour: Colour) -> None:
        """Fill in this colour from here; nothing when that is so."""
        if colour != self._fillColorObj:
            self._fillColorObj = colour
            self._code.append(f"{_rgb(colour)} rg")

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
        """The structure tree as objects that are written out already: there are more of them than of all else."""
        doc = self._doc
        written = {element: _Written() for element in _walk(root)}
        tree = _Written()
        names = {element: _reference(doc, one) for element, one in written.items()}
        top = _reference(doc, tree)
        pages = [doc.Reference(page).format(doc).decode() for page in doc.Pages.pages]
        for element, one in written.items():
            one.octets = _described(element, names[element.parent] if element.parent else top, names, pages).encode()
        numbers = (
            f"{number} [ {' '.join(names[element] for element in marks)} ]"
            for number, marks in enumerate(self._marks[:-1])
        )
        tree.octets = (
            f"<< /Type /StructTreeRoot /K {names[root]} /ParentTree << /Nums [ {' '.join(numbers)} ] >> "
            f"/ParentTreeNextKey {len(self._marks) - 1} >>"
        ).encode()
        return tree


class _Written(PDFObject):
    """An object of which the text is known: ReportLab's own dictionaries take five times as long."""

    __RefOnly__ = 1  # stands by itself and is referred to

    def __init__(self) -> None:
        self.octets = b""

    def format(self, _document: Any) -> bytes:
        return self.octets


def _reference(doc: Any, one: _Written) -> str:
    """Gives a new object its number."""
    doc.Reference(one)
    return f"{doc.objectcounter} 0 R"


def _described(element: Element, parent: str, names: Mapping[Element, str], pages: Sequence[str]) -> str:
    """The dictionary of an element: what it is, under which it stands, and what it holds."""
    own = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    found = [f"<< /Type /StructElem /S /{element.role} /P {parent}"]
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(names[kid])
        elif kid.page == own:
            kids.append(str(kid.number))
        else:
            kids.append(f"<< /Type /MCR /Pg {pages[kid.page]} /MCID {kid.number} >>")
    if kids:
        found.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [ {' '.join(kids)} ]")
    if own is not None:
        found.append(f"/Pg {pages[own]}")
    for key, text in (("Alt", element.alt), ("ActualText", element.actual), ("Lang", element.lang)):
        if text is not None:
            found.append(f"/{key} {pdf_text(text)}")
    if attributes := element.attributes():
        found.append(f"/A [ {' '.join(attributes)} ]")
    return " ".join([*found, ">>"])


@cache
def _rgb(colour: Colour) -> str:
    """A colour as a PDF writes it."""
    numbers: str = fp_str(*colour)
    return numbers


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
