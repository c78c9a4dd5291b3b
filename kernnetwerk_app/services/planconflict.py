"""What stands on the paper of a plan and has two versions: it is chosen first, and no side is signed unseen."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from kernnetwerk_app.domain.base import Entiteit, eenheden, mag_zien
from kernnetwerk_app.domain.draagkracht import Draagkracht
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.ladder import Trede
from kernnetwerk_app.domain.leefgebied import Leefgebiedenlijst, LeefgebiedStatus
from kernnetwerk_app.domain.mantelzorg import Mantelzorg, mantelzorg_id
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.onderzoek import VOOR, Onderzoek, onderzoek_id
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, PlanSoort, Stap
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie
from kernnetwerk_app.domain.vraagverheldering import (
    AL_GEPROBEERD,
    WAAR_HET_OM_GAAT,
    Antwoord,
    Vraagverheldering,
    vraagverheldering_id,
)
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.oplog.units import SOORTEN, decode
from kernnetwerk_app.services.bevindingen import melding_ids
from kernnetwerk_app.services.conflict import is_oplosbaar
from kernnetwerk_app.services.kindplan import van_wie
from kernnetwerk_app.services.planinhoud import LEZER
from kernnetwerk_app.services.verstrekking import meldingen_van
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

GEDRUKT: Mapping[type[Entiteit], frozenset[str]] = {
    Ondersteuningsplan: frozenset({"plansoort", "zelf", "kansen", "terugkijk_datum"})
    | {"leverwens", "leverwens_reden", "voorlichting_datum", "netwerk", "planmaker_id", "samen_met"},
    Doel: frozenset({"volgorde", "tekst", "resultaat", "lichter_kan", "lichter_reden", "vervallen_datum"})
    | {f"{trede}_{deel}" for trede in Trede for deel in ("reden", "woorden")}
    | {"informeel_kan", "algemeen_kan", "met_hulp_van", "hulp_op_papier"},
    Stap: frozenset({"volgorde", "tekst", "gedaan_datum", "vervallen_datum"}),
    Afspraak: frozenset(Afspraak.model_fields) - {"id", "huishouden_id", "wet"},
    Melding: frozenset({"vraag"}),
    Vraagverheldering: frozenset({"aanwezig"}),
    Antwoord: frozenset({"waarde", "status", "toelichting"}),
    Onderzoek: frozenset({"nu", "verandert", "blijft_passen", "belangrijk", "eigen_plan_gebruikt"}),
    Inwoner: frozenset({"voornamen", "tussenvoegsel", "achternaam", "aanspreekvorm", "rol"}),
    Relatie: frozenset({"ander_id", "ander_naam", "hulpsoort", "gezag"}),
    Mantelzorg: frozenset({"taken", "grenzen", "steun", "inwoner_mag_zien"}),
    Draagkracht: frozenset({"datum", "meter", "draaglast", "draagkracht", "volhoudtijd", "vervallen_datum"}),
    Huishouden: frozenset({"straat", "huisnummer", "plaats", "kern", "contactpersoon_id"}),
}
"""The fields that a reader of the paper can see, or that decide what is on it."""
_ALLEEN_BEVONDEN = frozenset({"toelichting"})
"""Of an answer in the gesprek these are for colleagues; of a heading of the onderzoek they are what was found."""
ZONDER_DAG = frozenset({"gedaan_datum", "vervallen_datum"})
"""Of these the paper says that it is so, and not since when."""


class PlanHeeftTweeVersies(KernnetwerkError):
    """Something on this paper has two versions, and a person can choose: in this unit of this entity."""

    code = "plan.twee_versies"

    def __init__(self, entiteit_id: UUID, eenheid: int) -> None:
        super().__init__()
        self.entiteit_id, self.eenheid = entiteit_id, eenheid


class PlanMetNieuwereTekst(KernnetwerkError):
    """One of the versions comes from a newer program that this one cannot read, so here nobody can choose; a soft stop,
    that is passed with a reason (TEAM-04).
    """

    code = "plan.nieuwere_tekst"


def check_een_versie(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan) -> None:
    """Refuse to go on while something on the paper of this plan has two versions: first those that can be chosen.

    Raises `PlanHeeftTweeVersies`, `PlanMetNieuwereTekst`.
    """
    gedrukt = set(_gedrukt(plek, lezer, plan))
    twee = [c for c in lezer.conflicten(plan.huishouden_id) if (c.entiteit_id, c.eenheid) in gedrukt]
    for conflict in twee:
        if is_oplosbaar(conflict) and len({_op_papier(kop) for kop in conflict.koppen}) > 1:
            raise PlanHeeftTweeVersies(conflict.entiteit_id, conflict.eenheid)
    if not all(is_oplosbaar(conflict) for conflict in twee):
        raise PlanMetNieuwereTekst


def _op_papier(kop: Operation) -> str:
    """What the paper would show with this version, to compare: two colleagues may tick one step on two days."""
    soort = SOORTEN[kop.soort]
    velden = decode(soort, kop.eenheid, kop.waarde)
    return repr([(v, v in ZONDER_DAG or w) for v, w in velden.items() if v in GEDRUKT[soort] and w is not None])


def _gedrukt(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan) -> Iterator[tuple[UUID, int]]:
    """Entity and unit of everything that stands on the paper of this plan, or would with the other version."""
    for entiteit in _delen(plek, lezer, plan):
        is_weg = getattr(entiteit, "vervallen_datum", None) is not None
        gedrukt = {"vervallen_datum"} if is_weg else GEDRUKT[type(entiteit)]
        if isinstance(entiteit, Antwoord) and not entiteit.sleutel.startswith(VOOR):
            gedrukt = gedrukt - _ALLEEN_BEVONDEN
        for nummer, velden in eenheden(type(entiteit)).items():
            if not gedrukt.isdisjoint(velden):
                yield entiteit.id, nummer


def _delen(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan) -> Iterator[Entiteit]:
    """What was taken out is there too: on another laptop it may have been put back."""
    yield plan
    for doel in lezer.find(Doel, plan_id=plan.id):
        yield doel
        if doel.vervallen_datum is None:
            yield from lezer.find(Stap, doel_id=doel.id)
            yield from lezer.find(Afspraak, doel_id=doel.id)
    yield van_wie(lezer, plan)
    if plan.kind_id is not None:
        return  # nothing of either household is on it
    for gesprek in lezer.find(Vraagverheldering, id=plan.vraagverheldering_id):
        yield gesprek
        yield from lezer.find(Melding, id=gesprek.melding_id)
        if plan.plansoort is not PlanSoort.PLAN_VAN_AANPAK:
            yield from _onderzocht(lezer, plan, gesprek)
    yield from _antwoorden(plek.profiel.leefgebieden, lezer, plan)
    yield from lezer.find(Huishouden, id=plan.huishouden_id)
    yield from _naasten(lezer, plan)


def _naasten(lezer: Lezer, plan: Ondersteuningsplan) -> Iterator[Entiteit]:
    """Who signs along by gezag, and the mantelzorgers with what the plan tells of them."""
    for relatie in lezer.find(Relatie, huishouden_id=plan.huishouden_id):
        eigen_id = mantelzorg_id(relatie.id)
        verteld = [*lezer.find(Mantelzorg, id=eigen_id), *lezer.find(Draagkracht, mantelzorg_id=eigen_id)]
        if verteld or relatie.gezag is not None or relatie.hulpsoort == MANTELZORG:
            yield relatie
        yield from verteld


def _onderzocht(lezer: Lezer, plan: Ondersteuningsplan, gesprek: Vraagverheldering) -> Iterator[Entiteit]:
    """What the onderzoek of each question on it brought (PLAN-02)."""
    for melding_id in melding_ids(gesprek, meldingen_van(lezer, plan)):
        yield from lezer.find(Onderzoek, id=onderzoek_id(melding_id))
        alle = lezer.find(Antwoord, vraagverheldering_id=vraagverheldering_id(melding_id), inwoner_id=None)
        yield from (een for een in alle if een.sleutel.startswith(VOOR))


def _antwoorden(lijst: Leefgebiedenlijst, lezer: Lezer, plan: Ondersteuningsplan) -> Iterator[Antwoord]:
    """What was said of the question and of each life domain, in as far as this reader may see it; of what is left aside
    only that it is.
    """
    gegeven = {
        a.sleutel: a for a in lezer.find(Antwoord, vraagverheldering_id=plan.vraagverheldering_id, inwoner_id=None)
    }
    yield from (gegeven[sleutel] for sleutel in (WAAR_HET_OM_GAAT, AL_GEPROBEERD) if sleutel in gegeven)
    for leefgebied in lijst.leefgebieden:
        gekozen = gegeven.get(leefgebied.sleutel)
        if gekozen is not None:
            yield gekozen
        if gekozen is None or gekozen.status not in (LeefgebiedStatus.NIET_AAN_DE_ORDE, LeefgebiedStatus.WIL_NIET):
            sleutels = [leefgebied.veldsleutel(veld) for veld in leefgebied.velden if mag_zien(LEZER, veld.voor)]
            yield from (gegeven[sleutel] for sleutel in sleutels if sleutel in gegeven)
