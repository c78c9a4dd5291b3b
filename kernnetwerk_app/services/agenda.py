"""The worker's own agenda: days with their contacts, the first free hours, and the way to and from other calendars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from uuid import UUID, uuid5

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import MAX_REGEL, een_regel, neutraal
from kernnetwerk_app.domain.zonder_namen import alleen_bekend
from kernnetwerk_app.services import ics, inwoner
from kernnetwerk_app.services.adres import kern_op_lijst
from kernnetwerk_app.services.bijzonderheid import gestopt
from kernnetwerk_app.services.contact import eindtijd
from kernnetwerk_app.services.ics import IcsAfspraak
from kernnetwerk_app.services.melding import contactpersonen
from kernnetwerk_app.services.mensen import waar_gezien
from kernnetwerk_app.services.tekst import Bases, maak
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst

WEEK = 7
MAX_BESTAND = ics.MAX_OCTETS + 1
"""No more of a calendar file is read than is needed to see that it is too large."""
ZOEK_DAGEN = 60
"""So far ahead free hours are looked for."""
_PAUZE = (time(12), time(13))
"""Nobody is sent somewhere during lunch."""
_EIGEN = "@kernnetwerk"
"""End of the UID of what this program wrote; what stands before it is the id of the contact, and never a name."""
_NAAMRUIMTE = UUID("0c9a7f0e-4a5e-5f0e-9a33-5a4f6f1f7c20")


class IcsZonderAfspraken(KernnetwerkError):
    """A calendar in which nothing is still to come."""

    code = "ics.zonder_afspraken"


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """A free hour in which a visit can begin."""

    datum: date
    van: time


@dataclass(frozen=True, slots=True)
class AgendaRegel:
    """One contact; initials only, also in `onderwerp`. `bases` are what an answer about it replaces."""

    contact: Contact
    voorletters: str
    onderwerp: str
    kern: str | None
    bases: Bases


@dataclass(frozen=True, slots=True)
class AgendaDag:
    """`feestdag` is its name, where it has one."""

    datum: date
    feestdag: str | None
    regels: tuple[AgendaRegel, ...]


@dataclass(frozen=True, slots=True)
class Voorstel:
    """With what a visit is proposed: the resident's own contact person, the place of last time, and free hours."""

    medewerkers: tuple[Medewerker, ...]
    medewerker_id: UUID
    waar: str | None
    vrij: tuple[Tijdvak, ...]


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """How many appointments were taken in, stood here already, and return each week (only their first time is in)."""

    nieuw: int
    bekend: int
    herhaald: int
    changes: Changes


def load(plek: Werkplek, lezer: Lezer, van: date, dagen: int) -> tuple[AgendaDag, ...]:
    """So many days from `van` on, with the contacts of this worker in the order of the day."""
    reeks = [van + timedelta(days=nummer) for nummer in range(dagen)]
    alle = lezer.find(Contact, datum=reeks, medewerker_id=plek.medewerker.id)
    gepland = [c for c in alle if c.status is not ContactStatus.GEWEEST or not c.verslag]  # a note is no appointment
    return tuple(
        AgendaDag(
            datum=dag,
            feestdag=plek.profiel.kalender.naam(dag),
            regels=tuple(_regel(plek, lezer, contact) for contact in _in_volgorde(gepland, dag)),
        )
        for dag in reeks
    )


def begin_van_week(dag: date) -> date:
    """The Monday of its week."""
    return dag - timedelta(days=dag.weekday())


def _in_volgorde(contacten: Sequence[Contact], dag: date) -> list[Contact]:
    return sorted((c for c in contacten if c.datum == dag), key=lambda contact: contact.tijd_van or time.max)


def _regel(plek: Werkplek, lezer: Lezer, contact: Contact) -> AgendaRegel:
    huishouden = lezer.find_one(Huishouden, contact.huishouden_id)
    return AgendaRegel(
        contact=contact,
        voorletters=inwoner.voorletters(lezer, huishouden.id) if huishouden else "",
        onderwerp=inwoner.zonder_namen(plek, lezer, contact.huishouden_id, contact.onderwerp),
        kern=kern_op_lijst(plek, lezer, huishouden) if huishouden else contact.plek,
        bases=lezer.bases(contact.id),
    )


# -- proposing --------------------------------------------------------------------------------------------------------


def stel_voor(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, hoeveel: int = 3) -> Voorstel:
    """Who goes, where and when, as far as it is known already (EVV-22, EVV-23, EVV-26).

    Where the resident wants to be seen goes before the place of last time. No day is proposed to who died.
    """
    huishouden = lezer.get(Huishouden, huishouden_id)
    bezoeken = lezer.find(Contact, huishouden_id=huishouden_id, contactsoort=ContactSoort.BEZOEK)
    medewerkers = tuple(contactpersonen(plek, lezer))
    bekend = {medewerker.id for medewerker in medewerkers}
    eigen, inwoner_ = huishouden.contactpersoon_id, inwoner.hoofdpersoon(lezer, huishouden_id)
    wie = eigen if eigen is not None and eigen in bekend else plek.medewerker.id
    return Voorstel(
        medewerkers=medewerkers,
        medewerker_id=wie,
        waar=(waar_gezien(plek.profiel, inwoner_) or None) if inwoner_.waar_gezien else _laatste_plek(bezoeken),
        vrij=() if gestopt(lezer, huishouden_id) else vrije_tijden(plek, lezer, wie, hoeveel),
    )


def _laatste_plek(bezoeken: Sequence[Contact]) -> str | None:
    return bezoeken[-1].plek if bezoeken else None


