"""Taking in what belongs to a dossier, saying what it is and for whom, showing it, and taking it away again.

The octets stay on the laptop that took them in (docs/besluiten/0034): elsewhere one sees what there is, and that it
was not sent yet. The resident's own plan is one of these: it stands beside ours, and nobody edits it (PLAN-16).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kernnetwerk_app.documents.bijlage_pdf import Bijlageblad, beelden_pdf, foto_pdf, woorden_pdf
from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.bezorging import Stuksoort
from kernnetwerk_app.domain.bijlage import (
    AARD_VAN,
    EIGEN_PLAN,
    Bijlage,
    Bladbeeld,
    Inhoud,
    Vorm,
    check_bijlage,
    check_blijft,
)
from kernnetwerk_app.domain.datum import datum_kort, datum_lang
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.tekst import een_regel
from kernnetwerk_app.domain.vertrouwen import is_voor_vertrouwd
from kernnetwerk_app.services.bijzonderheid import is_geheim
from kernnetwerk_app.services.geadresseerde import noem as noem_mens
from kernnetwerk_app.services.getekend import versie_van
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.opbergen import check_ruimte
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst


class BijlageNietHier(KernnetwerkError):
    """A colleague took it in on another laptop, and it was not sent yet."""

    code = "bijlage.niet_hier"


@dataclass(frozen=True, slots=True)
class Stuk:
    """One record with what is to be said of it. `hier`: whether it can be looked at on this laptop."""

    bijlage: Bijlage
    naam: str
    regel: str
    hier: bool


@dataclass(frozen=True, slots=True)
class Mee:
    """What goes along with a paper. `alleen_zelf`: by itself only where the resident reads it, for the address is
    secret and nobody knows whether it stands in a letter.
    """

    bijlagen: tuple[UUID, ...] = ()
    alleen_zelf: bool = False

    def voor(self, wie: Lezend | None) -> tuple[UUID, ...]:
        """What goes along for this reader when nobody says otherwise; with who reads the plan along only the plan."""
        if wie is not None and is_voor_vertrouwd(wie.sleutel):
            return ()
        return () if self.alleen_zelf and (wie is None or wie.is_ander) else self.bijlagen


@dataclass(frozen=True, slots=True)
class BijlageBeeld:
    """Latest day first; `eigen_plan` are the plans of the resident's own, `stukken` all others; `weg` was taken away
    and can be put back.
    """

    huishouden: Huishouden
    leden: tuple[Inwoner, ...]
    vroeger: tuple[Inwoner, ...]
    """Who stand in this dossier and are no member any more: a bijlage may be for one of them."""
    eigen_plan: tuple[Stuk, ...]
    stukken: tuple[Stuk, ...]
    weg: tuple[Stuk, ...]
    bases: Mapping[UUID, Bases]


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> BijlageBeeld:
    """What belongs to this dossier, and apart what was taken away and can still be put back here."""
    nu = find(lezer, huishouden_id)
    weg = sorted(set_aside(lezer, huishouden_id), key=lambda een: een.datum, reverse=True)
    hier, alle = leden(lezer, huishouden_id), lezer.find(Inwoner, huishouden_id=huishouden_id)
    wie = {mens.id: mens.aanhef for mens in alle}
    met_octets = lezer.met_octets([een.id for een in nu])
    stukken = [_stuk(plek, een, een.vorm is Vorm.WOORDEN or een.id in met_octets, wie) for een in nu]
    return BijlageBeeld(
        huishouden=lezer.get(Huishouden, huishouden_id),
        leden=tuple(hier),
        vroeger=tuple(mens for mens in alle if mens not in hier),
        eigen_plan=tuple(stuk for stuk in stukken if stuk.bijlage.is_eigen_plan),
        stukken=tuple(stuk for stuk in stukken if not stuk.bijlage.is_eigen_plan),
        weg=tuple(_weggehaald(plek, een) for een in weg),
        bases=lezer.bases_van(een.id for een in (*nu, *weg)),
    )


def set_aside(lezer: Lezer, huishouden_id: UUID) -> list[Bijlage]:
    """What was taken away and is still whole on this laptop: words always, a file until it is wiped."""
    alle = [een for een in lezer.find(Bijlage, huishouden_id=huishouden_id) if een.weg_datum is not None]
    met_octets = lezer.met_octets([een.id for een in alle])
    return [een for een in alle if een.vorm is Vorm.WOORDEN or een.id in met_octets]


def find(lezer: Lezer, huishouden_id: UUID) -> list[Bijlage]:
    """Those that were not taken away, latest day first."""
    alle = lezer.find(Bijlage, huishouden_id=huishouden_id, weg_datum=None)
    return sorted(alle, key=lambda een: een.datum, reverse=True)


# -- taking in ---------------------------------------------------------------------------------------------------------


def neem_op(
    plek: Werkplek, huishouden_id: UUID, inhoud: Inhoud, aard: str = "", herkomst: object = None
) -> tuple[UUID, Changes]:
    """Keep what was read of a file, from today, for professionals until somebody chooses otherwise; a plan of the
    resident's own is for the table, where ours lies. Raises `SchijfBijnaVol`.
    """
    check_ruimte(plek.store.folder)
    aard = aard or AARD_VAN[inhoud.vorm]
    with plek.store.write(herkomst) as werk:
        record = maak(
            Bijlage,
            id=plek.new_id(),
            huishouden_id=huishouden_id,
            aard=aard,
            datum=plek.vandaag,
            voor_wie=VoorWie.TAFEL if aard in EIGEN_PLAN else VoorWie.PROFESSIONAL,
            vorm=inhoud.vorm,
            bladen=inhoud.bladen,
            omvang=len(inhoud.octets),
            afgevlakt=inhoud.afgevlakt,
            door_id=plek.medewerker.id,
        )
        werk.add(record)
        werk.keep_octets(record.id, inhoud.octets)
        _meld_eigen_plan(werk, record)
        return record.id, werk.commit("bijlage.toegevoegd", huishouden_id)


def maak_afgevlakt(plek: Werkplek, beelden: Sequence[Bladbeeld]) -> Inhoud:
    """A PDF of pictures of its pages, in place of one that held more than paper. DocumentError."""
    pdf = beelden_pdf(beelden, plek.vandaag)
    return Inhoud(Vorm.PDF, pdf, len(beelden), afgevlakt=True)


def schrijf_eigen_plan(
    plek: Werkplek, huishouden_id: UUID, velden: Mapping[str, Any], herkomst: object = None, concept: str = ""
) -> Changes:
    """A plan of the resident's own as it was told: written down once (`aard`, `van`, `datum`, `woorden`).

    Raises `EigenPlanLeeg`, `BijlageInToekomst`, `RegelTeLang`, `TekstTeLang`.
    """
    with plek.store.write(herkomst) as werk:
        gegeven = {veld: waarde for veld, waarde in velden.items() if waarde is not None}
        record = maak(
            Bijlage,
            id=plek.new_id(),
            huishouden_id=huishouden_id,
            voor_wie=VoorWie.TAFEL,
            vorm=Vorm.WOORDEN,
            door_id=plek.medewerker.id,
            **{"aard": AARD_VAN[Vorm.WOORDEN], "datum": plek.vandaag, **gegeven},
        )
        check_bijlage(record, plek.vandaag)
        werk.add(record)
        _meld_eigen_plan(werk, record)
        werk.keep_concept(concept, {})
        return werk.commit("bijlage.toegevoegd", huishouden_id)


def beschrijf(
    plek: Werkplek,
    geladen: Bijlage,
    bases: Bases,
    velden: Mapping[str, Any],
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """Say what it is, of whom, of which day and for whom; what came in stays as it is.

    Raises `BijlageBlijftZo`, `BijlageInToekomst`, `BijlageZonderPersoon`, `BijlageNietVoorTafel`, `RegelTeLang`.
    """
    check_blijft(velden)
    with plek.store.write(herkomst) as werk:
        nieuw = wijzig(werk, geladen, bases, velden)
        check_bijlage(nieuw, plek.vandaag)
        _meld_eigen_plan(werk, nieuw)
        werk.keep_concept(concept, {})
        return werk.commit("bijlage.beschreven", geladen.huishouden_id)


def haal_weg(plek: Werkplek, geladen: Bijlage, bases: Bases, herkomst: object = None) -> Changes:
    """Taken in by mistake: nobody sees it any more, and it can be put back until its file is wiped (`ruim_op`).

    `BijlageNietHier` where it is on another laptop: there it would stay behind, unseen.
    """
    with plek.store.write(herkomst) as werk:
        if geladen.vorm is not Vorm.WOORDEN and not werk.met_octets([geladen.id]):
            raise BijlageNietHier
        wijzig(werk, geladen, bases, {"weg_datum": plek.vandaag, "bij_plan": False})
        return werk.commit("bijlage.weggehaald", geladen.huishouden_id)


def zet_terug(plek: Werkplek, geladen: Bijlage, bases: Bases, herkomst: object = None) -> Changes:
    """It belongs to the dossier again. `BijlageNietHier` once its file was wiped, or on another laptop."""
    with plek.store.write(herkomst) as werk:
        if geladen.vorm is not Vorm.WOORDEN and not werk.met_octets([geladen.id]):
            raise BijlageNietHier
        wijzig(werk, geladen, bases, {"weg_datum": None})
        return werk.commit("bijlage.teruggezet", geladen.huishouden_id)


def ruim_op(plek: Werkplek) -> None:
    """Wipe the files that were taken away so long ago that nobody needs them back; that they were here stays in the
    log (AVG art. 5 lid 1 onder e).
    """
    with plek.store.read() as lezer:
        voorbij = [een for een in lezer.find(Bijlage) if een.wisdag is not None and een.wisdag <= plek.vandaag]
        te_wissen = lezer.met_octets([een.id for een in voorbij])
    for een in voorbij:
        if een.id in te_wissen:
            with plek.store.write() as werk:
                werk.keep_octets(een.id, b"")
                werk.commit("bijlage.gewist", een.huishouden_id)


def _meld_eigen_plan(werk: UnitOfWork, record: Bijlage) -> None:
    """What was handed in answers the question of the melding, where nobody answered it yet (RES-03): told once."""
    if not record.is_eigen_plan:
        return
    open_ = [een for een in werk.find(Melding, huishouden_id=record.huishouden_id) if een.eigen_plan is None]
    if open_:
        werk.change(open_[-1], eigen_plan=EIGEN_PLAN[record.aard], eigen_plan_datum=record.datum)


# -- showing -----------------------------------------------------------------------------------------------------------


def noteer_gelezen(plek: Werkplek, bijlage_id: UUID) -> Changes:
    """Comes before `load_pdf`: looking is a deed too (RES-02, NEN 7513)."""
    with plek.store.write() as werk:
        return werk.commit("bijlage.gelezen", werk.get(Bijlage, bijlage_id).huishouden_id)


def eigen_plannen(plek: Werkplek, huishouden_id: UUID) -> tuple[Stuk, ...]:
    """The resident's own plans, to stand beside ours (PLAN-16)."""
    with plek.store.read() as lezer:
        return load(plek, lezer, huishouden_id).eigen_plan


