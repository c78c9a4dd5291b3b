"""*Eerdere tekst*: what stood in a field before, from the log; nothing of it is ever thrown away.

Putting one back is typing it: in a field that keeps itself that writes a new operation, in a form it is kept with the
form. Ctrl+Z takes it away again.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from kernnetwerk_app.domain.base import Entiteit, VoorWie, eenheid_van, mag_veld
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inloopcontact import GEEN_NAAM, Inloopcontact
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.signaal import MELDER, Signaal
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.oplog.hlc import milliseconds
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.oplog.units import build, decode, is_readable
from kernnetwerk_app.services.bijzonderheid import is_geheim
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

T = TypeVar("T", bound=Entiteit)
_NOOIT: Mapping[type[Entiteit], frozenset[str]] = {
    Inloopcontact: frozenset(GEEN_NAAM),
    Inwoner: frozenset({"bsn"}),
    Signaal: frozenset({*MELDER, "signaleerder"}),
}
"""Of these nobody reads an earlier one: the number of somebody else, the name of who wanted to give none (SIG-04)."""
_ADRES = frozenset({"straat", "huisnummer", "postcode", "plaats", "kern", "elders"})
"""Where somebody lives: what stood there may be the place that is secret by now."""


@dataclass(frozen=True, slots=True)
class Tekstplek:
    """A field of a record in which people write."""

    soort: type[Entiteit]
    entiteit_id: UUID
    veld: str


@dataclass(frozen=True, slots=True)
class EerdereTekst:
    """One text that stood in the field, with who wrote it and when last (local time)."""

    tekst: str
    wie: str
    van_mij: bool
    moment: datetime


def als_tekst(waarde: object) -> str:
    """What is typed as it is kept; nothing for any other value."""
    return waarde if isinstance(waarde, str) else ""


def load(
    plek: Werkplek,
    lezer: Lezer,
    van: Tekstplek,
    toon: Callable[[object], str] = als_tekst,
    staat_er: str | None = None,
    voor: VoorWie = VoorWie.PROFESSIONAL,
) -> tuple[EerdereTekst, ...] | None:
    """What stood in this field and stands there no more, the latest first and each text once. None where it is not
    shown: it may be read now, and what stood there before may not.

    `toon`: a stored value as the field holds it. `staat_er`: what stands in a form that is not saved yet, so that what
    was saved last is an earlier text too; without it that is what the store has. Nothing of a field that `voor` may not
    see, and nothing of a record of which the words had to go.
    """
    entiteit = lezer.find_one(van.soort, van.entiteit_id)
    if entiteit is None or getattr(entiteit, "is_gewist", False) or not mag_veld(voor, van.soort, van.veld):
        return ()
    if not _is_te_lezen(plek, lezer, entiteit, van.veld):
        return None
    nummer = eenheid_van(van.soort, van.veld)
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    koppen = lezer.koppen(van.entiteit_id).get(nummer, [])
    nu = {staat_er} if staat_er is not None else {t for kop in koppen for t in _tekst(entiteit, van.veld, kop, toon)}
    gevonden: dict[str, EerdereTekst] = {}
    grens, verzwegen = _grens(lezer, entiteit, van.veld), False
    for operatie in reversed(lezer.geschiedenis(van.entiteit_id, nummer)):
        if grens is not None and operatie.hlc < grens.hlc and not _in_een_keer(operatie, grens):
            verzwegen = True
            break
        for tekst in _tekst(entiteit, van.veld, operatie, toon):
            moment = datetime.fromtimestamp(milliseconds(operatie.hlc) / 1000, AMSTERDAM)
            van_mij = operatie.user_id == plek.medewerker.id
            gevonden.setdefault(tekst, EerdereTekst(tekst, namen.get(operatie.user_id, ""), van_mij, moment))
    eerder = tuple(eerder for tekst, eerder in gevonden.items() if tekst not in nu)
    return None if verzwegen and not eerder else eerder


def _is_te_lezen(plek: Werkplek, lezer: Lezer, entiteit: Entiteit, veld: str) -> bool:
    """Whether who reads this field now may read what stood there before as well: not a number that we may not call
    (NET-04), and not a secret address.
    """
    if veld in _NOOIT.get(type(entiteit), ()):
        return False
    if isinstance(entiteit, Relatie) and veld == "telefoon":
        return entiteit.mag_gebeld
    if isinstance(entiteit, Huishouden | Verblijf) and veld in _ADRES:
        return not any(is_geheim(lezer, huis, plek.vandaag) for huis in _adres_van(lezer, entiteit))
    return True


def _adres_van(lezer: Lezer, entiteit: Huishouden | Verblijf) -> set[UUID]:
    """The dossiers of whom an address of before may be: of a stay also each in which it ever was."""
    van = {entiteit.huishouden_id or entiteit.id}
    if isinstance(entiteit, Verblijf):
        ooit = (toen for _, toen in _verloop(lezer, entiteit, "elders_id"))
        van |= {toen.elders_id for toen in ooit if toen is not None and toen.elders_id is not None}
    return van


def _grens(lezer: Lezer, entiteit: Entiteit, veld: str) -> Operation | None:
    """Nothing that was written before the save of this operation is shown: it was of somebody else.

    In any words of before who brought a signal chose to give no name (SIG-04), or of before the name of a visitor of
    the inloop went, that name may stand. A number of before a relation was of this one, or of when they wanted no call,
    is not theirs to be called by (NET-04).
    """
    match entiteit:
        case Signaal():
            return _laatst_weg(lezer, entiteit, "anoniem", lambda toen: not toen.anoniem)
        case Inloopcontact():
            return _laatst_weg(lezer, entiteit, "voornamen", lambda toen: any(getattr(toen, n) for n in GEEN_NAAM))
        case Relatie() if veld == "telefoon":
            wie = (entiteit.ander_id, entiteit.ander_naam)
            van_ander = _laatst_weg(lezer, entiteit, "ander_id", lambda toen: (toen.ander_id, toen.ander_naam) != wie)
            nee = _laatst_weg(lezer, entiteit, "niet_benaderen", lambda toen: toen.niet_benaderen)
            return max((een for een in (van_ander, nee) if een is not None), key=lambda een: een.hlc, default=None)
        case _:
            return None


def _in_een_keer(een: Operation, ander: Operation) -> bool:
    return (een.id.device_no, een.txn) == (ander.id.device_no, ander.txn)


def _laatst_weg(lezer: Lezer, entiteit: T, veld: str, is_er: Callable[[T], bool]) -> Operation | None:
    """With which operation in the unit of this field something last was so no more; None where it never was."""
    weg, was_er = None, False
    for operatie, toen in _verloop(lezer, entiteit, veld):
        nu = toen is not None and is_er(toen)
        weg, was_er = operatie if was_er and not nu else weg, nu
    return weg


def _verloop(lezer: Lezer, entiteit: T, veld: str) -> Iterator[tuple[Operation, T | None]]:
    """All that was ever written in the unit of this field, the first first, each with the record as it reads then; None
    where this version cannot read it.
    """
    for operatie in lezer.geschiedenis(entiteit.id, eenheid_van(type(entiteit), veld)):
        yield operatie, _toen(entiteit, operatie)


def _toen(entiteit: T, operatie: Operation) -> T | None:
    """The record with what this operation wrote."""
    soort = type(entiteit)
    if not is_readable(soort, operatie.eenheid, operatie.waarde):
        return None
    toen = build(soort, entiteit.id, {**entiteit.model_dump(), **decode(soort, operatie.eenheid, operatie.waarde)})
    return toen if isinstance(toen, soort) else None


def _tekst(entiteit: Entiteit, veld: str, operatie: Operation, toon: Callable[[object], str]) -> Iterator[str]:
    """The words in this operation, where there are any that this version can read."""
    waarde = getattr(_toen(entiteit, operatie), veld, None)
    tekst = toon(waarde) if waarde is not None else ""
    if not is_leeg(tekst):
        yield tekst
