"""*Zo gaat het verder* of a household, from what is known now: nothing is typed for it (RES-06, SIG-15)."""

from datetime import date
from uuid import UUID

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.stappenkaart_pdf import stappenkaart_pdf
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.stappenkaart import Stappenkaart
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.contact import bezoeken_nu, eerste_contact
from kernnetwerk_app.services.geadresseerde import geadresseerde
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.mensen import geldende_veiligheid
from kernnetwerk_app.services.route import build_route, haltes, plaats_nu
from kernnetwerk_app.services.termijn import inleveren_tot, termijn_van
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet, Lezer

LEZER = VoorWie.PERSOON
"""The paper is for the resident it is about."""


def build(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Stappenkaart:
    """The card of the latest melding; `BestaatNiet` for a household without one."""
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    if not meldingen:
        raise BestaatNiet
    melding = meldingen[-1]
    huishouden = lezer.get(Huishouden, huishouden_id)
    contact = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker
    contacten = lezer.find(Contact, huishouden_id=huishouden_id)
    gesprekken = lezer.find(Vraagverheldering, huishouden_id=huishouden_id)
    norm = eerste_contact(plek.profiel, melding, contacten, gesprekken, lezer.geschreven(huishouden_id))
    termijn = termijn_van(plek, lezer, melding)
    route = build_route(plek, lezer, melding, contacten)
    inwoner = hoofdpersoon(lezer, huishouden_id)
    bezoek, _, _ = bezoeken_nu(contacten, plek.vandaag)
    tot = inleveren_tot(plek.profiel, melding)
    aan = geadresseerde(plek, lezer, inwoner, melding)
    return Stappenkaart(
        gemeente=plek.profiel.naam,
        voor=aan.regels,
        datum=plek.vandaag,
        vraag=voor_lezer(LEZER, melding).vraag or "",
        ontvangen=melding.ontvangen_datum,
        haltes=haltes(route, contact.voornaam, bezoek),
        nu=plaats_nu(route),
        eerste_contact=norm.uiterlijk if norm.gehad is None and norm.uiterlijk >= plek.vandaag else None,
        uiterlijk=termijn.som.wettelijk_einde if termijn is not None else None,
        eigen_plan_tot=tot if tot is not None and tot >= plek.vandaag else None,
        contact=contact.naam,
        telefoon=contact.telefoon,
        bezoek_weten=() if aan.is_ander else _bezoek_weten(plek, lezer, huishouden_id),
    )


def _bezoek_weten(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[tuple[str, date], ...]:
    """What was written down for who visits, as far as the resident may read it, and until when it counts."""
    feiten = [voor_lezer(LEZER, feit) for feit in geldende_veiligheid(lezer, huishouden_id, plek.vandaag)]
    return tuple((feit.feit, feit.eind_datum) for feit in feiten if feit.feit and feit.eind_datum is not None)


def load_pdf(plek: Werkplek, huishouden_id: UUID, vorm: Papiervorm = GEWOON) -> bytes:
    """The card on paper; raises as `build`, `InwonerIsOverleden` and DocumentError."""
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        kaart = build(plek, lezer, huishouden_id)
    return stappenkaart_pdf(kaart, load_house_style(vorm))
