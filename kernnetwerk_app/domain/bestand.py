"""Files that people choose: which kinds we take in, how large they may be, and which PDF can be kept as it is."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kernnetwerk_app.domain.errors import KernnetwerkError

MAX_FOTO = 60 * 1024 * 1024
"""Largest photograph that is read, in bytes; what is kept of it is far smaller."""
MAX_PDF = 15 * 1024 * 1024
"""Largest PDF that is kept, in bytes."""
MAX_BLADEN = 60
_BEELD = b"\xda"
"""The part of a JPEG after which its picture stands."""
_MAX_UITGEPAKT = 32 * 1024 * 1024


class BestandLeeg(KernnetwerkError):
    code = "bestand.leeg"


class FotoTeGroot(KernnetwerkError):
    code = "bestand.foto_te_groot"


class PdfTeGroot(KernnetwerkError):
    code = "bestand.pdf_te_groot"


class BestandSoortOnbekend(KernnetwerkError):
    """Neither a photograph nor a PDF, whatever its name says."""

    code = "bestand.soort_onbekend"


class FotoVanTelefoon(KernnetwerkError):
    """HEIC, as some telephones make them."""

    code = "bestand.foto_heic"


class BestandKapot(KernnetwerkError):
    """It begins like a photograph or a PDF, and cannot be read."""

    code = "bestand.kapot"


class PdfOpSlot(KernnetwerkError):
    """Nobody can look in it without a password."""

    code = "bestand.pdf_op_slot"


class PdfTeLang(KernnetwerkError):
    """More pages than `MAX_BLADEN`."""

    code = "bestand.pdf_te_lang"


class BestandTeZwaar(KernnetwerkError):
    """Reading it takes longer, or more memory, than any paper does."""

    code = "bestand.te_zwaar"


class BestandNietGelezen(KernnetwerkError):
    """Gone, in use by another program, on a stick that was pulled out, or no file at all."""

    code = "bestand.niet_gelezen"


@dataclass(frozen=True, slots=True)
class Beeld:
    """One page as a picture in grey, a byte for each pixel, row by row without room between them."""

    breedte: int
    hoogte: int
    grijs: bytes


class Bestandsoort(StrEnum):
    JPEG = "jpeg"
    PNG = "png"
    PDF = "pdf"


def herken(octets: bytes) -> Bestandsoort:
    """What a file is, by what stands in it: a name can say anything.

    Raises `BestandLeeg`, `FotoVanTelefoon`, `BestandSoortOnbekend`, `FotoTeGroot`, `PdfTeGroot`.
    """
    if not octets:
        raise BestandLeeg
    soort = _naar_begin(octets)
    check_omvang(soort, len(octets))
    return soort


def check_omvang(soort: Bestandsoort, omvang: int) -> None:
    """Refuse (`FotoTeGroot`, `PdfTeGroot`) a file of so many bytes."""
    if soort is Bestandsoort.PDF and omvang > MAX_PDF:
        raise PdfTeGroot
    if omvang > MAX_FOTO:
        raise FotoTeGroot


def _naar_begin(octets: bytes) -> Bestandsoort:
    if octets.startswith(b"\xff\xd8\xff"):
        return Bestandsoort.JPEG
    if octets.startswith(b"\x89PNG\r\n\x1a\n"):
        return Bestandsoort.PNG
    if b"%PDF-" in octets[:1024]:
        return Bestandsoort.PDF
    if octets[4:8] == b"ftyp" and octets[8:11] in (b"hei", b"hev", b"mif", b"msf"):
        raise FotoVanTelefoon
    raise BestandSoortOnbekend


def is_heel(octets: bytes, soort: Bestandsoort) -> bool:
    """Whether a JPEG has its end: a reader shows one that was cut off, with grey for what is missing, and says nothing.
    Of the other kinds the reader says so itself.
    """
    if soort is not Bestandsoort.JPEG:
        return True
    plek = 2
    while octets[plek : plek + 1] == b"\xff" and octets[plek + 1 : plek + 2] != _BEELD:
        is_vulling = octets[plek + 1 : plek + 2] == b"\xff"
        plek += 1 if is_vulling else 2 + int.from_bytes(octets[plek + 2 : plek + 4])  # a thumbnail is within a part
    return octets.find(b"\xff\xd9", plek) > 0


# -- what a PDF may hold -----------------------------------------------------------------------------------------------

_STROOM = re.compile(rb">>\s{0,8}stream\r?\n")
_WOORDENBOEK = 4096
"""So far before a stream its dictionary is looked for, in bytes."""
_NAAM_TEKEN = re.compile(rb"#([0-9A-Fa-f]{2})")
_MEER_DAN_PAPIER = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Rendition|Movie|Sound"
    rb"|Encrypt)(?![A-Za-z0-9])"
)
"""Names of what acts, holds a file, or cannot be looked into."""
_EXIF = re.compile(rb"Exif\x00\x00(II|MM)(.{0,1024})", re.DOTALL)
_PLAATS = {b"II": b"\x25\x88\x04\x00\x01\x00\x00\x00", b"MM": b"\x88\x25\x00\x04\x00\x00\x00\x01"}
"""How the tag that leads to a place is written, in either order of bytes: 0x8825, one number of four bytes."""


def is_gewoon_papier(pdf: bytes) -> bool:
    """Whether a PDF is pages and nothing else, as far as can be seen without running it, and does not tell where a
    photograph in it was taken.

    A careful no is cheap: of such a PDF pictures are kept. What is missed does no harm either: it is only ever shown
    and printed by the reader within this program, which runs no scripts.
    """
    if _heeft_plaats(pdf):
        return False
    gezien = 0
    for deel in _buiten_stromen(pdf):
        gezien += len(deel)
        if gezien > _MAX_UITGEPAKT or _MEER_DAN_PAPIER.search(_zonder_codes(deel)):
            return False
    return True


def _heeft_plaats(pdf: bytes) -> bool:
    """Whether a photograph on a page, as a scanner on a telephone puts it there, has a place on the map in it."""
    return b"GPSLatitude" in pdf or any(_PLAATS.get(exif[1], b"?") in exif[2] for exif in _EXIF.finditer(pdf))


def _zonder_codes(deel: bytes) -> bytes:
    """`/J#53` is the same name as `/JS`."""
    return _NAAM_TEKEN.sub(lambda code: bytes.fromhex(code[1].decode()), deel)


def _buiten_stromen(pdf: bytes) -> Iterator[bytes]:
    """All that is no picture or page: what stands between streams, and the objects that are packed within one."""
    plek = 0
    while (stroom := _STROOM.search(pdf, plek)) is not None:
        yield pdf[plek : stroom.end()]
        eind = pdf.find(b"endstream", stroom.end())
        eind = len(pdf) if eind < 0 else eind
        if b"/ObjStm" in pdf[max(plek, stroom.start() - _WOORDENBOEK) : stroom.start()]:
            yield _uitgepakt(pdf[stroom.end() : eind])
        plek = eind
    yield pdf[plek:]


def _uitgepakt(stroom: bytes) -> bytes:
    """Objects that were packed; what we cannot unpack counts as something that we may not keep."""
    try:
        uitpakker = zlib.decompressobj()
        uit = uitpakker.decompress(stroom, _MAX_UITGEPAKT)
    except zlib.error:
        return b"/Encrypt"
    return uit or b"/Encrypt"
