"""Who works together in a municipality, what each does, and who may decide (V-02, V-03, V-11). Data of the profile."""

from dataclasses import dataclass
from enum import StrEnum

from kernnetwerk_app.domain.melding import Wet
from kernnetwerk_app.domain.profielwaarde import STRENG, Sleutel, Woorden


class Teameenheid(StrEnum):
    """For which area there is one team of this kind."""

    GEMEENTE = "gemeente"
    KERN = "kern"


@dataclass(frozen=True, slots=True)
class Team:
    """A team. `samenstelling` and `taken` name lists of the profile, in the words of the municipality's own paper."""

    __pydantic_config__ = STRENG

    sleutel: Sleutel
    naam: Woorden
    eenheid: Teameenheid
    samenstelling: str = ""
    taken: str = ""
    werktitel: bool = False
    """Whether the municipality has still to choose the name (TRI-15)."""
    bron: str = ""


class Recht(StrEnum):
    """What a role may do (TEAM-05). A role that is not given a right does not have it."""

    SIGNAAL = "signaal"
    LICHT_CONTACT = "licht contact"
    MELDING = "melding"
    EERSTE_VRAAGVERHELDERING = "eerste vraagverheldering"
    KORTDURENDE_ONDERSTEUNING = "kortdurende ondersteuning"
    OVERDRAGEN = "overdragen"
    ONDERZOEK = "onderzoek"
    PLAN = "plan"
    ADVIES = "advies"
    AANVRAAG = "aanvraag"
    BESLUIT = "besluit"
    REGIE = "regie"
    PROCESREGIE = "procesregie"


NIET_VOOR_VRIJWILLIGERS = frozenset(
    {Recht.ONDERZOEK, Recht.PLAN, Recht.AANVRAAG, Recht.BESLUIT, Recht.REGIE, Recht.PROCESREGIE}
)
"""A volunteer never holds regie, and never runs an onderzoek or an aanvraag (TEAM-09)."""


@dataclass(frozen=True, slots=True)
class Rol:
    """What someone is in a team, with what that role may do."""

    __pydantic_config__ = STRENG

    sleutel: Sleutel
    naam: Woorden
    team: str
    mag: frozenset[Recht]
    vrijwilliger: bool = False
    bron: str = ""


class Besluitsoort(StrEnum):
    """What can be decided by mandate."""

    MAATWERKVOORZIENING = "maatwerkvoorziening"
    UITKERING = "uitkering"


@dataclass(frozen=True, slots=True)
class Mandaat:
    """That a team may decide for the college: on what, under which law, of which weight (BES-03, BES-17).

    `klassen`: keys of the list of complexity of this profile; empty is all of them.
    """

    __pydantic_config__ = STRENG

    team: str
    wetten: frozenset[Wet]
    besluit: frozenset[Besluitsoort]
    grond: Woorden
    klassen: frozenset[str] = frozenset()

    def dekt(self, wet: Wet, besluit: Besluitsoort, klasse: str) -> bool:
        """Whether this decision falls within the mandate."""
        return wet in self.wetten and besluit in self.besluit and (not self.klassen or klasse in self.klassen)
