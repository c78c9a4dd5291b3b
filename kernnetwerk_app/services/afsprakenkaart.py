"""*Onze afspraken* of a household, from its plan: what the resident does not agree with is no agreement."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.documents.afspraken_pdf import afspraken_pdf
from kernnetwerk_app.domain.afsprakenkaart import Afsprakenkaart, Kaartregel
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.datum import dag_en_maand
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.plan import Afspraak, Ondersteuningsplan, PlanStatus, Stap, Wie, loopt
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.adres import kern_voor
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.doenerbeeld import beeld_van, kinderen
from kernnetwerk_app.services.geadresseerde import laatste_melding
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.lezers import Lezend, beslissend, zelf_voor
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.planerf import toegangspunt
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.wanneer import wanneer
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

LEZER = VoorWie.TAFEL
"""It hangs where everybody in the house reads it."""


@dataclass(frozen=True, slots=True)
class Keuzeregel:
    """One line that can stand on the card, an agreement or a small step, in its words."""

    id: UUID
    woorden: str


def load_pdf(
    plek: Werkplek,
    huishouden_id: UUID,
    vorm: Papiervorm = GEWOON,
    aan: Lezend | None = None,
    niet: Collection[UUID] = (),
) -> bytes:
    """The card on paper, without the lines in `niet`; raises `BestaatNiet`, `InwonerIsOverleden` and DocumentError."""
    with plek.store.read() as lezer:
        check_post(lezer, huishouden_id)
        aan = aan or beslissend(plek, lezer, huishouden_id, laatste_melding(lezer, huishouden_id))[0]
        kaart = build(plek, lezer, huishouden_id, aan, niet)
    return afspraken_pdf(kaart, stijl_van(plek, vorm))


def keuze(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[Keuzeregel, ...]:
    """Every line that can stand on it today, as it stands there: with the resident one chooses which come on it."""
    _, regels, stappen = _lopend(plek, lezer, huishouden_id)
    afgesproken = (Keuzeregel(gezien.id, gezien.tekst or "") for _, gezien in regels)
    return (*afgesproken, *(Keuzeregel(stap.id, stap.tekst) for stap in stappen))


def build(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID, aan: Lezend, niet: Collection[UUID] = ()
) -> Afsprakenkaart:
    """What is agreed as of today, for everybody who comes in, without the lines in `niet`."""
    huishouden = lezer.get(Huishouden, huishouden_id)
    contact = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker
    beeld, alle, alle_stappen = _lopend(plek, lezer, huishouden_id)
    regels = [regel for regel in alle if regel[1].id not in niet]
    stappen = [stap for stap in alle_stappen if stap.id not in niet]
    zelf, thuis = zelf_voor(lezer, huishouden_id, aan), kinderen(plek, lezer, huishouden_id)
    return Afsprakenkaart(
        gemeente=plek.profiel.naam,
        aan=aan.regels,
        datum=plek.vandaag,
        zelf=tuple(_regel(*regel, thuis, zelf) for regel in regels if regel[1].wie is Wie.INWONER),
        stappen=tuple(stap.tekst for stap in stappen),
        anderen=tuple(_regel(*regel, thuis) for regel in regels if regel[1].wie is not Wie.INWONER),
        terugkijk=voor_lezer(LEZER, beeld.plan).terugkijk_datum if beeld is not None else None,
        contact=contact.naam,
        telefoon=contact.telefoon,
        zelf_naam=zelf,
        is_deel=len(regels) + len(stappen) < len(alle) + len(alle_stappen),
        inloop="" if contact.telefoon else toegangspunt(plek, kern_voor(plek, lezer, huishouden_id)) or "",
    )


def _lopend(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID
) -> tuple[PlanBeeld | None, list[tuple[Afspraak, Afspraak]], list[Stap]]:
    """The plan, each of its lines that runs, with what everybody may see of it, and the small steps that are left."""
    plannen = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, status=PlanStatus.ACTIEF, kind_id=None)
    beeld = plan.load(plek, lezer, plannen[0].id) if plannen else None
    doelen = beeld.doelen if beeld is not None else ()
    alle = [(regel, voor_lezer(LEZER, regel)) for doel in doelen for regel in doel.afspraken]
    stappen = [voor_lezer(LEZER, stap) for doel in doelen for stap in doel.stappen if stap.gedaan_datum is None]
    return (
        beeld,
        [(regel, gezien) for regel, gezien in alle if loopt(gezien, plek.vandaag) and not is_leeg(gezien.tekst)],
        [stap for stap in stappen if stap.tekst],
    )


def _regel(regel: Afspraak, gezien: Afspraak, thuis: Sequence[str], zelf: str = "") -> Kaartregel:
    t, begin = load("afsprakenkaart"), gezien.begin_datum
    vanaf = t("regel.vanaf", datum=dag_en_maand(begin)) if begin is not None else t("regel.open")
    return Kaartregel(gezien.tekst or "", doener(gezien, zelf), wanneer(regel, vanaf), beeld_van(gezien, thuis))
