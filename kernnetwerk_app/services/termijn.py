"""The clocks of a dossier: each running term with its sum, computed here and now, without any connection (OND-01)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.termijn import BerekendeTermijn, Urgentie, bereken
from kernnetwerk_app.domain.wettermijn import ONDERZOEK, Duur, Norm, Tijdseenheid


@dataclass(frozen=True, slots=True)
class LopendeTermijn:
    """A running term of one dossier, as of `vandaag`."""

    huishouden_id: UUID
    voor: str
    """Who it is about, as shown in a list."""
    som: BerekendeTermijn
    vandaag: date

    @property
    def dagen_over(self) -> int:
        return self.som.dagen_over(self.vandaag)

    @property
    def urgentie(self) -> Urgentie:
        return self.som.urgentie(self.vandaag)


def onderzoek_termijn(profiel: Gemeenteprofiel, melding: Melding, toelichting: str = "") -> BerekendeTermijn:
    """The six weeks of the onderzoek from the date of the melding, with the municipality's own norm beside them."""
    normen = (
        (Norm(Duur(profiel.onderzoek_norm_weken, Tijdseenheid.WEKEN)),) if profiel.onderzoek_norm_weken else ()
    )
    return bereken(ONDERZOEK, melding.ontvangen_datum, profiel.kalender, normen=normen, toelichting=toelichting)
