"""The own plan of a child that lives in two households: beside the plan of each, reached from both (PLAN-01).

Only what is about the child stands in it. Of either household nothing gets in: no answer of a gesprek, no address, no
mantelzorger. Who decides about the child reads it, and may sign it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import InwonerIsOverleden
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.naamgenoot import naamsleutel
from kernnetwerk_app.domain.ondertekening import STUK, Ondertekening
from kernnetwerk_app.domain.plan import (
    Afspraak,
    Doel,
    Ondersteuningsplan,
    PlanStatus,
    Stap,
    check_nieuw_plan,
    nieuw_plan_id,
)
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import Relatie, geldt, is_kind
from kernnetwerk_app.domain.samenvoeging import Samenvoeging, Soort, opgegaan_in
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.domain.verblijf import geldt as verblijft
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.domain.verzoek import Verzoek
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services.bijzonderheid import gestopt, overleden_op
from kernnetwerk_app.services.getekend import versie_van
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon, leden
from kernnetwerk_app.services.relatie import als_bekend
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer


class KindInEenHuis(KernnetwerkError):
    """Only a child of two households has a plan of its own; else its goals stand in that of the household."""

    code = "plan.kind_in_een_huis"


class PlanZonderGesprek(BestaatNiet):
    """There is no gesprek yet that a plan could be about."""

    code = "plan.zonder_gesprek"


_DEEL_VAN: tuple[tuple[type[Entiteit], str, tuple[str, ...]], ...] = (
    (Doel, "plan_id", ()),
    (Stap, "doel_id", ()),
    (Afspraak, "doel_id", ()),
    (PlanVersie, "plan_id", ("inhoud",)),
    (Ondertekening, "planversie_id", STUK),
    (Aanvraag, "planversie_id", ()),
    (Verstrekking, "planversie_id", ()),
)
"""What hangs from a plan: kind, the field that points to what it is of, and what is too large to read here."""


@dataclass(frozen=True, slots=True)
class Gezien:
    """A plan of a child, going on or closed, as seen from a household, until the day that the child left there."""

    plan: Ondersteuningsplan
    kind: Inwoner
    tot: date = date.max

    @property
    def naam(self) -> str:
        return self.kind.roepnaam


@dataclass(frozen=True, slots=True)
class Kindplan:
    """A child that has, or may have, a plan of its own; `plan_id` is None as long as nobody began it, or where it is
    closed. `gesloten`: the one that was closed last, where none goes on. `kan_beginnen`: it lives in two places.
    """

    kind: Inwoner
    plan_id: UUID | None
    gesloten: Ondersteuningsplan | None = None
    kan_beginnen: bool = True

    @property
    def naam(self) -> str:
        return self.kind.roepnaam

    @property
    def te_lezen(self) -> UUID | None:
        """The plan that one opens: that goes on, else that was closed last."""
        return self.gesloten.id if self.plan_id is None and self.gesloten is not None else self.plan_id


def kindplannen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[Kindplan, ...]:
    """The children of two households that are seen from this dossier: those who belong to it, and those who live here
    a part of the week. A plan stays in sight of the dossier of the child, also after the stay ended.
    """
    gevonden: dict[UUID, Kindplan] = {}
    for kind in (*leden(lezer, huishouden_id), *_te_gast(plek, lezer, huishouden_id)):
        actief, gesloten, kan = _actief(lezer, kind.id), _gesloten(lezer, kind.id), is_kind_van_twee(plek, lezer, kind)
        if actief:
            gevonden.setdefault(kind.id, Kindplan(kind, actief[0].id, kan_beginnen=kan))
        elif gesloten is not None or kan:
            gevonden.setdefault(kind.id, Kindplan(kind, None, gesloten, kan))
    return tuple(gevonden.values())


def is_kind_van_twee(plek: Werkplek, lezer: Lezer, mens: Inwoner) -> bool:
    """Whether this is a child that lives elsewhere too now."""
    return is_kind(mens, plek.vandaag) and any(_verblijven(lezer, mens.id, plek.vandaag))


def begin(plek: Werkplek, kind_id: UUID, herkomst: object = None) -> tuple[UUID, Changes]:
    """The own plan of this child that goes on, else a new one of which the child is the owner. Two laptops that begin
    it, each from another household, begin one.

    Raises `KindInEenHuis`, `PlanZonderGesprek`.
    """
    with plek.store.write(herkomst) as werk:
        kind = kind_van(werk, kind_id)
        thuis = [*huizen(plek, werk, kind)]
        ook = [huis for huis in thuis if huis != kind.huishouden_id]  # each dossier keeps that somebody opened it
        bestaande = plannen_van(werk, kind.id)
        actief = _actief(werk, kind.id)
        if actief:
            return actief[0].id, werk.commit("plan.geopend", kind.huishouden_id, ook=ook)
        if not is_kind_van_twee(plek, werk, kind):
            raise KindInEenHuis
        check_nieuw_plan(bestaande)
        gesprekken = werk.find(Vraagverheldering, huishouden_id=thuis)
        if not gesprekken:
            raise PlanZonderGesprek
        nieuw = werk.add(
            Ondersteuningsplan(
                id=nieuw_plan_id(kind.id, bestaande),
                huishouden_id=kind.huishouden_id,
                vraagverheldering_id=gesprekken[-1].id,
                eigenaar_id=kind.id,
                planmaker_id=plek.medewerker.id,
                planmaker_rol=plek.medewerker.functie.value,
                kind_id=kind.id,
            )
        )
        return nieuw.id, werk.commit("plan.begonnen", kind.huishouden_id, ook=ook)


def open_plan(plek: Werkplek, een: Kindplan, herkomst: object = None) -> tuple[UUID, Changes]:
    """The plan of this child that goes on, or was closed last, to read it: both dossiers keep that (RES-02). One is
    begun where there was none. Raises as `begin`.
    """
    gesloten = een.gesloten
    if een.plan_id is not None or gesloten is None:
        return begin(plek, een.kind.id, herkomst)
    with plek.store.write(herkomst) as werk:
        ook = [huis for huis in huizen(plek, werk, een.kind) if huis != gesloten.huishouden_id]
        return gesloten.id, werk.commit("plan.geopend", gesloten.huishouden_id, ook=ook)


def gezien(lezer: Lezer, huishouden_id: UUID) -> tuple[Gezien, ...]:
    """Every own plan of a child that belongs here, or lives or lived here a part of the week: what happened with it
    both dossiers tell.
    """
    alle = {plan.id: Gezien(plan, kind) for kind in leden(lezer, huishouden_id) for plan in plannen_van(lezer, kind.id)}
    tot: dict[UUID, date] = {}
    for stay in _gasten(lezer, huishouden_id):
        tot[stay.inwoner_id] = max(stay.eind_datum or date.max, tot.get(stay.inwoner_id, date.min))
    for kind_id, dag in tot.items():
        for plan in plannen_van(lezer, kind_id):
            alle.setdefault(plan.id, Gezien(plan, kind_van(lezer, kind_id), dag))
    return tuple(alle.values())


def van_wie(lezer: Lezer, plan: Ondersteuningsplan) -> Inwoner:
    """Whose plan it is: the child, or the resident whose question it is."""
    return hoofdpersoon(lezer, plan.huishouden_id) if plan.kind_id is None else kind_van(lezer, plan.kind_id)


def kind_van(lezer: Lezer, kind_id: UUID) -> Inwoner:
    """This child as it is shown: who turned out to be one with another is that one."""
    return lezer.get(Inwoner, alle_ids(lezer, kind_id)[0])


def vind_kind(lezer: Lezer, kind_id: UUID | None) -> Inwoner | None:
    """As `kind_van`; None without a child, or where it did not come to this laptop yet."""
    return lezer.find_one(Inwoner, alle_ids(lezer, kind_id)[0]) if kind_id is not None else None


def huizen(plek: Werkplek, lezer: Lezer, kind: Inwoner) -> Iterator[UUID]:
    """The dossiers of the households in which the child lives now, as far as they are on this laptop; its own first."""
    if kind.huishouden_id is not None:
        yield kind.huishouden_id
    for stay in _verblijven(lezer, kind.id, plek.vandaag):
        ander = lezer.find_one(Huishouden, stay.elders_id) if stay.elders_id is not None else None
        if ander is not None:
            yield ander.huishouden_id or ander.id  # it may have gone up in another


def relaties_van_kind(plek: Werkplek, lezer: Lezer, kind: Inwoner) -> list[Relatie]:
    """What is known of this child and others today, in every dossier: of one parent it may be told in each. Who stands
    there by name only, and is somebody known here as well, is told once.
    """
    gevonden = lezer.find(Relatie, inwoner_id=alle_ids(lezer, kind.id))
    relaties = [r for r in als_bekend(lezer, gevonden) if geldt(r, plek.vandaag)]
    bekend = {naamsleutel(een.naam) for r in relaties if r.ander_id and (een := lezer.find_one(Inwoner, r.ander_id))}
    return [r for r in relaties if r.ander_id is not None or naamsleutel(r.ander_naam) not in bekend]


def versies_van_kinderen(lezer: Lezer, huishouden_id: UUID | None) -> dict[UUID, UUID]:
    """The versions in this dossier that are of a child's own plan, with that child: they answer no question of the
    household.
    """
    kind = {p.id: p.kind_id for p in lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id) if p.kind_id}
    if not kind:
        return {}
    return {versie.id: kind[versie.plan_id] for versie in lezer.find(PlanVersie, zonder=("inhoud",), plan_id=[*kind])}


def records_van_kinderen(lezer: Lezer, hier: Sequence[UUID]) -> dict[UUID, UUID]:
    """Every record in these dossiers that is of a child's own plan, with that child: not of whose question it is."""
    van = {plan.id: plan.kind_id for plan in lezer.find(Ondersteuningsplan, huishouden_id=hier) if plan.kind_id}
    for soort, veld, zonder in _DEEL_VAN if van else ():
        for record in lezer.find(soort, zonder=zonder, **{veld: [*van]}):
            van[record.id] = van[getattr(record, veld)]
    return van


