"""Deskundigen in an onderzoek: asked with a resident's yes, waited for, and what came back (OND-15, RES-01)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.afzien import Afzien, Waarvan
from kernnetwerk_app.domain.delen import zelfde
from kernnetwerk_app.domain.deskundige import (
    Deskundige,
    DeskundigeIsVerder,
    DeskundigeZonderJa,
    Stand,
    check_antwoord,
    check_gevraagd,
    check_uitnodiging,
    stand_van,
)
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.kalender import Kalender
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.relatie import mag_inzien
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.toezegging import voorgesteld_uiterlijk
from kernnetwerk_app.services import delen, onderzoek
from kernnetwerk_app.services.benoemd import benoemd
from kernnetwerk_app.services.delen import NieuwDelen
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon, leden
from kernnetwerk_app.services.overdracht import MET_JA
from kernnetwerk_app.services.relatie import relaties_van
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.toestemming import beslissers
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst


class Vindt(StrEnum):
    """What was said to *Vindt u het goed?*"""

    JA = "ja"
    NEE = "nee"
    NOG_NIET = "nog niet gevraagd"


@dataclass(frozen=True, slots=True)
class NieuweVraag:
    """What was filled in; fields as in `Deskundige`, and as in `NieuwDelen` for who said yes. Who decides alone about
    the person it is about has not to be named. `gevraagd_datum`: it went out on that day.
    """

    inwoner_id: UUID
    naam: str | None = None
    functie: str | None = None
    organisatie: str | None = None
    vraag: str | None = None
    vindt: Vindt = Vindt.NOG_NIET
    ja_van: tuple[UUID, ...] = ()
    namens: tuple[str, ...] = ()
    toch: str | None = None
    gevraagd_datum: date | None = None


@dataclass(frozen=True, slots=True)
class Gever:
    """Somebody who can say yes about one person: a resident, or (`namens`) whom a court appointed, in words."""

    naam: str
    wie_id: UUID | None = None
    namens: str = ""


@dataclass(frozen=True, slots=True)
class Deskundigenregel:
    """One question with how far it is. `wie` is the deskundige in words, `over` about whom it is, `ja` who said yes,
    `door` who asked; `laat`: an answer is longer away than the municipality finds usual.
    """

    deskundige: Deskundige
    stand: Stand
    wie: str
    over: str
    ja: tuple[str, ...]
    door: str
    laat: bool
    bases: Bases


@dataclass(frozen=True, slots=True)
class DeskundigenBeeld:
    """`leden`: whose question it is first; `gevers`: by member who can say yes about them."""

    huishouden_id: UUID
    melding: Melding
    regels: tuple[Deskundigenregel, ...]
    leden: tuple[Inwoner, ...]
    gevers: Mapping[UUID, tuple[Gever, ...]]


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding: Melding) -> DeskundigenBeeld:
    """Whom one asked about this question of the household, in the order of writing."""
    eigen = hoofdpersoon(lezer, huishouden_id)
    hier = tuple(sorted(leden(lezer, huishouden_id), key=lambda mens: mens.id != eigen.id))
    return DeskundigenBeeld(
        huishouden_id=huishouden_id,
        melding=melding,
        regels=tuple(regels(plek, lezer, huishouden_id, melding)),
        leden=hier,
        gevers={mens.id: tuple(_gevers(plek, lezer, huishouden_id, mens)) for mens in hier},
    )


def regels(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding: Melding) -> Iterator[Deskundigenregel]:
    """Each question of this melding; what need not be asked any more and never went out is none."""
    namen = {wie.id: wie.naam for wie in lezer.find(Medewerker)}
    for een in lezer.find(Deskundige, huishouden_id=huishouden_id, melding_id=melding.id):
        ja = lezer.find(Toestemming, deskundige_id=een.id)
        stand = stand_van(een, mag=_mag(plek, lezer, een))
        if stand is Stand.VERVALLEN and een.gevraagd_datum is None:
            continue
        over = lezer.find_one(Inwoner, een.inwoner_id)
        yield Deskundigenregel(
            deskundige=een,
            stand=stand,
            wie=wie(plek, een),
            over=_heet(over),
            ja=tuple(dict.fromkeys(t.namens or _heet(lezer.find_one(Inwoner, t.inwoner_id)) for t in ja)),
            door=namen.get(een.gevraagd_door_id, "") if een.gevraagd_door_id else "",
            laat=stand is Stand.GEVRAAGD and is_laat(plek, een),
            bases=lezer.bases(een.id),
        )


def wie(plek: Werkplek, een: Deskundige) -> str:
    """The deskundige in words: *Mia Proef, ergotherapeut, Praktijk Proef*."""
    functie = plek.profiel.deskundigenlijst.label(een.functie)
    functie = f"{functie[:1].lower()}{functie[1:]}" if een.naam else functie
    return ", ".join(filter(None, (een.naam, functie, een.organisatie)))


def is_laat(plek: Werkplek, een: Deskundige) -> bool:
    """Whether an answer was to be expected by now: the municipality's norm for a promise counts here too (RES-07)."""
    if een.gevraagd_datum is None or een.antwoord_datum is not None or een.vervallen_datum is not None:
        return False
    kalender: Kalender = plek.profiel.kalender
    return plek.vandaag > voorgesteld_uiterlijk(een.gevraagd_datum, plek.profiel.toezegging_dagen, kalender)


