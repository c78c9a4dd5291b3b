"""Making the plan together: goals as said, steps, and who does what; then freezing it for reading and signing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID

from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.doener import Bekende
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import (
    Afspraak,
    Doel,
    Ondersteuningsplan,
    PlanStatus,
    PlanZonderDoel,
    Stap,
    Wie,
    check_afspraak,
    check_doel,
    check_nieuw_plan,
    nieuw_plan_id,
)
from kernnetwerk_app.domain.planversie import PlanInhoud, PlanVersie
from kernnetwerk_app.domain.tekst import bewaar, is_leeg
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services.afzien import regels_tegen
from kernnetwerk_app.services.bijzonderheid import check_post_plan
from kernnetwerk_app.services.conflict import is_oplosbaar
from kernnetwerk_app.services.doener import Kaartblik, bekenden, kaartblik, raad
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.kindplan import PlanZonderGesprek as PlanZonderGesprek
from kernnetwerk_app.services.kindplan import van_wie
from kernnetwerk_app.services.planconflict import PlanMetNieuwereTekst, check_een_versie
from kernnetwerk_app.services.planerf import (
    check_actief,
    check_toezegging,
    erf,
    met_achtervang,
    terugkijk_op,
    terugkijk_vanzelf,
)
from kernnetwerk_app.services.planinhoud import build_inhoud
from kernnetwerk_app.services.planpaar import andere_plannen
from kernnetwerk_app.services.planversie import is_zelfde_versie, nieuwe_versie
from kernnetwerk_app.services.planversie import read_inhoud as read_inhoud
from kernnetwerk_app.services.planwijziging import Bases, verander
from kernnetwerk_app.services.relatie import niet_aanspreken
from kernnetwerk_app.services.tekst import maak
from kernnetwerk_app.services.typen import Veldadres, VeldIsLeeg, forget_reden
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

R = TypeVar("R", Stap, Afspraak)


@dataclass(frozen=True, slots=True)
class DoelBeeld:
    """A goal with its steps and lines, in order; `bases` by entity id, for whoever edits them."""

    doel: Doel
    stappen: tuple[Stap, ...]
    afspraken: tuple[Afspraak, ...]


@dataclass(frozen=True, slots=True)
class PlanBeeld:
    """Everything the plan screen shows. `inhoud` is the paper as it would be now."""

    plan: Ondersteuningsplan
    inwoner: Inwoner
    vraag: str
    doelen: tuple[DoelBeeld, ...]
    versies: tuple[PlanVersie, ...]
    inhoud: PlanInhoud
    bases: Mapping[UUID, Bases]
    conflicten: Mapping[UUID, int]
    """What has two versions: entity id and the merge unit that a person has to choose in."""
    bekenden: tuple[Bekende, ...]
    """Whom a new line may name without more."""
    andere: tuple[Ondersteuningsplan, ...] = ()
    """Other active plans of this household, to join (PLAN-01)."""
    terugkijk: date | None = None
    """The day we look back: chosen, else the next one."""
    terugkijk_vanzelf: date | None = None
    """The day it is where none is chosen, or when the chosen one is taken out."""
    lijsten: Mapping[str, Keuzelijst] = field(default_factory=dict)
    """The lists of this municipality, for the words of what was chosen."""
    niet_aanspreken: frozenset[UUID] = frozenset()
    """Lines of somebody in the network with whom the resident does not want us to speak yet (NET-04)."""
    liever_niet: Mapping[UUID, str] = field(default_factory=dict)
    """Of lines with a helper whom somebody would rather not have, that in a sentence (RES-15)."""
    kaart: Kaartblik = field(default_factory=Kaartblik)
    """How one looks on the sociale kaart for a line of it."""

    def adres(self, entiteit: Entiteit, veld: str) -> Veldadres:
        """The address of one text field, for autosave."""
        soort = type(entiteit)
        eenheid = next(nummer for nummer, velden in eenheden(soort).items() if veld in velden)
        return Veldadres(soort, entiteit.id, veld, eenheid, self.bases[entiteit.id].get(eenheid, ()))


def begin(plek: Werkplek, huishouden_id: UUID, herkomst: object = None) -> tuple[UUID, Changes]:
    """The active plan of the household, else a new one that the resident owns (PLAN-01, PLAN-04).

    Raises `PlanZonderGesprek`: a plan is about what was said there.
    """
    with plek.store.write(herkomst) as werk:
        bestaande = werk.find(Ondersteuningsplan, huishouden_id=huishouden_id, kind_id=None)
        actief = [plan for plan in bestaande if plan.status is PlanStatus.ACTIEF]
        if actief:
            return actief[0].id, werk.commit("plan.geopend", huishouden_id)
        check_nieuw_plan(bestaande)
        gesprek = _gesprek_nu(werk, huishouden_id)
        nieuw = werk.add(
            Ondersteuningsplan(
                id=nieuw_plan_id(huishouden_id, bestaande),
                huishouden_id=huishouden_id,
                vraagverheldering_id=gesprek.id,
                eigenaar_id=hoofdpersoon(werk, huishouden_id).id,
                planmaker_id=plek.medewerker.id,
                planmaker_rol=plek.medewerker.functie.value,
            )
        )
        return nieuw.id, werk.commit("plan.begonnen", huishouden_id)


def _gesprek_nu(lezer: Lezer, huishouden_id: UUID) -> Vraagverheldering:
    """The gesprek about the latest question, else the last one that was begun; `PlanZonderGesprek`."""
    gesprekken = lezer.find(Vraagverheldering, huishouden_id=huishouden_id)
    if not gesprekken:
        raise PlanZonderGesprek
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    return next((g for g in gesprekken if meldingen and g.melding_id == meldingen[-1].id), gesprekken[-1])


def add_doel(
    plek: Werkplek,
    plan_id: UUID,
    tekst: str,
    herkomst: object = None,
    concept: str = "",
    leefgebied: str | None = None,
) -> tuple[UUID, Changes]:
    """A goal, exactly as the resident said it, where it is known of this life domain; takes in what was kept as
    `concept`.
    """
    with plek.store.write(herkomst) as werk:
        plan = werk.get(Ondersteuningsplan, plan_id)
        volgorde = len(werk.find(Doel, plan_id=plan_id)) + 1
        doel = maak(
            Doel,
            id=plek.new_id(),
            huishouden_id=plan.huishouden_id,
            plan_id=plan_id,
            volgorde=volgorde,
            tekst=tekst,
            leefgebied=leefgebied,
        )
        check_doel(doel)
        werk.add(doel)
        werk.keep_concept(concept, {})
        return doel.id, werk.commit("plan.doel", plan.huishouden_id)


def add_stap(plek: Werkplek, doel_id: UUID, tekst: str, herkomst: object = None, concept: str = "") -> Changes:
    """A step small enough to tick; takes in what was kept as `concept`. Raises `VeldIsLeeg`, `TekstTeLang`."""
    with plek.store.write(herkomst) as werk:
        doel = werk.get(Doel, doel_id)
        stap = maak(
            Stap,
            id=plek.new_id(),
            huishouden_id=doel.huishouden_id,
            doel_id=doel_id,
            volgorde=len(werk.find(Stap, doel_id=doel_id)) + 1,
            tekst=tekst,
        )
        if is_leeg(stap.tekst):
            raise VeldIsLeeg
        werk.add(stap)
        werk.keep_concept(concept, {})
        return werk.commit("plan.stap", doel.huishouden_id)


def tik_stap(plek: Werkplek, stap_id: UUID, gedaan: bool, herkomst: object = None) -> Changes:
    """Tick a step, or take the tick away."""
    with plek.store.write(herkomst) as werk:
        stap = werk.get(Stap, stap_id)
        werk.change(stap, gedaan_datum=plek.vandaag if gedaan else None)
        return werk.commit("plan.stap_gedaan", stap.huishouden_id)


def add_afspraak(
    plek: Werkplek,
    doel_id: UUID,
    zin: str,
    wie: Wie | None = None,
    wie_naam: str | None = None,
    wanneer: str | None = None,
    herkomst: object = None,
    concept: str = "",
) -> tuple[UUID, Changes]:
    """A line as one talks; who does it is guessed from the sentence unless given. It starts today.

    Takes in what was kept as `concept`. Raises as `zet_regel`.
    """
    with plek.store.write(herkomst) as werk:
        afspraak = zet_regel(plek, werk, doel_id, zin, (wie, wie_naam), wanneer)
        werk.keep_concept(concept, {})
        return afspraak.id, werk.commit("plan.afspraak", afspraak.huishouden_id)


def zet_regel(
    plek: Werkplek,
    werk: UnitOfWork,
    doel_id: UUID,
    zin: str,
    door: tuple[Wie | None, str | None],
    wanneer: str | None = None,
    aangeboden: str | None = None,
) -> Afspraak:
    """A new line within a save; `door`: the kind of doer, guessed where it is None, and the name. Raises
    `AfspraakZonderWoorden`, `TerugkijkVoorBegin`, `TekstTeLang`, `RegelTeLang`.
    """
    doel = werk.get(Doel, doel_id)
    plan = werk.get(Ondersteuningsplan, doel.plan_id)
    wie, naam = door
    geraden, naam = raad(plek, zin, bekenden(plek, werk, plan)) if wie is None else (wie, naam)
    afspraak = maak(
        Afspraak,
        id=plek.new_id(),
        huishouden_id=doel.huishouden_id,
        doel_id=doel_id,
        volgorde=len(werk.find(Afspraak, doel_id=doel_id)) + 1,
        wie=geraden,
        wie_naam=naam,
        tekst=zin,
        wanneer=wanneer or None,
        begin_datum=plek.vandaag,
        terugkijk_datum=plan.terugkijk_datum,
        aangeboden=aangeboden,
    )
    afspraak = afspraak.model_copy(update=met_achtervang(plek, werk, afspraak))
    check_afspraak(afspraak)
    check_toezegging(plek, afspraak)
    return werk.add(afspraak)


def change(
    plek: Werkplek, soort: type[Entiteit], entiteit_id: UUID, bases: Bases, herkomst: object = None, **velden: object
) -> Changes:
    """Change fields of the plan, a goal, a step or a line; `bases` as the form loaded them."""
    with plek.store.write(herkomst) as werk:
        nieuw = verander(plek, werk, soort, entiteit_id, bases, velden)
        return werk.commit("plan.gewijzigd", nieuw.huishouden_id)


def load(plek: Werkplek, lezer: Lezer, plan_id: UUID) -> PlanBeeld:
    """The plan as it stands now, with the paper it would give."""
    plan = lezer.get(Ondersteuningsplan, plan_id)
    doelen, terug = _doelen(lezer, plan_id), terugkijk_op(plek, plan)
    straks = plan.model_copy(update={"terugkijk_datum": terug})  # the day that reading it together gives it
    inhoud = build_inhoud(plek, lezer, straks, [(d.doel, d.stappen, d.afspraken) for d in doelen])
    regels = [afspraak for beeld in doelen for afspraak in beeld.afspraken]
    entiteiten: list[Entiteit] = [plan]
    for beeld in doelen:
        entiteiten += [beeld.doel, *beeld.stappen, *beeld.afspraken]
    thuis = plan.huishouden_id if plan.kind_id is None else None  # at a child's own plan the other parent reads along
    return PlanBeeld(
        plan=plan,
        inwoner=van_wie(lezer, plan),
        vraag=inhoud.vraag,
        doelen=doelen,
        versies=tuple(sorted(lezer.find(PlanVersie, plan_id=plan_id), key=lambda versie: versie.nummer)),
        inhoud=inhoud,
        bases=lezer.bases_van(entiteit.id for entiteit in entiteiten),
        conflicten={c.entiteit_id: c.eenheid for c in lezer.conflicten(plan.huishouden_id) if is_oplosbaar(c)},
        bekenden=bekenden(plek, lezer, plan),
        andere=andere_plannen(lezer, plan),
        lijsten=plek.profiel.lijsten,
        terugkijk=terug,
        terugkijk_vanzelf=terugkijk_vanzelf(plek),
        liever_niet=regels_tegen(plek, lezer, thuis, regels),
        niet_aanspreken=frozenset(niet_aanspreken(lezer, thuis, regels, plek.vandaag)),
        kaart=kaartblik(plek, lezer, thuis),
    )


def stel_vast(
    plek: Werkplek, plan_id: UUID, herkomst: object = None, reden: str = "", concept: str = ""
) -> tuple[PlanVersie, Changes]:
    """Freeze the plan as it stands for reading and signing; the same content gives the version that was there already.

    Raises `PlanZonderDoel` when there is nothing to agree with, what `check_vrijwilliger` does, `PlanHeeftTweeVersies`
    and `PlanMetNieuwereTekst` when it does not say one thing, `WaardeTeGroot` when it is too much to keep as one,
    `InwonerIsOverleden`. `reden` passes the third of these, and then stands on that paper; takes in what was kept as
    `concept`.
    """
    with plek.store.write(herkomst) as werk:
        plan = werk.get(Ondersteuningsplan, plan_id)
        check_post_plan(werk, plan)
        if not (doelen := _doelen(werk, plan_id)):
            raise PlanZonderDoel
        for afspraak in (regel for doel in doelen for regel in doel.afspraken):
            check_actief(plek, afspraak)
        ongelezen = _ongelezen(plek, werk, plan, reden)
        if ongelezen is None:  # else this would write over words that this program cannot read
            plan = erf(plek, werk, plan)
        doelen = _doelen(werk, plan_id)
        eerdere = sorted(werk.find(PlanVersie, plan_id=plan_id), key=lambda versie: versie.nummer)
        inhoud = build_inhoud(plek, werk, plan, [(d.doel, d.stappen, d.afspraken) for d in doelen])
        inhoud = inhoud.model_copy(update={"ongelezen": ongelezen})
        forget_reden(werk, concept)
        if eerdere and is_zelfde_versie(werk, inhoud, eerdere[-1]):
            return eerdere[-1], werk.commit("plan.gelezen", plan.huishouden_id)
        versie = nieuwe_versie(plek, werk, plan, inhoud.model_copy(update={"nummer": len(eerdere) + 1}))
        return versie, werk.commit("plan.vastgesteld", plan.huishouden_id)


def is_veranderd(plek: Werkplek, lezer: Lezer, versie_id: UUID) -> bool:
    """Whether the plan says something else by now than this version of it: then freezing would give a new one."""
    versie = lezer.get(PlanVersie, versie_id)
    try:
        plan = lezer.get(Ondersteuningsplan, versie.plan_id)
        doelen = _doelen(lezer, plan.id)
        inhoud = build_inhoud(plek, lezer, plan, [(d.doel, d.stappen, d.afspraken) for d in doelen])
    except BestaatNiet:  # a part of it is still on its way
        return False
    return not is_zelfde_versie(lezer, inhoud, versie)


def _ongelezen(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan, reden: str) -> str | None:
    """The reason, when it was needed."""
    try:
        check_een_versie(plek, lezer, plan)
    except PlanMetNieuwereTekst:
        if is_leeg(reden):
            raise
        return bewaar(reden)
    return None


def _doelen(lezer: Lezer, plan_id: UUID) -> tuple[DoelBeeld, ...]:
    doelen = [doel for doel in lezer.find(Doel, plan_id=plan_id) if doel.vervallen_datum is None]
    ids = [doel.id for doel in doelen]
    stappen, afspraken = _lopend(lezer.find(Stap, doel_id=ids)), _lopend(lezer.find(Afspraak, doel_id=ids))
    return tuple(
        DoelBeeld(doel, tuple(stappen.get(doel.id, ())), tuple(afspraken.get(doel.id, ())))
        for doel in sorted(doelen, key=lambda doel: doel.volgorde)
    )


def _lopend(regels: Iterable[R]) -> dict[UUID, list[R]]:
    """By goal what goes on, in order."""
    van_doel: dict[UUID, list[R]] = {}
    for regel in sorted((r for r in regels if r.vervallen_datum is None), key=lambda r: r.volgorde):
        van_doel.setdefault(regel.doel_id, []).append(regel)
    return van_doel
