"""*Wat eerst, wie, wanneer*: what is to be done now in order, so that many things stay manageable (TAAL-07)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from kernnetwerk_app.domain.stappenkaart import KaartHalte

MAX_REGELS = 8
"""More at once is no guide any more; what comes after these is counted."""
MAX_TEKENS = 140
"""Characters of one line: what is longer stands in the plan in full."""


class Beurt(IntEnum):
    """When something is to be begun with, in the order of the paper."""

    DAG = 0
    """On a day, or before it."""
    OPEN = 1
    """Nobody said when yet."""
    LOOPT = 2
    """It begins on a day before today that a person chose."""
    BESLUIT = 3
    """After the municipality decided."""


@dataclass(frozen=True, slots=True)
class GidsRegel:
    """One thing to do. `dag`: on or before which day, None when no day was agreed; `bij` is what it belongs to."""

    wat: str
    wie: str
    wanneer: str
    dag: date | None = None
    bij: str = ""
    beeld: str = ""
    beurt: Beurt = Beurt.DAG


@dataclass(frozen=True, slots=True)
class Gids:
    """All of the paper; `regels` are in order, and may be more than fit."""

    gemeente: str
    aan: tuple[str, ...]
    datum: date
    regels: tuple[GidsRegel, ...]
    terugkijk: date | None
    contact: str
    telefoon: str | None
    haltes: tuple[KaartHalte, ...] = ()
    """The route, with when and with whom (TAAL-02)."""
    nu: int = 0

    @property
    def begint(self) -> bool:
        """Whether the first line is one to begin with: not what goes on already, nor what waits for a decision."""
        return any(regel.beurt in (Beurt.DAG, Beurt.OPEN) for regel in self.regels[:1])

    @property
    def heeft_rest(self) -> bool:
        """Whether anything after the first line is still to be begun with."""
        return any(regel.beurt is not Beurt.LOOPT for regel in self.regels[1:])

    @property
    def loopt_al(self) -> bool:
        return any(regel.beurt is Beurt.LOOPT for regel in self.regels)

    def komt_later(self, vanaf: int) -> bool:
        """Whether all lines from this place on are still to come: on a day after this one, or after a decision. Of what
        has no day nobody said so.
        """
        return all(r.beurt is Beurt.BESLUIT or (r.dag is not None and r.dag > self.datum) for r in self.regels[vanaf:])


def op_volgorde(regels: Iterable[GidsRegel]) -> tuple[GidsRegel, ...]:
    """What has a day first, the earliest day first, one that has passed before all; then what has none, what goes on
    already, and what waits for a decision, each as it stood.
    """
    return tuple(sorted(regels, key=lambda regel: (regel.beurt, regel.dag or date.max)))
