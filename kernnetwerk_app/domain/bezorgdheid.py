"""A worry that a volunteer passes on to one contact person, and to nobody else (product.md: a volunteer passes a worry
on; the meldcode is for professionals).
"""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import MAX_REGEL, is_leeg

EENHEID_VOOR = 3
"""The unit that says to whom it is addressed; the server delivers by it."""


class ZorgZonderWoorden(KernnetwerkError):
    code = "bezorgdheid.zonder_woorden"


class ZorgZonderOntvanger(KernnetwerkError):
    """A worry that nobody reads is a hard stop."""

    code = "bezorgdheid.zonder_ontvanger"


class Bezorgdheid(Entiteit):
    """*Ik maak me zorgen*. The server gives it to the addressee and to who wrote it; it is in no dossier and in no
    search index.
    """

    soort: ClassVar[int] = 19
    voor: ClassVar[VoorWie] = VoorWie.AFGESCHERMD

    datum: Annotated[date, Eenheid(2)]
    voor_id: Annotated[UUID, Eenheid(EENHEID_VOOR)]
    door_id: Annotated[UUID, Eenheid(4)]
    over: Annotated[str | None, Field(max_length=MAX_REGEL), Eenheid(5)] = None
    kern: Annotated[str | None, Field(max_length=MAX_REGEL), Eenheid(6)] = None
    zorg: Annotated[Tekstveld, Eenheid(7)]
    opgepakt_datum: Annotated[date | None, Eenheid(8)] = None
    signaal_id: Annotated[UUID | None, Eenheid(9)] = None
    in_beeld_datum: Annotated[date | None, Eenheid(10)] = None
    """Since when it stands on the start screen of who it is for."""

    @property
    def is_gewist(self) -> bool:
        """Whether its words are gone; that it was passed on, and when, stays."""
        return is_leeg(self.zorg)


def check_bezorgdheid(bezorgdheid: Bezorgdheid) -> None:
    """Refuse a worry without a word."""
    if is_leeg(bezorgdheid.zorg):
        raise ZorgZonderWoorden
