"""To and from other calendars: a file with initials and kern only, and one of another program, without names."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from uuid import UUID, uuid5

from kernnetwerk_app.domain import herhaling
from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.herhaling import RegelOnbekend
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import MAX_REGEL, een_regel, neutraal
from kernnetwerk_app.domain.zonder_namen import alleen_bekend
from kernnetwerk_app.services import ics, inwoner
from kernnetwerk_app.services.agenda import ZOEK_DAGEN, regel_van
from kernnetwerk_app.services.contact import eindtijd
from kernnetwerk_app.services.ics import IcsAfspraak, IcsTeGroot
from kernnetwerk_app.services.tekst import maak
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst

MAX_BESTAND = ics.MAX_OCTETS + 1
"""No more of a calendar file is read than is needed to see that it is too large."""
_EIGEN = "@kernnetwerk"
"""End of the UID of what this program wrote; what stands before it is the id of the contact, and never a name."""
_NAAMRUIMTE = UUID("0c9a7f0e-4a5e-5f0e-9a33-5a4f6f1f7c20")
_BIJGEWERKT = ("datum", "tijd_van", "tijd_tot", "onderwerp", "plek", "status")
"""What of an appointment that stood here already follows the other calendar."""


class IcsZonderAfspraken(KernnetwerkError):
    """A calendar in which nothing is still to come."""

    code = "ics.zonder_afspraken"


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """What became of a calendar file, in numbers; `tot` is the last day on which what returns was taken in."""

    changes: Changes
    tot: date
    nieuw: int = 0
    bekend: int = 0
    """Stood here already, as it is."""
    veranderd: int = 0
    """Stood here at another hour, day or place."""
    afgezegd: int = 0
    """Stood here, and does not take place."""
    herhaald: int = 0
    """Appointments that return."""
    onbekend: int = 0
    """Of these appointments it cannot be told on which days they return: only their first day is looked at."""
    vrij: int = 0
    """They take no time, such as a birthday, and were left out."""


def geef_ics(plek: Werkplek) -> tuple[bytes, Changes]:
    """This worker's coming contacts as a calendar file, with initials and kern only; that it was made is noted."""
    t = load_tekst("agenda")
    with plek.store.read() as lezer:
        komend = [
            contact
            for contact in lezer.find(Contact, medewerker_id=plek.medewerker.id, status=ContactStatus.GEPLAND)
            if contact.datum >= plek.vandaag
        ]
        op_tijd = sorted(komend, key=lambda contact: (contact.datum, contact.tijd_van or time.max))
        regels = [regel_van(plek, lezer, contact) for contact in op_tijd]
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
    dossiers = dict.fromkeys(contact.huishouden_id for contact in op_tijd if contact.huishouden_id is not None)
    with plek.store.write() as werk:
        return octets, werk.commit("agenda.meegegeven", ook=tuple(dossiers))


def neem_ics(plek: Werkplek, octets: bytes, herkomst: object = None) -> Ingelezen:
    """What is still to come in a calendar file, as planned contacts of this worker, without names.

    What goes on takes each of its days, and what returns each time within the days that free hours are looked for. What
    was taken in before follows the file, by its UID: another hour, another day, or not at all. Raises `IcsOnleesbaar`,
    `IcsTeGroot`, `IcsZonderAfspraken`.
    """
    tot = plek.vandaag + timedelta(days=ZOEK_DAGEN)
    alle = ics.read(octets)
    van_ons = [afspraak for afspraak in alle if afspraak.uid.endswith(_EIGEN) and afspraak.datum >= plek.vandaag]
    vrij = [a for a in alle if a.is_vrij and (a.laatste_dag or a.datum) >= plek.vandaag]
    druk = [afspraak for afspraak in alle if not afspraak.is_vrij and not afspraak.uid.endswith(_EIGEN)]
    keren, onleesbaar = _unfold(plek, druk, tot)
    onbekend = len(onleesbaar)
    with plek.store.write(herkomst) as werk:
        hier = _hier(plek, werk, {_kenmerk(afspraak) for afspraak in druk}, tot)
        # What cannot be read says of no day that it was called off.
        blijft = _hier(plek, werk, onleesbaar, tot)
        if not (keren or hier or van_ons or vrij or onbekend):
            raise IcsZonderAfspraken
        geteld = [_take(plek, werk, hier.get(contact_id), contact_id, keer) for contact_id, keer in keren.items()]
        weg = [contact for contact_id, contact in hier.items() if contact_id not in keren and contact_id not in blijft]
        afgezegd = [werk.change(c, status=ContactStatus.VERZET) for c in weg if c.status is ContactStatus.GEPLAND]
        changes = werk.commit("agenda.overgenomen")
    return Ingelezen(
        changes,
        tot,
        nieuw=geteld.count("nieuw"),
        bekend=geteld.count("bekend") + len(van_ons),
        veranderd=geteld.count("veranderd"),
        afgezegd=len(afgezegd),
        herhaald=sum(afspraak.herhaalt for afspraak in druk) - onbekend,
        onbekend=onbekend,
        vrij=len(vrij),
    )


