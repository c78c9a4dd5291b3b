"""The worker's own agenda: days with their contacts, the first free hours, and the way to and from other calendars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.services import inwoner
from kernnetwerk_app.services.adres import kern_op_lijst
from kernnetwerk_app.services.bijzonderheid import gestopt
from kernnetwerk_app.services.melding import contactpersonen
from kernnetwerk_app.services.mensen import Bereik, bereik_op_lijst, waar_gezien
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

WEEK = 7
ZOEK_DAGEN = 60
"""So far ahead free hours are looked for."""
_PAUZE = (time(12), time(13))
"""Nobody is sent somewhere during lunch."""


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
    hoe: tuple[tuple[str, Bereik], ...] = ()
    """How who is visited is heard best; as `bereik_op_lijst`."""


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


def load(plek: Werkplek, lezer: Lezer, van: date, dagen: int) -> tuple[AgendaDag, ...]:
    """So many days from `van` on, with the contacts of this worker in the order of the day."""
    reeks = [van + timedelta(days=nummer) for nummer in range(dagen)]
    alle = lezer.find(Contact, datum=reeks, medewerker_id=plek.medewerker.id)
    gepland = [c for c in alle if c.status is not ContactStatus.GEWEEST or not c.verslag]  # a note is no appointment
    return tuple(
        AgendaDag(
            datum=dag,
            feestdag=plek.profiel.kalender.naam(dag),
            regels=tuple(regel_van(plek, lezer, contact) for contact in _in_volgorde(gepland, dag)),
        )
        for dag in reeks
    )


def begin_van_week(dag: date) -> date:
    """The Monday of its week."""
    return dag - timedelta(days=dag.weekday())


def _in_volgorde(contacten: Sequence[Contact], dag: date) -> list[Contact]:
    return sorted((c for c in contacten if c.datum == dag), key=lambda contact: contact.tijd_van or time.max)


def regel_van(plek: Werkplek, lezer: Lezer, contact: Contact) -> AgendaRegel:
    """It as it may stand on a day list and in other calendars."""
    huishouden = lezer.find_one(Huishouden, contact.huishouden_id)
    return AgendaRegel(
        contact=contact,
        voorletters=inwoner.voorletters(lezer, huishouden.id) if huishouden else "",
        onderwerp=inwoner.zonder_namen(plek, lezer, contact.huishouden_id, contact.onderwerp),
        kern=kern_op_lijst(plek, lezer, huishouden) if huishouden else contact.plek,
        bases=lezer.bases(contact.id),
        hoe=bereik_op_lijst(lezer, huishouden.id) if huishouden else (),
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

    Weekends, holidays and lunch are left free. A whole day of one's own, such as leave, takes that day. Of a visit
    without an hour nobody knows when it is: it takes none.
    """
    morgen = plek.vandaag + timedelta(days=1)
    dagen = [morgen + timedelta(days=nummer) for nummer in range(ZOEK_DAGEN)]
    bezet = [
        contact
        for contact in lezer.find(Contact, datum=dagen, medewerker_id=medewerker_id)
        if contact.status is ContactStatus.GEPLAND and (contact.tijd_van is not None or is_hele_dag(contact))
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


def is_hele_dag(contact: Contact) -> bool:
    """Whether it is a day of the worker's own calendar, and no contact with anybody."""
    eigen = contact.contactsoort is ContactSoort.OVERLEG and contact.huishouden_id is None
    return eigen and contact.tijd_van is None


def _vak(contact: Contact, duur: timedelta, reis: timedelta) -> tuple[datetime, datetime]:
    if is_hele_dag(contact):
        return datetime.combine(contact.datum, time.min), datetime.combine(contact.datum, time.max)
    van = datetime.combine(contact.datum, contact.tijd_van or time.min)
    tot = datetime.combine(contact.datum, contact.tijd_tot) if contact.tijd_tot else van + duur
    return van - reis, tot + reis