def load_pdf(plek: Werkplek, bijlage_id: UUID, hoort: str = "") -> bytes:
    """It as pages to look at and to print, in memory only; `hoort` says with which paper it goes along. A PDF is as it
    came in. Raises `BestaatNiet`, `BijlageNietHier`, DocumentError.
    """
    with plek.store.read() as lezer:
        record = lezer.get(Bijlage, bijlage_id)
        if record.weg_datum is not None:
            raise BestaatNiet
        octets, blad = lezer.octets(bijlage_id), _blad(plek, lezer, record, hoort)
    stijl = stijl_van(plek)
    if record.vorm is Vorm.WOORDEN:
        return woorden_pdf(blad, record.woorden or "", stijl)
    if not octets:
        raise BijlageNietHier
    return octets if record.vorm is Vorm.PDF else foto_pdf(blad, octets, stijl)


def load_mee(plek: Werkplek, soort: Stuksoort, van_id: UUID | None, gekozen: Sequence[UUID]) -> list[bytes]:
    """These as they go along with this paper: each says with which version of the plan. Raises as `load_pdf`."""
    with plek.store.read() as lezer:
        versies = lezer.find(PlanVersie, zonder=("inhoud",), id=versie_van(lezer, soort, van_id)) if gekozen else []
    t = load_tekst("bijlage")
    hoort = [t("papier.hoort", datum=datum_lang(een.datum, jaar=True), nummer=een.nummer) for een in versies]
    return [load_pdf(plek, een, *hoort) for een in gekozen]


