"""What a line of the plan takes over so that nobody types it: its begin and the day we look back (PLAN-07), and with a
volunteer also the last day and on whom they fall back (NET-12, NET-14). Help on which the municipality decides takes
over no begin: it begins after that.
"""

from datetime import date

from kernnetwerk_app.domain.afstemming import is_maatwerk
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, Wie
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vrijwilligersregel import check_einde, check_taak, check_vrijwilliger
from kernnetwerk_app.services.adres import kern_voor
from kernnetwerk_app.services.begindag import is_gekozen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork


def met_achtervang(plek: Werkplek, lezer: Lezer, afspraak: Afspraak) -> dict[str, object]:
    """The fields that a volunteer line still lacks: the contact person to fall back on, and the last day allowed."""
    if afspraak.wie is not Wie.VRIJWILLIGER:
        return {}
    velden: dict[str, object] = {}
    if afspraak.eind_datum is None:
        velden["eind_datum"] = _uiterlijk(plek, afspraak)
    if is_leeg(afspraak.achtervang) and is_leeg(afspraak.achtervang_bereik):
        (huishouden,) = lezer.find(Huishouden, id=afspraak.huishouden_id)
        contact = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker
        bereik = contact.telefoon
        if bereik is None and not _is_van_kind(lezer, afspraak):  # both parents would read where the other lives
            bereik = toegangspunt(plek, kern_voor(plek, lezer, huishouden.id))
        velden |= {"achtervang": contact.naam, "achtervang_bereik": bereik}
    return velden


def _is_van_kind(lezer: Lezer, afspraak: Afspraak) -> bool:
    doel = lezer.find_one(Doel, afspraak.doel_id)
    plan = lezer.find_one(Ondersteuningsplan, doel.plan_id) if doel is not None else None
    return plan is not None and plan.kind_id is not None


def toegangspunt(plek: Werkplek, kern: str) -> str | None:
    """Where somebody without a telephone is found: the way in of this kern, else of the first that has one."""
    kernen = sorted(plek.profiel.kernen, key=lambda een: een.naam != kern)
    punt = next((punt for een in kernen for punt in een.toegang), None)
    return None if punt is None else ", ".join(deel for deel in (punt.plek, punt.wanneer) if deel)


def check_toezegging(plek: Werkplek, afspraak: Afspraak) -> None:
    """Refuse what can never be: a critical task or a time beyond what is allowed, for a volunteer."""
    check_taak(afspraak, _taken(plek))
    check_einde(afspraak, _uiterlijk(plek, afspraak))


def check_actief(plek: Werkplek, afspraak: Afspraak) -> None:
    """Refuse a line that cannot be agreed as it is."""
    check_vrijwilliger(afspraak, _taken(plek), _uiterlijk(plek, afspraak))


def _taken(plek: Werkplek) -> list[str]:
    return [keuze.label for keuze in plek.profiel.lijst("kritische_taken").keuzes]


def _uiterlijk(plek: Werkplek, afspraak: Afspraak) -> date:
    return plek.profiel.vrijwilliger_duur.na(afspraak.begin_datum or plek.vandaag)


def terugkijk_op(plek: Werkplek, plan: Ondersteuningsplan) -> date:
    """The day we look back: the one that was chosen, else the one of its own accord."""
    return plan.terugkijk_datum or terugkijk_vanzelf(plek)


def terugkijk_vanzelf(plek: Werkplek) -> date:
    """As far from today as the municipality looks back (V-07)."""
    return plek.profiel.terugkijk_duur.na(plek.vandaag)


def erf(plek: Werkplek, werk: UnitOfWork, plan: Ondersteuningsplan) -> Ondersteuningsplan:
    """Give the plan its day, and each line the begin and the day that it has not; what a person chose stays.

    Called when the plan is read together: from then on no line is without (PLAN-07), but for the begin of help under a
    law, which is after the decision or on a day that a person chose.
    """
    terug = terugkijk_op(plek, plan)
    if plan.terugkijk_datum is None:
        plan = werk.change(plan, terugkijk_datum=terug)
    for doel in werk.find(Doel, plan_id=plan.id):
        for afspraak in werk.find(Afspraak, doel_id=doel.id):
            if doel.vervallen_datum is None and afspraak.vervallen_datum is None:
                _erf_regel(plek, werk, afspraak, terug)
    return plan


def _erf_regel(plek: Werkplek, werk: UnitOfWork, afspraak: Afspraak, terug: date) -> None:
    """A line that begins after the plan is looked back on is looked back on when it begins, not before."""
    eigen = afspraak.model_copy(update=begin_na_besluit(werk, afspraak))
    begin, terugkijk = dagen_van(eigen, terug, plek.vandaag)
    if (begin, terugkijk) != (afspraak.begin_datum, afspraak.terugkijk_datum):
        werk.change(afspraak, begin_datum=begin, terugkijk_datum=terugkijk)


def dagen_van(afspraak: Afspraak, terug: date, vandaag: date) -> tuple[date | None, date]:
    """The begin of a line and the day it is looked back on: chosen, else taken over; `terug`: of the plan. Help on
    which the municipality decides has no begin before that.
    """
    begin = afspraak.begin_datum
    if begin is None and not is_maatwerk(afspraak):
        begin = begin_vanzelf(afspraak, vandaag)
    return begin, afspraak.terugkijk_datum or max(begin or vandaag, terug)


def begin_vanzelf(afspraak: Afspraak, vandaag: date) -> date:
    """From when a line is done for which nobody chose a day: today, and not after it is looked back on or over."""
    return min(dag for dag in (vandaag, afspraak.terugkijk_datum, afspraak.eind_datum) if dag is not None)


def begin_na_besluit(lezer: Lezer, afspraak: Afspraak) -> dict[str, date | None]:
    """That a line on which the municipality decides has no begin, where it was taken over and no person chose it.
    Nothing for any other line.
    """
    if afspraak.begin_datum is None or not is_maatwerk(afspraak) or is_gekozen(lezer, afspraak):
        return {}
    return {"begin_datum": None}
