"""Three answers to "what does today ask of me": visits, terms with their sum, and what still has to be done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.afstand import afstand_km, vind_kern
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.profiel import Kern
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import mee_op_pad
from kernnetwerk_app.services.conflict import is_oplosbaar
from kernnetwerk_app.services.contact import eerste_contact
from kernnetwerk_app.services.huishouden import adres_voor_lijst
from kernnetwerk_app.services.inwoner import voorletters, zonder_namen
from kernnetwerk_app.services.mee_op_pad import Controle
from kernnetwerk_app.services.termijn import LopendeTermijn, find_termijn, is_reden_nodig, lopende_melding
from kernnetwerk_app.services.toezegging import Belofte, mijn_beloften
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Conflict, Lezer, Verzendstand


class TaakSoort(StrEnum):
    EERSTE_CONTACT = "eerste contact"
    REDEN_TE_LAAT = "reden te laat"
    TWEE_VERSIES = "twee versies"


@dataclass(frozen=True, slots=True)
class Bezoek:
    """A visit of today, or an hour at the inloop (without a household); initials only."""

    huishouden_id: UUID | None
    tijd_van: time | None
    tijd_tot: time | None
    voorletters: str
    onderwerp: str | None
    waar: str
    wachtend: int
    aan_boord: bool = True
    """Whether its dossier is on this laptop."""
    kern: str | None = None
    afstand_km: int | None = None
    """Over the road from where one works today; None when that is here, or on no map."""


@dataclass(frozen=True, slots=True)
class Taak:
    soort: TaakSoort
    huishouden_id: UUID
    voorletters: str
    kern: str | None
    sinds: date | None
    te_laat: bool


@dataclass(frozen=True, slots=True)
class VandaagBeeld:
    """Everything the start screen shows; no full names."""

    vandaag: date
    medewerker: str
    bezoeken: tuple[Bezoek, ...]
    let_op: tuple[LopendeTermijn, ...]
    """Most urgent first."""
    taken: tuple[Taak, ...]
    dossiers: int
    stand: Verzendstand
    beloofd: tuple[Belofte, ...] = ()
    """Of this worker, first due first."""
    mee: tuple[Controle, ...] = ()
    """What was looked at before one goes."""
    kernen: tuple[tuple[UUID, str], ...] = ()
    """In which kern each household lives, as far as that is known."""


def load(plek: Werkplek, lezer: Lezer) -> VandaagBeeld:
    """Today as it stands now."""
    oplosbaar = [conflict for conflict in lezer.conflicten() if is_oplosbaar(conflict)]
    stand = replace(lezer.verzendstand(), conflicten=len({conflict.entiteit_id for conflict in oplosbaar}))
    let_op = tuple(sorted(_termijnen(plek, lezer), key=lambda termijn: (termijn.dagen_over, termijn.voor)))
    huishoudens = lezer.find(Huishouden)
    return VandaagBeeld(
        vandaag=plek.vandaag,
        medewerker=plek.medewerker.voornaam,
        bezoeken=tuple(_bezoeken(plek, lezer, stand)),
        let_op=let_op,
        taken=tuple(
            sorted(_taken(plek, lezer, oplosbaar), key=lambda taak: (taak.sinds or date.max, taak.voorletters))
        ),
        dossiers=len(huishoudens),
        stand=stand,
        beloofd=mijn_beloften(plek, lezer),
        mee=mee_op_pad.load(plek, lezer, stand, let_op),
        kernen=tuple((huishouden.id, huishouden.kern) for huishouden in huishoudens if huishouden.kern),
    )


def _bezoeken(plek: Werkplek, lezer: Lezer, stand: Verzendstand) -> Iterator[Bezoek]:
    vandaag = lezer.find(Contact, datum=plek.vandaag, medewerker_id=plek.medewerker.id)
    gepland = [c for c in vandaag if c.status is ContactStatus.GEPLAND]
    for contact in sorted(gepland, key=lambda c: c.tijd_van or time.max):
        huishouden = lezer.find_one(Huishouden, contact.huishouden_id)
        kern = vind_kern(plek.profiel, contact.plek or (huishouden.kern if huishouden else None))
        yield Bezoek(
            huishouden_id=contact.huishouden_id,
            tijd_van=contact.tijd_van,
            tijd_tot=contact.tijd_tot,
            voorletters=voorletters(lezer, huishouden.id) if huishouden else "",
            onderwerp=zonder_namen(lezer, contact.huishouden_id, contact.onderwerp) if contact.onderwerp else None,
            waar=contact.plek or (adres_voor_lijst(lezer, huishouden) if huishouden else ""),
            wachtend=stand.per_huishouden.get(huishouden.id, 0) if huishouden else 0,
            aan_boord=huishouden is not None or contact.huishouden_id is None,
            kern=kern.naam if kern else None,
            afstand_km=_afstand(plek, kern) if kern else None,
        )


def _afstand(plek: Werkplek, kern: Kern) -> int | None:
    """From where one works today, which is the first kern of the municipality; a village is not far from itself."""
    return afstand_km(plek.profiel.kernen[0], kern) or None


def _termijnen(plek: Werkplek, lezer: Lezer) -> Iterator[LopendeTermijn]:
    for huishouden in lezer.find(Huishouden):
        termijn = find_termijn(plek, lezer, huishouden.id)
        if termijn is not None:
            yield termijn


def _taken(plek: Werkplek, lezer: Lezer, oplosbaar: list[Conflict]) -> Iterator[Taak]:
    """First contacts that nobody has had yet (SIG-18), why it became too late (OND-01), what two people wrote."""
    for huishouden in lezer.find(Huishouden):
        for laatste in lezer.find(Melding, huishouden_id=huishouden.id)[-1:]:
            if is_reden_nodig(plek, lezer, laatste):
                yield _taak(lezer, TaakSoort.REDEN_TE_LAAT, huishouden.id, laatste.ontvangen_datum, te_laat=True)
        melding = lopende_melding(lezer, huishouden.id)
        if melding is not None:
            contacten = lezer.find(Contact, huishouden_id=huishouden.id)
            gesprekken = lezer.find(Vraagverheldering, huishouden_id=huishouden.id)
            geschreven = lezer.geschreven(huishouden.id)
            contact = eerste_contact(plek.profiel, melding, contacten, gesprekken, geschreven)
            if contact.gehad is None:
                laat = contact.is_te_laat(plek.vandaag)
                yield _taak(lezer, TaakSoort.EERSTE_CONTACT, huishouden.id, contact.gemeld, te_laat=laat)
    for huishouden_id in dict.fromkeys(conflict.huishouden_id for conflict in oplosbaar):
        if huishouden_id is not None:
            yield _taak(lezer, TaakSoort.TWEE_VERSIES, huishouden_id, None, te_laat=False)


def _taak(lezer: Lezer, soort: TaakSoort, huishouden_id: UUID, sinds: date | None, te_laat: bool) -> Taak:
    huishouden = lezer.find_one(Huishouden, huishouden_id)
    return Taak(
        soort=soort,
        huishouden_id=huishouden_id,
        voorletters=voorletters(lezer, huishouden_id),
        kern=huishouden.kern if huishouden else None,
        sinds=sinds,
        te_laat=te_laat,
    )