def mee_met(plek: Werkplek, lezer: Lezer, soort: Stuksoort, van_id: UUID | None) -> Mee:
    """What was chosen to go with the plan, and can be printed on this laptop; by its day, earliest first. Only with a
    version of the household's plan: that of a child is read in another house too, where nothing of this one comes
    (0042).
    """
    versie_id = versie_van(lezer, soort, van_id)
    versies = lezer.find(PlanVersie, zonder=("inhoud",), id=versie_id) if versie_id is not None else []
    hier = versies[0].huishouden_id if versies else None
    if hier is None or lezer.get(Ondersteuningsplan, versies[0].plan_id).kind_id is not None:
        return Mee()
    beeld = load(plek, lezer, hier)
    alle = [stuk for stuk in (*beeld.eigen_plan, *beeld.stukken) if stuk.bijlage.bij_plan and stuk.hier]
    mee = [stuk.bijlage for stuk in alle if stuk.bijlage.voor_wie is VoorWie.TAFEL]
    ids = tuple(een.id for een in sorted(mee, key=lambda een: een.datum))
    return Mee(ids, alleen_zelf=is_geheim(lezer, hier, plek.vandaag))


def _blad(plek: Werkplek, lezer: Lezer, record: Bijlage, hoort: str) -> Bijlageblad:
    return Bijlageblad(
        gemeente=plek.profiel.naam,
        datum=plek.vandaag,
        kop=noem(plek, record),
        onder=(_van(record, _inwoner(lezer, record)), _wie_mag(lezer, record), hoort),
        beschrijving=record.omschrijving or "",
    )


