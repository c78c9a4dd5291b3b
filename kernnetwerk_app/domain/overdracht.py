"""The warm transfer: a question goes to a colleague or a team, and stays with the sender until it is taken (TRI-12)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Onvindbaar, Tekstveld, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg

Regel = Annotated[str | None, Field(max_length=300)]


class OverdrachtZonderOntvanger(KernnetwerkError):
    code = "overdracht.zonder_ontvanger"


class OverdrachtZonderReden(KernnetwerkError):
    code = "overdracht.zonder_reden"


class OverdrachtZonderGrond(KernnetwerkError):
    """Nothing of a resident goes to another without a ground: theirs, or that of the law (RES-01, a hard stop)."""

    code = "overdracht.zonder_grond"


class OverdrachtZonderAkkoord(KernnetwerkError):
    """The ground is that the resident said yes, and nobody who can say so is named (RES-01, a hard stop)."""

    code = "overdracht.zonder_akkoord"


class OverdrachtZonderWet(KernnetwerkError):
    """More than one law plays a part in this dossier, and nobody said whether what goes along was told for another
    (Wmo 2015 art. 5.1.1 lid 4).
    """

    code = "overdracht.zonder_wet"


class OverdrachtIsBeantwoord(KernnetwerkError):
    code = "overdracht.is_beantwoord"


class OverdrachtNietVoorU(KernnetwerkError):
    """Who sent it cannot take it, nor can somebody it was not meant for."""

    code = "overdracht.niet_voor_u"


class Overdrachtsoort(StrEnum):
    WARM = "overdracht"
    HUISARTS = "verwijzing van de huisarts"
    DERDE = "verwijzing door een derde"
    BEGELEID = "begeleid naar"


class Overdrachtstand(StrEnum):
    OPEN = "open"
    AANGENOMEN = "aangenomen"
    TERUG = "teruggegeven"
    INGETROKKEN = "ingetrokken"
    GEREGISTREERD = "geregistreerd"


class Overdracht(Entiteit):
    """The offer is written once (unit 2), the answer beside it (unit 3).

    `naar_id` is a colleague, `naar_team` a key of `teams` or own words. `verwijzer`: who referred, where that was
    somebody outside (TRI-16, TRI-17); `deskundige`: the expert who was attached early. `begeleider` went along to
    `plek` (EVV-21). `pakket` is what went along on that day, in words: the minimal set, and of the life domains
    what was chosen.
    """

    soort: ClassVar[int] = 32
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL

    melding_id: Annotated[UUID, Eenheid(2)]
    wijze: Annotated[Overdrachtsoort, Eenheid(2)] = Overdrachtsoort.WARM
    van_id: Annotated[UUID, Eenheid(2)]
    naar_id: Annotated[UUID | None, Eenheid(2)] = None
    naar_team: Annotated[Regel, Eenheid(2)] = None
    datum: Annotated[date, Eenheid(2)]
    reden: Annotated[Tekstveld | None, Eenheid(2)] = None
    grond: Annotated[Regel, Eenheid(2)] = None
    pakket: Annotated[Tekstveld | None, Eenheid(2), Onvindbaar()] = None
    zonder_reden: Annotated[Regel, Eenheid(2)] = None
    """Why it was offered while something of the minimal set was missing."""
    verwijzer: Annotated[Regel, Eenheid(2)] = None
    deskundige: Annotated[Regel, Eenheid(2)] = None
    begeleider: Annotated[Regel, Eenheid(2)] = None
    plek: Annotated[Regel, Eenheid(2)] = None
    stand: Annotated[Overdrachtstand, Eenheid(3)] = Overdrachtstand.OPEN
    antwoord_datum: Annotated[date | None, Eenheid(3)] = None
    antwoord_door_id: Annotated[UUID | None, Eenheid(3)] = None
    antwoord_reden: Annotated[Regel, Eenheid(3)] = None
    over_wetten: Annotated[bool, Eenheid(4)] = False
    """Whether something in it was told for another law."""

    @property
    def telt(self) -> bool:
        """Whether it counts as one time that somebody went to another (EVV-24)."""
        return self.stand is not Overdrachtstand.INGETROKKEN

    @property
    def is_open(self) -> bool:
        return self.stand is Overdrachtstand.OPEN


def check_overdracht(overdracht: Overdracht) -> None:
    """Refuse an offer to nobody, without a reason, or without a ground for sharing."""
    if overdracht.naar_id is None and is_leeg(overdracht.naar_team):
        raise OverdrachtZonderOntvanger
    if overdracht.wijze is not Overdrachtsoort.WARM:
        return
    if is_leeg(overdracht.reden):
        raise OverdrachtZonderReden
    if is_leeg(overdracht.grond):
        raise OverdrachtZonderGrond


@dataclass(frozen=True, slots=True)
class Antwoorder:
    """A worker who may answer: `teams` are the keys of theirs, `bemand` those of all teams that work with this app."""

    id: UUID
    teams: frozenset[str]
    bemand: frozenset[str]


def is_elders(overdracht: Overdracht, bemand: Collection[str]) -> bool:
    """Whether it went to people who do not work with this app: they answer by telephone, the sender writes it down."""
    return overdracht.naar_id is None and overdracht.naar_team not in bemand


def mag_beantwoorden(overdracht: Overdracht, wie: Antwoorder) -> bool:
    """Whether this worker can say yes or no: who it was offered to, of a team its members; never the sender, unless
    the answer comes from elsewhere.
    """
    eigen = overdracht.van_id == wie.id
    if is_elders(overdracht, wie.bemand):
        return eigen
    return not eigen and (overdracht.naar_id == wie.id or overdracht.naar_team in wie.teams)


def beantwoord(
    overdracht: Overdracht, stand: Overdrachtstand, wie: Antwoorder, vandaag: date, reden: str | None = None
) -> Overdracht:
    """The answer of the receiver, or taking it back by the sender; it is given once.

    Raises `OverdrachtIsBeantwoord`, `OverdrachtNietVoorU`, `OverdrachtZonderReden` for a no without a reason.
    """
    if not overdracht.is_open:
        raise OverdrachtIsBeantwoord
    trekt_in = stand is Overdrachtstand.INGETROKKEN
    if not (overdracht.van_id == wie.id if trekt_in else mag_beantwoorden(overdracht, wie)):
        raise OverdrachtNietVoorU
    if stand is Overdrachtstand.TERUG and is_leeg(reden):
        raise OverdrachtZonderReden
    antwoord = {"antwoord_datum": vandaag, "antwoord_door_id": wie.id, "antwoord_reden": reden}
    return overdracht.model_copy(update={"stand": stand, **antwoord})
