"""A plan with a line on which the municipality decides, and a version of it to sign."""

from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services import plan
from tests.services.opzet import Dossier

HULP = "Een vaste hulp doet de vloeren en het bad."


def met_hulp(dossier: Dossier, tekst: str = HULP, wie: str | None = "Hulp in huis", wet: str = "wmo") -> Afspraak:
    """A line of maatwerk under the first goal."""
    if not (doelen := dossier.plan().doelen):
        dossier.doel()
        doelen = dossier.plan().doelen
    plan.add_afspraak(dossier.plek, doelen[0].doel.id, tekst, Wie.PROFESSIONAL, wie)
    regel = dossier.plan().doelen[0].afspraken[-1]
    dossier.wijzig(regel, wet=wet)
    return regel


def hulpversie(dossier: Dossier) -> PlanVersie:
    met_hulp(dossier)
    return dossier.versie()
