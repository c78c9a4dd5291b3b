"""The ladder of each goal, filled from what was told already and only confirmed (PLAN-11, NET-01, Wmo 2.3.5 lid 3).

From the gesprek and the onderzoek, the household, the network, the sociale kaart and the lines of the plan. What a
mantelzorger told apart is not in it, nor who noticed something, nor a helper of whom the resident wants no help.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.doener import noemt
from kernnetwerk_app.domain.draagkracht import TE_VEEL, Draagkracht, Meter
from kernnetwerk_app.domain.geboortedatum import leeftijd, leeftijd_hoogstens
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.ladder import (
    BIJDRAGE,
    GEVRAAGD,
    JA,
    LADDER,
    Trede,
    is_verteld,
    merk,
    reden_op,
    volgorde,
    woorden_op,
    zet_antwoord,
)
from kernnetwerk_app.domain.lijst import Keuze
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.plan import Afspraak, Doel, Wie, loopt
from kernnetwerk_app.domain.relatie import BURENHULP, FORMEEL, MANTELZORG, VOLWASSEN, Bereid, Relatie, is_vrijwilliger
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.services import afzien, kijkrichting, mantelzorg, netwerk, plan, voorziening
from kernnetwerk_app.services.bijzonderheid import levenden, overleden_op
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon
from kernnetwerk_app.services.netwerk import NetwerkBeeld, OpKaart
from kernnetwerk_app.services.plan import DoelBeeld, PlanBeeld
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.planwijziging import verander
from kernnetwerk_app.services.voorziening import Kaart, Zoekvraag
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst

LEZER = VoorWie.PERSOON
"""The ladder is filled in at the table: what is meant for professionals is not in it."""
MEEST = 2
"""So many places of the sociale kaart are shown for one goal."""
_VRAAG = {"eigen": Trede.EIGEN, "netwerk": Trede.INFORMEEL}
"""Questions of a life domain that tell of a rung."""
_KOPJE = {
    Trede.EIGEN: "onderzoek.eigen_mogelijkheden",
    Trede.INFORMEEL: "onderzoek.sociaal_netwerk",
    Trede.ALGEMEEN: "onderzoek.algemeen",
}
"""Headings of the onderzoek that tell of a rung (OND-07)."""


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Who or what could do something for this goal: one press makes a line of it."""

    naam: str
    wie: Wie
    zin: str
    wanneer: str | None = None


@dataclass(frozen=True, slots=True)
class Tredebeeld:
    """One rung of one goal: what was told of it, and who could do more."""

    trede: Trede
    naam: str
    vraag: str
    keuzes: tuple[Keuze, ...]
    feiten: tuple[str, ...]
    apart: tuple[str, ...]
    """What a mantelzorger lets the resident read: shown and never kept, so it is gone when that is taken back."""
    doen_al: tuple[str, ...]
    """Who do something for this goal already."""
    kandidaten: tuple[Kandidaat, ...]
    is_aan_de_orde: bool
    """Whether there is something to confirm, or it is asked of every goal."""


@dataclass(frozen=True, slots=True)
class Mens:
    """Somebody around the resident, on the rung where they stand."""

    trede: Trede
    naam: str
    wat: str
    feit: str
    apart: str
    """As that of the rung; empty when there is nothing."""
    wie: Wie
    kan_meer: bool


Ladders = Mapping[UUID, tuple[Tredebeeld, ...]]
Plaatsen = Callable[[Doel], Sequence[Kandidaat]]


def load(plek: Werkplek, lezer: Lezer, beeld: PlanBeeld) -> Ladders:
    """The ladder of each goal of the plan, as of today. In the own plan of a child there is none: it would put who
    stand around one household before the other parent (0042).
    """
    hier = beeld.plan.huishouden_id
    if hier is None or not beeld.doelen or beeld.plan.kind_id is not None:
        return {}
    om_heen = _mensen(plek, lezer, hier)
    gezegd = _gezegd(plek, lezer, hier)
    kaart = voorziening.load(plek, lezer)
    plaatsen = partial(_plaatsen, kaart, beeld.kaart.kern or kaart.hier, _liever_niet(plek, lezer, hier))
    return {een.doel.id: _ladder(plek, een, om_heen, gezegd, plaatsen) for een in beeld.doelen}


