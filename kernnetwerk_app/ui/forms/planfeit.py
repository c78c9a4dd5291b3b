"""The one soft fact in the foot of the plan: what is still missing. It stops nobody."""

from kernnetwerk_app.domain.datum import dag_en_maand
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.services import planconcept
from kernnetwerk_app.services.ladder import Ladders
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.teksten import load


def feit(beeld: PlanBeeld, ladders: Ladders) -> str:
    """The sentence; empty when nothing is missing."""
    gemis = planconcept.eerste_gemis(beeld, ladders)
    if gemis is None or beeld.plan.is_afgesloten:
        return ""
    dag = dag_en_maand(beeld.terugkijk, jaar=True) if beeld.terugkijk else ""
    return load("plan")(f"mist.{gemis.sleutel}", regel=_welke(gemis.afspraak), nummer=gemis.doel or 0, dag=dag)


def _welke(afspraak: Afspraak | None) -> str:
    """Which line is meant: by its doer, or by its first words."""
    if afspraak is None:
        return ""
    if afspraak.wie is not Wie.INWONER and afspraak.wie_naam:
        return afspraak.wie_naam
    woorden = afspraak.tekst.split()
    return " ".join(woorden[:4]) + (" ..." if len(woorden) > 4 else "")
