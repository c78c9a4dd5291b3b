"""The bytes of a frozen version: written once, read again, and compared with the plan as it stands."""

from pydantic import ValidationError

from kernnetwerk_app.documents.signing import check_code
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.planversie import MAX_INHOUD, PlanInhoud, PlanVersie
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.units import WaardeTeGroot
from kernnetwerk_app.services.echtheid import check_versie
from kernnetwerk_app.services.planzelfde import is_zelfde
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork


def read_inhoud(versie: PlanVersie) -> PlanInhoud:
    """The content that was frozen; `OnleesbaarBericht` when these bytes hold none, `VersieGewijzigd` when another."""
    try:
        inhoud = PlanInhoud.model_validate(codec.loads(versie.inhoud))
    except ValidationError:
        raise codec.OnleesbaarBericht from None
    check_versie(versie)
    return inhoud


def dump_inhoud(inhoud: PlanInhoud) -> bytes:
    """Deterministic CBOR of the content: equal content, equal bytes, equal code."""
    leeg = {"bevindingen"} if not inhoud.bevindingen else set()
    return codec.dumps(inhoud.model_dump(mode="json", exclude=leeg))


def is_zelfde_versie(lezer: Lezer, inhoud: PlanInhoud, versie: PlanVersie) -> bool:
    """A version that cannot be read, or that somebody changed, is another one: a new one takes its place."""
    try:
        oud = read_inhoud(versie)
    except KernnetwerkError:
        return False
    return is_zelfde(lezer, versie.huishouden_id, inhoud, oud)


def nieuwe_versie(plek: Werkplek, werk: UnitOfWork, plan: Ondersteuningsplan, inhoud: PlanInhoud) -> PlanVersie:
    """Freeze this content within a save. Raises `WaardeTeGroot`."""
    octets = dump_inhoud(inhoud)
    if len(octets) > MAX_INHOUD:
        raise WaardeTeGroot
    return werk.add(
        PlanVersie(
            id=plek.new_id(),
            huishouden_id=plan.huishouden_id,
            plan_id=plan.id,
            nummer=inhoud.nummer,
            datum=inhoud.datum,
            inhoud=octets,
            code=check_code(octets),
        )
    )