def noem(plek: Werkplek, record: Bijlage) -> str:
    """What kind it is, with a capital."""
    aard = plek.profiel.lijst("bijlagesoorten").label(record.aard)
    return aard[:1].upper() + aard[1:]


def _van(record: Bijlage, van: str = "") -> str:
    """Where it comes from, and of which day; `van`: how that is called on this paper."""
    t, dag, bron = load_tekst("bijlage"), datum_kort(record.datum, jaar=True), van or record.van
    return t("regel.van", van=bron, datum=dag) if bron else dag


def _inwoner(lezer: Lezer, record: Bijlage) -> str:
    """The name of the resident, where it comes from *de inwoner*: it goes along with the plan, to whoever gets that, so
    nobody knows here who is *u*. Empty where it comes from another.
    """
    is_inwoner = een_regel(record.van or "").casefold() in ("inwoner", "de inwoner")
    hier = record.huishouden_id
    return noem_mens(hoofdpersoon(lezer, hier)) if is_inwoner and hier is not None else ""


def _wie_mag(lezer: Lezer, record: Bijlage) -> str:
    """Who may read it, in a sentence."""
    t = load_tekst("bijlage")
    if record.voor_wie is VoorWie.PERSOON and record.inwoner_id is not None:
        mens = lezer.find_one(Inwoner, record.inwoner_id)
        return t("papier.mag_persoon", wie=noem_mens(mens)) if mens is not None else ""
    return t("papier.mag_tafel" if record.voor_wie is VoorWie.TAFEL else "papier.mag_professional")


def _stuk(plek: Werkplek, record: Bijlage, hier: bool, namen: Mapping[UUID, str]) -> Stuk:
    t = load_tekst("bijlage")
    wie = namen.get(record.inwoner_id, t("onbekend")) if record.inwoner_id is not None else ""
    naam = noem(plek, record)
    delen = (
        _van(record),
        t("regel.bladen", aantal=record.bladen) if record.bladen > 1 else "",
        t(f"regel.voor_{record.voor_wie.name.lower()}", wie=wie),
        t("regel.bij_plan") if record.bij_plan else "",
        t("regel.afgevlakt") if record.afgevlakt else "",
        "" if record.vorm is Vorm.WOORDEN else t("regel.hier" if hier else "regel.niet_verstuurd"),
    )
    titel = t("regel.titel", wat=naam, omschrijving=record.omschrijving) if record.omschrijving else naam
    return Stuk(record, titel, " · ".join(filter(None, delen)), hier)


def _weggehaald(plek: Werkplek, record: Bijlage) -> Stuk:
    """Something that was taken away, with until when it can be put back."""
    t, naam = load_tekst("bijlage"), noem(plek, record)
    if record.wisdag is None:
        regel = t("regel.weg_woorden")
    else:
        regel = t("regel.weg_tot", datum=datum_kort(record.wisdag, jaar=True))
    titel = t("regel.titel", wat=naam, omschrijving=record.omschrijving) if record.omschrijving else naam
    return Stuk(record, titel, f"{_van(record)} · {regel}", hier=True)
