"""Three answers to "what does today ask of me": visits, terms with their sum, and what still has to be done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import overdracht, triage
from kernnetwerk_app.services.conflict import is_oplosbaar
from kernnetwerk_app.services.contact import eerste_contact
from kernnetwerk_app.services.eerste_vraagverheldering import rang
from kernnetwerk_app.services.inwoner import voorletters
from kernnetwerk_app.services.termijn import LopendeTermijn, find_termijn, is_reden_nodig, lopende_melding
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Conflict, Lezer, Verzendstand


class TaakSoort(StrEnum):
    EERSTE_CONTACT = "eerste contact"
    REDEN_TE_LAAT = "reden te laat"
    TWEE_VERSIES = "twee versies"
    OVERNEMEN = "overnemen"
    OVERDRACHT_WACHT = "overdracht wacht"
    OVERDRACHT_TERUG = "overdracht terug"
    UITVRAAG = "uitvraag nog te doen"


@dataclass(frozen=True, slots=True)
class Bezoek:
    """A visit of today, or an hour at the inloop (without a household); initials only."""

    huishouden_id: UUID | None
    tijd_van: time | None
    tijd_tot: time | None
    voorletters: str
    onderwerp: str | None
    waar: str
    wachtend: int


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


@dataclass(frozen=True, slots=True)
class VandaagBeeld:
    """Everything the start screen shows; no full names."""

    vandaag: date
    medewerker: str
    bezoeken: tuple[Bezoek, ...]
    let_op: tuple[LopendeTermijn, ...]
    """Most urgent first."""
    taken: tuple[Taak, ...]
    dossiers: int
    stand: Verzendstand


def load(plek: Werkplek, lezer: Lezer) -> VandaagBeeld:
    """Today as it stands now."""
    oplosbaar = [conflict for conflict in lezer.conflicten() if is_oplosbaar(conflict)]
    stand = replace(lezer.verzendstand(), conflicten=len({conflict.entiteit_id for conflict in oplosbaar}))
    return VandaagBeeld(
        vandaag=plek.vandaag,
        medewerker=plek.medewerker.voornaam,
        bezoeken=tuple(_bezoeken(plek, lezer, stand)),
        let_op=tuple(sorted(_termijnen(plek, lezer), key=lambda termijn: (termijn.dagen_over, termijn.voor))),
        taken=tuple(
            sorted(_taken(plek, lezer, oplosbaar), key=lambda t: (t.urgentie, t.sinds or date.max, t.voorletters))
        ),
        dossiers=len(lezer.find(Huishouden)),
        stand=stand,
    )


def _bezoeken(plek: Werkplek, lezer: Lezer, stand: Verzendstand) -> Iterator[Bezoek]:
    vandaag = lezer.find(Contact, datum=plek.vandaag, medewerker_id=plek.medewerker.id)
    gepland = [c for c in vandaag if c.status is ContactStatus.GEPLAND]
    for contact in sorted(gepland, key=lambda c: c.tijd_van or time.max):
        huishouden = lezer.find_one(Huishouden, contact.huishouden_id)
        yield Bezoek(
            huishouden_id=contact.huishouden_id,
            tijd_van=contact.tijd_van,
            tijd_tot=contact.tijd_tot,
            voorletters=voorletters(lezer, huishouden.id) if huishouden else "",
            onderwerp=contact.onderwerp,
            waar=contact.plek or (huishouden.adres if huishouden else ""),
            wachtend=stand.per_huishouden.get(huishouden.id, 0) if huishouden else 0,
        )


def _termijnen(plek: Werkplek, lezer: Lezer) -> Iterator[LopendeTermijn]:
    for huishouden in lezer.find(Huishouden):
        termijn = find_termijn(plek, lezer, huishouden.id)
        if termijn is not None:
            yield termijn


def _taken(plek: Werkplek, lezer: Lezer, oplosbaar: list[Conflict]) -> Iterator[Taak]:
    """First contacts that nobody has had yet (SIG-18), why it became too late (OND-01), what two people wrote."""
    for huishouden in lezer.find(Huishouden):
        for laatste in lezer.find(Melding, huishouden_id=huishouden.id)[-1:]:
            if is_reden_nodig(plek, lezer, laatste):
                yield _taak(plek, lezer, TaakSoort.REDEN_TE_LAAT, huishouden.id, laatste.ontvangen_datum, te_laat=True)
        melding = lopende_melding(lezer, huishouden.id)
        if melding is not None:
            contacten = lezer.find(Contact, huishouden_id=huishouden.id)
            gesprekken = lezer.find(Vraagverheldering, huishouden_id=huishouden.id)
            geschreven = lezer.geschreven(huishouden.id)
            contact = eerste_contact(plek.profiel, melding, contacten, gesprekken, geschreven)
            if contact.gehad is None:
                laat = contact.is_te_laat(plek.vandaag)
                yield _taak(plek, lezer, TaakSoort.EERSTE_CONTACT, huishouden.id, contact.gemeld, te_laat=laat)
    for huishouden_id in dict.fromkeys(conflict.huishouden_id for conflict in oplosbaar):
        if huishouden_id is not None:
            yield _taak(plek, lezer, TaakSoort.TWEE_VERSIES, huishouden_id, None, te_laat=False)
    yield from _overdrachten(plek, lezer)


def _overdrachten(plek: Werkplek, lezer: Lezer) -> Iterator[Taak]:
    """What waits for a yes or no, here or elsewhere (TRI-12), and a brede uitvraag that was skipped (T-11)."""
    for wacht in overdracht.wachtend(plek, lezer):
        soort = TaakSoort.OVERNEMEN if wacht.voor_mij else TaakSoort.OVERDRACHT_WACHT
        if wacht.terug:
            soort = TaakSoort.OVERDRACHT_TERUG
        yield _taak(plek, lezer, soort, wacht.huishouden_id, wacht.datum, te_laat=False, van=wacht.wie)
    for huishouden_id in triage.zonder_uitvraag(plek, lezer):
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
    huishouden = lezer.find_one(Huishouden, huishouden_id)
    return Taak(
        soort=soort,
        huishouden_id=huishouden_id,
        voorletters=voorletters(lezer, huishouden_id),
        kern=huishouden.kern if huishouden else None,
        sinds=sinds,
        te_laat=te_laat,
        urgentie=rang(plek, lezer, huishouden_id),
        van=van,
    )
