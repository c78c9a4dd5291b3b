"""What holds for someone today: whether they died, whether the address is secret, and who decides in their place."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid, InwonerIsOverleden, geldt
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon, leden
from kernnetwerk_app.store.queries import BestaatNiet, Lezer


@dataclass(frozen=True, slots=True)
class Overleden:
    """The resident whose question it was, and the day."""

    inwoner: Inwoner
    datum: date


def geldende(lezer: Lezer, inwoner_id: UUID, vandaag: date) -> list[Bijzonderheid]:
    """What holds for this person today, also where it was written down under another id of theirs."""
    gevonden = lezer.find(Bijzonderheid, inwoner_id=alle_ids(lezer, inwoner_id))
    return [bijzonderheid for bijzonderheid in gevonden if geldt(bijzonderheid, vandaag)]


def overleden_op(lezer: Lezer, inwoner_id: UUID) -> date | None:
    """The day on which this person died; None for who lives, as far as we know."""
    gevonden = lezer.find(Bijzonderheid, inwoner_id=alle_ids(lezer, inwoner_id), aard=Aard.OVERLEDEN)
    dagen = [b.begin_datum for b in gevonden if b.ingetrokken_datum is None and b.begin_datum is not None]
    return min(dagen, default=None)


def gestopt(lezer: Lezer, huishouden_id: UUID | None) -> Overleden | None:
    """Who died, where letters, terms and tasks of a dossier have stopped for it: the one whose question it was.

    When somebody else of the household goes on with it, that one becomes the resident with the question.
    """
    try:
        wie = hoofdpersoon(lezer, huishouden_id)
    except BestaatNiet:
        return None
    datum = overleden_op(lezer, wie.id)
    return Overleden(wie, datum) if datum is not None else None


def blijft_iemand(lezer: Lezer, huishouden_id: UUID | None) -> bool:
    """Whether somebody of this household lives, as far as we know."""
    return bool(levenden(lezer, huishouden_id))


def levenden(lezer: Lezer, huishouden_id: UUID | None) -> list[Inwoner]:
    """Who of this household live, as far as we know: who can sit at a table, and be asked something."""
    return [inwoner for inwoner in leden(lezer, huishouden_id) if overleden_op(lezer, inwoner.id) is None]


def check_post(lezer: Lezer, huishouden_id: UUID | None) -> None:
    """Refuse (`InwonerIsOverleden`) a letter to the resident of this dossier; every letter asks this first."""
    if gestopt(lezer, huishouden_id) is not None:
        raise InwonerIsOverleden


def check_post_plan(lezer: Lezer, plan: Ondersteuningsplan) -> None:
    """The same for a paper of this plan. A child's own goes on when a parent dies, and stops with the child."""
    if plan.kind_id is None:
        check_post(lezer, plan.huishouden_id)
    elif overleden_op(lezer, plan.kind_id) is not None:
        raise InwonerIsOverleden


def is_geheim(lezer: Lezer, huishouden_id: UUID, vandaag: date) -> bool:
    """Whether somebody who lives here has a secret address: then it is secret for all of them. A dossier that went up
    in another is asked as that one: who lived in it stands there.
    """
    huishouden = lezer.find_one(Huishouden, huishouden_id)
    hier = huishouden.huishouden_id if huishouden is not None else None
    return any(
        bijzonderheid.aard is Aard.GEHEIM_ADRES
        for inwoner in leden(lezer, hier or huishouden_id)
        for bijzonderheid in geldende(lezer, inwoner.id, vandaag)
    )
