"""Practising: five things that one does once to know the way. Each ticks itself, from what stands in the store."""

from dataclasses import dataclass
from enum import StrEnum

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.store.queries import Lezer


class Oefenstap(StrEnum):
    """In the order of a working day; the value is the key of its sentence."""

    MELDING = "melding"
    AANTEKENING = "aantekening"
    GESPREK = "gesprek"
    PLAN = "plan"
    TEKENEN = "tekenen"


_BLIJKT_UIT: dict[Oefenstap, type[Entiteit]] = {
    Oefenstap.MELDING: Melding,
    Oefenstap.AANTEKENING: Contact,
    Oefenstap.GESPREK: Antwoord,
    Oefenstap.PLAN: Doel,
    Oefenstap.TEKENEN: Ondertekening,
}
"""Of which kind a record that was made on this laptop shows that the step was done."""


@dataclass(frozen=True, slots=True)
class Oefening:
    """One step, and whether it was done on this laptop."""

    stap: Oefenstap
    gedaan: bool


def load(lezer: Lezer) -> tuple[Oefening, ...]:
    """The steps as they stand now."""
    hier = lezer.soorten_van_hier()
    return tuple(Oefening(stap, soort.soort in hier) for stap, soort in _BLIJKT_UIT.items())
