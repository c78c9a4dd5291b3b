"""One moment in the story of a household: what kind it was, when, who was there, and what was said or written."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.contact import Uitspraak
from kernnetwerk_app.domain.ondertekening import Keuze


class VerhaalSoort(StrEnum):
    """What kind of moment it was; the screen picks the icon and the words."""

    MELDING = "melding"
    BEZOEK = "bezoek"
    TELEFOON = "telefoon"
    INLOOP = "inloop"
    BRIEF = "brief"
    OVERLEG = "overleg"
    BERICHT = "bericht"
    GESPREK = "gesprek"
    PLAN = "plan"
    ONDERTEKENING = "ondertekening"
    REACTIE = "reactie"
    VERSTREKKING = "verstrekking"
    PAPIER = "papier"
    LIEVER = "liever"
    TAFEL = "tafel"
    DESKUNDIGE = "deskundige"
    ANTWOORD = "antwoord"


@dataclass(frozen=True, slots=True)
class VerhaalItem:
    """One moment. `citaat` = somebody else's words (voice ground), `tekst` = the worker's; `wie` did it, `met` whom.

    `keuze`, `document_id` and `gewijzigd` belong to an Ondertekening: what was chosen, its PDF when there is one, and
    whether it, or the version under it, is not what was signed any more. `gesprek_id`, `plan_id` or `gegeven_id`, the
    version that was given, is what the item stands for and opens.
    """

    soort: VerhaalSoort
    datum: date
    tijd: time | None
    wie: str | None
    met: str | None = None
    onderwerp: str | None = None
    tekst: str | None = None
    citaat: str | None = None
    citaat_van: str | None = None
    keuze: Keuze | None = None
    document_id: UUID | None = None
    gewijzigd: bool = False
    aangevraagd: tuple[str, ...] = ()
    """What was asked for with the signature."""
    niet_thuis: bool = False
    verzet: bool = False
    verzet_naar: date | None = None
    kanaal: str = ""
    uitspraak: Uitspraak | None = None
    bron: str | None = None
    volgende_stap: str | None = None
    gesprek_id: UUID | None = None
    plan_id: UUID | None = None
    gegeven_id: UUID | None = None
    kindplan: str = ""
    """The first name of the child whose own plan it is about; empty for the plan of the household."""
    erbij: str = ""
    """How far it is, under the words."""
