"""The inloop of today: begin where the agenda says, go on with it, count the morning, close it (EVV-01)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.inloopcontact import Inloopcontact, Telling, tel
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.naamgenoot import naamsleutel
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.spreekuur import Spreekuur, check_spreekuur, namen_in
from kernnetwerk_app.services.tekst import maak
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer

CONCEPT = "spreekuur"
"""Key of the form with which one begins, for `typen.keep_concept`."""


@dataclass(frozen=True, slots=True)
class NieuwSpreekuur:
    """Where and when; `aanwezig` is who else is there, names with commas between them."""

    kern: str | None = None
    plek: str | None = None
    tijd_van: time | None = None
    tijd_tot: time | None = None
    aanwezig: str | None = None
    gepland_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SpreekuurBeeld:
    """One session as its screen shows it. `wie` has the first names of who was there; `contacten` the latest first.

    `twee_versies`: contacts that two people wrote differently, with the number of a unit in which they did.
    """

    spreekuur: Spreekuur
    wie: tuple[str, ...]
    contacten: tuple[Inloopcontact, ...]
    telling: Telling
    twee_versies: dict[UUID, int]


@dataclass(frozen=True, slots=True)
class Loopt:
    """A session that nobody closed yet, with who is there."""

    id: UUID
    datum: date
    tijd_van: time | None
    waar: str
    wie: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InloopBeeld:
    """The session one is in, or else what to begin with and which ones there are to join; `collegas` by full name."""

    hier: SpreekuurBeeld | None
    voorstel: NieuwSpreekuur
    lopend: tuple[Loopt, ...]
    collegas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vandaag:
    """The inloop of today, for the start screen: when it begins, or that it is going on."""

    tijd_van: time | None
    loopt: bool


def kijk(plek: Werkplek, lezer: Lezer, gekozen_id: UUID | None = None) -> InloopBeeld:
    """The session that was chosen, else the one of today in which this worker takes part.

    One that was closed is looked back on for the rest of that day.
    """
    medewerkers = lezer.find(Medewerker)
    spreekuur = lezer.find_one(Spreekuur, gekozen_id)
    if spreekuur is None or (spreekuur.is_gesloten and spreekuur.datum != plek.vandaag):
        spreekuur = _mijn(plek, lezer)
    lopend = () if spreekuur else tuple(_loopt(lezer, s, medewerkers) for s in _open(lezer))
    return InloopBeeld(
        hier=_beeld(lezer, spreekuur, medewerkers) if spreekuur else None,
        voorstel=stel_voor(plek, lezer),
        lopend=lopend,
        collegas=tuple(sorted(m.naam for m in medewerkers if m.id != plek.medewerker.id)),
    )


def vandaag(plek: Werkplek, lezer: Lezer) -> Vandaag | None:
    """What the start screen offers: the inloop to go on with, else the first one that is planned; None without."""
    hier = _mijn(plek, lezer)
    if hier is not None:
        return Vandaag(hier.tijd_van, loopt=True)
    gepland = _gepland(plek, lezer)
    return Vandaag(gepland.tijd_van, loopt=False) if gepland is not None else None


def stel_voor(plek: Werkplek, lezer: Lezer) -> NieuwSpreekuur:
    """Where and when the next session is: as planned today, else where this worker was last, else the first kern."""
    gepland = _gepland(plek, lezer)
    if gepland is not None:
        kern, waar = _in_profiel(plek.profiel, f"{gepland.plek} {gepland.onderwerp}")
        return NieuwSpreekuur(
            kern=kern or _eerste(plek.profiel)[0],
            plek=waar or gepland.plek,
            tijd_van=gepland.tijd_van,
            tijd_tot=gepland.tijd_tot,
            aanwezig=gepland.aanwezig,
            gepland_id=gepland.id,
        )
    eerder = lezer.find(Spreekuur, medewerker_id=plek.medewerker.id)
    kern, waar = (eerder[-1].kern, eerder[-1].plek) if eerder else _eerste(plek.profiel)
    nu = plek.klok.lokaal().time().replace(second=0, microsecond=0)
    return NieuwSpreekuur(kern=kern, plek=waar, tijd_van=nu)


def kern_nu(plek: Werkplek, lezer: Lezer) -> str:
    """The kern from which this worker looks today: of the session that goes on, else as `stel_voor` has it.

    One of the profile; empty only where that has none.
    """
    hier = _mijn(plek, lezer)
    kern = hier.kern if hier is not None else stel_voor(plek, lezer).kern
    namen = [kern.naam for kern in plek.profiel.kernen]
    return kern if kern in namen else next(iter(namen), "")


def lees_kern(plek: Werkplek) -> str:
    """The same, for who has nothing else to read."""
    with plek.store.read() as lezer:
        return kern_nu(plek, lezer)


def begin(plek: Werkplek, invoer: NieuwSpreekuur, herkomst: object = None, concept: str = "") -> tuple[UUID, Changes]:
    """Begin a session of today; takes in the form kept as `concept`.

    Raises `SpreekuurZonderKern`, `SpreekuurEindeVoorBegin`, `RegelTeLang`, `TekstTeLang`.
    """
    with plek.store.write(herkomst) as werk:
        spreekuur = maak(
            Spreekuur,
            id=plek.new_id(),
            datum=plek.vandaag,
            tijd_van=invoer.tijd_van,
            tijd_tot=invoer.tijd_tot,
            kern=invoer.kern,
            plek=invoer.plek,
            medewerker_id=plek.medewerker.id,
            aanwezig=_als_ids(werk.find(Medewerker), invoer.aanwezig),
            gepland_id=invoer.gepland_id,
        )
        check_spreekuur(spreekuur)
        werk.add(spreekuur)
        werk.keep_concept(concept, {})
        return spreekuur.id, werk.commit("spreekuur.begonnen")


def sluit(plek: Werkplek, spreekuur_id: UUID, herkomst: object = None) -> Changes:
    """Close it, and with it the hour in the agenda. What a colleague still writes in it, counts all the same."""
    with plek.store.write(herkomst) as werk:
        spreekuur = werk.get(Spreekuur, spreekuur_id)
        nu = plek.klok.lokaal().time().replace(second=0, microsecond=0)
        werk.change(spreekuur, gesloten_datum=plek.vandaag, gesloten_tijd=nu)
        gepland = werk.find_one(Contact, spreekuur.gepland_id)
        if gepland is not None and gepland.status is ContactStatus.GEPLAND:
            werk.change(gepland, status=ContactStatus.GEWEEST)
        return werk.commit("spreekuur.gesloten")


def heropen(plek: Werkplek, spreekuur_id: UUID, herkomst: object = None) -> Changes:
    """Go on with a session that was closed too early."""
    with plek.store.write(herkomst) as werk:
        werk.change(werk.get(Spreekuur, spreekuur_id), gesloten_datum=None, gesloten_tijd=None)
        return werk.commit("spreekuur.heropend")


# -- within ------------------------------------------------------------------------------------------------------------


def _open(lezer: Lezer) -> list[Spreekuur]:
    return lezer.find(Spreekuur, gesloten_datum=None)


def _mijn(plek: Werkplek, lezer: Lezer) -> Spreekuur | None:
    """The session of today that this worker began, or wrote in; the latest of them."""
    ik = plek.medewerker.id
    van_vandaag = [spreekuur for spreekuur in _open(lezer) if spreekuur.datum == plek.vandaag]
    return next(
        (
            spreekuur
            for spreekuur in reversed(van_vandaag)
            if spreekuur.medewerker_id == ik
            or lezer.find(Inloopcontact, zonder=("vraag",), spreekuur_id=spreekuur.id, medewerker_id=ik)
        ),
        None,
    )


def _gepland(plek: Werkplek, lezer: Lezer) -> Contact | None:
    """The first inloop in this worker's agenda of today that still has to begin."""
    hier = lezer.find(
        Contact,
        datum=plek.vandaag,
        medewerker_id=plek.medewerker.id,
        contactsoort=ContactSoort.INLOOP,
        status=ContactStatus.GEPLAND,
    )
    begonnen = {spreekuur.gepland_id for spreekuur in lezer.find(Spreekuur, datum=plek.vandaag)}
    open_ = [contact for contact in hier if contact.huishouden_id is None and contact.id not in begonnen]
    return min(open_, key=lambda contact: contact.tijd_van or time.max, default=None)


