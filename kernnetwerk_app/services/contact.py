"""Planning and writing down contacts, and how soon someone spoke with the resident after a melding (SIG-18)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import bewaar, is_leeg
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes

_WEG = {
    ContactSoort.BEZOEK: "huisbezoek",
    ContactSoort.TELEFOON: "telefoon",
    ContactSoort.INLOOP: "inloop",
    ContactSoort.GESPREK: "persoonlijk_gesprek",
}
"""What the same way is called in the list `contactkanalen`."""
GESPROKEN = frozenset(_WEG)
"""In these the resident was spoken with; a letter, a message or a talk between professionals is no such contact."""

VROEG = timedelta(minutes=15)
"""Who writes this long before the hour of a visit may sit at the table already; who writes earlier prepares it."""


class ContactZonderWoorden(KernnetwerkError):
    """Nothing was written down: neither the worker's words nor somebody else's."""

    code = "contact.zonder_woorden"


class BezoekIsVoorbij(KernnetwerkError):
    """A visit is planned for today or later; what took place is written down instead."""

    code = "contact.bezoek_is_voorbij"


@dataclass(frozen=True, slots=True)
class EersteContact:
    """The first talk after a melding. `uiterlijk` is the municipality's own norm, in calendar days; no law."""

    gemeld: date
    uiterlijk: date
    gehad: date | None

    @property
    def dagen(self) -> int | None:
        """Days from the melding to the first talk; None as long as there was none."""
        return None if self.gehad is None else (self.gehad - self.gemeld).days

    def is_te_laat(self, vandaag: date) -> bool:
        """Whether the norm has passed without a talk."""
        return self.gehad is None and vandaag > self.uiterlijk


def eerste_contact(
    profiel: Gemeenteprofiel,
    melding: Melding,
    contacten: Sequence[Contact],
    gesprekken: Sequence[Vraagverheldering],
    geschreven: Sequence[UUID],
) -> EersteContact:
    """When the resident was first spoken with after this melding; the contact in which it came in is not that talk.

    `geschreven`: the records of the dossier in the order of writing. A gesprek that prepares a visit is no talk.
    """
    dagen = gespreksdagen([melding], contacten, gesprekken, geschreven)
    rest = date.max - melding.ontvangen_datum  # another program may have written a day that nothing comes after
    return EersteContact(
        gemeld=melding.ontvangen_datum,
        uiterlijk=melding.ontvangen_datum + min(timedelta(days=profiel.eerste_contact_dagen), rest),
        gehad=min((dag for dag in dagen if dag >= melding.ontvangen_datum), default=None),
    )


def eindtijd(profiel: Gemeenteprofiel, contact: Contact) -> time | None:
    """When it is over: as written down, else after a visit of the usual length; None when nobody knows when it begins,
    and when that is another day.
    """
    if contact.tijd_tot is not None or contact.tijd_van is None:
        return contact.tijd_tot
    einde = datetime.combine(contact.datum, contact.tijd_van) + timedelta(minutes=profiel.bezoek_minuten)
    return einde.time() if einde.date() == contact.datum else None


def gespreksdagen(
    meldingen: Iterable[Melding],
    contacten: Sequence[Contact],
    gesprekken: Iterable[Vraagverheldering],
    geschreven: Sequence[UUID],
) -> list[date]:
    """The days on which somebody spoke with the resident; the contacts in which these meldingen came in are no talks.

    `geschreven` as in `eerste_contact`.
    """
    binnen = {c.id for c in contacten for melding in meldingen if is_binnenkomst(c, melding)}
    dagen = [contact.datum for contact in contacten if _is_gesproken(contact) and contact.id not in binnen]
    return dagen + [gesprek.datum for gesprek in gesprekken if not is_voorbereiding(gesprek, contacten, geschreven)]


def is_binnenkomst(contact: Contact, melding: Melding) -> bool:
    """Whether this contact is the one that the melding was made of: that day, and the same words."""
    return contact.datum == melding.ontvangen_datum and contact.citaat == melding.vraag


