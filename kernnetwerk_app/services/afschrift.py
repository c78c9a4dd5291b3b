"""A copy of the plan for somebody outside: one plan tells of a whole household, so each of them says yes (RES-01).

The paper of the resident is the resident's own, to give to whoever they like; this is about what we give.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.bezorging import VersieMetGeheimAdres
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.toestemming import Aan, Toestemming
from kernnetwerk_app.services import delen, ondertekening, planmantelzorg
from kernnetwerk_app.services.bijzonderheid import check_post, is_geheim, overleden_op
from kernnetwerk_app.services.inwoner import alle_ids, leden, leden_sinds
from kernnetwerk_app.services.kindplan import versies_van_kinderen
from kernnetwerk_app.services.plan import read_inhoud
from kernnetwerk_app.services.toestemming import beslissers
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer


class AfschriftOokVanAnderen(KernnetwerkError):
    """The plan tells of others at home too, and of them it was not said that this one may read it (RES-01)."""

    code = "delen.plan_ook_van_anderen"


class AfschriftOokVanMantelzorger(KernnetwerkError):
    """A mantelzorger whose story stands in the plan did not say that we may share it (NET-05)."""

    code = "delen.plan_ook_van_mantelzorger"


class AfschriftNietTeLezen(KernnetwerkError):
    """The version that was frozen last comes from a newer program or was changed: nobody knows of whom it tells."""

    code = "delen.plan_niet_te_lezen"


@dataclass(frozen=True, slots=True)
class Ontbreekt:
    """Whose yes there is not yet for a copy: members of the household, and mantelzorgers by name. `niet_te_lezen`: of
    whom the plan tells cannot be read, so there is no copy whoever says yes.
    """

    leden: tuple[Inwoner, ...] = ()
    mantelzorgers: tuple[str, ...] = ()
    niet_te_lezen: bool = False


def kan_afschrift(toestemming: Toestemming) -> bool:
    """Whether it is about the plan, so that a copy of it may go; a volunteer gets their own tasks and never the plan
    (NET-21), also where *alles* was said.
    """
    is_plan = toestemming.onderwerp in (delen.PLAN, delen.ALLES) and toestemming.overdracht_id is None
    return is_plan and toestemming.aan is not Aan.VRIJWILLIGER


def wat_ontbreekt(plek: Werkplek, lezer: Lezer, toestemming: Toestemming) -> Ontbreekt:
    """Of whom nothing says yet that this recipient may have the plan; for who is too young a parent's yes is enough.

    Who moved out since the plan was frozen stands in it and is asked as well.
    """
    hier = toestemming.huishouden_id
    return nog_nodig(plek, lezer, hier, toestemming.ontvanger, _laatste(lezer, hier, zonder=()))


def nog_nodig(
    plek: Werkplek,
    lezer: Lezer,
    hier: UUID | None,
    ontvanger: str,
    versie: PlanVersie | None,
    ook_ja: Collection[UUID] = (),
) -> Ontbreekt:
    """Of whom nothing says yet that this one may have this version; without one, a paper of the household as of today.
    `ook_ja`: by each of their ids who said yes elsewhere than in a record, or gets it.
    """
    mee = gegeven(plek, lezer, hier, ontvanger)
    over = {mens for een in mee for mens in alle_ids(lezer, een.waarover_id)} | set(ook_ja)
    gevers = {mens for een in mee for mens in alle_ids(lezer, een.inwoner_id)} | set(ook_ja)
    nog: list[Inwoner] = []
    for mens in leden(lezer, hier) if versie is None else leden_sinds(lezer, hier, versie.datum):
        beslist = beslissers(plek, lezer, hier, mens)
        gedekt = mens.id in over or (not beslist.zelf and bool(beslist.ouders & gevers))
        if not gedekt and overleden_op(lezer, mens.id) is None:
            nog.append(mens)
    try:
        inhoud = read_inhoud(versie) if versie is not None else None
    except KernnetwerkError:
        return Ontbreekt(tuple(nog), niet_te_lezen=True)
    zorgers = planmantelzorg.zonder_ja(plek, lezer, hier, inhoud, over) if inhoud is not None else ()
    return Ontbreekt(tuple(nog), zorgers)


def gegeven(plek: Werkplek, lezer: Lezer, hier: UUID | None, ontvanger: str) -> list[Toestemming]:
    """Every record of this dossier by which this one may have the plan today."""
    alle = (een for een in lezer.find(Toestemming, huishouden_id=hier) if kan_afschrift(een))
    return [een for een in alle if zelfde(een.ontvanger, ontvanger) and delen.mag(plek, lezer, een)]


def in_plan(lezer: Lezer, huishouden_id: UUID | None) -> list[Inwoner]:
    """Who belong to the household now, or did on the day that its plan was frozen last."""
    versie = _laatste(lezer, huishouden_id)
    return leden(lezer, huishouden_id) if versie is None else leden_sinds(lezer, huishouden_id, versie.datum)


def load_pdf(plek: Werkplek, toestemming_id: UUID) -> bytes:
    """The plan for this recipient: without what was said of it or asked for, and without a place to sign. Raises as
    `check_afschrift`.
    """
    return ondertekening.load_versie_pdf(plek, check_afschrift(plek, toestemming_id), leest_mee=True)


def check_afschrift(plek: Werkplek, toestemming_id: UUID) -> UUID:
    """The version of which a copy may go to the recipient; raises as `delen.check_mag`, `AfschriftNietTeLezen`,
    `AfschriftOokVanAnderen`, `AfschriftOokVanMantelzorger`, `VersieMetGeheimAdres`, and `BestaatNiet` without a version
    or for who gets none.
    """
    with plek.store.read() as lezer:
        toestemming = lezer.get(Toestemming, toestemming_id)
        delen.check_mag(plek, lezer, toestemming)
        check_post(lezer, toestemming.huishouden_id)
        versie = _laatste(lezer, toestemming.huishouden_id)
        if versie is None or not kan_afschrift(toestemming):
            raise BestaatNiet
        nog = wat_ontbreekt(plek, lezer, toestemming)
        if nog.niet_te_lezen:
            raise AfschriftNietTeLezen
        check_adres(plek, lezer, versie.id)
    if nog.leden:
        raise AfschriftOokVanAnderen
    if nog.mantelzorgers:
        raise AfschriftOokVanMantelzorger
    return versie.id


def noteer_afschrift(plek: Werkplek, toestemming_id: UUID) -> Changes:
    """A copy of the plan goes to the recipient today; asked once more, for it may have been taken back meanwhile."""
    check_afschrift(plek, toestemming_id)
    return delen.noteer_gegeven(plek, toestemming_id)


def check_adres(plek: Werkplek, lezer: Lezer, versie_id: UUID) -> None:
    """Raise `VersieMetGeheimAdres` where another than the resident would read an address that is secret today."""
    versie = lezer.get(PlanVersie, versie_id)
    hier = versie.huishouden_id
    if hier is not None and is_geheim(lezer, hier, plek.vandaag) and read_inhoud(versie).adres:
        raise VersieMetGeheimAdres


def _laatste(lezer: Lezer, huishouden_id: UUID | None, zonder: Iterable[str] = ("inhoud",)) -> PlanVersie | None:
    """The version of the household's plan that was frozen last."""
    alle = lezer.find(PlanVersie, zonder=tuple(zonder), huishouden_id=huishouden_id)
    van_kinderen = versies_van_kinderen(lezer, huishouden_id)
    eigen = (versie for versie in alle if versie.id not in van_kinderen)
    return max(eigen, key=lambda versie: (versie.datum, versie.nummer), default=None)
