"""A version of the municipality's profile with the lists it names, as the server delivers it (SYNC-10)."""

from typing import Annotated, ClassVar
from uuid import UUID, uuid5

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, VoorWie

MAX_BUNDEL = 800_000
"""Octets of a bundle: one value on the wire is at most 800 KiB (Decided once 8)."""
_NAAMRUIMTE = UUID("6b65726e-6e65-4774-8765-726b70726f66")


class Profielbundel(Entiteit):
    """Only the municipality writes one; a laptop uses the newest that it understands. Says nothing of any resident."""

    soort: ClassVar[int] = 28
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    sleutel: Annotated[str, Field(min_length=1, max_length=60), Eenheid(2)]
    versie: Annotated[int, Field(ge=1), Eenheid(2)]
    bundel: Annotated[bytes, Field(max_length=MAX_BUNDEL), Eenheid(3)]
    """The files, as `profielbestanden.bundel` packs them."""


def bundel_id(sleutel: str, versie: int) -> UUID:
    """The id of a version, so that it exists once."""
    return uuid5(_NAAMRUIMTE, f"{sleutel}/{versie}")