def kind_van_stuk(lezer: Lezer, soort: Stuksoort, van_id: UUID | None) -> UUID | None:
    """Of which child's own plan this paper is; None for any other paper, and for what is not on this laptop."""
    plan_id = van_id if soort is Stuksoort.CONCEPT else None
    versie_id = versie_van(lezer, soort, van_id)
    if versie_id is not None:
        versies = lezer.find(PlanVersie, zonder=("inhoud",), id=versie_id)
        plan_id = versies[0].plan_id if versies else None
    plan = lezer.find_one(Ondersteuningsplan, plan_id)
    return plan.kind_id if plan is not None else None


def is_gestopt(lezer: Lezer, stuk: Stuk) -> bool:
    """Whether nobody gets this paper any more: whose question it was died, and of a child's own plan the child. The
    answer to a request is of who asked for what is theirs, and goes on as long as that one lives.
    """
    gevraagd = lezer.find_one(Verzoek, stuk.van_id) if stuk.soort is Stuksoort.ANTWOORD else None
    if gevraagd is not None:
        relatie = lezer.find_one(Relatie, gevraagd.relatie_id)
        wie_id = gevraagd.inwoner_id or (relatie.ander_id if relatie is not None else None)
        return wie_id is not None and overleden_op(lezer, wie_id) is not None
    kind_id = kind_van_stuk(lezer, stuk.soort, stuk.van_id)
    if kind_id is None:
        return gestopt(lezer, stuk.huishouden_id) is not None
    return overleden_op(lezer, kind_id) is not None


