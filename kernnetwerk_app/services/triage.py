"""Triage: the app proposes from what was observed, a worker decides, and every judgement stays (TRI-01 to TRI-20)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from kernnetwerk_app.domain.eerste_vraagverheldering import BESTAAN, EersteVraagverheldering, Fase, eerste_id, is_breed
from kernnetwerk_app.domain.leefgebied import Leefgebiedenlijst
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.triage import (
    ROUTE_VAN_LAAG,
    DeelStatus,
    Route,
    Routedeel,
    Triage,
    Voorstel,
    check_triage,
    lees_waarnemingen,
    schrijf_waarnemingen,
    stel_voor,
)
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services import eerste_vraagverheldering
from kernnetwerk_app.services.adres import kern_voor
from kernnetwerk_app.services.eerste_vraagverheldering import laatste_melding
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer


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
    """Everything the screen shows. `oordelen` has the latest first; `delen` are those of the latest."""

    melding_id: UUID
    vraag: str
    aanhef: str
    breed: bool
    """Whether the brede uitvraag was recorded; without it only the fast route is open (TRI-08)."""
    afgeleid: Mapping[str, str]
    """What the records already say of a row of the matrix; a person may see it otherwise."""
    oordelen: tuple[Oordeel, ...]
    delen: tuple[Routedeel, ...]
    bases: Mapping[UUID, Bases]
    fase: Fase

    @property
    def laatste(self) -> Triage | None:
        return self.oordelen[0].triage if self.oordelen else None

    @property
    def uitvraag_nog_te_doen(self) -> bool:
        """The fast route skipped the brede uitvraag: the team that has the question does it still (T-11, TRI-14)."""
        return self.laatste is not None and self.laatste.is_versneld and not self.breed


@dataclass(frozen=True, slots=True)
class Bron:
    """A place of the sociale kaart where an answer can be found, and along which route that is; None is not said."""

    naam: str
    route: Route | None


def bronnen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[Bron, ...]:
    """The places to choose from: those of the own kern first. Its layer says the route (SOC-09)."""
    thuis = kern_voor(plek, lezer, huishouden_id)
    alle = [v for v in lezer.find(Voorziening, voorstel_bij_id=None) if v.is_open(plek.vandaag)]
    alle.sort(key=lambda v: (v.kern != thuis, v.naam.casefold()))
    return tuple(Bron(v.naam, ROUTE_VAN_LAAG.get(v.laag or "")) for v in alle)


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> TriageBeeld:
    """The triage of the latest melding of this household."""
    melding = laatste_melding(lezer, huishouden_id)
    gesprek = eerste_vraagverheldering.antwoorden(plek, lezer, melding)
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    triages = lezer.find(Triage, melding_id=melding.id)
    delen = lezer.find(Routedeel, triage_id=triages[-1].id) if triages else []
    return TriageBeeld(
        melding_id=melding.id,
        vraag=melding.vraag,
        aanhef=hoofdpersoon(lezer, huishouden_id).aanhef,
        breed=is_breed(gesprek.statussen.values()),
        afgeleid=_afgeleid(plek.profiel.leefgebieden, gesprek.teksten, _bestaan(lezer, melding)),
        oordelen=tuple(Oordeel(triage, namen.get(triage.door_id, "")) for triage in reversed(triages)),
        delen=tuple(delen),
        bases={deel.id: lezer.bases(deel.id) for deel in delen},
        fase=eerste_vraagverheldering.fase(plek, lezer, melding),
    )


def zonder_uitvraag(plek: Werkplek, lezer: Lezer) -> list[UUID]:
    """Households that went along the fast route, of which the brede uitvraag has still to be done (T-11)."""
    gevonden = dict.fromkeys(triage.huishouden_id for triage in lezer.find(Triage) if triage.is_versneld)
    return [h for h in gevonden if h is not None and load(plek, lezer, h).uitvraag_nog_te_doen]


def voorstel(plek: Werkplek, waarnemingen: Mapping[str, str]) -> Voorstel | None:
    """What the app proposes for this, in this municipality."""
    profiel = plek.profiel.triage
    return stel_voor(profiel.matrix, profiel.klassen, waarnemingen)


def stel_vast(
    plek: Werkplek, melding_id: UUID, invoer: NieuweTriage, herkomst: object = None, concept: str = ""
) -> tuple[UUID, Changes]:
    """A judgement of today; takes in the form that was kept as `concept`. Raises what `check_triage` raises."""
    plek.check_mag(Recht.TRIAGE)
    profiel = plek.profiel.triage
    gedacht = voorstel(plek, invoer.waarnemingen)
    with plek.store.write(herkomst) as werk:
        melding = werk.get(Melding, melding_id)
        triage = maak(
            Triage,
            id=plek.new_id(),
            huishouden_id=melding.huishouden_id,
            melding_id=melding_id,
            datum=plek.vandaag,
            door_id=plek.medewerker.id,
            klasse=invoer.klasse,
            voorgesteld=gedacht.klasse if gedacht is not None else None,
            reden=invoer.reden,
            waarnemingen=schrijf_waarnemingen(invoer.waarnemingen),
            matrix=profiel.matrix.sleutel if gedacht is not None else None,
            matrixversie=profiel.matrix.versie if gedacht is not None else None,
            route=Route.MAATWERK if invoer.grond is not None else invoer.route,
            bron=invoer.bron,
            nabijheid=invoer.nabijheid,
            lichter=invoer.lichter,
            lichter_reden=invoer.lichter_reden,
            eerst_geprobeerd=invoer.eerst_geprobeerd,
            grond=invoer.grond,
            instelling=invoer.instelling,
            zonder_uitvraag=invoer.zonder_uitvraag,
        )
        breed = is_breed(eerste_vraagverheldering.antwoorden(plek, werk, melding).statussen.values())
        check_triage(profiel, triage, breed=breed, gronden=plek.profiel.snelle_route.gronden)
        werk.add(triage)
        werk.keep_concept(concept, {})
        return triage.id, werk.commit("triage.vastgesteld", melding.huishouden_id)


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
    with plek.store.write(herkomst) as werk:
        wijzig(werk, deel, bases, {"status": status, "status_datum": plek.vandaag})
        return werk.commit("triage.deelstand", deel.huishouden_id)


def waarnemingen(triage: Triage) -> dict[str, str]:
    """What this judgement was made of."""
    return lees_waarnemingen(triage.waarnemingen)


def _bestaan(lezer: Lezer, melding: Melding) -> tuple[str | None, ...]:
    eerste = lezer.find_one(EersteVraagverheldering, eerste_id(melding.id))
    return tuple(getattr(eerste, veld) for veld in BESTAAN) if eerste is not None else ()


def _afgeleid(lijst: Leefgebiedenlijst, teksten: Mapping[str, str], bestaan: tuple[str | None, ...]) -> dict[str, str]:
    """Told once: of two rows the answers already say something."""
    lastig = sum(not is_leeg(teksten.get(f"{gebied.sleutel}.lastig")) for gebied in lijst.leefgebieden)
    afgeleid = {"leefgebieden": "een" if lastig == 1 else "twee_drie" if lastig <= 3 else "meer"} if lastig else {}
    if "zorgen" in bestaan:
        afgeleid["bestaan"] = "zorgen"
    elif bestaan and set(bestaan) == {"gaat"}:
        afgeleid["bestaan"] = "nee"
    return afgeleid
