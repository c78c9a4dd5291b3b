"""Whether a person chose the day on which a line of the plan begins, or the program put it there (PLAN-07, 0027.1)."""

from typing import Final

from kernnetwerk_app.domain.base import eenheid_van
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.oplog.units import decode, is_readable
from kernnetwerk_app.store.queries import Lezer

_EENHEID: Final = eenheid_van(Afspraak, "begin_datum")
_VULT: Final = (eenheid_van(Afspraak, "wie"), eenheid_van(Afspraak, "wet"))
"""What makes the program put a day there, or take it away. Who does it is written with the line itself too."""


def is_gekozen(lezer: Lezer, afspraak: Afspraak) -> bool:
    """Whether a person chose the day on which this line begins, by the log: it was written apart from the line itself,
    from who does it, from the law and from reading the plan together, which fills in what was emptied. A day that
    comes back after another that was typed (*Ongedaan maken*) is what it was before. What cannot be read here a person
    may have chosen.
    """
    if afspraak.begin_datum is None:
        return False
    operaties = lezer.geschiedenis(afspraak.id, _EENHEID)
    if not all(is_readable(Afspraak, _EENHEID, een.waarde) for een in operaties):
        return True
    met_reden = {(een.id.device_no, een.txn) for nummer in _VULT for een in lezer.geschiedenis(afspraak.id, nummer)}
    dagen: list[tuple[object, bool, tuple[int, int]]] = []
    for een in operaties:
        dag = decode(Afspraak, _EENHEID, een.waarde).get("begin_datum")
        if not dagen or dagen[-1][0] != dag:  # else only the day of looking back is another
            in_een = een.id.device_no, een.txn
            dagen.append((dag, in_een not in met_reden, in_een))
    nu = max((n for n, (dag, *_) in enumerate(dagen) if dag == afspraak.begin_datum.isoformat()), default=-1)
    if nu < 0:
        return True
    while nu > 1 and dagen[nu][1] and dagen[nu - 1][1] and dagen[nu - 2][0] == dagen[nu][0]:
        nu -= 2
    if nu > 0 and dagen[nu][1] and dagen[nu - 1][0] is None:
        return dagen[nu][2] not in _samen_gelezen(lezer, afspraak)
    return dagen[nu][1]


def _samen_gelezen(lezer: Lezer, afspraak: Afspraak) -> frozenset[tuple[int, int]]:
    """The saves in which a plan of this dossier was read together: no person types a day in those. Two plans that were
    joined are one, so of which it was tells nothing.
    """
    doel = lezer.find_one(Doel, afspraak.doel_id)
    if doel is None:
        return frozenset()
    plannen, van = {doel.plan_id}, lezer.find_one(Ondersteuningsplan, doel.plan_id)
    if van is not None:
        plannen |= {een.id for een in lezer.find(Ondersteuningsplan, huishouden_id=van.huishouden_id)}
    versies = lezer.find(PlanVersie, zonder=("inhoud",), plan_id=[*plannen])
    return frozenset(keer for versie in versies for keer in lezer.geschreven_in(PlanVersie, versie.id))
