"""The household: the unit of a case (EVV-06). Its id is the dossier that every other record belongs to."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, VoorWie
from kernnetwerk_app.domain.tekst import MAX_REGEL


class Regie(StrEnum):
    """Who has the regie; the resident unless it was agreed otherwise (PLAN-04)."""

    INWONER = "inwoner"
    NETWERK = "iemand uit het netwerk"
    PROFESSIONAL = "beroepskracht"


Regel = Annotated[str | None, Field(max_length=300)]


class Huishouden(Entiteit):
    """A household of one or more residents at one address."""

    soort: ClassVar[int] = 2
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    aanduiding: Annotated[str, Field(min_length=1, max_length=300), Eenheid(2)]
    straat: Annotated[Regel, Eenheid(3)] = None
    huisnummer: Annotated[Regel, Eenheid(3)] = None
    postcode: Annotated[Regel, Eenheid(3)] = None
    plaats: Annotated[Regel, Eenheid(3)] = None
    kern: Annotated[Regel, Eenheid(4)] = None
    contactpersoon_id: Annotated[UUID | None, Eenheid(5)] = None
    regie: Annotated[Regie, Eenheid(6)] = Regie.INWONER

    @property
    def adres(self) -> str:
        """Street, number and place on one line; empty when nothing is known."""
        straat = " ".join(deel for deel in (self.straat, self.huisnummer) if deel)
        return ", ".join(deel for deel in (straat, self.plaats or self.kern) if deel)


def noem_naar(aanhef: str) -> str:
    """What a household is called as long as nobody gave it a name: after who has the question, or `Onbekend`."""
    naam = aanhef or "onbekend"
    # Cut last: one letter can become two capitals.
    return f"{naam[:1].upper()}{naam[1:]}"[:MAX_REGEL]
