"""What somebody of the municipality promised: with a last day and one owner, so that it is done (RES-07)."""

from datetime import date, timedelta
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, Voor, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.kalender import Kalender
from kernnetwerk_app.domain.tekst import is_leeg


class ToezeggingZonderWoorden(KernnetwerkError):
    """Nobody can keep a promise that does not say what was promised."""

    code = "toezegging.zonder_woorden"


class ToezeggingVoorBelofte(KernnetwerkError):
    """It would have to be done before the day on which it was promised."""

    code = "toezegging.voor_belofte"


Regel = Annotated[str | None, Field(max_length=300)]


class Toezegging(Entiteit):
    """A promise, *Beloofd* on screen. Open until `gedaan_datum`; `gedaan_hoe` is how, or why not after all.

    `contact_id` or `signaal_id` is where it was promised. A promise without a dossier belongs to a signal or to nobody
    yet.
    """

    soort: ClassVar[int] = 20
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    wat: Annotated[Tekstveld, Eenheid(2)]
    aan: Annotated[Regel, Eenheid(3)] = None
    uiterlijk: Annotated[date, Eenheid(4)]
    eigenaar_id: Annotated[UUID, Eenheid(5)]
    beloofd_datum: Annotated[date, Eenheid(6)]
    gedaan_datum: Annotated[date | None, Eenheid(7)] = None
    gedaan_hoe: Annotated[Tekstveld | None, Eenheid(7)] = None
    contact_id: Annotated[UUID | None, Eenheid(8), Voor(VoorWie.PROFESSIONAL)] = None
    signaal_id: Annotated[UUID | None, Eenheid(8), Voor(VoorWie.PROFESSIONAL)] = None

    @property
    def is_open(self) -> bool:
        return self.gedaan_datum is None

    def is_te_laat(self, vandaag: date) -> bool:
        """Whether its last day has passed and it was not done."""
        return self.is_open and vandaag > self.uiterlijk


def check_toezegging(toezegging: Toezegging) -> None:
    """Refuse a promise without words, and one that had to be done before it was made."""
    if is_leeg(toezegging.wat):
        raise ToezeggingZonderWoorden
    if toezegging.uiterlijk < toezegging.beloofd_datum:
        raise ToezeggingVoorBelofte


def voorgesteld_uiterlijk(vandaag: date, dagen: int, kalender: Kalender) -> date:
    """The last day that is proposed: the municipality's own norm in days, on a day on which people work."""
    return kalender.eerste_gewone(vandaag + timedelta(days=dagen))