def wachtend(plek: Werkplek, lezer: Lezer) -> list[Deskundige]:
    """In all dossiers of this laptop: who did not answer for longer than is usual."""
    return [een for een in lezer.find(Deskundige, antwoord_datum=None, vervallen_datum=None) if is_laat(plek, een)]


def gevraagde(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding: Melding, voor: Inwoner
) -> list[Deskundigenregel]:
    """What went out about this person, and about a child whose gezag they have: what they may read on paper."""
    relaties = relaties_van(lezer, huishouden_id)
    mensen = [mens for mens in leden(lezer, huishouden_id) if mag_inzien(voor, mens, relaties, plek.vandaag)]
    over = {wie_id for mens in (voor, *mensen) for wie_id in alle_ids(lezer, mens.id)}
    alle = regels(plek, lezer, huishouden_id, melding)
    return [r for r in alle if r.deskundige.gevraagd_datum is not None and r.deskundige.inwoner_id in over]


# -- what a person does ------------------------------------------------------------------------------------------------


def schrijf(
    plek: Werkplek,
    van: DeskundigenBeeld,
    invoer: NieuweVraag,
    geladen: Deskundigenregel | None = None,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """Whom to ask and what, with what the resident says to it; takes in the form that was kept as `concept`.

    A yes is a `Toestemming` to this one question; a no is kept as what they would rather not, in neutral words. Raises
    what `check_uitnodiging`, `check_gevraagd` and `delen.zet` raise, `DeskundigeZonderJa`, `DeskundigeIsVerder`,
    `OnderzoekIsAfgerond`, `RegelTeLang`, `TekstTeLang`.
    """
    plek.check_mag(Recht.ONDERZOEK)
    with plek.store.write(herkomst) as werk:
        onderzoek.hold(plek, werk, van.melding.id)
        een = _neem_op(plek, werk, van, invoer, geladen)
        check_uitnodiging(een)
        if invoer.vindt is Vindt.JA:
            _neem_ja(plek, werk, een, invoer)
        elif invoer.vindt is Vindt.NEE:
            _neem_nee(plek, werk, een)
        if invoer.gevraagd_datum is not None:
            een = _stel(plek, werk, werk.get(Deskundige, een.id), invoer.gevraagd_datum)
        werk.keep_concept(concept, {})
        daad = "deskundige.gevraagd" if een.gevraagd_datum is not None else "deskundige.geschreven"
        return werk.commit(daad, van.huishouden_id)


def stel(
    plek: Werkplek, regel: Deskundigenregel, datum: date | None = None, herkomst: object = None, concept: str = ""
) -> Changes:
    """The question went out, today unless another day is said. Raises `DeskundigeZonderJa`, as `check_gevraagd`."""
    plek.check_mag(Recht.ONDERZOEK)
    with plek.store.write(herkomst) as werk:
        een = _stel(plek, werk, werk.get(Deskundige, regel.deskundige.id), datum or plek.vandaag)
        werk.keep_concept(concept, {})
        return werk.commit("deskundige.gevraagd", een.huishouden_id)


def beantwoord(
    plek: Werkplek, regel: Deskundigenregel, velden: Mapping[str, Any], herkomst: object = None, concept: str = ""
) -> Changes:
    """What came back (`antwoord`, `antwoord_datum`, today without one, and a `notitie` for colleagues). With that the
    yes has done its work: it was to this question. Raises what `check_antwoord` raises, `TekstTeLang`.
    """
    plek.check_mag(Recht.ONDERZOEK)
    with plek.store.write(herkomst) as werk:
        nieuw = {**velden, "antwoord_datum": velden.get("antwoord_datum") or plek.vandaag}
        een = wijzig(werk, regel.deskundige, regel.bases, nieuw)
        check_antwoord(een, plek.vandaag)
        _beeindig_ja(plek, werk, een)
        werk.keep_concept(concept, {})
        return werk.commit("deskundige.beantwoord", een.huishouden_id)


def laat_vervallen(plek: Werkplek, regel: Deskundigenregel, herkomst: object = None) -> Changes:
    """It need not be asked, or answered, any more; what was said stays to be read, and the yes to it is over."""
    plek.check_mag(Recht.ONDERZOEK)
    with plek.store.write(herkomst) as werk:
        een = wijzig(werk, regel.deskundige, regel.bases, {"vervallen_datum": plek.vandaag})
        _beeindig_ja(plek, werk, een)
        return werk.commit("deskundige.vervallen", een.huishouden_id)


# -- within ------------------------------------------------------------------------------------------------------------


def _neem_op(
    plek: Werkplek, werk: UnitOfWork, van: DeskundigenBeeld, invoer: NieuweVraag, geladen: Deskundigenregel | None
) -> Deskundige:
    velden: dict[str, Any] = {
        veld: getattr(invoer, veld) for veld in ("inwoner_id", "naam", "functie", "organisatie", "vraag")
    }
    if geladen is None:
        vast = velden | {"huishouden_id": van.huishouden_id, "melding_id": van.melding.id}
        return werk.add(maak(Deskundige, id=plek.new_id(), **vast))
    nu = werk.get(Deskundige, geladen.deskundige.id)
    if stand_van(nu, mag=_mag(plek, werk, nu)) not in (Stand.NOG_VRAGEN, Stand.NEE):
        raise DeskundigeIsVerder
    return wijzig(werk, geladen.deskundige, geladen.bases, velden)


def _neem_ja(plek: Werkplek, werk: UnitOfWork, een: Deskundige, invoer: NieuweVraag) -> None:
    """The yes in the register of what may be shared, for this question and no other."""
    _check_partner(plek, een)
    huishouden_id = van_dossier(een)
    kunnen = list(_gevers(plek, werk, huishouden_id, werk.get(Inwoner, een.inwoner_id)))
    alleen = kunnen[0].wie_id if len(kunnen) == 1 else None
    ja_van = invoer.ja_van or (() if invoer.namens or alleen is None else (alleen,))
    t = load_tekst("deskundige").met(plek.profiel.zeg)
    nieuw = NieuwDelen(
        over_id=een.inwoner_id,
        onderwerp=t("toestemming.onderwerp"),
        ontvanger=wie(plek, een),
        aan=None,
        doel=t("toestemming.doel"),
        grond=MET_JA,
        ja_van=ja_van,
        namens=invoer.namens,
        toch=invoer.toch,
        deskundige_id=een.id,
    )
    delen.zet(plek, werk, huishouden_id, nieuw)
    if een.nee_datum is not None:
        werk.change(een, nee_datum=None)
        for liever in _liever_niet(plek, werk, een):
            wijzig(werk, liever, werk.bases(liever.id), {"eind_datum": plek.vandaag})


def _neem_nee(plek: Werkplek, werk: UnitOfWork, een: Deskundige) -> None:
    """As what they would rather not: it shows wherever somebody would share with this one (RES-15)."""
    if een.nee_datum is None:
        werk.change(een, nee_datum=plek.vandaag)
    if not _liever_niet(plek, werk, een):
        werk.add(
            maak(
                Afzien,
                id=plek.new_id(),
                huishouden_id=een.huishouden_id,
                inwoner_id=een.inwoner_id,
                waarvan=Waarvan.DELEN,
                waarover=wie(plek, een),
                datum=plek.vandaag,
            )
        )


def _liever_niet(plek: Werkplek, werk: UnitOfWork, een: Deskundige) -> list[Afzien]:
    over = werk.get(Inwoner, een.inwoner_id)
    alle = delen.liever_niet(plek, werk, van_dossier(een), over, wie(plek, een))
    return [liever for liever in alle if liever.waarvan is Waarvan.DELEN]


def _stel(plek: Werkplek, werk: UnitOfWork, een: Deskundige, datum: date) -> Deskundige:
    if een.vervallen_datum is not None or een.gevraagd_datum is not None:
        raise DeskundigeIsVerder
    if not _mag(plek, werk, een):
        raise DeskundigeZonderJa
    _check_partner(plek, een)
    check_gevraagd(datum, plek.vandaag, werk.get(Melding, een.melding_id).ontvangen_datum)
    return werk.change(een, gevraagd_datum=datum, gevraagd_door_id=plek.medewerker.id)


def _mag(plek: Werkplek, lezer: Lezer, een: Deskundige) -> bool:
    """Whether a yes to this question holds today, of everybody whose it takes."""
    return any(delen.mag(plek, lezer, ja) for ja in lezer.find(Toestemming, deskundige_id=een.id))


def _check_partner(plek: Werkplek, een: Deskundige) -> None:
    """An organisation of the register needs its agreement here too (RES-13). A deskundige on their own, such as the
    huisarts, is asked one question on the resident's own yes, and is no partner of the municipality.
    """
    partners = plek.profiel.partners
    for naam in filter(None, (een.organisatie, een.naam)):
        if any(zelfde(partner.naam, naam) for partner in partners):
            plek.profiel.delen.check_partner(partners, naam, MET_JA, plek.vandaag)


def _beeindig_ja(plek: Werkplek, werk: UnitOfWork, een: Deskundige) -> None:
    """From today on: what goes out later is asked anew."""
    for ja in werk.find(Toestemming, deskundige_id=een.id):
        if ja.eind_datum is None and ja.ingetrokken_datum is None:
            wijzig(werk, ja, werk.bases(ja.id), {"eind_datum": plek.vandaag})


def van_dossier(een: Deskundige) -> UUID:
    """The dossier of this question, which always has one."""
    assert een.huishouden_id is not None  # noqa: S101  it is made with one
    return een.huishouden_id


def _gevers(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, over: Inwoner) -> Iterator[Gever]:
    """Who decides about this person: themselves, parents, and whom a court appointed."""
    beslist = beslissers(plek, lezer, huishouden_id, over)
    if beslist.zelf:
        yield Gever(_heet(over), over.id)
    for ouder_id in sorted(beslist.ouders):
        ouder = lezer.find_one(Inwoner, ouder_id)
        if ouder is not None:
            yield Gever(_heet(ouder), ouder.id)
    for een in benoemd(plek, lezer, over.id):
        yield Gever(een.woorden, namens=een.woorden)


def _heet(mens: Inwoner | None) -> str:
    return (mens.aanhef or mens.naam) if mens is not None else ""
