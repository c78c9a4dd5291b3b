"""Where a deed is done: who does it, at which laptop, in which story; and what the stories made so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.services.werkplek import Werkplek

HUISHOUDEN, MELDING, GESPREK, PLAN, SIGNAAL, OVERDRACHT = (
    "huishouden",
    "melding",
    "gesprek",
    "plan",
    "signaal",
    "overdracht",
)


@dataclass(frozen=True, slots=True)
class Toneel:
    """`gemaakt` is shared by all deeds: the id of what a story made, by `story/name`."""

    plek: Werkplek
    verhaal: str
    vandaag: date
    medewerkers: Mapping[str, UUID]
    gemaakt: dict[str, UUID]

    def id(self, naam: str) -> UUID:
        """What this story made under this name."""
        return self.gemaakt[f"{self.verhaal}/{naam}"]

    def keep(self, naam: str, gemaakt_id: UUID) -> None:
        self.gemaakt[f"{self.verhaal}/{naam}"] = gemaakt_id

    @property
    def huishouden_id(self) -> UUID:
        return self.id(HUISHOUDEN)

    def melding(self) -> Melding:
        with self.plek.store.read() as lezer:
            return lezer.get(Melding, self.id(MELDING))

    def resolve(self, waarde: Any) -> Any:
        """`{dagen = 3}` is three days from today, `{leeftijd = 8}` the day of birth of who is eight, `{wie = "joris"}`
        that worker, `{id = "gum/huishouden"}` what a story made; the rest is what it says.
        """
        if isinstance(waarde, list):
            return [self.resolve(deel) for deel in waarde]
        if not isinstance(waarde, dict):
            return waarde
        match list(waarde.items()):
            case [("dagen", int(dagen))]:
                return self.vandaag + timedelta(days=dagen)
            case [("leeftijd", int(jaren))]:
                return (self.vandaag - timedelta(days=jaren * 366 + 90)).isoformat()
            case [("wie", str(wie))]:
                return self.medewerkers[wie]
            case [("id", str(naam))]:
                return self.gemaakt[naam if "/" in naam else f"{self.verhaal}/{naam}"]
            case delen:
                return {sleutel: self.resolve(deel) for sleutel, deel in delen}
