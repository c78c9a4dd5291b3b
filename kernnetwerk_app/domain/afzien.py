"""What a resident would rather not: a domain, a share, a helper, or the whole process (RES-15).

It says nothing of why and asks for no reason. It closes no way: whoever goes on in spite of it sees it first.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie
from kernnetwerk_app.domain.begin import Begin
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.tekst import is_leeg


class AfzienZonderWaarover(KernnetwerkError):
    """It does not say which domain, with whom, or whose help."""

    code = "afzien.zonder_waarover"


class Waarvan(StrEnum):
    """Of what somebody would rather have nothing."""

    LEEFGEBIED = "leefgebied"
    DELEN = "delen"
    HULP = "hulp"
    PROCES = "proces"


class Afzien(Entiteit):
    """`waarover`: the key of a life domain, with whom nothing is shared, or whose help; nothing for the process.

    `woorden` are the resident's own, where they said more. On `eind_datum` they saw it differently.
    """

    soort: ClassVar[int] = 39
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    inwoner_id: Annotated[UUID, Eenheid(2)]
    waarvan: Annotated[Waarvan, Eenheid(2)]
    waarover: Annotated[str | None, Field(max_length=300), Eenheid(2)] = None
    woorden: Annotated[Tekstveld | None, Eenheid(3)] = None
    datum: Annotated[date, Eenheid(4), Begin()]
    eind_datum: Annotated[date | None, Eenheid(5)] = None


def check_afzien(afzien: Afzien) -> None:
    if afzien.waarvan is not Waarvan.PROCES and is_leeg(afzien.waarover):
        raise AfzienZonderWaarover


def geldt(afzien: Afzien, vandaag: date) -> bool:
    """Whether it is still so."""
    return afzien.datum <= vandaag and (afzien.eind_datum is None or vandaag < afzien.eind_datum)


def raakt(afzien: Afzien, *namen: str | None) -> bool:
    """Whether it is about sharing with this one, or about their help; `namen`: each of which they are known by, such as
    their own and that of where they work.
    """
    genoemd = any(zelfde(afzien.waarover, naam) for naam in namen if not is_leeg(naam))
    return afzien.waarvan in (Waarvan.DELEN, Waarvan.HULP) and genoemd
