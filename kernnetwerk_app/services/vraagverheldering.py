"""The gesprek: the question in sight, life domains in any order, answers kept as they are typed (EVV-05, OND-02)."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
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
from kernnetwerk_app.domain.schaalvraag import Cijfer, lees_cijfers
from kernnetwerk_app.domain.tekst import bewaar, is_leeg
from kernnetwerk_app.domain.vraagverheldering import (
    AL_GEPROBEERD,
    WAAR_HET_OM_GAAT,
    Antwoord,
    Vraagverheldering,
    antwoord_id,
    vraagverheldering_id,
)
from kernnetwerk_app.domain.vraagverheldering import VRAAG as VRAAG
from kernnetwerk_app.oplog.operation import OpId
from kernnetwerk_app.services import afzien
from kernnetwerk_app.services.contact import bezoek_nu, bezoek_zonder_uur
from kernnetwerk_app.services.gezegd import OVER, Eerder, Gezegd, answer_key, persoonssleutel, read_eerder, read_gezegd
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.typen import Veldadres, bases_since
from kernnetwerk_app.services.verstrekking import uitkomst_gegeven
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

VRAAGVELDEN = ("waar_het_om_gaat", "al_geprobeerd", "aanwezig")
"""What belongs to the question itself and to no life domain; their keys are `vraag.waar_het_om_gaat` and so on."""
_VRAAGANTWOORDEN = (WAAR_HET_OM_GAAT, AL_GEPROBEERD)
_AANWEZIG = f"{VRAAG}.aanwezig"


@dataclass(frozen=True, slots=True)
class Stap:
    """In which of the two conversations somebody writes. The answers are the same records (EVV-11: told once); `hold`
    begins the one that is being held, `is_begonnen` says whether it was.
    """

    hold: Callable[[UnitOfWork], object]
    is_begonnen: Callable[[Lezer], bool]


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
    gezegd: Mapping[str, Gezegd]
    """By answer key: where the words come from, as far as a person wrote some."""
    melding: Melding | None
    """None while it is still on its way to this laptop."""
    melding_bases: Bases
    cijfers: Mapping[str, tuple[Cijfer, ...]]
    """By life domain: what was answered to the scale question, also in an earlier gesprek (EVV-16)."""
    eerder: Mapping[str, tuple[Eerder, ...]] = field(default_factory=dict)
    """By answer key what was told before, in another gesprek of this household: shown, and not asked again (EVV-11)."""
    liever_niet: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By life domain who would rather not talk about it, a sentence each (RES-15)."""
    mensen: tuple[Inwoner, ...] = ()
    """Who can be asked apart: the people of the household, where there are more than one (EVV-05)."""


def open_gesprek(plek: Werkplek, huishouden_id: UUID, herkomst: object = None) -> tuple[UUID, Changes]:
    """The conversation about the latest melding: a new question has its own, and what was told before stands beside it.

    It begins with the first word or state (`hold`): opening a screen is no conversation, and is only noted. While the
    melding is still on its way to this laptop, the one that was begun. `BestaatNiet` for a household without either.
    """
    with plek.store.write(herkomst) as werk:
        begonnen = werk.find(Vraagverheldering, huishouden_id=huishouden_id)
        meldingen = werk.find(Melding, huishouden_id=huishouden_id)
        if not begonnen and not meldingen:
            raise BestaatNiet
        gesprek_id = vraagverheldering_id(meldingen[-1].id) if meldingen else begonnen[-1].id
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


def split_key(sleutel: str) -> tuple[str, UUID | None]:
    """The question, and about whom it was asked; None for the household as a whole."""
    vraag, _, wie = sleutel.partition(OVER)
    return vraag, UUID(wie) if wie else None


def stap_gesprek(plek: Werkplek, huishouden_id: UUID, gesprek_id: UUID) -> Stap:
    """Writing in the gesprek itself."""
    return Stap(
        hold=lambda werk: hold(plek, werk, huishouden_id, gesprek_id),
        is_begonnen=lambda lezer: lezer.find_one(Vraagverheldering, gesprek_id) is not None,
    )


