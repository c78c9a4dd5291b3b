"""What a line of the plan takes over so that nobody types it: its begin and the day we look back (PLAN-07)."""

from datetime import date

from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.unit_of_work import UnitOfWork


def terugkijk_op(plek: Werkplek, plan: Ondersteuningsplan) -> date:
    """The day we look back: the one that was chosen, else as far from today as the municipality does (V-07)."""
    return plan.terugkijk_datum or plek.profiel.terugkijk_duur.na(plek.vandaag)


def erf(plek: Werkplek, werk: UnitOfWork, plan: Ondersteuningsplan) -> Ondersteuningsplan:
    """Give the plan its day, and each line the begin and the day that it has not; what a person chose stays.

    Called when the plan is read together: from then on no line is without (PLAN-07).
    """
    terug = terugkijk_op(plek, plan)
    if plan.terugkijk_datum is None:
        plan = werk.change(plan, terugkijk_datum=terug)
    for doel in werk.find(Doel, plan_id=plan.id):
        for afspraak in werk.find(Afspraak, doel_id=doel.id):
            _erf_regel(plek, werk, afspraak, terug)
    return plan


def _erf_regel(plek: Werkplek, werk: UnitOfWork, afspraak: Afspraak, terug: date) -> None:
    """A line that begins after the plan is looked back on is looked back on when it begins, not before."""
    if afspraak.vervallen_datum is not None or (afspraak.begin_datum and afspraak.terugkijk_datum):
        return
    begin = afspraak.begin_datum or min(plek.vandaag, afspraak.terugkijk_datum or plek.vandaag)
    werk.change(afspraak, begin_datum=begin, terugkijk_datum=afspraak.terugkijk_datum or max(begin, terug))