def aan_de_orde(treden: Sequence[Tredebeeld]) -> tuple[Trede, ...]:
    """The rungs that are put before a person, in their order."""
    return tuple(een.trede for een in treden if een.is_aan_de_orde)


def bevestig(
    plek: Werkplek,
    beeld: PlanBeeld,
    doel: Doel,
    trede: Tredebeeld,
    gekozen: str | None,
    herkomst: object = None,
) -> Changes:
    """The answer on this rung; None takes it back. Who says that it helps confirms what was told of it too, where
    nobody wrote anything else by now; without such an answer that goes again.
    """
    with plek.store.write(herkomst) as werk:
        _zet(plek, werk, beeld, doel.id, trede, gekozen)
        return werk.commit("plan.gewijzigd", doel.huishouden_id)


def neem_mee(
    plek: Werkplek,
    beeld: PlanBeeld,
    doel: Doel,
    trede: Tredebeeld,
    kandidaat: Kandidaat,
    herkomst: object = None,
) -> Changes:
    """A line of this person or place, with what else there was to choose (RES-10), and the rung confirmed with it where
    nobody answered it: one act. Begin and review are those of the plan (PLAN-07). Raises as `plan.zet_regel`.
    """
    keus = ", ".join(een.naam for een in trede.kandidaten) if len(trede.kandidaten) > 1 else None
    with plek.store.write(herkomst) as werk:
        if reden_op(werk.get(Doel, doel.id), trede.trede) is None:
            _zet(plek, werk, beeld, doel.id, trede, JA)
        door = (kandidaat.wie, kandidaat.naam)
        plan.zet_regel(plek, werk, doel.id, kandidaat.zin, door, kandidaat.wanneer, keus)
        return werk.commit("plan.afspraak", doel.huishouden_id)


def _zet(
    plek: Werkplek, werk: UnitOfWork, beeld: PlanBeeld, doel_id: UUID, trede: Tredebeeld, gekozen: str | None
) -> None:
    """By the goal as it stands in the store: what was being typed is kept since the screen was loaded. Words that were
    told stand under no answer but a yes, also when the network changed since.
    """
    doel, feiten = werk.get(Doel, doel_id), " ".join(trede.feiten)
    eigen, woorden = woorden_op(doel, trede.trede), None
    verteld = is_verteld(doel, trede.trede) or eigen == feiten
    if gekozen in BIJDRAGE:
        woorden = feiten if is_leeg(eigen) else None
        gemerkt = merk(feiten if is_leeg(eigen) else eigen if verteld else None)
    else:
        woorden, gemerkt = "" if verteld else None, None
    velden = zet_antwoord(trede.trede, gekozen, woorden) | {f"{trede.trede}_verteld": gemerkt}
    verander(plek, werk, Doel, doel_id, beeld.bases[doel_id], velden)


