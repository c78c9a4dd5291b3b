"""One household's file: who, where on the route, the story, and what is asked of us now. Opening it is noted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus, Uitspraak
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import GETEKEND, STUK, Keuze, Ondertekening, Wijze
from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanStatus
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import gegevens
from kernnetwerk_app.services.conflict import is_oplosbaar
from kernnetwerk_app.services.contact import (
    EersteContact,
    bezoeken_nu,
    eerste_contact,
    is_binnenkomst,
    is_voorbereiding,
)
from kernnetwerk_app.services.echtheid import check_ondertekening, is_ongewijzigd
from kernnetwerk_app.services.inwoner import voorletters
from kernnetwerk_app.services.plan import is_veranderd
from kernnetwerk_app.services.route import Stop, build_route
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.termijn import LopendeTermijn, find_termijn, is_reden_nodig
from kernnetwerk_app.services.toezegging import nu_van
from kernnetwerk_app.services.verstrekking import uitkomst_gegeven
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer


class VerhaalSoort(StrEnum):
    """What kind of moment it was; the screen picks the icon and the words."""

    MELDING = "melding"
    BEZOEK = "bezoek"
    TELEFOON = "telefoon"
    INLOOP = "inloop"
    BRIEF = "brief"
    OVERLEG = "overleg"
    BERICHT = "bericht"
    GESPREK = "gesprek"
    PLAN = "plan"
    ONDERTEKENING = "ondertekening"
    REACTIE = "reactie"
    VERSTREKKING = "verstrekking"


@dataclass(frozen=True, slots=True)
class VerhaalItem:
    """One moment. `citaat` = somebody else's words (voice ground), `tekst` = the worker's; `wie` did it, `met` whom.

    `keuze`, `document_id` and `gewijzigd` belong to an Ondertekening: what was chosen, its PDF when there is one, and
    whether it, or the version under it, is not what was signed any more. `gesprek_id`, `plan_id` or `gegeven_id`, the
    version that was given, is what the item stands for and opens.
    """

    soort: VerhaalSoort
    datum: date
    tijd: time | None
    wie: str | None
    met: str | None = None
    onderwerp: str | None = None
    tekst: str | None = None
    citaat: str | None = None
    citaat_van: str | None = None
    keuze: Keuze | None = None
    document_id: UUID | None = None
    gewijzigd: bool = False
    niet_thuis: bool = False
    verzet: bool = False
    verzet_naar: date | None = None
    kanaal: str = ""
    uitspraak: Uitspraak | None = None
    bron: str | None = None
    volgende_stap: str | None = None
    gesprek_id: UUID | None = None
    plan_id: UUID | None = None
    gegeven_id: UUID | None = None


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
    """Newest first; within one minute what was written last."""
    termijn: LopendeTermijn | None
    melding: Melding | None
    """The latest: its question, and what the law has us tell."""
    reden_nodig: bool
    """Whether it became later than the law allows, and nobody wrote why (OND-01)."""
    eerste_contact: EersteContact | None
    """Of that melding (SIG-18)."""
    gesprek_id: UUID | None
    plan_id: UUID | None
    laatste_versie_id: UUID | None
    mee_te_geven_id: UUID | None
    """The latest version, as long as the six weeks run: giving it ends them."""
    is_achterhaald: bool
    """Whether the plan says something else by now than the version that is to be given."""
    bezoek_gepland: Contact | None
    bezoek_afgerond: Contact | None
    """The latest visit of yesterday or today of which it was said how it went: it may have been said by mistake."""
    beloofd: tuple[Toezegging, ...]
    """What is still to be done, first due first, and what was done today."""
    bezoek_voorbij: Contact | None
    """The earliest visit of a day that has passed, of which nobody said yet how it went."""
    bases: Mapping[UUID, Bases]
    """Of that melding, of these visits and promises, for whoever says something of them."""
    namen: Mapping[UUID, str]
    """Of everybody who works here, by id."""
    wachtend: int
    conflicten: tuple[tuple[UUID, int], ...]
    """Entity and unit of each open conflict."""
    gegevens_getypt: bool
    """Whether somebody is putting facts right and did not save them yet."""

    @property
    def hoofdpersoon(self) -> Inwoner | None:
        """The resident whose question it is."""
        return next(
            (i for i in self.inwoners if i.rol is RolInHuishouden.HOOFDPERSOON), next(iter(self.inwoners), None)
        )


def open_dossier(plek: Werkplek, huishouden_id: UUID) -> Changes:
    """Note that this worker opened this dossier (NEN 7513); comes before it is shown."""
    with plek.store.write() as werk:
        werk.get(Huishouden, huishouden_id)
        return werk.commit("dossier.geopend", huishouden_id)


def list_dossiers(plek: Werkplek, lezer: Lezer) -> list[DossierRegel]:  # noqa: ARG001  as every question
    """All households on this laptop, by kern and initials."""
    wachtend = lezer.verzendstand().per_huishouden
    conflicten = {conflict.huishouden_id for conflict in lezer.conflicten() if is_oplosbaar(conflict)}
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


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> DossierBeeld:
    """The dossier as it stands now."""
    huishouden, meldingen = lezer.get(Huishouden, huishouden_id), lezer.find(Melding, huishouden_id=huishouden_id)
    contacten = lezer.find(Contact, huishouden_id=huishouden_id)
    gesprekken = lezer.find(Vraagverheldering, huishouden_id=huishouden_id)
    alle_plannen = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id)
    plannen = [plan for plan in alle_plannen if plan.status is PlanStatus.ACTIEF]
    ondertekend = lezer.find(Ondertekening, zonder=STUK, huishouden_id=huishouden_id)
    laatste = _laatste_versie(lezer, huishouden_id)
    termijn, melding = find_termijn(plek, lezer, huishouden_id), meldingen[-1] if meldingen else None
    gepland, voorbij, afgerond = bezoeken_nu(contacten, plek.vandaag)
    geschreven = lezer.geschreven(huishouden_id)
    momenten = dict(_verhaal(plek, lezer, meldingen, contacten, gesprekken, ondertekend, geschreven))
    andere = [plan for plan in alle_plannen if plan not in plannen[:1]]
    momenten |= _verstrekt(lezer, huishouden_id, ondertekend) | _andere_plannen(lezer, andere, gesprekken)
    return DossierBeeld(
        huishouden=huishouden,
        inwoners=tuple(lezer.find(Inwoner, huishouden_id=huishouden_id)),
        contactpersoon=lezer.find_one(Medewerker, huishouden.contactpersoon_id),
        route=build_route(plek, meldingen, contacten, gesprekken, plannen, _gegeven(lezer, melding), termijn),
        verhaal=_nieuwste_eerst([momenten[record] for record in geschreven if record in momenten]),
        termijn=termijn,
        melding=melding,
        reden_nodig=melding is not None and is_reden_nodig(plek, lezer, melding),
        eerste_contact=eerste_contact(plek.profiel, melding, contacten, gesprekken, geschreven) if melding else None,
        gesprek_id=gesprekken[-1].id if gesprekken else None,
        plan_id=plannen[0].id if plannen else None,
        laatste_versie_id=laatste.id if laatste else None,
        mee_te_geven_id=laatste.id if laatste and termijn else None,
        is_achterhaald=laatste is not None and termijn is not None and is_veranderd(plek, lezer, laatste.id),
        bezoek_gepland=gepland,
        bezoek_voorbij=voorbij,
        bezoek_afgerond=afgerond,
        beloofd=(beloofd := nu_van(plek, lezer, huishouden_id)),
        bases={e.id: lezer.bases(e.id) for e in (melding, gepland, voorbij, afgerond, *beloofd) if e is not None},
        namen={medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)},
        wachtend=lezer.verzendstand().per_huishouden.get(huishouden_id, 0),
        conflicten=tuple((c.entiteit_id, c.eenheid) for c in lezer.conflicten(huishouden_id) if is_oplosbaar(c)),
        gegevens_getypt=bool(lezer.concept(gegevens.concept_sleutel(huishouden_id))),
    )


def load_stuk(plek: Werkplek, ondertekening_id: UUID) -> bytes:
    """The PDF that was sealed at signing, from the store into memory and nowhere else; `BestaatNiet` without one.

    `OndertekeningGewijzigd` when it is not the paper that was signed: that is never shown as if it were.
    """
    with plek.store.read() as lezer:
        getekend = lezer.get(Ondertekening, ondertekening_id)
        if getekend.pdf is None:
            raise BestaatNiet
        check_ondertekening(lezer, getekend)
    return getekend.pdf


def _nieuwste_eerst(geschreven: list[VerhaalItem]) -> tuple[VerhaalItem, ...]:
    """Items in the order of writing, newest first by their own day and time.

    What has a day but no time comes right after what was written before it about that day.
    """
    laatst: dict[date, time] = {}
    momenten = []
    for item in geschreven:
        tijd = laatst[item.datum] = item.tijd or laatst.get(item.datum, time.min)
        momenten.append((item.datum, tijd))
    volgorde = sorted(range(len(momenten)), key=lambda plaats: (momenten[plaats], plaats), reverse=True)
    return tuple(geschreven[plaats] for plaats in volgorde)


def _laatste_versie(lezer: Lezer, huishouden_id: UUID) -> PlanVersie | None:
    versies = lezer.find(PlanVersie, zonder=("inhoud",), huishouden_id=huishouden_id)
    return max(versies, key=lambda versie: versie.nummer, default=None)


def _gegeven(lezer: Lezer, melding: Melding | None) -> date | None:
    return uitkomst_gegeven(lezer, melding) if melding is not None else None


def _verhaal(
    plek: Werkplek,
    lezer: Lezer,
    meldingen: list[Melding],
    contacten: list[Contact],
    gesprekken: list[Vraagverheldering],
    ondertekend: list[Ondertekening],
    geschreven: list[UUID],
) -> Iterator[tuple[UUID, VerhaalItem]]:
    """Each moment, under the record that tells it."""
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    for melding in meldingen:
        yield melding.id, _melding(melding, namen)
    dagen = {contact.id: contact.datum for contact in contacten}
    kanalen = plek.profiel.lijst("contactkanalen")
    for contact in contacten:
        # One that went to another day says so on its own. An inloop that became a melding is told once, by the melding.
        if contact.status is not ContactStatus.GEPLAND and (
            contact.verslag or not any(is_binnenkomst(contact, melding) for melding in meldingen)
        ):
            item = _contact(contact, namen)
            naar = dagen.get(contact.verzet_naar_id) if contact.verzet_naar_id else None
            yield contact.id, replace(item, kanaal=kanalen.label(contact.kanaal), verzet_naar=naar)
    bezoeken = {
        contact.datum for contact in contacten if contact.contactsoort is ContactSoort.BEZOEK and _is_held(contact)
    }
    for gesprek in gesprekken:
        # The visit in which it was held, or for which it was prepared, tells it; but to an earlier one there is no way
        # than from here.
        los = gesprek.datum not in bezoeken and not is_voorbereiding(gesprek, contacten, geschreven)
        if los or gesprek is not gesprekken[-1]:
            yield gesprek.id, _gesprek(gesprek, namen)
    op_papier = lezer.gevuld(Ondertekening, "pdf", id=[getekend.id for getekend in ondertekend])
    for getekend in ondertekend:
        heel = is_ongewijzigd(lezer, getekend)
        yield getekend.id, _ondertekening(getekend, heel, getekend.id in op_papier)


def _verstrekt(lezer: Lezer, huishouden_id: UUID, ondertekend: list[Ondertekening]) -> dict[UUID, VerhaalItem]:
    """That a version was given, once, unless a signature of that day or before tells so."""
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    verteld: set[UUID] = set()
    momenten: dict[UUID, VerhaalItem] = {}
    genoteerd = lezer.find(Verstrekking, huishouden_id=huishouden_id, ingetrokken=False)
    for note in sorted(genoteerd, key=lambda note: note.datum):
        versie_id = note.planversie_id
        getekend = (o.datum for o in ondertekend if o.planversie_id == versie_id and o.wijze in GETEKEND)
        if versie_id not in verteld and min(getekend, default=date.max) > note.datum:
            momenten[note.id] = VerhaalItem(
                VerhaalSoort.VERSTREKKING, note.datum, None, namen.get(note.door_id), gegeven_id=versie_id
            )
        verteld.add(versie_id)
    return momenten


def _andere_plannen(
    lezer: Lezer, plannen: list[Ondersteuningsplan], gesprekken: list[Vraagverheldering]
) -> dict[UUID, VerhaalItem]:
    """Plans beside the one that the dossier goes on with, on the day of the gesprek that they are about."""
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    dagen = {gesprek.id: gesprek.datum for gesprek in gesprekken}
    return {
        plan.id: VerhaalItem(
            VerhaalSoort.PLAN,
            dagen[plan.vraagverheldering_id],
            None,
            namen.get(plan.planmaker_id),
            plan_id=plan.id,
        )
        for plan in plannen
        if plan.vraagverheldering_id in dagen  # else it is not whole yet: the rest is still on its way
    }


def _is_held(contact: Contact) -> bool:
    return contact.status is ContactStatus.GEWEEST


def _melding(melding: Melding, namen: dict[UUID, str]) -> VerhaalItem:
    return VerhaalItem(
        soort=VerhaalSoort.MELDING,
        datum=melding.ontvangen_datum,
        tijd=melding.ontvangen_tijd,
        wie=namen.get(melding.ontvangen_door_id),
        met=melding.melder_naam,
        onderwerp=melding.plek or melding.kanaal.value,
        citaat=melding.vraag,
    )


def _gesprek(gesprek: Vraagverheldering, namen: dict[UUID, str]) -> VerhaalItem:
    return VerhaalItem(
        soort=VerhaalSoort.GESPREK,
        datum=gesprek.datum,
        tijd=None,
        wie=namen.get(gesprek.door_id),
        met=gesprek.aanwezig,
        gesprek_id=gesprek.id,
    )


def _contact(contact: Contact, namen: dict[UUID, str]) -> VerhaalItem:
    return VerhaalItem(
        soort=_SOORT_VAN_CONTACT[contact.contactsoort],
        datum=contact.datum,
        tijd=contact.tijd_van,
        wie=namen.get(contact.medewerker_id),
        met=contact.aanwezig,
        onderwerp=contact.onderwerp,
        tekst=contact.verslag,
        citaat=contact.citaat,
        citaat_van=contact.citaat_van,
        niet_thuis=contact.status is ContactStatus.NIET_THUIS,
        verzet=contact.status is ContactStatus.VERZET,
        uitspraak=contact.uitspraak,
        bron=contact.bron,
        volgende_stap=contact.volgende_stap,
    )


def _ondertekening(ondertekening: Ondertekening, heel: bool, op_papier: bool) -> VerhaalItem:
    return VerhaalItem(
        soort=VerhaalSoort.REACTIE if ondertekening.wijze is Wijze.MONDELING else VerhaalSoort.ONDERTEKENING,
        datum=ondertekening.datum,
        tijd=ondertekening.tijd,
        wie=ondertekening.naam,
        citaat=ondertekening.reactie,
        citaat_van=ondertekening.naam if ondertekening.reactie else None,
        keuze=ondertekening.keuze,
        document_id=ondertekening.id if op_papier else None,
        gewijzigd=not heel,
    )


_SOORT_VAN_CONTACT = {
    ContactSoort.BEZOEK: VerhaalSoort.BEZOEK,
    ContactSoort.TELEFOON: VerhaalSoort.TELEFOON,
    ContactSoort.INLOOP: VerhaalSoort.INLOOP,
    ContactSoort.BRIEF: VerhaalSoort.BRIEF,
    ContactSoort.OVERLEG: VerhaalSoort.OVERLEG,
    ContactSoort.GESPREK: VerhaalSoort.GESPREK,
    ContactSoort.BERICHT: VerhaalSoort.BERICHT,
}