def _beeld(lezer: Lezer, spreekuur: Spreekuur, medewerkers: Iterable[Medewerker]) -> SpreekuurBeeld:
    alle = lezer.find(Inloopcontact, spreekuur_id=spreekuur.id)
    contacten = tuple(contact for contact in reversed(alle) if not contact.vervallen)
    ids = {contact.id for contact in contacten}
    return SpreekuurBeeld(
        spreekuur=spreekuur,
        wie=_wie(spreekuur, alle, medewerkers),
        contacten=contacten,
        telling=tel(contacten),
        twee_versies={c.entiteit_id: c.eenheid for c in lezer.conflicten() if c.entiteit_id in ids},
    )


def _loopt(lezer: Lezer, spreekuur: Spreekuur, medewerkers: Iterable[Medewerker]) -> Loopt:
    contacten = lezer.find(Inloopcontact, zonder=("vraag",), spreekuur_id=spreekuur.id)
    wie = _wie(spreekuur, contacten, medewerkers)
    return Loopt(spreekuur.id, spreekuur.datum, spreekuur.tijd_van, spreekuur.waar, wie)


def _wie(
    spreekuur: Spreekuur, contacten: Iterable[Inloopcontact], medewerkers: Iterable[Medewerker]
) -> tuple[str, ...]:
    """First names of the worker who began it, of who was said to be there, and of who wrote something down."""
    voornamen = {medewerker.id: medewerker.voornaam for medewerker in medewerkers}
    er: list[UUID | str] = [spreekuur.medewerker_id, *namen_in(spreekuur.aanwezig)]
    er += [contact.medewerker_id for contact in contacten]
    namen = (voornamen.get(deel, "") if isinstance(deel, UUID) else deel for deel in er)
    return tuple(dict.fromkeys(naam for naam in namen if naam))


def _als_ids(medewerkers: Iterable[Medewerker], getypt: str | None) -> str | None:
    """The names as they are kept: a colleague by id, so that it holds when a name changes; others as typed."""
    ids = {naamsleutel(medewerker.naam): str(medewerker.id) for medewerker in medewerkers}
    delen = [str(deel) for deel in namen_in(getypt)]
    return ", ".join(ids.get(naamsleutel(deel), deel) for deel in delen) or None


def _in_profiel(profiel: Gemeenteprofiel, woorden: str) -> tuple[str | None, str | None]:
    """The kern and the place that the agenda names, as the profile writes them."""
    gezocht = woorden.casefold()
    for kern in profiel.kernen:
        for waar in kern.plekken:
            if waar.casefold() in gezocht:
                return kern.naam, waar
    return next((kern.naam for kern in profiel.kernen if kern.naam.casefold() in gezocht), None), None


def _eerste(profiel: Gemeenteprofiel) -> tuple[str | None, str | None]:
    kern = next(iter(profiel.kernen), None)
    return (kern.naam, next(iter(kern.plekken), None)) if kern else (None, None)