def check_stuk(lezer: Lezer, stuk: Stuk) -> None:
    """Refuse (`InwonerIsOverleden`) this paper to anybody, where it stopped."""
    if is_gestopt(lezer, stuk):
        raise InwonerIsOverleden


def _te_gast(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Iterator[Inwoner]:
    for stay in _gasten(lezer, huishouden_id):
        if verblijft(stay, plek.vandaag):
            yield kind_van(lezer, stay.inwoner_id)


def _gasten(lezer: Lezer, huishouden_id: UUID) -> list[Verblijf]:
    """The stays here of who belongs to another household, as far as that one is on this laptop."""
    op = opgegaan_in(lezer.find(Samenvoeging, waarvan=Soort.DOSSIER), Soort.DOSSIER)
    hier = [huishouden_id, *(weg for weg, blijft in op.items() if blijft == huishouden_id)]
    stays = lezer.find(Verblijf, elders_id=hier)
    return [stay for stay in stays if lezer.find_one(Inwoner, stay.inwoner_id) is not None]


def _verblijven(lezer: Lezer, kind_id: UUID, vandaag: date) -> list[Verblijf]:
    return [stay for stay in lezer.find(Verblijf, inwoner_id=alle_ids(lezer, kind_id)) if verblijft(stay, vandaag)]


def plannen_van(lezer: Lezer, kind_id: UUID) -> list[Ondersteuningsplan]:
    """Every own plan of this child, the first that was begun first."""
    return sorted(lezer.find(Ondersteuningsplan, kind_id=alle_ids(lezer, kind_id)), key=lambda plan: plan.id)


def _gesloten(lezer: Lezer, kind_id: UUID) -> Ondersteuningsplan | None:
    """The last that somebody closed; not one that went up in another."""
    dicht = [(plan.afgesloten_datum, plan) for plan in plannen_van(lezer, kind_id) if plan.is_afgesloten]
    op_dag = [(dag, plan) for dag, plan in dicht if dag is not None]
    return max(op_dag, key=lambda paar: paar[0])[1] if op_dag else None


def _actief(lezer: Lezer, kind_id: UUID) -> list[Ondersteuningsplan]:
    return [plan for plan in plannen_van(lezer, kind_id) if plan.status is PlanStatus.ACTIEF]
