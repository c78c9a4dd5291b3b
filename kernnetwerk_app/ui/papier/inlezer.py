"""Taking in a file that somebody chose, step by step on the workers: nobody waits for a screen that stands still."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from kernnetwerk_app.domain.bestand import (
    MAX_BLADEN,
    BestandKapot,
    Bestandsoort,
    PdfOpSlot,
    PdfTeLang,
    check_omvang,
    herken,
    is_gewoon_papier,
)
from kernnetwerk_app.domain.bijlage import Bladbeeld, Inhoud, Vorm
from kernnetwerk_app.services import bijlage, opbergen
from kernnetwerk_app.services.opbergen import Origineel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.foto import maak_foto, schrijf_jpeg
from kernnetwerk_app.ui.papier.raster import Blad, PapierOnleesbaar, aantal_bladen, bladen, is_op_slot, rasterise

_DPI = 150
_PT_PER_INCH = 72
_KWALITEIT = 80
_SMALST, _BREEDST = 10.0, 14400.0
"""Of a page, in points: what is outside is no paper."""
_MEESTE_PX = 2500
"""Widest picture of a page."""


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """What a file gave: `inhoud` is ready to keep, or `pdf` has to become pictures of these pages."""

    origineel: Origineel
    inhoud: Inhoud | None
    pdf: bytes = b""
    bladen: tuple[Blad, ...] = ()


Done = Callable[[UUID, Origineel, bool], None]
"""Gets the id of what is kept, the original, and whether pictures of its pages are kept instead of the PDF."""


class Inlezer(QObject):
    """One file on its way into the dossier. `done` or `failed` is called once, on the GUI thread."""

    def __init__(
        self,
        omgeving: Omgeving,
        huishouden_id: UUID,
        pad: Path,
        aard: str,
        herkomst: object,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._omgeving, self._huishouden_id, self._pad = omgeving, huishouden_id, pad
        self._aard, self._herkomst = aard, herkomst
        self._beelden: list[Bladbeeld] = []
        self._done: Done | None = None
        self._failed: Callable[[Exception], None] | None = None

    def start(self, done: Done, failed: Callable[[Exception], None]) -> None:
        self._done, self._failed = done, failed
        self._omgeving.tasks.read(self, partial(_read, self._pad), self._go_on, failed)

    def _go_on(self, gelezen: _Gelezen) -> None:
        if gelezen.inhoud is not None:
            self._keep(gelezen.inhoud, gelezen.origineel)
        else:
            self._picture(gelezen)

    def _picture(self, gelezen: _Gelezen) -> None:
        """One page at a time, so that who reads something else meanwhile does not wait for all of them."""
        nummer = len(self._beelden)
        if nummer == len(gelezen.bladen):
            work = partial(_flattened, self._omgeving.plek, tuple(self._beelden))
            self._omgeving.tasks.read(self, work, lambda inhoud: self._keep(inhoud, gelezen.origineel), self._failed)
            return

        def drawn(beeld: Bladbeeld) -> None:
            self._beelden.append(beeld)
            self._picture(gelezen)

        work_page = partial(_draw, gelezen.pdf, nummer, gelezen.bladen[nummer])
        self._omgeving.tasks.read(self, work_page, drawn, self._failed)

    def _keep(self, inhoud: Inhoud, origineel: Origineel) -> None:
        plek, hier, aard, herkomst = self._omgeving.plek, self._huishouden_id, self._aard, self._herkomst

        def kept(answer: tuple[UUID, Changes]) -> None:
            if self._done is not None:
                self._done(answer[0], origineel, inhoud.afgevlakt)

        self._omgeving.tasks.write(
            self, lambda: bijlage.neem_op(plek, hier, inhoud, aard, herkomst), kept, self._failed
        )


def _read(pad: Path) -> _Gelezen:
    """What a file is. Raises what `opbergen.lees`, `maak_foto` and `herken` raise, `PdfOpSlot`, `PdfTeLang`."""
    octets = opbergen.lees(pad)
    van, soort = opbergen.origineel(pad, octets), herken(octets)
    if soort is not Bestandsoort.PDF:
        return _Gelezen(van, maak_foto(octets, soort))
    pages = _pages(octets)
    if is_gewoon_papier(octets):
        return _Gelezen(van, Inhoud(Vorm.PDF, octets, len(pages)))
    return _Gelezen(van, None, octets, pages)


def _pages(pdf: bytes) -> tuple[Blad, ...]:
    """The pages of a PDF that can be shown here."""
    if is_op_slot(pdf):
        raise PdfOpSlot
    try:
        if aantal_bladen(pdf) > MAX_BLADEN:  # before the words of all of them are read
            raise PdfTeLang
        pages = bladen(pdf)
        if pages:
            rasterise(pdf, 0, 100)
    except PapierOnleesbaar:
        raise BestandKapot from None
    sizes = [size for page in pages for size in (page.breedte, page.hoogte)]
    if not sizes or not all(_SMALST <= size <= _BREEDST for size in sizes):
        raise BestandKapot
    return pages


def _draw(pdf: bytes, nummer: int, blad: Blad) -> Bladbeeld:
    """One page as a picture; as sharp as a good copy."""
    longest = max(blad.breedte, blad.hoogte)
    width = blad.breedte * min(_DPI / _PT_PER_INCH, _MEESTE_PX / longest)
    image: QImage = rasterise(pdf, nummer, max(1, round(width)))
    return Bladbeeld(schrijf_jpeg(image, _KWALITEIT), blad.breedte, blad.hoogte, blad.tekst)


def _flattened(plek: Werkplek, beelden: tuple[Bladbeeld, ...]) -> Inhoud:
    check_omvang(Bestandsoort.PDF, sum(len(beeld.jpeg) for beeld in beelden))
    return bijlage.maak_afgevlakt(plek, beelden)
