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
        if dossier is not None and (soort != Huishouden.soort or _may_find(plek, lezer, gevonden, getypt))
    }


def _may_find(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, getypt: str) -> bool:
    """Whether a household is found by its name or kern, or by an address that is not secret."""
    huishouden = lezer.get(Huishouden, huishouden_id)
    naam = zoeksleutel(f"{huishouden.aanduiding} {huishouden.kern or ''}").split()
    in_naam = all(any(deel.startswith(woord) for deel in naam) for woord in zoeksleutel(getypt).split())
    return in_naam or mag_adres(plek, lezer, huishouden, Adresdoel.ZOEKEN)
