"""*Zo gaat het verder*: what a resident may expect after a question, and what is asked of them (RES-06)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class KaartHalte:
    """A stop of the route, with when and with whom in a few words."""

    naam: str
    onder: str = ""
    nog_niet: bool = False
    """Before where the resident is and not behind them: there is no decision yet, and the doing has begun."""


@dataclass(frozen=True, slots=True)
class Stappenkaart:
    """All that stands on the paper, assembled for the resident. A day that is None is not promised."""

    gemeente: str
    voor: tuple[str, ...]
    """To whom it is and for whom, a line each; nothing when no name is known."""
    datum: date
    vraag: str
    ontvangen: date
    haltes: tuple[KaartHalte, ...]
    nu: int
    """The place of the stop where the resident is; as many as there are stops when all of it is behind them."""
    eerste_contact: date | None
    uiterlijk: date | None
    """The last day for the outcome on paper."""
    eigen_plan_tot: date | None
    contact: str
    telefoon: str | None
    bezoek_weten: bool = False
    """Whether something was written down for who visits. Its words are not on this paper: it lies on the table of
    everybody who lives there, and may be about one of them."""
    aangevraagd: tuple[str, ...] = ()
    """What was asked for and when, and by when we decide; a sentence each."""
    is_klaar: bool = False
    """Whether the outcome was given: then nobody is asked any more to come to the conversation."""
    inloop: str = ""
    """Where the contact person is found, and when, of whom no telephone is known."""
    wet: bool = True
    """Whether the six weeks of the Wmo are what this question has."""
