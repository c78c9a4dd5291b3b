"""The network of a household, drawn from its relations: who stands where, what they do, and what goes well beside what
is needed (NET-01). Nobody on it is contacted unless the resident wishes it (NET-04).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from kernnetwerk_app.documents.netwerk_pdf import NaasteOpPapier, Netwerkblad, netwerk_pdf
from kernnetwerk_app.domain.afzien import Afzien, Waarvan
from kernnetwerk_app.domain.base import VoorWie, eenheden, mag_zien, voor_lezer
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.mantelzorg import Mantelzorg, mantelzorg_id, voor_inwoner
from kernnetwerk_app.domain.naamgenoot import naamsleutel, zelfde
from kernnetwerk_app.domain.netwerk import Netwerkbevinding, Plek, is_klein, plekken
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.plan import Doel, Ondersteuningsplan, PlanStatus
from kernnetwerk_app.domain.relatie import (
    BURENHULP,
    BUUR,
    FORMEEL,
    MANTELZORG,
    Relatie,
    beslist_alleen,
    is_alleen_gemerkt,
    is_neergezet,
    is_ouder,
    is_vrijwilliger,
)
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering
from kernnetwerk_app.services import afzien, contact, mensen, netwerkbevinding, plan
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.geadresseerde import laatste_melding
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon
from kernnetwerk_app.services.lezers import Lezend, beslissend
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.services.relatie import is_van_ander
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.typen import bases_since
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst

NETWERK = "sociaal_netwerk"
"""The life domain (L-08) of a goal about more or stronger contacts (NET-15)."""
GOED, NODIG = ("goed", "eigen", "netwerk"), ("lastig", "wens")
"""Questions of a life domain: what goes well and who is there, and what is needed."""
LEZER = VoorWie.PERSOON
"""The map is drawn at the table: what is meant for professionals never stands on it."""


class NummerZonderReden(KernnetwerkError):
    """Of somebody whom the resident does not want us to call the number shows with a reason only (NET-04, TEAM-04)."""

    code = "netwerk.nummer_zonder_reden"


@dataclass(frozen=True, slots=True)
class OpKaart:
    """Somebody on the map, by the name that people know them by."""

    relatie: Relatie
    naam: str
    wat: str
    """What they are, and to whom where that is somebody else: `ouder van Mees`."""
    plek: Plek
    taken: str = ""
    grenzen: str = ""
    """Of a mantelzorger who lets the resident read them: what they do, and what they do not (NET-10)."""
    liever_niet: bool = False
    """Whether somebody of the household would rather have no help of this one (RES-15)."""


@dataclass(frozen=True, slots=True)
class Gezegd:
    """What was said of one life domain in the gesprek."""

    leefgebied: str
    woorden: str


@dataclass(frozen=True, slots=True)
class NetwerkBeeld:
    """Everything the screen shows. `middelpunt`: whose network it is; `van_wie` of whom there can be one, the resident
    first.
    """

    mensen: MensenBeeld
    middelpunt: Inwoner
    van_wie: tuple[Inwoner, ...]
    kaart: tuple[OpKaart, ...]
    goed: tuple[Gezegd, ...]
    nodig: tuple[Gezegd, ...]
    klein: bool
    """Whether few people stand around the resident who could do something, and no goal is about that yet (NET-15)."""
    plan: Ondersteuningsplan | None
    """The plan that goes on, when there is one."""
    bevinding: Netwerkbevinding | None
    """Whether the network takes part in it (NET-02)."""
    kan_doel: bool
    """Whether there is a plan, or a gesprek that a plan can be about."""


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, van_id: UUID | None = None) -> NetwerkBeeld:
    """The network as of today, of the resident or of another adult of the house; raises as `mensen.load`."""
    beeld = mensen.load(plek, lezer, huishouden_id)
    eerst = hoofdpersoon(lezer, huishouden_id)
    anderen = (lid.inwoner for lid in beeld.leden if lid.inwoner.id != eerst.id)
    van_wie = (eerst, *(mens for mens in anderen if beslist_alleen(mens, plek.vandaag)))
    wie = next((mens for mens in van_wie if mens.id == van_id), eerst)
    relaties = rond(plek, lezer, wie, beeld)
    gegeven = [voor_lezer(LEZER, a) for a in lezer.find(Antwoord, huishouden_id=huishouden_id, inwoner_id=None)]
    plannen = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, status=PlanStatus.ACTIEF, kind_id=None)
    gaande = next(iter(plannen), None)
    liever = [een for een in afzien.geldende(plek, lezer, huishouden_id) if een.waarvan is Waarvan.HULP]
    zorg = {eigen.id: eigen for eigen in lezer.find(Mantelzorg, id=[mantelzorg_id(r.id) for r in relaties])}
    return NetwerkBeeld(
        mensen=beeld,
        middelpunt=wie,
        van_wie=van_wie,
        kaart=tuple(
            _op_kaart(
                beeld, (relatie, is_wat(plek, beeld, wie, relatie)), waar, zorg.get(mantelzorg_id(relatie.id)), liever
            )
            for relatie, waar in plekken(relaties)
        ),
        goed=tuple(_gezegd(plek, gegeven, GOED)),
        nodig=tuple(_gezegd(plek, gegeven, NODIG)),
        klein=wie.id == eerst.id and is_klein(relaties) and not _heeft_doel(lezer, gaande),
        plan=gaande,
        bevinding=netwerkbevinding.bevinding(lezer, gaande) if gaande is not None else None,
        kan_doel=bool(lezer.find(Vraagverheldering, huishouden_id=huishouden_id)),
    )


def rond(plek: Werkplek, lezer: Lezer, wie: Inwoner, beeld: MensenBeeld) -> list[Relatie]:
    """Who stand around this one and the children, each once: on a map or paper that `wie` reads stands nobody who
    stands around another adult, nor the other parent of that one's child, unless somebody said what they do here.
    """
    zelf = set(alle_ids(lezer, wie.id))
    thuis = {een for lid in beeld.leden for een in alle_ids(lezer, lid.inwoner.id)} - zelf
    eigen = tuple(
        r
        for r in beeld.relaties
        if not is_van_ander(lezer, r, zelf, plek.vandaag) and not _is_ouder_elders(r, beeld.relaties, zelf, thuis)
    )
    return op_kaart(lezer, wie, replace(beeld, relaties=eigen))


def _is_ouder_elders(relatie: Relatie, alle: Iterable[Relatie], zelf: set[UUID], thuis: set[UUID]) -> bool:
    """Whether this is only a parent of a child here of which another one of this house is parent, and not `zelf`."""
    if relatie.inwoner_id in zelf or relatie.ander_id in thuis or is_neergezet(relatie) or not is_ouder(relatie):
        return False
    ouders = {r.ander_id for r in alle if r.inwoner_id == relatie.inwoner_id and is_ouder(r)}
    return bool(ouders & thuis) and not ouders & zelf


def op_kaart(lezer: Lezer, wie: Inwoner, beeld: MensenBeeld) -> list[Relatie]:
    """Each person once, to however many people here they stand near; nobody stands around themselves. Of somebody with
    several relations the one with who has the question. A name that was typed is known again around somebody else
    here; typed twice around one and the same they are two people, for nobody may fall out of sight by a name. Who is
    only written down because they noticed something is not drawn: the resident would read here who that was.
    """
    zelf = set(alle_ids(lezer, wie.id))
    eerst = sorted((r for r in beeld.relaties if not is_alleen_gemerkt(r)), key=lambda r: r.inwoner_id not in zelf)
    gevonden: dict[object, Relatie] = {}
    rond: Counter[tuple[UUID, str]] = Counter()
    for relatie in (r for r in eerst if r.ander_id not in zelf):
        ander = beeld.kent.get(relatie.ander_id) if relatie.ander_id else None
        getypt = relatie.inwoner_id, naamsleutel(relatie.ander_naam)
        rond[getypt] += ander is None
        gevonden.setdefault(ander.id if ander else relatie.ander_id or (getypt[1], rond[getypt]), relatie)
    return sorted(gevonden.values(), key=lambda r: r.id)


def is_wat(plek: Werkplek, beeld: MensenBeeld, wie: Inwoner, relatie: Relatie) -> str:
    """What the other one is, for on paper: `buur`; and of whom, where it is not `wie`: `ouder van Mees`."""
    wat = plek.profiel.lijst("relaties").label(relatie.relatie).lower()
    van = beeld.kent.get(relatie.inwoner_id)
    if not wat or van is None or van.id == wie.id or not van.voornamen:
        return wat
    return load_tekst("netwerk")("blad.van", wat=wat, naam=van.voornamen)


def naam(beeld: MensenBeeld, relatie: Relatie) -> str:
    """How somebody in the network is called; empty for who has no name yet."""
    ander = beeld.kent.get(relatie.ander_id) if relatie.ander_id else None
    return (ander.naam if ander else relatie.ander_naam) or ""


def zet_neer(plek: Werkplek, relatie: Relatie, waar: Plek, bases: Bases, herkomst: object = None) -> Changes:
    """Somebody stands at another place; `bases` as the screen loaded them, however often they moved since."""
    nummer = next(nr for nr, velden in eenheden(Relatie).items() if "plaats" in velden)
    with plek.store.write(herkomst) as werk:
        vervangt = {nummer: bases_since(werk, relatie.id, nummer, bases.get(nummer, ()))}
        werk.change(werk.get(Relatie, relatie.id), vervangt, kring=waar.kring, plaats=waar.plaats)
        return werk.commit("relatie.neergezet", relatie.huishouden_id)


def toon_nummer(plek: Werkplek, relatie: Relatie, wie: str, reden: str, herkomst: object = None) -> Changes:
    """Somebody looks up the number of `wie`, whom the resident does not want us to call (yet); the reason stands in the
    story of the dossier. Raises `NummerZonderReden`.
    """
    if is_leeg(reden):
        raise NummerZonderReden
    assert relatie.huishouden_id is not None  # noqa: S101  a relation is always in a dossier
    zin = load_tekst("netwerk")("nummer.verslag", wie=wie, reden=reden.strip())
    return contact.schrijf_bij(plek, relatie.huishouden_id, zin, herkomst=herkomst)


def load_pdf(plek: Werkplek, huishouden_id: UUID, vorm: Papiervorm = GEWOON, aan: Lezend | None = None) -> bytes:
    """The network for the resident to keep: who stand near, what they do and could do. No numbers: it lies in sight.

    Raises `BestaatNiet`, `InwonerIsOverleden` and DocumentError.
    """
    t, profiel = load_tekst("netwerk"), plek.profiel
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        beeld = load(plek, lezer, huishouden_id)
        aan = aan or beslissend(plek, lezer, huishouden_id, laatste_melding(lezer, huishouden_id))[0]
    hulp = profiel.lijst("hulpsoorten")
    mensen_op = [
        NaasteOpPapier(
            kring=op.plek.kring,
            naam=op.naam or t("onbekend"),
            wat=", ".join(filter(None, (op.wat, hulp.label(_hulpsoort(plek, op.relatie))))),
            doet=op.relatie.doet or "",
            kan=op.relatie.kan or "",
        )
        for op in beeld.kaart
    ]
    blad = Netwerkblad(profiel.naam, aan.regels, plek.vandaag, tuple(mensen_op))
    return netwerk_pdf(blad, stijl_van(plek, vorm))


def _hulpsoort(plek: Werkplek, relatie: Relatie) -> str | None:
    """On paper only what says more than who it is: that a neighbour gives burenhulp says nothing, nor does it make
    somebody of the family a volunteer.
    """
    doeners = plek.profiel.doeners
    if relatie.hulpsoort == BURENHULP:
        is_buur = BUUR in (relatie.relatie, *(soort for _, soort in doeners.verwanten.soorten(relatie.relatie or "")))
        return None if is_buur else BURENHULP
    is_ander = relatie.hulpsoort in (FORMEEL, MANTELZORG) or is_vrijwilliger(relatie, doeners.naasten)
    return relatie.hulpsoort if is_ander else None


def begin_doel(
    plek: Werkplek, huishouden_id: UUID, woorden: str, herkomst: object = None, concept: str = ""
) -> Changes:
    """A goal about more or stronger contacts, in the resident's words, in the plan that goes on (NET-15).

    Raises as `plan.begin` and `plan.add_doel`.
    """
    plan_id, begonnen = plan.begin(plek, huishouden_id, herkomst)
    return begonnen | plan.add_doel(plek, plan_id, woorden, herkomst, concept, leefgebied=NETWERK)[1]


def _heeft_doel(lezer: Lezer, van: Ondersteuningsplan | None) -> bool:
    """Whether a goal of this plan is about more or stronger contacts."""
    doelen = lezer.find(Doel, plan_id=van.id, leefgebied=NETWERK) if van is not None else []
    return any(doel.vervallen_datum is None for doel in doelen)


def _op_kaart(
    beeld: MensenBeeld, band: tuple[Relatie, str], waar: Plek, eigen: Mantelzorg | None, liever: Sequence[Afzien]
) -> OpKaart:
    relatie, wat = band
    taken, grenzen = voor_inwoner(eigen) if eigen is not None else ("", "")
    wie = naam(beeld, relatie)
    return OpKaart(relatie, wie, wat, waar, taken, grenzen, any(zelfde(een.waarover, wie) for een in liever))


def _gezegd(plek: Werkplek, gegeven: Sequence[Antwoord], vragen: Sequence[str]) -> Iterator[Gezegd]:
    """By life domain, in the order of the list, what was said at the table; what was told apart is not among it."""
    for leefgebied in plek.profiel.leefgebieden.leefgebieden:
        sleutels = [
            leefgebied.veldsleutel(veld)
            for veld in leefgebied.velden
            if veld.sleutel in vragen and mag_zien(LEZER, veld.voor)
        ]
        teksten = [a.waarde for sleutel in sleutels for a in gegeven if a.sleutel == sleutel and not is_leeg(a.waarde)]
        if teksten:
            yield Gezegd(leefgebied.naam, " ".join(dict.fromkeys(tekst.strip() for tekst in teksten if tekst)))
