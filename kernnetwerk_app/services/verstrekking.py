"""Giving the outcome in writing, at which the six weeks end (Wmo 2015 art. 2.3.2); signing is one of the ways."""

from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.verstrekking import Verstrekking, verstrekking_id
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork


def geef_mee(plek: Werkplek, planversie_id: UUID, herkomst: object = None) -> Changes:
    """Note that this version was given to the resident today; once is enough."""
    with plek.store.write(herkomst) as werk:
        versie = werk.get(PlanVersie, planversie_id)
        leg_vast(plek, werk, versie, plek.vandaag)
        return werk.commit("plan.meegegeven", versie.huishouden_id)


def leg_vast(plek: Werkplek, werk: UnitOfWork, versie: PlanVersie, datum: date) -> None:
    """The fact, within the save of an act that gives the outcome; of two days the earlier one is the day."""
    bestaand = werk.find_one(Verstrekking, verstrekking_id(versie.id))
    if bestaand is None:
        werk.add(
            Verstrekking(
                id=verstrekking_id(versie.id),
                huishouden_id=versie.huishouden_id,
                planversie_id=versie.id,
                datum=datum,
                door_id=plek.medewerker.id,
            )
        )
    elif datum < bestaand.datum:
        werk.change(bestaand, datum=datum)


def meegegeven_op(lezer: Lezer, planversie_id: UUID) -> date | None:
    """The day on which this version was given; None as long as it was not."""
    verstrekt = lezer.find_one(Verstrekking, verstrekking_id(planversie_id))
    return None if verstrekt is None else verstrekt.datum


def uitkomst_gegeven(lezer: Lezer, melding: Melding) -> date | None:
    """The day on which the outcome of this melding was given; None as long as it was not."""
    verstrekt = lezer.find(Verstrekking, huishouden_id=melding.huishouden_id)
    dagen = (verstrekking.datum for verstrekking in verstrekt)
    return min((dag for dag in dagen if dag >= melding.ontvangen_datum), default=None)
