"""*Eerdere tekst*: what stood in a field before, from the log; nothing of it is ever thrown away.

Putting one back is typing it: whoever does so writes a new operation, and Ctrl+Z takes that away again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kernnetwerk_app.domain.base import VoorWie, mag_veld
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.oplog.hlc import milliseconds
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.oplog.units import decode, is_readable
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer


@dataclass(frozen=True, slots=True)
class EerdereTekst:
    """One text that stood in the field, with who wrote it and when last (local time)."""

    tekst: str
    wie: str
    van_mij: bool
    moment: datetime


def load(
    plek: Werkplek, lezer: Lezer, adres: Veldadres, voor: VoorWie = VoorWie.PROFESSIONAL
) -> tuple[EerdereTekst, ...]:
    """What stood in this field and stands there no more, the latest first and each text once.

    Nothing of a field that `voor` may not see, and nothing of a record of which the words had to go.
    """
    entiteit = lezer.find_one(adres.soort, adres.entiteit_id)
    if entiteit is None or getattr(entiteit, "is_gewist", False) or not mag_veld(voor, adres.soort, adres.veld):
        return ()
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    nu = {tekst for kop in lezer.koppen(adres.entiteit_id).get(adres.eenheid, []) for tekst in _tekst(adres, kop)}
    gevonden: dict[str, EerdereTekst] = {}
    for operatie in reversed(lezer.geschiedenis(adres.entiteit_id, adres.eenheid)):
        for tekst in _tekst(adres, operatie):
            moment = datetime.fromtimestamp(milliseconds(operatie.hlc) / 1000, AMSTERDAM)
            van_mij = operatie.user_id == plek.medewerker.id
            gevonden.setdefault(tekst, EerdereTekst(tekst, namen.get(operatie.user_id, ""), van_mij, moment))
    return tuple(eerder for tekst, eerder in gevonden.items() if tekst not in nu)


def _tekst(adres: Veldadres, operatie: Operation) -> Iterator[str]:
    """The words in this operation, where there are any that this version can read."""
    if is_readable(adres.soort, adres.eenheid, operatie.waarde):
        tekst = str(decode(adres.soort, adres.eenheid, operatie.waarde).get(adres.veld) or "")
        if not is_leeg(tekst):
            yield tekst
