"""Where a service works: which store, which worker, which municipality, which day. Passed in, never looked up."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.base import uuid7
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
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

    def new_id(self) -> UUID:
        """A new time-ordered id, by this workplace's clock."""

        return uuid7(int(self.klok.nu().timestamp() * 1000))