def _ladder(
    plek: Werkplek,
    een: DoelBeeld,
    om_heen: Sequence[Mens],
    gezegd: Callable[[Doel, Trede], list[str]],
    plaatsen: Plaatsen,
) -> tuple[Tredebeeld, ...]:
    namen = plek.profiel.lijst(LADDER)
    treden = []
    for trede in volgorde(namen):
        lijst = plek.profiel.lijst(trede.lijst)
        van_hier = [mens for mens in om_heen if mens.trede is trede]
        lopend = [regel for regel in een.afspraken if loopt(regel, plek.vandaag)]
        doen_al = [doener(regel) for regel in lopend if _trede_van(regel, om_heen) is trede]
        kan = [Kandidaat(mens.naam, mens.wie, mens.wat) for mens in van_hier if mens.kan_meer]
        if trede is Trede.ALGEMEEN:
            kan += plaatsen(een.doel)
        kan = [k for k in kan if not any(noemt(wie, k.naam) or wie == k.naam for wie in doen_al)]
        feiten = tuple(dict.fromkeys((*gezegd(een.doel, trede), *(mens.feit for mens in van_hier))))
        treden.append(
            Tredebeeld(
                trede=trede,
                naam=namen.label(trede.value) if namen.find(trede.value) else lijst.titel,
                vraag=lijst.titel,
                keuzes=lijst.keuzes,
                feiten=feiten,
                apart=tuple(mens.apart for mens in van_hier if mens.apart),
                doen_al=tuple(dict.fromkeys(doen_al)),
                kandidaten=tuple(kan),
                is_aan_de_orde=trede in GEVRAAGD or bool(feiten),
            )
        )
    return tuple(treden)


def _trede_van(regel: Afspraak, om_heen: Sequence[Mens]) -> Trede:
    """The rung of a line: that of the person it names, else that of its kind of doer."""
    soort = next(trede for trede in Trede if regel.wie in trede.doeners)
    if soort is not Trede.INFORMEEL or is_leeg(regel.wie_naam):
        return soort
    return next((mens.trede for mens in om_heen if noemt(regel.wie_naam or "", mens.naam)), soort)


