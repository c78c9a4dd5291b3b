"""*Het verslag van het gesprek*: the written outcome of the onderzoek, for the resident (Wmo 2015 art. 2.3.2 lid 8)."""

from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.domain.planversie import InhoudLeefgebied
from kernnetwerk_app.domain.stappenkaart import KaartHalte

Feit = tuple[str, str]
"""What it is, and the words of it."""


@dataclass(frozen=True, slots=True)
class Reactie:
    """What somebody said of the plan that came of it: how they are called, of which version, the choice as it reads,
    their words. `is_lezer`: the one who reads this, who is *u*.
    """

    naam: str
    is_lezer: bool
    versie: int
    keuze: str
    woorden: str


@dataclass(frozen=True, slots=True)
class Afgesproken:
    """One line of the plan in short: the rest stands in the plan itself."""

    wat: str
    wie: str
    wanneer: str


@dataclass(frozen=True, slots=True)
class Gespreksverslag:
    """Everything on the paper, in its order; what is empty gets no heading. `is_af`: the onderzoek was closed;
    `gaat_verder`: it was not, and no outcome was given nor help asked for yet. `is_gegeven`: an outcome was.
    """

    gemeente: str
    aan: tuple[str, ...]
    datum: date
    is_af: bool
    gaat_verder: bool
    is_gegeven: bool
    feiten: tuple[Feit, ...]
    vraag: str
    waar_het_om_gaat: tuple[Feit, ...]
    gesprekken: tuple[Feit, ...]
    meegedacht: tuple[Feit, ...]
    """What was asked of a deskundige with a yes of the resident, and what came back (OND-15)."""
    eigen_plan: tuple[Feit, ...]
    leefgebieden: tuple[InhoudLeefgebied, ...]
    bekeken: tuple[Feit, ...]
    later: tuple[Feit, ...]
    intussen: tuple[Feit, ...]
    doelen: tuple[str, ...]
    afspraken: tuple[Afgesproken, ...]
    plan: str
    """Which plan the agreements are from, in a sentence; or that there is none yet."""
    haltes: tuple[KaartHalte, ...]
    nu: int
    verder: tuple[str, ...]
    reacties: tuple[Reactie, ...]
    afschrift: tuple[str, ...]
    """That it was given, or is still to come."""
