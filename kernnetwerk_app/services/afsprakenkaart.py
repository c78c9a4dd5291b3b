"""*Onze afspraken* of a household, from its plan: what the resident does not agree with is no agreement."""

from uuid import UUID

from kernnetwerk_app.documents.afspraken_pdf import afspraken_pdf
from kernnetwerk_app.domain.afsprakenkaart import Afsprakenkaart, Kaartregel
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.datum import dag_en_maand
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.plan import Afspraak, Ondersteuningsplan, PlanStatus, Wie, loopt
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.geadresseerde import laatste_melding
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.lezers import Lezend, beslissend, zelf_voor
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.wanneer import wanneer
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

LEZER = VoorWie.TAFEL
"""It hangs where everybody in the house reads it."""
BEELD = {
    Wie.INWONER: "zelf",
    Wie.NETWERK: "mensen",
    Wie.BUREN: "mensen",
    Wie.VRIJWILLIGER: "mensen",
    Wie.ALGEMENE_VOORZIENING: "kern",
    Wie.PROFESSIONAL: "zelf",
}
"""The pictogram of who does it."""


def load_pdf(plek: Werkplek, huishouden_id: UUID, vorm: Papiervorm = GEWOON, aan: Lezend | None = None) -> bytes:
    """The card on paper; raises `BestaatNiet`, `InwonerIsOverleden` and DocumentError."""
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        aan = aan or beslissend(plek, lezer, huishouden_id, laatste_melding(lezer, huishouden_id))[0]
        kaart = build(plek, lezer, huishouden_id, aan)
    return afspraken_pdf(kaart, stijl_van(plek, vorm))


def build(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, aan: Lezend) -> Afsprakenkaart:
    """What is agreed as of today, for everybody who comes in."""
    huishouden = lezer.get(Huishouden, huishouden_id)
    contact = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker
    plannen = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, status=PlanStatus.ACTIEF, kind_id=None)
    beeld = plan.load(plek, lezer, plannen[0].id) if plannen else None
    doelen = beeld.doelen if beeld is not None else ()
    alle = [(regel, voor_lezer(LEZER, regel)) for doel in doelen for regel in doel.afspraken]
    regels = [(regel, gezien) for regel, gezien in alle if loopt(gezien, plek.vandaag) and not is_leeg(gezien.tekst)]
    stappen = [voor_lezer(LEZER, stap) for doel in doelen for stap in doel.stappen if stap.gedaan_datum is None]
    zelf = zelf_voor(lezer, huishouden_id, aan)
    return Afsprakenkaart(
        gemeente=plek.profiel.naam,
        aan=aan.regels,
        datum=plek.vandaag,
        zelf=tuple(_regel(*regel, zelf) for regel in regels if regel[1].wie is Wie.INWONER),
        stappen=tuple(stap.tekst for stap in stappen if stap.tekst),
        anderen=tuple(_regel(*regel) for regel in regels if regel[1].wie is not Wie.INWONER),
        terugkijk=voor_lezer(LEZER, beeld.plan).terugkijk_datum if beeld is not None else None,
        contact=contact.naam,
        telefoon=contact.telefoon,
        zelf_naam=zelf,
    )


def _regel(regel: Afspraak, gezien: Afspraak, zelf: str = "") -> Kaartregel:
    t, begin = load("afsprakenkaart"), gezien.begin_datum
    vanaf = t("regel.vanaf", datum=dag_en_maand(begin)) if begin is not None else t("regel.open")
    return Kaartregel(gezien.tekst or "", doener(gezien, zelf), wanneer(regel, vanaf), BEELD.get(gezien.wie, ""))