def is_voorbereiding(gesprek: Vraagverheldering, contacten: Iterable[Contact], geschreven: Iterable[UUID]) -> bool:
    """Whether this gesprek was begun while a talk was planned: then that talk says whether and when it was held.

    Also when nobody was at home: words that were written before are no talk. One that was planned after the gesprek had
    begun is the next one.
    """
    eerder = set(takewhile(lambda record_id: record_id != gesprek.id, geschreven))
    return any(
        contact.id in eerder
        and contact.contactsoort in GESPROKEN
        and (contact.datum, contact.status is not ContactStatus.GEWEEST) > (gesprek.datum, False)
        for contact in contacten
    )


def bezoek_nu(contacten: Iterable[Contact], medewerker_id: UUID, nu: datetime) -> Contact | None:
    """The planned talk of this worker that somebody who writes down what is said is in; the latest that has an hour and
    can have begun.

    `nu` is the local moment. One that is still to come is not being held, nor is what was planned for another day. Of
    one without an hour nobody knows whether it has begun: whoever was there says how it went (`rond_af`).
    """
    begonnen = [
        contact
        for contact in contacten
        if contact.status is ContactStatus.GEPLAND
        and contact.contactsoort in GESPROKEN
        and contact.medewerker_id == medewerker_id
        and contact.datum == nu.date()
        and contact.tijd_van is not None
        and datetime.combine(contact.datum, contact.tijd_van) - VROEG <= nu.replace(tzinfo=None)
    ]
    return max(begonnen, key=lambda contact: contact.tijd_van or time.min, default=None)


def bezoek_zonder_uur(contacten: Iterable[Contact], medewerker_id: UUID, vandaag: date) -> Contact | None:
    """The talk that this worker planned for today without an hour: only a person knows whether it is being held."""
    return next(
        (
            contact
            for contact in contacten
            if contact.status is ContactStatus.GEPLAND
            and contact.contactsoort in GESPROKEN
            and contact.medewerker_id == medewerker_id
            and contact.datum == vandaag
            and contact.tijd_van is None
        ),
        None,
    )


def bezoeken_nu(contacten: Sequence[Contact], vandaag: date) -> tuple[Contact | None, Contact | None, Contact | None]:
    """What somebody looks for in a dossier: the next planned contact, the earliest of a day that has passed of which
    nobody said how it went, and the latest of yesterday or today of which it was said, maybe by mistake.
    """
    gepland = [contact for contact in contacten if contact.status is ContactStatus.GEPLAND]
    klaar = (ContactStatus.GEWEEST, ContactStatus.NIET_THUIS)
    # A note that was written down is no plan, and goes nowhere.
    afgerond = [c for c in contacten if c.status in klaar and c.verslag is None and c.citaat is None]
    gisteren = vandaag - timedelta(days=1)
    return (
        min((c for c in gepland if c.datum >= vandaag), key=_laat, default=None),
        min((c for c in gepland if c.datum < vandaag), key=_vroeg, default=None),
        max((c for c in afgerond if gisteren <= c.datum <= vandaag), key=_vroeg, default=None),
    )


def _vroeg(contact: Contact) -> tuple[date, time]:
    return contact.datum, contact.tijd_van or time.min


def _laat(contact: Contact) -> tuple[date, time]:
    return contact.datum, contact.tijd_van or time.max


def _is_gesproken(contact: Contact) -> bool:
    return contact.status is ContactStatus.GEWEEST and contact.contactsoort in GESPROKEN


def plan_bezoek(
    plek: Werkplek,
    huishouden_id: UUID,
    datum: date,
    tijd_van: time | None = None,
    tijd_tot: time | None = None,
    onderwerp: str | None = None,
    herkomst: object = None,
    concept: str = "",
    waar: str | None = None,
    medewerker_id: UUID | None = None,
) -> Changes:
    """A visit on a day, by the worker at this laptop unless another is named; takes in the form kept as `concept`.

    `waar` is the place that the resident chose (EVV-23), at home without one.

    Raises `BezoekIsVoorbij` for a day before today, `RegelTeLang`.
    """
    if datum < plek.vandaag:
        raise BezoekIsVoorbij
    contact = maak(
        Contact,
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        datum=datum,
        tijd_van=tijd_van,
        tijd_tot=tijd_tot,
        contactsoort=ContactSoort.BEZOEK,
        status=ContactStatus.GEPLAND,
        medewerker_id=medewerker_id or plek.medewerker.id,
        onderwerp=onderwerp,
        plek=waar,
    )
    with plek.store.write(herkomst) as werk:
        werk.add(contact)
        werk.keep_concept(concept, {})
        return werk.commit("contact.gepland", huishouden_id)


