"""The gesprek: the question in sight, life domains in any order, answers kept as they are typed (EVV-05, OND-02)."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.base import eenheden
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import Leefgebied, Leefgebiedenlijst, LeefgebiedStatus, Veld, status_van
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering, antwoord_id
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

_WAARDE = next(n for n, velden in eenheden(Antwoord).items() if "waarde" in velden)


@dataclass(frozen=True, slots=True)
class Gesprek:
    """Everything the gesprek screen shows. `teksten` and `adressen` by answer key, `statussen` by life domain."""

    vraagverheldering: Vraagverheldering
    inwoner: Inwoner
    lijst: Leefgebiedenlijst
    teksten: Mapping[str, str]
    statussen: Mapping[str, LeefgebiedStatus]
    redenen: Mapping[str, str]
    adressen: Mapping[str, Veldadres]


def begin(plek: Werkplek, huishouden_id: UUID, herkomst: object = None) -> tuple[UUID, Changes]:
    """The conversation about the latest melding: the one that was begun, else a new one with the asked question."""
    with plek.store.write(herkomst) as werk:
        begonnen = werk.find(Vraagverheldering, huishouden_id=huishouden_id)
        _visit_held(plek, werk, huishouden_id)
        if begonnen:
            return begonnen[-1].id, werk.commit("gesprek.verder", huishouden_id)
        melding = werk.find(Melding, huishouden_id=huishouden_id)[-1]
        lijst = plek.profiel.leefgebieden
        nieuw = werk.add(
            Vraagverheldering(
                id=plek.new_id(),
                huishouden_id=huishouden_id,
                melding_id=melding.id,
                datum=plek.vandaag,
                door_id=plek.medewerker.id,
                gestelde_vraag=melding.vraag,
                lijst=lijst.sleutel,
                lijstversie=lijst.versie,
            )
        )
        return nieuw.id, werk.commit("gesprek.begonnen", huishouden_id)


def _visit_held(plek: Werkplek, werk: UnitOfWork, huishouden_id: UUID) -> None:
    """The visit planned for today has now taken place: the fact follows from the work, nobody sets a status."""
    for contact in werk.find(Contact, huishouden_id=huishouden_id, datum=plek.vandaag):
        if contact.status is ContactStatus.GEPLAND and contact.medewerker_id == plek.medewerker.id:
            werk.change(contact, status=ContactStatus.GEWEEST)


def load(plek: Werkplek, lezer: Lezer, vraagverheldering_id: UUID) -> Gesprek:
    """The gesprek as it stands now."""
    verheldering = lezer.get(Vraagverheldering, vraagverheldering_id)
    lijst = plek.profiel.leefgebieden
    gegeven = {antwoord.sleutel: antwoord for antwoord in lezer.find(Antwoord, vraagverheldering_id=vraagverheldering_id)}
    teksten = {sleutel: antwoord.waarde for sleutel, antwoord in gegeven.items() if antwoord.waarde}
    return Gesprek(
        vraagverheldering=verheldering,
        inwoner=hoofdpersoon(lezer, verheldering.huishouden_id),
        lijst=lijst,
        teksten=teksten,
        statussen={lg.sleutel: _status(lg, gegeven) for lg in lijst.leefgebieden},
        redenen={sleutel: antwoord.toelichting for sleutel, antwoord in gegeven.items() if antwoord.toelichting},
        adressen={
            leefgebied.veldsleutel(veld): _adres(plek, lezer, verheldering, leefgebied, veld)
            for leefgebied in lijst.leefgebieden
            for veld in leefgebied.velden
        },
    )


def kies_status(
    plek: Werkplek,
    vraagverheldering_id: UUID,
    leefgebied: str,
    status: LeefgebiedStatus,
    reden: str | None = None,
    herkomst: object = None,
) -> Changes:
    """A person chose the state of a life domain; with the reason where one was given."""
    with plek.store.write(herkomst) as werk:
        verheldering = werk.get(Vraagverheldering, vraagverheldering_id)
        _make_antwoord(plek, werk, verheldering, leefgebied)
        antwoord = werk.get(Antwoord, antwoord_id(vraagverheldering_id, leefgebied))
        werk.change(antwoord, status=status, toelichting=reden or None)
        return werk.commit("gesprek.leefgebied", verheldering.huishouden_id)


def _status(leefgebied: Leefgebied, gegeven: Mapping[str, Antwoord]) -> LeefgebiedStatus:
    gekozen = gegeven.get(leefgebied.sleutel)
    teksten = (gegeven[sleutel].waarde for veld in leefgebied.velden if (sleutel := leefgebied.veldsleutel(veld)) in gegeven)
    return status_van(gekozen.status if gekozen else None, teksten)


def _adres(plek: Werkplek, lezer: Lezer, verheldering: Vraagverheldering, leefgebied: Leefgebied, veld: Veld) -> Veldadres:
    sleutel = leefgebied.veldsleutel(veld)
    eid = antwoord_id(verheldering.id, sleutel)
    return Veldadres(
        soort=Antwoord,
        entiteit_id=eid,
        veld="waarde",
        eenheid=_WAARDE,
        bases=lezer.bases(eid).get(_WAARDE, ()),
        prepare=lambda werk: _make_antwoord(plek, werk, verheldering, sleutel),
    )


def _make_antwoord(plek: Werkplek, werk: UnitOfWork, verheldering: Vraagverheldering, sleutel: str) -> None:
    eid = antwoord_id(verheldering.id, sleutel)
    if werk.find_one(Antwoord, eid) is None:
        werk.add(
            Antwoord(
                id=eid,
                huishouden_id=verheldering.huishouden_id,
                vraagverheldering_id=verheldering.id,
                sleutel=sleutel,
                profielversie=plek.profiel.versie,
            )
        )
