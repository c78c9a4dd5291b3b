"""Who made the plan together: the resident, who of us helps with it, and who else (PLAN-17, L-02).

Who has the role *Planmaker* among the people around the resident is one of them without being typed again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.relatie import Relatie, geldt
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vertrouwen import Vertrouwensrecht, rechten
from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.services.kindplan import van_wie
from kernnetwerk_app.services.naaste import naam_van
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

PLANMAKER = "planmaker"
"""Key in the list `rollen`."""


@dataclass(frozen=True, slots=True)
class Planmakers:
    """`collegas`: who of us can be chosen, the one who helps now among them."""

    plan: Ondersteuningsplan
    eigenaar: str
    van_ons: Medewerker | None
    naasten: tuple[str, ...]
    collegas: tuple[Medewerker, ...]

    @property
    def samen(self) -> tuple[str, ...]:
        """All of them, the owner of the plan first; what was typed stands as it was typed."""
        getypt = self.plan.samen_met
        ook = () if is_leeg(getypt) else (" ".join((getypt or "").split()),)
        van_ons = (self.van_ons.naam,) if self.van_ons is not None else ()
        return (self.eigenaar, *van_ons, *self.naasten, *ook)


def load(plek: Werkplek, lezer: Lezer, plan_id: UUID) -> Planmakers:
    """As it stands now."""
    van = lezer.get(Ondersteuningsplan, plan_id)
    alle = sorted(lezer.find(Medewerker), key=lambda wie: wie.naam.casefold())
    van_ons = next((wie for wie in alle if wie.id == van.planmaker_id), None)
    collegas = tuple(wie for wie in alle if wie == van_ons or Recht.PLAN in plek.profiel.rechten(wie.functie))
    return Planmakers(van, van_wie(lezer, van).naam, van_ons, naasten(plek, lezer, van), collegas)


def naasten(plek: Werkplek, lezer: Lezer, van: Ondersteuningsplan) -> tuple[str, ...]:
    """Who are *Planmaker* for the owner of the plan, and with whom it was agreed that they think along (NET-17); not
    who are that for somebody else of the house. In the own plan of a child nobody: it would put who stand around one
    household before the other parent (0042).
    """
    if van.kind_id is not None:
        return ()
    eigenaar = set(alle_ids(lezer, van.eigenaar_id))
    relaties: Sequence[Relatie] = lezer.find(Relatie, huishouden_id=van.huishouden_id)
    eigen = [r for r in relaties if r.inwoner_id in eigenaar and geldt(r, plek.vandaag)]
    mee = [r for r in eigen if r.rol == PLANMAKER or Vertrouwensrecht.DENKT_MEE in rechten(r, plek.vandaag)]
    namen = [naam_van(lezer, r) for r in mee]
    return tuple(dict.fromkeys(naam for naam in namen if not is_leeg(naam)))


def contact_op_papier(plek: Werkplek, lezer: Lezer, huishouden: Huishouden) -> Medewerker:
    """Whom a plan names to ask things: the contact person, and who makes the paper as long as there is none."""
    return lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker


def ook_van_ons(lezer: Lezer, van: Ondersteuningsplan, contact: Medewerker | None) -> Medewerker | None:
    """Who of us helped, unless that is the one who stands on the paper as `contact`."""
    wie = lezer.find_one(Medewerker, van.planmaker_id)
    return None if contact is not None and wie is not None and wie.id == contact.id else wie


def op_papier(plek: Werkplek, lezer: Lezer, van: Ondersteuningsplan) -> tuple[str, ...]:
    """Who helped and does not stand on it already as its owner or as the one to ask."""
    contact = contact_op_papier(plek, lezer, lezer.get(Huishouden, van.huishouden_id))
    wie = ook_van_ons(lezer, van, contact)
    return (*((wie.naam,) if wie is not None else ()), *naasten(plek, lezer, van))


def velden_van(wie: Medewerker) -> dict[str, object]:
    """The fields of the plan for who of us helps with it from now on, for instance after a colleague took over."""
    return {"planmaker_id": wie.id, "planmaker_rol": wie.functie.value}
