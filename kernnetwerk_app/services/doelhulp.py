"""Who helped to put a goal into words: a cliëntondersteuner, somebody near, or who sat along (RES-05).

It is chosen from who is known here and never filled in beforehand. On paper it stands only where the resident agrees.
"""

from collections.abc import Iterator
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.deelname import lees_namen
from kernnetwerk_app.domain.naamgenoot import naamsleutel
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.relatie import Relatie, geldt
from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.services.naaste import naam_van
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wie_weet_wat import ondersteuners
from kernnetwerk_app.store.queries import Lezer


def wie_kan(plek: Werkplek, lezer: Lezer, plan_id: UUID) -> tuple[str, ...]:
    """Cliëntondersteuners first, then who stands near the owner of the plan, then who took part in a conversation; each
    once. For the own plan of a child nobody: who stand around one household are not for the other parent (0042).
    """
    plan = lezer.get(Ondersteuningsplan, plan_id)
    if plan.kind_id is not None or plan.huishouden_id is None:
        return ()
    namen: dict[str, str] = {}
    for naam in _namen(plek, lezer, plan, plan.huishouden_id):
        namen.setdefault(naamsleutel(naam), naam)
    return tuple(namen.values())


def _namen(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan, huishouden_id: UUID) -> Iterator[str]:
    yield from ondersteuners(lezer, huishouden_id)
    eigenaar = set(alle_ids(lezer, plan.eigenaar_id))
    for relatie in lezer.find(Relatie, huishouden_id=huishouden_id):
        is_merker = relatie.rol is not None and relatie.rol_te_lezen is None
        if relatie.inwoner_id in eigenaar and geldt(relatie, plek.vandaag) and not is_merker:
            naam = naam_van(lezer, relatie)
            if naam:
                yield naam
    for contact in lezer.find(Contact, huishouden_id=huishouden_id, inwoner_erbij=True):
        yield from lees_namen(contact.naasten)
