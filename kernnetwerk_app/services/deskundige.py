"""Deskundigen in an onderzoek: asked with a resident's yes, waited for, and what came back (OND-15, RES-01)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.afzien import Afzien, raakt
from kernnetwerk_app.domain.deskundige import (
    Deskundige,
    DeskundigeIsVerder,
    DeskundigeNeeIntussen,
    DeskundigeNeeVanAnder,
    DeskundigeNietHier,
    DeskundigeOverAnder,
    DeskundigeVeranderd,
    DeskundigeZonderJa,
    Stand,
    check_antwoord,
    check_gevraagd,
    check_uitnodiging,
    is_zelfde_vraag,
)
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.kalender import Kalender
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.relatie import mag_inzien
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.toezegging import voorgesteld_uiterlijk
from kernnetwerk_app.services import afzien, delen, deskundigeja, onderzoek
from kernnetwerk_app.services.deskundigeja import Gever, gevers, heet, wie
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon, leden
from kernnetwerk_app.services.relatie import relaties_van
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork


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
class Deskundigenregel:
    """One question with how far it is; once it went out `deskundige` is a copy with what was asked then, and `anders`
    what a colleague made of it since, in words. `wie` is the deskundige in words, `over_id` and `over` about whom it
    is, now that some turned out to be one person; `ja` who said yes, `door` who asked; `laat`: an answer is longer away
    than the municipality finds usual. `terug`: the day on which `terug_door` took the yes back after it went out.
    `nee`: what they would rather not with this one. `ook`: what went out beside it on another laptop, each with its own
    yes and day.
    """

    deskundige: Deskundige
    stand: Stand
    wie: str
    over_id: UUID
    over: str
    ja: tuple[str, ...]
    door: str
    laat: bool
    bases: Bases
    nee: frozenset[UUID] = frozenset()
    terug: date | None = None
    terug_door: str = ""
    anders: str = ""
    ook: tuple["Deskundigenregel", ...] = ()


@dataclass(frozen=True, slots=True)
class Liever:
    """That somebody would rather share nothing with one, or not have their help: of whom, and in a `zin` (RES-15)."""

    afzien: Afzien
    over_id: UUID
    zin: str


@dataclass(frozen=True, slots=True)
class DeskundigenBeeld:
    """`leden`: whose question it is first; `gevers`: by member who can say yes about them. `liever`: what people here
    would rather not."""

    huishouden_id: UUID
    melding: Melding
    regels: tuple[Deskundigenregel, ...]
    leden: tuple[Inwoner, ...]
    gevers: Mapping[UUID, tuple[Gever, ...]]
    liever: tuple[Liever, ...]


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding: Melding) -> DeskundigenBeeld:
    """Whom one asked about this question of the household, in the order of writing."""
    eigen = hoofdpersoon(lezer, huishouden_id)
    hier = tuple(sorted(leden(lezer, huishouden_id), key=lambda mens: mens.id != eigen.id))
    return DeskundigenBeeld(
        huishouden_id=huishouden_id,
        melding=melding,
        regels=tuple(regels(plek, lezer, huishouden_id, melding)),
        leden=hier,
        gevers={mens.id: tuple(gevers(plek, lezer, huishouden_id, mens)) for mens in hier},
        liever=tuple(
            Liever(een, alle_ids(lezer, een.inwoner_id)[0], afzien.zin(plek, lezer, een))
            for een in afzien.geldende(plek, lezer, huishouden_id)
        ),
    )


def liever_niet(van: DeskundigenBeeld, over_id: UUID, *namen: str | None) -> tuple[str, ...]:
    """What this person would rather not with who is called this, or works there, in sentences (RES-15)."""
    return tuple(een.zin for een in van.liever if een.over_id == over_id and raakt(een.afzien, *namen))


def regels(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding: Melding) -> Iterator[Deskundigenregel]:
    """Each question of this melding; what need not be asked any more and never went out is none."""
    namen = {wie.id: wie.naam for wie in lezer.find(Medewerker)}
    for nu in lezer.find(Deskundige, huishouden_id=huishouden_id, melding_id=melding.id):
        alle, stand = deskundigeja.gesteld(plek, lezer, nu) or [nu], deskundigeja.stand(plek, lezer, nu)
        if stand is Stand.VERVALLEN and nu.gevraagd_datum is None:
            continue
        eerst, *ook = [_regel(plek, lezer, een, stand, namen) for een in alle]
        is_anders = not any(is_zelfde_vraag(een, nu) for een in alle)
        yield replace(eerst, ook=tuple(ook), anders=f"{wie(plek, nu)}: {nu.vraag or ''}" if is_anders else "")


def _regel(
    plek: Werkplek, lezer: Lezer, een: Deskundige, stand: Stand, namen: Mapping[UUID, str | None]
) -> Deskundigenregel:
    """One question (`een` is as it went out), with all that follows from what was said to it."""
    over_id, terug = alle_ids(lezer, een.inwoner_id)[0], deskundigeja.teruggenomen(plek, lezer, een)
    if stand in (Stand.GEVRAAGD, Stand.JA_TERUG):
        stand = Stand.GEVRAAGD if terug is None else Stand.JA_TERUG
    return Deskundigenregel(
        deskundige=een,
        stand=stand,
        wie=wie(plek, een),
        over_id=over_id,
        over=heet(lezer.find_one(Inwoner, over_id)),
        ja=tuple(dict.fromkeys(_gever(lezer, ja) for ja in deskundigeja.gegeven(plek, lezer, een))),
        door=(namen.get(een.gevraagd_door_id) or "") if een.gevraagd_door_id else "",
        laat=stand is Stand.GEVRAAGD and is_laat(plek, een),
        bases=lezer.bases(een.id),
        nee=frozenset(nee.id for nee in _liever(plek, lezer, een)),
        terug=terug.ingetrokken_datum if terug is not None else None,
        terug_door=_neemt_terug(lezer, terug) if terug is not None else "",
    )


def is_laat(plek: Werkplek, een: Deskundige) -> bool:
    """Whether an answer was to be expected by now: the municipality's norm for a promise counts here too (RES-07)."""
    if een.gevraagd_datum is None or een.antwoord_datum is not None or een.vervallen_datum is not None:
        return False
    kalender: Kalender = plek.profiel.kalender
    return plek.vandaag > voorgesteld_uiterlijk(een.gevraagd_datum, plek.profiel.toezegging_dagen, kalender)


