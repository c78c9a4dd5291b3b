"""What is told after a melding: that it came in, and what the resident can do with it (Wmo 2015 art. 2.3.2 lid 1-3)."""

from datetime import date
from enum import StrEnum

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.melding import Melding


class EigenPlanInToekomst(KernnetwerkError):
    """A plan of one's own cannot have been handed in on a day that is still to come."""

    code = "mededeling.eigen_plan_in_toekomst"


class Mededeling(StrEnum):
    """One thing to tell (RES-03, RES-04, RES-06). The value is how its three fields in `Melding` begin: `_datum`,
    `_door_id` and `_wijze` follow.
    """

    STAPPENKAART = "stappenkaart_gegeven"
    ONTVANGST = "ontvangst_bevestigd"
    PERSOONLIJK_PLAN = "persoonlijk_plan_genoemd"
    CLIENTONDERSTEUNING = "clientondersteuning_genoemd"
    MANTELZORGER = "mantelzorger_gewezen"

    def dag(self, melding: Melding) -> date | None:
        """On which day this was told; None as long as it was not."""
        dag: date | None = getattr(melding, f"{self.value}_datum")
        return dag


OP_DE_KAART = (Mededeling.ONTVANGST, Mededeling.PERSOONLIJK_PLAN, Mededeling.CLIENTONDERSTEUNING)
"""What a resident reads on *Zo gaat het verder*: who gets that paper is told all of it that it says that day."""


def check_eigen_plan(ingeleverd: date | None, vandaag: date) -> None:
    """Refuse a plan of one's own of a day that is still to come."""
    if ingeleverd is not None and ingeleverd > vandaag:
        raise EigenPlanInToekomst
