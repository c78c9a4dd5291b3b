"""Who speaks up for a resident that cannot keep the regie: what was agreed, which papers that opens, and who can say
yes to more (NET-17).

What was agreed with the resident is the resident's yes. It is nobody else's: for the plan and the verslag who decides
with the resident or in their place says yes too, and so do the others at home (RES-01). An organisation gets papers
under an agreement and not here (RES-13), a volunteer never the plan (NET-21). The own plan of a child goes to who was
agreed with about that child: it tells of nobody else.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import UUID

from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.bezorging import VAN_EEN, VOOR_TAFEL, Stuk, Stuksoort
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanStatus
from kernnetwerk_app.domain.planversie import InhoudBevinding, PlanVersie
from kernnetwerk_app.domain.relatie import FORMEEL, VRIJWILLIG, Relatie
from kernnetwerk_app.domain.tekst import is_leeg, neutraal, opsomming
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.vertrouwen import (
    LEESRECHTEN,
    OPENT,
    SLEUTEL,
    VAN_HET_HUISHOUDEN,
    Vertrouwensrecht,
    rechten,
)
from kernnetwerk_app.services import afschrift, afzien, bevindingen, delen, plan, planmantelzorg
from kernnetwerk_app.services.benoemd import Benoemd, benoemd, beslist_mee
from kernnetwerk_app.services.bijzonderheid import overleden_op
from kernnetwerk_app.services.geadresseerde import laatste_melding, noem
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon, leden
from kernnetwerk_app.services.kindplan import kind_van_stuk, plannen_van, vind_kind
from kernnetwerk_app.services.lezers import NAMENS, Lezend, beslissend, kort_van, rond_kind
from kernnetwerk_app.services.naaste import naam_van
from kernnetwerk_app.services.relatie import relaties_van
from kernnetwerk_app.services.toestemming import beslissers
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.teksten import load

_VAN_EEN = VAN_EEN | {
    Stuksoort.MANTELZORG,
    Stuksoort.TOESTEMMING,
    Stuksoort.ANTWOORD,
    Stuksoort.ZELF_AANVRAGEN,
    Stuksoort.TAKEN,
}
"""Of one person, who is asked by name: nobody else is a reader of these."""


@dataclass(frozen=True, slots=True)
class Vertrouwd:
    """Somebody with whom something is agreed that holds today: keys of the list `vertrouwensrechten`."""

    relatie: Relatie
    naam: str
    rechten: tuple[str, ...]


def van(plek: Werkplek, lezer: Lezer, relatie: Relatie) -> Vertrouwd | None:
    """What holds of this relation; None when nothing was agreed, it ended, or this one died or has no name."""
    nu, naam = rechten(relatie, plek.vandaag), naam_van(lezer, relatie)
    dood = relatie.ander_id is not None and overleden_op(lezer, relatie.ander_id) is not None
    return Vertrouwd(relatie, naam, nu) if nu and naam and not dood else None


def vertrouwden(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID, voor: Inwoner | None = None
) -> tuple[Vertrouwd, ...]:
    """In this dossier, of whose question it is or of `voor`; who was agreed with for somebody else at home reads
    nothing of this one's.
    """
    eigen = set(alle_ids(lezer, (voor or hoofdpersoon(lezer, huishouden_id)).id))
    alle = (van(plek, lezer, r) for r in relaties_van(lezer, huishouden_id) if r.inwoner_id in eigen)
    return tuple(een for een in alle if een is not None)


def zin(plek: Werkplek, wie: Vertrouwd) -> str:
    """Role and what was agreed in one sentence, as it stands on paper."""
    t, dag = load("wie_is_wie").met(plek.profiel.zeg), wie.relatie.vertrouwen_datum
    wat = woorden(plek, wie.rechten)
    if dag is None:
        return t("vertrouwd.zonder_dag", wat=wat)
    return t("vertrouwd.zin", wat=wat, datum=datum_lang(dag, jaar=True))


def woorden(plek: Werkplek, welke: Sequence[str]) -> str:
    """These rights as one says them: `is bij gesprekken en leest het plan mee`."""
    lijst = plek.profiel.lijst("vertrouwensrechten")
    return opsomming([lijst.label(recht) for recht in welke])


def leest_nu(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Vertrouwd) -> tuple[str, ...]:
    """What of it opens a paper of this dossier today: not what was agreed while somebody else has still to say yes, nor
    what never goes to who this is; all of it for who reads by law anyway. Nothing while a part of the plan is still on
    its way: then nobody knows.
    """
    hoofd = hoofdpersoon(lezer, huishouden_id)
    if wie.relatie.inwoner_id not in alle_ids(lezer, hoofd.id):
        return _leest_kindplan(plek, lezer, huishouden_id, wie)
    lezen = tuple(recht for recht in wie.rechten if recht in LEESRECHTEN)
    if _leest_al(lezer, wie, beslissend(plek, lezer, huishouden_id, laatste_melding(lezer, huishouden_id))):
        return lezen
    stukken = ((recht, _stuk_van(lezer, huishouden_id, recht)) for recht in lezen)
    with suppress(BestaatNiet):
        return tuple(recht for recht, stuk in stukken if not _waarom_niet(plek, lezer, stuk, wie, hoofd))
    return ()


def _leest_kindplan(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Vertrouwd) -> tuple[str, ...]:
    """Of an agreement about a child: whether they read its own plan, where it has one."""
    kind = vind_kind(lezer, wie.relatie.inwoner_id)
    plannen = [plan for plan in plannen_van(lezer, kind.id) if plan.status is PlanStatus.ACTIEF] if kind else []
    if kind is None or not plannen or Vertrouwensrecht.LEEST_MEE not in wie.rechten:
        return ()
    stuk, al = _nieuwste(lezer, huishouden_id, plannen[0]), rond_kind(plek, lezer, kind)
    leest = _leest_al(lezer, wie, al) or not _waarom_niet(plek, lezer, _thuis(stuk, kind), wie, kind)
    return (Vertrouwensrecht.LEEST_MEE,) if leest else ()


def _stuk_van(lezer: Lezer, huishouden_id: UUID, recht: str) -> Stuk:
    """The paper by which one sees what this right opens: of the plan the last version, else the plan as it is now."""
    if recht == Vertrouwensrecht.LEEST_VERSLAG:
        return Stuk(Stuksoort.VERSLAG, huishouden_id)
    if recht == Vertrouwensrecht.KRIJGT_AFSPRAKEN:
        return Stuk(Stuksoort.AFSPRAKEN, huishouden_id)
    plannen = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, status=PlanStatus.ACTIEF, kind_id=None)
    return _nieuwste(lezer, huishouden_id, plannen[0]) if plannen else Stuk(Stuksoort.GIDS, huishouden_id)


def _nieuwste(lezer: Lezer, huishouden_id: UUID, plan: Ondersteuningsplan) -> Stuk:
    versies = lezer.find(PlanVersie, zonder=("inhoud",), plan_id=plan.id)
    laatste = max(versies, key=lambda versie: versie.nummer, default=None)
    soort, van_id = (Stuksoort.PLAN, laatste.id) if laatste is not None else (Stuksoort.CONCEPT, plan.id)
    return Stuk(soort, huishouden_id, van_id)


def lezend(
    plek: Werkplek, lezer: Lezer, stuk: Stuk, al: Collection[Lezend], kind: Inwoner | None = None
) -> Iterator[Lezend]:
    """Each vertrouwenspersoon who is no reader of this paper already (`al`); with `waarom_niet` where it was not agreed
    or may not go. Of the own plan of a `kind`: whom this dossier knows as one of that child.
    """
    if stuk.soort in _VAN_EEN:
        return
    van, thuis = kind or hoofdpersoon(lezer, stuk.huishouden_id), stuk if kind is None else _thuis(stuk, kind)
    for wie in vertrouwden(plek, lezer, stuk.huishouden_id, van):
        if not _leest_al(lezer, wie, al):
            yield _als_lezer(plek, lezer, thuis, wie, van)


def _thuis(stuk: Stuk, kind: Inwoner) -> Stuk:
    """The same paper in the dossier of the child: there it stands who decides about it, and who said yes."""
    return replace(stuk, huishouden_id=kind.huishouden_id or stuk.huishouden_id)


def _leest_al(lezer: Lezer, wie: Vertrouwd, al: Collection[Lezend]) -> bool:
    """By law, as who lives there, or because the resident wishes that we speak with them (NET-04)."""
    ander = alle_ids(lezer, wie.relatie.ander_id) if wie.relatie.ander_id is not None else []
    sleutels = {f"relatie.{wie.relatie.id}", *(f"inwoner.{nummer}" for nummer in ander)}
    return any(een.sleutel in sleutels or (een.sleutel == NAMENS and wie.naam in een.naam) for een in al)


def _als_lezer(plek: Werkplek, lezer: Lezer, stuk: Stuk, wie: Vertrouwd, hoofd: Inwoner) -> Lezend:
    t, papier = load("vertrouwen").met(plek.profiel.zeg), load("papier")
    huisgenoten = {nummer for mens in leden(lezer, stuk.huishouden_id) for nummer in alle_ids(lezer, mens.id)}
    als = papier("aan.als", naam=neutraal(wie.naam), hoedanigheid=t("hoedanigheid"))
    aan = papier("aan.aan", naam=als)
    return Lezend(
        sleutel=f"{SLEUTEL}.{wie.relatie.id}",
        naam=t("naam", naam=wie.naam),
        regels=(aan, papier("aan.over_iemand", voor=noem(hoofd))),
        niveau=VoorWie.TAFEL if stuk.soort in VOOR_TAFEL else VoorWie.PERSOON,
        inwoner_id=wie.relatie.ander_id if wie.relatie.ander_id in huisgenoten else None,
        kort=kort_van("vertrouwd", wie.naam),
        leest_mee=True,
        waarom_niet=_waarom_niet(plek, lezer, stuk, wie, hoofd),
    )


def _waarom_niet(plek: Werkplek, lezer: Lezer, stuk: Stuk, wie: Vertrouwd, hoofd: Inwoner) -> str:
    """Why this paper does not go to this one, with who can change that; empty when it goes."""
    t, recht = load("vertrouwen").met(plek.profiel.zeg), OPENT.get(stuk.soort)
    namen = {"naam": wie.naam, "wie": _wie_kan_ja(plek, lezer, stuk.huishouden_id, hoofd)}
    if recht is None:
        return t("niet.van_anderen", **namen)
    if recht not in wie.rechten:
        wat = plek.profiel.lijst("vertrouwensrechten").label(recht)
        return t("niet.afgesproken", wat=wat, **namen)
    liever = delen.liever_niet(plek, lezer, stuk.huishouden_id, hoofd, wie.naam)
    if liever:
        return t("niet.liever", zin=afzien.zin(plek, lezer, liever[-1]), **namen)
    is_partner = any(zelfde(partner.naam, wie.naam) for partner in plek.profiel.partners)
    if is_partner or wie.relatie.hulpsoort == FORMEEL:
        return t("niet.beroep", **namen)
    if stuk.soort not in VAN_HET_HUISHOUDEN:
        return ""
    if wie.relatie.hulpsoort == VRIJWILLIG:
        return t("niet.vrijwilliger", **namen)
    nog, eerst = _nog_nodig(plek, lezer, stuk, wie, hoofd), _beslist_ook(plek, lezer, stuk.huishouden_id, wie, hoofd)
    if nog is None:
        return t("niet.te_lezen", **namen)
    zinnen = (("niet.beslist_ook", eerst), ("niet.ook_van", ", ".join(nog)))
    waarom = [t(sleutel, ook=wie_nog, **namen) for sleutel, wie_nog in zinnen if wie_nog]
    return " ".join([*waarom, t("niet.leg_vast")]) if waarom else ""


def _beslist_ook(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Vertrouwd, hoofd: Inwoner) -> str:
    """Who decides with the resident or in their place, and of whom no record says yes for this reader: what was agreed
    is the resident's own yes and no more. One of the parents is enough, and so is one whom a court appointed, or a
    reason why none of those was asked (0029, 2). Nobody where this one decides: then they say it by reading.
    """
    t, ander = load("vertrouwen"), set(alle_ids(lezer, wie.relatie.ander_id)) if wie.relatie.ander_id else set()
    van = set(alle_ids(lezer, hoofd.id))
    ja = [een for een in afschrift.gegeven(plek, lezer, huishouden_id, wie.naam) if een.waarover_id in van]
    beslist = beslissers(plek, lezer, huishouden_id, hoofd)
    nog: list[str] = []
    if not beslist.ouders & (ander | {gever for een in ja for gever in alle_ids(lezer, een.inwoner_id)}):
        ouders = lezer.find(Inwoner, id=list(beslist.ouders)) if beslist.ouders else []
        namen = list(dict.fromkeys(noem(ouder) or t("iemand") for ouder in ouders))
        nog = [t("een_ouder", wie=" of ".join(namen))] if len(namen) > 1 else namen
        nog += [] if nog or beslist.zelf else [t("ouder")]
    namens = beslist_mee(plek, lezer, hoofd.id, delen.PLAN)
    nu, leest_zelf = {b.woorden for b in namens}, any(zelfde(b.naam, wie.naam) for b in namens)
    if namens and not leest_zelf and not any(een.namens in nu or _is_reden(een, namens) for een in ja):
        nog.append(" of ".join(dict.fromkeys(een.woorden for een in namens)))
    return " en van ".join(nog)


def _is_reden(ja: Toestemming, namens: Collection[Benoemd]) -> bool:
    """Whether this says why these were not asked: not of whoever the court appointed before one of them."""
    return not is_leeg(ja.toch) and all(een.sinds is None or een.sinds <= ja.begin_datum for een in namens)


def _nog_nodig(plek: Werkplek, lezer: Lezer, stuk: Stuk, wie: Vertrouwd, hoofd: Inwoner) -> tuple[str, ...] | None:
    """Who else says yes first, by name: others at home, and a mantelzorger whose story it tells; nobody for the own
    plan of a child. None: of whom it tells cannot be read here.
    """
    if kind_van_stuk(lezer, stuk.soort, stuk.van_id) is not None:
        return ()
    ander = alle_ids(lezer, wie.relatie.ander_id) if wie.relatie.ander_id is not None else []
    ja = {*alle_ids(lezer, hoofd.id), *ander}
    versie = lezer.get(PlanVersie, stuk.van_id) if stuk.soort is Stuksoort.PLAN and stuk.van_id is not None else None
    nog = afschrift.nog_nodig(plek, lezer, stuk.huishouden_id, wie.naam, versie, ja)
    if nog.niet_te_lezen:
        return None
    zorgers = nog.mantelzorgers
    if stuk.soort is Stuksoort.CONCEPT and stuk.van_id is not None:
        inhoud = plan.load(plek, lezer, stuk.van_id).inhoud
        zorgers = planmantelzorg.zonder_ja(plek, lezer, stuk.huishouden_id, inhoud, ja)
    elif stuk.soort is Stuksoort.VERSLAG:
        zorgers = planmantelzorg.nu_zonder_ja(plek, lezer, stuk.huishouden_id, _gevonden(plek, lezer, stuk), ja)
    anderen = (naam for naam in zorgers if not zelfde(naam, wie.naam))
    return tuple(dict.fromkeys((*(noem(mens) or load("vertrouwen")("iemand") for mens in nog.leden), *anderen)))


def _gevonden(plek: Werkplek, lezer: Lezer, stuk: Stuk) -> Iterator[InhoudBevinding]:
    """What the onderzoek brought that stands on this verslag: of its own question, else of the latest."""
    melding = laatste_melding(lezer, stuk.huishouden_id) if stuk.van_id is None else None
    melding_id = stuk.van_id or (melding.id if melding is not None else None)
    if melding_id is not None:
        yield from bevindingen.op_verslag(plek, lezer, melding_id)


def _wie_kan_ja(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Inwoner) -> str:
    """Whoever decides with or for the resident, and the resident where they decide themselves."""
    t, beslist = load("vertrouwen").met(plek.profiel.zeg), beslissers(plek, lezer, huishouden_id, wie)
    ouders = lezer.find(Inwoner, id=list(beslist.ouders)) if beslist.ouders else []
    mensen = (*([wie] if beslist.zelf else []), *ouders)
    namen = [noem(mens) or t("inwoner") for mens in mensen]
    namen += [een.woorden for een in benoemd(plek, lezer, wie.id)]
    return ", ".join(dict.fromkeys(namen)) or t("ouders")
