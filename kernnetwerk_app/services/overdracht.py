"""The warm transfer: offered with what the other needs, and open with the sender until somebody says yes (TRI-12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.eerste_vraagverheldering import EersteVraagverheldering, check_set, eerste_id, is_breed
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.overdracht import (
    Overdracht,
    Overdrachtsoort,
    Overdrachtstand,
    beantwoord,
    check_overdracht,
    mag_beantwoorden,
)
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tekst import bewaar, is_leeg
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.triage import Route, Triage
from kernnetwerk_app.domain.vraagverheldering import AL_GEPROBEERD, WAAR_HET_OM_GAAT
from kernnetwerk_app.services import eerste_vraagverheldering
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.eerste_vraagverheldering import laatste_melding
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.services.melding import contactpersonen
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst

_PAKKET = ("pakket",)
"""What no list reads."""
MET_JA = "inwoner"
"""Ground under which the resident's yes is written down as a Toestemming too."""


def concept_terug(overdracht_id: UUID) -> str:
    """Key of the line with which this hand-over goes back, while it is typed, for `typen.keep_concept`."""
    return f"overdracht/terug/{overdracht_id}"


@dataclass(frozen=True, slots=True)
class NieuweOverdracht:
    """What the worker filled in; the fields as in `Overdracht`. `akkoord_van`: who of the household said yes,
    the main person where nobody is named (EVV-06).
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
    akkoord_van: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Overdrachtregel:
    """One hand-over with who sent it and whom it is for, in words. `mag`: this worker can say yes or no."""

    overdracht: Overdracht
    van: str
    naar: str
    door: str
    mag: bool
    van_mij: bool
    bases: Bases


@dataclass(frozen=True, slots=True)
class OverdrachtBeeld:
    """Everything the screen shows; `regels` has the latest first."""

    melding_id: UUID
    aanhef: str
    leden: tuple[Inwoner, ...]
    """Who can say yes, the one with the question first."""
    pakket: tuple[tuple[str, str], ...]
    """The minimal set: each thing with what is known of it. Of safety it says only that it was asked."""
    mist: tuple[str, ...]
    collegas: tuple[Medewerker, ...]
    regels: tuple[Overdrachtregel, ...]
    voorgesteld_team: str
    """Key of the team that the route leads to, or nothing."""
    aantal: int
    """How often this household was handed over or referred (EVV-24)."""


@dataclass(frozen=True, slots=True)
class Toegangstand:
    """How far the latest question is, for the dossier: no class and no outcome, which somebody may read along."""

    begonnen: date | None
    afgerond: date | None
    door: str
    met_triage: bool
    route: str
    wacht_op: str
    """Whose yes or no an open hand-over waits for; or, where that is mine, who sent it."""
    voor_mij: bool


@dataclass(frozen=True, slots=True)
class Wachtend:
    """A hand-over that waits, for the start screen. `voor_mij`: for my yes or no; else I wait for that of another."""

    huishouden_id: UUID
    overdracht_id: UUID
    wie: str
    datum: date
    voor_mij: bool
    terug: bool


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> OverdrachtBeeld:
    """The hand-overs of this household, and what would go along with a next one."""
    melding = laatste_melding(lezer, huishouden_id)
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    alle = lezer.find(Overdracht, huishouden_id=huishouden_id)
    return OverdrachtBeeld(
        melding_id=melding.id,
        aanhef=hoofdpersoon(lezer, huishouden_id).aanhef,
        leden=tuple(leden(lezer, huishouden_id)),
        pakket=tuple(pakket(plek, lezer, melding).items()),
        mist=eerste_vraagverheldering.mist(plek, lezer, melding),
        collegas=tuple(m for m in contactpersonen(plek, lezer) if m.id != plek.medewerker.id),
        regels=tuple(_regel(plek, lezer, overdracht, namen) for overdracht in reversed(alle)),
        voorgesteld_team=_team_van_route(plek, lezer, melding),
        aantal=eerste_vraagverheldering.tel_verwezen(lezer, huishouden_id),
    )


def load_stand(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Toegangstand | None:
    """How far the latest question of this household is; None without a melding."""
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    if not meldingen:
        return None
    melding = meldingen[-1]
    eerste = lezer.find_one(EersteVraagverheldering, eerste_id(melding.id))
    triages = lezer.find(Triage, melding_id=melding.id)
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    open_ = [o for o in lezer.find(Overdracht, zonder=_PAKKET, melding_id=melding.id) if o.is_open]
    voor_mij = bool(open_) and mag_beantwoorden(open_[-1], plek.medewerker.id)
    route = triages[-1].route if triages else None
    return Toegangstand(
        begonnen=eerste.datum if eerste is not None else None,
        afgerond=eerste.afgerond_datum if eerste is not None else None,
        door=namen.get(eerste.afgerond_door_id or eerste.door_id, "") if eerste is not None else "",
        met_triage=plek.profiel.triage.stap or bool(triages),
        route=plek.profiel.lijst("routes").label(route.value) if route is not None else "",
        wacht_op=(namen.get(open_[-1].van_id, "") if voor_mij else _naar(plek, open_[-1], namen)) if open_ else "",
        voor_mij=voor_mij,
    )


def pakket(plek: Werkplek, lezer: Lezer, melding: Melding) -> dict[str, str]:
    """The minimal set of this melding in words, by label; what is missing is not in it. What somebody
    noticed goes along.
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
    return opgemerkt | {keuze.label: woorden[keuze.sleutel] for keuze in gevraagd if woorden.get(keuze.sleutel)}


