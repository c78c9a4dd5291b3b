"""What may be shared of whom, with whom and why: the ground first, then who has to say yes (RES-01, RES-05, RES-13)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain import afzien
from kernnetwerk_app.domain.afzien import Afzien
from kernnetwerk_app.domain.delen import DelenZonderAfspraak
from kernnetwerk_app.domain.deskundige import Deskundige, waarop
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.relatie import Beslissers
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.toestemming import (
    Aan,
    DelenIsVoorbij,
    DelenNietMetVrijwilliger,
    DelenTegenWens,
    DelenZonderGrond,
    DelenZonderJa,
    Hoe,
    Toestemming,
    check_delen,
    geldt,
    is_gegeven,
    is_zelfde_vraag,
)
from kernnetwerk_app.services.benoemd import benoemd, beslist_mee, check_meebeslist
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.toestemming import beslissers
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

PLAN = "plan"
"""Key of the subject of which a copy can be given."""
ALLES = "alles"
"""Key of the subject that holds every other one."""
TAKEN = "taken"
"""Key of the subject that is nothing but the tasks of the volunteer who gets them (NET-21)."""
_ALLEEN_MET_JA = (Aan.CLIENTONDERSTEUNER, Aan.NETWERK, Aan.VRIJWILLIGER)
"""Who gets something only when the resident says yes, whatever the law allows (RES-05, NET-04, NET-21)."""


@dataclass(frozen=True, slots=True)
class NieuwDelen:
    """What was filled in; fields as in `Toestemming`. `ja_van`: who said yes, where the ground asks for it.
    `toch` passes both a wish and the missing yes of a curator or mentor.
    """

    over_id: UUID
    onderwerp: str = ""
    ontvanger: str = ""
    aan: Aan | None = Aan.ORGANISATIE
    doel: str | None = None
    grond: str | None = None
    over_wetten: bool = False
    begin_datum: date | None = None
    eind_datum: date | None = None
    ja_van: tuple[UUID, ...] = ()
    hoe: Hoe = Hoe.GEZEGD
    toch: str | None = None
    namens: tuple[str, ...] = ()
    """Who said yes in the place of the person, each as `Benoemd.woorden`."""
    deskundige: Deskundige | None = None
    """The question to a deskundige that it is said of, as it is now."""


def deel(
    plek: Werkplek, huishouden_id: UUID, invoer: NieuwDelen, herkomst: object = None, concept: str = ""
) -> Changes:
    """Write down that something may be shared: a record for each yes, or one where the ground asks for none.

    Raises what `check_delen` raises, `DelenOverWetten`, `DelenZonderAfspraak`, `DelenZonderJa`, `DelenTegenWens`,
    `DelenZonderVertegenwoordiger`,
    `InwonerIsOverleden`, `RegelTeLang` and `TekstTeLang`.
    """
    with plek.store.write(herkomst) as werk:
        zet(plek, werk, huishouden_id, invoer)
        werk.keep_concept(concept, {})
        return werk.commit("toestemming.vastgelegd", huishouden_id)


def zet(plek: Werkplek, werk: UnitOfWork, huishouden_id: UUID, invoer: NieuwDelen) -> None:
    """The same as part of another save; raises as `deel`."""
    check_post(werk, huishouden_id)
    over = werk.get(Inwoner, invoer.over_id)
    met_ja = plek.profiel.delen.vraagt_ja(invoer.grond)
    records = _records(plek, huishouden_id, invoer, met_ja=met_ja)
    check_delen(records[0])
    if not plek.profiel.delen.aan_tafel(invoer.grond):
        raise DelenZonderGrond  # a hand-over is the way in danger
    check_ontvanger(plek, records[0])
    plek.profiel.delen.check_over_wetten(invoer.grond, over_wetten=invoer.over_wetten)
    beslist = beslissers(plek, werk, huishouden_id, over)
    if met_ja:
        if not set(invoer.ja_van) <= _beslissen(beslist, over.id):
            raise DelenZonderJa
        _check_namens(plek, werk, over.id, invoer)
        _check_ja(werk, beslist, over.id, [een.inwoner_id for een in records], _alle(werk, records[0]))
    if not met_ja and is_leeg(invoer.toch) and liever_niet(plek, werk, huishouden_id, over, invoer.ontvanger):
        raise DelenTegenWens
    for record in records:
        werk.add(record)


def _records(plek: Werkplek, huishouden_id: UUID, invoer: NieuwDelen, *, met_ja: bool) -> list[Toestemming]:
    """One for each yes; of who said it in the place of the person too. Without any it is one that is refused."""
    ja: list[tuple[UUID, str | None]] = [(invoer.over_id, None)]
    if met_ja and (invoer.ja_van or invoer.namens):
        ja = [*((wie, None) for wie in invoer.ja_van), *((invoer.over_id, naam) for naam in invoer.namens)]
    return [_maak(plek, huishouden_id, invoer, wie, namens, met_ja=met_ja) for wie, namens in ja]


def _check_namens(plek: Werkplek, lezer: Lezer, over_id: UUID, invoer: NieuwDelen) -> None:
    """Refuse (`DelenZonderJa`) the yes of nobody, and of who has no say; without that of a curator or mentor there is
    one it takes a reason (`DelenZonderVertegenwoordiger`): not every question is one that they decide on.
    """
    mee = beslist_mee(plek, lezer, over_id, invoer.onderwerp)
    namen = [een.woorden for een in mee]
    if not set(invoer.namens) <= set(namen) or not (invoer.ja_van or invoer.namens):
        raise DelenZonderJa
    check_meebeslist(mee, zei_ja=bool(invoer.namens), toch=invoer.toch)


def trek_in(
    plek: Werkplek,
    geladen: Toestemming,
    bases: Bases,
    door_id: UUID | None = None,
    herkomst: object = None,
    namens: str = "",
) -> Changes:
    """It is over from today on; `door_id` is who took it back (`namens`: who did so in their place, in words), and with
    theirs every other yes to the same ends: it is asked anew. What was said of one hand-over ends with that.
    """
    with plek.store.write(herkomst) as werk:
        velden = {"ingetrokken_datum": plek.vandaag, "ingetrokken_door_id": door_id, "ingetrokken_namens": namens}
        wijzig(werk, geladen, bases, velden)
        for ander in alle_ja(plek, werk, geladen) if plek.profiel.delen.vraagt_ja(geladen.grond) else ():
            if ander.id != geladen.id and ander.ingetrokken_datum is None:
                wijzig(werk, ander, werk.bases(ander.id), velden)
        return werk.commit("toestemming.ingetrokken", geladen.huishouden_id)


def ingetrokken_door(toestemming: Toestemming) -> str:
    """Who took it back in the place of `ingetrokken_door_id`, in words; empty where they did so themselves. Before that
    was kept it was whose yes it is.
    """
    if toestemming.ingetrokken_namens is not None:
        return toestemming.ingetrokken_namens
    is_eigen = toestemming.ingetrokken_door_id == toestemming.inwoner_id
    return (toestemming.namens or "") if is_eigen else ""


def check_ontvanger(plek: Werkplek, toestemming: Toestemming) -> None:
    """An organisation needs an agreement with the municipality, also when it is called something else (RES-13). Who
    stands by the resident, or near, and a volunteer, get something only when the resident says yes, whatever the law
    allows (RES-05, NET-04, NET-21); a volunteer never the plan (NET-21).
    """
    delen, partners = plek.profiel.delen, plek.profiel.partners
    is_partner = any(zelfde(partner.naam, toestemming.ontvanger) for partner in partners)
    if toestemming.aan is Aan.ORGANISATIE or (toestemming.aan is not None and is_partner):
        delen.check_partner(partners, toestemming.ontvanger, toestemming.grond, plek.vandaag)
    if toestemming.aan is Aan.VRIJWILLIGER and toestemming.onderwerp == PLAN:
        raise DelenNietMetVrijwilliger
    if toestemming.aan in _ALLEEN_MET_JA and not delen.vraagt_ja(toestemming.grond):
        raise DelenZonderJa


def check_mag(plek: Werkplek, lezer: Lezer, toestemming: Toestemming) -> None:
    """Refuse to share under this record when it does not hold today: asked each time something goes out (RES-01).

    Raises `DelenIsVoorbij`, `DelenNietMetVrijwilliger`, `DelenZonderJa` (a yes that was needed is not there any more),
    `DelenZonderAfspraak`.
    """
    if not geldt(toestemming, plek.vandaag):
        raise DelenIsVoorbij
    check_ontvanger(plek, toestemming)
    if not plek.profiel.delen.vraagt_ja(toestemming.grond):
        return
    over, alle = lezer.get(Inwoner, toestemming.waarover_id), alle_ja(plek, lezer, toestemming)
    beslist = beslissers(plek, lezer, toestemming.huishouden_id, over)
    niet = {een.woorden for een in benoemd(plek, lezer, over.id) if not een.beslist_over(toestemming.onderwerp)}
    nu = [een for een in alle if geldt(een, plek.vandaag) and is_zelfde_vraag(een, toestemming)]
    ja = [een.inwoner_id for een in nu if een.namens not in niet]
    _check_ja(lezer, beslist, over.id, ja, alle)


def alle_ja(plek: Werkplek, lezer: Lezer, toestemming: Toestemming) -> list[Toestemming]:
    """Every yes to the same: about one person, one subject and one recipient. What stands on a ground without a yes is
    none.
    """
    return [een for een in _alle(lezer, toestemming) if plek.profiel.delen.vraagt_ja(een.grond)]


def _alle(lezer: Lezer, toestemming: Toestemming) -> list[Toestemming]:
    over = set(alle_ids(lezer, toestemming.waarover_id))
    return [
        ander
        for ander in lezer.find(Toestemming, huishouden_id=toestemming.huishouden_id)
        if ander.waarover_id in over
        and ander.overdracht_id == toestemming.overdracht_id
        and ander.deskundige_id == toestemming.deskundige_id
        and zelfde(ander.onderwerp, toestemming.onderwerp)
        and zelfde(ander.ontvanger, toestemming.ontvanger)
    ]


def _check_ja(
    lezer: Lezer, beslist: Beslissers, over_id: UUID, ja_van: Collection[UUID], eerder: Collection[Toestemming]
) -> None:
    """Refuse (`DelenZonderJa`) too few yeses, and to go on without a decider who took it back `eerder`: one parent is
    trusted to speak for the other until that one says otherwise (Jeugdwet art. 7.3.4).
    """
    ja = {mens for wie in ja_van for mens in alle_ids(lezer, wie)}
    door = {een.ingetrokken_door_id for een in eerder if een.ingetrokken_door_id is not None}
    terug = {mens for wie in door for mens in alle_ids(lezer, wie)} & _beslissen(beslist, over_id)
    if terug - ja or not is_gegeven(beslist, over_id, ja):
        raise DelenZonderJa


def _beslissen(beslist: Beslissers, over_id: UUID) -> set[UUID]:
    return {*beslist.ouders, *([over_id] if beslist.zelf else [])}


def mag(plek: Werkplek, lezer: Lezer, toestemming: Toestemming) -> bool:
    """Whether it holds today, as `check_mag`."""
    try:
        check_mag(plek, lezer, toestemming)
    except (DelenIsVoorbij, DelenNietMetVrijwilliger, DelenZonderAfspraak, DelenZonderJa, BestaatNiet):
        return False
    return True


def liever_niet(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, over: Inwoner, *namen: str | None) -> list[Afzien]:
    """What this person would rather not, and that is about sharing with this one or about their help (RES-15); `namen`
    as in `afzien.raakt`.
    """
    van = lezer.find(Afzien, huishouden_id=huishouden_id, inwoner_id=alle_ids(lezer, over.id))
    return [een for een in van if afzien.geldt(een, plek.vandaag) and afzien.raakt(een, *namen)]


def noteer_gegeven(plek: Werkplek, toestemming_id: UUID) -> Changes:
    """What may be shared by this record went to the recipient today; whoever calls asked whether it may."""
    with plek.store.write() as werk:
        toestemming = werk.get(Toestemming, toestemming_id)
        werk.change(toestemming, afschrift_datum=plek.vandaag)
        return werk.commit("toestemming.afschrift_gegeven", toestemming.huishouden_id)


def _maak(
    plek: Werkplek, huishouden_id: UUID, invoer: NieuwDelen, gever: UUID, namens: str | None, *, met_ja: bool
) -> Toestemming:
    return maak(
        Toestemming,
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        inwoner_id=gever,
        over_id=invoer.over_id if gever != invoer.over_id else None,
        onderwerp=invoer.onderwerp,
        ontvanger=invoer.ontvanger,
        aan=invoer.aan,
        doel=invoer.doel,
        grond=invoer.grond,
        over_wetten=invoer.over_wetten,
        begin_datum=invoer.begin_datum or plek.vandaag,
        eind_datum=invoer.eind_datum,
        hoe=invoer.hoe if met_ja else None,
        toch=invoer.toch,
        namens=namens,
        **_gezegd_op(invoer.deskundige),
    )


def _gezegd_op(een: Deskundige | None) -> dict[str, Any]:
    """With the question itself, so that nobody makes it a yes to another one (OND-15)."""
    return {"deskundige_id": een.id, **waarop(een)} if een is not None else {}
