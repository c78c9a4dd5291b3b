"""When a line of the plan is done, for a paper or screen with room for a few words (PLAN-06, PLAN-07)."""

from kernnetwerk_app.domain.afstemming import begint_na_besluit
from kernnetwerk_app.domain.plan import Afspraak
from kernnetwerk_app.teksten import load


def wanneer(afspraak: Afspraak, anders: str = "") -> str:
    """How often and when, in its own words, else `anders`; of help that nobody decided on yet, that it begins after the
    decision. `afspraak` with all its fields: the law that tells so is not for the resident.
    """
    if not begint_na_besluit(afspraak):
        return afspraak.moment or anders
    straks = load("papier")("doel.na_besluit")
    return f"{afspraak.moment}, {straks}" if afspraak.moment else straks
