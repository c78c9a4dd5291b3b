"""Giving the outcome in writing, at which the six weeks end (Wmo 2015 art. 2.3.2); signing on paper is one of the ways.

Given follows from two kinds of facts: somebody noted it (`Verstrekking`), or somebody signed it on paper, and so had it
in hand (`Ondertekening`). Who signed on a screen, or only said something, has nothing in hand yet. The earliest day
counts.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import ValidationError

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import STUK, Ondertekening, Wijze
from kernnetwerk_app.domain.onderzoek import Onderzoek, onderzoek_id
from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanStatus
from kernnetwerk_app.domain.planversie import PlanInhoud, PlanVersie
from kernnetwerk_app.domain.verstrekking import VersieVervangen, Verstrekking, check_dag
from kernnetwerk_app.domain.vertrouwen import is_voor_vertrouwd
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering, vraagverheldering_id
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.services.bijzonderheid import check_post, check_post_plan
from kernnetwerk_app.services.getekend import bezorgingen_van, is_vervangen
from kernnetwerk_app.services.kindplan import versies_van_kinderen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Gegeven:
    """The day on which the outcome was given; `genoteerd`: it stands on a note, which can be taken back."""

    datum: date
    genoteerd: bool


def geef_mee(plek: Werkplek, planversie_id: UUID, datum: date | None = None, herkomst: object = None) -> Changes:
    """Note that this version was given to the resident, today unless it is an earlier note that is put back; nothing
    is written where it was given by then already. It is the outcome of the question of its plan, or where that was
    answered already of the earliest that was not. `InwonerIsOverleden` for who cannot get it any more,
    `VersieVervangen` where on that day there was a newer one, and `DagVoorVersie` where it was not there yet.
    """
    dag = datum or plek.vandaag
    with plek.store.write(herkomst) as werk:
        versie = werk.get(PlanVersie, planversie_id)
        check_dag(dag, versie.datum)
        if noteer_versie(plek, werk, versie, dag) is None and meegegeven(werk, versie.id) is None:
            raise VersieVervangen
        return werk.commit("plan.meegegeven", versie.huishouden_id)


def noteer_versie(plek: Werkplek, werk: UnitOfWork, versie: PlanVersie, dag: date) -> UUID | None:
    """That this version was given on this day, as part of another act: the id of the note, None where it was given by
    then already, or there was a newer one by then: what the plan does not say any more is no outcome (0014).
    """
    gegeven = meegegeven(werk, versie.id)
    if (gegeven is not None and gegeven.datum <= dag) or (
        is_vervangen(werk, versie.id, dag) and not _is_weer(werk, versie, dag)
    ):
        return None
    check_post_plan(werk, werk.get(Ondersteuningsplan, versie.plan_id))
    van = None if _is_van_kind(werk, versie) else _aan_de_beurt(werk, versie, dag)
    return _noteer(plek, werk, versie.huishouden_id, dag, versie.id, van)


def _is_weer(lezer: Lezer, versie: PlanVersie, dag: date) -> bool:
    """Whether it was noted of that day before: who puts that back says nothing new, also where it was the day of the
    newer version."""
    return bool(lezer.find(Verstrekking, planversie_id=versie.id, datum=dag, ingetrokken=True))


def noteer_verslag(plek: Werkplek, werk: UnitOfWork, melding: Melding, dag: date) -> UUID | None:
    """The same of the verslag of this melding. As long as the onderzoek goes on it is no outcome, and
    nothing is written (Wmo 2015 art. 2.3.2 lid 8).
    """
    een = werk.find_one(Onderzoek, onderzoek_id(melding.id))
    klaar = een.afgerond_datum if een is not None else None
    gegeven = uitkomst_gegeven(werk, melding)
    if klaar is None or klaar > dag or (gegeven is not None and gegeven <= dag):
        return None
    check_post(werk, melding.huishouden_id)
    return _noteer(plek, werk, melding.huishouden_id, dag, None, melding.id)


def trek_verslag_in(werk: UnitOfWork, melding_id: UUID) -> bool:
    """The onderzoek of this melding goes on after all, so what was given of it was no outcome: each note of it that is
    known here stops counting, and the six weeks run on from the melding. Whether there was one.
    """
    noten = werk.find(Verstrekking, melding_id=melding_id, planversie_id=None, ingetrokken=False)
    for noot in noten:
        werk.change(noot, ingetrokken=True)
    return bool(noten)


def _noteer(
    plek: Werkplek,
    werk: UnitOfWork,
    huishouden_id: UUID | None,
    dag: date,
    versie_id: UUID | None,
    melding_id: UUID | None,
) -> UUID:
    noot = Verstrekking(
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        planversie_id=versie_id,
        datum=dag,
        door_id=plek.medewerker.id,
        melding_id=melding_id,
    )
    return werk.add(noot).id


def neem_terug(plek: Werkplek, planversie_id: UUID, herkomst: object = None) -> Changes:
    """It was noted by mistake: every note about this version that is known here stops counting, and the six weeks run
    on. A signature on paper is no note, and stays; so does what was delivered while that note stood, on its own day.
    """
    with plek.store.write(herkomst) as werk:
        versie = werk.get(PlanVersie, planversie_id)
        vanaf = _vanaf(werk, versie)
        for genoteerd in werk.find(Verstrekking, planversie_id=planversie_id, ingetrokken=False):
            if genoteerd.datum >= vanaf:
                werk.change(genoteerd, ingetrokken=True)
        _noteer_bezorgd(plek, werk, versie, vanaf)
        return werk.commit("plan.niet_meegegeven", versie.huishouden_id)


def _noteer_bezorgd(plek: Werkplek, werk: UnitOfWork, versie: PlanVersie, vanaf: date) -> None:
    """What was delivered of this version when it counted as given already has no note; now the first of these does."""
    alle = bezorgingen_van(werk, versie.id)
    los = [een for een in alle if een.verstrekking_id is None and not is_voor_vertrouwd(een.lezer)]
    klaar = [(dag, een) for een in los if (dag := een.gedaan_datum) is not None and dag >= vanaf]
    for dag, een in sorted(klaar, key=lambda paar: paar[0]):
        if noot_id := noteer_versie(plek, werk, versie, dag):
            werk.change(een, verstrekking_id=noot_id)


def meegegeven(lezer: Lezer, planversie_id: UUID) -> Gegeven | None:
    """When this version was given, as far as that answers what was asked; None as long as it was not.

    Of a question that came after it was given, or beside the one that it answered, it is the outcome only when it is
    given once more.
    """
    versie = lezer.get(PlanVersie, planversie_id)
    if _is_van_kind(lezer, versie):
        return _eerste(keer for keer in _alle_keren(lezer, versie.huishouden_id) if keer.versie_id == planversie_id)
    if _wachtend(lezer, planversie_id, open_meldingen(lezer, versie.huishouden_id)):
        return None
    keren = [keer for keer in _keren(lezer, versie.huishouden_id) if keer.versie_id == planversie_id]
    vanaf = _vanaf(lezer, versie)
    return _eerste(keer for keer in keren if keer.datum >= vanaf)


def uitkomst_gegeven(lezer: Lezer, melding: Melding) -> date | None:
    """The day on which the outcome of this melding was given; None as long as it was not.

    A version of before the melding says nothing of it, and is not its outcome. Of several
    questions in one dossier each has its own: what answers one leaves the clock of the other running.
    """
    keren = _keren(lezer, melding.huishouden_id)
    # A note that was written while two dossiers were one stays there when they are taken apart.
    elders = lezer.find(Verstrekking, melding_id=melding.id, ingetrokken=False)
    keren += [_genoteerd(n) for n in elders if n.huishouden_id != melding.huishouden_id and _telt(lezer, n)]
    if not keren:
        return None
    gegeven = _eerste(_van_melding(lezer, lezer.find(Melding, huishouden_id=melding.huishouden_id), keren, melding.id))
    return None if gegeven is None else gegeven.datum


def plan_gegeven(lezer: Lezer, melding: Melding) -> Gegeven | None:
    """When this melding was first answered with a plan in hand; None as long as it was not."""
    keren = _keren(lezer, melding.huishouden_id)
    meldingen = lezer.find(Melding, huishouden_id=melding.huishouden_id)
    eigen = _van_melding(lezer, meldingen, keren, melding.id)
    return _eerste(keer for keer in eigen if keer.versie_id is not None)


def open_meldingen(lezer: Lezer, huishouden_id: UUID | None) -> list[Melding]:
    """The questions of this dossier of which the outcome was not given yet, the earliest first."""
    meldingen = sorted(lezer.find(Melding, huishouden_id=huishouden_id), key=lambda melding: melding.ontvangen_datum)
    return [melding for melding in meldingen if uitkomst_gegeven(lezer, melding) is None]


def meldingen_van(lezer: Lezer, plan: Ondersteuningsplan) -> list[Melding]:
    """The questions that this plan answers, its own first: they all stand on its paper. A household has one active
    plan, so that one is also about every question that has no other.
    """
    meldingen = lezer.find(Melding, huishouden_id=plan.huishouden_id)
    plannen = lezer.find(Ondersteuningsplan, huishouden_id=plan.huishouden_id, kind_id=None)
    thuis = {vraagverheldering_id(melding.id): melding for melding in meldingen}
    eigen = [thuis[plan.vraagverheldering_id]] if plan.vraagverheldering_id in thuis else []
    met_plan = {ander.vraagverheldering_id for ander in plannen}
    los = [melding for gesprek_id, melding in thuis.items() if gesprek_id not in met_plan]
    if not los:
        return eigen
    versies = {versie.id for versie in lezer.find(PlanVersie, zonder=("inhoud",), plan_id=plan.id)}
    keren = _keren(lezer, plan.huishouden_id)
    loopt = plan.status is PlanStatus.ACTIEF

    def is_hier(melding: Melding) -> bool:
        alle = _van_melding(lezer, meldingen, keren, melding.id)
        door = {keer.versie_id for keer in alle if keer.versie_id is not None}
        return bool(door & versies) if door else loopt

    return eigen + sorted(filter(is_hier, los), key=lambda melding: melding.ontvangen_datum)


def is_aangevraagd(lezer: Lezer, melding: Melding) -> bool:
    """Whether the resident asked for help already, with a signature under a version that this question stands on: what
    they asked later was not asked for there.
    """
    return any(True for _ in _aangevraagd_met(lezer, melding))


def aanvragen_van(lezer: Lezer, melding: Melding) -> list[Aanvraag]:
    """What was asked for so, the earliest first and each line once; not what was asked for in the own plan of a child,
    which the other parent reads too.
    """
    alle = [een for plan, aanvragen in _aangevraagd_met(lezer, melding) if plan.kind_id is None for een in aanvragen]
    per_regel: dict[UUID, Aanvraag] = {}
    for een in sorted(alle, key=lambda een: (een.ontvangen_datum, een.id)):
        per_regel.setdefault(een.afspraak_id, een)
    return list(per_regel.values())


def _aangevraagd_met(lezer: Lezer, melding: Melding) -> Iterator[tuple[Ondersteuningsplan, list[Aanvraag]]]:
    """Of each version that this question stands on what was asked for with it, and of which plan it is."""
    per_versie: dict[UUID, list[Aanvraag]] = {}
    for een in lezer.find(Aanvraag, huishouden_id=melding.huishouden_id):
        if een.ontvangen_datum >= melding.ontvangen_datum:
            per_versie.setdefault(een.planversie_id, []).append(een)
    for versie in lezer.find(PlanVersie, id=list(per_versie)) if per_versie else ():
        plan = lezer.find_one(Ondersteuningsplan, versie.plan_id)
        if plan is None or melding.id not in {een.id for een in meldingen_van(lezer, plan)}:
            continue
        if plan.vraagverheldering_id == vraagverheldering_id(melding.id) or _staat_op(versie, melding):
            yield plan, per_versie[versie.id]


@dataclass(frozen=True, slots=True)
class _Keer:
    """One time that a version was given."""

    datum: date
    genoteerd: bool
    versie_id: UUID | None
    """None: it was the verslag of `melding_id`."""
    melding_id: UUID | None


def _is_van_kind(lezer: Lezer, versie: PlanVersie) -> bool:
    van = lezer.find_one(Ondersteuningsplan, versie.plan_id)
    return van is not None and van.kind_id is not None


def _keren(lezer: Lezer, huishouden_id: UUID | None) -> list[_Keer]:
    """Those of `_alle_keren` that are about the household."""
    van_kinderen = versies_van_kinderen(lezer, huishouden_id)
    return [keer for keer in _alle_keren(lezer, huishouden_id) if keer.versie_id not in van_kinderen]


def _alle_keren(lezer: Lezer, huishouden_id: UUID | None) -> list[_Keer]:
    """Every time that something was given in this dossier, in the order of the days; a note before a signature. Who
    signed on paper had that text in hand, also where there was a newer one by then (0014).
    """
    noten = lezer.find(Verstrekking, huishouden_id=huishouden_id, ingetrokken=False)
    tekens = lezer.find(Ondertekening, zonder=STUK, huishouden_id=huishouden_id, wijze=Wijze.PAPIER)
    keren = [_genoteerd(noot) for noot in noten if _telt(lezer, noot)]
    keren += [_Keer(teken.datum, False, teken.planversie_id, None) for teken in tekens]
    return sorted(keren, key=lambda keer: keer.datum)


def _telt(lezer: Lezer, noot: Verstrekking) -> bool:
    """A verslag only of an onderzoek that is closed, and was by then: a colleague may have given it while it was opened
    again on another laptop. A version of the plan always.
    """
    if noot.planversie_id is not None or noot.melding_id is None:
        return True
    een = lezer.find_one(Onderzoek, onderzoek_id(noot.melding_id))
    return een is not None and een.afgerond_datum is not None and een.afgerond_datum <= noot.datum


def _genoteerd(noot: Verstrekking) -> _Keer:
    return _Keer(noot.datum, True, noot.planversie_id, noot.melding_id)


def _van_melding(
    lezer: Lezer, meldingen: Sequence[Melding], keren: Sequence[_Keer], melding_id: UUID
) -> Iterator[_Keer]:
    """What was given as the outcome of this one of the `meldingen`.

    A note says so. A signature is for the question of its plan, or else for the earliest that waits. Who signs the
    same version later signs for the same question, unless another was asked since.
    """
    klaar: dict[UUID, date] = {}
    eerder: dict[UUID, UUID] = {}
    for keer in keren:
        eigen = keer.melding_id or _welke(lezer, meldingen, keer, klaar, eerder)
        if eigen is None:
            continue
        klaar.setdefault(eigen, keer.datum)
        if keer.versie_id is not None:
            eerder[keer.versie_id] = eigen
        if eigen == melding_id:
            yield keer


def _welke(
    lezer: Lezer,
    meldingen: Sequence[Melding],
    keer: _Keer,
    klaar: Mapping[UUID, date],
    eerder: Mapping[UUID, UUID],
) -> UUID | None:
    gemeld = [melding for melding in meldingen if melding.ontvangen_datum <= keer.datum]
    if keer.versie_id is None:
        return None  # a verslag says of which melding it is
    al = eerder.get(keer.versie_id)
    sindsdien = al is not None and any(m.id not in klaar and m.ontvangen_datum > klaar[al] for m in gemeld)
    if al is not None and not sindsdien:
        return al
    return _beurt(lezer, gemeld, keer.versie_id, klaar)


def _beurt(lezer: Lezer, gemeld: Sequence[Melding], versie_id: UUID, klaar: Collection[UUID]) -> UUID | None:
    """The question that this version answers now: that of its plan, else the earliest that waits and stands on it, else
    the last that was answered.
    """
    if len(gemeld) <= 1:
        return gemeld[0].id if gemeld else None
    wacht = _wachtend(lezer, versie_id, [melding for melding in gemeld if melding.id not in klaar])
    rest = [melding for melding in gemeld if melding.id in klaar] or gemeld
    return (wacht[0] if wacht else max(rest, key=lambda melding: melding.ontvangen_datum)).id


def _wachtend(lezer: Lezer, versie_id: UUID, open_: Sequence[Melding]) -> list[Melding]:
    """Of these questions those that this version can answer: its own first, and none that has a plan of its own or was
    asked after the version was frozen, and so does not stand on that paper.
    """
    versie = lezer.find_one(PlanVersie, versie_id)
    if not open_ or versie is None:
        return []
    plannen = lezer.find(Ondersteuningsplan, huishouden_id=versie.huishouden_id, kind_id=None)
    gesprekken = {gesprek.id: gesprek for gesprek in lezer.find(Vraagverheldering, huishouden_id=versie.huishouden_id)}
    van = {plan.id: gesprek.melding_id for plan in plannen if (gesprek := gesprekken.get(plan.vraagverheldering_id))}
    thuis = van.pop(versie.plan_id, None)
    los = [een for een in open_ if een.id not in van.values() and _staat_op(versie, een)]
    kan = [melding for melding in open_ if melding.id == thuis or melding in los]
    return sorted(kan, key=lambda melding: (melding.id != thuis, melding.ontvangen_datum))


def _staat_op(versie: PlanVersie, melding: Melding) -> bool:
    """Whether this question stands on that paper; of an old version by its day."""
    erop = _erop(versie)
    return melding.id in erop if erop else melding.ontvangen_datum <= versie.datum


def _erop(versie: PlanVersie) -> frozenset[UUID]:
    """The questions that stand on the paper itself, whatever day they came in; empty when that was not kept yet, or
    another program wrote what cannot be read.
    """
    try:
        return frozenset(PlanInhoud.model_validate(codec.loads(versie.inhoud)).meldingen)
    except (ValidationError, codec.OnleesbaarBericht):
        return frozenset()


def _aan_de_beurt(lezer: Lezer, versie: PlanVersie, dag: date) -> UUID | None:
    meldingen = lezer.find(Melding, huishouden_id=versie.huishouden_id)
    klaar = {m.id: gegeven for m in meldingen if (gegeven := uitkomst_gegeven(lezer, m)) is not None and gegeven <= dag}
    return _beurt(lezer, [m for m in meldingen if m.ontvangen_datum <= dag], versie.id, klaar)


def _vanaf(lezer: Lezer, versie: PlanVersie) -> date:
    """What was given before the latest melding came, is no outcome of it."""
    if _is_van_kind(lezer, versie):
        return date.min
    meldingen = lezer.find(Melding, huishouden_id=versie.huishouden_id)
    return max((melding.ontvangen_datum for melding in meldingen), default=date.min)


def _eerste(keren: Iterable[_Keer]) -> Gegeven | None:
    """The earliest; signed counts before noted, for a signature cannot be taken back."""
    eerste = min(keren, key=lambda keer: (keer.datum, keer.genoteerd), default=None)
    return None if eerste is None else Gegeven(eerste.datum, eerste.genoteerd)
