"""The note that delivering an outcome writes: what the six weeks end at (Wmo 2015 art. 2.3.2)."""

from datetime import date
from uuid import UUID

from kernnetwerk_app.domain import verstrekking as domain
from kernnetwerk_app.domain.bezorging import Bezorging, Stuksoort
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.vertrouwen import is_voor_vertrouwd
from kernnetwerk_app.services import verstrekking
from kernnetwerk_app.services.getekend import versie_van, zelfde_stuk
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork


def noteer(plek: Werkplek, werk: UnitOfWork, een: Bezorging, dag: date) -> UUID | None:
    """The note that the outcome was given, of the papers that are that; None for any other. Nor for who only reads
    along: the law asks that the resident, or who decides for them, has it (Wmo 2015 art. 2.3.2 lid 8, NET-17).
    """
    if is_voor_vertrouwd(een.lezer):
        return None
    versie_id = versie_van(werk, een.stuk, een.van_id)
    if versie_id is not None:
        return verstrekking.noteer_versie(plek, werk, werk.get(PlanVersie, versie_id), dag)
    if een.stuk is Stuksoort.VERSLAG and een.van_id is not None:
        return verstrekking.noteer_verslag(plek, werk, werk.get(Melding, een.van_id), dag)
    return None


def check_dag(lezer: Lezer, een: Bezorging, dag: date) -> None:
    """Refuse (`DagVoorVersie`) a day before the version was there that this paper is, whoever reads it."""
    for versie in lezer.find(PlanVersie, zonder=("inhoud",), id=versie_van(lezer, een.stuk, een.van_id)):
        domain.check_dag(dag, versie.datum)


def noteer_anderen(plek: Werkplek, werk: UnitOfWork, terug: Bezorging) -> None:
    """The note stood at the first who got it; now at who got the same paper next."""
    zelfde = zelfde_stuk(werk, terug)
    gegeven = [(een.gedaan_datum, een) for een in zelfde if een.id != terug.id and een.gedaan_datum is not None]
    for dag, een in sorted(gegeven, key=lambda paar: paar[0]):
        noot_id = noteer(plek, werk, een, dag) if een.verstrekking_id is None else None
        if noot_id is not None:
            werk.change(een, verstrekking_id=noot_id)
