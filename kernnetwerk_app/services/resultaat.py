"""How we will see that a goal was reached (PLAN-20): what was said of it, else what we look at on that day."""

from collections.abc import Sequence
from datetime import date

from kernnetwerk_app.domain.datum import dag_en_maand
from kernnetwerk_app.domain.plan import Afspraak, Doel, loopt
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.planerf import dagen_van
from kernnetwerk_app.teksten import load


def terugvraag(doel: Doel, afspraken: Sequence[Afspraak], terugkijk: date | None, vandaag: date) -> str | None:
    """The proposal for a goal of which nobody said it, confirmed by reading it together; None where it was said.

    `terugkijk`: the day of the plan, chosen or as it will be taken over. A day that is no longer to come is not named.
    """
    if not is_leeg(doel.resultaat):
        return None
    t = load("papier")
    dag = None if terugkijk is None else _dag(afspraken, terugkijk, vandaag)
    if dag is None or dag <= vandaag:
        return t("doel.terugvraag_open")
    return t("doel.terugvraag", datum=dag_en_maand(dag, jaar=True))


def _dag(afspraken: Sequence[Afspraak], terugkijk: date, vandaag: date) -> date:
    """The day of the plan; later when none of what goes on under this goal is looked back on by then."""
    dagen = (dagen_van(een, terugkijk, vandaag)[1] for een in afspraken if loopt(een, vandaag))
    return max(terugkijk, min(dagen, default=terugkijk))
