"""What the kernnetwerk knows of a kern: community life, places, associations, who knows what. Of no person (SOC-26)."""

from typing import Annotated, ClassVar
from uuid import UUID, uuid5

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie
from kernnetwerk_app.domain.begin import Begin

_NAAMRUIMTE = UUID("5f0c0f4b-5d0b-5b1d-9a53-6b65726e7061")
KERNVELDEN = ("gemeenschapsleven", "plekken", "verenigingen", "wie_weet_wat")
"""The texts of a page, in the order in which they stand on it."""


class Kernpagina(Entiteit):
    """One page for each kern, kept by all who work there."""

    soort: ClassVar[int] = 22
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL
    zoekbaar: ClassVar[bool] = False

    kern: Annotated[str, Field(min_length=1, max_length=300), Eenheid(2), Begin()]
    gemeenschapsleven: Annotated[Tekstveld | None, Eenheid(3)] = None
    plekken: Annotated[Tekstveld | None, Eenheid(4)] = None
    verenigingen: Annotated[Tekstveld | None, Eenheid(5)] = None
    wie_weet_wat: Annotated[Tekstveld | None, Eenheid(6)] = None


def kernpagina_id(profiel: str, kern: str) -> UUID:
    """The page of this kern in the municipality with this profile: the same id on every laptop (Decided once 5)."""
    return uuid5(_NAAMRUIMTE, f"{profiel}|{kern}")
