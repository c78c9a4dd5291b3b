"""What still has to be done in the households of this laptop, in the order in which it cannot wait."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import deskundige, netwerkbevinding, overdrachtstand, triage
from kernnetwerk_app.services.adres import kern_op_lijst
from kernnetwerk_app.services.bijzonderheid import blijft_iemand, gestopt
from kernnetwerk_app.services.contact import eerste_contact
from kernnetwerk_app.services.eerste_vraagverheldering import rang
from kernnetwerk_app.services.inwoner import voorletters
from kernnetwerk_app.services.overdrachtstand import Wachtreden
from kernnetwerk_app.services.samenvoeging import find_dubbelen, huishoudens
from kernnetwerk_app.services.termijn import is_reden_nodig, lopende_meldingen
from kernnetwerk_app.services.verstrekking import open_meldingen, uitkomst_gegeven
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Conflict, Lezer


class TaakSoort(StrEnum):
    SPOED = "spoed"
    AANNEMEN = "aannemen"
    EERSTE_CONTACT = "eerste contact"
    REDEN_TE_LAAT = "reden te laat"
    TWEE_VERSIES = "twee versies"
    DUBBEL = "dubbel"
    OVERNEMEN = "overnemen"
    OVERDRACHT_WACHT = "overdracht wacht"
    OVERDRACHT_TERUG = "overdracht terug"
    EERSTE_STAP = "eerste stap"
    UITVRAAG = "uitvraag nog te doen"
    WIE_VERDER = "wie gaat verder"
    DRAAGKRACHT = "hoe gaat het met de mantelzorger"
    DESKUNDIGE = "wacht op een deskundige"


_WACHT = {
    Wachtreden.MIJN_ANTWOORD: TaakSoort.OVERNEMEN,
    Wachtreden.ANTWOORD_VAN_ANDER: TaakSoort.OVERDRACHT_WACHT,
    Wachtreden.TERUG: TaakSoort.OVERDRACHT_TERUG,
    Wachtreden.EERSTE_STAP: TaakSoort.EERSTE_STAP,
}


@dataclass(frozen=True, slots=True)
class Taak:
    soort: TaakSoort
    huishouden_id: UUID
    voorletters: str
    kern: str | None
    sinds: date | None
    te_laat: bool
    urgentie: int = 0
    """Place by the urgency of the eerste vraagverheldering; 0 is the most urgent (EVV-07)."""
    van: str = ""
    """Of a hand-over: the colleague who sent it, or who has it now."""
    paar: tuple[UUID, UUID] | None = None
    """Two residents who may be one."""
    melding_id: UUID | None = None
    """The question in whose onderzoek a deskundige was asked."""


def find_taken(plek: Werkplek, lezer: Lezer, oplosbaar: list[Conflict]) -> tuple[Taak, ...]:
    """What cannot wait first, then the most urgent (EVV-07), then the oldest. `oplosbaar`: of what two people wrote."""
    return tuple(sorted(_taken(plek, lezer, oplosbaar), key=_volgorde))


def _volgorde(taak: Taak) -> tuple[bool, int, date, str]:
    return taak.soort is not TaakSoort.SPOED, taak.urgentie, taak.sinds or date.max, taak.voorletters


def _taken(plek: Werkplek, lezer: Lezer, oplosbaar: list[Conflict]) -> Iterator[Taak]:
    """What cannot wait (Wmo 2015 art. 2.3.3), meldingen that are of nobody yet (SIG-16), first contacts that nobody had
    (SIG-18), why it became too late (OND-01), what two people wrote, what waits for a colleague (TRI-12), each cycle
    how a mantelzorger holds up (NET-06), and a deskundige who did not answer for a while (OND-15).
    """
    for huishouden in huishoudens(lezer):
        yield from _of_melding(plek, lezer, huishouden.id)
        if gestopt(lezer, huishouden.id) is None and netwerkbevinding.vraagt_draagkracht(plek, lezer, huishouden.id):
            yield _taak(plek, lezer, TaakSoort.DRAAGKRACHT, huishouden.id, None, te_laat=False)
    for dubbel in find_dubbelen(plek, lezer):
        if dubbel.een.huishouden_id is not None:
            taak = _taak(plek, lezer, TaakSoort.DUBBEL, dubbel.een.huishouden_id, None, te_laat=False)
            yield replace(taak, voorletters=dubbel.een.voorletters, paar=(dubbel.een.id, dubbel.ander.id))
    for huishouden_id in dict.fromkeys(conflict.huishouden_id for conflict in oplosbaar):
        if huishouden_id is not None:
            yield _taak(plek, lezer, TaakSoort.TWEE_VERSIES, huishouden_id, None, te_laat=False)
    yield from _overdrachten(plek, lezer)
    for wacht in deskundige.wachtend(plek, lezer):
        if wacht.huishouden_id is not None and gestopt(lezer, wacht.huishouden_id) is None:
            taak = _taak(plek, lezer, TaakSoort.DESKUNDIGE, wacht.huishouden_id, wacht.gevraagd_datum, te_laat=True)
            yield replace(taak, melding_id=wacht.melding_id)


def _of_melding(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Iterator[Taak]:
    """What each melding of this household asks. Once the resident died only who goes on, as long as somebody lives who
    may: with that the terms and tasks of the question are there again.
    """
    overleden = gestopt(lezer, huishouden_id)
    if overleden is not None:
        if open_meldingen(lezer, huishouden_id) and blijft_iemand(lezer, huishouden_id):
            yield _taak(plek, lezer, TaakSoort.WIE_VERDER, huishouden_id, overleden.datum, te_laat=False)
        return
    for melding in lezer.find(Melding, huishouden_id=huishouden_id):
        gemeld = melding.ontvangen_datum
        if not melding.is_aangenomen:
            yield _taak(plek, lezer, TaakSoort.AANNEMEN, huishouden_id, gemeld, te_laat=False)
        if melding.wacht_op_besluit and uitkomst_gegeven(lezer, melding) is None:
            yield _taak(plek, lezer, TaakSoort.SPOED, huishouden_id, gemeld, te_laat=True)
        if is_reden_nodig(plek, lezer, melding):
            yield _taak(plek, lezer, TaakSoort.REDEN_TE_LAAT, huishouden_id, gemeld, te_laat=True)
    for melding in lopende_meldingen(lezer, huishouden_id):
        contacten = lezer.find(Contact, huishouden_id=huishouden_id)
        gesprekken = lezer.find(Vraagverheldering, huishouden_id=huishouden_id)
        geschreven = lezer.geschreven(huishouden_id)
        contact = eerste_contact(plek.profiel, melding, contacten, gesprekken, geschreven)
        if contact.gehad is None:
            laat = contact.is_te_laat(plek.vandaag)
            yield _taak(plek, lezer, TaakSoort.EERSTE_CONTACT, huishouden_id, contact.gemeld, te_laat=laat)


def _overdrachten(plek: Werkplek, lezer: Lezer) -> Iterator[Taak]:
    """What waits for a yes or no, here or elsewhere (TRI-12), and a brede uitvraag that was skipped (T-11)."""
    for wacht in overdrachtstand.wachtend(plek, lezer):
        if gestopt(lezer, wacht.huishouden_id) is None:
            soort = _WACHT[wacht.reden]
            yield _taak(plek, lezer, soort, wacht.huishouden_id, wacht.datum, te_laat=False, van=wacht.wie)
    for huishouden_id in triage.zonder_uitvraag(plek, lezer):
        if gestopt(lezer, huishouden_id) is None:
            yield _taak(plek, lezer, TaakSoort.UITVRAAG, huishouden_id, None, te_laat=False)


def _taak(
    plek: Werkplek,
    lezer: Lezer,
    soort: TaakSoort,
    huishouden_id: UUID,
    sinds: date | None,
    te_laat: bool,
    van: str = "",
) -> Taak:
    return Taak(
        soort=soort,
        huishouden_id=huishouden_id,
        voorletters=voorletters(lezer, huishouden_id),
        kern=kern_op_lijst(plek, lezer, lezer.find_one(Huishouden, huishouden_id)),
        sinds=sinds,
        te_laat=te_laat,
        urgentie=rang(plek, lezer, huishouden_id),
        van=van,
    )