def _mensen(lezer: Lezer, huishouden_id: UUID, gegeven: Iterable[Antwoord]) -> list[Inwoner]:
    """Whom one can speak about: the members, and of whom something was said already; nothing of that is hidden."""
    genoemd = {antwoord.inwoner_id for antwoord in gegeven} | {lid.id for lid in leden(lezer, huishouden_id)}
    return [mens for mens in lezer.find(Inwoner, huishouden_id=huishouden_id) if mens.id in genoemd]


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, gesprek_id: UUID, stap: Stap | None = None) -> Gesprek:
    """The gesprek as it stands now; what is written goes through `stap`, the gesprek itself unless another is given."""
    stap = stap or stap_gesprek(plek, huishouden_id, gesprek_id)
    verheldering = find(plek, lezer, huishouden_id, gesprek_id)
    lijst = plek.profiel.leefgebieden
    gegeven = {answer_key(antwoord): antwoord for antwoord in lezer.find(Antwoord, vraagverheldering_id=gesprek_id)}
    mensen = _mensen(lezer, huishouden_id, gegeven.values())
    ieder = tuple(mensen) if len(mensen) > 1 else ()
    adressen = _adressen(plek, lezer, verheldering, lijst, frozenset(gegeven), stap, ieder)
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
        bases=_bases(lezer, verheldering, lijst),
        twee_versies=frozenset(s for s, a in adressen.items() if (a.entiteit_id, a.eenheid) in open_eenheden),
        bezoek_zonder_uur=bezoek,
        bezoek_bases=lezer.bases(bezoek.id) if bezoek is not None else {},
        gezegd=read_gezegd(lezer, verheldering, gegeven),
        mensen=ieder,
        liever_niet=afzien.per_leefgebied(plek, lezer, huishouden_id),
        eerder=read_eerder(lezer, verheldering),
        melding=lezer.find_one(Melding, verheldering.melding_id),
        melding_bases=lezer.bases(verheldering.melding_id),
        cijfers=lees_cijfers((a.sleutel, a.waarde) for a in lezer.find(Antwoord, huishouden_id=huishouden_id)),
    )


def _bases(lezer: Lezer, verheldering: Vraagverheldering, lijst: Leefgebiedenlijst) -> dict[str, Bases]:
    ids = {gebied.sleutel: antwoord_id(verheldering.id, gebied.sleutel) for gebied in lijst.leefgebieden}
    bases = lezer.bases_van(ids.values())
    return {sleutel: bases[antwoord] for sleutel, antwoord in ids.items()}


def kies_status(
    plek: Werkplek,
    huishouden_id: UUID,
    gesprek_id: UUID,
    leefgebied: str,
    status: LeefgebiedStatus,
    reden: str | None,
    bases: Bases,
    herkomst: object = None,
    stap: Stap | None = None,
) -> Changes:
    """A person chose the state of a life domain, with the reason where one was given; `bases` as the screen has them.

    Raises `LeefgebiedZonderReden`, `TekstTeLang`.
    """
    woorden = bewaar(reden or "")
    check_status(status, woorden)
    with plek.store.write(herkomst) as werk:
        (stap or stap_gesprek(plek, huishouden_id, gesprek_id)).hold(werk)
        verheldering = find(plek, werk, huishouden_id, gesprek_id)
        _make_antwoord(plek, werk, verheldering, leefgebied)
        eid = antwoord_id(gesprek_id, leefgebied)
        werk.seal(eid, _eenheid(Antwoord, "toelichting"))
        vervangt = {nr: bases_since(werk, eid, nr, bases.get(nr, ())) for nr in eenheden(Antwoord)}
        werk.change(werk.get(Antwoord, eid), vervangt, status=status, toelichting=woorden or None)
        return werk.commit("gesprek.leefgebied", huishouden_id)


def put_answer(
    plek: Werkplek, werk: UnitOfWork, huishouden_id: UUID, gesprek_id: UUID, sleutel: str, waarde: str
) -> None:
    """The whole answer to a question that is chosen and not typed, in place of what stands there."""
    _make_antwoord(plek, werk, find(plek, werk, huishouden_id, gesprek_id), sleutel)
    werk.change(werk.get(Antwoord, antwoord_id(gesprek_id, *split_key(sleutel))), waarde=waarde)


