"""The letter *U mag nu zelf een aanvraag doen*: the six weeks are over, and no outcome was given (Wmo 2.3.2 lid 9)."""

from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.domain.errors import KernnetwerkError


class NogGeenAanvraag(KernnetwerkError):
    """Within the six weeks, or once it was done, an aanvraag comes after the onderzoek (Wmo 2015 art. 2.3.2 lid 9)."""

    code = "aanvraagbrief.nog_niet"


@dataclass(frozen=True, slots=True)
class Aanvraagbrief:
    """What stands on it; nothing of why it became later, which is a note between workers."""

    gemeente: str
    aan: tuple[str, ...]
    """To whom, and for whom, a line each."""
    datum: date
    gemeld: date
    einde: date
    """The last day of the six weeks."""
    contact: str
    telefoon: str | None
    vervanging: str = ""
    """Whom to ask when that one is not there, in words of the municipality."""
