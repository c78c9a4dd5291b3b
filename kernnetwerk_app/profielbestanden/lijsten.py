"""The lists of a municipality: life domains, who does what in a plan, free days, and all lists to choose from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.doener import Doenerwoorden
from kernnetwerk_app.domain.kalender import Kalender, KalenderOngeldig
from kernnetwerk_app.domain.leefgebied import Leefgebied, Leefgebiedenlijst, Veld
from kernnetwerk_app.domain.levensas import As, Assenlijst
from kernnetwerk_app.domain.lijst import Keuze, Keuzelijst
from kernnetwerk_app.domain.profielwaarde import Getal, Keuzesleutel, Sleutel, Woorden
from kernnetwerk_app.domain.verwant import Verwantwoorden
from kernnetwerk_app.profielbestanden.bestanden import Bestanden, check, check_naam
from kernnetwerk_app.profielbestanden.fouten import ProfielOngeldig

Zeg = Callable[[str], str]
"""From a sentence of the app to the same in a municipality's words."""
KEUZELIJST = "keuzelijst"
"""What `soort` says in a file of `resources/lijsten` that is a list to choose from."""


class _Veld(BaseModel, extra="forbid"):
    sleutel: Sleutel
    label: Woorden
    hint: str = ""
    voor: VoorWie = VoorWie.PERSOON
    uitgeklapt: bool = False
    stem: bool = False


class _Leefgebied(BaseModel, extra="forbid"):
    sleutel: Sleutel
    naam: Woorden


class _Lijst(BaseModel, extra="forbid"):
    sleutel: str
    versie: Getal
    bron: str = ""
    veld: Annotated[list[_Veld], Field(min_length=1)]
    leefgebied: Annotated[list[_Leefgebied], Field(min_length=1)]


class _Keuze(BaseModel, extra="forbid"):
    sleutel: Keuzesleutel
    label: Woorden
    uitleg: str = ""
    bron: str = ""
    papier: str = ""


class _Keuzelijst(BaseModel, extra="forbid"):
    soort: Literal["keuzelijst"]
    sleutel: str
    versie: Getal
    titel: Woorden
    bron: str = ""
    open: bool = False
    keuze: Annotated[list[_Keuze], Field(min_length=1)]


class _As(BaseModel, extra="forbid"):
    sleutel: Sleutel
    naam: Woorden
    vraag: Woorden
    gebieden: Annotated[tuple[Sleutel, ...], Field(min_length=1)]


class _Assen(BaseModel, extra="forbid"):
    sleutel: str
    versie: Getal
    bron: str = ""
    assen: Annotated[list[_As], Field(alias="as", min_length=6, max_length=6)]
    standen: Annotated[list[_Keuze], Field(alias="stand", min_length=3, max_length=7)]


class _Verwanten(BaseModel, extra="forbid"):
    voorop: tuple[str, ...]
    open: frozenset[str]
    groep: frozenset[str]
    zegt_niets: frozenset[str]
    samen: tuple[frozenset[str], ...]
    erachter: Mapping[str, tuple[str, ...]]
    vormen: Mapping[str, tuple[str, ...]]


class _Doeners(BaseModel, extra="forbid"):
    sleutel: str
    versie: Getal
    naasten: frozenset[str]
    aanspreek: frozenset[str]
    vrijwilligers: frozenset[str]
    voorzieningen: frozenset[str]
    beroepen: frozenset[str]
    werkwoorden: frozenset[str]
    verwanten: _Verwanten
    buren: frozenset[str] = frozenset()


def lees_leefgebieden(bestanden: Bestanden, sleutel: str) -> Leefgebiedenlijst:
    """The list of life domains with this key; every domain asks the same questions."""
    bestand = f"lijsten/{sleutel}.toml"
    gegevens = check(_Lijst, bestanden.lees(bestand), bestand)
    check_naam(bestand, gegevens.sleutel)
    if any(veld.voor is VoorWie.AFGESCHERMD for veld in gegevens.veld):
        # An answer does not say for whom its question was, so the search index could not leave it out.
        raise ProfielOngeldig(bestand, "veld.voor", reden="afgeschermd")
    refuse_double(bestand, "veld.sleutel", [veld.sleutel for veld in gegevens.veld])
    refuse_double(bestand, "leefgebied.sleutel", [lg.sleutel for lg in gegevens.leefgebied])
    velden = tuple(Veld(v.sleutel, v.label, v.hint, v.voor, v.uitgeklapt, v.stem) for v in gegevens.veld)
    return Leefgebiedenlijst(
        sleutel=gegevens.sleutel,
        versie=gegevens.versie,
        leefgebieden=tuple(Leefgebied(lg.sleutel, lg.naam, velden) for lg in gegevens.leefgebied),
    )


