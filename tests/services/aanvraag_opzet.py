"""A plan with a line on which the municipality decides, a version of it to sign, and signing it."""

from uuid import UUID

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services import ondertekening, plan
from kernnetwerk_app.services.ondertekening import TekenBeeld, Tekenvraag
from tests.services.opzet import STREPEN, Dossier

HULP = "Een vaste hulp doet de vloeren en het bad."
VRAAG = Tekenvraag(Keuze.EENS, None, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, STREPEN)


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


def beeld_van(hier: Dossier, versie: PlanVersie) -> TekenBeeld:
    with hier.plek.store.read() as lezer:
        return ondertekening.load(hier.plek, lezer, versie.id)


def teken_met(hier: Dossier, versie: PlanVersie, vraag: Tekenvraag) -> Ondertekening:
    nummer, _ = ondertekening.teken(hier.plek, versie.id, vraag)
    with hier.plek.store.read() as lezer:
        return lezer.get(Ondertekening, nummer)


def aanvragen(hier: Dossier) -> list[Aanvraag]:
    with hier.plek.store.read() as lezer:
        return lezer.find(Aanvraag, huishouden_id=hier.huishouden_id)


def regels_van(hier: Dossier, versie: PlanVersie) -> tuple[UUID, ...]:
    return tuple(regel.afspraak_id for regel in beeld_van(hier, versie).aan_te_vragen)
