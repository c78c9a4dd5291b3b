"""A deskundige who is asked to look along in an onderzoek: who, which question, what came back (OND-15, REG-22).

One member carries the onderzoek out; others are asked one question at a time. No question about a resident goes out
before their yes is written down: that is a `Toestemming` of its own, with `deskundige_id` (RES-01).
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID, uuid5

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, Voor, VoorWie
from kernnetwerk_app.domain.begin import Begin
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.naamgenoot import naamsleutel, zelfde
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.toestemming import Toestemming

Regel = Annotated[str | None, Field(max_length=300)]
_WAAROP: Mapping[str, str] = {
    "vraag": "vraag",
    "naam": "gevraagde_naam",
    "functie": "gevraagde_functie",
    "organisatie": "gevraagde_organisatie",
}
"""What a yes is said to, by field of the question: in which field of the yes it is kept."""


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


class DeskundigeNeeVanAnder(KernnetwerkError):
    """A no was said about who stood there, so it does not become one about somebody else."""

    code = "deskundige.nee_van_ander"


class DeskundigeVeranderd(KernnetwerkError):
    """A colleague changed it meanwhile: what was said, was said to something else than stands there now."""

    code = "deskundige.veranderd"


class DeskundigeNeeIntussen(KernnetwerkError):
    """A no came in that nobody saw here: what goes on in spite of it is seen first (RES-15)."""

    code = "deskundige.nee_intussen"


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
    deskundigen, or own words. `gevraagd_ja_id`: the yes under which it went out, with which is kept what was asked.
    `nee_datum` and `nee_id` are of before: a no is an `Afzien` about who it was said about, and nothing beside it.

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
    gevraagd_ja_id: Annotated[UUID | None, Eenheid(10), Begin()] = None


def nee_id(deskundige_id: UUID, wie: str, nummer: int) -> UUID:
    """The id of the `nummer`th (from 0) no about this one (`wie`) at this question, so that two laptops that note it
    meet in one record, and of which one was about another in two.
    """
    return uuid5(deskundige_id, f"nee|{nummer}|{naamsleutel(wie)}")


def waarop(een: Deskundige) -> dict[str, str | None]:
    """What is asked, and of whom, as the fields of a `Toestemming` that is said to it."""
    return {veld: getattr(een, van) for van, veld in _WAAROP.items()}


def is_waarop(een: Deskundige, ja: Toestemming) -> bool:
    """Whether this yes was said to the question as it stands, to this one; one of before that was kept was."""
    return ja.vraag is None or all(zelfde(waarde, getattr(ja, veld)) for veld, waarde in waarop(een).items())


def is_van_voor(ja: Toestemming, onder: Toestemming) -> bool:
    """Whether this yes was over by the day of the one under which it went out."""
    is_over = ja.eind_datum is not None and ja.eind_datum <= onder.begin_datum
    return is_over and ja.begin_datum < onder.begin_datum


def is_zelfde_vraag(een: Deskundige, ander: Deskundige) -> bool:
    """Whether the same is asked, of the same one."""
    return all(zelfde(getattr(een, veld), getattr(ander, veld)) for veld in _WAAROP)


def zoals(een: Deskundige, ja: Toestemming | None) -> Deskundige:
    """A copy with the question to which this yes was said, as far as that was kept; to show and never to write."""
    if ja is None or ja.vraag is None:
        return een
    return een.model_copy(update={van: getattr(ja, veld) for van, veld in _WAAROP.items()})


def stand_van(een: Deskundige, *, mag: bool, is_nee: bool, is_terug: bool) -> Stand:
    """How far it is; `mag`: whether a yes holds today, `is_nee`: whether they would rather not share with this one,
    `is_terug`: whether somebody took the yes back after it went out.

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
    return Stand.NEE if is_nee else Stand.NOG_VRAGEN


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
