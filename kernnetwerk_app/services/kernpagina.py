"""A kern: where people can walk in, what there is to do, and what the kernnetwerk knows of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from kernnetwerk_app.domain.base import eenheden
from kernnetwerk_app.domain.kernpagina import KERNVELDEN, Kernpagina, kernpagina_id
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.profiel import Kern
from kernnetwerk_app.domain.voorziening import SLEUTELFIGUUR, Voorziening, weekdag
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.werkplek import Werkplek, werkt_in_dossiers
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Ingang:
    """One place of a kern where people can walk in: which form, where, when, and who sits there."""

    vorm: str
    plek: str
    adres: str = ""
    wanneer: str = ""
    wie: str = ""


@dataclass(frozen=True, slots=True)
class Kernbeeld:
    """Everything of one kern."""

    kern: Kern
    ingangen: tuple[Ingang, ...]
    activiteiten: tuple[Voorziening, ...]
    vindplaatsen: tuple[Voorziening, ...]
    sleutelfiguren: tuple[Voorziening, ...]
    teksten: Mapping[str, str]
    adressen: Mapping[str, Veldadres]
    collegas: tuple[Medewerker, ...]


def ingangen(kern: Kern) -> tuple[Ingang, ...]:
    """The access points of a kern, with where and when (SIG-24): what the profile says of it, in its order.

    A profile may name only the places; then that is all there is to tell.
    """
    if kern.toegang:
        return tuple(Ingang(punt.vorm, punt.plek, punt.adres, punt.wanneer, punt.wie) for punt in kern.toegang)
    return tuple(Ingang("", plek) for plek in kern.plekken)


def load(plek: Werkplek, lezer: Lezer, naam: str) -> Kernbeeld:
    """The page of the kern with this name; KeyError when the profile has none."""
    kern = next((kern for kern in plek.profiel.kernen if kern.naam == naam), None)
    if kern is None:
        raise KeyError(naam)
    hier = [v for v in lezer.find(Voorziening, kern=naam) if v.is_open(plek.vandaag) and v.voorstel_bij_id is None]
    pagina_id = kernpagina_id(plek.profiel.sleutel, naam)
    pagina = lezer.find_one(Kernpagina, pagina_id)
    bases = lezer.bases(pagina_id) if pagina is not None else {}
    nummers = {veld: nummer for nummer, velden in eenheden(Kernpagina).items() for veld in velden}
    maak = partial(_make, plek, naam)
    return Kernbeeld(
        kern=kern,
        ingangen=ingangen(kern),
        activiteiten=tuple(
            sorted((v for v in hier if v.is_activiteit), key=lambda v: (weekdag(v.wanneer), v.wanneer or "", v.naam))
        ),
        vindplaatsen=tuple(v for v in hier if v.vindplaats is not None),
        sleutelfiguren=tuple(v for v in hier if v.rubriek == SLEUTELFIGUUR),
        teksten={veld: (getattr(pagina, veld) if pagina is not None else None) or "" for veld in KERNVELDEN},
        adressen={
            veld: Veldadres(Kernpagina, pagina_id, veld, nummers[veld], bases.get(nummers[veld], ()), maak)
            for veld in KERNVELDEN
        },
        collegas=tuple(
            m for m in lezer.find(Medewerker) if m.id != plek.medewerker.id and werkt_in_dossiers(plek.profiel, m)
        ),
    )


def _make(plek: Werkplek, naam: str, werk: UnitOfWork, _tekst: str) -> None:
    """The page is made with its first word."""
    pagina_id = kernpagina_id(plek.profiel.sleutel, naam)
    if werk.find_one(Kernpagina, pagina_id) is None:
        werk.add(Kernpagina(id=pagina_id, kern=naam))
