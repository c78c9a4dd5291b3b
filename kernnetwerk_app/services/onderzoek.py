"""The onderzoek of a melding: what has to be looked at, what came of it, and closing it (OND-07, OND-08, OND-14)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.base import eenheden
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.lijst import Keuze, Keuzelijst
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.onderzoek import (
    ASPECTEN,
    INVENTARIS,
    UITKOMSTEN,
    VOOR,
    Onderzoek,
    OnderzoekIsAfgerond,
    check_compleet,
    check_identiteit,
    is_bekeken,
    onderzoek_id,
)
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import Antwoord, antwoord_id, vraagverheldering_id
from kernnetwerk_app.services import bijlage, deelname, deskundigeja, mensen, vraagverheldering
from kernnetwerk_app.services.bijlage import Stuk
from kernnetwerk_app.services.bijzonderheid import levenden
from kernnetwerk_app.services.deelname import Gesprekregel
from kernnetwerk_app.services.eerste_vraagverheldering import laatste_melding
from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.services.kortdurende_ondersteuning import Steunregel, list_steun
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.services.tekst import Bases, wijzig
from kernnetwerk_app.services.termijn import LopendeTermijn, termijn_van
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.verstrekking import trek_verslag_in
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

_WOORDEN = next(nummer for nummer, velden in eenheden(Antwoord).items() if "toelichting" in velden)


@dataclass(frozen=True, slots=True)
class Kopje:
    """One heading: what came out as a key of `uitkomsten`, and the words with it, which are typed at `adres`.

    `keuze` is None for a heading of an earlier list, of which the words are still there.
    """

    sleutel: str
    keuze: Keuze | None
    antwoord: Antwoord
    adres: Veldadres
    bases: Bases

    @property
    def uitkomst(self) -> str:
        return self.antwoord.waarde or ""

    @property
    def woorden(self) -> str:
        return self.antwoord.toelichting or ""

    @property
    def is_bekeken(self) -> bool:
        return is_bekeken(self.uitkomst, self.woorden)


@dataclass(frozen=True, slots=True)
class Kopjes:
    """A list of headings with what can come out of each."""

    lijst: Keuzelijst
    uitkomsten: Keuzelijst
    kopjes: tuple[Kopje, ...]

    @property
    def mist(self) -> tuple[str, ...]:
        """What was not looked at yet, as people read it."""
        return tuple(k.keuze.label for k in self.kopjes if k.keuze is not None and not k.is_bekeken)


@dataclass(frozen=True, slots=True)
class OnderzoekBeeld:
    """Everything the page shows. `door`: who closed it, until then who began it."""

    huishouden_id: UUID
    melding: Melding
    onderzoek: Onderzoek
    is_begonnen: bool
    bases: Bases
    lijsten: Mapping[str, Kopjes]
    eerder: tuple[Kopje, ...]
    """Found under a heading that is not on the list any more."""
    sjabloon_nu: str
    """Which lists it would begin with now."""
    niet_besproken: tuple[str, ...]
    """The life domains of which nobody said or chose anything (OND-08)."""
    door: str
    mensen: MensenBeeld
    inwoner: Inwoner
    """Whose question it is."""
    uitvoerder: Medewerker | None
    """Who carries it out: as chosen, else the contact person of the question, else who began it."""
    collegas: tuple[Medewerker, ...]
    """Who may carry it out here."""
    gesprekken: tuple[Gesprekregel, ...]
    steun: tuple[Steunregel, ...]
    """What was done meanwhile, without waiting for a plan or a besluit (OND-16)."""
    niet_gehoord: tuple[Inwoner, ...]
    """Of the household, of whom nothing was said apart (OND-17); who has the question is no part of it."""
    eigen_plannen: tuple[Stuk, ...]
    """The persoonlijk plan or familiegroepsplan itself, as it was taken in (OND-09, PLAN-16)."""
    wacht_op: tuple[str, ...] = ()
    """The deskundigen who were asked and did not answer yet (OND-15)."""
    termijn: LopendeTermijn | None = None
    """The six weeks of this question, with their sum; None once the outcome was given (OND-01)."""

    @property
    def is_open(self) -> bool:
        """Whether it may be written in: until it is closed."""
        return self.onderzoek.afgerond_datum is None

    @property
    def mist(self) -> dict[str, tuple[str, ...]]:
        """By what it is, what was not looked at yet; only what misses something."""
        alles = {"leefgebieden": self.niet_besproken} | {naam: lijst.mist for naam, lijst in self.lijsten.items()}
        if self.melding.eigen_plan is not None and is_leeg(self.onderzoek.eigen_plan_gebruikt):
            alles["eigen_plan"] = (self.melding.eigen_plan.value,)
        alles["huishouden"] = tuple(mens.naam for mens in self.niet_gehoord)
        alles["gesprekken"] = tuple(datum_kort(g.contact.datum) for g in self.gesprekken if g.is_ongezegd)
        alles["deskundigen"] = self.wacht_op
        return {naam: mist for naam, mist in alles.items() if mist}


def sjabloon(plek: Werkplek) -> str:
    """The lists that an onderzoek begins with today, each with its version."""
    lijsten = (plek.profiel.lijst(naam) for naam in UITKOMSTEN)
    return ", ".join(f"{lijst.sleutel} {lijst.versie}" for lijst in lijsten)


def find(plek: Werkplek, lezer: Lezer, melding: Melding) -> Onderzoek:
    """The onderzoek of this melding: as it was begun, else as it would begin now."""
    begonnen = lezer.find_one(Onderzoek, onderzoek_id(melding.id))
    return begonnen or Onderzoek(
        id=onderzoek_id(melding.id),
        huishouden_id=melding.huishouden_id,
        melding_id=melding.id,
        datum=plek.vandaag,
        door_id=plek.medewerker.id,
        sjabloon=sjabloon(plek),
    )


def hold(plek: Werkplek, werk: UnitOfWork, melding_id: UUID) -> Onderzoek:
    """Somebody writes in it: so it was begun. `OnderzoekIsAfgerond` once it is closed."""
    onderzoek = find(plek, werk, werk.get(Melding, melding_id))
    if onderzoek.afgerond_datum is not None:
        raise OnderzoekIsAfgerond
    return onderzoek if werk.find_one(Onderzoek, onderzoek.id) is not None else werk.add(onderzoek)


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding_id: UUID | None = None) -> OnderzoekBeeld:
    """The onderzoek of this melding, else of the latest; `BestaatNiet` for a household without one."""
    melding = laatste_melding(lezer, huishouden_id) if melding_id is None else lezer.get(Melding, melding_id)
    return _beeld(plek, lezer, huishouden_id, melding)


def _beeld(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding: Melding) -> OnderzoekBeeld:
    onderzoek = find(plek, lezer, melding)
    gesprek = vraagverheldering.load(plek, lezer, huishouden_id, vraagverheldering_id(melding.id))
    lijsten = {naam: _kopjes(plek, lezer, melding, naam) for naam in (INVENTARIS, ASPECTEN)}
    bekend = {kopje.antwoord.id for lijst in lijsten.values() for kopje in lijst.kopjes}
    wie = lezer.find_one(Medewerker, onderzoek.afgerond_door_id or onderzoek.door_id)
    return OnderzoekBeeld(
        huishouden_id=huishouden_id,
        melding=melding,
        onderzoek=onderzoek,
        is_begonnen=lezer.find_one(Onderzoek, onderzoek.id) is not None,
        bases=lezer.bases(onderzoek.id),
        lijsten=lijsten,
        eerder=tuple(_van_eerder(plek, lezer, melding, bekend)),
        sjabloon_nu=sjabloon(plek),
        niet_besproken=tuple(
            gesprek.lijst.vind(sleutel).naam
            for sleutel, status in gesprek.statussen.items()
            if status is LeefgebiedStatus.NOG_NIET
        ),
        door=wie.naam if wie is not None else "",
        mensen=mensen.load(plek, lezer, huishouden_id),
        inwoner=gesprek.inwoner,
        uitvoerder=_uitvoerder(lezer, onderzoek, melding),
        collegas=tuple(m for m in lezer.find(Medewerker) if Recht.ONDERZOEK in plek.profiel.rechten(m.functie)),
        gesprekken=deelname.gesprekken(lezer, huishouden_id, melding),
        steun=list_steun(lezer, melding.id),
        niet_gehoord=_niet_gehoord(lezer, huishouden_id, melding, gesprek.inwoner),
        eigen_plannen=bijlage.load(plek, lezer, huishouden_id).eigen_plan,
        wacht_op=tuple(_wacht_op(plek, lezer, melding)),
        termijn=termijn_van(plek, lezer, melding),
    )


def kies(plek: Werkplek, melding_id: UUID, kopje: Kopje, uitkomst: str | None, herkomst: object = None) -> Changes:
    """What came out under this heading, as the screen loaded it; None takes it back.

    Raises `OnderzoekIsAfgerond`, `MagNiet`.
    """
    plek.check_mag(Recht.ONDERZOEK)
    with plek.store.write(herkomst) as werk:
        hold(plek, werk, melding_id)
        _make(werk, kopje.antwoord)
        wijzig(werk, kopje.antwoord, kopje.bases, {"waarde": uitkomst})
        return werk.commit("onderzoek.bekeken", kopje.antwoord.huishouden_id)


def schrijf(
    plek: Werkplek, van: OnderzoekBeeld, velden: Mapping[str, Any], herkomst: object = None, concept: str = ""
) -> Changes:
    """Facts of the onderzoek as a whole, as filled in in a form that was kept as `concept`.

    Raises `OnderzoekIsAfgerond`, what `check_identiteit` raises, `RegelTeLang`, `TekstTeLang`.
    """
    plek.check_mag(Recht.ONDERZOEK)
    nieuw = {**velden}
    if "identiteit" in nieuw:
        gezien = nieuw["identiteit"] is not None
        nieuw["identiteit_datum"] = nieuw.get("identiteit_datum") or (plek.vandaag if gezien else None)
        nieuw["identiteit_door_id"] = plek.medewerker.id if gezien else None
    with plek.store.write(herkomst) as werk:
        hold(plek, werk, van.melding.id)
        check_identiteit(wijzig(werk, van.onderzoek, van.bases, nieuw), plek.vandaag, van.melding.ontvangen_datum)
        werk.keep_concept(concept, {})
        return werk.commit("onderzoek.geschreven", van.huishouden_id)


def is_dicht(lezer: Lezer, antwoord: Antwoord) -> bool:
    """Whether this was found in an onderzoek that is closed: then it changes only after somebody opened it again."""
    meldingen = lezer.find(Melding, huishouden_id=antwoord.huishouden_id) if antwoord.sleutel.startswith(VOOR) else []
    van = next((m.id for m in meldingen if vraagverheldering_id(m.id) == antwoord.vraagverheldering_id), None)
    return van is not None and is_afgerond(lezer, van)


def is_afgerond(lezer: Lezer, melding_id: UUID) -> bool:
    """Whether the onderzoek of this melding is closed."""
    een = lezer.find_one(Onderzoek, onderzoek_id(melding_id))
    return een is not None and een.afgerond_datum is not None


def rond_af(
    plek: Werkplek, beeld: OnderzoekBeeld, reden: str | None = None, herkomst: object = None, concept: str = ""
) -> Changes:
    """It is closed today; takes in the line kept as `concept`. `reden`: why, while something was not looked at.

    Raises `OnderzoekOnvolledig`, `OnderzoekIsAfgerond`, `RegelTeLang`.
    """
    plek.check_mag(Recht.ONDERZOEK)
    with plek.store.write(herkomst) as werk:
        hold(plek, werk, beeld.melding.id)
        mist = _beeld(plek, werk, beeld.huishouden_id, werk.get(Melding, beeld.melding.id)).mist
        check_compleet(list(mist.values()), reden)
        velden = {"afgerond_datum": plek.vandaag, "afgerond_door_id": plek.medewerker.id}
        waarom = reden if mist and not is_leeg(reden) else None
        wijzig(werk, beeld.onderzoek, beeld.bases, {**velden, "zonder_reden": waarom})
        werk.keep_concept(concept, {})
        return werk.commit("onderzoek.afgerond", beeld.huishouden_id)


def heropen(plek: Werkplek, beeld: OnderzoekBeeld, herkomst: object = None) -> tuple[bool, Changes]:
    """It goes on after all: it is not closed any more. Whether the verslag had been given: that was no outcome then,
    and the six weeks run on from the melding (Wmo 2015 art. 2.3.2 lid 1 and 9).
    """
    plek.check_mag(Recht.ONDERZOEK)
    velden = dict.fromkeys(("afgerond_datum", "afgerond_door_id", "zonder_reden"))
    with plek.store.write(herkomst) as werk:
        wijzig(werk, beeld.onderzoek, beeld.bases, velden)
        was_gegeven = trek_verslag_in(werk, beeld.melding.id)
        return was_gegeven, werk.commit("onderzoek.heropend", beeld.huishouden_id)


def _niet_gehoord(lezer: Lezer, huishouden_id: UUID, melding: Melding, wie: Inwoner) -> tuple[Inwoner, ...]:
    gegeven = lezer.find(Antwoord, vraagverheldering_id=vraagverheldering_id(melding.id))
    gehoord = {antwoord.inwoner_id for antwoord in gegeven if not is_leeg(antwoord.waarde)} | {wie.id}
    return tuple(mens for mens in levenden(lezer, huishouden_id) if not gehoord & set(alle_ids(lezer, mens.id)))


def _wacht_op(plek: Werkplek, lezer: Lezer, melding: Melding) -> Iterator[str]:
    for een in lezer.find(Deskundige, melding_id=melding.id, antwoord_datum=None, vervallen_datum=None):
        for gesteld in deskundigeja.gesteld(plek, lezer, een):
            if deskundigeja.teruggenomen(plek, lezer, gesteld) is None:
                yield deskundigeja.noem(plek, gesteld)


def _uitvoerder(lezer: Lezer, onderzoek: Onderzoek, melding: Melding) -> Medewerker | None:
    alle = (onderzoek.uitvoerder_id, melding.contactpersoon_id, onderzoek.door_id)
    return lezer.find_one(Medewerker, next(wie for wie in alle if wie is not None))


# -- the headings ----------------------------------------------------------------------------------------------------


def _kopjes(plek: Werkplek, lezer: Lezer, melding: Melding, naam: str) -> Kopjes:
    lijst = plek.profiel.lijst(naam)
    kopjes = tuple(_kopje(plek, lezer, melding, f"{VOOR}{keuze.sleutel}", keuze) for keuze in lijst.keuzes)
    return Kopjes(lijst, plek.profiel.lijst(UITKOMSTEN[naam]), kopjes)


def _kopje(plek: Werkplek, lezer: Lezer, melding: Melding, sleutel: str, keuze: Keuze | None = None) -> Kopje:
    gesprek_id = vraagverheldering_id(melding.id)
    eid = antwoord_id(gesprek_id, sleutel)
    gegeven = lezer.find_one(Antwoord, eid)
    antwoord = gegeven or Antwoord(
        id=eid,
        huishouden_id=melding.huishouden_id,
        vraagverheldering_id=gesprek_id,
        sleutel=sleutel,
        profielversie=plek.profiel.versie,
    )
    bases = lezer.bases(eid) if gegeven is not None else {}
    prepare = partial(_write, plek, melding.id, antwoord)
    adres = Veldadres(Antwoord, eid, "toelichting", _WOORDEN, bases.get(_WOORDEN, ()), prepare)
    return Kopje(sleutel, keuze, antwoord, adres, bases)


def _van_eerder(plek: Werkplek, lezer: Lezer, melding: Melding, bekend: set[UUID]) -> Iterator[Kopje]:
    for antwoord in lezer.find(Antwoord, vraagverheldering_id=vraagverheldering_id(melding.id), inwoner_id=None):
        is_kopje = antwoord.sleutel.startswith(VOOR) and antwoord.id not in bekend
        if is_kopje and not (is_leeg(antwoord.waarde) and is_leeg(antwoord.toelichting)):
            yield _kopje(plek, lezer, melding, antwoord.sleutel)


def _write(plek: Werkplek, melding_id: UUID, antwoord: Antwoord, werk: UnitOfWork, tekst: str) -> None:
    """Words are being kept: with words in it the onderzoek has begun."""
    if not is_leeg(tekst):
        hold(plek, werk, melding_id)
        _make(werk, antwoord)


def _make(werk: UnitOfWork, antwoord: Antwoord) -> None:
    if werk.find_one(Antwoord, antwoord.id) is None:
        werk.add(antwoord)
