"""Planning and writing down contacts."""

from datetime import date, time
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes


def plan_bezoek(
    plek: Werkplek,
    huishouden_id: UUID,
    datum: date,
    tijd_van: time | None = None,
    tijd_tot: time | None = None,
    onderwerp: str | None = None,
    herkomst: object = None,
) -> Changes:
    """A home visit on a day, by the worker at this laptop."""
    contact = Contact(
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        datum=datum,
        tijd_van=tijd_van,
        tijd_tot=tijd_tot,
        contactsoort=ContactSoort.BEZOEK,
        status=ContactStatus.GEPLAND,
        medewerker_id=plek.medewerker.id,
        onderwerp=onderwerp,
    )
    with plek.store.write(herkomst) as werk:
        werk.add(contact)
        return werk.commit("contact.gepland", huishouden_id)


def schrijf_bij(
    plek: Werkplek,
    huishouden_id: UUID,
    verslag: str,
    contactsoort: ContactSoort = ContactSoort.OVERLEG,
    citaat: str | None = None,
    citaat_van: str | None = None,
    herkomst: object = None,
) -> Changes:
    """A note of today in the story of the dossier."""
    contact = Contact(
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        datum=plek.vandaag,
        tijd_van=plek.klok.lokaal().time().replace(second=0, microsecond=0),
        contactsoort=contactsoort,
        medewerker_id=plek.medewerker.id,
        verslag=verslag,
        citaat=citaat,
        citaat_van=citaat_van,
    )
    with plek.store.write(herkomst) as werk:
        werk.add(contact)
        return werk.commit("contact.geschreven", huishouden_id)
