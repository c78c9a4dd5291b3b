"""The first conversation about a question, over all life domains and the whole household (EVV-05, EVV-08, OND-02)."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID, uuid5

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, Voor, VoorWie
from kernnetwerk_app.domain.begin import Begin, begin_id
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus

Regel = Annotated[str | None, Field(max_length=300)]
VRAAG = "vraag"
WAAR_HET_OM_GAAT = f"{VRAAG}.waar_het_om_gaat"
AL_GEPROBEERD = f"{VRAAG}.al_geprobeerd"
"""Keys of the answers that belong to the question itself and to no life domain."""


class Vraagverheldering(Entiteit):
    """The asked question and what it is about are two fields (EVV-08); the answers are entities of their own.

    The question is read and put right in the melding; `gestelde_vraag` is what it was when the gesprek began. What it
    is about and what was tried already are answers too (`WAAR_HET_OM_GAAT`, `AL_GEPROBEERD`): they may be given in the
    eerste vraagverheldering, before there is a gesprek. Units 6 and 7 were theirs, and are not used again.
    """

    soort: ClassVar[int] = 6
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    melding_id: Annotated[UUID, Eenheid(2)]
    datum: Annotated[date, Eenheid(3), Begin()]
    door_id: Annotated[UUID, Eenheid(4), Begin()]
    gestelde_vraag: Annotated[Tekstveld, Eenheid(5), Voor(VoorWie.TAFEL), Begin()]
    aanwezig: Annotated[Regel, Eenheid(8)] = None
    lijst: Annotated[str, Field(max_length=80), Eenheid(9), Begin()]
    lijstversie: Annotated[int, Eenheid(9), Begin()]
    afgerond_datum: Annotated[date | None, Eenheid(10)] = None


class Antwoord(Entiteit):
    """One answer. Its id follows from what was asked, so that two laptops meet in one unit (Decided once 5)."""

    soort: ClassVar[int] = 7
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    vraagverheldering_id: Annotated[UUID, Eenheid(2)]
    sleutel: Annotated[str, Field(max_length=120), Eenheid(2)]
    inwoner_id: Annotated[UUID | None, Eenheid(2)] = None
    waarde: Annotated[Tekstveld | None, Eenheid(3)] = None
    toelichting: Annotated[Tekstveld | None, Eenheid(4)] = None
    status: Annotated[LeefgebiedStatus | None, Eenheid(5)] = None
    profielversie: Annotated[int | None, Eenheid(6), Begin()] = None


def vraagverheldering_id(melding_id: UUID) -> UUID:
    """The fixed id of the conversation about one melding: whoever begins it, it is the same one."""
    return begin_id(melding_id, Vraagverheldering)


def antwoord_id(vraagverheldering_id: UUID, sleutel: str, inwoner_id: UUID | None = None) -> UUID:
    """The fixed id of the answer to one question, per person where it is asked per person."""
    return uuid5(vraagverheldering_id, f"{sleutel}|{inwoner_id or ''}")
