"""That the outcome was given in writing: the fact at which the six weeks of the onderzoek end (Wmo 2015 art. 2.3.2)."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kernnetwerk_app.domain.base import Eenheid, Entiteit, VoorWie
from kernnetwerk_app.domain.begin import Begin, begin_id


class Verstrekking(Entiteit):
    """A version of the plan in the hands of the resident, since `datum`; signed or not (lid 8 asks only to give).

    A record of its own: the version itself is never written again. Two who note it made one fact together.
    """

    soort: ClassVar[int] = 15
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    planversie_id: Annotated[UUID, Eenheid(2)]
    datum: Annotated[date, Eenheid(3), Begin()]
    door_id: Annotated[UUID, Eenheid(4), Begin()]


def verstrekking_id(planversie_id: UUID) -> UUID:
    """The fixed id of the fact about one version."""
    return begin_id(planversie_id, Verstrekking)