def verzet(
    plek: Werkplek,
    contact: Contact,
    bases: Bases,
    datum: date,
    tijd_van: time | None = None,
    tijd_tot: time | None = None,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """The same visit on another day. The old one stays in the story, and says where it went.

    `contact` and `bases` as the screen loaded them. Raises `BezoekIsVoorbij`.
    """
    if datum < plek.vandaag:
        raise BezoekIsVoorbij
    nieuw = contact.model_copy(
        update={
            "id": plek.new_id(),
            "datum": datum,
            "tijd_van": tijd_van,
            "tijd_tot": tijd_tot,
            "status": ContactStatus.GEPLAND,
            "verzet_naar_id": None,
            "uitnodiging_datum": None,
        }
    )
    with plek.store.write(herkomst) as werk:
        wijzig(werk, contact, bases, {"status": ContactStatus.VERZET, "verzet_naar_id": nieuw.id})
        werk.add(nieuw)
        werk.keep_concept(concept, {})
        return werk.commit("contact.verzet", contact.huishouden_id)


def noteer_uitnodiging(plek: Werkplek, contact: Contact, bases: Bases) -> Changes:
    """The resident gets *Uw afspraak* on paper today; comes before the sheet is out (RES-06)."""
    with plek.store.write() as werk:
        wijzig(werk, contact, bases, {"uitnodiging_datum": plek.vandaag})
        return werk.commit("contact.afspraak_meegegeven", contact.huishouden_id)


def rond_af(plek: Werkplek, contact: Contact, status: ContactStatus, bases: Bases, herkomst: object = None) -> Changes:
    """Say how a planned contact went: it took place, nobody was at home, or it goes to another day. What was said by
    mistake goes back with `ContactStatus.GEPLAND`.

    `contact` and `bases` as the screen loaded them.
    """
    with plek.store.write(herkomst) as werk:
        wijzig(werk, contact, bases, {"status": status, "verzet_naar_id": None})
        nieuw = werk.find_one(Contact, contact.verzet_naar_id)
        if nieuw is not None and nieuw.status is ContactStatus.GEPLAND:
            # It goes on as the old one: two plans for one visit would send somebody to a closed door.
            werk.change(nieuw, status=ContactStatus.VERZET, verzet_naar_id=contact.id)
        return werk.commit("contact.afgerond", contact.huishouden_id)


def schrijf_bij(
    plek: Werkplek,
    huishouden_id: UUID,
    verslag: str,
    contactsoort: ContactSoort = ContactSoort.OVERLEG,
    citaat: str | None = None,
    citaat_van: str | None = None,
    herkomst: object = None,
    concept: str = "",
    met_inwoner: bool = True,
) -> Changes:
    """A note of today in the story of the dossier; takes in the form that was kept as `concept`.

    Without `met_inwoner` only somebody else was spoken with: that is no talk with the resident (SIG-18, SIG-20), and
    `kanaal` says in what way it went.

    Raises `ContactZonderWoorden`, `TekstTeLang`, `RegelTeLang`.
    """
    verslag, citaat = bewaar(verslag), bewaar(citaat or "")
    if is_leeg(verslag) and is_leeg(citaat):
        raise ContactZonderWoorden
    alleen_ander = contactsoort in GESPROKEN and not met_inwoner
    contact = maak(
        Contact,
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        datum=plek.vandaag,
        tijd_van=plek.klok.lokaal().time().replace(second=0, microsecond=0),
        contactsoort=ContactSoort.OVERLEG if alleen_ander else contactsoort,
        kanaal=_WEG[contactsoort] if alleen_ander else None,
        medewerker_id=plek.medewerker.id,
        verslag=None if is_leeg(verslag) else verslag,
        citaat=None if is_leeg(citaat) else citaat,
        citaat_van=citaat_van if not is_leeg(citaat) else None,
    )
    with plek.store.write(herkomst) as werk:
        werk.add(contact)
        werk.keep_concept(concept, {})
        return werk.commit("contact.geschreven", huishouden_id)
