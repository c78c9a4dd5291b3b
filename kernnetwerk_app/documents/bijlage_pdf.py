"""What came into a dossier, on paper: a photograph, words of a resident, and pages that became pictures."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab.lib.utils import ImageReader

from kernnetwerk_app.documents.archive import About
from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.errors import DocumentError
from kernnetwerk_app.documents.house_style import ROOM, WIDTH, HouseStyle
from kernnetwerk_app.documents.layout import Drawing
from kernnetwerk_app.documents.sheet import Sheet, sheet_pdf
from kernnetwerk_app.documents.tagging import Element, TaggedCanvas
from kernnetwerk_app.domain.bijlage import Bladbeeld
from kernnetwerk_app.teksten import load

_HEAD = 200.0
"""Left for the head above a photograph, in points."""


@dataclass(frozen=True, slots=True)
class Bijlageblad:
    """`kop` is what it is, `onder` where it comes from and of which day, `beschrijving` what is to be seen."""

    gemeente: str
    datum: date
    kop: str
    onder: tuple[str, ...]
    beschrijving: str = ""


def foto_pdf(blad: Bijlageblad, jpeg: bytes, stijl: HouseStyle) -> bytes:
    """The photograph under its head, as large as the page allows; DocumentError tells nothing of the content."""

    def add(composer: Composer) -> None:
        composer.add(_figure(composer, jpeg, blad.beschrijving or blad.kop))

    return sheet_pdf(_sheet(blad), add, stijl)


def woorden_pdf(blad: Bijlageblad, woorden: str, stijl: HouseStyle) -> bytes:
    """The words as they were told, under their head; DocumentError."""

    def add(composer: Composer) -> None:
        composer.add(*composer.words(woorden, composer.stijl.tekst))

    return sheet_pdf(_sheet(blad), add, stijl)


def beelden_pdf(bladen: Sequence[Bladbeeld], datum: date) -> bytes:
    """Pages that are pictures, each as large as it was, with its words for who listens; DocumentError."""
    with suppress(Exception):
        return _render(bladen, datum)
    raise DocumentError


def _render(bladen: Sequence[Bladbeeld], datum: date) -> bytes:
    eerste = bladen[0]
    canvas = TaggedCanvas((eerste.breedte, eerste.hoogte), About(load("bijlage")("papier.titel"), datum))
    root = Element("Document")
    for blad in bladen:
        canvas.setPageSize((blad.breedte, blad.hoogte))
        figure = Element("Figure", root, alt=blad.tekst or load("bijlage")("papier.blad"))
        figure.box = (0.0, 0.0, blad.breedte, blad.hoogte)
        with canvas.content(figure):
            canvas.drawImage(ImageReader(BytesIO(blad.jpeg)), 0, 0, blad.breedte, blad.hoogte)
        canvas.end_page()
    return canvas.to_bytes(root)


def _sheet(blad: Bijlageblad) -> Sheet:
    t = load("bijlage")
    return Sheet(
        blad.gemeente,
        t("papier.titel"),
        blad.datum,
        onder=(*blad.onder, blad.beschrijving),
        voet=(t("papier.voet"),),
        kop=blad.kop,
    )


def _figure(composer: Composer, jpeg: bytes, alt: str) -> Drawing:
    picture = ImageReader(BytesIO(jpeg))
    breed, hoog = picture.getSize()
    scale = min(WIDTH / breed, (ROOM - _HEAD) / hoog)
    width, height = breed * scale, hoog * scale

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.drawImage(picture, x, top - height, width, height)

    return Drawing(height, width, paint, Element("Figure", composer.root, alt=alt), above=14)
