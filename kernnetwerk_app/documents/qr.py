"""The square code on each page, by which a scanned sheet finds its version: `KN1:<version id>:<page>/<pages>:<code>`.

In capitals, because QR has a denser mode for those; `read_qr` takes either.
"""

import re
from dataclasses import dataclass
from uuid import UUID

import zxingcpp

_FORM = re.compile(r"KN1:([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}):([0-9]{1,5})/([0-9]{1,5}):([0-9A-Z]{10})")
_DARK = re.compile(b"\x00+")


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """What binds a sheet to its version: the id of the PlanVersie and its check code of ten characters."""

    versie_id: UUID
    code: str


@dataclass(frozen=True, slots=True)
class Square:
    """A square code of `size` modules each way: dark bars as (column, row from above, length), without margin."""

    size: int
    bars: tuple[tuple[int, int, int], ...]


def qr_text(kenmerk: Kenmerk, page: int, pages: int) -> str:
    """What the code on page `page` (from 1) says."""
    return f"KN1:{kenmerk.versie_id}:{page}/{pages}:{kenmerk.code}".upper()


def read_qr(text: str) -> tuple[Kenmerk, int, int] | None:
    """The version, page and number of pages that a scanned code names; None when it is not one of ours."""
    found = _FORM.fullmatch(text.strip().upper())
    if found is None or not 1 <= int(found[2]) <= int(found[3]):
        return None
    return Kenmerk(UUID(found[1]), found[4]), int(found[2]), int(found[3])


def qr_square(text: str) -> Square:
    """The code as a square; a quarter of it may be stained or written over."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    # A byte for each module, nought where it is dark; that an image is a buffer its types do not say.
    matrix = memoryview(code.to_image(add_quiet_zones=False))  # type: ignore[arg-type]
    size, octets = len(matrix), bytes(matrix)
    rows = [octets[start : start + size] for start in range(0, len(octets), size)]
    bars = [(found.start(), y, len(found[0])) for y, row in enumerate(rows) for found in _DARK.finditer(row)]
    return Square(size, tuple(bars))