def _gezegd(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Callable[[Doel, Trede], list[str]]:
    """What was said of a rung: in the onderzoek of the whole household, in the gesprek of the goal's life domain."""
    stof = kijkrichting.lees(plek, lezer, huishouden_id, LEZER)
    vakken = {vak.sleutel: vak for vak in kijkrichting.vakken(plek, stof, Lens.LEEFGEBIEDEN)}
    van_allen = {trede: _onderzocht(lezer, huishouden_id, sleutel) for trede, sleutel in _KOPJE.items()}

    def gezegd(doel: Doel, trede: Trede) -> list[str]:
        vak = vakken.get(doel.leefgebied or "")
        al = vak.gezegd if vak is not None and vak.sleutel else ()
        woorden = [een.woorden for een in al if een.over is None and _VRAAG.get(een.veld) is trede]
        return [_zin(een) for een in (*woorden, *van_allen.get(trede, ()))]

    return gezegd


def _onderzocht(lezer: Lezer, huishouden_id: UUID, sleutel: str) -> list[str]:
    alle = lezer.find(Antwoord, huishouden_id=huishouden_id, sleutel=sleutel, inwoner_id=None)
    gezien = [voor_lezer(LEZER, een).toelichting for een in alle]
    return [woorden for woorden in gezien[-1:] if woorden and not is_leeg(woorden)]


def _mensen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> list[Mens]:
    """Who stand around the resident: in the house, as mantelzorger, and further off; nobody on two rungs."""
    om_heen = netwerk.load(plek, lezer, huishouden_id)
    zelf = set(alle_ids(lezer, hoofdpersoon(lezer, huishouden_id).id))
    thuis = [een for een in levenden(lezer, huishouden_id) if een.id not in zelf]
    mantelzorgers = mantelzorg.load(plek, lezer, huishouden_id).mantelzorgers
    vol = {een.relatie.id: _mag_gezegd(een) for een in mantelzorgers if _is_vol(een)}
    kaart = [
        op for op in om_heen.kaart if op.relatie.ander_id is None or overleden_op(lezer, op.relatie.ander_id) is None
    ]
    gevonden = list(_uit_netwerk(plek, om_heen, kaart, {een.id for een in thuis}, vol))
    genoemd, ongewenst = {op.relatie.ander_id for op in kaart}, _liever_niet(plek, lezer, huishouden_id)
    mee = [een for een in thuis if een.id not in genoemd and not _kan_kind_zijn(plek, een) and not ongewenst(een.naam)]
    gevonden += [_huisgenoot(een) for een in mee]
    return sorted(gevonden, key=lambda mens: mens.naam.casefold())


def _liever_niet(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Callable[[str], bool]:
    """Whether somebody of the household would rather have no help of who has this name (RES-15)."""
    namen = afzien.geen_hulp_van(plek, lezer, huishouden_id)
    return lambda naam: any(zelfde(ander, naam) for ander in namen)


def _gewogen(van: mantelzorg.Mantelzorger) -> Draagkracht | None:
    """The latest finding that says whether it is too much."""
    return next((meting for meting in van.metingen if meting.overbelast is not None), None)


def _is_vol(van: mantelzorg.Mantelzorger) -> bool:
    """Whether more would be too much for this mantelzorger."""
    meting = _gewogen(van)
    return meting is not None and meting.overbelast in TE_VEEL


def _mag_gezegd(van: mantelzorg.Mantelzorger) -> bool:
    """Whether the resident may read that it is too much: the mantelzorger said so, and lets them (NET-05)."""
    meting = _gewogen(van)
    mag = van.eigen is not None and van.eigen.inwoner_mag_zien
    return mag and meting is not None and meting.meter is Meter.ZELF


def _kan_kind_zijn(plek: Werkplek, een: Inwoner) -> bool:
    """Where the day is not known whole, who may still be a child is one: a child is not put to care by a button."""
    oud = leeftijd(een.geboortedatum, plek.vandaag) if een.geboortedatum else None
    if oud is not None:
        return oud < VOLWASSEN
    hoogstens = leeftijd_hoogstens(een.geboortedatum, plek.vandaag)
    return een.rol is RolInHuishouden.KIND if hoogstens is None else hoogstens <= VOLWASSEN


def _huisgenoot(een: Inwoner) -> Mens:
    t = load_tekst("plan")
    feit = t("ladder.thuis", wie=een.naam)
    return Mens(Trede.GEBRUIKELIJK, een.naam, t("ladder.helpt"), feit, "", Wie.NETWERK, True)


def _uit_netwerk(
    plek: Werkplek, om_heen: NetwerkBeeld, kaart: Sequence[OpKaart], thuis: set[UUID], vol: Mapping[UUID, bool]
) -> Iterator[Mens]:
    leden = {lid.inwoner.id: lid.inwoner for lid in om_heen.mensen.leden}
    for op in kaart:
        gezien = voor_lezer(LEZER, op.relatie)
        ander = om_heen.mensen.kent.get(op.relatie.ander_id) if op.relatie.ander_id else None
        lid = leden.get(ander.id) if ander is not None else None
        is_kind = ander is not None and _kan_kind_zijn(plek, ander)
        if gezien.hulpsoort == FORMEEL or op.liever_niet or is_leeg(op.naam) or is_kind:
            continue
        in_huis = lid is not None and lid.id in thuis
        trede = _trede_om_heen(gezien, in_huis=in_huis)
        wat = next((w for w in (gezien.kan, gezien.doet) if w and not is_leeg(w)), "")
        if trede is Trede.INFORMEEL and not wat and gezien.bereid is None:
            continue
        kan_meer = gezien.bereid is not Bereid.NEE and op.relatie.id not in vol
        is_wat = netwerk.is_wat(plek, om_heen.mensen, om_heen.middelpunt, gezien)
        yield Mens(
            trede=trede,
            naam=op.naam,
            wat=wat or load_tekst("plan")("ladder.helpt"),
            feit=_feit(plek, op, gezien, trede, is_wat),
            apart=_apart(op, gezien, is_wat, is_vol=vol.get(op.relatie.id, False)),
            wie=_soort(plek, gezien),
            kan_meer=kan_meer,
        )


def _trede_om_heen(relatie: Relatie, in_huis: bool) -> Trede:
    if relatie.hulpsoort == MANTELZORG:
        return Trede.MANTELZORG
    return Trede.GEBRUIKELIJK if in_huis else Trede.INFORMEEL


def _soort(plek: Werkplek, relatie: Relatie) -> Wie:
    if is_vrijwilliger(relatie, plek.profiel.doeners.naasten):
        return Wie.VRIJWILLIGER
    return Wie.BUREN if relatie.hulpsoort == BURENHULP else Wie.NETWERK


def _wie(naam: str, band: str) -> str:
    return load_tekst("plan")("ladder.met_band", wie=naam, band=band) if band else naam


def _wat_iemand(plek: Werkplek, sleutel: str, namen: tuple[str, str], woorden: str) -> str:
    """What somebody does, as one sentence where it was written as one: `Buurman Sjoerd zet de container buiten.` Of
    `namen` the second says what they are too; a name that begins with that needs no more.
    """
    kaal, wie = namen
    doeners, eerste = plek.profiel.doeners, woorden.split(maxsplit=1)[0].rstrip(".,")
    if kaal.split()[0].casefold() in doeners.aanspreek:
        wie = kaal
    if sleutel == "doet" and eerste.casefold() in doeners.werkwoorden:
        return f"{wie} {woorden[:1].lower()}{woorden[1:]}"
    return load_tekst("plan")(f"ladder.{sleutel}", wie=wie, wat=woorden)


def _feit(plek: Werkplek, op: OpKaart, gezien: Relatie, trede: Trede, band: str) -> str:
    t, wie, zinnen = load_tekst("plan"), _wie(op.naam, band), []
    for sleutel, woorden in (("doet", gezien.doet), ("kan", gezien.kan)):
        if woorden and not is_leeg(woorden):
            zinnen.append(_zin(_wat_iemand(plek, sleutel, (op.naam, wie), woorden.strip())))
    if gezien.bereid is Bereid.NEE:
        zinnen.append(t("ladder.helpt_niet", wie=wie))
    return " ".join(zinnen) or t(f"ladder.{'thuis' if trede is Trede.GEBRUIKELIJK else 'er_is'}", wie=wie)


def _apart(op: OpKaart, gezien: Relatie, band: str, is_vol: bool) -> str:
    t, wie = load_tekst("plan"), _wie(op.naam, band)
    eigen = (("doet", op.taken if is_leeg(gezien.doet) else ""), ("niet", op.grenzen))
    zinnen = [_zin(t(f"ladder.{sleutel}", wie=wie, wat=w.strip())) for sleutel, w in eigen if not is_leeg(w)]
    return " ".join([*zinnen, t("ladder.veel", wie=op.naam)] if is_vol else zinnen)


def _zin(woorden: str) -> str:
    """On one line, and closed as a sentence."""
    regel = " ".join(woorden.split())
    return regel if regel.endswith((".", "!", "?", "…")) else f"{regel}."


def _plaatsen(kaart: Kaart, vanuit: str, ongewenst: Callable[[str], bool], doel: Doel) -> list[Kandidaat]:
    """What the sociale kaart has that needs no aanvraag: for the words of the goal, else for its life domain."""
    vragen = [Zoekvraag(doel.tekst, vanuit=vanuit)] if kaart.index.zoek(doel.tekst) is not None else []
    vragen += [Zoekvraag(gebied=doel.leefgebied, vanuit=vanuit)] if doel.leefgebied else []
    for vraag in vragen:
        alle = (treffer.voorziening for treffer in voorziening.zoek(kaart, vraag))
        vrij = [v for v in alle if v is not None and v.is_vrij and not ongewenst(v.naam)][:MEEST]
        if vrij:
            zin = load_tekst("plan")("ladder.gebruik")
            return [Kandidaat(v.naam, Wie.ALGEMENE_VOORZIENING, zin, v.wanneer) for v in vrij]
    return []
