"""Practising: five things that one does once to know the way. Each ticks itself, from what stands in the store."""

from dataclasses import dataclass
from enum import StrEnum

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.store.queries import Lezer


class Oefenstap(StrEnum):
    """In the order of a working day; the value is the key of its sentence."""

    INLOOP = "inloop"
    MELDING = "melding"
    GESPREK = "gesprek"
    PLAN = "plan"
    TEKENEN = "tekenen"


_BLIJKT_UIT: dict[Oefenstap, type[Entiteit]] = {
    Oefenstap.INLOOP: Inloopcontact,
    Oefenstap.MELDING: Melding,
    Oefenstap.GESPREK: Antwoord,
    Oefenstap.PLAN: Doel,
    Oefenstap.TEKENEN: Ondertekening,
}
"""Of which kind a record that was made on this laptop shows that the step was done. What the practice municipality
begins with was made on the laptops of colleagues, so nothing of it counts.
"""


@dataclass(frozen=True, slots=True)
class Oefening:
    """One step, and whether it was done on this laptop."""

    stap: Oefenstap
    gedaan: bool


def load(lezer: Lezer) -> tuple[Oefening, ...]:
    """The steps as they stand now."""
    hier = lezer.soorten_van_hier()
    return tuple(Oefening(stap, soort.soort in hier) for stap, soort in _BLIJKT_UIT.items())
