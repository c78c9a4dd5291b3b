"""How it is done in this municipality, as sentences: what its profile chose where municipalities differ (table 2a)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.teksten import Tekst, load

UITGANGSPUNTEN = "uitgangspunten"
"""The list with the starting points that a municipality works by (V-23)."""


@dataclass(frozen=True, slots=True)
class Gewoonte:
    """One thing that is done in this way here. `sleutel` is its key in `resources/tekst/werkwijze.toml`."""

    sleutel: str
    titel: str
    zinnen: tuple[str, ...]


def zo_doen_wij(profiel: Gemeenteprofiel) -> tuple[Gewoonte, ...]:
    """What a worker who comes from elsewhere has to know (V-04, V-05, V-09, V-10, V-12, V-15, V-17 to V-20, V-22)."""
    t = load("werkwijze").met(profiel.zeg)
    werkwijze = profiel.werkwijze
    zinnen: dict[str, Iterable[str]] = {
        "toegang": [_zin(t, "toegang", werkwijze.toegang_betekent)],
        "gesprek": _gesprek(profiel, t),
        "plek": _plek(profiel, t),
        "lichte_hulp": [t("hier.lichte_hulp.door", teams=_teams(profiel, werkwijze.lichte_hulp_door))],
        "snel": _snel(profiel, t),
        "aanbod": [_zin(t, "aanbod", indeling) for indeling in profiel.indeling.voorzieningen],
        "contactpersoon": [_zin(t, "contactpersoon", werkwijze.contactpersoon)],
        "einde": [_zin(t, "einde", werkwijze.einde)],
        "opbouw": _opbouw(profiel, t),
        "voorschrift": [_zin(t, "voorschrift", werkwijze.voorschrift)],
        "delen": [*(_zin(t, "delen", grond) for grond in werkwijze.deelgronden), t("hier.delen.wet")],
        "partners": _partners(profiel, t) if profiel.partners else [t("hier.partners.geen")],
    }
    return tuple(Gewoonte(sleutel, t(f"hier.{sleutel}.titel"), tuple(wat)) for sleutel, wat in zinnen.items())


def uitgangspunten(profiel: Gemeenteprofiel) -> tuple[str, ...]:
    """The starting points of this municipality, in the words of its paper (V-23)."""
    return tuple(keuze.label for keuze in profiel.lijst(UITGANGSPUNTEN).keuzes)


def _zin(t: Tekst, groep: str, waarde: StrEnum) -> str:
    return t(f"hier.{groep}.{waarde.name.lower()}")


def _teams(profiel: Gemeenteprofiel, sleutels: Iterable[str]) -> str:
    return ", ".join(profiel.team(sleutel).naam for sleutel in sleutels)


def _gesprek(profiel: Gemeenteprofiel, t: Tekst) -> Iterator[str]:
    """What is talked about, with whom in mind, and which frame helps."""
    yield _zin(t, "gesprek", profiel.werkwijze.dekking)
    yield t("hier.gesprek.huishouden" if profiel.werkwijze.hele_huishouden else "hier.gesprek.een")
    for instrument in profiel.instrumenten:
        yield t(f"hier.gesprek.{instrument.gebruik.name.lower()}", naam=instrument.label)


def _opbouw(profiel: Gemeenteprofiel, t: Tekst) -> Iterator[str]:
    """The parts of a plan in their order, and whose template that is (PLAN-14)."""
    lijst = profiel.lijst("plan_opbouw")
    yield t("hier.opbouw.delen", delen=", ".join(keuze.label for keuze in lijst.keuzes))
    yield t("hier.opbouw.bron" if lijst.bron else "hier.opbouw.eigen", bron=lijst.bron, versie=lijst.versie)


def _plek(profiel: Gemeenteprofiel, t: Tekst) -> Iterator[str]:
    yield t("hier.plek.kiezen" if profiel.werkwijze.plek_kiezen else "hier.plek.samen")
    if profiel.werkwijze.vindplaatsgericht:
        yield t("hier.plek.vindplaats")


def _partners(profiel: Gemeenteprofiel, t: Tekst) -> Iterator[str]:
    """The register of agreements: with whom, what, where it is kept and on which days it holds (RES-13)."""
    for partner in profiel.partners:
        for een in partner.afspraak:
            van, tot = datum_kort(een.vanaf, jaar=True), datum_kort(een.tot, jaar=True) if een.tot else ""
            wanneer = t("hier.partners.van_tot", van=van, tot=tot) if tot else t("hier.partners.vanaf", van=van)
            soort = een.soort.value
            yield t("hier.partners.regel", naam=partner.naam, soort=soort, kenmerk=een.kenmerk, wanneer=wanneer)


def _snel(profiel: Gemeenteprofiel, t: Tekst) -> Iterator[str]:
    route = profiel.snelle_route
    yield _zin(t, "snel", route.vorm)
    if route.gronden:
        yield t("hier.snel.gronden", gronden=", ".join(route.gronden.values()))
    if route.netwerk_bij_eerste_signaal:
        yield t("hier.snel.netwerk")