def wachtend(plek: Werkplek, lezer: Lezer) -> list[Deskundige]:
    """In all dossiers of this laptop: who did not answer for longer than is usual, and still may. Once the onderzoek is
    closed nobody waits: what comes later is written down all the same.
    """
    laat = (een for een in lezer.find(Deskundige, antwoord_datum=None, vervallen_datum=None) if is_laat(plek, een))
    nog = (een for een in laat if deskundigeja.stand(plek, lezer, een) is Stand.GEVRAAGD)
    return [een for een in nog if not onderzoek.is_afgerond(lezer, een.melding_id)]


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
    `DeskundigeNeeIntussen`, `DeskundigeNeeVanAnder`, `DeskundigeNietHier`, `DeskundigeOverAnder`,
    `DeskundigeVeranderd`, `OnderzoekIsAfgerond`, `RegelTeLang`, `TekstTeLang`.
    """
    plek.check_mag(Recht.ONDERZOEK)
    with plek.store.write(herkomst) as werk:
        onderzoek.hold(plek, werk, van.melding.id)
        een = _neem_op(plek, werk, van, invoer, geladen)
        check_uitnodiging(een)
        if invoer.vindt is Vindt.JA:
            gezien = {liever.afzien.id for liever in van.liever} | (geladen.nee if geladen is not None else set())
            _check_liever(plek, werk, een, gezien)
            deskundigeja.neem_ja(plek, werk, een, invoer.ja_van, invoer.namens, invoer.toch)
        elif invoer.vindt is Vindt.NEE:
            deskundigeja.neem_nee(plek, werk, een)
        elif geladen is not None and geladen.stand is Stand.NEE and _is_over(plek, geladen.deskundige, een):
            deskundigeja.neem_niets(plek, werk, een)
        if invoer.gevraagd_datum is not None:
            een = _stel(plek, werk, werk.get(Deskundige, een.id), invoer.gevraagd_datum)
        werk.keep_concept(concept, {})
        daad = "deskundige.gevraagd" if een.gevraagd_datum is not None else "deskundige.geschreven"
        return werk.commit(daad, van.huishouden_id)


def stel(
    plek: Werkplek, regel: Deskundigenregel, datum: date | None = None, herkomst: object = None, concept: str = ""
) -> Changes:
    """The question went out, today unless another day is said. Raises `DeskundigeZonderJa`, `DeskundigeVeranderd`,
    `DeskundigeNeeIntussen`, `OnderzoekIsAfgerond`, as `check_gevraagd`.
    """
    plek.check_mag(Recht.ONDERZOEK)
    with plek.store.write(herkomst) as werk:
        onderzoek.hold(plek, werk, regel.deskundige.melding_id)
        een = werk.get(Deskundige, regel.deskundige.id)
        _check_gezien(een, regel)
        _check_liever(plek, werk, een, regel.nee)
        een = _stel(plek, werk, een, datum or plek.vandaag)
        werk.keep_concept(concept, {})
        return werk.commit("deskundige.gevraagd", een.huishouden_id)


def beantwoord(
    plek: Werkplek, regel: Deskundigenregel, velden: Mapping[str, Any], herkomst: object = None, concept: str = ""
) -> Changes:
    """What came back (`antwoord`, `antwoord_datum`, today without one, and a `notitie` for colleagues). With that the
    yes has done its work: it was to this question. Raises what `check_antwoord` raises, `DeskundigeVeranderd` (what
    the form shows is not the question with which the answer would stand by now), `TekstTeLang`.
    """
    plek.check_mag(Recht.ONDERZOEK)
    with plek.store.write(herkomst) as werk:
        nieuw = {**velden, "antwoord_datum": velden.get("antwoord_datum") or plek.vandaag}
        nu = deskundigeja.zoals_gesteld(plek, werk, werk.get(Deskundige, regel.deskundige.id))
        if not is_zelfde_vraag(nu, regel.deskundige):
            raise DeskundigeVeranderd
        een = wijzig(werk, regel.deskundige, regel.bases, nieuw)
        check_antwoord(een, plek.vandaag)
        deskundigeja.beeindig_ja(plek, werk, een)
        werk.keep_concept(concept, {})
        return werk.commit("deskundige.beantwoord", een.huishouden_id)


def laat_vervallen(plek: Werkplek, regel: Deskundigenregel, herkomst: object = None) -> Changes:
    """It need not be asked, or answered, any more; what was said stays to be read, and the yes to it is over."""
    plek.check_mag(Recht.ONDERZOEK)
    with plek.store.write(herkomst) as werk:
        een = wijzig(werk, regel.deskundige, regel.bases, {"vervallen_datum": plek.vandaag})
        deskundigeja.beeindig_ja(plek, werk, een)
        return werk.commit("deskundige.vervallen", een.huishouden_id)


# -- within ------------------------------------------------------------------------------------------------------------


def _neem_op(
    plek: Werkplek, werk: UnitOfWork, van: DeskundigenBeeld, invoer: NieuweVraag, geladen: Deskundigenregel | None
) -> Deskundige:
    """A new record, or the words of one that is there; about whom it is never changes."""
    velden: dict[str, Any] = {veld: getattr(invoer, veld) for veld in ("naam", "functie", "organisatie", "vraag")}
    over_id = alle_ids(werk, invoer.inwoner_id)[0]
    if geladen is not None and over_id != geladen.over_id:
        raise DeskundigeOverAnder
    if over_id not in {mens.id for mens in leden(werk, van.huishouden_id)}:
        raise DeskundigeNietHier
    if geladen is None:
        vast = velden | {"huishouden_id": van.huishouden_id, "melding_id": van.melding.id, "inwoner_id": over_id}
        return werk.add(maak(Deskundige, id=plek.new_id(), **vast))
    nu = werk.get(Deskundige, geladen.deskundige.id)
    stand = deskundigeja.stand(plek, werk, nu)
    if stand not in (Stand.NOG_VRAGEN, Stand.NEE):
        raise DeskundigeIsVerder
    _check_gezien(nu, geladen)
    if geladen.stand is Stand.NEE and invoer.vindt is Vindt.NEE:
        if stand is not Stand.NEE:
            raise DeskundigeVeranderd
        if not _is_over(plek, nu, nu.model_copy(update=velden)):
            raise DeskundigeNeeVanAnder
    return wijzig(werk, geladen.deskundige, geladen.bases, velden)


def _stel(plek: Werkplek, werk: UnitOfWork, een: Deskundige, datum: date) -> Deskundige:
    if een.vervallen_datum is not None or een.gevraagd_datum is not None:
        raise DeskundigeIsVerder
    ja = deskundigeja.mag(plek, werk, een)
    if ja is None:
        raise DeskundigeZonderJa
    deskundigeja.check_partner(plek, een)
    check_gevraagd(datum, plek.vandaag, werk.get(Melding, een.melding_id).ontvangen_datum)
    return werk.change(een, gevraagd_datum=datum, gevraagd_door_id=plek.medewerker.id, gevraagd_ja_id=ja.id)


def _is_over(plek: Werkplek, een: Deskundige, ander: Deskundige) -> bool:
    """Whether a no about the one of these is a no about the other."""
    return zelfde(deskundigeja.noem(plek, een), deskundigeja.noem(plek, ander))


def _check_gezien(nu: Deskundige, geladen: Deskundigenregel) -> None:
    """Refuse what was said to a question, or of one, that is another by now; nobody here saw that."""
    if nu.gevraagd_datum is None and not is_zelfde_vraag(nu, geladen.deskundige):
        raise DeskundigeVeranderd


def _liever(plek: Werkplek, lezer: Lezer, een: Deskundige) -> list[Afzien]:
    """What they would rather not with this one, or with all of where this one works."""
    over, hier = lezer.find_one(Inwoner, een.inwoner_id), deskundigeja.van_dossier(een)
    breder = delen.liever_niet(plek, lezer, hier, over, een.organisatie) if over is not None else []
    return [*deskundigeja.liever_niet(plek, lezer, een), *breder]


def _check_liever(plek: Werkplek, lezer: Lezer, een: Deskundige, gezien: Collection[UUID]) -> None:
    """Refuse to go on against a no that the form did not show."""
    if not {nee.id for nee in _liever(plek, lezer, een)} <= set(gezien):
        raise DeskundigeNeeIntussen


def _gever(lezer: Lezer, ja: Toestemming) -> str:
    """Who said this yes."""
    return ja.namens or heet(lezer.find_one(Inwoner, ja.inwoner_id))


def _neemt_terug(lezer: Lezer, ja: Toestemming) -> str:
    """Who took this yes back."""
    return delen.ingetrokken_door(ja) or heet(lezer.find_one(Inwoner, ja.ingetrokken_door_id or ja.inwoner_id))
