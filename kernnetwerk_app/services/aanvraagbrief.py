"""The letter with which a resident may apply without waiting for the onderzoek any longer (Wmo 2.3.2 lid 9)."""

from collections.abc import Iterator
from uuid import UUID

from kernnetwerk_app.documents.aanvraagbrief_pdf import aanvraagbrief_pdf
from kernnetwerk_app.domain.aanvraagbrief import Aanvraagbrief, NogGeenAanvraag
from kernnetwerk_app.domain.bezorging import Stuksoort
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.onderzoek import Onderzoek
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.services import onderzoek
from kernnetwerk_app.services.bezorglijst import te_bezorgen, verstrekt
from kernnetwerk_app.services.bijzonderheid import check_post
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.lezers import Lezend, beslissend
from kernnetwerk_app.services.tekst import wijzig
from kernnetwerk_app.services.termijn import onderzoek_termijn, zelf_aanvragen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load


def voor_wie(plek: Werkplek, lezer: Lezer, melding: Melding) -> tuple[Lezend, ...]:
    """For whom it can be, the most likely first."""
    return () if melding.huishouden_id is None else beslissend(plek, lezer, melding.huishouden_id, melding)


def stand(lezer: Lezer, een: Onderzoek) -> Iterator[str]:
    """What became of the letter, a sentence each: that it was printed, waits to be delivered, and was delivered."""
    t, dag, hier = load("onderzoek"), een.brief_datum, een.huishouden_id
    if dag is not None:
        yield t("brief.afgedrukt", datum=datum_kort(dag, jaar=True), wie=een.brief_voor or "")
    if hier is None:
        return
    for regel in (*te_bezorgen(lezer, hier), *verstrekt(lezer, hier)):
        van = regel.bezorging
        if van.stuk is Stuksoort.ZELF_AANVRAGEN and van.van_id == een.melding_id:
            gedaan = datum_kort(van.gedaan_datum, jaar=True) if van.gedaan_datum is not None else ""
            sleutel = "brief.gegeven" if gedaan else "brief.wacht"
            yield t(sleutel, wie=van.voor_naam or load("bezorging")("onbekend"), datum=gedaan)


def load_pdf(plek: Werkplek, melding_id: UUID, aan: Lezend | None = None, vorm: Papiervorm = GEWOON) -> bytes:
    """The letter for this reader, and for the first of `voor_wie` without one; `NogGeenAanvraag`, `InwonerIsOverleden`
    and DocumentError.
    """
    with plek.store.read() as lezer:
        melding = lezer.get(Melding, melding_id)
        check_post(lezer, melding.huishouden_id)
        if not zelf_aanvragen(plek, lezer, melding):
            raise NogGeenAanvraag
        huishouden = lezer.get(Huishouden, melding.huishouden_id)
        contact = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker
        brief = Aanvraagbrief(
            gemeente=plek.profiel.naam,
            aan=(aan or voor_wie(plek, lezer, melding)[0]).regels,
            datum=plek.vandaag,
            gemeld=melding.ontvangen_datum,
            einde=onderzoek_termijn(plek.profiel, melding).wettelijk_einde,
            contact=contact.naam,
            telefoon=contact.telefoon,
            vervanging=plek.profiel.vervanging,
        )
    return aanvraagbrief_pdf(brief, stijl_van(plek, vorm))


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
