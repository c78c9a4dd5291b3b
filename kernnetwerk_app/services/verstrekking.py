"""Giving the outcome in writing, at which the six weeks end (Wmo 2015 art. 2.3.2); signing is one of the ways.

Given follows from two kinds of facts: somebody noted it (`Verstrekking`), or somebody signed, and so had it in hand
(`Ondertekening` on the screen or on paper). What was only said gives nothing. The earliest day counts.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import GETEKEND, STUK, Ondertekening
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer


@dataclass(frozen=True, slots=True)
class Gegeven:
    """The day on which the outcome was given; `genoteerd`: it stands on a note, which can be taken back."""

    datum: date
    genoteerd: bool


def geef_mee(plek: Werkplek, planversie_id: UUID, datum: date | None = None, herkomst: object = None) -> Changes:
    """Note that this version was given to the resident, today unless it is an earlier note that is put back; nothing
    is written where it was given by then already. `InwonerIsOverleden` for who cannot get it any more.
    """
    dag = datum or plek.vandaag
    with plek.store.write(herkomst) as werk:
        versie = werk.get(PlanVersie, planversie_id)
        gegeven = meegegeven(werk, planversie_id)
        if gegeven is None or gegeven.datum > dag:
            check_post(werk, versie.huishouden_id)
            werk.add(
                Verstrekking(
                    id=plek.new_id(),
                    huishouden_id=versie.huishouden_id,
                    planversie_id=versie.id,
                    datum=dag,
                    door_id=plek.medewerker.id,
                )
            )
        return werk.commit("plan.meegegeven", versie.huishouden_id)


def neem_terug(plek: Werkplek, planversie_id: UUID, herkomst: object = None) -> Changes:
    """It was noted by mistake: every note about this version that is known here stops counting, and the six weeks run
    on. A signature is no note, and stays.
    """
    with plek.store.write(herkomst) as werk:
        versie = werk.get(PlanVersie, planversie_id)
        vanaf = _vanaf(werk, versie)
        for genoteerd in werk.find(Verstrekking, planversie_id=planversie_id, ingetrokken=False):
            if genoteerd.datum >= vanaf:
                werk.change(genoteerd, ingetrokken=True)
        return werk.commit("plan.niet_meegegeven", versie.huishouden_id)


def meegegeven(lezer: Lezer, planversie_id: UUID) -> Gegeven | None:
    """When this version was given as the outcome of the latest melding; None as long as it was not."""
    vanaf = _vanaf(lezer, lezer.get(PlanVersie, planversie_id))
    return _gegeven(lezer, vanaf, planversie_id=planversie_id)


def uitkomst_gegeven(lezer: Lezer, melding: Melding) -> date | None:
    """The day on which the outcome of this melding was given; None as long as it was not.

    A plan that stands unchanged keeps its version, so one of before the melding can be its outcome too.
    """
    gegeven = _gegeven(lezer, melding.ontvangen_datum, huishouden_id=melding.huishouden_id)
    return None if gegeven is None else gegeven.datum


def _vanaf(lezer: Lezer, versie: PlanVersie) -> date:
    """What was given before the latest melding came, is no outcome of it."""
    meldingen = lezer.find(Melding, huishouden_id=versie.huishouden_id)
    return meldingen[-1].ontvangen_datum if meldingen else date.min


def _gegeven(lezer: Lezer, vanaf: date, **welke: UUID | None) -> Gegeven | None:
    waar: dict[str, Any] = dict(welke)
    genoteerd = [note.datum for note in lezer.find(Verstrekking, ingetrokken=False, **waar)]
    getekend = [o.datum for o in lezer.find(Ondertekening, zonder=STUK, wijze=GETEKEND, **waar)]
    datum = min((dag for dag in (*genoteerd, *getekend) if dag >= vanaf), default=None)
    return None if datum is None else Gegeven(datum, datum not in getekend)
