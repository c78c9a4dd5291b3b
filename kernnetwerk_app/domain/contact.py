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
    GESPREK = "gesprek"
    """Face to face, elsewhere than at home or at the inloop."""
    BERICHT = "bericht"
    """E-mail, chat, blog, app or internet (EVV-03)."""


class ContactStatus(StrEnum):
    GEPLAND = "gepland"
    GEWEEST = "geweest"
    NIET_THUIS = "niet thuis"
    VERZET = "verzet"


class Uitspraak(StrEnum):
    """What a sentence in a record is: seen or heard by who writes, thought by who writes, or told by somebody else."""

    FEIT = "feit"
    MENING = "mening"
    ANDER = "van iemand anders"


Regel = Annotated[str | None, Field(max_length=300)]


class Contact(Entiteit):
    """A visit, call, letter or talk. `citaat` holds the other's words, `verslag` the worker's.

    `kanaal` is a key of the list `contactkanalen` or own words; `uitspraak` says what the words of `verslag` are, with
    `bron` who told them; `verzet_naar_id` is the contact that came in place of one with status VERZET;
    `uitnodiging_datum` the day on which the resident got *Uw afspraak* on paper (RES-06).

    Who took part stands in one unit (OND-10): None for `inwoner_erbij` is that nobody wrote it down. `naasten` are
    names with commas between them, there only as the resident wished; `tolk` is a key of `tolken`, or own words. Of a
    talk without the resident the names and the reason are for professionals (`deelname.voor_inwoner`).
    """

    soort: ClassVar[int] = 5
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    datum: Annotated[date, Eenheid(2)]
    tijd_van: Annotated[time | None, Eenheid(2)] = None
    tijd_tot: Annotated[time | None, Eenheid(2)] = None
    contactsoort: Annotated[ContactSoort, Eenheid(3)]
    status: Annotated[ContactStatus, Eenheid(4)] = ContactStatus.GEWEEST
    verzet_naar_id: Annotated[UUID | None, Eenheid(4)] = None
    medewerker_id: Annotated[UUID, Eenheid(5)]
    onderwerp: Annotated[Regel, Eenheid(6)] = None
    aanwezig: Annotated[Regel, Eenheid(7)] = None
    verslag: Annotated[Tekstveld | None, Eenheid(8)] = None
    citaat: Annotated[Tekstveld | None, Eenheid(9)] = None
    citaat_van: Annotated[Regel, Eenheid(9)] = None
    plek: Annotated[Regel, Eenheid(10), Voor(VoorWie.PROFESSIONAL)] = None
    kanaal: Annotated[Regel, Eenheid(11)] = None
    uitspraak: Annotated[Uitspraak | None, Eenheid(12)] = None
    bron: Annotated[Regel, Eenheid(12)] = None
    volgende_stap: Annotated[Regel, Eenheid(13)] = None
    uitnodiging_datum: Annotated[date | None, Eenheid(14)] = None
    inwoner_erbij: Annotated[bool | None, Eenheid(16)] = None
    naasten: Annotated[Regel, Eenheid(16)] = None
    naasten_gewenst: Annotated[bool | None, Eenheid(16)] = None
    tolk: Annotated[Regel, Eenheid(16)] = None
    zonder_inwoner_reden: Annotated[Regel, Eenheid(17), Voor(VoorWie.PROFESSIONAL)] = None
    """Unit 15 held these together until the reason was for professionals alone; its number is not used again."""
