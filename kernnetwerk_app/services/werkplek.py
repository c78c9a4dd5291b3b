"""Where a service works: which store, which worker, which municipality, which day. Passed in, never looked up."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.base import uuid7
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.team import ZONDER_DOSSIER, MagNiet, Recht
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.store.casestore import CaseStore


@dataclass(frozen=True, slots=True)
class Werkplek:
    """One worker at one unlocked laptop."""

    store: CaseStore
    klok: Klok
    profiel: Gemeenteprofiel
    medewerker: Medewerker

    @property
    def vandaag(self) -> date:
        return self.klok.vandaag()

    @property
    def rechten(self) -> frozenset[Recht]:
        """What this worker may do here; the one answer for every screen and service (TEAM-05)."""
        return self.profiel.rechten(self.medewerker.functie)

    def mag(self, recht: Recht) -> bool:
        return recht in self.rechten

    @property
    def mag_dossiers(self) -> bool:
        """Whether this worker may open dossiers: whoever has work to do in one."""
        return werkt_in_dossiers(self.profiel, self.medewerker)

    def check_mag(self, recht: Recht) -> None:
        """Refuse (`MagNiet`) what the municipality does not give to this worker's functie."""
        if not self.mag(recht):
            raise MagNiet

    def new_id(self) -> UUID:
        """A new time-ordered id, by this workplace's clock."""

        return uuid7(int(self.klok.nu().timestamp() * 1000))


def werkt_in_dossiers(profiel: Gemeenteprofiel, medewerker: Medewerker) -> bool:
    """Whether this colleague can be asked to do something in a dossier."""
    return bool(profiel.rechten(medewerker.functie) - ZONDER_DOSSIER)
