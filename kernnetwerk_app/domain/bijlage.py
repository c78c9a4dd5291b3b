"""A photograph, a letter, an offer: what belongs to a dossier and was not written in it; and the resident's own plan.

The octets of a file are no part of this record: they are kept beside it, in the encrypted store of the laptop that took
them in, and do not travel with operations (docs/besluiten/0034).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.melding import EigenPlan
from kernnetwerk_app.domain.tekst import is_leeg


class BijlageInToekomst(KernnetwerkError):
    """What is here already cannot be of a day to come."""

    code = "bijlage.in_toekomst"


class BijlageZonderPersoon(KernnetwerkError):
    """It is for one person, and does not say for whom."""

    code = "bijlage.zonder_persoon"


class BijlageNietVoorTafel(KernnetwerkError):
    """The paper of the plan lies on the table: with it goes only what everybody there may read."""

    code = "bijlage.niet_voor_tafel"


class BijlageBlijftZo(KernnetwerkError):
    """What came in stays as it came in: nobody edits it (PLAN-16)."""

    code = "bijlage.blijft_zo"


class EigenPlanLeeg(KernnetwerkError):
    """A plan without a word."""

    code = "bijlage.eigen_plan_leeg"


class Vorm(StrEnum):
    """In what form it is kept: a photograph, a PDF, or words that were told and written down once."""

    FOTO = "foto"
    PDF = "pdf"
    WOORDEN = "woorden"


EIGEN_PLAN = {"persoonlijk_plan": EigenPlan.PERSOONLIJK, "familiegroepsplan": EigenPlan.FAMILIEGROEP}
"""Keys of the list `bijlagesoorten` that are the other kind of plan: the resident's own (PLAN-16, Wmo 2015 art. 2.3.2
lid 2, Jeugdwet art. 4.1.2).
"""
VAST = frozenset({"vorm", "bladen", "omvang", "afgevlakt", "door_id", "woorden"})
"""Fields that are written once, when it is taken in."""
AARD_VAN = {Vorm.FOTO: "foto", Vorm.PDF: "brief", Vorm.WOORDEN: "persoonlijk_plan"}
"""What kind it is until somebody says otherwise."""

TERUG_DAGEN = 7
"""So many days what was taken away by mistake can be put back; then the file is wiped (AVG art. 5 lid 1 onder e)."""


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What is kept of a file: never the file itself, nor its name. `afgevlakt`: a PDF of which pictures were made."""

    vorm: Vorm
    octets: bytes
    bladen: int
    afgevlakt: bool = False


@dataclass(frozen=True, slots=True)
class Bladbeeld:
    """A page that became a picture: JPEG octets, its size in points, and the words that stood on it."""

    jpeg: bytes
    breedte: float
    hoogte: float
    tekst: str


class Bijlage(Entiteit):
    """`aard`: a key of the list `bijlagesoorten`, or own words. `van`: where it comes from. `datum`: the day that it is
    of; of a resident's own plan the day on which it was handed in. `omschrijving` says what is to be seen.

    For whom it is, says the record itself (`voor_wie`, with `inwoner_id` where that is one person): professionals only,
    until somebody chooses otherwise. On `weg_datum` it was taken away; `TERUG_DAGEN` later its octets are wiped.
    """

    soort: ClassVar[int] = 45
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL

    aard: Annotated[str, Field(max_length=300), Eenheid(2)]
    van: Annotated[str | None, Field(max_length=300), Eenheid(3)] = None
    datum: Annotated[date, Eenheid(4)]
    voor_wie: Annotated[VoorWie, Eenheid(5)] = VoorWie.PROFESSIONAL
    inwoner_id: Annotated[UUID | None, Eenheid(5)] = None
    omschrijving: Annotated[str | None, Field(max_length=300), Eenheid(6)] = None
    vorm: Annotated[Vorm, Eenheid(7)]
    bladen: Annotated[int, Eenheid(7)] = 1
    omvang: Annotated[int, Eenheid(7)] = 0
    """In octets, as it is kept."""
    afgevlakt: Annotated[bool, Eenheid(7)] = False
    door_id: Annotated[UUID, Eenheid(7)]
    woorden: Annotated[Tekstveld | None, Eenheid(8)] = None
    bij_plan: Annotated[bool, Eenheid(9)] = False
    """Printed with the plan."""
    weg_datum: Annotated[date | None, Eenheid(10)] = None

    @property
    def is_eigen_plan(self) -> bool:
        return self.aard in EIGEN_PLAN

    @property
    def wisdag(self) -> date | None:
        """From this day on its file is wiped; None for what was not taken away, and for words, which are no file."""
        if self.weg_datum is None or self.vorm is Vorm.WOORDEN:
            return None
        return self.weg_datum + timedelta(days=TERUG_DAGEN)


def check_bijlage(bijlage: Bijlage, vandaag: date) -> None:
    if bijlage.datum > vandaag:
        raise BijlageInToekomst
    if bijlage.voor_wie is VoorWie.PERSOON and bijlage.inwoner_id is None:
        raise BijlageZonderPersoon
    if bijlage.bij_plan and bijlage.voor_wie is not VoorWie.TAFEL:
        raise BijlageNietVoorTafel
    if bijlage.vorm is Vorm.WOORDEN and is_leeg(bijlage.woorden):
        raise EigenPlanLeeg


def check_blijft(velden: Iterable[str]) -> None:
    """Refuse to write what came in over: a better text of a plan of one's own is another one, beside it."""
    if VAST & set(velden):
        raise BijlageBlijftZo
