"""The letter with which a resident may apply without waiting for the onderzoek any longer (Wmo 2.3.2 lid 9)."""

from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.documents.aanvraagbrief_pdf import aanvraagbrief_pdf
from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.domain.aanvraagbrief import Aanvraagbrief, NogGeenAanvraag
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.onderzoek import Onderzoek
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.relatie import wie_beslist
from kernnetwerk_app.services import onderzoek
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.geadresseerde import geadresseerde, noem
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.relatie import relaties_van
from kernnetwerk_app.services.tekst import wijzig
from kernnetwerk_app.services.termijn import onderzoek_termijn, zelf_aanvragen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class Lezend:
    """Somebody for whom the letter can be: how they are called, and the lines under its title."""

    naam: str
    regels: tuple[str, ...]


def voor_wie(plek: Werkplek, lezer: Lezer, melding: Melding) -> tuple[Lezend, ...]:
    """For whom it can be, the most likely first: who speaks or decides for the resident, the parents who decide about a
    child, and the resident.
    """
    if melding.huishouden_id is None:
        return ()
    t, wie = load("papier"), hoofdpersoon(lezer, melding.huishouden_id)
    zelf = Lezend(noem(wie), (t("aan.voor", voor=noem(wie)),))
    aan = geadresseerde(plek, lezer, wie, melding)
    if aan.is_ander:
        return Lezend(aan.regels[0], aan.regels), zelf
    beslist = wie_beslist(wie, relaties_van(lezer, melding.huishouden_id), plek.vandaag)
    ouders = lezer.find(Inwoner, id=list(beslist.ouders)) if beslist.ouders else []
    brieven = tuple(Lezend(noem(ouder), (t("aan.aan", naam=noem(ouder)), *zelf.regels)) for ouder in ouders)
    return brieven if brieven and not beslist.zelf else (zelf, *brieven)


def load_pdf(plek: Werkplek, melding_id: UUID, aan: int = 0, vorm: Papiervorm = GEWOON) -> bytes:
    """The letter for the `aan`th of `voor_wie`; `NogGeenAanvraag`, `InwonerIsOverleden` and DocumentError."""
    with plek.store.read() as lezer:
        melding = lezer.get(Melding, melding_id)
        check_post(lezer, melding.huishouden_id)
        if not zelf_aanvragen(plek, lezer, melding):
            raise NogGeenAanvraag
        huishouden = lezer.get(Huishouden, melding.huishouden_id)
        contact = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker
        brief = Aanvraagbrief(
            gemeente=plek.profiel.naam,
            aan=voor_wie(plek, lezer, melding)[aan].regels,
            datum=plek.vandaag,
            gemeld=melding.ontvangen_datum,
            einde=onderzoek_termijn(plek.profiel, melding).wettelijk_einde,
            contact=contact.naam,
            telefoon=contact.telefoon,
        )
    return aanvraagbrief_pdf(brief, load_house_style(vorm))


def noteer(plek: Werkplek, melding_id: UUID, voor: str, herkomst: object = None) -> Changes:
    """The letter goes to a printer today, for whom it says; comes before its first page is out. Also of an onderzoek
    that was closed, as long as its outcome was not given.
    """
    with plek.store.write(herkomst) as werk:
        een = onderzoek.find(plek, werk, werk.get(Melding, melding_id))
        if werk.find_one(Onderzoek, een.id) is None:
            werk.add(een)
        wijzig(werk, een, werk.bases(een.id), {"brief_datum": plek.vandaag, "brief_voor": voor})
        return werk.commit("onderzoek.brief", een.huishouden_id)