def lees_assen(bestanden: Bestanden, sleutel: str, zeg: Zeg = str) -> Assenlijst:
    """The six sides of life in the list with this key, and the places on them."""
    bestand = f"lijsten/{sleutel}.toml"
    gegevens = check(_Assen, bestanden.lees(bestand), bestand)
    check_naam(bestand, gegevens.sleutel)
    refuse_double(bestand, "as.sleutel", [een.sleutel for een in gegevens.assen])
    refuse_double(bestand, "as.naam", [een.naam.casefold() for een in gegevens.assen])
    refuse_double(bestand, "stand.sleutel", [stand.sleutel for stand in gegevens.standen])
    refuse_double(bestand, "stand.label", [stand.label.casefold() for stand in gegevens.standen])
    return Assenlijst(
        sleutel=gegevens.sleutel,
        versie=gegevens.versie,
        assen=tuple(As(een.sleutel, zeg(een.naam), zeg(een.vraag), een.gebieden) for een in gegevens.assen),
        standen=tuple(Keuze(k.sleutel, zeg(k.label), zeg(k.uitleg), k.bron) for k in gegevens.standen),
    )


def lees_doeners(bestanden: Bestanden, sleutel: str) -> Doenerwoorden:
    """The words by which the plan sees who does a line, from the list with this key."""
    bestand = f"lijsten/{sleutel}.toml"
    gegevens = check(_Doeners, bestanden.lees(bestand), bestand)
    check_naam(bestand, gegevens.sleutel)
    eigen, wat = gegevens.verwanten, gegevens.model_dump(exclude={"sleutel", "versie", "verwanten"})
    refuse_double(bestand, "verwanten.vormen", [vorm for vormen in eigen.vormen.values() for vorm in vormen])
    verwant = Verwantwoorden(
        vormen={naaste: naaste for naaste in gegevens.naasten} | _per_vorm(eigen.vormen),
        voorop=eigen.voorop,
        open=eigen.open,
        groep=eigen.groep,
        erachter=_per_vorm(eigen.erachter),
        samen=eigen.samen,
        zegt_niets=eigen.zegt_niets,
    )
    if not all(verwant.kent(woord) for groep in eigen.samen for woord in groep):
        raise ProfielOngeldig(bestand, "verwanten.samen", reden="onbekende_verwant")  # it would ask nobody
    return Doenerwoorden(**wat | {"naasten": gegevens.naasten | verwant.woorden}, verwanten=verwant)


def _per_vorm(soorten: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {vorm: soort for soort, vormen in soorten.items() for vorm in vormen}


def lees_lijsten(
    bestanden: Bestanden, eigen: Mapping[str, str], zeg: Zeg = str, profiel: str = ""
) -> Mapping[str, Keuzelijst]:
    """All lists to choose from, by name. `eigen`: name and key of the lists for which a municipality has its own, as
    the file `profiel` says; a name that no list has would change nothing, and is refused.

    What is of no source but this app's own is said as `zeg` says it.
    """
    alle = {
        naam: lijst for naam in bestanden.namen("lijsten") if (lijst := _keuzelijst(bestanden, naam, zeg)) is not None
    }
    bekend = frozenset(alle)
    for naam, sleutel in eigen.items():
        if naam not in bekend:
            raise ProfielOngeldig(profiel, f"lijsten.{naam}", reden="onbekende_lijst")
        if sleutel not in bekend:
            raise ProfielOngeldig(f"lijsten/{sleutel}.toml", "soort", reden="geen_keuzelijst")
        alle[naam] = alle[sleutel]
    return MappingProxyType(alle)


def lees_kalender(bestanden: Bestanden) -> Kalender:
    """The days that the law names, with those set by royal decree."""
    bestand = "lijsten/feestdagen.toml"
    try:
        return Kalender.uit_gegevens(bestanden.lees(bestand))
    except KalenderOngeldig:
        raise ProfielOngeldig(bestand, reden="kalender") from None


def _keuzelijst(bestanden: Bestanden, naam: str, zeg: Zeg) -> Keuzelijst | None:
    """The list in this file; None when the file is something else."""
    bestand = f"lijsten/{naam}.toml"
    gelezen = bestanden.lees(bestand)
    if gelezen.get("soort") != KEUZELIJST:
        return None
    gegevens = check(_Keuzelijst, gelezen, bestand)
    check_naam(bestand, gegevens.sleutel)
    keuzes = tuple(
        Keuze(k.sleutel, k.label, k.uitleg, k.bron, zeg(k.papier))
        if k.bron or gegevens.bron
        else Keuze(k.sleutel, zeg(k.label), zeg(k.uitleg), papier=zeg(k.papier))
        for k in gegevens.keuze
    )
    refuse_double(bestand, "keuze.sleutel", [keuze.sleutel for keuze in keuzes])
    refuse_double(bestand, "keuze.label", [keuze.label.casefold() for keuze in keuzes])
    return Keuzelijst(naam, gegevens.versie, zeg(gegevens.titel), gegevens.bron, gegevens.open, keuzes)


def refuse_double(bestand: str, sleutel: str, waarden: Sequence[str]) -> None:
    """`ProfielOngeldig` when one of these stands twice."""
    if len(set(waarden)) < len(waarden):
        raise ProfielOngeldig(bestand, sleutel, reden="dubbel")
