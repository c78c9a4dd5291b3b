"""A contact with the household: planned, then held. Visits of today come from here."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, Voor, VoorWie


class ContactSoort(StrEnum):
    BEZOEK = "bezoek"
    TELEFOON = "telefoon"
    INLOOP = "inloop"
    BRIEF = "brief"
    OVERLEG = "overleg"


class ContactStatus(StrEnum):
    GEPLAND = "gepland"
    GEWEEST = "geweest"
    NIET_THUIS = "niet thuis"
    VERZET = "verzet"


Regel = Annotated[str | None, Field(max_length=300)]


class Contact(Entiteit):
    """A visit, call, letter or talk. `citaat` holds the other's words, `verslag` the worker's."""

    soort: ClassVar[int] = 5
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    datum: Annotated[date, Eenheid(2)]
    tijd_van: Annotated[time | None, Eenheid(2)] = None
    tijd_tot: Annotated[time | None, Eenheid(2)] = None
    contactsoort: Annotated[ContactSoort, Eenheid(3)]
    status: Annotated[ContactStatus, Eenheid(4)] = ContactStatus.GEWEEST
    medewerker_id: Annotated[UUID, Eenheid(5)]
    onderwerp: Annotated[Regel, Eenheid(6)] = None
    aanwezig: Annotated[Regel, Eenheid(7)] = None
    verslag: Annotated[Tekstveld | None, Eenheid(8)] = None
    citaat: Annotated[Tekstveld | None, Eenheid(9)] = None
    citaat_van: Annotated[Regel, Eenheid(9)] = None
    plek: Annotated[Regel, Eenheid(10), Voor(VoorWie.PROFESSIONAL)] = None
