"""Light contacts: write one down, put one right, take one away, and go on with one without typing it again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.inloopcontact import (
    GEEN_NAAM,
    Gevolg,
    Inloopcontact,
    InloopcontactBijAnoniem,
    check_inloopcontact,
)
from kernnetwerk_app.domain.lijst import Keuze, Keuzelijst
from kernnetwerk_app.domain.melding import Kanaal
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.signaal import LIJST_VAN, Signaal
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

CONCEPT = "inloopcontact"
"""Key of the contact that is being typed, for `typen.keep_concept`; for one that is put right: `concept_sleutel`."""
GEDAAN, KANALEN = "inloop_gedaan", "inloopkanalen"
"""Names of the lists to choose from."""
_KANAAL = {"telefoon": Kanaal.TELEFOON} | dict.fromkeys(("email", "chat", "blog", "app", "internet"), Kanaal.INTERNET)


@dataclass(frozen=True, slots=True)
class NieuwContact:
    """What the worker typed; everything but the question may be empty. Fields as in `Inloopcontact`."""

    vraag: str
    kern: str | None = None
    leefgebied: str | None = None
    gedaan: str | None = None
    verwezen: str | None = None
    begeleid_plek: str | None = None
    begeleid_door: str | None = None
    kanaal: str | None = None
    voornamen: str | None = None
    achternaam: str | None = None
    schuilnaam: str | None = None
    sinds: str | None = None
    uitgesteld: str | None = None


def concept_sleutel(contact_id: UUID) -> str:
    """Key of the form in which this contact is put right."""
    return f"{CONCEPT}.{contact_id}"


def melding_concept(herkomst_id: UUID) -> str:
    """Key of the melding that is being made of this contact, or of this signaal."""
    return f"melding/{herkomst_id}"


def vergeet_getypt(werk: UnitOfWork, contact_id: UUID) -> None:
    """Forget in a save what was half typed about a contact, here or for a melding: a name may stand in it."""
    werk.keep_concept(concept_sleutel(contact_id), {})
    werk.keep_concept(melding_concept(contact_id), {})


def leefgebieden(profiel: Gemeenteprofiel) -> Keuzelijst:
    """The life domains as an open list: a question about something else is as welcome (EVV-17)."""
    lijst = profiel.leefgebieden
    keuzes = tuple(Keuze(gebied.sleutel, gebied.naam) for gebied in lijst.leefgebieden)
    return Keuzelijst(lijst.sleutel, lijst.versie, "", "", open=True, keuzes=keuzes)


def lijsten(profiel: Gemeenteprofiel) -> dict[str, Keuzelijst]:
    """The lists of a contact, by field."""
    lijst = profiel.lijst
    return {
        "leefgebied": leefgebieden(profiel),
        "gedaan": lijst(GEDAAN),
        "kanaal": lijst(KANALEN),
        "sinds": lijst(LIJST_VAN["duur"]),
        "uitgesteld": lijst(LIJST_VAN["drempel"]),
    }


def noteer(
    plek: Werkplek, spreekuur_id: UUID, invoer: NieuwContact, herkomst: object = None, concept: str = ""
) -> tuple[UUID, Changes]:
    """A contact of this spreekuur, on its day; takes in the form kept as `concept`.

    Raises `InloopcontactZonderVraag`, `TekstTeLang`, `RegelTeLang`, `BestaatNiet`.
    """
    with plek.store.write(herkomst) as werk:
        datum = werk.get(Spreekuur, spreekuur_id).datum
        contact = maak(
            Inloopcontact,
            id=plek.new_id(),
            spreekuur_id=spreekuur_id,
            datum=datum,
            # Of an earlier day nobody knows the hour any more.
            tijd=plek.klok.lokaal().time().replace(second=0, microsecond=0) if datum == plek.vandaag else None,
            medewerker_id=plek.medewerker.id,
            **{veld: getattr(invoer, veld) for veld in NieuwContact.__dataclass_fields__},
        )
        check_inloopcontact(contact)
        werk.add(contact)
        werk.keep_concept(concept, {})
        return contact.id, werk.commit("inloopcontact.genoteerd")


def load(lezer: Lezer, contact_id: UUID) -> tuple[Inloopcontact, Bases]:
    """A contact to put right, with what that replaces. Raises `BestaatNiet`."""
    return lezer.get(Inloopcontact, contact_id), lezer.bases(contact_id)


def change(
    plek: Werkplek,
    geladen: Inloopcontact,
    bases: Bases,
    velden: Mapping[str, Any],
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """Put a contact right, as a form loaded it with these `bases`; takes in the form kept as `concept`.

    Raises `InloopcontactZonderVraag`, `InloopcontactBijAnoniem`, and what `wijzig` raises.
    """
    with plek.store.write(herkomst) as werk:
        nieuw = wijzig(werk, geladen, bases, velden)
        check_inloopcontact(nieuw)
        _check_naam(werk, geladen, nieuw)
        werk.keep_concept(concept, {})
        return werk.commit("inloopcontact.gewijzigd")


def haal_weg(plek: Werkplek, contact_id: UUID, weg: bool = True, herkomst: object = None) -> Changes:
    """Take a contact that never was out of the list and the numbers; with `weg` False it is back as it was."""
    with plek.store.write(herkomst) as werk:
        werk.change(werk.get(Inloopcontact, contact_id), vervallen=weg)
        return werk.commit("inloopcontact.weggehaald" if weg else "inloopcontact.teruggezet")


# -- what becomes of it -----------------------------------------------------------------------------------------------


def kanaal_van(contact: Inloopcontact) -> Kanaal:
    """How a question came in that was asked in this contact; whoever walked in came to the inloop."""
    return _KANAAL.get(contact.kanaal or "", Kanaal.INLOOP)


def verbind(
    werk: UnitOfWork, contact_id: UUID, gevolg: Gevolg, gevolg_id: UUID, melding_id: UUID | None = None
) -> None:
    """Note in a save what a contact became: the id of the signaal, or of the dossier of the melding and of itself."""
    werk.change(werk.get(Inloopcontact, contact_id), gevolg=gevolg, gevolg_id=gevolg_id, melding_id=melding_id)


def maak_los(werk: UnitOfWork, contact: Inloopcontact) -> None:
    """Note in a save that it became a signaal without a name: the name goes here too, and nothing leads to it."""
    werk.change(contact, gevolg=Gevolg.SIGNAAL, gevolg_id=None, **GEEN_NAAM)
    vergeet_getypt(werk, contact.id)


def _check_naam(lezer: Lezer, geladen: Inloopcontact, nieuw: Inloopcontact) -> None:
    if nieuw.gevolg is Gevolg.SIGNAAL and nieuw.heeft_naam and not geladen.heeft_naam:
        signaal = lezer.find_one(Signaal, nieuw.gevolg_id)
        if signaal is None or signaal.anoniem:
            raise InloopcontactBijAnoniem


def koppel(plek: Werkplek, contact_id: UUID, gevolg: Gevolg, gevolg_id: UUID, herkomst: object = None) -> Changes:
    """The same as a save of its own."""
    with plek.store.write(herkomst) as werk:
        verbind(werk, contact_id, gevolg, gevolg_id)
        return werk.commit("inloopcontact.gekoppeld")
