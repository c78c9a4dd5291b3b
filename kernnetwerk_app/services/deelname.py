"""The conversations after a melding, each with who took part, from the very first one (OND-10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.deelname import (
    Deelname,
    GesprekMoetNogKomen,
    GesprekVoorMelding,
    check_deelname,
    deelname_van,
)
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.services.contact import GESPROKEN
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer


@dataclass(frozen=True, slots=True)
class Gesprekregel:
    """One conversation that was held; `deelname` is None as long as nobody wrote down who took part."""

    contact: Contact
    deelname: Deelname | None
    bases: Bases

    @property
    def is_ongezegd(self) -> bool:
        return self.deelname is None


def gesprekken(lezer: Lezer, huishouden_id: UUID, melding: Melding) -> tuple[Gesprekregel, ...]:
    """Every talk with the resident since the melding came in, and before the next one did; the first one first."""
    meldingen = lezer.find(Melding, huishouden_id=huishouden_id)
    later = [een.ontvangen_datum for een in meldingen if een.ontvangen_datum > melding.ontvangen_datum]
    alle = [
        contact
        for contact in lezer.find(Contact, huishouden_id=huishouden_id, status=ContactStatus.GEWEEST)
        if contact.contactsoort in GESPROKEN
        and melding.ontvangen_datum <= contact.datum
        and not any(contact.datum >= dag for dag in later)
    ]
    volgorde = sorted(alle, key=lambda contact: contact.datum)
    return tuple(Gesprekregel(contact, deelname_van(contact), lezer.bases(contact.id)) for contact in volgorde)


def leg_vast(
    plek: Werkplek,
    huishouden_id: UUID,
    velden: Mapping[str, Any],
    geladen: Gesprekregel | None = None,
    herkomst: object = None,
    concept: str = "",
    melding: Melding | None = None,
) -> Changes:
    """Who took part in `geladen`, or in a conversation after `melding` that was not written down yet (then with `datum`
    and `contactsoort`); takes in the form that was kept as `concept`.

    Raises `DeelnameZonderInwoner`, `NaastenNietGewenst`, `GesprekMoetNogKomen`, `GesprekVoorMelding`, `RegelTeLang`.
    """
    with plek.store.write(herkomst) as werk:
        if geladen is None:
            contact = maak(
                Contact, id=plek.new_id(), huishouden_id=huishouden_id, medewerker_id=plek.medewerker.id, **velden
            )
        else:
            contact = wijzig(werk, geladen.contact, geladen.bases, velden)
        check_deelname(contact)
        if contact.datum > plek.vandaag:
            raise GesprekMoetNogKomen
        if geladen is None and melding is not None and contact.datum < melding.ontvangen_datum:
            raise GesprekVoorMelding
        if geladen is None:
            werk.add(contact)
        werk.keep_concept(concept, {})
        return werk.commit("contact.deelname", huishouden_id)
