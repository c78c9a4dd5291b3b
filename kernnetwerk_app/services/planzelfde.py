"""Whether a version of the plan is still the plan as it stands: about what is said, and not about the form."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.planversie import InhoudAfspraak, InhoudBevinding, InhoudContact, PlanInhoud
from kernnetwerk_app.store.queries import Lezer


def is_zelfde(lezer: Lezer, huishouden_id: UUID | None, nieuw: PlanInhoud, oud: PlanInhoud) -> bool:
    """Whether the plan says the same as a version of it. That is about what is said, not about the form: another day,
    number or template is no other plan, nor what we ask where nobody said a result, nor how the list of today words a
    heading of the onderzoek or what came out of it. What was not kept yet then does not count.

    As long as a dossier has no contact person, whoever makes the paper stands on it as the one to ask
    (`planmaker.contact_op_papier`). Then it does not count who that is: else it would be another plan on each laptop.
    """
    niet_bewaard = ({} if oud.meldingen else {"meldingen": ()}) | (
        {} if oud.mantelzorgers is not None else {"mantelzorgers": None}
    )
    nieuw, oud = _zonder_vorm(nieuw.model_copy(update=niet_bewaard)), _zonder_vorm(oud)
    huishouden = lezer.find_one(Huishouden, huishouden_id)
    if huishouden is not None and lezer.find_one(Medewerker, huishouden.contactpersoon_id) is not None:
        return nieuw == oud
    makers = {nieuw.contact.naam, oud.contact.naam}
    return _zonder_contact(nieuw, makers) == _zonder_contact(oud, makers)


def _zonder_vorm(inhoud: PlanInhoud) -> PlanInhoud:
    """Without how it is built up, numbered and worded by our lists, and without our own question, which follows from
    the days in it.
    """
    velden = {
        "nummer": 1,
        "datum": date.min,
        "opbouw": (),
        "sjabloon": "",
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
