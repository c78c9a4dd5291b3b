"""Who may sign a plan, and who did: the resident, a child of twelve along with its parents, a parent who is not here.

It is shown and blocks nothing: no law asks for a signature under the outcome (Wmo 2015 art. 2.3.2 lid 8).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.geboortedatum import leeftijd_hoogstens
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Ondertekening
from kernnetwerk_app.domain.plan import JEUGDWET, Afspraak, Doel, Ondersteuningsplan
from kernnetwerk_app.domain.planversie import PlanInhoud
from kernnetwerk_app.domain.relatie import VOLWASSEN, ZELF_BESLISSEN, Gezag, Relatie, geldt, wie_beslist
from kernnetwerk_app.services.benoemd import benoemd
from kernnetwerk_app.services.bijzonderheid import overleden_op
from kernnetwerk_app.services.inwoner import alle_ids, leden
from kernnetwerk_app.services.kindplan import kind_van, relaties_van_kind
from kernnetwerk_app.services.relatie import relaties_van
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer


@dataclass(frozen=True, slots=True)
class Tekenaar:
    """Somebody who decides on this plan. `wie_id` is None for who is known by name only; `datum`: when they reacted."""

    wie_id: UUID | None
    naam: str
    als: Hoedanigheid
    datum: date | None


@dataclass(frozen=True, slots=True)
class Tekenaars:
    """The resident first. `zonder_gezag`: children about whom nobody has been seen to have the gezag."""

    mensen: tuple[Tekenaar, ...]
    zonder_gezag: tuple[str, ...]

    @property
    def nog_niet(self) -> tuple[Tekenaar, ...]:
        return tuple(een for een in self.mensen if een.datum is None)


def tekenaars(
    plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan, inhoud: PlanInhoud, gezegd: Sequence[Ondertekening]
) -> Tekenaars:
    """Who decides, by the rule of `wie_beslist` (Jeugdwet art. 7.3.4 and 7.3.5): the owner of the plan, and where it is
    about the Jeugdwet the children under eighteen, and until sixteen their parents; and the curator or mentor of the
    owner, whom a court appointed for this. Who died does not. Of a child's own plan the parents of both households.
    """
    eigenaar = lezer.get(Inwoner, plan.eigenaar_id) if plan.kind_id is None else kind_van(lezer, plan.kind_id)
    over = [eigenaar]
    if plan.kind_id is not None:
        relaties = relaties_van_kind(plek, lezer, eigenaar)
    else:
        relaties = relaties_van(lezer, plan.huishouden_id)
    if plan.kind_id is None and _is_jeugd(lezer, plan, inhoud):
        over += [
            kind
            for kind in leden(lezer, plan.huishouden_id)
            if kind.id != eigenaar.id and _is_onder_achttien(plek, kind)
        ]
    gevonden: dict[UUID | str, Tekenaar] = {}
    for een in (*_wie(plek, lezer, over, relaties, gezegd), *_benoemd(plek, lezer, eigenaar, gezegd)):
        if een.wie_id is None or overleden_op(lezer, een.wie_id) is None:
            gevonden.setdefault(alle_ids(lezer, een.wie_id)[0] if een.wie_id is not None else een.naam, een)
    zonder = [kind for kind in over if _is_onder_zestien(plek, kind) and not any(_met_gezag(plek, kind, relaties))]
    return Tekenaars(tuple(gevonden.values()), tuple(_naam(kind) for kind in zonder))


def _wie(
    plek: Werkplek,
    lezer: Lezer,
    over: Iterable[Inwoner],
    relaties: Sequence[Relatie],
    gezegd: Sequence[Ondertekening],
) -> Iterator[Tekenaar]:
    for mens in over:
        beslist = wie_beslist(mens, relaties, plek.vandaag)
        if beslist.zelf:
            yield Tekenaar(mens.id, _naam(mens), Hoedanigheid.INWONER, _dag(lezer, gezegd, mens.id, _naam(mens)))
        for relatie in _met_gezag(plek, mens, relaties):
            ouder = lezer.find_one(Inwoner, relatie.ander_id) if relatie.ander_id else None
            naam = _naam(ouder) if ouder is not None else relatie.ander_naam or ""
            wie_id = ouder.id if ouder is not None else None
            if (ouder is None and naam) or (ouder is not None and ouder.id in beslist.ouders):
                yield Tekenaar(wie_id, naam, Hoedanigheid.OUDER, _dag(lezer, gezegd, wie_id, naam))


def _benoemd(plek: Werkplek, lezer: Lezer, eigenaar: Inwoner, gezegd: Sequence[Ondertekening]) -> Iterator[Tekenaar]:
    """A bewindvoerder is about money, and not about this plan (BW 1:441); so nobody misses theirs."""
    for een in benoemd(plek, lezer, eigenaar.id):
        naam = " ".join(een.naam.split())
        if naam:
            yield Tekenaar(None, naam, een.als, _dag(lezer, gezegd, None, naam))


def _met_gezag(plek: Werkplek, kind: Inwoner, relaties: Iterable[Relatie]) -> list[Relatie]:
    """Of whom it was seen, while the child is not of age to decide alone."""
    if not _is_onder_zestien(plek, kind):
        return []
    return [r for r in relaties if r.inwoner_id == kind.id and r.gezag is Gezag.JA and geldt(r, plek.vandaag)]


def _is_onder_zestien(plek: Werkplek, mens: Inwoner) -> bool:
    """Whether parents decide about this one, alone or along; of whom nothing of the age is known none does."""
    oud = leeftijd_hoogstens(mens.geboortedatum, plek.vandaag)
    return oud is not None and oud < ZELF_BESLISSEN


def _is_onder_achttien(plek: Werkplek, mens: Inwoner) -> bool:
    """Of whom nothing of the age is known none is asked."""
    oud = leeftijd_hoogstens(mens.geboortedatum, plek.vandaag)
    return oud is not None and oud < VOLWASSEN


def _is_jeugd(lezer: Lezer, plan: Ondersteuningsplan, inhoud: PlanInhoud) -> bool:
    vragen = lezer.find(Melding, id=list(inhoud.meldingen)) if inhoud.meldingen else []
    if any(melding.wet is Wet.JEUGDWET for melding in vragen):
        return True
    doelen = [doel.id for doel in lezer.find(Doel, plan_id=plan.id)]
    return bool(doelen) and any(
        regel.wet == JEUGDWET and regel.vervallen_datum is None for regel in lezer.find(Afspraak, doel_id=doelen)
    )


def _dag(lezer: Lezer, gezegd: Sequence[Ondertekening], wie_id: UUID | None, naam: str) -> date | None:
    """On which day this person reacted, also under an id that turned out to be theirs; by name where it was not told
    who it was.
    """
    ids = alle_ids(lezer, wie_id) if gezegd and wie_id is not None else []
    dagen = [
        een.datum for een in gezegd if een.inwoner_id in ids or (een.inwoner_id is None and zelfde(een.naam, naam))
    ]
    return min(dagen, default=None)


def _naam(mens: Inwoner) -> str:
    return voor_lezer(VoorWie.PERSOON, mens).naam
