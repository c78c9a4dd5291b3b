"""What a PDF says about itself: neutral metadata, the claims of PDF/UA-1 and PDF/A-2a, and its colour space.

The title names the kind of document and never a person: it stands in window titles and in a printer's job list.
The colour profile `srgb.icc` is LittleCMS's own sRGB ("No copyright, use freely") with a fixed day in its head; it is
shipped and not made on the spot: its maker writes the moment into it, and the same plan must give the same bytes.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFInfo, PDFStream, PDFString, PDFZCompress

from kernnetwerk_app.paths import resource

LANGUAGE = "nl-NL"
PRODUCER = "Kernnetwerk"


@dataclass(frozen=True, slots=True)
class About:
    """The kind of document (never a name) and the day on it."""

    title: str
    day: date


class _Info(PDFInfo):
    """Only what the XMP packet says as well; PDF/A wants the two to agree."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self.title = about.title
        self._moment = f"D:{about.day:%Y%m%d}000000+00'00'"

    def format(self, document: Any) -> bytes:
        entries = {
            "Title": PDFString(self.title),
            "Producer": PDFString(PRODUCER),
            "CreationDate": PDFString(self._moment),
            "ModDate": PDFString(self._moment),
        }
        data: bytes = PDFDictionary(entries).format(document)
        return data


def describe(doc: Any, about: About) -> None:
    """Write all of it into ReportLab's document."""
    catalog = doc.Catalog
    doc.info = _Info(about)
    packet = resource("style", "xmp.xml").read_text(encoding="utf-8")
    content = packet.format(
        titel=escape(about.title), maker=PRODUCER, moment=f"{about.day.isoformat()}T00:00:00+00:00", bom="\ufeff"
    )
    # Not compressed: archives read it without opening the rest.
    catalog.Metadata = PDFStream(PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), content.encode(), [])
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    profile = resource("style", "srgb.icc").read_bytes()
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": doc.Reference(PDFStream(PDFDictionary({"N": 3}), profile, [PDFZCompress])),
    }
    catalog.OutputIntents = PDFArray([PDFDictionary(intent)])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
