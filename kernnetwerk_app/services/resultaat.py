"""How we will see that a goal was reached (PLAN-20): what was said of it, else what we ask on the day we look back."""

from datetime import date

from kernnetwerk_app.domain.datum import dag_en_maand
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.planversie import PlanInhoud
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.teksten import load


def terugvraag(doel: Doel, terugkijk: date | None) -> str | None:
    """The proposal for a goal of which nobody said it, confirmed by reading it together; None where it was said."""
    if not is_leeg(doel.resultaat):
        return None
    t = load("papier")
    if terugkijk is None:
        return t("doel.terugvraag_open")
    return t("doel.terugvraag", datum=dag_en_maand(terugkijk, jaar=True))


def van_toen(nieuw: PlanInhoud, oud: PlanInhoud) -> PlanInhoud:
    """The plan without the proposals where a version is of before there were any: they make no other plan of it."""
    if all(doel.terugvraag is not None or not is_leeg(doel.resultaat) for doel in oud.doelen):
        return nieuw
    doelen = (doel.model_copy(update={"terugvraag": None}) for doel in nieuw.doelen)
    return nieuw.model_copy(update={"doelen": tuple(doelen)})
