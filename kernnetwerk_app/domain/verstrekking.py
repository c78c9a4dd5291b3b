"""That the outcome was given in writing: the fact at which the six weeks of the onderzoek end (Wmo 2015 art. 2.3.2)."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kernnetwerk_app.domain.base import Eenheid, Entiteit, VoorWie
from kernnetwerk_app.domain.begin import Begin
from kernnetwerk_app.domain.errors import KernnetwerkError


class VersieVervangen(KernnetwerkError):
    """There was a newer version on that day: with this one the outcome was not given."""

    code = "verstrekking.versie_vervangen"


class DagVoorVersie(KernnetwerkError):
    """Nobody can have got a version before the day on which it was frozen."""

    code = "verstrekking.dag_voor_versie"


def check_dag(dag: date, versie_van: date) -> None:
    """Refuse (`DagVoorVersie`) a day on which this version was not there yet."""
    if dag < versie_van:
        raise DagVoorVersie


class Verstrekking(Entiteit):
    """That somebody noted: this version of the plan is in the hands of the resident since `datum` (lid 8). Without a
    version it is the verslag of `melding_id`, of an onderzoek that was closed.

    One for each act of noting it, so that of two laptops the earliest day stands whatever comes first, and so that who
    takes one's own note back leaves that of a colleague. Only taking back is ever written to it, and only as true: put
    back is a note of its own. So there is nothing in it that two people could have to choose between.
    """

    soort: ClassVar[int] = 15
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    planversie_id: Annotated[UUID | None, Eenheid(2)]
    datum: Annotated[date, Eenheid(3), Begin()]
    """Earlier stores have one record per version, in which two who noted it both stand; then who was first is shown."""
    door_id: Annotated[UUID, Eenheid(4), Begin()]
    ingetrokken: Annotated[bool, Eenheid(5)] = False
    """Noted by mistake; it stays in the log and does not count."""
    melding_id: Annotated[UUID | None, Eenheid(6)] = None
    """Whose outcome it is; None in earlier stores, where a dossier had one question at a time."""
