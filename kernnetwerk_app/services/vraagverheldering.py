"""The gesprek: the question in sight, life domains in any order, answers kept as they are typed (EVV-05, OND-02)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import (
    Leefgebied,
    Leefgebiedenlijst,
    LeefgebiedStatus,
    check_status,
    status_van,
)
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.tekst import bewaar, is_leeg
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering, antwoord_id, vraagverheldering_id
from kernnetwerk_app.oplog.operation import OpId
from kernnetwerk_app.services.contact import bezoek_nu, bezoek_zonder_uur
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.typen import Veldadres, bases_since
from kernnetwerk_app.services.verstrekking import uitkomst_gegeven
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

VRAAG = "vraag"
VRAAGVELDEN = ("waar_het_om_gaat", "al_geprobeerd", "aanwezig")
"""What belongs to the question itself and to no life domain; their keys are `vraag.waar_het_om_gaat` and so on."""


@dataclass(frozen=True, slots=True)
class Gesprek:
    """Everything the gesprek screen shows. `teksten` and `adressen` by answer key, `statussen` by life domain.

    `vraag` is the question as it stands in the melding now.

    The key of a life domain itself leads to the reason for its state. `twee_versies` are the keys with two texts.
    """

    vraagverheldering: Vraagverheldering
    vraag: str
    inwoner: Inwoner
    lijst: Leefgebiedenlijst
    teksten: Mapping[str, str]
    statussen: Mapping[str, LeefgebiedStatus]
    adressen: Mapping[str, Veldadres]
    bases: Mapping[str, Bases]
    """By life domain: what a state that a person chooses replaces."""
    twee_versies: frozenset[str]
    bezoek_zonder_uur: Contact | None
    """Planned for today at no hour: is this it? Only a person knows."""
    bezoek_bases: Bases
    """Of that visit."""


def open_gesprek(plek: Werkplek, huishouden_id: UUID, herkomst: object = None) -> tuple[UUID, Changes]:
    """The conversation to go on with: the one that was begun, else the one about the latest melding.

    That one begins with the first word or state (`hold`): opening a screen is no conversation, and is only noted.
    Raises `BestaatNiet` for a household without a melding.
    """
    with plek.store.write(herkomst) as werk:
        begonnen = werk.find(Vraagverheldering, huishouden_id=huishouden_id)
        meldingen = werk.find(Melding, huishouden_id=huishouden_id)
        if not begonnen and not meldingen:
            raise BestaatNiet
        gesprek_id = begonnen[-1].id if begonnen else vraagverheldering_id(meldingen[-1].id)
        return gesprek_id, werk.commit("gesprek.geopend", huishouden_id)


def find(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, gesprek_id: UUID) -> Vraagverheldering:
    """The gesprek with this id: as it was begun, else as it would begin now. `BestaatNiet` without a melding."""
    begonnen = lezer.find_one(Vraagverheldering, gesprek_id)
    if begonnen is not None:
        return begonnen
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    melding = next((m for m in meldingen if vraagverheldering_id(m.id) == gesprek_id), None)
    if melding is None:
        raise BestaatNiet
    lijst = plek.profiel.leefgebieden
    return Vraagverheldering(
        id=gesprek_id,
        huishouden_id=melding.huishouden_id,
        melding_id=melding.id,
        datum=plek.vandaag,
        door_id=plek.medewerker.id,
        gestelde_vraag=melding.vraag,
        lijst=lijst.sleutel,
        lijstversie=lijst.versie,
    )


def vraag_van(lezer: Lezer, verheldering: Vraagverheldering) -> str:
    """The question of this gesprek as it stands in its melding now, so that putting it right is done in one place.

    While the melding is still on its way to this laptop, the question of when the gesprek was begun.
    """
    melding = lezer.find_one(Melding, verheldering.melding_id)
    return melding.vraag if melding is not None else verheldering.gestelde_vraag


def hold(plek: Werkplek, werk: UnitOfWork, huishouden_id: UUID, gesprek_id: UUID) -> None:
    """Somebody writes in this gesprek: so it was begun, and a visit that is going on takes place.

    Once the outcome was given a visit is for something else, and whoever writes here corrects what stood there.
    """
    gesprek = _begin(plek, werk, huishouden_id, gesprek_id)
    planned = werk.find(Contact, huishouden_id=gesprek.huishouden_id, datum=plek.vandaag)
    bezoek = bezoek_nu(planned, plek.medewerker.id, plek.klok.lokaal())
    if bezoek is None:
        return
    melding = werk.find_one(Melding, gesprek.melding_id)
    if melding is None or uitkomst_gegeven(werk, melding) is None:
        werk.change(bezoek, status=ContactStatus.GEWEEST)


def _begin(plek: Werkplek, werk: UnitOfWork, huishouden_id: UUID, gesprek_id: UUID) -> Vraagverheldering:
    begonnen = werk.find_one(Vraagverheldering, gesprek_id)
    return begonnen if begonnen is not None else werk.add(find(plek, werk, huishouden_id, gesprek_id))


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, gesprek_id: UUID) -> Gesprek:
    """The gesprek as it stands now."""
    verheldering = find(plek, lezer, huishouden_id, gesprek_id)
    lijst = plek.profiel.leefgebieden
    gegeven = {antwoord.sleutel: antwoord for antwoord in lezer.find(Antwoord, vraagverheldering_id=gesprek_id)}
    adressen = _adressen(plek, lezer, verheldering, lijst, frozenset(gegeven))
    vandaag = lezer.find(Contact, huishouden_id=huishouden_id, datum=plek.vandaag)
    bezoek = bezoek_zonder_uur(vandaag, plek.medewerker.id, plek.vandaag)
    open_eenheden = {(c.entiteit_id, c.eenheid) for c in lezer.conflicten(huishouden_id)}
    return Gesprek(
        vraagverheldering=verheldering,
        vraag=vraag_van(lezer, verheldering),
        inwoner=hoofdpersoon(lezer, huishouden_id),
        lijst=lijst,
        teksten=_teksten(verheldering, lijst, gegeven),
        statussen={lg.sleutel: _status(lg, gegeven) for lg in lijst.leefgebieden},
        adressen=adressen,
        bases={lg.sleutel: lezer.bases(antwoord_id(verheldering.id, lg.sleutel)) for lg in lijst.leefgebieden},
        twee_versies=frozenset(s for s, a in adressen.items() if (a.entiteit_id, a.eenheid) in open_eenheden),
        bezoek_zonder_uur=bezoek,
        bezoek_bases=lezer.bases(bezoek.id) if bezoek is not None else {},
    )


def kies_status(
    plek: Werkplek,
    huishouden_id: UUID,
    gesprek_id: UUID,
    leefgebied: str,
    status: LeefgebiedStatus,
    reden: str | None,
    bases: Bases,
    herkomst: object = None,
) -> Changes:
    """A person chose the state of a life domain, with the reason where one was given; `bases` as the screen has them.

    Raises `LeefgebiedZonderReden`, `TekstTeLang`.
    """
    woorden = bewaar(reden or "")
    check_status(status, woorden)
    with plek.store.write(herkomst) as werk:
        hold(plek, werk, huishouden_id, gesprek_id)
        verheldering = werk.get(Vraagverheldering, gesprek_id)
        _make_antwoord(plek, werk, verheldering, leefgebied)
        eid = antwoord_id(gesprek_id, leefgebied)
        werk.seal(eid, _eenheid(Antwoord, "toelichting"))
        vervangt = {nr: bases_since(werk, eid, nr, bases.get(nr, ())) for nr in eenheden(Antwoord)}
        werk.change(werk.get(Antwoord, eid), vervangt, status=status, toelichting=woorden or None)
        return werk.commit("gesprek.leefgebied", huishouden_id)


def _status(leefgebied: Leefgebied, gegeven: Mapping[str, Antwoord]) -> LeefgebiedStatus:
    gekozen = gegeven.get(leefgebied.sleutel)
    teksten = (
        gegeven[sleutel].waarde for veld in leefgebied.velden if (sleutel := leefgebied.veldsleutel(veld)) in gegeven
    )
    return status_van(gekozen.status if gekozen else None, teksten)


def _teksten(
    verheldering: Vraagverheldering, lijst: Leefgebiedenlijst, gegeven: Mapping[str, Antwoord]
) -> dict[str, str]:
    gebieden = {leefgebied.sleutel for leefgebied in lijst.leefgebieden}
    teksten = {s: (a.toelichting if s in gebieden else a.waarde) or "" for s, a in gegeven.items()}
    return teksten | {f"{VRAAG}.{veld}": getattr(verheldering, veld) or "" for veld in VRAAGVELDEN}


def _adressen(
    plek: Werkplek, lezer: Lezer, verheldering: Vraagverheldering, lijst: Leefgebiedenlijst, gegeven: Collection[str]
) -> dict[str, Veldadres]:
    """The addresses by key; only answers that were `gegeven` replace anything, so only those are asked of the log."""
    adressen = {}
    for leefgebied in lijst.leefgebieden:
        velden = {leefgebied.sleutel: "toelichting"} | {leefgebied.veldsleutel(v): "waarde" for v in leefgebied.velden}
        for sleutel, veld in velden.items():
            bases = lezer.bases(antwoord_id(verheldering.id, sleutel)) if sleutel in gegeven else {}
            adressen[sleutel] = _adres(plek, verheldering, sleutel, veld, bases)
    bases = lezer.bases(verheldering.id)
    for naam in VRAAGVELDEN:
        eenheid = _eenheid(Vraagverheldering, naam)
        adressen[f"{VRAAG}.{naam}"] = Veldadres(
            Vraagverheldering,
            verheldering.id,
            naam,
            eenheid,
            bases.get(eenheid, ()),
            partial(_write, plek, verheldering),
        )
    return adressen


def _write(plek: Werkplek, verheldering: Vraagverheldering, werk: UnitOfWork, tekst: str) -> None:
    """A text is being kept: with words in it the gesprek is being held, and begins if it was not there yet."""
    if not is_leeg(tekst) and verheldering.huishouden_id is not None:
        hold(plek, werk, verheldering.huishouden_id, verheldering.id)


def _adres(
    plek: Werkplek, verheldering: Vraagverheldering, sleutel: str, veld: str, bases: Mapping[int, tuple[OpId, ...]]
) -> Veldadres:
    """Where an answer is typed; it is made with the first word."""
    eid = antwoord_id(verheldering.id, sleutel)
    eenheid = _eenheid(Antwoord, veld)

    def prepare(werk: UnitOfWork, tekst: str) -> None:
        _write(plek, verheldering, werk, tekst)
        if werk.find_one(Vraagverheldering, verheldering.id) is not None:
            _make_antwoord(plek, werk, verheldering, sleutel)

    return Veldadres(
        soort=Antwoord,
        entiteit_id=eid,
        veld=veld,
        eenheid=eenheid,
        bases=bases.get(eenheid, ()),
        prepare=prepare,
    )


def _eenheid(soort: type[Entiteit], veld: str) -> int:
    return next(nummer for nummer, velden in eenheden(soort).items() if veld in velden)


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
