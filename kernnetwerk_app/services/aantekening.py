"""A note, wherever one is in the program: words, kind, what they are, the next step, and what was promised (EVV-03)."""

from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact, ContactSoort, Uitspraak
from kernnetwerk_app.domain.tekst import bewaar, is_leeg
from kernnetwerk_app.services.contact import GESPROKEN, ContactZonderWoorden
from kernnetwerk_app.services.dossier import DossierRegel, list_dossiers
from kernnetwerk_app.services.tekst import maak
from kernnetwerk_app.services.toezegging import NieuweToezegging, zet
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer

CONCEPT = "aantekening"
"""Key of the note that is being typed, for `typen.keep_concept`: there is one at a time."""

_SOORT = {
    "persoonlijk_gesprek": ContactSoort.GESPREK,
    "telefoon": ContactSoort.TELEFOON,
    "email": ContactSoort.BERICHT,
    "chat": ContactSoort.BERICHT,
    "blog": ContactSoort.BERICHT,
    "app": ContactSoort.BERICHT,
    "internet": ContactSoort.BERICHT,
    "huisbezoek": ContactSoort.BEZOEK,
    "inloop": ContactSoort.INLOOP,
    "brief": ContactSoort.BRIEF,
}
"""What a channel of the list is for the clocks; any other one is no talk with the resident."""


@dataclass(frozen=True, slots=True)
class NieuweAantekening:
    """What was typed. `kanaal` is a key of the list `contactkanalen`; `bron` is who told it, for `Uitspraak.ANDER`."""

    verslag: str
    kanaal: str | None = None
    uitspraak: Uitspraak | None = None
    bron: str | None = None
    met: str | None = None
    """With whom it was, in the worker's words."""
    ook_inwoner: bool = False
    """Whether the resident was spoken with too, where it was with somebody else or told by somebody else."""
    volgende_stap: str | None = None
    beloofd: NieuweToezegging | None = None


def dossiers(plek: Werkplek, lezer: Lezer) -> list[DossierRegel]:
    """The dossiers that a note can be about, by initials."""
    return sorted(list_dossiers(plek, lezer), key=lambda regel: (regel.voorletters, regel.kern or ""))


def schrijf(
    plek: Werkplek, huishouden_id: UUID, invoer: NieuweAantekening, herkomst: object = None, concept: str = ""
) -> Changes:
    """A note of this moment by this worker, with its promise in the same save; takes in the form kept as `concept`.

    Raises `ContactZonderWoorden`, `TekstTeLang`, `RegelTeLang`, `ToezeggingZonderWoorden`, `ToezeggingVoorBelofte`.
    """
    verslag = bewaar(invoer.verslag)
    if is_leeg(verslag):
        raise ContactZonderWoorden
    contact = maak(
        Contact,
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        datum=plek.vandaag,
        tijd_van=plek.klok.lokaal().time().replace(second=0, microsecond=0),
        contactsoort=_soort(invoer),
        kanaal=invoer.kanaal,
        medewerker_id=plek.medewerker.id,
        aanwezig=invoer.met,
        verslag=verslag,
        uitspraak=invoer.uitspraak,
        bron=invoer.bron if invoer.uitspraak is Uitspraak.ANDER else None,
        volgende_stap=invoer.volgende_stap,
    )
    with plek.store.write(herkomst) as werk:
        werk.add(contact)
        if invoer.beloofd is not None:
            zet(plek, werk, huishouden_id, _met_contact(invoer.beloofd, contact.id))
        werk.keep_concept(concept, {})
        return werk.commit("contact.geschreven", huishouden_id)


def _soort(invoer: NieuweAantekening) -> ContactSoort:
    """What it is for the clocks: whoever rings the huisarts has not spoken with the resident (SIG-18, SIG-20)."""
    soort = _SOORT.get(invoer.kanaal or "", ContactSoort.OVERLEG)
    met_ander = not is_leeg(invoer.met) or invoer.uitspraak is Uitspraak.ANDER
    return ContactSoort.OVERLEG if met_ander and not invoer.ook_inwoner and soort in GESPROKEN else soort


def _met_contact(beloofd: NieuweToezegging, contact_id: UUID) -> NieuweToezegging:
    return NieuweToezegging(beloofd.wat, beloofd.aan, beloofd.uiterlijk, beloofd.eigenaar_id, contact_id)
