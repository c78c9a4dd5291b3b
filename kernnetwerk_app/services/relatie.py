"""Who decides about a child of a household, and who may read what concerns it: asked of the rule, never typed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.doener import noemt
from kernnetwerk_app.domain.geboortedatum import leeftijd_hoogstens
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.domain.relatie import (
    ZELF_BESLISSEN,
    Gezag,
    Relatie,
    beslist_alleen,
    geldt,
    is_kind,
    mag_inzien,
    wie_beslist,
)
from kernnetwerk_app.domain.samenvoeging import Samenvoeging, Soort, opgegaan_in
from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.store.queries import Lezer

_NAASTEN = (Wie.NETWERK, Wie.BUREN)


@dataclass(frozen=True, slots=True)
class Kindrecht:
    """About one child: whether it decides itself, along or not yet, with whom, and who may read about it."""

    kind: Inwoner
    zelf: bool
    leeftijd_bekend: bool
    ouders_beslissen: bool
    """Whether at this age who has the gezag decides, alone or along."""
    gezag: tuple[tuple[str, Relatie], ...]
    """Of whom it was seen, by name, with the record that says where and when."""
    lezers: tuple[Inwoner, ...]
    """Members who may have on paper what concerns the child, besides the child."""


def kinderen(
    leden: Sequence[Inwoner], relaties: Iterable[Relatie], kent: Mapping[UUID, Inwoner], vandaag: date
) -> tuple[Kindrecht, ...]:
    """The children of a household; `kent` gives who each id in a relation is."""
    alle = [_as_known(relatie, kent) for relatie in relaties]
    return tuple(_recht(mens, leden, alle, kent, vandaag) for mens in leden if is_kind(mens, vandaag))


def _recht(
    kind: Inwoner, leden: Sequence[Inwoner], relaties: Sequence[Relatie], kent: Mapping[UUID, Inwoner], vandaag: date
) -> Kindrecht:
    oud, beslist = leeftijd_hoogstens(kind.geboortedatum, vandaag), wie_beslist(kind, relaties, vandaag)
    ouders_beslissen = oud is not None and oud < ZELF_BESLISSEN
    gezien = [r for r in relaties if r.inwoner_id == kind.id and r.gezag is Gezag.JA and geldt(r, vandaag)]
    # Who is no resident here is known by name only: such a parent decides too, and gets no paper of this dossier.
    gezag = [r for r in gezien if r.ander_id is None or r.ander_id in beslist.ouders]
    return Kindrecht(
        kind=kind,
        zelf=beslist.zelf,
        leeftijd_bekend=oud is not None,
        ouders_beslissen=ouders_beslissen,
        gezag=tuple((_name(r, kent), r) for r in gezag) if ouders_beslissen else (),
        lezers=tuple(wie for wie in leden if wie.id != kind.id and mag_inzien(wie, kind, relaties, vandaag)),
    )


def is_van_ander(lezer: Lezer, relatie: Relatie, zelf: Collection[UUID], vandaag: date) -> bool:
    """Whether this one stands around another of the house who decides alone (their carers above all): that is theirs to
    tell, and on no paper or map of who has these ids (`zelf`). Who stands around a child stays.
    """
    if relatie.inwoner_id in zelf:
        return False
    van = lezer.find_one(Inwoner, alle_ids(lezer, relatie.inwoner_id)[0])
    return van is None or beslist_alleen(van, vandaag)


def niet_aanspreken(lezer: Lezer, huishouden_id: UUID | None, regels: Iterable[Afspraak], vandaag: date) -> set[UUID]:
    """The ids of the lines that name somebody in the network with whom we do not speak yet (NET-04). Who lives here is
    at the table already.
    """
    relaties = lezer.find(Relatie, huishouden_id=huishouden_id)
    thuis = {mens.id for mens in lezer.find(Inwoner, huishouden_id=huishouden_id)}
    anderen = {mens.id: mens.naam for mens in lezer.find(Inwoner, id=[r.ander_id for r in relaties if r.ander_id])}
    buiten = [r for r in relaties if geldt(r, vandaag) and r.ander_id not in thuis]
    namen = [(anderen.get(r.ander_id or r.id, r.ander_naam or ""), r.mag_gebeld) for r in buiten]
    return {
        regel.id
        for regel in regels
        if regel.wie in _NAASTEN
        and (gevonden := [mag for naam, mag in namen if naam and noemt(regel.wie_naam or "", naam)])
        and not any(gevonden)
    }


def relaties_van(lezer: Lezer, huishouden_id: UUID | None) -> list[Relatie]:
    """The relations of this household between who they turned out to be."""
    return als_bekend(lezer, lezer.find(Relatie, huishouden_id=huishouden_id))


def als_bekend(lezer: Lezer, relaties: Iterable[Relatie]) -> list[Relatie]:
    """These relations between who they turned out to be."""
    dubbel = opgegaan_in(lezer.find(Samenvoeging, waarvan=Soort.MENS), Soort.MENS)
    return [
        relatie.model_copy(
            update={
                "inwoner_id": dubbel.get(relatie.inwoner_id, relatie.inwoner_id),
                "ander_id": dubbel.get(relatie.ander_id, relatie.ander_id) if relatie.ander_id else None,
            }
        )
        for relatie in relaties
    ]


def _as_known(relatie: Relatie, kent: Mapping[UUID, Inwoner]) -> Relatie:
    wie, ander = kent.get(relatie.inwoner_id), kent.get(relatie.ander_id) if relatie.ander_id else None
    return relatie.model_copy(
        update={
            "inwoner_id": wie.id if wie else relatie.inwoner_id,
            "ander_id": ander.id if ander else relatie.ander_id,
        }
    )


def _name(relatie: Relatie, kent: Mapping[UUID, Inwoner]) -> str:
    ander = kent.get(relatie.ander_id) if relatie.ander_id else None
    return (ander.naam if ander else relatie.ander_naam) or "?"
