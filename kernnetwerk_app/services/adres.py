"""The one answer to where an address may be shown: screens, day lists, routes, prints and search all ask it."""

from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, geldt
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.services.bijzonderheid import is_geheim
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer


class Adresdoel(StrEnum):
    """What the address is wanted for."""

    DOSSIER = "in het geopende dossier"
    BRIEF = "op een brief aan de inwoner zelf"
    STUK = "op een stuk dat ook anderen lezen"
    DAGLIJST = "op de lijst van vandaag"
    ROUTE = "voor afstand en route"
    ZOEKEN = "om op te zoeken of te vergelijken"


OOK_GEHEIM = frozenset({Adresdoel.DOSSIER, Adresdoel.BRIEF})
"""Where a secret address is shown: to who opened the dossier, which is noted, and to the resident."""


def mag_adres(plek: Werkplek, lezer: Lezer, huishouden: Huishouden, doel: Adresdoel) -> bool:
    """Whether the address of this household may be used for this."""
    return doel in OOK_GEHEIM or not is_geheim(lezer, huishouden.id, plek.vandaag)


def geheime_huishoudens(plek: Werkplek, lezer: Lezer) -> set[UUID]:
    """Every dossier of which the address is secret, for who looks through all of them at once."""
    van = {feit.inwoner_id for feit in lezer.find(Bijzonderheid, aard=Aard.GEHEIM_ADRES) if geldt(feit, plek.vandaag)}
    return {mens.huishouden_id for mens in lezer.find(Inwoner, id=list(van)) if mens.huishouden_id is not None}


def kern_voor(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> str:
    """The kern in which they live, to look near home; empty when it is not known or the address is secret."""
    huishouden = lezer.find_one(Huishouden, huishouden_id)
    if huishouden is None or not mag_adres(plek, lezer, huishouden, Adresdoel.ROUTE):
        return ""
    return huishouden.kern or ""


def adres_voor(plek: Werkplek, lezer: Lezer, huishouden: Huishouden, doel: Adresdoel) -> str:
    """The address on one line; empty when it is not known, or not for this."""
    return huishouden.adres if mag_adres(plek, lezer, huishouden, doel) else ""


def kern_op_lijst(plek: Werkplek, lezer: Lezer, huishouden: Huishouden | None) -> str | None:
    """The kern of this household on a list that others may see, in other calendars, and to sort by; of a secret address
    not even that is told: in a kern of two hundred houses it says nearly where somebody lives.
    """
    if huishouden is None or not mag_adres(plek, lezer, huishouden, Adresdoel.DAGLIJST):
        return None
    return huishouden.kern
