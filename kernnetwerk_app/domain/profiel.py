"""The municipality profile: everything that differs between municipalities, as data (principle 8)."""

from collections.abc import Mapping
from dataclasses import dataclass

from kernnetwerk_app.domain.doener import Doenerwoorden
from kernnetwerk_app.domain.kalender import Kalender
from kernnetwerk_app.domain.leefgebied import Leefgebiedenlijst
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.triage import Triageprofiel


@dataclass(frozen=True, slots=True)
class Kern:
    """A village and the places where people can walk in. `breedte` and `lengte` in degrees (WGS 84), where known."""

    naam: str
    plekken: tuple[str, ...]
    breedte: float | None = None
    lengte: float | None = None


@dataclass(frozen=True, slots=True)
class Stopplaats:
    """A stop of the route a resident travels, with the words under it when it still has to come."""

    sleutel: str
    naam: str
    komt: str


@dataclass(frozen=True, slots=True)
class Gemeenteprofiel:
    """One municipality's way of working. Answers and plans keep `versie`."""

    sleutel: str
    versie: int
    naam: str
    oefenen: bool
    kernen: tuple[Kern, ...]
    route: tuple[Stopplaats, ...]
    leefgebieden: Leefgebiedenlijst
    doeners: Doenerwoorden
    kalender: Kalender
    plan_titel: str
    onderzoek_norm_weken: int | None
    eerste_contact_dagen: int
    lease_dagen: int
    vergrendel_minuten: int
    lijsten: Mapping[str, Keuzelijst]
    """By name, such as `signaleerders`: the list that this municipality uses for it."""
    triage: Triageprofiel
    plan_verder: tuple[str, ...] = ()
    """Sentences of this municipality under *Zo gaat het verder*, after those that hold everywhere."""

    def lijst(self, naam: str) -> Keuzelijst:
        """The list of this name; KeyError when there is none."""
        return self.lijsten[naam]
