"""*Voor wie is dit?*: who can read a paper of this dossier, and what may stand on it for them (Decided once 6).

The law first: who decides in the resident's place, the parents who decide about a child, and the resident. They read
what is for the resident. Who else sits at the table reads what is for everybody there and no more; who wants the plan
itself, gets that with a yes of the resident (RES-01), and not here.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.geboortedatum import leeftijd_hoogstens
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naam import voorletter
from kernnetwerk_app.domain.naamgenoot import naamsleutel, zelfde
from kernnetwerk_app.domain.ondertekening import STUK, Hoedanigheid, Ondertekening
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import (
    FORMEEL,
    SIGNALEERDER,
    ZELF_BESLISSEN,
    Gezag,
    Relatie,
    geldt,
    met_gezag,
    wie_beslist,
)
from kernnetwerk_app.domain.tekst import is_leeg, neutraal
from kernnetwerk_app.services.benoemd import benoemd
from kernnetwerk_app.services.bijzonderheid import overleden_op
from kernnetwerk_app.services.geadresseerde import geadresseerde, noem
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon, leden
from kernnetwerk_app.services.kindplan import relaties_van_kind
from kernnetwerk_app.services.nabij import waarom_niet
from kernnetwerk_app.services.persoonsblad import krijgt_blad
from kernnetwerk_app.services.planversie import read_inhoud
from kernnetwerk_app.services.relatie import relaties_van
from kernnetwerk_app.services.tekenaars import tekenaars
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

NAMENS = "namens"
"""The key of who decides or speaks for the resident."""
_BESLIST = (Hoedanigheid.OUDER, Hoedanigheid.MENTOR, Hoedanigheid.CURATOR)
"""Who signs as one who decides by law: whether they do follows from what was noted, and not from what they say."""


@dataclass(frozen=True, slots=True)
class Lezend:
    """Somebody who can read it: how they are called, the lines under the title, and what they may read.

    `sleutel` finds the same reader again another day; `inwoner_id` is who it is where that is somebody of the
    household, whose own way of reading counts. `is_ander`: not the resident, so a secret address stays off it.
    """

    sleutel: str
    naam: str
    regels: tuple[str, ...]
    niveau: VoorWie = VoorWie.PERSOON
    is_ander: bool = True
    inwoner_id: UUID | None = None
    kort: str = ""
    """What they are with initials, for a list over dossiers: nobody who looks along reads a name (RES-14)."""
    leest_mee: bool = False
    """Whether they decide nothing: of a plan they read what was agreed, and not what was said of it or asked for."""
    waarom_niet: str = ""
    """Of who does not get this paper: why in a sentence, with what one can do or who can say yes to it (NET-17)."""


def beslissend(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding: Melding | None) -> tuple[Lezend, ...]:
    """For whom papers about the resident are, the most likely first: who speaks or decides for the resident, the
    parents who decide about a child, and the resident.
    """
    t, wie = load("papier"), hoofdpersoon(lezer, huishouden_id)
    aan = geadresseerde(plek, lezer, wie, melding)
    eigen = () if is_leeg(noem(wie)) else (t("aan.voor", voor=noem(wie)),)
    regels = eigen if aan.is_ander else aan.regels
    zelf = Lezend(_van(wie), noem(wie), regels, is_ander=False, inwoner_id=wie.id, kort=_kort("zelf", wie.voorletters))
    if aan.is_ander:
        return Lezend(NAMENS, aan.naam, aan.regels, kort=t("lezer.namens")), zelf
    beslist = wie_beslist(wie, relaties_van(lezer, huishouden_id), plek.vandaag)
    ouders = lezer.find(Inwoner, id=list(beslist.ouders)) if beslist.ouders else []
    brieven = tuple(_ouder(ouder, eigen) for ouder in ouders if overleden_op(lezer, ouder.id) is None)
    return brieven if brieven and not beslist.zelf else (zelf, *brieven)


def rond_kind(plek: Werkplek, lezer: Lezer, kind: Inwoner) -> tuple[Lezend, ...]:
    """For whom the own plan of a child is: the child where it decides, alone or along, and the parents who decide about
    it, of whichever household. With nobody yet of whom the gezag was seen, the child: somebody has to be named.
    """
    zelf = Lezend(_van(kind), noem(kind), (), is_ander=False, inwoner_id=kind.id, kort=_kort("zelf", kind.voorletters))
    beslist = wie_beslist(kind, relaties := relaties_van_kind(plek, lezer, kind), plek.vandaag)
    oud = leeftijd_hoogstens(kind.geboortedatum, plek.vandaag)
    brieven = _ouders(lezer, relaties, beslist.ouders) if oud is not None and oud < ZELF_BESLISSEN else ()
    return brieven if brieven and not beslist.zelf else (zelf, *brieven)


def ouders_van(plek: Werkplek, lezer: Lezer, kind: Inwoner) -> tuple[Lezend, ...]:
    """Of whom it was seen that they have the gezag over this child, of whichever household, also where nobody wrote
    down how old it is.
    """
    relaties = relaties_van_kind(plek, lezer, kind)
    return _ouders(lezer, relaties, met_gezag(kind.id, relaties, plek.vandaag))


def rond_lid(plek: Werkplek, lezer: Lezer, wie: Inwoner) -> tuple[Lezend, ...]:
    """For whom papers about one who is not whose question it is are: first who decides in their place by order of a
    court (BW 1:381, 1:453), and then as for a child.
    """
    aan, eigen = geadresseerde(plek, lezer, wie, None), rond_kind(plek, lezer, wie)
    if not aan.is_ander:
        return eigen
    return Lezend(f"{NAMENS}.{wie.id}", aan.naam, aan.regels, kort=load("papier")("lezer.namens")), *eigen


def van_een(plek: Werkplek, lezer: Lezer, wie: Inwoner) -> tuple[Lezend, ...]:
    """For whom a paper of this one person alone is: that person, and who decides in their place by order of a court (BW
    1:381, 1:453). That one has `waarom_niet` as long as it is not sure that this is nobody at home, no parent and no
    partner: it may be about them.
    """
    zelf = Lezend(_van(wie), noem(wie), (), is_ander=False, inwoner_id=wie.id, kort=_kort("zelf", wie.voorletters))
    een = next((een for een in benoemd(plek, lezer, wie.id) if een.naam), None)
    if een is None:
        return (zelf,)
    aan, niet = geadresseerde(plek, lezer, wie, None), waarom_niet(plek, lezer, wie, een)
    kort = load("papier")("lezer.namens")
    return zelf, Lezend(f"{NAMENS}.{wie.id}", aan.naam, aan.regels, kort=kort, waarom_niet=niet)


def zei_er_iets_van(plek: Werkplek, lezer: Lezer, gezegd: Ondertekening, al: Collection[Lezend]) -> Iterator[Lezend]:
    """Who said this of a plan, in whichever capacity, unless they read its paper already (`al`): with `waarom_niet`,
    for others may have written on it too. Who signed as the resident and is nobody else at home, is the resident.
    """
    if not al or _leest(lezer, gezegd, al):
        return
    is_anders = gezegd.hoedanigheid is Hoedanigheid.ANDERS and not is_leeg(gezegd.namelijk)
    naam, als = neutraal(gezegd.naam), neutraal((gezegd.namelijk or "") if is_anders else gezegd.hoedanigheid.value)
    is_fout = gezegd.hoedanigheid in _BESLIST and _beslist_niet(plek, lezer, gezegd)
    sleutel = "zei_als_wie_beslist" if is_fout else "zei_er_iets_van"
    niet = load("bezorging").met(plek.profiel.zeg)(f"vraag.{sleutel}", naam=naam, als=als)
    wie = load("papier")("aan.als", naam=naam, hoedanigheid=als)
    yield Lezend(f"gezegd.{gezegd.id}", wie, (), kort=kort_van("zei", naam), waarom_niet=niet)


def zei_het(lezer: Lezer, gezegd: Ondertekening, aan: Lezend) -> bool:
    """Whether it was this reader who said this of a plan. Who signed as the resident under no record is nobody else: by
    another name the one whose plan it is, and of a child's own plan, which two households sign, nobody knows who that
    was. Of two who are called the same each has their own record.
    """
    if gezegd.inwoner_id is not None and aan.inwoner_id is not None:
        return gezegd.inwoner_id in alle_ids(lezer, aan.inwoner_id)
    if gezegd.inwoner_id is not None or gezegd.hoedanigheid is not Hoedanigheid.INWONER:
        return _leest(lezer, gezegd, (aan,))
    if aan.is_ander or not _leest(lezer, gezegd, (aan,)):
        return False
    return zelfde(gezegd.naam, aan.naam) or _is_eigenaar(lezer, gezegd, aan)


def _is_eigenaar(lezer: Lezer, gezegd: Ondertekening, aan: Lezend) -> bool:
    """Whether it is this reader whose plan this was said of."""
    for versie in lezer.find(PlanVersie, zonder=("inhoud",), id=gezegd.planversie_id):
        plan = lezer.find_one(Ondersteuningsplan, versie.plan_id)
        ids = alle_ids(lezer, aan.inwoner_id) if aan.inwoner_id is not None else []
        return plan is not None and plan.kind_id is None and plan.eigenaar_id in ids
    return False


def gezegd_door(lezer: Lezer, versie_id: UUID, aan: Lezend) -> list[UUID]:
    """What this reader said of the version."""
    alle = lezer.find(Ondertekening, zonder=STUK, planversie_id=versie_id)
    return [een.id for een in alle if zei_het(lezer, een, aan)]


def _beslist_niet(plek: Werkplek, lezer: Lezer, gezegd: Ondertekening) -> bool:
    """Whether who said this is surely none of those who decide about that plan, as the page of signing tells them; of
    what cannot be read here, or is not on this laptop, nobody knows.
    """
    try:
        versie = lezer.get(PlanVersie, gezegd.planversie_id)
        van = lezer.get(Ondersteuningsplan, versie.plan_id)
        mensen = tekenaars(plek, lezer, van, read_inhoud(versie), ()).mensen
    except KernnetwerkError:
        return False
    ids = {nummer for een in mensen if een.wie_id is not None for nummer in alle_ids(lezer, een.wie_id)}
    return gezegd.inwoner_id not in ids and not any(zelfde(een.naam, gezegd.naam) for een in mensen)


def _leest(lezer: Lezer, gezegd: Ondertekening, al: Collection[Lezend]) -> bool:
    """Whether who said this is one of these readers: by record, or else by the name, as on paper or with what they are
    behind it (*Mia Mentor, mentor*).
    """
    van = {nummer for een in al if een.inwoner_id is not None for nummer in alle_ids(lezer, een.inwoner_id)}
    namen, naam = [naamsleutel(een.naam) for een in al], naamsleutel(gezegd.naam)
    if gezegd.inwoner_id in van or any(een == naam or een.startswith(f"{naam}, ") for een in namen):
        return True
    if gezegd.hoedanigheid is not Hoedanigheid.INWONER or gezegd.inwoner_id is not None:
        return False
    thuis = lezer.find(Inwoner, huishouden_id=gezegd.huishouden_id)
    return not any(zelfde(mens.naam, gezegd.naam) and mens.id not in van for mens in thuis)


def _ouders(lezer: Lezer, relaties: Iterable[Relatie], ouders: Collection[UUID]) -> tuple[Lezend, ...]:
    """The parents among these (`ouders`: who decide, of whom is known who they are), each once; who died is none."""
    brieven: dict[str, Lezend] = {}
    for relatie in relaties:
        ouder = lezer.find_one(Inwoner, relatie.ander_id) if relatie.ander_id in ouders else None
        if ouder is not None and overleden_op(lezer, ouder.id) is None:
            brieven[_van(ouder)] = _ouder(ouder, ())
        elif relatie.ander_id is None and relatie.gezag is Gezag.JA and relatie.ander_naam:
            naam, sleutel = relatie.ander_naam, f"relatie.{relatie.id}"
            regels = (load("papier")("aan.aan", naam=naam),)
            brieven[sleutel] = Lezend(sleutel, naam, regels, kort=kort_van("ouder", naam))
    return tuple(brieven.values())


def zelf_voor(lezer: Lezer, huishouden_id: UUID, aan: Lezend) -> str:
    """How the resident is called on what this reader gets; empty where that is the resident, who reads *ik*."""
    return noem(hoofdpersoon(lezer, huishouden_id)) if aan.is_ander else ""


def iedereen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding: Melding | None) -> tuple[Lezend, ...]:
    """Those, and then who else may have a paper of what everybody at the table heard: who lives there and is old
    enough, and who does something for the resident and is no professional, as the resident wishes (NET-04).
    """
    eerst = beslissend(plek, lezer, huishouden_id, melding)
    al = {een.sleutel for een in eerst}
    return (*eerst, *(een for een in _anderen(plek, lezer, huishouden_id) if een.sleutel not in al))


def _anderen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Iterator[Lezend]:
    wie, t = hoofdpersoon(lezer, huishouden_id), load("papier")
    over = t("aan.over_iemand", voor=noem(wie))
    gehad = set(alle_ids(lezer, wie.id))
    for mens in leden(lezer, huishouden_id):
        if mens.id not in gehad and krijgt_blad(plek, mens) and overleden_op(lezer, mens.id) is None:
            regels, kort = (t("aan.aan", naam=noem(mens)), over), _kort("huisgenoot", mens.voorletters)
            yield Lezend(_van(mens), noem(mens), regels, VoorWie.TAFEL, True, mens.id, kort)
        gehad |= set(alle_ids(lezer, mens.id))
    for relatie in relaties_van(lezer, huishouden_id):
        naam = relatie.ander_naam or ""
        if relatie.ander_id is None and naam and _mag_lezen(plek, relatie, gehad):
            kort = kort_van("naaste", naam)
            yield Lezend(f"relatie.{relatie.id}", naam, (t("aan.aan", naam=naam), over), VoorWie.TAFEL, kort=kort)


def _mag_lezen(plek: Werkplek, relatie: Relatie, gehad: set[UUID]) -> bool:
    """Of somebody around the resident: the resident wishes that we speak with them, and they are no professional.
    Who noticed something is not among them: nobody reads who that was.
    """
    return (
        relatie.inwoner_id in gehad
        and relatie.rol != SIGNALEERDER
        and relatie.mag_benaderd
        and relatie.hulpsoort != FORMEEL
        and geldt(relatie, plek.vandaag)
    )


def _van(mens: Inwoner) -> str:
    return f"inwoner.{mens.id}"


def _ouder(ouder: Inwoner, kind: tuple[str, ...]) -> Lezend:
    aan = load("papier")("aan.aan", naam=noem(ouder))
    return Lezend(_van(ouder), noem(ouder), (aan, *kind), inwoner_id=ouder.id, kort=_kort("ouder", ouder.voorletters))


def kort_van(rol: str, naam: str) -> str:
    """What somebody is, a key of `lezer`, with the initials of a name that was typed."""
    return _kort(rol, " ".join(f"{voorletter(woord)}." for woord in naam.split()))


def _kort(rol: str, letters: str) -> str:
    return load("papier")("lezer.kort", rol=load("papier")(f"lezer.{rol}"), letters=letters)
