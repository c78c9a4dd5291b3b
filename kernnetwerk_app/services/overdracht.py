"""The warm transfer: offered with what the other needs, and open with the sender until somebody says yes (TRI-12)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.delen import MET_JA
from kernnetwerk_app.domain.eerste_vraagverheldering import check_set, is_breed
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.domain.overdracht import (
    Antwoorder,
    Overdracht,
    Overdrachtsoort,
    Overdrachtstand,
    OverdrachtZonderWet,
    beantwoord,
    check_overdracht,
    is_elders,
    mag_beantwoorden,
)
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tekst import bewaar, is_leeg
from kernnetwerk_app.domain.triage import Triage
from kernnetwerk_app.domain.vraagverheldering import AL_GEPROBEERD, WAAR_HET_OM_GAAT
from kernnetwerk_app.services import afzien, eerste_vraagverheldering, toestemming, triage
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.eerste_vraagverheldering import laatste_melding
from kernnetwerk_app.services.gesproken import check_naar_team
from kernnetwerk_app.services.indeling import Gebied, per_leefgebied
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.services.ontvanger import Ontvanger, bedoeld, naar_wie, noem, ontvangers, voorgesteld_team
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.toestemming import Akkoordgever
from kernnetwerk_app.services.triage import NieuweTriage
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst


def concept_terug(overdracht_id: UUID) -> str:
    """Key of the line with which this hand-over goes back, while it is typed, for `typen.keep_concept`."""
    return f"overdracht/terug/{overdracht_id}"


@dataclass(frozen=True, slots=True)
class NieuweOverdracht:
    """What the worker filled in; the fields as in `Overdracht`. `akkoord_van`: who said yes, each by
    `Akkoordgever.sleutel`; who lives alone and decides has not to be named (EVV-06). `gebieden`: keys of the life
    domains that go along; None is what goes along unless somebody chooses (`standaard`). `over_wetten`: None is that
    nobody answered it.
    """

    naar_id: UUID | None = None
    naar_team: str | None = None
    reden: str | None = None
    grond: str | None = None
    zonder_reden: str | None = None
    wijze: Overdrachtsoort = Overdrachtsoort.WARM
    verwijzer: str | None = None
    deskundige: str | None = None
    begeleider: str | None = None
    plek: str | None = None
    akkoord_van: tuple[str, ...] = ()
    gebieden: tuple[str, ...] | None = None
    over_wetten: bool | None = None
    snelle_grond: str | None = None
    """Why this goes past the triage, with `instelling` that refers; asked where no route leads there (TRI-07)."""
    instelling: str | None = None
    toch: str | None = None
    """Why a curator or mentor who decides along did not say yes."""


@dataclass(frozen=True, slots=True)
class Overdrachtregel:
    """One hand-over with who wrote it down and whom it is for, in words. `mag`: this worker can say yes or no."""

    overdracht: Overdracht
    van: str
    naar: str
    door: str
    mag: bool
    elders: bool
    """Whether it went to people without this app: then the sender writes their answer down."""
    van_mij: bool
    bases: Bases


@dataclass(frozen=True, slots=True)
class OverdrachtBeeld:
    """Everything the screen shows; `regels` has the latest first."""

    melding_id: UUID
    aanhef: str
    akkoordgevers: tuple[Akkoordgever, ...]
    """Who can say yes, the one with the question first; empty where that is not asked, of who lives alone."""
    pakket: tuple[tuple[str, str], ...]
    """The minimal set: each thing with what is known of it. Of safety it says only that it was asked."""
    gebieden: tuple[Gebied, ...]
    """What was told and is planned, by life domain in the order of the profile (OND-03)."""
    wet: Wet | None
    """For which law this question is, as far as somebody said."""
    andere_wetten: tuple[Wet, ...]
    """For which other laws questions were asked in this dossier."""
    mist: tuple[str, ...]
    ontvangers: tuple[Ontvanger, ...]
    """Colleagues first, then teams; no two have the same words."""
    regels: tuple[Overdrachtregel, ...]
    voorgesteld_team: str
    """Key of the team that the route leads to, or nothing."""
    liever: tuple[str, ...]
    """What the people here would rather not: with whom nothing is shared, whose help, or to go on now (RES-15)."""
    aantal: int
    """How often this household was handed over or referred (EVV-24)."""


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> OverdrachtBeeld:
    """The hand-overs of this household, and what would go along with a next one."""
    melding = laatste_melding(lezer, huishouden_id)
    namen = noem(lezer.find(Medewerker))
    alle = lezer.find(Overdracht, huishouden_id=huishouden_id)
    gevers = toestemming.akkoordgevers(plek, lezer, huishouden_id)
    return OverdrachtBeeld(
        melding_id=melding.id,
        aanhef=hoofdpersoon(lezer, huishouden_id).aanhef,
        akkoordgevers=() if toestemming.is_alleen(gevers, len(leden(lezer, huishouden_id))) else gevers,
        pakket=tuple(pakket(plek, lezer, melding).items()),
        gebieden=tuple(per_leefgebied(plek, lezer, melding)),
        wet=melding.wet,
        andere_wetten=_andere_wetten(lezer, melding),
        mist=_mist(plek, lezer, melding),
        ontvangers=ontvangers(plek, lezer, melding, namen),
        regels=tuple(_regel(plek, lezer, overdracht, namen) for overdracht in reversed(alle)),
        voorgesteld_team=voorgesteld_team(plek, lezer, melding),
        liever=tuple(afzien.zin(plek, lezer, een) for een in afzien.geldende(plek, lezer, huishouden_id)),
        aantal=eerste_vraagverheldering.tel_verwezen(lezer, huishouden_id),
    )


def pakket(plek: Werkplek, lezer: Lezer, melding: Melding) -> dict[str, str]:
    """The minimal set of this melding in words, by label, after what somebody noticed and before what was tried
    elsewhere first (TRI-13); what is missing is not in it.
    """
    lijst = plek.profiel.lijst
    eerste = eerste_vraagverheldering.find(plek, lezer, melding)
    gesprek = eerste_vraagverheldering.antwoorden(plek, lezer, melding)
    t = load_tekst("overdracht").met(plek.profiel.zeg)
    bestaan = [(veld, getattr(eerste, veld)) for veld in ("inkomen", "schulden", "wonen")]
    contact = lezer.find_one(Medewerker, melding.contactpersoon_id)
    datum = eerste.veiligheid_datum
    woorden = {
        "vraag": melding.vraag,
        "waar_het_om_gaat": gesprek.teksten[WAAR_HET_OM_GAAT],
        "al_geprobeerd": gesprek.teksten[AL_GEPROBEERD],
        "urgentie": _samen(lijst("urgentie").label(eerste.urgentie), eerste.urgentie_reden),
        "brede_uitvraag": t("pakket.breed") if is_breed(gesprek.statussen.values()) else "",
        "bestaanszekerheid": ", ".join(
            t(f"pakket.{veld}", stand=lijst("bestaanszekerheid").label(stand).lower())
            for veld, stand in bestaan
            if stand
        ),
        "veiligheid": t("pakket.veiligheid", datum=datum_kort(datum)) if datum else "",
        "uitkomst": _samen(lijst("evv_uitkomsten").label(eerste.uitkomst), eerste.uitkomst_reden),
        "contactpersoon": contact.naam if contact is not None else "",
    }
    gevraagd = lijst("minimale_set").keuzes
    opgemerkt = {t("pakket.aanleiding"): melding.aanleiding} if melding.aanleiding else {}
    mee = opgemerkt | {keuze.label: woorden[keuze.sleutel] for keuze in gevraagd if woorden.get(keuze.sleutel)}
    eerst = dict.fromkeys(triage.eerst_geprobeerd for triage in lezer.find(Triage, melding_id=melding.id))
    geprobeerd = _samen(*eerst)
    return mee | ({t("pakket.eerst_geprobeerd"): geprobeerd} if geprobeerd else {})


def standaard(profiel: Gemeenteprofiel, gebieden: Iterable[Gebied], grond: str | None) -> tuple[str, ...]:
    """Which domains go along unless somebody chooses: all that nobody would rather not talk about, and none in direct
    danger, where only what is needed for that is shared.
    """
    if not profiel.delen.aan_tafel(grond):
        return ()
    return tuple(gebied.sleutel for gebied in gebieden if not gebied.liever_niet)


def bied_aan(
    plek: Werkplek, melding_id: UUID, invoer: NieuweOverdracht, herkomst: object = None, concept: str = ""
) -> tuple[UUID, Changes]:
    """Offer this question to a colleague or a team; it stays with the sender until somebody says yes.

    Raises what `check_overdracht` raises, `SignaalHoudtTegen`, `VeiligheidNietBesproken` (never passed),
    `MinimaleSetOnvolledig`, `OverdrachtZonderWet`, `DelenOverWetten`, `OverdrachtZonderAkkoord`, `DelenZonderAfspraak`,
    `DelenZonderVertegenwoordiger`, `InwonerIsOverleden`: nobody is sent a question that has stopped; and past the
    triage what `triage.schrijf` raises.
    """
    plek.check_mag(Recht.OVERDRAGEN)
    with plek.store.write(herkomst) as werk:
        melding = werk.get(Melding, melding_id)
        check_post(werk, melding.huishouden_id)
        overdracht, buiten_triage = bedoeld(plek, werk, melding, _maak(plek, werk, melding, invoer))
        check_overdracht(overdracht)
        check_naar_team(plek, werk, overdracht)
        if overdracht.wijze is Overdrachtsoort.WARM:
            check_set(_mist(plek, werk, melding), overdracht.zonder_reden)
            _check_wetten(plek, werk, melding, overdracht, invoer.over_wetten)
        if overdracht.wijze is Overdrachtsoort.WARM and buiten_triage:
            snel = NieuweTriage(grond=invoer.snelle_grond or "", instelling=invoer.instelling)
            triage.schrijf(plek, werk, melding, snel)
        werk.add(overdracht)
        if overdracht.grond == MET_JA:
            naar = naar_wie(plek, overdracht, noem(werk.find(Medewerker)))
            ja = toestemming.wie_zei_ja(plek, werk, melding.huishouden_id, invoer.akkoord_van, invoer.toch)
            toch = toestemming.toch_bij(plek, werk, melding.huishouden_id, ja, invoer.toch)
            for gever in ja:
                toestemming.schrijf(plek, werk, overdracht, gever, naar, toch[gever.sleutel])
        _check_partner(plek, overdracht)
        werk.keep_concept(concept, {})
        return overdracht.id, werk.commit("overdracht.aangeboden", melding.huishouden_id)


def antwoord(
    plek: Werkplek,
    geladen: Overdracht,
    stand: Overdrachtstand,
    bases: Bases,
    reden: str | None = None,
    herkomst: object = None,
) -> Changes:
    """Say yes, give it back with a reason, or (the sender) take it back. `geladen` and `bases` as the screen has them.

    Raises `OverdrachtIsBeantwoord`, `OverdrachtNietVoorU`, `OverdrachtZonderReden`, `RegelTeLang`, and
    `DelenIsVoorbij` for a yes when the resident took theirs back (RES-01).
    """
    plek.check_mag(Recht.OVERDRAGEN)
    with plek.store.write(herkomst) as werk:
        nu = werk.get(Overdracht, geladen.id)
        if stand is Overdrachtstand.AANGENOMEN and nu.grond == MET_JA:
            toestemming.check_geldt(plek, werk, nu.id)
        nieuw = beantwoord(nu, stand, antwoorder(plek), plek.vandaag, None if is_leeg(reden) else reden)
        velden = ("stand", "antwoord_datum", "antwoord_door_id", "antwoord_reden")
        wijzig(werk, geladen, bases, {veld: getattr(nieuw, veld) for veld in velden})
        if stand is not Overdrachtstand.AANGENOMEN:
            toestemming.vervalt(plek, werk, geladen.id)
        werk.keep_concept(concept_terug(geladen.id), {})
        return werk.commit(f"overdracht.{stand.value}", geladen.huishouden_id)


def _check_wetten(
    plek: Werkplek, lezer: Lezer, melding: Melding, overdracht: Overdracht, antwoord: bool | None
) -> None:
    """What was told for another law goes on only on a ground that allows that (Wmo 2015 art. 5.1.1 lid 4). In direct
    danger nobody is asked: the life that it is about counts first.
    """
    if not plek.profiel.delen.aan_tafel(overdracht.grond):
        return
    if antwoord is None and _andere_wetten(lezer, melding):
        raise OverdrachtZonderWet
    plek.profiel.delen.check_over_wetten(overdracht.grond, over_wetten=overdracht.over_wetten)


def _andere_wetten(lezer: Lezer, melding: Melding) -> tuple[Wet, ...]:
    wetten = {een.wet for een in lezer.find(Melding, huishouden_id=melding.huishouden_id)} - {melding.wet, Wet.GEEN}
    return tuple(wet for wet in Wet if wet in wetten)


def _check_partner(plek: Werkplek, overdracht: Overdracht) -> None:
    """Words that are no colleague and no team of the municipality name an organisation: that needs an agreement, where
    something goes there (RES-13). What somebody else referred is only written down.
    """
    team, eigen = overdracht.naar_team, {team.sleutel for team in plek.profiel.teams}
    if overdracht.wijze is Overdrachtsoort.WARM and overdracht.naar_id is None and team and team not in eigen:
        plek.profiel.delen.check_partner(plek.profiel.partners, team, overdracht.grond, plek.vandaag)


def antwoorder(plek: Werkplek) -> Antwoorder:
    """This worker as one who may answer a hand-over."""
    wie, profiel = plek.medewerker, plek.profiel
    return Antwoorder(wie.id, profiel.teams_van(wie.functie), profiel.bemande_teams)


def door_wie(plek: Werkplek, overdracht: Overdracht, namen: Mapping[UUID, str]) -> str:
    """Who answered; of people elsewhere where they are, for the sender only wrote down what they said."""
    door = overdracht.antwoord_door_id
    if door == overdracht.van_id:
        return naar_wie(plek, overdracht, namen)
    return namen.get(door, "") if door is not None else ""


def _mist(plek: Werkplek, lezer: Lezer, melding: Melding) -> tuple[str, ...]:
    """What is missing, asked of who may fill it in; elsewhere the first clarification comes after the hand-over."""
    if not plek.mag(Recht.EERSTE_VRAAGVERHELDERING):
        return ()
    return eerste_vraagverheldering.mist(plek, lezer, melding)


def _regel(plek: Werkplek, lezer: Lezer, overdracht: Overdracht, namen: Mapping[UUID, str]) -> Overdrachtregel:
    ik, wie = plek.medewerker.id, antwoorder(plek)
    return Overdrachtregel(
        overdracht=overdracht,
        van=namen.get(overdracht.van_id, ""),
        naar=naar_wie(plek, overdracht, namen),
        door=door_wie(plek, overdracht, namen),
        mag=overdracht.is_open and mag_beantwoorden(overdracht, wie),
        elders=is_elders(overdracht, wie.bemand),
        van_mij=overdracht.van_id == ik,
        bases=lezer.bases(overdracht.id),
    )


def _maak(plek: Werkplek, lezer: Lezer, melding: Melding, invoer: NieuweOverdracht) -> Overdracht:
    warm = invoer.wijze is Overdrachtsoort.WARM
    regels = [f"{label}: {woorden}" for label, woorden in pakket(plek, lezer, melding).items()]
    gebieden = tuple(per_leefgebied(plek, lezer, melding))
    mee = standaard(plek.profiel, gebieden, invoer.grond) if invoer.gebieden is None else invoer.gebieden
    regels += [f"{gebied.naam}: {gebied.woorden}" for gebied in gebieden if gebied.sleutel in mee]
    return maak(
        Overdracht,
        id=plek.new_id(),
        huishouden_id=melding.huishouden_id,
        melding_id=melding.id,
        wijze=invoer.wijze,
        van_id=plek.medewerker.id,
        naar_id=invoer.naar_id,
        naar_team=invoer.naar_team,
        datum=plek.vandaag,
        reden=invoer.reden,
        grond=invoer.grond,
        pakket=bewaar("\n".join(regels)) if warm else None,
        zonder_reden=invoer.zonder_reden,
        verwijzer=invoer.verwijzer,
        deskundige=invoer.deskundige,
        begeleider=invoer.begeleider,
        plek=invoer.plek,
        stand=Overdrachtstand.OPEN if warm else Overdrachtstand.GEREGISTREERD,
        over_wetten=warm and bool(invoer.over_wetten),
    )


def _samen(*delen: str | None) -> str:
    return ". ".join(deel for deel in delen if deel)
