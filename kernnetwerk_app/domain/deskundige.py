"""A deskundige who is asked to look along in an onderzoek: who, which question, what came back (OND-15, REG-22).

One member carries the onderzoek out; others are asked one question at a time. No question about a resident goes out
before their yes is written down: that is a `Toestemming` of its own, with `deskundige_id` (RES-01).
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID, uuid5

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, Voor, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg

Regel = Annotated[str | None, Field(max_length=300)]


class DeskundigeZonderNaam(KernnetwerkError):
    """A yes is for somebody: neither a name nor a function says for whom."""

    code = "deskundige.zonder_naam"


class DeskundigeZonderVraag(KernnetwerkError):
    """Nobody can say yes to a question that is not there."""

    code = "deskundige.zonder_vraag"


class DeskundigeZonderJa(KernnetwerkError):
    """It would go out before the resident said yes, or after they said no (RES-01, a hard stop)."""

    code = "deskundige.zonder_ja"


class DeskundigeInToekomst(KernnetwerkError):
    """Nothing was asked or answered on a day that is still to come."""

    code = "deskundige.in_toekomst"


class DeskundigeVerkeerdeVolgorde(KernnetwerkError):
    """Before the melding there was no question, and an answer does not come before it was asked."""

    code = "deskundige.verkeerde_volgorde"


class DeskundigeZonderAntwoord(KernnetwerkError):
    """A day alone does not say what came back."""

    code = "deskundige.zonder_antwoord"


class DeskundigeIsVerder(KernnetwerkError):
    """The yes was said to this question to this one, so neither changes any more; another question is asked anew."""

    code = "deskundige.is_verder"


class DeskundigeNietHier(KernnetwerkError):
    """It is about somebody who does not live here any more."""

    code = "deskundige.niet_hier"


class DeskundigeZonderPersoon(KernnetwerkError):
    """Nobody says about whom it is."""

    code = "deskundige.zonder_persoon"


class DeskundigeOverAnder(KernnetwerkError):
    """A question that was written about one person does not become one about another."""

    code = "deskundige.over_ander"


class Stand(StrEnum):
    """How far it is; it follows from what was written down."""

    NOG_VRAGEN = "nog vragen"
    NEE = "nee"
    MAG = "mag"
    GEVRAAGD = "gevraagd"
    JA_TERUG = "ja teruggenomen"
    BEANTWOORD = "beantwoord"
    VERVALLEN = "vervallen"


class Deskundige(Entiteit):
    """One question to one deskundige. `inwoner_id` is about whom; `functie` a key of the municipality's list of
    deskundigen, or own words. `nee_datum`: the day on which the resident would rather not; nobody asks why.
    `nee_id`: the `Afzien` that was written with it.

    `notitie` is for colleagues: the resident reads the answer, and not that.
    """

    soort: ClassVar[int] = 47
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    melding_id: Annotated[UUID, Eenheid(2)]
    inwoner_id: Annotated[UUID, Eenheid(2)]
    naam: Annotated[Regel, Eenheid(3)] = None
    functie: Annotated[Regel, Eenheid(3)] = None
    organisatie: Annotated[Regel, Eenheid(3)] = None
    vraag: Annotated[Tekstveld | None, Eenheid(4)] = None
    nee_datum: Annotated[date | None, Eenheid(5)] = None
    nee_id: Annotated[UUID | None, Eenheid(5)] = None
    gevraagd_datum: Annotated[date | None, Eenheid(6)] = None
    gevraagd_door_id: Annotated[UUID | None, Eenheid(6)] = None
    antwoord: Annotated[Tekstveld | None, Eenheid(7)] = None
    antwoord_datum: Annotated[date | None, Eenheid(7)] = None
    notitie: Annotated[Tekstveld | None, Eenheid(8), Voor(VoorWie.PROFESSIONAL)] = None
    vervallen_datum: Annotated[date | None, Eenheid(9)] = None


def nee_id(deskundige_id: UUID) -> UUID:
    """The id of the `Afzien` of a first no to this question, so that two laptops that note it meet in one record."""
    return uuid5(deskundige_id, "nee")


def stand_van(een: Deskundige, *, mag: bool, is_terug: bool) -> Stand:
    """How far it is; `mag`: whether a yes holds today, `is_terug`: whether it does not because somebody took it back.

    Once the question is out there, nobody waits for an answer to it without a yes.
    """
    if een.antwoord_datum is not None:
        return Stand.BEANTWOORD
    if een.vervallen_datum is not None:
        return Stand.VERVALLEN
    if een.gevraagd_datum is not None:
        return Stand.JA_TERUG if is_terug else Stand.GEVRAAGD
    if mag:
        return Stand.MAG
    return Stand.NEE if een.nee_datum is not None else Stand.NOG_VRAGEN


def check_uitnodiging(een: Deskundige) -> None:
    """Refuse what does not say who is asked, or what."""
    if is_leeg(een.naam) and is_leeg(een.functie):
        raise DeskundigeZonderNaam
    if is_leeg(een.vraag):
        raise DeskundigeZonderVraag


def check_gevraagd(gevraagd: date, vandaag: date, gemeld: date) -> None:
    """Refuse a day that is still to come, and one before the question of the resident came (`gemeld`)."""
    if gevraagd > vandaag:
        raise DeskundigeInToekomst
    if gevraagd < gemeld:
        raise DeskundigeVerkeerdeVolgorde


def check_antwoord(een: Deskundige, vandaag: date) -> None:
    """Refuse an answer without words, to what was not asked, of before it was asked, or of a day still to come."""
    if is_leeg(een.antwoord) or een.antwoord_datum is None:
        raise DeskundigeZonderAntwoord
    if een.antwoord_datum > vandaag:
        raise DeskundigeInToekomst
    if een.gevraagd_datum is None or een.antwoord_datum < een.gevraagd_datum:
        raise DeskundigeVerkeerdeVolgorde
