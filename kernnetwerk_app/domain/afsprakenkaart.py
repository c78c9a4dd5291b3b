"""*Onze afspraken*: for the door of the refrigerator, who does what and when, and nothing of why (PLAN-09, RES-08)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Kaartregel:
    """One agreement, and the name of its pictogram."""

    wat: str
    wie: str
    wanneer: str
    beeld: str = ""


@dataclass(frozen=True, slots=True)
class Afsprakenkaart:
    """Whoever comes in reads it: so no question, goal or reason is on it. `stappen` are to be ticked with a pen."""

    gemeente: str
    aan: tuple[str, ...]
    datum: date
    zelf: tuple[Kaartregel, ...]
    stappen: tuple[str, ...]
    anderen: tuple[Kaartregel, ...]
    terugkijk: date | None
    contact: str
    telefoon: str | None
    zelf_naam: str = ""
    """How the resident is called for who reads it in their place or beside them; empty for themselves."""
    is_deel: bool = False
    """Other lines stay off it, as was chosen with the resident."""
    inloop: str = ""
    """Where the contact person is found, and when, of whom no telephone is known."""
