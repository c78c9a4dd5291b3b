"""Consent: per person, subject and recipient, a lawful ground first, and revocable (RES-01, Wmo 2015 art. 5.1.1)."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.relatie import Beslissers
from kernnetwerk_app.domain.tekst import is_leeg

Regel = Annotated[str | None, Field(max_length=300)]


class DelenZonderGrond(KernnetwerkError):
    """Nothing of a resident is shared without a ground (RES-01, a hard stop)."""

    code = "delen.zonder_grond"


class DelenZonderOntvanger(KernnetwerkError):
    code = "delen.zonder_ontvanger"


class DelenZonderOnderwerp(KernnetwerkError):
    code = "delen.zonder_onderwerp"


class DelenVerkeerdeVolgorde(KernnetwerkError):
    """It ends before it begins."""

    code = "delen.verkeerde_volgorde"


class DelenZonderJa(KernnetwerkError):
    """The ground is a yes, and not everybody who has to say so did (RES-01, a hard stop)."""

    code = "delen.zonder_ja"


class DelenIsVoorbij(KernnetwerkError):
    """What once could be shared cannot any more: it ended, or was taken back."""

    code = "delen.is_voorbij"


class DelenNietMetVrijwilliger(KernnetwerkError):
    """A volunteer never sees the plan, only their own tasks (NET-21)."""

    code = "delen.niet_met_vrijwilliger"


class DelenZonderVertegenwoordiger(KernnetwerkError):
    """A curator or mentor decides in the place of the resident, and said no yes; a soft stop, passed with a reason."""

    code = "delen.zonder_vertegenwoordiger"


class DelenTegenWens(KernnetwerkError):
    """The resident said that this is not to be shared; without a yes that takes a reason (RES-15)."""

    code = "delen.tegen_wens"


class Aan(StrEnum):
    """What the recipient is. A colleague or a team of the municipality is none of these."""

    ORGANISATIE = "organisatie"
    CLIENTONDERSTEUNER = "cliëntondersteuner"
    NETWERK = "netwerk"
    VRIJWILLIGER = "vrijwilliger"


class Hoe(StrEnum):
    """How the yes was given."""

    GEZEGD = "gezegd"
    GETEKEND = "getekend"


class Toestemming(Entiteit):
    """That this person agrees that this subject is shared with this recipient for this purpose; or, on a ground that
    asks for no yes, that it may be shared, where nobody said anything and `inwoner_id` is who it is about.

    `over_id`: about whom, where a parent says yes. `overdracht_id`: the hand-over it was said of, where it was; when
    that does not go on, this is over too. `toch`: why it is shared though the resident would rather not (RES-15).
    `afschrift_datum`: the day on which a copy of the plan, or a volunteer's own tasks, went to the recipient.
    """

    soort: ClassVar[int] = 14
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    inwoner_id: Annotated[UUID, Eenheid(2)]
    onderwerp: Annotated[str, Field(max_length=300), Eenheid(2)]
    ontvanger: Annotated[str, Field(max_length=1000), Eenheid(2)]
    """Of a deskundige with the function and the organisation, each of which is a line of its own."""
    doel: Annotated[Tekstveld | None, Eenheid(3)] = None
    grond: Annotated[Regel, Eenheid(4)] = None
    begin_datum: Annotated[date, Eenheid(5)]
    eind_datum: Annotated[date | None, Eenheid(5)] = None
    ingetrokken_datum: Annotated[date | None, Eenheid(6)] = None
    overdracht_id: Annotated[UUID | None, Eenheid(7)] = None
    over_id: Annotated[UUID | None, Eenheid(8)] = None
    aan: Annotated[Aan | None, Eenheid(9)] = None
    hoe: Annotated[Hoe | None, Eenheid(10)] = None
    over_wetten: Annotated[bool, Eenheid(11)] = False
    """Whether it is about what was told for another law."""
    toch: Annotated[Regel, Eenheid(12)] = None
    ingetrokken_door_id: Annotated[UUID | None, Eenheid(13)] = None
    """Who took it back: who said yes, or another who decides about the same person."""
    afschrift_datum: Annotated[date | None, Eenheid(14)] = None
    namens: Annotated[Regel, Eenheid(15)] = None
    """Who said yes in the place of `inwoner_id`, by order of a court: *mevrouw Recht, curator* (UAVG art. 5 lid 2)."""
    deskundige_id: Annotated[UUID | None, Eenheid(16)] = None
    """The question to a deskundige that it was said of, where it was; it holds for no other (OND-15)."""
    vraag: Annotated[Tekstveld | None, Eenheid(17)] = None
    """That question as it was when they said so, and in the next three to whom; None in what was written before this
    was kept, and that holds for the question as it stands."""
    gevraagde_naam: Annotated[Regel, Eenheid(17)] = None
    gevraagde_functie: Annotated[Regel, Eenheid(17)] = None
    gevraagde_organisatie: Annotated[Regel, Eenheid(17)] = None
    ingetrokken_namens: Annotated[Regel, Eenheid(18)] = None
    """Who took it back in the place of `ingetrokken_door_id`, as in `namens`; empty where that was nobody, and None in
    what was written before this was kept."""

    @property
    def waarover_id(self) -> UUID:
        """About whom it is."""
        return self.over_id or self.inwoner_id


def is_zelfde_vraag(een: Toestemming, ander: Toestemming) -> bool:
    """Whether both were said to the same question to a deskundige, or neither to one."""
    velden = ("vraag", "gevraagde_naam", "gevraagde_functie", "gevraagde_organisatie")
    return all(zelfde(getattr(een, veld), getattr(ander, veld)) for veld in velden)


def geldt(toestemming: Toestemming, vandaag: date) -> bool:
    """Whether the consent holds today."""
    if toestemming.ingetrokken_datum is not None and toestemming.ingetrokken_datum <= vandaag:
        return False
    return toestemming.begin_datum <= vandaag and (toestemming.eind_datum is None or vandaag <= toestemming.eind_datum)


def check_delen(toestemming: Toestemming) -> None:
    """Refuse what says not what, to whom or on which ground, and what ends before it begins."""
    if is_leeg(toestemming.grond):
        raise DelenZonderGrond
    if is_leeg(toestemming.onderwerp):
        raise DelenZonderOnderwerp
    if is_leeg(toestemming.ontvanger):
        raise DelenZonderOntvanger
    if toestemming.eind_datum is not None and toestemming.eind_datum < toestemming.begin_datum:
        raise DelenVerkeerdeVolgorde


def is_gegeven(beslissers: Beslissers, over_id: UUID, ja: Collection[UUID]) -> bool:
    """Whether these yeses are enough: the person where that one decides, and of the parents who decide at least one.

    Both parents have to agree (Jeugdwet art. 7.3.4); one who says yes is trusted to speak for the other, as on a plan
    that one of them signs. Who has no parent with the gezag on paper and does not decide yet, has nobody who can.
    """
    if beslissers.zelf and over_id not in ja:
        return False
    return bool(beslissers.ouders & set(ja)) if beslissers.ouders else beslissers.zelf
