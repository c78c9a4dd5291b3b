"""The melding: the moment a question reaches the municipality. Its date starts the six weeks (Wmo 2015 art. 2.3.2)."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Onvindbaar, Tekstveld, Voor, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg


class MeldingZonderContactpersoon(KernnetwerkError):
    """A melding is taken on by exactly one contact person (SIG-17, a hard stop)."""

    code = "melding.zonder_contactpersoon"


class MeldingZonderVraag(KernnetwerkError):
    code = "melding.zonder_vraag"


class MeldingInToekomst(KernnetwerkError):
    code = "melding.in_toekomst"


class MeldingNaAannemen(KernnetwerkError):
    """It was taken on before it would have come in."""

    code = "melding.na_aannemen"


class Kanaal(StrEnum):
    """How the question came in (SIG-07, SIG-16)."""

    INLOOP = "inloop"
    PERSOONLIJK = "persoonlijk contact"
    TELEFOON = "telefoon"
    INTERNET = "internet"
    KLANTCONTACTCENTRUM = "klantcontactcentrum"
    SCHOOL = "school"
    HUISARTS = "huisarts"


class Wet(StrEnum):
    """About which law the question is, as far as somebody can say; every question is taken in (EVV-17)."""

    WMO = "Wmo 2015"
    JEUGDWET = "Jeugdwet"
    PARTICIPATIEWET = "Participatiewet"
    WGS = "Wgs"
    GEEN = "geen van deze wetten"


class Vertelwijze(StrEnum):
    """How something was told."""

    GESPREK = "in een gesprek"
    PAPIER = "op papier"


class Clientondersteuning(StrEnum):
    """What the resident says to free and independent cliëntondersteuning (RES-04)."""

    GRAAG = "graag"
    NU_NIET = "nu niet"
    HEEFT_AL = "heeft al iemand"


class EigenPlan(StrEnum):
    """What kind of plan of one's own was handed in (Wmo 2015 art. 2.3.2 lid 2, Jeugdwet art. 4.1.2)."""

    PERSOONLIJK = "persoonlijk plan"
    FAMILIEGROEP = "familiegroepsplan"


Regel = Annotated[str | None, Field(max_length=300)]


class Melding(Entiteit):
    """A question that was brought in, in the resident's own words: `vraag` is empty until they were spoken with, where
    somebody else noticed it (`aanleiding`).

    What the law has us tell has the day, by whom and how it was told in one unit. `spoed_reden`: why it cannot wait for
    the onderzoek (Wmo 2015 art. 2.3.3).
    """

    soort: ClassVar[int] = 4
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    ontvangen_datum: Annotated[date, Eenheid(2), Voor(VoorWie.TAFEL)]
    ontvangen_tijd: Annotated[time | None, Eenheid(2), Voor(VoorWie.TAFEL)] = None
    kern: Annotated[Regel, Eenheid(3)] = None
    plek: Annotated[Regel, Eenheid(3)] = None
    kanaal: Annotated[Kanaal, Eenheid(4)] = Kanaal.PERSOONLIJK
    ontvangen_door_id: Annotated[UUID, Eenheid(5)]
    melder_naam: Annotated[Regel, Eenheid(6)] = None
    melder_relatie: Annotated[Regel, Eenheid(6)] = None
    vraag: Annotated[Tekstveld, Eenheid(7), Voor(VoorWie.TAFEL)]
    wet: Annotated[Wet | None, Eenheid(8)] = None
    contactpersoon_id: Annotated[UUID | None, Eenheid(9)] = None
    aangenomen_datum: Annotated[date | None, Eenheid(9)] = None
    vertegenwoordiger: Annotated[Regel, Eenheid(10)] = None
    hoedanigheid: Annotated[Regel, Eenheid(10)] = None
    reikwijdte: Annotated[Regel, Eenheid(10)] = None
    inwoner_akkoord: Annotated[bool | None, Eenheid(10)] = None
    ontvangst_bevestigd_datum: Annotated[date | None, Eenheid(11)] = None
    ontvangst_bevestigd_door_id: Annotated[UUID | None, Eenheid(11)] = None
    ontvangst_bevestigd_wijze: Annotated[Vertelwijze | None, Eenheid(11)] = None
    persoonlijk_plan_genoemd_datum: Annotated[date | None, Eenheid(12)] = None
    persoonlijk_plan_genoemd_door_id: Annotated[UUID | None, Eenheid(12)] = None
    persoonlijk_plan_genoemd_wijze: Annotated[Vertelwijze | None, Eenheid(12)] = None
    clientondersteuning_genoemd_datum: Annotated[date | None, Eenheid(13)] = None
    clientondersteuning_genoemd_door_id: Annotated[UUID | None, Eenheid(13)] = None
    clientondersteuning_genoemd_wijze: Annotated[Vertelwijze | None, Eenheid(13)] = None
    reden_te_laat: Annotated[Tekstveld | None, Eenheid(14), Voor(VoorWie.PROFESSIONAL)] = None
    mantelzorger_gewezen_datum: Annotated[date | None, Eenheid(15)] = None
    mantelzorger_gewezen_door_id: Annotated[UUID | None, Eenheid(15)] = None
    mantelzorger_gewezen_wijze: Annotated[Vertelwijze | None, Eenheid(15)] = None
    stappenkaart_gegeven_datum: Annotated[date | None, Eenheid(16)] = None
    stappenkaart_gegeven_door_id: Annotated[UUID | None, Eenheid(16)] = None
    stappenkaart_gegeven_wijze: Annotated[Vertelwijze | None, Eenheid(16)] = None
    clientondersteuning: Annotated[Clientondersteuning | None, Eenheid(17)] = None
    clientondersteuner: Annotated[Regel, Eenheid(17)] = None
    eigen_plan: Annotated[EigenPlan | None, Eenheid(18)] = None
    eigen_plan_datum: Annotated[date | None, Eenheid(18)] = None
    spoed_reden: Annotated[Regel, Eenheid(19), Voor(VoorWie.PROFESSIONAL)] = None
    aanleiding: Annotated[Tekstveld | None, Eenheid(20), Voor(VoorWie.PROFESSIONAL)] = None
    """What somebody else noticed, when it began with a signal: never the resident's own words (SIG-11)."""
    meldplek: Annotated[Regel, Eenheid(21), Onvindbaar()] = None
    """A key of the list of meldplekken, or own words; it changes neither the steps nor the terms (SIG-05)."""

    @property
    def is_aangenomen(self) -> bool:
        return self.aangenomen_datum is not None


def neem_aan(melding: Melding, contactpersoon_id: UUID | None, vandaag: date) -> Melding:
    """The melding taken on by one contact person, today (SIG-17)."""
    if contactpersoon_id is None:
        raise MeldingZonderContactpersoon
    return melding.model_copy(update={"contactpersoon_id": contactpersoon_id, "aangenomen_datum": vandaag})


def check_melding(melding: Melding, vandaag: date) -> None:
    """Refuse what cannot be a melding: no question and nothing noticed, a date that still has to come, or one after it
    was taken on.
    """
    if is_leeg(melding.vraag) and is_leeg(melding.aanleiding):
        raise MeldingZonderVraag
    if melding.ontvangen_datum > vandaag:
        raise MeldingInToekomst
    if melding.aangenomen_datum is not None and melding.ontvangen_datum > melding.aangenomen_datum:
        raise MeldingNaAannemen