def vrije_tijden(plek: Werkplek, lezer: Lezer, medewerker_id: UUID, hoeveel: int = 3) -> tuple[Tijdvak, ...]:
    """The first hours from tomorrow on in which this worker can be somewhere, with time to get there and back.

    Weekends, holidays and lunch are left free. Of a contact without an hour nobody knows when it is: it takes none.
    """
    morgen = plek.vandaag + timedelta(days=1)
    dagen = [morgen + timedelta(days=nummer) for nummer in range(ZOEK_DAGEN)]
    bezet = [
        contact
        for contact in lezer.find(Contact, datum=dagen, medewerker_id=medewerker_id)
        if contact.status is ContactStatus.GEPLAND and contact.tijd_van is not None
    ]
    return tuple(islice(_vrij(plek.profiel, dagen, bezet), hoeveel))


def _vrij(profiel: Gemeenteprofiel, dagen: Sequence[date], bezet: Sequence[Contact]) -> Iterator[Tijdvak]:
    duur, reis = timedelta(minutes=profiel.bezoek_minuten), timedelta(minutes=profiel.reistijd_minuten)
    for dag in dagen:
        if not profiel.kalender.is_gewoon(dag):
            continue
        bezig = [_vak(contact, duur, reis) for contact in bezet if contact.datum == dag]
        bezig.append((datetime.combine(dag, _PAUZE[0]), datetime.combine(dag, _PAUZE[1])))
        begin = datetime.combine(dag, profiel.werkdag_van)
        while begin + duur <= datetime.combine(dag, profiel.werkdag_tot):
            if all(begin + duur <= van or tot <= begin for van, tot in bezig):
                yield Tijdvak(dag, begin.time())
            begin += timedelta(hours=1)


def _vak(contact: Contact, duur: timedelta, reis: timedelta) -> tuple[datetime, datetime]:
    van = datetime.combine(contact.datum, contact.tijd_van or time.min)
    tot = datetime.combine(contact.datum, contact.tijd_tot) if contact.tijd_tot else van + duur
    return van - reis, tot + reis


# -- other calendars --------------------------------------------------------------------------------------------------


def geef_ics(plek: Werkplek) -> tuple[bytes, Changes]:
    """This worker's coming contacts as a calendar file, with initials and kern only; that it was made is noted."""
    t = load_tekst("agenda")
    with plek.store.read() as lezer:
        komend = [
            contact
            for contact in lezer.find(Contact, medewerker_id=plek.medewerker.id, status=ContactStatus.GEPLAND)
            if contact.datum >= plek.vandaag
        ]
        regels = [
            _regel(plek, lezer, contact) for contact in sorted(komend, key=lambda c: (c.datum, c.tijd_van or time.max))
        ]
    afspraken = [
        IcsAfspraak(
            uid=f"{regel.contact.id}{_EIGEN}",
            datum=regel.contact.datum,
            van=regel.contact.tijd_van,
            tot=eindtijd(plek.profiel, regel.contact),
            titel=" ".join(filter(None, (t(f"soort.{regel.contact.contactsoort.value}"), regel.voorletters))),
            waar=_bekende_plek(plek, regel.kern) or "",
        )
        for regel in regels
    ]
    octets = ics.write(afspraken, plek.klok.nu())
    with plek.store.write() as werk:
        return octets, werk.commit("agenda.meegegeven")


def neem_ics(plek: Werkplek, octets: bytes, herkomst: object = None) -> Ingelezen:
    """What is still to come in a calendar file, as planned contacts of this worker, without names.

    Taken in twice it stands here once. Raises `IcsOnleesbaar`, `IcsTeGroot`, `IcsZonderAfspraken`.
    """
    komend = [a for a in ics.read(octets) if a.datum >= plek.vandaag and not a.afgezegd]
    if not komend:
        raise IcsZonderAfspraken
    nieuw = bekend = 0
    with plek.store.write(herkomst) as werk:
        for afspraak in komend:
            contact = _contact(plek, afspraak)
            if contact is None or werk.find_one(Contact, contact.id) is not None:
                bekend += 1
                continue
            werk.add(contact)
            nieuw += 1
        changes = werk.commit("agenda.overgenomen")
    return Ingelezen(nieuw, bekend, sum(afspraak.herhaalt for afspraak in komend), changes)


def _contact(plek: Werkplek, afspraak: IcsAfspraak) -> Contact | None:
    """The contact that this appointment becomes; None for what this program wrote itself."""
    if afspraak.uid.endswith(_EIGEN):
        return None
    kenmerk = afspraak.uid or f"{afspraak.datum}|{afspraak.van}|{afspraak.titel}"
    return maak(
        Contact,
        id=uuid5(_NAAMRUIMTE, f"{plek.medewerker.id}|{kenmerk}|{afspraak.datum}"),
        datum=afspraak.datum,
        tijd_van=afspraak.van,
        tijd_tot=afspraak.tot,
        contactsoort=ContactSoort.OVERLEG,
        status=ContactStatus.GEPLAND,
        medewerker_id=plek.medewerker.id,
        onderwerp=zonder_namen(plek.profiel, afspraak.titel) or None,
        plek=_bekende_plek(plek, afspraak.waar),
    )


def _bekende_plek(plek: Werkplek, waar: str | None) -> str | None:
    """The place of the municipality that these words name; an address is nobody's business but ours."""
    namen = [naam for kern in plek.profiel.kernen for naam in (*kern.plekken, kern.naam)]
    return next((naam for naam in namen if waar and naam.casefold() in waar.casefold()), None)


def zonder_namen(profiel: Gemeenteprofiel, titel: str) -> str:
    """What may be known of somebody's own appointment: its kind, places of the municipality, and initials."""
    return alleen_bekend(inwoner.woordenschat(profiel), een_regel(neutraal(titel)))[:MAX_REGEL]