def bied_aan(
    plek: Werkplek, melding_id: UUID, invoer: NieuweOverdracht, herkomst: object = None, concept: str = ""
) -> tuple[UUID, Changes]:
    """Offer this question to a colleague or a team; it stays with the sender until somebody says yes.

    Raises what `check_overdracht` raises, `VeiligheidNietBesproken` (never passed), `MinimaleSetOnvolledig` and
    `InwonerIsOverleden`: nobody is sent a question that has stopped.
    """
    plek.check_mag(Recht.OVERDRAGEN)
    with plek.store.write(herkomst) as werk:
        melding = werk.get(Melding, melding_id)
        check_post(werk, melding.huishouden_id)
        overdracht = _maak(plek, werk, melding, invoer)
        check_overdracht(overdracht)
        # What is missing is asked of who may fill it in; elsewhere the first clarification comes after the hand-over.
        if overdracht.wijze is Overdrachtsoort.WARM and plek.mag(Recht.EERSTE_VRAAGVERHELDERING):
            check_set(eerste_vraagverheldering.mist(plek, werk, melding), overdracht.zonder_reden)
        werk.add(overdracht)
        if overdracht.grond == MET_JA:
            eigen = hoofdpersoon(werk, melding.huishouden_id).id
            for inwoner_id in dict.fromkeys(invoer.akkoord_van or (eigen,)):
                werk.add(_toestemming(plek, werk, overdracht, inwoner_id))
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

    Raises `OverdrachtIsBeantwoord`, `OverdrachtNietVoorU`, `OverdrachtZonderReden`, `RegelTeLang`.
    """
    plek.check_mag(Recht.OVERDRAGEN)
    with plek.store.write(herkomst) as werk:
        nu = werk.get(Overdracht, geladen.id)
        nieuw = beantwoord(nu, stand, plek.medewerker.id, plek.vandaag, None if is_leeg(reden) else reden)
        velden = ("stand", "antwoord_datum", "antwoord_door_id", "antwoord_reden")
        wijzig(werk, geladen, bases, {veld: getattr(nieuw, veld) for veld in velden})
        werk.keep_concept(concept_terug(geladen.id), {})
        return werk.commit(f"overdracht.{stand.value}", geladen.huishouden_id)


def wachtend(plek: Werkplek, lezer: Lezer) -> list[Wachtend]:
    """What waits for a yes or no of this worker, and what this worker sent and came back."""
    namen = {medewerker.id: medewerker.voornaam for medewerker in lezer.find(Medewerker)}
    ik = plek.medewerker.id
    gevonden = []
    for overdracht in lezer.find(Overdracht, zonder=_PAKKET):
        if overdracht.huishouden_id is None:
            continue
        voor_mij = overdracht.is_open and _is_ontvanger(plek) and mag_beantwoorden(overdracht, ik)
        terug = overdracht.stand is Overdrachtstand.TERUG and _is_laatste(lezer, overdracht)
        if voor_mij or (overdracht.van_id == ik and (overdracht.is_open or terug)):
            wie = namen.get(overdracht.van_id, "") if voor_mij else _naar(plek, overdracht, namen)
            gevonden.append(Wachtend(overdracht.huishouden_id, overdracht.id, wie, overdracht.datum, voor_mij, terug))
    return gevonden


def _is_ontvanger(plek: Werkplek) -> bool:
    """Who has no part in hand-overs here, takes none over."""
    return plek.mag(Recht.OVERDRAGEN)


def _is_laatste(lezer: Lezer, overdracht: Overdracht) -> bool:
    """Nothing was sent after it: so the sender has yet to find another way."""
    return lezer.find(Overdracht, zonder=_PAKKET, melding_id=overdracht.melding_id)[-1].id == overdracht.id


def _regel(plek: Werkplek, lezer: Lezer, overdracht: Overdracht, namen: Mapping[UUID, str]) -> Overdrachtregel:
    ik = plek.medewerker.id
    return Overdrachtregel(
        overdracht=overdracht,
        van=overdracht.verwijzer or namen.get(overdracht.van_id, ""),
        naar=_naar(plek, overdracht, namen),
        door=namen.get(overdracht.antwoord_door_id, "") if overdracht.antwoord_door_id else "",
        mag=overdracht.is_open and mag_beantwoorden(overdracht, ik),
        van_mij=overdracht.van_id == ik,
        bases=lezer.bases(overdracht.id),
    )


def _naar(plek: Werkplek, overdracht: Overdracht, namen: Mapping[UUID, str]) -> str:
    team = plek.profiel.teamlijst.label(overdracht.naar_team)
    return namen.get(overdracht.naar_id, "") if overdracht.naar_id is not None else team


def _team_van_route(plek: Werkplek, lezer: Lezer, melding: Melding) -> str:
    """Route 3 and the fast route lead to a team of their own (TRI-05, TRI-07)."""
    for laatste in lezer.find(Triage, melding_id=melding.id)[-1:]:
        if laatste.grond is not None:
            return plek.profiel.snelle_route.naar
        if laatste.route is Route.MAATWERK:
            return plek.profiel.triage.maatwerkteam
    return ""


def _maak(plek: Werkplek, lezer: Lezer, melding: Melding, invoer: NieuweOverdracht) -> Overdracht:
    warm = invoer.wijze is Overdrachtsoort.WARM
    regels = [f"{label}: {woorden}" for label, woorden in pakket(plek, lezer, melding).items()]
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
    )


def _toestemming(plek: Werkplek, werk: UnitOfWork, overdracht: Overdracht, inwoner_id: UUID) -> Toestemming:
    """The yes of one person; each of a household says it for themselves."""
    namen = {medewerker.id: medewerker.naam for medewerker in werk.find(Medewerker)}
    t = load_tekst("overdracht")
    return maak(
        Toestemming,
        id=plek.new_id(),
        huishouden_id=overdracht.huishouden_id,
        inwoner_id=inwoner_id,
        onderwerp=t("toestemming.onderwerp"),
        ontvanger=_naar(plek, overdracht, namen),
        doel=overdracht.reden,
        grond=overdracht.grond,
        begin_datum=plek.vandaag,
    )


def _samen(*delen: str | None) -> str:
    return ". ".join(deel for deel in delen if deel)
