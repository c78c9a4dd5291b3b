"""What people read in the AVG package of each field: its name, and its value in words (RES-11).

No number of the program, no key of a list: an officer has to see at once what something says and of whom it is.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.base import EENHEID_DOSSIER, Entiteit, eenheden
from kernnetwerk_app.domain.bezorging import Bezorging
from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.domain.bsn import toon_bsn
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.geboortedatum import toon_geboortedatum
from kernnetwerk_app.domain.ids import lees_ids
from kernnetwerk_app.domain.keukentafel import Keukentafel
from kernnetwerk_app.domain.ladder import MERKEN
from kernnetwerk_app.domain.onderzoek import Onderzoek
from kernnetwerk_app.domain.plan import Doel, Ondersteuningsplan
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.profielbundel import Profielbundel
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.score import Score
from kernnetwerk_app.domain.telefoon import toon_telefoon
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.triage import Triage, lees_waarnemingen
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering
from kernnetwerk_app.services.keuzewoorden import in_woorden, vraag_van
from kernnetwerk_app.teksten import load

_VAN_HET_PROGRAMMA: Mapping[type[Entiteit], frozenset[str]] = MappingProxyType(
    {
        Antwoord: frozenset({"profielversie"}),
        Bezorging: frozenset({"lezer"}),
        Doel: MERKEN,
        Onderzoek: frozenset({"sjabloon"}),
        Ondersteuningsplan: frozenset({"voorlichting_tekst"}),
        Profielbundel: frozenset({"sleutel", "versie"}),
        Relatie: frozenset({"plaats"}),
        Score: frozenset({"schaal", "schaalversie", "plaats", "hoogste"}),
        Toestemming: frozenset({"gevraagde_naam", "gevraagde_functie", "gevraagde_organisatie"}),
        Triage: frozenset({"matrix", "matrixversie"}),
        Vraagverheldering: frozenset({"lijst", "lijstversie"}),
    }
)
"""By kind what says nothing of a person: the version of a list, a place in a row or drawing. Who a paper is for stands
beside its key, what a score says beside its place, and who was asked in the recipient of the yes to it.
"""
_VOLGORDE = "volgorde"
_OVER_WIE = ("inwoner_id", "ander_id", "over_id", "ingetrokken_door_id", "kind_id")
"""References to a resident: of whom it is, by name. Who of us wrote it stands in *Wie keek in mijn dossier?*."""
_TOON: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"bsn": toon_bsn, "geboortedatum": toon_geboortedatum, "telefoon": toon_telefoon}
)
_SLEUTEL = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")
"""How a key of a list looks: nobody types so."""
_KILO = 1000


@dataclass(frozen=True, slots=True)
class Namen:
    """What stands behind a reference: by id how a resident is called, what a goal says, and what a place is called."""

    inwoners: Mapping[UUID, str]
    doelen: Mapping[UUID, str]
    plekken: Mapping[UUID, str]


def groot(soort: type[Entiteit]) -> tuple[str, ...]:
    """Fields with a paper or a picture, which are not read here."""
    return tuple(veld for veld, eis in soort.model_fields.items() if eis.annotation in (bytes, bytes | None))


def printbaar(soort: type[Entiteit]) -> list[str]:
    """What may be printed of a kind, in the order of its units."""
    vast = {*groot(soort), *eenheden(soort)[EENHEID_DOSSIER], _VOLGORDE, *_VAN_HET_PROGRAMMA.get(soort, ())}
    velden = [veld for nummers in eenheden(soort).values() for veld in nummers if veld not in vast]
    return [veld for veld in velden if _is_woorden(soort, veld)]


def veldnaam(soort: type[Entiteit], veld: str, *, naaste: bool = False) -> str:
    """What a field is called on paper; never its name in the program. `naaste`: for who stands near, and reads what is
    kept of themselves.
    """
    t, eigen, van_alle = load("veldnamen"), f"{soort.__name__.lower()}.{veld}", f"alle.{veld}"
    sleutels = ((f"naaste_{eigen}",) if naaste else ()) + (eigen, van_alle)
    return t(next((sleutel for sleutel in sleutels if sleutel in t), "anders"))


def toon(profiel: Gemeenteprofiel, namen: Namen, record: Entiteit, veld: str) -> str:
    """A value as people read it; nothing for what was not filled in, and for a box that nobody ticked. A question that
    was answered with no says so.
    """
    waarde: Any = getattr(record, veld, None)
    match waarde:
        case None | bytes():
            return ""
        case bool():
            is_vraag = waarde or type(record).model_fields[veld].annotation == bool | None
            return load("rechtenblad")("avg.ja" if waarde else "avg.nee") if is_vraag else ""
        case UUID():
            return namen.doelen.get(waarde, "") if veld == "doel_id" else namen.inwoners.get(waarde, "")
        case date():
            return datum_kort(waarde, jaar=True)
        case time():
            return toon_tijd(waarde)
        case int():
            return _omvang(waarde) if isinstance(record, Bijlage) and veld == "omvang" else str(waarde)
    eigen = _eigen(profiel, namen, record, veld, str(waarde.value if isinstance(waarde, Enum) else waarde))
    return eigen.replace("_", " ") if _SLEUTEL.fullmatch(eigen) else eigen


def _eigen(profiel: Gemeenteprofiel, namen: Namen, record: Entiteit, veld: str, waarde: str) -> str:
    if veld in _TOON:
        return _TOON[veld](waarde)
    match record, veld:
        case Antwoord(), "sleutel":
            return vraag_van(profiel, record)
        case Keukentafel(), "leden":
            return _op_naam(namen.inwoners, waarde)
        case Bezorging(), "plekken":
            return _op_naam(namen.plekken, waarde)
        case Triage(), "waarnemingen":
            return " ".join(_waarnemingen(profiel, lees_waarnemingen(waarde)))
    t, soort = load("veldwaarden"), type(record).__name__.lower()
    eigen = f"{soort}.{veld}.{waarde.replace(' ', '_')}"
    return t(eigen) if eigen in t else in_woorden(profiel, record, veld, waarde)


def _op_naam(namen: Mapping[UUID, str], ids: str) -> str:
    return ", ".join(filter(None, (namen.get(een, "") for een in lees_ids(ids))))


def _waarnemingen(profiel: Gemeenteprofiel, gezien: Mapping[str, str]) -> Iterator[str]:
    """What was observed, as the matrix says it; by its own words where that has it no more."""
    for rij, kolom in gezien.items():
        bekend = next((een.find(kolom) for een in profiel.triage.matrix.rijen if een.sleutel == rij), None)
        anders = load("rechtenblad")("avg.waarneming", rij=rij.replace("_", " "), kolom=kolom.replace("_", " "))
        yield bekend.reden if bekend is not None else anders


def _omvang(octets: int) -> str:
    return load("rechtenblad")("avg.kilobytes", aantal=max(1, round(octets / _KILO)))


def _is_woorden(soort: type[Entiteit], veld: str) -> bool:
    """Whether it can say something: no number of a record, unless of whom or of which goal it is."""
    is_nummer = soort.model_fields[veld].annotation in (UUID, UUID | None)
    return not is_nummer or veld in _OVER_WIE or (veld == "doel_id" and soort is not Doel)
