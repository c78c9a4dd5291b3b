"""Taking on a melding: household, resident and question in one save, one contact person, one clock (SIG-15..19)."""

from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner
from kernnetwerk_app.domain.melding import Kanaal, Melding, check_melding, neem_aan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes


@dataclass(frozen=True, slots=True)
class NieuweMelding:
    """What the worker typed; everything but the question and a name may be empty."""

    vraag: str
    aanspreekvorm: Aanspreekvorm = Aanspreekvorm.NAAM
    voornamen: str | None = None
    tussenvoegsel: str | None = None
    achternaam: str | None = None
    straat: str | None = None
    huisnummer: str | None = None
    postcode: str | None = None
    kern: str | None = None
    plek: str | None = None
    kanaal: Kanaal = Kanaal.PERSOONLIJK
    ontvangen_datum: date | None = None
    ontvangen_tijd: time | None = None
    melder_naam: str | None = None
    melder_relatie: str | None = None
    telefoon: str | None = None
    contactpersoon_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Opgenomen:
    """The dossier that was made, and what changed."""

    huishouden_id: UUID
    melding_id: UUID
    changes: Changes


def neem_op(plek: Werkplek, invoer: NieuweMelding, herkomst: object = None) -> Opgenomen:
    """A new household with its first melding, taken on by the contact person named (else the worker self).

    Raises `MeldingZonderVraag`, `MeldingInToekomst`, `MeldingZonderContactpersoon`.
    """
    invoer = replace(invoer, contactpersoon_id=invoer.contactpersoon_id or plek.medewerker.id)
    huishouden_id = plek.new_id()
    inwoner = _inwoner(plek, invoer, huishouden_id)
    melding = neem_aan(_melding(plek, invoer, huishouden_id), invoer.contactpersoon_id, plek.vandaag)
    check_melding(melding, plek.vandaag)
    with plek.store.write(herkomst) as werk:
        werk.add(_huishouden(invoer, huishouden_id, inwoner))
        werk.add(inwoner)
        werk.add(melding)
        changes = werk.commit("melding.opgenomen", huishouden_id)
    return Opgenomen(huishouden_id, melding.id, changes)


def _huishouden(invoer: NieuweMelding, huishouden_id: UUID, inwoner: Inwoner) -> Huishouden:
    aanhef = inwoner.aanhef or "onbekend"
    return Huishouden(
        id=huishouden_id,
        huishouden_id=huishouden_id,
        aanduiding=f"{aanhef[:1].upper()}{aanhef[1:]}",
        straat=invoer.straat,
        huisnummer=invoer.huisnummer,
        postcode=invoer.postcode,
        plaats=invoer.kern,
        kern=invoer.kern,
        contactpersoon_id=invoer.contactpersoon_id,
    )


def _inwoner(plek: Werkplek, invoer: NieuweMelding, huishouden_id: UUID) -> Inwoner:
    return Inwoner(
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        voornamen=invoer.voornamen,
        tussenvoegsel=invoer.tussenvoegsel,
        achternaam=invoer.achternaam,
        aanspreekvorm=invoer.aanspreekvorm,
        telefoon=invoer.telefoon,
    )


def _melding(plek: Werkplek, invoer: NieuweMelding, huishouden_id: UUID) -> Melding:
    return Melding(
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        ontvangen_datum=invoer.ontvangen_datum or plek.vandaag,
        ontvangen_tijd=invoer.ontvangen_tijd or plek.klok.lokaal().time().replace(second=0, microsecond=0),
        kern=invoer.kern,
        plek=invoer.plek,
        kanaal=invoer.kanaal,
        ontvangen_door_id=plek.medewerker.id,
        melder_naam=invoer.melder_naam,
        melder_relatie=invoer.melder_relatie,
        vraag=invoer.vraag,
        contactpersoon_id=invoer.contactpersoon_id,
    )
