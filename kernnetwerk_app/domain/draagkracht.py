"""How a mantelzorger holds up, on one day: said by themselves or seen by a professional (NET-07)."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg


class DraagkrachtLeeg(KernnetwerkError):
    """It says nothing of how it goes."""

    code = "draagkracht.leeg"


class DraagkrachtZonderMeter(KernnetwerkError):
    """Nobody chose whose words these are."""

    code = "draagkracht.zonder_meter"


class DraagkrachtInToekomst(KernnetwerkError):
    code = "draagkracht.in_toekomst"


class PlanZonderDraagkracht(KernnetwerkError):
    """There is a mantelzorger of whom nobody looked lately how they hold up (NET-06); one line of why passes it."""

    code = "plan.zonder_draagkracht"


VERS = timedelta(days=92)
"""So long a measurement, or a reason for having none, counts: this app's own default, a quarter of a year."""


class Meter(StrEnum):
    """Whose finding it is: theirs, of somebody around them, or of a professional."""

    ZELF = "mantelzorger"
    OMGEVING = "omgeving"
    PROFESSIONAL = "professional"


class Overbelast(StrEnum):
    """Whether it is too much; nobody having asked is None, which is no *nee*."""

    NEE = "nee"
    DREIGT = "dreigt"
    JA = "ja"


TE_VEEL = frozenset({Overbelast.DREIGT, Overbelast.JA})


Regel = Annotated[str | None, Field(max_length=300)]
_GEZEGD = frozenset({"datum", "meter", "draaglast", "draagkracht", "volhoudtijd", "overbelast"})


class Draagkracht(Entiteit):
    """One measurement. Of an instrument only its name and its outcome are kept, in words or as a number; its questions
    are somebody else's. `volhoudtijd`: a key of the list `volhoudtijden`. `signaal_id`: the signal of it (NET-08).
    `vervallen_datum`: it was written down by mistake and taken back; it stays to be read, and counts no more.
    """

    soort: ClassVar[int] = 38
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL

    mantelzorg_id: Annotated[UUID, Eenheid(2)]
    datum: Annotated[date, Eenheid(3)]
    meter: Annotated[Meter, Eenheid(4)]
    door_id: Annotated[UUID, Eenheid(4)]
    instrument: Annotated[Regel, Eenheid(5)] = None
    uitslag: Annotated[Regel, Eenheid(5)] = None
    draaglast: Annotated[Tekstveld | None, Eenheid(6)] = None
    draagkracht: Annotated[Tekstveld | None, Eenheid(7)] = None
    volhoudtijd: Annotated[Regel, Eenheid(8)] = None
    overbelast: Annotated[Overbelast | None, Eenheid(9)] = None
    signaal_id: Annotated[UUID | None, Eenheid(9)] = None
    vervallen_datum: Annotated[date | None, Eenheid(10)] = None


def check_draagkracht(meting: Draagkracht, vandaag: date) -> None:
    """Refuse a measurement of a day to come, and one that says nothing."""
    if meting.datum > vandaag:
        raise DraagkrachtInToekomst
    gezegd = (meting.uitslag, meting.draaglast, meting.draagkracht, meting.volhoudtijd)
    if all(is_leeg(deel) for deel in gezegd) and meting.overbelast is None:
        raise DraagkrachtLeeg


def lees_meter(gekozen: str) -> Meter:
    """From the name of a choice; `DraagkrachtZonderMeter` when none was made."""
    if gekozen not in Meter.__members__:
        raise DraagkrachtZonderMeter
    return Meter[gekozen]


def voor_inwoner(meting: Draagkracht, veld: str) -> bool:
    """Whether the resident may read this field where the mantelzorger lets them read their story: what they said
    themselves and let stand; what we saw, and the outcome of an instrument, is for professionals.
    """
    return meting.meter is Meter.ZELF and meting.vervallen_datum is None and veld in _GEZEGD


def is_vers(dag: date | None, vandaag: date) -> bool:
    """Whether what was seen on this day still counts today."""
    return dag is not None and vandaag - dag <= VERS


def nieuwste_eerst(metingen: Iterable[Draagkracht]) -> list[Draagkracht]:
    """The latest day first; of one day what was written last."""
    return sorted(metingen, key=lambda meting: (meting.datum, meting.id), reverse=True)


def geldende(metingen: Iterable[Draagkracht]) -> list[Draagkracht]:
    """What nobody took back, the latest day first."""
    return nieuwste_eerst(meting for meting in metingen if meting.vervallen_datum is None)
