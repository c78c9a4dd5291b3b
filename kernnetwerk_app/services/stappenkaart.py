"""*Zo gaat het verder* of a household, from what is known now: nothing is typed for it (RES-06, SIG-15)."""

from dataclasses import replace
from uuid import UUID

from kernnetwerk_app.documents.stappenkaart_pdf import stappenkaart_pdf
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.stappenkaart import Stappenkaart
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services.adres import kern_voor
from kernnetwerk_app.services.beslistermijn import aangevraagd
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.contact import bezoeken_nu, eerste_contact
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.lezers import Lezend, beslissend
from kernnetwerk_app.services.mensen import geldende_veiligheid
from kernnetwerk_app.services.planerf import toegangspunt
from kernnetwerk_app.services.route import Stop, StopStand, build_route, haltes, plaats_nu
from kernnetwerk_app.services.termijn import inleveren_kan_tot, termijn_van
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.teksten import load

LEZER = VoorWie.PERSOON
"""The paper is for the resident it is about."""


def build(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID, melding_id: UUID | None = None, aan: Lezend | None = None
) -> Stappenkaart:
    """The card of this melding, else of the latest, for this reader; `BestaatNiet` for a household without one."""
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    melding = next((een for een in reversed(meldingen) if melding_id in (None, een.id)), None)
    if melding is None:
        raise BestaatNiet
    huishouden = lezer.get(Huishouden, huishouden_id)
    contact = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker
    contacten = lezer.find(Contact, huishouden_id=huishouden_id)
    gesprekken = lezer.find(Vraagverheldering, huishouden_id=huishouden_id)
    norm = eerste_contact(plek.profiel, melding, contacten, gesprekken, lezer.geschreven(huishouden_id))
    termijn = termijn_van(plek, lezer, melding)
    route = _als_melding(build_route(plek, lezer, melding, contacten), melding)
    bezoek, _, _ = bezoeken_nu(contacten, plek.vandaag)
    aan = aan or beslissend(plek, lezer, huishouden_id, melding)[0]
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
        eigen_plan_tot=inleveren_kan_tot(plek, melding),
        contact=contact.naam,
        telefoon=contact.telefoon,
        inloop="" if contact.telefoon else toegangspunt(plek, kern_voor(plek, lezer, huishouden_id)) or "",
        bezoek_weten=bool(geldende_veiligheid(lezer, huishouden_id, plek.vandaag)) and not aan.is_ander,
        aangevraagd=tuple(een.zin for een in aangevraagd(plek, lezer, melding, aan)),
        is_klaar=any(stop.sleutel == "plan" and stop.stand is StopStand.GEWEEST for stop in route),
        wet=melding.wet in (None, Wet.WMO),
    )


def _als_melding(route: tuple[Stop, ...], melding: Melding) -> tuple[Stop, ...]:
    """The route of a melding in which the resident asked nothing yet does not begin with a question of theirs."""
    if not is_leeg(melding.vraag):
        return route
    naam = load("stappenkaart")("vraag.stop_melding")
    return tuple(replace(stop, naam=naam) if stop.sleutel == "vraag" else stop for stop in route)


def load_pdf(
    plek: Werkplek,
    huishouden_id: UUID,
    vorm: Papiervorm = GEWOON,
    melding_id: UUID | None = None,
    aan: Lezend | None = None,
) -> bytes:
    """The card on paper; raises as `build`, `InwonerIsOverleden` and DocumentError."""
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        kaart = build(plek, lezer, huishouden_id, melding_id, aan)
    return stappenkaart_pdf(kaart, stijl_van(plek, vorm))
