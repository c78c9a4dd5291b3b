"""Consent: per person, subject and recipient, with a lawful ground first, and revocable (RES, Wmo 2015 art. 5.1.1)."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie

Regel = Annotated[str | None, Field(max_length=300)]


class Toestemming(Entiteit):
    """That this person agrees that this subject is shared with this recipient for this purpose.

    `overdracht_id`: the hand-over it was said of, where it was; when that does not go on, this is over too.
    """

    soort: ClassVar[int] = 14
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    inwoner_id: Annotated[UUID, Eenheid(2)]
    onderwerp: Annotated[str, Field(max_length=300), Eenheid(2)]
    ontvanger: Annotated[str, Field(max_length=300), Eenheid(2)]
    doel: Annotated[Tekstveld | None, Eenheid(3)] = None
    grond: Annotated[Regel, Eenheid(4)] = None
    begin_datum: Annotated[date, Eenheid(5)]
    eind_datum: Annotated[date | None, Eenheid(5)] = None
    ingetrokken_datum: Annotated[date | None, Eenheid(6)] = None
    overdracht_id: Annotated[UUID | None, Eenheid(7)] = None


def geldt(toestemming: Toestemming, vandaag: date) -> bool:
    """Whether the consent holds today."""
    if toestemming.ingetrokken_datum is not None and toestemming.ingetrokken_datum <= vandaag:
        return False
    return toestemming.begin_datum <= vandaag and (toestemming.eind_datum is None or vandaag <= toestemming.eind_datum)
