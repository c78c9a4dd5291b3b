"""Before a plan is read together: what was not asked yet of a goal (PLAN-11), and whether anybody thought of chances.

One question at a time; what stands in the plan already is not asked again, and nothing of it holds anybody up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from kernnetwerk_app.domain.doener import noemt
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.ladder import (
    BIJDRAGE,
    NIET_NODIG,
    Trede,
    is_gebleven,
    reden_op,
    te_vragen,
    weersproken,
    woorden_op,
    zet_antwoord,
    zet_blijft,
    zet_ongevraagd,
)
from kernnetwerk_app.domain.lijst import Keuze
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, PlanStatus, loopt
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie
from kernnetwerk_app.domain.tekst import bewaar, een_regel, is_leeg, kort, opsomming
from kernnetwerk_app.services.naaste import naam_van
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst

_KORT = 240
"""So much of what was typed says which words it were; they stand whole at the goal."""
Concept = tuple[str, Mapping[str, str]]
"""The key of what is typed and not handed in yet, and all of it."""
BLIJFT = "blijft"
"""What one presses where a no holds beside what somebody does: it stays as it was said."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """One open question. With `doel` and `trede`: whether this rung contributes to that goal, with its answers; without
    them: the chances of the plan as a whole.
    """

    woorden: str
    doel: Doel | None = None
    trede: Trede | None = None
    keuzes: tuple[Keuze, ...] = ()
    wie: tuple[str, ...] = ()
    """Who do something since a no was given: then it is asked how much that helps, or whether the no stays."""
    erbij: str = ""
    """What somebody typed with that no; under a yes it would be said of something else."""

    @property
    def is_weersproken(self) -> bool:
        return bool(self.wie)


def open_vragen(plek: Werkplek, lezer: Lezer, van: Ondersteuningsplan) -> tuple[Vraag, ...]:
    """What is still to be asked, in the order of the plan; chances come last, and once."""
    vragen = []
    for doel in sorted(lezer.find(Doel, plan_id=van.id), key=lambda doel: doel.volgorde):
        if doel.vervallen_datum is not None:
            continue
        regels = [r for r in lezer.find(Afspraak, doel_id=doel.id) if r.vervallen_datum is None]
        lopend = [regel for regel in regels if loopt(regel, plek.vandaag)]
        for trede in te_vragen(doel, [regel.wie for regel in lopend]):
            lijst = plek.profiel.lijst(trede.lijst)
            vragen += [Vraag(lijst.titel, doel, trede, lijst.keuzes)] if lijst.keuzes else []
        vragen += _weersproken(plek, doel, _van_buiten(lezer, van, lopend))
    if is_leeg(van.kansen) and van.kansen_datum is None:
        vragen.append(Vraag(load_tekst("plan")("nagaan.kansen")))
    return tuple(vragen)


def _weersproken(plek: Werkplek, doel: Doel, regels: Sequence[Afspraak]) -> Iterator[Vraag]:
    t = load_tekst("plan")
    for trede in weersproken(doel, [regel.wie for regel in regels]):
        lijst = plek.profiel.lijst(trede.lijst)
        wie = tuple(dict.fromkeys(doener(regel) for regel in regels if regel.wie in trede.doeners))
        kan = [keuze for keuze in lijst.keuzes if keuze.sleutel in BIJDRAGE]
        if not kan or is_gebleven(doel, trede, wie):
            continue
        met_naam = dict.fromkeys(een_regel(r.wie_naam or "") for r in regels if r.wie in trede.doeners)
        namen, nee = opsomming([naam for naam in met_naam if naam]), lijst.label(reden_op(doel, trede))
        erbij = "" if is_leeg(woorden_op(doel, trede)) else woorden_op(doel, trede) or ""
        zin = t("nagaan.al_iemand", vraag=lijst.titel, antwoord=nee)
        vraag = [
            zin,
            *([t("nagaan.erbij", woorden=kort(erbij, _KORT))] if erbij else []),
            t("nagaan.wat_past", wie=namen) if namen else t("nagaan.wat_past_iets"),
        ]
        ja = [replace(keuze, label=t(f"nagaan.helpt_{keuze.sleutel}")) for keuze in kan]
        blijft = Keuze(BLIJFT, t("nagaan.blijft", antwoord=nee))
        yield Vraag(" ".join(vraag), doel, trede, (*ja, blijft), wie, erbij)


def _van_buiten(lezer: Lezer, van: Ondersteuningsplan, regels: Sequence[Afspraak]) -> list[Afspraak]:
    """Without those who live here and the mantelzorgers: they stand on other rungs."""
    if van.huishouden_id is None:
        return list(regels)
    elders = [een.naam for een in lezer.find(Inwoner, huishouden_id=van.huishouden_id)]
    zorgen = lezer.find(Relatie, huishouden_id=van.huishouden_id, hulpsoort=MANTELZORG)
    elders += [naam_van(lezer, relatie) for relatie in zorgen]
    return [r for r in regels if not any(naam and noemt(r.wie_naam or "", naam) for naam in elders)]


def load(plek: Werkplek, lezer: Lezer, plan_id: UUID) -> tuple[Vraag, ...]:
    """As `open_vragen`, of this plan as it stands now."""
    return open_vragen(plek, lezer, lezer.get(Ondersteuningsplan, plan_id))


def antwoord(
    plek: Werkplek,
    plan_id: UUID,
    vraag: Vraag,
    sleutel: str,
    woorden: str = "",
    herkomst: object = None,
    concept: Concept = ("", {}),
    veld: str = "",
) -> Changes:
    """One tap is answer and reason; of chances the only tap is that there is none now. What a colleague answered
    meanwhile stands: a question that is not open any more is not answered over it. `woorden`: what goes with a yes in
    the place of what was typed with the no (`Vraag.erbij`), which the log keeps. `concept`: what is still being typed,
    with those words as `veld`: they stay in it when they are not taken in.
    """
    with plek.store.write(herkomst) as werk:
        van = werk.get(Ondersteuningsplan, plan_id)
        if any(_is_zelfde(een, vraag) for een in open_vragen(plek, werk, van)):
            _zet(plek, werk, plan_id, vraag, sleutel, woorden)
            werk.keep_concept(concept[0], {naam: tekst for naam, tekst in concept[1].items() if naam != veld})
        else:
            werk.keep_concept(*concept)
        return werk.commit("plan.nagegaan", van.huishouden_id)


def niet_nodig(plek: Werkplek, plan_id: UUID, herkomst: object = None) -> Changes:
    """Resident and worker looked, and nothing is needed now: one answer to all that is open, which is printed. It is no
    answer where somebody does something already.
    """
    with plek.store.write(herkomst) as werk:
        van = werk.get(Ondersteuningsplan, plan_id)
        for vraag in open_vragen(plek, werk, van):
            if not vraag.is_weersproken:
                _zet(plek, werk, plan_id, vraag, NIET_NODIG)
        return werk.commit("plan.nagegaan", van.huishouden_id)


def noteer_reden(plek: Werkplek, werk: UnitOfWork, plan_id: UUID, reden: str) -> None:
    """Why it is not asked now, at each goal of which something is open and with the chances; the caller commits. A no
    that was given stays one, beside who does something now: with somebody else it is asked again.
    """
    van = werk.get(Ondersteuningsplan, plan_id)
    for vraag in open_vragen(plek, werk, van):
        if vraag.doel is None or vraag.trede is None:
            werk.change(van, kansen_datum=plek.vandaag, kansen_reden=reden)
        elif vraag.is_weersproken:
            werk.change(werk.get(Doel, vraag.doel.id), None, **zet_ongevraagd(vraag.trede, vraag.wie, reden))
        else:
            werk.change(werk.get(Doel, vraag.doel.id), niet_gevraagd=reden)


def kansen_zin(plan: Ondersteuningsplan) -> str | None:
    """What the story tells of chances that were thought of and are not there; None when there is nothing to tell."""
    if plan.kansen_datum is None or not is_leeg(plan.kansen) or plan.status is not PlanStatus.ACTIEF:
        return None
    t = load_tekst("plan")
    return t("nagaan.kansen_niet", reden=plan.kansen_reden) if plan.kansen_reden else t("nagaan.kansen_nu_niet")


def _is_zelfde(een: Vraag, ander: Vraag) -> bool:
    """Also what is asked about it: who does something now, and the words that stand with the no."""
    goal = een.doel and een.doel.id, ander.doel and ander.doel.id
    return goal[0] == goal[1] and (een.trede, een.wie, een.erbij) == (ander.trede, ander.wie, ander.erbij)


def _zet(plek: Werkplek, werk: UnitOfWork, plan_id: UUID, vraag: Vraag, sleutel: str, woorden: str = "") -> None:
    if vraag.doel is None or vraag.trede is None:
        werk.change(werk.get(Ondersteuningsplan, plan_id), kansen_datum=plek.vandaag, kansen_reden=None)
    elif sleutel == BLIJFT and vraag.is_weersproken:
        doel = werk.get(Doel, vraag.doel.id)
        werk.change(doel, None, **zet_blijft(doel, vraag.trede, vraag.wie))
    else:
        nieuw = bewaar(woorden).strip() if vraag.erbij else None
        werk.change(werk.get(Doel, vraag.doel.id), None, **zet_antwoord(vraag.trede, sleutel, nieuw))
