"""Loads what varies between municipalities from `resources/profielen` and `resources/lijsten` into frozen values."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ValidationError

from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.doener import Doenerwoorden
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.kalender import Kalender
from kernnetwerk_app.domain.leefgebied import Leefgebied, Leefgebiedenlijst, Veld
from kernnetwerk_app.domain.lijst import Keuze, Keuzelijst
from kernnetwerk_app.domain.profiel import Gemeenteprofiel, Kern, Stopplaats
from kernnetwerk_app.domain.triage import Triageprofiel
from kernnetwerk_app.paths import resource
from kernnetwerk_app.triageprofiel import MatrixBestand, TriageTabel

M = TypeVar("M", bound=BaseModel)
KEUZELIJST = "keuzelijst"
"""What `soort` says in a file of `resources/lijsten` that is a list to choose from."""


class ProfielOngeldig(KernnetwerkError):
    """A profile or list that cannot be used; `plek` names the file and the key, for whoever keeps it."""

    code = "profiel.ongeldig"

    def __init__(self, plek: str) -> None:
        super().__init__()
        self.plek = plek


class _Kern(BaseModel, extra="forbid"):
    naam: str
    plekken: list[str] = []
    breedte: float | None = None
    lengte: float | None = None


class _Stop(BaseModel, extra="forbid"):
    sleutel: str
    naam: str
    komt: str


class _Profiel(BaseModel, extra="forbid"):
    sleutel: str
    versie: int
    naam: str
    oefenen: bool = False
    leefgebieden: str
    doeners: str
    plan_titel: str
    onderzoek_norm_weken: int | None = None
    eerste_contact_dagen: int
    lease_dagen: int
    vergrendel_minuten: int
    plan_verder: tuple[str, ...] = ()
    lijsten: dict[str, str] = {}
    """For a list of this name the file with that key, where it is not the file of the name itself."""
    triage: TriageTabel = TriageTabel()
    kern: list[_Kern]
    route: list[_Stop]


class _Veld(BaseModel, extra="forbid"):
    sleutel: str
    label: str
    hint: str = ""
    voor: VoorWie = VoorWie.PERSOON
    uitgeklapt: bool = False
    stem: bool = False


class _Leefgebied(BaseModel, extra="forbid"):
    sleutel: str
    naam: str


class _Lijst(BaseModel, extra="forbid"):
    sleutel: str
    versie: int
    bron: str = ""
    veld: list[_Veld]
    leefgebied: list[_Leefgebied]


class _Keuze(BaseModel, extra="forbid"):
    sleutel: str
    label: str
    uitleg: str = ""
    bron: str = ""


class _Keuzelijst(BaseModel, extra="forbid"):
    soort: Literal["keuzelijst"]
    sleutel: str
    versie: int
    titel: str
    bron: str = ""
    open: bool = False
    keuze: list[_Keuze]


class _Doeners(BaseModel, extra="forbid"):
    sleutel: str
    versie: int
    naasten: frozenset[str]
    aanspreek: frozenset[str]
    vrijwilligers: frozenset[str]
    voorzieningen: frozenset[str]
    beroepen: frozenset[str]
    werkwoorden: frozenset[str]


@cache
def load_profiel(sleutel: str) -> Gemeenteprofiel:
    """The profile with this key; `ProfielOngeldig` names the place when a file is missing or wrong."""
    gegevens = _check(_Profiel, _read("profielen", sleutel), f"profielen/{sleutel}.toml")
    if gegevens.sleutel != sleutel:
        raise ProfielOngeldig(f"profielen/{sleutel}.toml: sleutel")
    velden = gegevens.model_dump(exclude={"kern", "route", "leefgebieden", "doeners", "lijsten", "triage"})
    return Gemeenteprofiel(
        **velden,
        lijsten=load_lijsten(tuple(sorted(gegevens.lijsten.items()))),
        kernen=tuple(Kern(k.naam, tuple(k.plekken), k.breedte, k.lengte) for k in gegevens.kern),
        route=tuple(Stopplaats(stop.sleutel, stop.naam, stop.komt) for stop in gegevens.route),
        leefgebieden=load_leefgebieden(gegevens.leefgebieden),
        doeners=load_doeners(gegevens.doeners),
        kalender=load_kalender(),
        triage=_load_triage(gegevens.triage, f"profielen/{sleutel}.toml"),
    )


def _load_triage(tabel: TriageTabel, plek: str) -> Triageprofiel:
    bestand = _check(MatrixBestand, _read("triage", tabel.matrix), f"triage/{tabel.matrix}.toml")
    profiel = tabel.build(bestand)
    if profiel is None:
        raise ProfielOngeldig(f"{plek}: triage.klasse")
    return profiel


@cache
def load_leefgebieden(sleutel: str) -> Leefgebiedenlijst:
    """The list of life domains with this key; every domain asks the same questions."""
    gegevens = _check(_Lijst, _read("lijsten", sleutel), f"lijsten/{sleutel}.toml")
    if any(veld.voor is VoorWie.AFGESCHERMD for veld in gegevens.veld):
        # An answer does not say for whom its question was, so the search index could not leave it out.
        raise ProfielOngeldig(f"lijsten/{sleutel}.toml: veld.voor")
    velden = tuple(Veld(v.sleutel, v.label, v.hint, v.voor, v.uitgeklapt, v.stem) for v in gegevens.veld)
    return Leefgebiedenlijst(
        sleutel=gegevens.sleutel,
        versie=gegevens.versie,
        leefgebieden=tuple(Leefgebied(lg.sleutel, lg.naam, velden) for lg in gegevens.leefgebied),
    )


@cache
def load_doeners(sleutel: str) -> Doenerwoorden:
    """The words by which the plan sees who does a line, from the list with this key."""
    gegevens = _check(_Doeners, _read("lijsten", sleutel), f"lijsten/{sleutel}.toml")
    return Doenerwoorden(**gegevens.model_dump(exclude={"sleutel", "versie"}))


@cache
def load_lijsten(eigen: tuple[tuple[str, str], ...] = ()) -> Mapping[str, Keuzelijst]:
    """All lists to choose from, by name. `eigen`: name and key of the lists for which a municipality has its own."""
    namen = sorted(bestand.stem for bestand in resource("lijsten").glob("*.toml"))
    alle = {naam: lijst for naam in namen if (lijst := _keuzelijst(naam)) is not None}
    for naam, sleutel in eigen:
        if sleutel not in alle:
            raise ProfielOngeldig(f"lijsten/{sleutel}.toml: soort")
        alle[naam] = alle[sleutel]
    return MappingProxyType(alle)


@cache
def _keuzelijst(naam: str) -> Keuzelijst | None:
    """The list in this file; None when the file is something else."""
    gelezen = _read("lijsten", naam)
    if gelezen.get("soort") != KEUZELIJST:
        return None
    plek = f"lijsten/{naam}.toml"
    gegevens = _check(_Keuzelijst, gelezen, plek)
    keuzes = tuple(Keuze(k.sleutel, k.label, k.uitleg, k.bron) for k in gegevens.keuze)
    for wat in ([k.sleutel for k in keuzes], [k.label.casefold() for k in keuzes]):
        if gegevens.sleutel != naam or len(set(wat)) < len(wat):
            raise ProfielOngeldig(f"{plek}: sleutel")
    return Keuzelijst(naam, gegevens.versie, gegevens.titel, gegevens.bron, gegevens.open, keuzes)


@cache
def load_kalender() -> Kalender:
    """The days that the law names, with those set by royal decree."""
    return Kalender.uit_gegevens(_read("lijsten", "feestdagen"))


def _read(map_naam: str, sleutel: str) -> dict[str, Any]:
    bestand = resource(map_naam, f"{sleutel}.toml")
    try:
        with bestand.open("rb") as stroom:
            return tomllib.load(stroom)
    except FileNotFoundError:
        raise ProfielOngeldig(f"{map_naam}/{sleutel}.toml") from None
    except tomllib.TOMLDecodeError as fout:
        raise ProfielOngeldig(f"{map_naam}/{sleutel}.toml: {fout}") from None


def _check(soort: type[M], gegevens: dict[str, Any], plek: str) -> M:
    try:
        return soort.model_validate(gegevens)
    except ValidationError as fout:
        eerste = fout.errors(include_input=False, include_url=False)[0]
        sleutel = ".".join(str(deel) for deel in eerste["loc"])
        raise ProfielOngeldig(f"{plek}: {sleutel}: {eerste['type']}") from None
