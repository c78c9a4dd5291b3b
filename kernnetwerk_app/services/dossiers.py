"""Finding dossiers by words. Nobody is found by an address that is secret."""

from uuid import UUID

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.naam import zoeksleutel
from kernnetwerk_app.services.adres import Adresdoel, mag_adres
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer


def zoek(plek: Werkplek, lezer: Lezer, getypt: str) -> set[UUID]:
    """The dossiers in which these words stand."""
    return {
        dossier
        for soort, gevonden, dossier in lezer.zoek(getypt)
        if dossier is not None and _may_find(plek, lezer, gevonden if soort == Huishouden.soort else dossier, getypt)
    }


def _may_find(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, getypt: str) -> bool:
    """Whether a household is found by its name or kern, or by an address that is not secret.

    A secret address finds nothing either where somebody typed it in another place, such as that of a visit.
    """
    huishouden = lezer.find_one(Huishouden, huishouden_id)
    if huishouden is None:
        return True
    naam = zoeksleutel(f"{huishouden.aanduiding} {huishouden.kern or ''}").split()
    adres = zoeksleutel(f"{huishouden.adres} {huishouden.postcode or ''}").split()
    woorden = [woord for woord in zoeksleutel(getypt).split() if not _begint(woord, naam)]
    in_adres = any(_begint(woord, adres) for woord in woorden)
    return not in_adres or mag_adres(plek, lezer, huishouden, Adresdoel.ZOEKEN)


def _begint(woord: str, woorden: list[str]) -> bool:
    return any(ander.startswith(woord) for ander in woorden)
