"""A kern: where people can walk in, what there is to do, and what the kernnetwerk knows of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from kernnetwerk_app.domain.base import eenheden
from kernnetwerk_app.domain.inloopcontact import Gevolg, Inloopcontact
from kernnetwerk_app.domain.kernpagina import KERNVELDEN, Kernpagina, kernpagina_id
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.profiel import Kern
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.domain.voorziening import SLEUTELFIGUUR, Voorziening, weekdag
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.werkplek import Werkplek, werkt_in_dossiers
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

KLEIN = 5
"""A number below this is not shown: this app's own default."""
JAAR = timedelta(days=365)
_WOORDEN = ("gezien", "reactie", "advies", "uitkomst_reden")


@dataclass(frozen=True, slots=True)
class Ingang:
    """One place of a kern where people can walk in: which form, where, when, and who sits there."""

    vorm: str
    plek: str
    adres: str = ""
    wanneer: str = ""
    wie: str = ""


@dataclass(frozen=True, slots=True)
class Laatkomst:
    """One answer of the lists `signaal_duur` and `signaal_drempels`, with how often it was given."""

    wat: str
    aantal: int


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
    laat: tuple[Laatkomst, ...]
    """How long it had been going on, and what kept people from asking, most often first (SIG-25)."""


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
        laat=_laat(plek, lezer, naam),
    )


def _laat(plek: Werkplek, lezer: Lezer, naam: str) -> tuple[Laatkomst, ...]:
    """Of the signals and light contacts of the last year in this kern; a contact that became a signal counts there.

    What was said fewer than `KLEIN` times is left out: in a village somebody could be known by it. So are own words.
    """
    vanaf = plek.vandaag - JAAR
    signalen = [s for s in lezer.find(Signaal, zonder=_WOORDEN, kern=naam) if s.datum > vanaf]
    # Where somebody came in counts for who did not say where they live, as in the signal that is made of it.
    hier = {spreekuur.id for spreekuur in lezer.find(Spreekuur, kern=naam)}
    alle = lezer.find(Inloopcontact, zonder=("vraag",), vervallen=False)
    van_hier = (c for c in alle if (c.kern == naam if c.kern else c.spreekuur_id in hier))
    contacten = [c for c in van_hier if c.datum > vanaf and c.gevolg is not Gevolg.SIGNAAL]
    gezegd: Counter[str] = Counter()
    for lijst, waarden in (
        ("signaal_duur", [*(s.duur for s in signalen), *(c.sinds for c in contacten)]),
        ("signaal_drempels", [*(s.drempel for s in signalen), *(c.uitgesteld for c in contacten)]),
    ):
        keuzes = plek.profiel.lijst(lijst)
        bekend = (keuzes.find(keuzes.waarde(waarde)) for waarde in waarden if waarde)
        gezegd.update(keuze.label for keuze in bekend if keuze is not None)
    return tuple(Laatkomst(wat, aantal) for wat, aantal in gezegd.most_common() if aantal >= KLEIN)


def _make(plek: Werkplek, naam: str, werk: UnitOfWork, _tekst: str) -> None:
    """The page is made with its first word."""
    pagina_id = kernpagina_id(plek.profiel.sleutel, naam)
    if werk.find_one(Kernpagina, pagina_id) is None:
        werk.add(Kernpagina(id=pagina_id, kern=naam))
