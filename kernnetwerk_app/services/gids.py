"""*Wat eerst, wie, wanneer* of a household: from its plan, what was promised, and the planned visits (TAAL-07).

Nothing is typed for it. What the resident does not agree with, and what is not meant for them, is no part of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from kernnetwerk_app.documents.gids_pdf import gids_pdf
from kernnetwerk_app.domain.afstemming import begint_na_besluit
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.datum import dag_en_maand, datum_kort
from kernnetwerk_app.domain.gids import MAX_TEKENS, Beurt, Gids, GidsRegel, beurt_op, op_volgorde
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.naamgenoot import naamsleutel
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.plan import Afspraak, Ondersteuningsplan, PlanStatus, loopt
from kernnetwerk_app.domain.relatie import mag_inzien
from kernnetwerk_app.domain.tekst import is_leeg, kort
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.services import dossier, plan
from kernnetwerk_app.services.begindag import is_gekozen
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.doenerbeeld import beeld_van, kinderen
from kernnetwerk_app.services.geadresseerde import laatste_melding
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.lezers import Lezend, beslissend, zelf_voor
from kernnetwerk_app.services.plan import DoelBeeld, PlanBeeld
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.relatie import relaties_van
from kernnetwerk_app.services.route import haltes, plaats_nu
from kernnetwerk_app.services.toezegging import aan_wie
from kernnetwerk_app.services.wanneer import wanneer
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

LEZER = VoorWie.PERSOON
"""The paper is for the resident it is about."""
_NAAM = 60
"""Characters of who and when."""


@dataclass(frozen=True, slots=True)
class _Huis:
    """How the resident is called for this reader, and who the children are who live there."""

    zelf: str
    kinderen: tuple[str, ...]

    @classmethod
    def load(cls, plek: Werkplek, lezer: Lezer, huishouden_id: UUID, aan: Lezend) -> Self:
        return cls(zelf_voor(lezer, huishouden_id, aan), kinderen(plek, lezer, huishouden_id))


def load_pdf(plek: Werkplek, huishouden_id: UUID, vorm: Papiervorm = GEWOON, aan: Lezend | None = None) -> bytes:
    """The guide on paper; raises `BestaatNiet`, `InwonerIsOverleden` and DocumentError."""
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        gids = build(plek, lezer, huishouden_id, aan)
    return gids_pdf(gids, stijl_van(plek, vorm))


def build(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, aan: Lezend | None = None) -> Gids:
    """What is to be done now, as of today."""
    huishouden = lezer.get(Huishouden, huishouden_id)
    aan = aan or beslissend(plek, lezer, huishouden_id, laatste_melding(lezer, huishouden_id))[0]
    contact = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker
    plannen = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, status=PlanStatus.ACTIEF, kind_id=None)
    beeld = plan.load(plek, lezer, plannen[0].id) if plannen else None
    regels = [
        *_bezoeken(plek, lezer, huishouden_id),
        *_beloftes(plek, lezer, huishouden_id, aan),
        *(_van_plan(plek, lezer, beeld, _Huis.load(plek, lezer, huishouden_id, aan)) if beeld is not None else ()),
    ]
    dossier_ = dossier.load(plek, lezer, huishouden_id)
    return Gids(
        gemeente=plek.profiel.naam,
        aan=aan.regels,
        datum=plek.vandaag,
        regels=op_volgorde(regels),
        terugkijk=voor_lezer(LEZER, beeld.plan).terugkijk_datum if beeld is not None else None,
        contact=contact.naam,
        telefoon=contact.telefoon,
        haltes=haltes(dossier_.route, contact.voornaam, dossier_.bezoek_gepland),
        nu=plaats_nu(dossier_.route),
    )


def _bezoeken(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Iterator[GidsRegel]:
    t = load("gids")
    for bezoek in lezer.find(Contact, huishouden_id=huishouden_id, status=ContactStatus.GEPLAND):
        if bezoek.datum < plek.vandaag:
            continue
        over = kort(voor_lezer(LEZER, bezoek).onderwerp or "", MAX_TEKENS).rstrip(".")
        wie = lezer.find_one(Medewerker, bezoek.medewerker_id) or plek.medewerker
        dag, tijd = datum_kort(bezoek.datum), bezoek.tijd_van
        yield GidsRegel(
            wat=t("regel.bezoek") if is_leeg(over) else t("regel.bezoek_over", onderwerp=over),
            wie=kort(wie.naam, _NAAM),
            wanneer=t("regel.op", datum=dag) if tijd is None else t("regel.op_tijd", datum=dag, tijd=toon_tijd(tijd)),
            dag=bezoek.datum,
            beeld="praat",
            beurt=beurt_op(bezoek.datum, plek.vandaag),
        )


def _beloftes(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, aan: Lezend) -> Iterator[GidsRegel]:
    """What was promised to the resident, to who reads it in their place, and to a child about whom one of both decides;
    never to another adult of the house.
    """
    t, wie, relaties = load("gids"), hoofdpersoon(lezer, huishouden_id), relaties_van(lezer, huishouden_id)
    lezend = [een for een in (wie, lezer.find_one(Inwoner, aan.inwoner_id)) if een is not None]
    for belofte in lezer.find(Toezegging, huishouden_id=huishouden_id, gedaan_datum=None):
        mens = lezer.find_one(Inwoner, next(iter(aan_wie(lezer, belofte)), None))
        if mens is None or not any(mag_inzien(een, mens, relaties, plek.vandaag) for een in lezend):
            continue
        gezien = voor_lezer(LEZER, belofte)
        eigenaar = lezer.find_one(Medewerker, belofte.eigenaar_id)
        yield GidsRegel(
            wat=kort(gezien.wat or "", MAX_TEKENS),
            wie=kort(eigenaar.naam, _NAAM) if eigenaar is not None else t("regel.open_wie"),
            wanneer=t("regel.uiterlijk", datum=dag_en_maand(belofte.uiterlijk)),
            dag=belofte.uiterlijk,
            bij=t("regel.beloofd"),
            beeld="vink",
            is_beloofd=True,
            beurt=beurt_op(belofte.uiterlijk, plek.vandaag),
        )


def _van_plan(plek: Werkplek, lezer: Lezer, beeld: PlanBeeld, huis: _Huis) -> Iterator[GidsRegel]:
    """Of each goal its first step that was not done, then its lines that go on."""
    for doel in beeld.doelen:
        yield from _stap(doel)
        for afspraak in doel.afspraken:
            if loopt(voor_lezer(LEZER, afspraak), plek.vandaag):
                yield _afspraak(afspraak, doel, huis, _beurt(plek, lezer, afspraak))


def _stap(doel: DoelBeeld) -> Iterator[GidsRegel]:
    t = load("gids")
    stap = next((stap for stap in doel.stappen if stap.gedaan_datum is None), None)
    if stap is not None:
        bij = t("regel.stap", doel=_doel(doel))
        wat = kort(voor_lezer(LEZER, stap).tekst or "", MAX_TEKENS)
        yield GidsRegel(wat, t("regel.open_wie"), t("regel.open_wanneer"), bij=bij, beeld="vlag", doel=_doel(doel))


def _afspraak(afspraak: Afspraak, doel: DoelBeeld, huis: _Huis, beurt: Beurt) -> GidsRegel:
    """When, in its own words, or else from which day; with a day to come both, or somebody waits there too early."""
    t, gezien, begin = load("gids"), voor_lezer(LEZER, afspraak), afspraak.begin_datum
    vanaf = "regel.sinds" if beurt is Beurt.LOOPT else "regel.vanaf"
    anders = t(vanaf, datum=dag_en_maand(begin)) if begin is not None else t("regel.open_wanneer")
    moment = wanneer(afspraak, anders)
    straks = beurt is Beurt.AGENDA and naamsleutel(anders) not in naamsleutel(moment)
    return GidsRegel(
        wat=kort(gezien.tekst or "", MAX_TEKENS),
        wie=kort(doener(gezien, huis.zelf), _NAAM),
        wanneer=t("regel.moment_vanaf", moment=moment, vanaf=anders) if straks else moment,
        dag=begin,
        bij=t("regel.doel", doel=_doel(doel)),
        beeld=beeld_van(gezien, huis.kinderen),
        beurt=beurt,
        doel=_doel(doel),
    )


def _beurt(plek: Werkplek, lezer: Lezer, afspraak: Afspraak) -> Beurt:
    """It goes on already only where a person chose a day before today: the day on which a line was typed says nothing
    of whether somebody began with it, so from that day it is a thing to do.
    """
    if begint_na_besluit(afspraak):
        return Beurt.BESLUIT
    begin = afspraak.begin_datum
    is_begonnen = begin is not None and begin < plek.vandaag and is_gekozen(lezer, afspraak)
    return Beurt.LOOPT if is_begonnen else beurt_op(begin, plek.vandaag)


def _doel(doel: DoelBeeld) -> str:
    return kort(voor_lezer(LEZER, doel.doel).tekst or "", _NAAM)
