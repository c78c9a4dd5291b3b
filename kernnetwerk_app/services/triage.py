"""Triage: the app proposes from what was observed, a worker decides, and every judgement stays (TRI-01 to TRI-20)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from uuid import UUID

from kernnetwerk_app.domain.eerste_vraagverheldering import BESTAAN, EersteVraagverheldering, Fase, eerste_id, is_breed
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import Leefgebiedenlijst
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.triage import (
    ROUTE_VAN_LAAG,
    DeelStatus,
    Feit,
    Route,
    Routedeel,
    Triage,
    Voorstel,
    check_triage,
    geldende,
    lees_waarnemingen,
    leid_af,
    schrijf_waarnemingen,
    stel_voor,
)
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import eerste_vraagverheldering
from kernnetwerk_app.services.adres import kern_voor
from kernnetwerk_app.services.eerste_vraagverheldering import laatste_melding
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

BESPREKER, PLANMAKER = "bespreker", "planmaker"
"""Keys of `rollen` whose step the records can show."""


@dataclass(frozen=True, slots=True)
class NieuweTriage:
    """What the worker chose. `waarnemingen`: row of the matrix to column. `grond` is set for the fast route, also when
    it is still empty; the other fields as in `Triage`.
    """

    waarnemingen: Mapping[str, str] = field(default_factory=dict)
    klasse: str | None = None
    reden: str | None = None
    route: Route | None = None
    bron: str | None = None
    nabijheid: str | None = None
    lichter: str | None = None
    lichter_reden: str | None = None
    eerst_geprobeerd: str | None = None
    grond: str | None = None
    instelling: str | None = None
    zonder_uitvraag: str | None = None


_EIGEN = tuple(veld.name for veld in fields(NieuweTriage) if veld.name not in ("waarnemingen", "route"))
"""What is kept as the worker chose it."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """One judgement of the past: who, and whether that was what the app had proposed."""

    triage: Triage
    wie: str

    @property
    def is_anders(self) -> bool:
        return self.triage.voorgesteld is not None and self.triage.klasse != self.triage.voorgesteld


@dataclass(frozen=True, slots=True)
class TriageBeeld:
    """Everything the screen shows. `oordelen` has the latest first; `delen` are all parts that were arranged: a next
    judgement takes none of them away (TRI-10).
    """

    melding_id: UUID
    vraag: str
    aanleiding: str
    """What somebody else noticed, where it began so."""
    aanhef: str
    breed: bool
    """Whether the brede uitvraag was recorded; without it only the fast route is open (TRI-08)."""
    afgeleid: Mapping[str, str]
    """What the records already say of a row of the matrix; a person may see it otherwise."""
    oordelen: tuple[Oordeel, ...]
    delen: tuple[Routedeel, ...]
    bases: Mapping[UUID, Bases]
    fase: Fase
    eerst_dichtbij: tuple[str, ...]
    """Roles that are near the resident here and whose step was not done yet (TRI-19)."""
    mensen: tuple[Inwoner, ...]
    """Who belong to the household."""
    uitvraag_nog_te_doen: bool
    """A fast route skipped the brede uitvraag: the team that has the question does it still (T-11, TRI-14)."""

    @property
    def geldend(self) -> Triage | None:
        """The judgement whose route holds now."""
        return geldende([oordeel.triage for oordeel in reversed(self.oordelen)])

    @property
    def laatste(self) -> Triage | None:
        return self.oordelen[0].triage if self.oordelen else None


@dataclass(frozen=True, slots=True)
class Bron:
    """A place of the sociale kaart where an answer can be found, and along which route that is; None is not said."""

    naam: str
    route: Route | None
    is_vraagbaak: bool = False
    """People only ask there: nobody has to talk or plan nearby first (TRI-19)."""


def bronnen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[Bron, ...]:
    """The places to choose from: those of the own kern first. Its layer says the route (SOC-09)."""
    thuis = kern_voor(plek, lezer, huishouden_id)
    alle = [v for v in lezer.find(Voorziening, voorstel_bij_id=None) if v.is_open(plek.vandaag)]
    alle.sort(key=lambda v: (v.kern != thuis, v.naam.casefold()))
    return tuple(Bron(v.naam, ROUTE_VAN_LAAG.get(v.laag or ""), v.is_vraagbaak) for v in alle)


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> TriageBeeld:
    """The triage of the latest melding of this household."""
    melding = laatste_melding(lezer, huishouden_id)
    gesprek = eerste_vraagverheldering.antwoorden(plek, lezer, melding)
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    triages = lezer.find(Triage, melding_id=melding.id)
    feiten = _feiten(plek.profiel.leefgebieden, gesprek.teksten, _bestaan(lezer, melding))
    delen = [deel for triage in triages for deel in lezer.find(Routedeel, triage_id=triage.id)]
    return TriageBeeld(
        melding_id=melding.id,
        vraag=melding.vraag,
        aanleiding=melding.aanleiding or "",
        aanhef=hoofdpersoon(lezer, huishouden_id).aanhef,
        breed=is_breed(gesprek.statussen.values()),
        afgeleid=leid_af(plek.profiel.triage.matrix, feiten),
        oordelen=tuple(Oordeel(triage, namen.get(triage.door_id, "")) for triage in reversed(triages)),
        delen=tuple(delen),
        bases=lezer.bases_van(deel.id for deel in delen),
        fase=eerste_vraagverheldering.fase(plek, lezer, melding),
        eerst_dichtbij=_eerst_dichtbij(plek, lezer, melding),
        mensen=tuple(leden(lezer, huishouden_id)),
        uitvraag_nog_te_doen=_uitvraag_nog_te_doen(plek, lezer, huishouden_id),
    )


def _eerst_dichtbij(plek: Werkplek, lezer: Lezer, melding: Melding) -> tuple[str, ...]:
    """Who carries it out may be further away once it was talked about, and a plan was made, nearby (TRI-19)."""
    eerste = lezer.find_one(EersteVraagverheldering, eerste_id(melding.id))
    besproken = eerste is not None and eerste.afgerond_datum is not None
    gedaan = {
        BESPREKER: besproken or bool(lezer.find(Vraagverheldering, melding_id=melding.id)),
        PLANMAKER: bool(lezer.find(Ondersteuningsplan, huishouden_id=melding.huishouden_id, kind_id=None)),
    }
    return tuple(rol for rol, is_gedaan in gedaan.items() if rol in plek.profiel.triage.nabij and not is_gedaan)


def zonder_uitvraag(plek: Werkplek, lezer: Lezer) -> list[UUID]:
    """Households that went along the fast route, of which the brede uitvraag has still to be done (T-11)."""
    if not plek.mag(Recht.EERSTE_VRAAGVERHELDERING):
        return []  # who referred past the triage is not the one to do it
    gevonden = dict.fromkeys(triage.huishouden_id for triage in lezer.find(Triage) if triage.is_versneld)
    return [h for h in gevonden if h is not None and _uitvraag_nog_te_doen(plek, lezer, h)]


def voorstel(plek: Werkplek, waarnemingen: Mapping[str, str]) -> Voorstel | None:
    """What the app proposes for this, in this municipality."""
    profiel = plek.profiel.triage
    return stel_voor(profiel.matrix, profiel.klassen, waarnemingen)


def stel_vast(
    plek: Werkplek, melding_id: UUID, invoer: NieuweTriage, herkomst: object = None, concept: str = ""
) -> tuple[UUID, Changes]:
    """A judgement of today; takes in the form that was kept as `concept`. Raises what `schrijf` raises."""
    with plek.store.write(herkomst) as werk:
        melding = werk.get(Melding, melding_id)
        triage = schrijf(plek, werk, melding, invoer)
        werk.keep_concept(concept, {})
        return triage.id, werk.commit("triage.vastgesteld", melding.huishouden_id)


def schrijf(plek: Werkplek, werk: UnitOfWork, melding: Melding, invoer: NieuweTriage) -> Triage:
    """The same, within a larger act. Raises what `check_triage` raises, and `MagNiet`: the fast route is also for who
    refers past the triage (TRI-07).
    """
    if invoer.grond is None or not plek.profiel.mag_versnellen(plek.medewerker.functie):
        plek.check_mag(Recht.TRIAGE)
    profiel = plek.profiel.triage
    gedacht = voorstel(plek, invoer.waarnemingen)
    eigen = {veld: getattr(invoer, veld) for veld in _EIGEN}
    triage = maak(
        Triage,
        id=plek.new_id(),
        huishouden_id=melding.huishouden_id,
        melding_id=melding.id,
        datum=plek.vandaag,
        door_id=plek.medewerker.id,
        voorgesteld=gedacht.klasse if gedacht is not None else None,
        waarnemingen=schrijf_waarnemingen(invoer.waarnemingen),
        matrix=profiel.matrix.sleutel if gedacht is not None else None,
        matrixversie=profiel.matrix.versie if gedacht is not None else None,
        route=Route.MAATWERK if invoer.grond is not None else invoer.route,
        **eigen,
    )
    check_triage(profiel, triage, breed=_is_breed(plek, werk, melding), gronden=plek.profiel.snelle_route.gronden)
    werk.add(triage)
    return triage


def loopt_naar_maatwerk(lezer: Lezer, melding: Melding) -> bool:
    """Whether a route leads this question to the maatwerkteam: route 3, the fast one, or a part of a combination."""
    triages = lezer.find(Triage, melding_id=melding.id)
    keuze = geldende(triages)
    if keuze is None or keuze.route is not Route.COMBINATIE:
        return keuze is not None and keuze.route is Route.MAATWERK
    delen = (deel for triage in triages for deel in lezer.find(Routedeel, triage_id=triage.id))
    return any(deel.route is Route.MAATWERK and deel.status is not DeelStatus.GESTOPT for deel in delen)


def voeg_deel_toe(
    plek: Werkplek,
    triage_id: UUID,
    route: Route,
    aanbieder: str,
    niveau: str | None = None,
    nabijheid: str | None = None,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """One more part of the arrangement; what was there stays (TRI-10)."""
    plek.check_mag(Recht.TRIAGE)
    with plek.store.write(herkomst) as werk:
        triage = werk.get(Triage, triage_id)
        werk.add(
            maak(
                Routedeel,
                id=plek.new_id(),
                huishouden_id=triage.huishouden_id,
                triage_id=triage_id,
                route=route,
                aanbieder=aanbieder,
                niveau=niveau,
                nabijheid=nabijheid,
                status_datum=plek.vandaag,
            )
        )
        werk.keep_concept(concept, {})
        return werk.commit("triage.deel", triage.huishouden_id)


def zet_deel(plek: Werkplek, deel: Routedeel, status: DeelStatus, bases: Bases, herkomst: object = None) -> Changes:
    """How it goes with this part since today; the others stay as they are. `deel`, `bases` as the screen has them."""
    plek.check_mag(Recht.TRIAGE)
    with plek.store.write(herkomst) as werk:
        wijzig(werk, deel, bases, {"status": status, "status_datum": plek.vandaag})
        return werk.commit("triage.deelstand", deel.huishouden_id)


def _uitvraag_nog_te_doen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> bool:
    """Whether the latest question that went fast had a brede uitvraag neither itself nor after it."""
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    snel = {triage.melding_id for triage in lezer.find(Triage, huishouden_id=huishouden_id) if triage.is_versneld}
    laatste = max((nummer for nummer, melding in enumerate(meldingen) if melding.id in snel), default=len(meldingen))
    return laatste < len(meldingen) and not any(_is_breed(plek, lezer, melding) for melding in meldingen[laatste:])


def _is_breed(plek: Werkplek, lezer: Lezer, melding: Melding) -> bool:
    return is_breed(eerste_vraagverheldering.antwoorden(plek, lezer, melding).statussen.values())


def waarnemingen(triage: Triage) -> dict[str, str]:
    """What this judgement was made of."""
    return lees_waarnemingen(triage.waarnemingen)


def _bestaan(lezer: Lezer, melding: Melding) -> tuple[str | None, ...]:
    eerste = lezer.find_one(EersteVraagverheldering, eerste_id(melding.id))
    return tuple(getattr(eerste, veld) for veld in BESTAAN) if eerste is not None else ()


def _feiten(lijst: Leefgebiedenlijst, teksten: Mapping[str, str], bestaan: tuple[str | None, ...]) -> set[Feit]:
    """Told once: what the answers say already."""
    lastig = sum(not is_leeg(teksten.get(f"{gebied.sleutel}.lastig")) for gebied in lijst.leefgebieden)
    grenzen = ((4, Feit.VEEL_LASTIG), (2, Feit.ENKELE_LASTIG), (1, Feit.EEN_LASTIG))
    feiten = {next((feit for vanaf, feit in grenzen if lastig >= vanaf), None)}
    if "zorgen" in bestaan:
        feiten.add(Feit.BESTAAN_ZORGEN)
    elif bestaan and set(bestaan) == {"gaat"}:
        feiten.add(Feit.BESTAAN_GAAT)
    return {feit for feit in feiten if feit is not None}