def _unfold(plek: Werkplek, afspraken: Sequence[IcsAfspraak], tot: date) -> tuple[dict[UUID, IcsAfspraak], set[str]]:
    """Each time that is still to come, by the id of its contact; and which it cannot be told of when they return."""
    keren: dict[UUID, IcsAfspraak] = {}
    onbekend: set[str] = set()
    for afspraak in sorted(
        afspraken, key=lambda a: a.in_plaats_van is not None
    ):  # one time after its row, for it goes before
        try:
            begin = _days(afspraak, tot)
        except RegelOnbekend:
            onbekend.add(_kenmerk(afspraak))
            begin = [afspraak.datum]
        for sleutel, keer in _times(afspraak, begin, tot):
            contact_id = _id(plek, _kenmerk(afspraak), sleutel)
            keren.pop(contact_id, None)
            if keer.datum >= plek.vandaag and not keer.afgezegd:
                keren[contact_id] = keer
    if len(keren) > ics.MAX_AFSPRAKEN:
        raise IcsTeGroot
    return keren, onbekend


def _days(afspraak: IcsAfspraak, tot: date) -> list[date]:
    """On which days it begins. Raises `RegelOnbekend`."""
    if not afspraak.herhaalt:
        return [afspraak.datum]
    volgens = herhaling.dagen(afspraak.datum, afspraak.regel, afspraak.regel_tot, tot) if afspraak.regel else []
    alle = {afspraak.datum, *volgens, *afspraak.ook} - set(afspraak.zonder)
    return sorted(dag for dag in alle if dag <= tot)


def _times(afspraak: IcsAfspraak, begin: Sequence[date], tot: date) -> Iterator[tuple[str, IcsAfspraak]]:
    """Each day that it takes, and what tells that time from the others of the same appointment.

    What takes place once has no such mark, so that it stays the same one when it goes to another day.
    """
    duur = (afspraak.laatste_dag or afspraak.datum) - afspraak.datum
    eenmalig = not duur and not afspraak.herhaalt
    for eerste in begin:
        laatste = eerste + duur
        for nummer in range(min(duur.days, max(0, (tot - eerste).days)) + 1):
            dag = eerste + timedelta(days=nummer)
            mark = (afspraak.in_plaats_van or eerste) + timedelta(days=nummer)
            heel = afspraak.van is None or eerste < dag < laatste
            keer = replace(
                afspraak,
                datum=dag,
                van=None if heel else afspraak.van if dag == eerste else time.min,
                tot=None if heel else afspraak.tot if dag == laatste else time(23, 59),
            )
            yield "" if eenmalig and afspraak.in_plaats_van is None else mark.isoformat(), keer


def _hier(plek: Werkplek, werk: UnitOfWork, kenmerken: Collection[str], tot: date) -> Mapping[UUID, Contact]:
    """What is still to come and was taken in before of these appointments."""
    eigen = werk.find(Contact, medewerker_id=plek.medewerker.id, contactsoort=ContactSoort.OVERLEG, huishouden_id=None)
    komend = {contact.id: contact for contact in eigen if contact.datum >= plek.vandaag}
    if not komend:
        return {}
    dagen = [plek.vandaag + timedelta(days=nummer) for nummer in range((tot - plek.vandaag).days + 1)]
    sleutels = ["", *(dag.isoformat() for dag in dagen)]
    bekend = {_id(plek, kenmerk, sleutel) for kenmerk in kenmerken for sleutel in sleutels}
    return {contact_id: contact for contact_id, contact in komend.items() if contact_id in bekend}


def _take(plek: Werkplek, werk: UnitOfWork, hier: Contact | None, contact_id: UUID, keer: IcsAfspraak) -> str:
    """One time taken in: whether it is new, known as it is, or changed."""
    nieuw = maak(
        Contact,
        id=contact_id,
        datum=keer.datum,
        tijd_van=keer.van,
        tijd_tot=keer.tot,
        contactsoort=ContactSoort.OVERLEG,
        status=ContactStatus.GEPLAND,
        medewerker_id=plek.medewerker.id,
        onderwerp=zonder_namen(plek.profiel, keer.titel) or None,
        plek=_bekende_plek(plek, keer.waar),
    )
    hier = hier or werk.find_one(Contact, contact_id)
    if hier is None:
        werk.add(nieuw)
        return "nieuw"
    anders = {veld: getattr(nieuw, veld) for veld in _BIJGEWERKT if getattr(nieuw, veld) != getattr(hier, veld)}
    is_gezegd = hier.status in (ContactStatus.GEWEEST, ContactStatus.NIET_THUIS) or hier.verzet_naar_id is not None
    if not anders or is_gezegd:  # what a person said of it here stays
        return "bekend"
    werk.change(hier, **anders)
    return "veranderd"


def _id(plek: Werkplek, kenmerk: str, sleutel: str) -> UUID:
    return uuid5(_NAAMRUIMTE, f"{plek.medewerker.id}|{kenmerk}|{sleutel}")


def _kenmerk(afspraak: IcsAfspraak) -> str:
    """Its UID; what has none is told from others by when it is and what it is called."""
    return afspraak.uid or f"{afspraak.datum}|{afspraak.van}|{afspraak.titel}"


def _bekende_plek(plek: Werkplek, waar: str | None) -> str | None:
    """The place of the municipality that these words name; an address is nobody's business but ours."""
    namen = [naam for kern in plek.profiel.kernen for naam in (*kern.plekken, kern.naam)]
    return next((naam for naam in namen if waar and naam.casefold() in waar.casefold()), None)


def zonder_namen(profiel: Gemeenteprofiel, titel: str) -> str:
    """What may be known of somebody's own appointment: its kind, places of the municipality, and initials."""
    return alleen_bekend(inwoner.woordenschat(profiel), een_regel(neutraal(titel)))[:MAX_REGEL]
