"""Who may be in here twice, joining them, and taking them apart again (TRI-21).

Joining writes in which dossier each record is, and nothing else of it: histories stay, and what somebody signed stays
what was signed. Which dossier a record began in stands in the log, so taking apart puts it back there, and what was
written since stays where it was written.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from kernnetwerk_app.domain.base import EENHEID_DOSSIER
from kernnetwerk_app.domain.gelijkenis import Reden, Signalement, lijken, sleutels
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.relatie import is_kind
from kernnetwerk_app.domain.samenvoeging import KindVanTweeHuizen, Samenvoeging, Soort, opgegaan_in, samenvoeging_id
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.services.adres import Adresdoel, geheime_huishoudens, mag_adres
from kernnetwerk_app.services.inwoner import leden
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Dubbel:
    """Two residents who may be one, with why; `een` was begun first."""

    een: Inwoner
    ander: Inwoner
    redenen: tuple[Reden, ...]


@dataclass(frozen=True, slots=True)
class Gevonden:
    """Somebody who is known here already and may be the one who is being written down."""

    inwoner: Inwoner
    huishouden_id: UUID
    redenen: tuple[Reden, ...]


@dataclass(frozen=True, slots=True)
class Kant:
    """One of two people who are compared. `adres` is for who opened both dossiers."""

    inwoner: Inwoner
    huishouden: Huishouden
    adres: str
    vraag: str


@dataclass(frozen=True, slots=True)
class SamenBeeld:
    """Both, why they may be one, and what was decided before."""

    kanten: tuple[Kant, Kant]
    redenen: tuple[Reden, ...]
    besluit: Samenvoeging | None
    kind_van_twee: bool = False
    """Whether it may be one child of two households: those are never made one."""


# -- who may be in here twice ------------------------------------------------------------------------------------------


def huishoudens(lezer: Lezer) -> list[Huishouden]:
    """All dossiers, without those that went up in another."""
    return [h for h in lezer.find(Huishouden) if h.huishouden_id in (None, h.id)]


def find_dubbelen(plek: Werkplek, lezer: Lezer) -> list[Dubbel]:
    """Every two residents on this laptop who may be one and about whom nobody decided yet."""
    mensen = list(_all(plek, lezer))
    beslist = {s.id for s in lezer.find(Samenvoeging, waarvan=Soort.MENS)}
    elders = _wonen_in_twee(lezer)
    gevonden: dict[UUID, Dubbel] = {}
    for groep in _blocks(mensen).values():
        for (een, van_een), (ander, van_ander) in combinations(groep, 2):
            paar = samenvoeging_id(een.id, ander.id)
            if not elders.isdisjoint(_over_en_weer(een, ander)):
                continue  # known to be one child of two households
            if paar not in beslist and paar not in gevonden and (redenen := lijken(van_een, van_ander)):
                eerste, tweede = sorted((een, ander), key=lambda mens: mens.id)
                gevonden[paar] = Dubbel(eerste, tweede, redenen)
    return list(gevonden.values())


def find_gelijken(plek: Werkplek, lezer: Lezer, getypt: Signalement, van_id: UUID | None = None) -> list[Gevonden]:
    """Who is known here and looks like what was typed so far; most reasons first.

    `van_id` is who it was typed of, when that is somebody here: not oneself, nor who was said to be another.
    """
    zoek = sleutels(getypt)
    if not zoek or not (getypt.achternaam or getypt.bsn):
        return []
    beslist = {s.id for s in lezer.find(Samenvoeging, waarvan=Soort.MENS)} if van_id is not None else set()
    gevonden = [
        Gevonden(mens, mens.huishouden_id, redenen)
        for mens, bekend in _all(plek, lezer)
        if mens.huishouden_id is not None and zoek & sleutels(bekend) and (redenen := lijken(getypt, bekend))
        if van_id is None or (mens.id != van_id and samenvoeging_id(mens.id, van_id) not in beslist)
    ]
    return sorted(gevonden, key=lambda wie: -len(wie.redenen))


def _all(plek: Werkplek, lezer: Lezer) -> Iterator[tuple[Inwoner, Signalement]]:
    """Everybody, asked in four questions and not in four per household: it is done while somebody types."""
    hier = {huishouden.id: huishouden for huishouden in huishoudens(lezer)}
    geheim = geheime_huishoudens(plek, lezer)
    dubbel = opgegaan_in(lezer.find(Samenvoeging, waarvan=Soort.MENS), Soort.MENS)
    for mens in lezer.find(Inwoner, huishouden_id=list(hier), vertrokken_datum=None):
        if mens.id not in dubbel and mens.huishouden_id is not None:
            yield mens, signalement(mens, None if mens.huishouden_id in geheim else hier[mens.huishouden_id])


def signalement(mens: Inwoner, huishouden: Huishouden | None) -> Signalement:
    """What is known of a resident; the address only where there is a household to take it from."""
    return Signalement(
        voornamen=mens.voornamen or "",
        achternaam=mens.achternaam or "",
        geboortedatum=mens.geboortedatum or "",
        bsn=mens.bsn or "",
        straat=(huishouden.straat or "") if huishouden else "",
        huisnummer=(huishouden.huisnummer or "") if huishouden else "",
        postcode=(huishouden.postcode or "") if huishouden else "",
        telefoon=mens.telefoon or "",
    )


Bekende = tuple[Inwoner, Signalement]


def _blocks(mensen: Iterable[Bekende]) -> dict[tuple[str, str], list[Bekende]]:
    """Only who share a key are compared: all with all would be millions."""
    groepen: dict[tuple[str, str], list[Bekende]] = {}
    for mens, bekend in mensen:
        for sleutel in sleutels(bekend):
            groepen.setdefault(sleutel, []).append((mens, bekend))
    return groepen


def open_paar(plek: Werkplek, een_id: UUID, ander_id: UUID) -> SamenBeeld:
    """Both people beside one another. That their dossiers were opened is noted before any of it is shown (NEN 7513)."""
    for inwoner_id in (een_id, ander_id):
        with plek.store.write() as werk:
            werk.commit("dossier.geopend", werk.get(Inwoner, inwoner_id).huishouden_id)
    with plek.store.read() as lezer:
        kanten = _kant(plek, lezer, een_id), _kant(plek, lezer, ander_id)
        besluit = lezer.find_one(Samenvoeging, samenvoeging_id(een_id, ander_id))
        twee = _is_kind_van_twee(plek, lezer, *(kant.inwoner for kant in kanten))
    een, ander = (signalement(kant.inwoner, kant.huishouden) for kant in kanten)
    return SamenBeeld(kanten, lijken(een, ander), besluit, twee)


def _kant(plek: Werkplek, lezer: Lezer, inwoner_id: UUID) -> Kant:
    mens = lezer.get(Inwoner, inwoner_id)
    huishouden = lezer.get(Huishouden, mens.huishouden_id)
    meldingen = lezer.find(Melding, huishouden_id=huishouden.id)
    adres = huishouden.adres if mag_adres(plek, lezer, huishouden, Adresdoel.DOSSIER) else ""
    return Kant(mens, huishouden, adres, meldingen[-1].vraag or meldingen[-1].aanleiding or "" if meldingen else "")


# -- deciding ----------------------------------------------------------------------------------------------------------


def voeg_samen(plek: Werkplek, een_id: UUID, ander_id: UUID, herkomst: object = None) -> tuple[UUID, Changes]:
    """These two are one person: their dossiers become one, and the person stands in it once.

    What was begun first stays; gives that dossier. Nothing is written over: see `splits`. Raises `KindVanTweeHuizen`
    for a child that lives with each of two parents: what the one told is not for the other.
    """
    with plek.store.write(herkomst) as werk:
        if _is_kind_van_twee(plek, werk, werk.get(Inwoner, een_id), werk.get(Inwoner, ander_id)):
            raise KindVanTweeHuizen
        dossiers = (werk.get(Inwoner, wie).huishouden_id or wie for wie in (een_id, ander_id))
        blijft, weg = sorted(dossiers)
        if blijft != weg:
            _decide(plek, werk, Soort.DOSSIER, blijft, weg, blijft, is_dezelfde=True)
            werk.rehome(werk.geschreven(weg), blijft)
        eerste, tweede = sorted((een_id, ander_id))
        _decide(plek, werk, Soort.MENS, eerste, tweede, blijft, is_dezelfde=True)
        return blijft, werk.commit("samenvoeging.samengevoegd", blijft)


def _is_kind_van_twee(plek: Werkplek, lezer: Lezer, een: Inwoner, ander: Inwoner) -> bool:
    """Whether both are children, each among others of a household of its own. Where one of the dossiers is about the
    child alone there is no household to join; of a family that came to two counters a parent is found twice as well.
    """
    if een.huishouden_id == ander.huishouden_id or not all(is_kind(wie, plek.vandaag) for wie in (een, ander)):
        return False
    return all(any(mens.id != kind.id for mens in leden(lezer, kind.huishouden_id)) for kind in (een, ander))


def _wonen_in_twee(lezer: Lezer) -> set[frozenset[UUID]]:
    """Whom of which household lives in which other: each resident with the household of the stay."""
    return {frozenset((stay.inwoner_id, stay.elders_id)) for stay in lezer.find(Verblijf) if stay.elders_id is not None}


def _over_en_weer(een: Inwoner, ander: Inwoner) -> set[frozenset[UUID]]:
    paren = ((een, ander.huishouden_id), (ander, een.huishouden_id))
    return {frozenset((mens.id, elders)) for mens, elders in paren if elders is not None}


def zijn_twee(plek: Werkplek, een_id: UUID, ander_id: UUID, herkomst: object = None) -> Changes:
    """These two look alike and are two people; it is asked no more."""
    with plek.store.write(herkomst) as werk:
        eerste, tweede = sorted((een_id, ander_id))
        dossier = werk.get(Inwoner, eerste).huishouden_id or eerste
        _decide(plek, werk, Soort.MENS, eerste, tweede, dossier, is_dezelfde=False)
        return werk.commit("samenvoeging.niet_dezelfde", dossier)


def splits(plek: Werkplek, samenvoeging_id: UUID, herkomst: object = None) -> Changes:
    """Take apart what was joined: what came from the other dossier goes back, what was written since stays."""
    with plek.store.write(herkomst) as werk:
        besluit = werk.get(Samenvoeging, samenvoeging_id)
        samen = opgegaan_in(werk.find(Samenvoeging), Soort.DOSSIER)
        werk.change(besluit, ongedaan_datum=plek.vandaag)
        if besluit.waarvan is Soort.DOSSIER:
            _put_back(werk, samen.get(besluit.blijft_id, besluit.blijft_id), samen)
            _part_people(plek, werk)
        return werk.commit("samenvoeging.gesplitst", besluit.blijft_id)


def bring_home(plek: Werkplek) -> Changes:
    """Take along what arrived from a colleague in a dossier that had gone up in another; nothing to do is no save.

    Every laptop does the same, so what several write is one value and no conflict.
    """
    with plek.store.read() as lezer:
        if not any(True for _ in _left_behind(lezer)):
            return Changes()
    with plek.store.write() as werk:
        for entiteit_id, dossier in list(_left_behind(werk)):
            werk.rehome([entiteit_id], dossier)
        return werk.commit("samenvoeging.bijgewerkt") if werk.wrote else Changes()


def _left_behind(lezer: Lezer) -> Iterator[tuple[UUID, UUID]]:
    """Each record that stands in a dossier that went up in another, with that one; also by half, where two colleagues
    each put it in another dossier and all of those are one by now.
    """
    opgegaan = opgegaan_in(lezer.find(Samenvoeging, waarvan=Soort.DOSSIER), Soort.DOSSIER)
    for weg, blijft in opgegaan.items():
        for entiteit_id in lezer.geschreven(weg):
            yield entiteit_id, blijft
    for conflict in lezer.conflicten() if opgegaan else ():
        if conflict.eenheid == EENHEID_DOSSIER:
            plekken = {opgegaan.get(plek, plek) for kop in conflict.koppen if (plek := _dossier_in(kop)) is not None}
            if len(plekken) == 1:
                yield conflict.entiteit_id, plekken.pop()


def _decide(
    plek: Werkplek, werk: UnitOfWork, soort: Soort, blijft: UUID, weg: UUID, dossier: UUID, *, is_dezelfde: bool
) -> None:
    eerder = werk.find_one(Samenvoeging, samenvoeging_id(blijft, weg))
    if eerder is not None:
        werk.change(eerder, is_dezelfde=is_dezelfde, ongedaan_datum=None)
        return
    werk.add(
        Samenvoeging(
            id=samenvoeging_id(blijft, weg),
            huishouden_id=dossier,
            waarvan=soort,
            blijft_id=blijft,
            gaat_op_id=weg,
            door_id=plek.medewerker.id,
            datum=plek.vandaag,
            is_dezelfde=is_dezelfde,
        )
    )


def _put_back(werk: UnitOfWork, uit: UUID, samen: Mapping[UUID, UUID]) -> None:
    """What began in a dossier that is no part of `uit` any more goes back to where it belongs now; `samen` is which
    were one before.
    """
    nog_samen = opgegaan_in(werk.find(Samenvoeging), Soort.DOSSIER)
    for entiteit_id in werk.geschreven(uit):
        begon = _began_in(werk, entiteit_id)
        if begon is not None and samen.get(begon) == uit:
            werk.rehome([entiteit_id], nog_samen.get(begon, begon))


def _began_in(lezer: Lezer, entiteit_id: UUID) -> UUID | None:
    """The dossier in which a record was first written."""
    geschreven = lezer.geschiedenis(entiteit_id, EENHEID_DOSSIER)
    return _dossier_in(geschreven[0]) if geschreven else None


def _dossier_in(operatie: Operation) -> UUID | None:
    """Which dossier this operation says; None where another program wrote what is none."""
    with suppress(codec.OnleesbaarBericht, IndexError):
        return codec.uuid(codec.rij(codec.loads(operatie.waarde))[0])
    return None


def _part_people(plek: Werkplek, werk: UnitOfWork) -> None:
    """Who are in two dossiers again are two people again."""
    for paar in werk.find(Samenvoeging, waarvan=Soort.MENS):
        een, ander = werk.find_one(Inwoner, paar.blijft_id), werk.find_one(Inwoner, paar.gaat_op_id)
        if paar.staat and een is not None and ander is not None and een.huishouden_id != ander.huishouden_id:
            werk.change(paar, ongedaan_datum=plek.vandaag)