def _status(leefgebied: Leefgebied, gegeven: Mapping[str, Antwoord]) -> LeefgebiedStatus:
    """A word about one of the household is a word about this life domain."""
    gekozen = gegeven.get(leefgebied.sleutel)
    velden = {leefgebied.veldsleutel(veld) for veld in leefgebied.velden}
    teksten = [antwoord.waarde for antwoord in gegeven.values() if antwoord.sleutel in velden]
    return status_van(gekozen.status if gekozen else None, teksten)


def _teksten(
    verheldering: Vraagverheldering, lijst: Leefgebiedenlijst, gegeven: Mapping[str, Antwoord]
) -> dict[str, str]:
    gebieden = {leefgebied.sleutel for leefgebied in lijst.leefgebieden}
    teksten = {s: (a.toelichting if s in gebieden else a.waarde) or "" for s, a in gegeven.items()}
    return dict.fromkeys(_VRAAGANTWOORDEN, "") | teksten | {_AANWEZIG: verheldering.aanwezig or ""}


def _adressen(
    plek: Werkplek,
    lezer: Lezer,
    verheldering: Vraagverheldering,
    lijst: Leefgebiedenlijst,
    gegeven: Collection[str],
    stap: Stap,
    mensen: Collection[Inwoner],
) -> dict[str, Veldadres]:
    """The addresses by key; only answers that were `gegeven` replace anything, so only those are asked of the log."""
    velden = dict.fromkeys(_VRAAGANTWOORDEN, "waarde")
    for leefgebied in lijst.leefgebieden:
        vragen = {leefgebied.veldsleutel(veld): "waarde" for veld in leefgebied.velden}
        velden |= {leefgebied.sleutel: "toelichting"} | vragen
        velden |= {persoonssleutel(vraag, inwoner.id): "waarde" for vraag in vragen for inwoner in mensen}
    ids = {sleutel: antwoord_id(verheldering.id, *split_key(sleutel)) for sleutel in velden if sleutel in gegeven}
    bases = lezer.bases_van((verheldering.id, *ids.values()))
    adressen = {
        sleutel: _adres(plek, verheldering, sleutel, veld, bases[ids[sleutel]] if sleutel in ids else {}, stap)
        for sleutel, veld in velden.items()
    }
    eenheid = _eenheid(Vraagverheldering, "aanwezig")
    adressen[_AANWEZIG] = Veldadres(
        Vraagverheldering,
        verheldering.id,
        "aanwezig",
        eenheid,
        bases[verheldering.id].get(eenheid, ()),
        partial(_write, stap),
    )
    return adressen


def _write(stap: Stap, werk: UnitOfWork, tekst: str) -> None:
    """A text is being kept: with words in it the conversation is being held, and begins if it was not there yet."""
    if not is_leeg(tekst):
        stap.hold(werk)


def _adres(
    plek: Werkplek,
    verheldering: Vraagverheldering,
    sleutel: str,
    veld: str,
    bases: Mapping[int, tuple[OpId, ...]],
    stap: Stap,
) -> Veldadres:
    """Where an answer is typed; it is made with the first word."""
    eid = antwoord_id(verheldering.id, *split_key(sleutel))
    eenheid = _eenheid(Antwoord, veld)

    def prepare(werk: UnitOfWork, tekst: str) -> None:
        _write(stap, werk, tekst)
        if stap.is_begonnen(werk):
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
    vraag, inwoner_id = split_key(sleutel)
    eid = antwoord_id(verheldering.id, vraag, inwoner_id)
    if werk.find_one(Antwoord, eid) is None:
        werk.add(
            Antwoord(
                id=eid,
                huishouden_id=verheldering.huishouden_id,
                vraagverheldering_id=verheldering.id,
                sleutel=vraag,
                inwoner_id=inwoner_id,
                profielversie=plek.profiel.versie,
            )
        )
