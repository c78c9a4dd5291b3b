"""What varies between municipalities, from `resources/profielen` and `resources/lijsten` into frozen values."""

from collections.abc import Mapping
from functools import cache

from kernnetwerk_app.domain.doener import Doenerwoorden
from kernnetwerk_app.domain.kalender import Kalender
from kernnetwerk_app.domain.leefgebied import Leefgebiedenlijst
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.profielbestanden import lijsten, profiel
from kernnetwerk_app.profielbestanden.bestanden import geleverd
from kernnetwerk_app.profielbestanden.fouten import ProfielOngeldig as ProfielOngeldig
from kernnetwerk_app.profielbestanden.fouten import ProfielTeNieuw as ProfielTeNieuw


@cache
def load_profiel(sleutel: str) -> Gemeenteprofiel:
    """The profile with this key that ships with the program; `ProfielOngeldig` names the place of a fault."""
    return profiel.lees_profiel(geleverd(), sleutel)


@cache
def load_leefgebieden(sleutel: str) -> Leefgebiedenlijst:
    """The list of life domains with this key; every domain asks the same questions."""
    return lijsten.lees_leefgebieden(geleverd(), sleutel)


@cache
def load_doeners(sleutel: str) -> Doenerwoorden:
    """The words by which the plan sees who does a line, from the list with this key."""
    return lijsten.lees_doeners(geleverd(), sleutel)


@cache
def load_lijsten(eigen: tuple[tuple[str, str], ...] = ()) -> Mapping[str, Keuzelijst]:
    """All lists to choose from, by name. `eigen`: name and key of the lists for which a municipality has its own."""
    return lijsten.lees_lijsten(geleverd(), dict(eigen))


@cache
def load_kalender() -> Kalender:
    """The days that the law names, with those set by royal decree."""
    return lijsten.lees_kalender(geleverd())
