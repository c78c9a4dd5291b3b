"""Who works together in a municipality, what each does, and who may decide (V-02, V-03, V-11). Data of the profile."""

from dataclasses import dataclass
from enum import StrEnum

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.domain.melding import Wet
from kernnetwerk_app.domain.profielwaarde import STRENG, Sleutel, Woorden


class MagNiet(KernnetwerkError):
    """The profile does not give this part of the work to this worker's function (TEAM-05, EVV-20)."""

    code = "team.mag_niet"


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
    TRIAGE = "triage"
    OVERDRAGEN = "overdragen"
    ONDERZOEK = "onderzoek"
    PLAN = "plan"
    ADVIES = "advies"
    AANVRAAG = "aanvraag"
    BESLUIT = "besluit"
    REGIE = "regie"
    PROCESREGIE = "procesregie"
    SOCIALE_KAART = "sociale kaart"
    """To propose entries of the sociale kaart and to write on the page of a kern; everybody may read the kaart."""


ZONDER_DOSSIER = frozenset({Recht.SIGNAAL, Recht.LICHT_CONTACT, Recht.SOCIALE_KAART})
"""What one can do without opening a dossier. Who has any other right may open them."""
VOOR_VRIJWILLIGERS = frozenset({Recht.SIGNAAL, Recht.LICHT_CONTACT})
"""All that a municipality can give to a volunteer: who sees no dossier holds no regie, and runs no onderzoek and no
aanvraag (TEAM-09; docs/besluiten/0019)."""


@dataclass(frozen=True, slots=True)
class Rol:
    """What someone is in a team, with what that role may do, and the functies of those who have it.

    Whoever has several roles may do what any of them may. `team` is empty for who is in none, such as the beheerder.
    """

    __pydantic_config__ = STRENG

    sleutel: Sleutel
    naam: Woorden
    team: str
    functies: frozenset[Functie]
    mag: frozenset[Recht]
    bron: str = ""

    @property
    def is_voor_vrijwilligers(self) -> bool:
        return Functie.VRIJWILLIGER in self.functies


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
