"""A frozen version: its bytes, written once and read again, and whether it is still the plan as it stands, by what is
said and not by the form.
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from pydantic import ValidationError

from kernnetwerk_app.documents.signing import check_code
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.planversie import (
    MAX_INHOUD,
    InhoudAfspraak,
    InhoudBevinding,
    InhoudContact,
    PlanInhoud,
    PlanVersie,
)
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.units import WaardeTeGroot
from kernnetwerk_app.services.echtheid import check_versie
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
    leeg = {veld for veld in ("bevindingen", "besluit", "leverwens_uitleg") if not getattr(inhoud, veld)}
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


def is_zelfde(lezer: Lezer, huishouden_id: UUID | None, nieuw: PlanInhoud, oud: PlanInhoud) -> bool:
    """Whether the plan says the same as a version of it. That is about what is said, not about the form: another day,
    number or template is no other plan, nor what we ask where nobody said a result, nor how the list of today words a
    heading of the onderzoek or what came out of it. Nor is whom to ask whether it may be shared (`mantelzorgers`): that
    hangs on what somebody is to the resident, is no word of the plan, and is found anew whenever a version goes out
    (`planmantelzorg.zonder_ja`). What was not kept yet then does not count.

    As long as a dossier has no contact person, whoever makes the paper stands on it as the one to ask
    (`planmaker.contact_op_papier`). Then it does not count who that is: else it would be another plan on each laptop.
    """
    niet_bewaard = {} if oud.meldingen else {"meldingen": ()}
    terug = nieuw.terugkijkplaatsen | nieuw.besluitplaatsen | oud.besluitplaatsen
    nieuw, oud = _zonder_vorm(nieuw.model_copy(update=niet_bewaard), terug), _zonder_vorm(oud, terug)
    huishouden = lezer.find_one(Huishouden, huishouden_id)
    if huishouden is not None and lezer.find_one(Medewerker, huishouden.contactpersoon_id) is not None:
        return nieuw == oud
    makers = {nieuw.contact.naam, oud.contact.naam}
    return _zonder_contact(nieuw, makers) == _zonder_contact(oud, makers)


def _zonder_vorm(inhoud: PlanInhoud, terug: Collection[int]) -> PlanInhoud:
    """Without how it is built up, numbered and worded by our lists, without whom to ask, without our own question,
    which follows from the days in it, and without what stands at these places of the route.
    """
    velden = {
        "nummer": 1,
        "besluit": "",
        "datum": date.min,
        "opbouw": (),
        "sjabloon": "",
        "mantelzorgers": None,
        "leus": "",
        "leverwens_uitleg": None,
        "aan_te_vragen": tuple(een.model_copy(update={"wat": ""}) for een in inhoud.aan_te_vragen),  # the line says it
        "route_onder": tuple("" if plaats in terug else onder for plaats, onder in enumerate(inhoud.route_onder)),
        "doelen": tuple(doel.model_copy(update={"terugvraag": None}) for doel in inhoud.doelen),
        "bevindingen": tuple(map(_zonder_bewoording, inhoud.bevindingen)),
    }
    return inhoud.model_copy(update=velden)


def _zonder_bewoording(een: InhoudBevinding) -> InhoudBevinding:
    """By the keys of the heading and of what was chosen, and by what was written."""
    return een.model_copy(update={"label": "", "uitkomst": None})


def _zonder_contact(inhoud: PlanInhoud, makers: Collection[str]) -> PlanInhoud:
    """Without whom to ask, wherever that one stands; `makers`: who is left out as one who helped to make it."""
    naam = inhoud.contact.naam

    def zonder(regel: InhoudAfspraak) -> InhoudAfspraak:
        return regel.model_copy(update={"regelt": None}) if regel.regelt == naam else regel

    doelen = (doel.model_copy(update={"afspraken": tuple(map(zonder, doel.afspraken))}) for doel in inhoud.doelen)
    velden = {
        "contact": InhoudContact(naam="", functie=""),
        "makers": tuple(maker for maker in inhoud.makers if maker not in makers),
        "route_onder": tuple("" if onder == naam else onder for onder in inhoud.route_onder),
        "doelen": tuple(doelen),
    }
    return inhoud.model_copy(update=velden)
