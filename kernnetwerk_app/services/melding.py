"""Taking on a melding: household, resident and question in one save, one contact person, one clock (SIG-15..19)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.domain.huishouden import Huishouden, noem_naar
from kernnetwerk_app.domain.inloopcontact import Gevolg, Inloopcontact
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner
from kernnetwerk_app.domain.kalender import check_dag
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Kanaal, Melding, Wet, check_melding, neem_aan
from kernnetwerk_app.domain.signaal import Signaal, omgezet
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.adres import Adresdoel, mag_adres
from kernnetwerk_app.services.contact import is_binnenkomst
from kernnetwerk_app.services.gesproken import noteer_terug
from kernnetwerk_app.services.inloopcontact import kanaal_van, verbind
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.tekst import Bases, bewaarbaar, lengte_gezegd, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load

_VAN_INWONER: tuple[tuple[str, ...], ...] = (("voornamen",), ("tussenvoegsel", "achternaam"), ("telefoon",))
"""Fields of a resident that say one thing together."""
_WAAR: tuple[tuple[str, ...], ...] = (("straat", "huisnummer", "postcode"), ("kern",))
CONCEPT = "melding"
"""Key of the form that is being typed, for `typen.keep_concept`."""


@dataclass(frozen=True, slots=True)
class NieuweMelding:
    """What the worker typed; everything but the question and the contact person may be empty.

    `kern` is where the resident lives, `plek` where the question came in. Someone who speaks for the resident is a
    `vertegenwoordiger`, with in what capacity, for what, and whether the resident agrees (SIG-19).
    """

    vraag: str
    aanspreekvorm: Aanspreekvorm = Aanspreekvorm.NAAM
    voornamen: str | None = None
    tussenvoegsel: str | None = None
    achternaam: str | None = None
    straat: str | None = None
    huisnummer: str | None = None
    postcode: str | None = None
    kern: str | None = None
    plek: str | None = None
    kanaal: Kanaal = Kanaal.PERSOONLIJK
    ontvangen_datum: date | None = None
    ontvangen_tijd: time | None = None
    melder_naam: str | None = None
    melder_relatie: str | None = None
    telefoon: str | None = None
    contactpersoon_id: UUID | None = None
    vertegenwoordiger: str | None = None
    hoedanigheid: str | None = None
    reikwijdte: str | None = None
    inwoner_akkoord: bool | None = None
    spoed_reden: str | None = None
    """Why it cannot wait for the onderzoek (Wmo 2015 art. 2.3.3); empty when it can."""
    signaal_id: UUID | None = None
    """The signal that it came from."""
    aanleiding: str | None = None
    """What somebody else noticed; with it the question may still be empty."""
    meldplek: str | None = None
    wet: Wet | None = None
    bij_inwoner_id: UUID | None = None
    """Which of that dossier it is; without it the one whose dossier it is."""
    bij_huishouden_id: UUID | None = None
    """The dossier in which the resident is known already, when somebody said that it is the same one."""
    inloopcontact_id: UUID | None = None
    """The light contact in which the question was asked, when this comes from one."""


@dataclass(frozen=True, slots=True)
class Opgenomen:
    """The dossier that was made, and what changed."""

    huishouden_id: UUID
    melding_id: UUID
    changes: Changes


def contactpersonen(plek: Werkplek, lezer: Lezer) -> list[Medewerker]:
    """Who can be the fixed contact person: the worker first, then the colleagues by name; no volunteers (SIG-17)."""
    rechten, anderen = plek.profiel.rechten, (m for m in lezer.find(Medewerker) if m.id != plek.medewerker.id)
    leden = [wie for wie in anderen if Recht.MELDING in rechten(wie.functie)]
    return [plek.medewerker, *sorted(leden, key=lambda medewerker: medewerker.naam)]


def van_inloop(contact: Inloopcontact, waar: str | None) -> NieuweMelding:
    """What a light contact says already: the melding is received then and there. `waar` is the place of the inloop.

    A schuilnaam is nobody's name, and is left behind.
    """
    return NieuweMelding(
        vraag=contact.vraag,
        voornamen=contact.voornamen,
        achternaam=contact.achternaam,
        kern=contact.kern,
        plek=waar,
        kanaal=kanaal_van(contact),
        ontvangen_datum=contact.datum,
        ontvangen_tijd=contact.tijd,
        inloopcontact_id=contact.id,
    )


def neem_op(plek: Werkplek, invoer: NieuweMelding, herkomst: object = None, concept: str = "") -> Opgenomen:
    """A new household with its first melding, taken on by one contact person; takes in the form kept as `concept`.

    Where the resident is known already the melding comes in that dossier, and nobody is written down twice (TRI-21):
    what was not known of them yet is filled in, and what is known otherwise stands in the story.
    Raises `MagNiet`, `MeldingZonderVraag`, `MeldingInToekomst`, `MeldingZonderContactpersoon`, `TekstTeLang`,
    `RegelTeLang`, `DagBuitenBereik`, `BestaatNiet`; of the signal it comes from `SignaalIsMelding`, `SignaalGewist`.
    """
    plek.check_mag(Recht.MELDING)
    bekend_id = invoer.bij_huishouden_id
    huishouden_id = bekend_id or plek.new_id()
    inwoner = _inwoner(plek, invoer, huishouden_id)
    melding = neem_aan(_melding(plek, invoer, huishouden_id), invoer.contactpersoon_id, plek.vandaag)
    check_melding(melding, plek.vandaag)
    check_dag(melding.ontvangen_datum)
    with plek.store.write(herkomst) as werk:
        if bekend_id is not None:
            _vul_aan(plek, werk, invoer, werk.get(Huishouden, bekend_id))
        else:
            werk.add(_huishouden(invoer, huishouden_id, inwoner))
            werk.add(inwoner)
        werk.add(melding)
        if invoer.signaal_id is not None:
            signaal = werk.get(Signaal, invoer.signaal_id)
            door_id = plek.medewerker.id
            in_dossier = werk.change(signaal, **omgezet(signaal, huishouden_id, melding.id, door_id, plek.vandaag))
            noteer_terug(plek, werk, in_dossier)
        if invoer.inloopcontact_id is not None:
            verbind(werk, invoer.inloopcontact_id, Gevolg.MELDING, huishouden_id, melding.id)
        werk.keep_concept(concept, {})
        changes = werk.commit("melding.opgenomen", huishouden_id)
    return Opgenomen(huishouden_id, melding.id, changes)


def _vul_aan(plek: Werkplek, werk: UnitOfWork, invoer: NieuweMelding, huishouden: Huishouden) -> None:
    """What was typed about somebody who is known, into what is empty there. Nothing is written over: what is known
    otherwise is told in the story, for a person to look at.
    """
    inwoner = werk.find_one(Inwoner, invoer.bij_inwoner_id) or hoofdpersoon(werk, huishouden.id)
    anders: dict[str, str] = {}
    for groep in _VAN_INWONER:
        anders |= _vul_groep(werk, inwoner, {veld: getattr(invoer, veld) for veld in groep})
    elders: dict[str, str] = {}
    for groep in _WAAR:
        elders |= _vul_groep(werk, huishouden, {veld: getattr(invoer, veld) for veld in groep})
    if Aanspreekvorm.NAAM not in (invoer.aanspreekvorm, inwoner.aanspreekvorm):
        anders |= {"aanspreekvorm": invoer.aanspreekvorm} if invoer.aanspreekvorm is not inwoner.aanspreekvorm else {}
    elif invoer.aanspreekvorm is not Aanspreekvorm.NAAM:
        werk.change(werk.get(Inwoner, inwoner.id), aanspreekvorm=invoer.aanspreekvorm)
    if anders or elders:
        geheim = bool(elders) and not mag_adres(plek, werk, huishouden, Adresdoel.ZOEKEN)
        werk.add(_verschil(plek, huishouden.id, anders if geheim else anders | elders, geheim))


def _vul_groep(werk: UnitOfWork, record: Inwoner | Huishouden, getypt: Mapping[str, str | None]) -> dict[str, str]:
    """Fill what is empty of fields that belong together; gives what was typed where one of them is known otherwise."""
    nu = werk.get(type(record), record.id)
    gegeven = {veld: waarde for veld, waarde in getypt.items() if not is_leeg(waarde)}
    staat_er = {veld: getattr(nu, veld) or "" for veld in gegeven}
    if any(oud and oud.casefold() != (gegeven[veld] or "").casefold() for veld, oud in staat_er.items()):
        return {veld: waarde or "" for veld, waarde in gegeven.items()}
    nieuw = {veld: gegeven[veld] for veld, oud in staat_er.items() if not oud}
    if nieuw:
        with lengte_gezegd():
            werk.change(nu, **bewaarbaar(nieuw))
    return {}


def _verschil(plek: Werkplek, huishouden_id: UUID, anders: Mapping[str, str], ander_adres: bool) -> Contact:
    """`ander_adres`: an address that is secret was typed otherwise; the story, which is searched, leaves it out."""
    t = load("melding")
    delen = [f"{t(f'verschil.{veld}')} {waarde}" for veld, waarde in anders.items()]
    woorden = ", ".join([*delen, *([t("verschil.ander_adres")] if ander_adres else [])])
    return maak(
        Contact,
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        datum=plek.vandaag,
        tijd_van=plek.klok.lokaal().time().replace(second=0, microsecond=0),
        contactsoort=ContactSoort.OVERLEG,
        medewerker_id=plek.medewerker.id,
        verslag=t("verschil.zin", woorden=woorden),
    )


def change(plek: Werkplek, werk: UnitOfWork, geladen: Melding, bases: Bases, velden: Mapping[str, Any]) -> Melding:
    """The melding as it should have been written down, in a form that loaded `geladen` with `bases`.

    The hour goes with the day that was wrong, and the contact in which it came in goes along. What was decided about
    what cannot wait gets the day of today, and keeps that when its words are put right. Raises
    `MeldingZonderVraag`, `MeldingInToekomst`, `MeldingNaAannemen`, `DagBuitenBereik`, and what `wijzig` raises.
    """
    oud = werk.get(Melding, geladen.id)
    andere_dag = velden.get("ontvangen_datum", geladen.ontvangen_datum) != geladen.ontvangen_datum
    erbij: dict[str, Any] = {"ontvangen_tijd": None} if andere_dag else {}
    if "spoed_besluit" in velden:
        besloten = geladen.spoed_besluit_datum or plek.vandaag
        erbij["spoed_besluit_datum"] = besloten if velden["spoed_besluit"] else None
    nieuw = wijzig(werk, geladen, bases, {**velden, **erbij})
    check_melding(nieuw, plek.vandaag)
    check_dag(nieuw.ontvangen_datum)
    for contact in werk.find(Contact, huishouden_id=oud.huishouden_id):
        if is_binnenkomst(contact, oud):
            werk.change(contact, datum=nieuw.ontvangen_datum, citaat=nieuw.vraag)
    return nieuw


def neem_over(
    plek: Werkplek, melding: Melding, contactpersoon_id: UUID | None, bases: Bases, herkomst: object = None
) -> Changes:
    """A melding that came in elsewhere is taken on by one contact person; its first day stays (SIG-16, SIG-17).

    `melding` and `bases` as the screen loaded them. Raises `MeldingZonderContactpersoon`.
    """
    aangenomen = neem_aan(melding, contactpersoon_id, plek.vandaag)
    velden = {"contactpersoon_id": aangenomen.contactpersoon_id, "aangenomen_datum": aangenomen.aangenomen_datum}
    with plek.store.write(herkomst) as werk:
        wijzig(werk, melding, bases, velden)
        huishouden = werk.get(Huishouden, melding.huishouden_id)
        if huishouden.contactpersoon_id is None:
            werk.change(huishouden, contactpersoon_id=contactpersoon_id)
        return werk.commit("melding.aangenomen", melding.huishouden_id)


def _huishouden(invoer: NieuweMelding, huishouden_id: UUID, inwoner: Inwoner) -> Huishouden:
    return maak(
        Huishouden,
        id=huishouden_id,
        huishouden_id=huishouden_id,
        aanduiding=noem_naar(inwoner.aanhef),
        straat=invoer.straat,
        huisnummer=invoer.huisnummer,
        postcode=invoer.postcode,
        plaats=invoer.kern,
        kern=invoer.kern,
        contactpersoon_id=invoer.contactpersoon_id,
    )


def _inwoner(plek: Werkplek, invoer: NieuweMelding, huishouden_id: UUID) -> Inwoner:
    return maak(
        Inwoner,
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        voornamen=invoer.voornamen,
        tussenvoegsel=invoer.tussenvoegsel,
        achternaam=invoer.achternaam,
        aanspreekvorm=invoer.aanspreekvorm,
        telefoon=invoer.telefoon,
    )


def _melding(plek: Werkplek, invoer: NieuweMelding, huishouden_id: UUID) -> Melding:
    datum = invoer.ontvangen_datum or plek.vandaag
    nu = plek.klok.lokaal().time().replace(second=0, microsecond=0)
    return maak(
        Melding,
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        ontvangen_datum=datum,
        # Of an earlier day nobody knows the hour any more, unless it was written down.
        ontvangen_tijd=invoer.ontvangen_tijd or (nu if datum == plek.vandaag else None),
        kern=_kern_of(plek, invoer.plek) or invoer.kern,
        plek=invoer.plek,
        kanaal=invoer.kanaal,
        ontvangen_door_id=plek.medewerker.id,
        melder_naam=invoer.melder_naam,
        melder_relatie=invoer.melder_relatie,
        vraag=invoer.vraag,
        contactpersoon_id=invoer.contactpersoon_id,
        vertegenwoordiger=invoer.vertegenwoordiger,
        hoedanigheid=invoer.hoedanigheid,
        reikwijdte=invoer.reikwijdte,
        inwoner_akkoord=invoer.inwoner_akkoord,
        spoed_reden=invoer.spoed_reden,
        aanleiding=invoer.aanleiding,
        meldplek=plek.profiel.lijst("meldplekken").waarde(invoer.meldplek or "") or None,
        wet=invoer.wet,
    )


def _kern_of(plek: Werkplek, waar: str | None) -> str | None:
    """The kern in which this place lies, as far as the profile knows it."""
    return next((kern.naam for kern in plek.profiel.kernen if waar in kern.plekken), None)
