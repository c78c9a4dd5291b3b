"""One household's file: who, where on the route, the story, and what is asked of us now. Opening it is noted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanStatus
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.route import Stop, build_route
from kernnetwerk_app.services.termijn import LopendeTermijn, onderzoek_termijn
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer


class VerhaalSoort(StrEnum):
    """What kind of moment it was; the screen picks the icon and the words."""

    MELDING = "melding"
    BEZOEK = "bezoek"
    TELEFOON = "telefoon"
    INLOOP = "inloop"
    BRIEF = "brief"
    OVERLEG = "overleg"
    PLAN = "plan"
    ONDERTEKENING = "ondertekening"


@dataclass(frozen=True, slots=True)
class VerhaalItem:
    """One moment. `citaat` = the resident's words (voice ground), `tekst` = the worker's."""

    soort: VerhaalSoort
    datum: date
    tijd: time | None
    wie: str | None
    tekst: str | None = None
    citaat: str | None = None
    citaat_van: str | None = None
    document_id: UUID | None = None
    """An Ondertekening whose PDF can be opened."""


@dataclass(frozen=True, slots=True)
class DossierRegel:
    """A household in a list: initials until it is opened."""

    huishouden_id: UUID
    voorletters: str
    kern: str | None
    wachtend: int
    conflict: bool


@dataclass(frozen=True, slots=True)
class DossierBeeld:
    """Everything the dossier screen shows."""

    huishouden: Huishouden
    inwoners: tuple[Inwoner, ...]
    contactpersoon: Medewerker | None
    route: tuple[Stop, ...]
    verhaal: tuple[VerhaalItem, ...]
    """Newest first."""
    termijn: LopendeTermijn | None
    vraag: str | None
    gesprek_id: UUID | None
    plan_id: UUID | None
    laatste_versie_id: UUID | None
    bezoek_gepland: Contact | None
    eerste_contact_nodig: bool
    """SIG-18: nobody has spoken with the resident since the melding."""
    wachtend: int
    conflicten: tuple[tuple[UUID, int], ...]
    """Entity and unit of each open conflict."""


def open_dossier(plek: Werkplek, huishouden_id: UUID) -> Changes:
    """Note that this worker opened this dossier (NEN 7513); comes before it is shown."""
    with plek.store.write() as werk:
        werk.get(Huishouden, huishouden_id)
        return werk.commit("dossier.geopend", huishouden_id)


def list_dossiers(plek: Werkplek, lezer: Lezer) -> list[DossierRegel]:
    """All households on this laptop, by kern and initials."""
    wachtend = lezer.verzendstand().per_huishouden
    conflicten = {conflict.huishouden_id for conflict in lezer.conflicten()}
    regels = [
        DossierRegel(
            huishouden_id=huishouden.id,
            voorletters=voorletters(lezer, huishouden.id),
            kern=huishouden.kern,
            wachtend=wachtend.get(huishouden.id, 0),
            conflict=huishouden.id in conflicten,
        )
        for huishouden in lezer.find(Huishouden)
    ]
    return sorted(regels, key=lambda regel: (regel.kern or "", regel.voorletters))


def voorletters(lezer: Lezer, huishouden_id: UUID | None) -> str:
    """Initials of the people of a household, for a list in a public place."""
    inwoners = lezer.find(Inwoner, huishouden_id=huishouden_id)
    return " en ".join(inwoner.voorletters for inwoner in inwoners[:2]) or "?"


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> DossierBeeld:
    """The dossier as it stands now."""
    huishouden = lezer.get(Huishouden, huishouden_id)
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    contacten = lezer.find(Contact, huishouden_id=huishouden_id)
    gesprekken = lezer.find(Vraagverheldering, huishouden_id=huishouden_id)
    plannen = [p for p in lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id) if p.status is PlanStatus.ACTIEF]
    versies = sorted(lezer.find(PlanVersie, huishouden_id=huishouden_id), key=lambda versie: versie.nummer)
    ondertekend = lezer.find(Ondertekening, huishouden_id=huishouden_id)
    termijn = _termijn(plek, lezer, huishouden_id, meldingen, ondertekend)
    gehouden = [c for c in contacten if c.status is ContactStatus.GEWEEST]
    return DossierBeeld(
        huishouden=huishouden,
        inwoners=tuple(lezer.find(Inwoner, huishouden_id=huishouden_id)),
        contactpersoon=lezer.find_one(Medewerker, huishouden.contactpersoon_id),
        route=build_route(plek, meldingen, contacten, gesprekken, plannen, ondertekend, termijn),
        verhaal=tuple(sorted(_verhaal(lezer, meldingen, gehouden, ondertekend), key=_moment, reverse=True)),
        termijn=termijn,
        vraag=meldingen[-1].vraag if meldingen else None,
        gesprek_id=gesprekken[-1].id if gesprekken else None,
        plan_id=plannen[0].id if plannen else None,
        laatste_versie_id=versies[-1].id if versies else None,
        bezoek_gepland=_gepland(plek, contacten),
        eerste_contact_nodig=bool(meldingen) and not gesprekken and not gehouden,
        wachtend=lezer.verzendstand().per_huishouden.get(huishouden_id, 0),
        conflicten=tuple((conflict.entiteit_id, conflict.eenheid) for conflict in lezer.conflicten(huishouden_id)),
    )


def _moment(item: VerhaalItem) -> tuple[date, time]:
    return item.datum, item.tijd or time.min


def _gepland(plek: Werkplek, contacten: list[Contact]) -> Contact | None:
    komend = [c for c in contacten if c.status is ContactStatus.GEPLAND and c.datum >= plek.vandaag]
    return min(komend, key=lambda contact: (contact.datum, contact.tijd_van or time.max), default=None)


def _termijn(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID, meldingen: list[Melding], ondertekend: list[Ondertekening]
) -> LopendeTermijn | None:
    """The six weeks run until the outcome was handed over: here, until a plan was signed or answered."""
    if not meldingen or ondertekend:
        return None
    melding = meldingen[-1]
    return LopendeTermijn(
        huishouden_id=huishouden_id,
        voor=hoofdpersoon(lezer, huishouden_id).voorletters,
        som=onderzoek_termijn(plek.profiel, melding, melding.plek or ""),
        vandaag=plek.vandaag,
    )


def _verhaal(
    lezer: Lezer, meldingen: list[Melding], contacten: list[Contact], ondertekend: list[Ondertekening]
) -> Iterator[VerhaalItem]:
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    for melding in meldingen:
        yield VerhaalItem(
            soort=VerhaalSoort.MELDING,
            datum=melding.ontvangen_datum,
            tijd=melding.ontvangen_tijd,
            wie=namen.get(melding.ontvangen_door_id),
            citaat=melding.vraag,
            citaat_van=melding.plek,
        )
    for contact in contacten:
        yield VerhaalItem(
            soort=_SOORT_VAN_CONTACT[contact.contactsoort],
            datum=contact.datum,
            tijd=contact.tijd_van,
            wie=namen.get(contact.medewerker_id),
            tekst=contact.verslag or contact.onderwerp,
            citaat=contact.citaat,
            citaat_van=contact.citaat_van,
        )
    for ondertekening in ondertekend:
        yield VerhaalItem(
            soort=VerhaalSoort.ONDERTEKENING,
            datum=ondertekening.datum,
            tijd=ondertekening.tijd,
            wie=ondertekening.naam,
            tekst=ondertekening.keuze.value,
            citaat=ondertekening.reactie,
            document_id=ondertekening.id if ondertekening.pdf else None,
        )


_SOORT_VAN_CONTACT = {
    ContactSoort.BEZOEK: VerhaalSoort.BEZOEK,
    ContactSoort.TELEFOON: VerhaalSoort.TELEFOON,
    ContactSoort.INLOOP: VerhaalSoort.INLOOP,
    ContactSoort.BRIEF: VerhaalSoort.BRIEF,
    ContactSoort.OVERLEG: VerhaalSoort.OVERLEG,
}
