"""*Wat eerst, wie, wanneer*: what is to be done now in order, so that many things stay manageable (TAAL-07)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from kernnetwerk_app.domain.stappenkaart import KaartHalte

MAX_REGELS = 9
"""More at once is no guide any more; what comes after these is counted."""
MAX_TEKENS = 140
"""Characters of one line: what is longer stands in the plan in full."""


class Beurt(IntEnum):
    """Why something stands where it stands, in the order of the paper."""

    NU = 0
    """On this day or a day that has passed, or nobody said when yet."""
    AGENDA = 1
    """On a day that is still to come, or from it."""
    LOOPT = 2
    """It begins on a day before today that a person chose."""
    BESLUIT = 3
    """After the municipality decided."""


_EERST = {Beurt.NU: 4, Beurt.AGENDA: 2, Beurt.BESLUIT: 2}
"""How many of each come before any other."""


@dataclass(frozen=True, slots=True)
class GidsRegel:
    """One thing to do. `dag`: on or before which day, None when no day was agreed; `bij` is what it belongs to."""

    wat: str
    wie: str
    wanneer: str
    dag: date | None = None
    bij: str = ""
    beeld: str = ""
    beurt: Beurt = Beurt.NU
    doel: str = ""
    """The goal that `bij` names: of several after each other it is enough to name it once."""
    is_beloofd: bool = False
    """We promised it, so it is nothing for the resident to do."""


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

    def gekozen(self, aantal: int) -> tuple[GidsRegel, ...]:
        """So many lines, in order: of what is to be done now, of the calendar and of what waits for a decision the
        first ones before all others, so that a long list of one leaves something of each.
        """
        plaats = {id(regel): nummer for nummer, regel in enumerate(self.regels)}
        eerst = [regel for beurt, hoeveel in _EERST.items() for regel in self._van(beurt)[:hoeveel]]
        rest = [regel for regel in self.regels if not any(regel is een for een in eerst)]
        return tuple(sorted((*eerst, *rest)[:aantal], key=lambda regel: plaats[id(regel)]))

    def _van(self, beurt: Beurt) -> list[GidsRegel]:
        return [regel for regel in self.regels if regel.beurt is beurt]


def beurt_op(dag: date | None, vandaag: date) -> Beurt:
    """What has a day that is to come stands in the calendar; all else is to be done now."""
    return Beurt.AGENDA if dag is not None and dag > vandaag else Beurt.NU


def op_volgorde(regels: Iterable[GidsRegel]) -> tuple[GidsRegel, ...]:
    """By turn; in the calendar by day. All else stays as it stood: of a goal its first step comes before its lines."""
    return tuple(sorted(regels, key=_plaats))


def _plaats(regel: GidsRegel) -> tuple[Beurt, date]:
    return regel.beurt, (regel.dag or date.max) if regel.beurt is Beurt.AGENDA else date.min
