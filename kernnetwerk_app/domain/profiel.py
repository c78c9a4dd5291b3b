"""The municipality profile: everything that differs between municipalities, as data (principle 8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from kernnetwerk_app.domain.doener import Doenerwoorden
from kernnetwerk_app.domain.kalender import Kalender
from kernnetwerk_app.domain.leefgebied import Leefgebiedenlijst
from kernnetwerk_app.domain.lijst import Keuzelijst


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
    toezegging_dagen: int = 7
    """Within so many days a promise is kept, unless another day was said (RES-07)."""
    werkdag_van: time = time(9)
    werkdag_tot: time = time(17)
    bezoek_minuten: int = 60
    reistijd_minuten: int = 30
    vervanging: str = ""
    """A sentence for residents: whom to call when the contact person is not there (RES-16)."""
    plan_verder: tuple[str, ...] = ()
    """Sentences of this municipality under *Zo gaat het verder*, after those that hold everywhere."""

    def lijst(self, naam: str) -> Keuzelijst:
        """The list of this name; KeyError when there is none."""
        return self.lijsten[naam]
