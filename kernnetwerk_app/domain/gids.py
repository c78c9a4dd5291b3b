"""*Wat eerst, wie, wanneer*: what is to be done now in order, so that many things stay manageable (TAAL-07)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.domain.stappenkaart import KaartHalte

MAX_REGELS = 8
"""More at once is no guide any more; what comes after these is counted."""
MAX_TEKENS = 140
"""Characters of one line: what is longer stands in the plan in full."""


@dataclass(frozen=True, slots=True)
class GidsRegel:
    """One thing to do. `dag`: on or before which day, None when no day was agreed; `bij` is what it belongs to."""

    wat: str
    wie: str
    wanneer: str
    dag: date | None = None
    bij: str = ""
    beeld: str = ""


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


def op_volgorde(regels: Iterable[GidsRegel]) -> tuple[GidsRegel, ...]:
    """What has a day first, the earliest day first; then the rest as it stood. A day that has passed comes first."""
    return tuple(sorted(regels, key=lambda regel: regel.dag or date.max))
