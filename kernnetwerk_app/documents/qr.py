"""The square code on each page, by which a scanned sheet finds its version: `KN1:<version id>:<page>/<pages>:<code>`.

In capitals, because QR has a denser mode for those; `read_qr` takes either.
"""

import re
from dataclasses import dataclass
from uuid import UUID

import segno

_FORM = re.compile(r"KN1:([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}):([0-9]{1,5})/([0-9]{1,5}):([0-9A-Z]{10})")


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """What binds a sheet to its version: the id of the PlanVersie and its check code of ten characters."""

    versie_id: UUID
    code: str


def qr_text(kenmerk: Kenmerk, page: int, pages: int) -> str:
    """What the code on page `page` (from 1) says."""
    return f"KN1:{kenmerk.versie_id}:{page}/{pages}:{kenmerk.code}".upper()


def read_qr(text: str) -> tuple[Kenmerk, int, int] | None:
    """The version, page and number of pages that a scanned code names; None when it is not one of ours."""
    found = _FORM.fullmatch(text.strip().upper())
    if found is None:
        return None
    return Kenmerk(UUID(found[1]), found[4]), int(found[2]), int(found[3])


def qr_modules(text: str) -> list[list[bool]]:
    """The square as rows of dark and light, without margin; a quarter of it may be stained or written over."""
    # One mask for all: trying all eight and taking the most even one is three quarters of the time of a whole plan,
    # and readers take any of them.
    code = segno.make_qr(text, error="q", boost_error=False, mask=3)
    return [[bool(module) for module in row] for row in code.matrix]
