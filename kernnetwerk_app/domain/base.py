"""What every noun of the domain shares: identity, merge units, and for whom a field is meant."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, ClassVar, TypeVar
from uuid import UUID

from pydantic import BaseModel, Field

MAX_TEKST = 200_000
"""Longest text of one field, in characters (architecture.md, Decided once 8)."""


class VoorWie(StrEnum):
    """For whom a field or record is meant. Screen, keukentafel, print, search, sync and export all ask this."""

    TAFEL = "iedereen aan tafel"
    PERSOON = "deze persoon"
    PROFESSIONAL = "professional"
    AFGESCHERMD = "afgeschermd"


@dataclass(frozen=True, slots=True)
class Eenheid:
    """Number of the merge unit a field belongs to; fields that only make sense together share one. Never reused."""

    nummer: int


@dataclass(frozen=True, slots=True)
class Voor:
    """Marks for whom a field is meant."""

    wie: VoorWie


@dataclass(frozen=True, slots=True)
class Onvindbaar:
    """Marks a field that nobody finds people by: a class or a level is no label to search for (tension T-13)."""


Tekstveld = Annotated[str, Field(max_length=MAX_TEKST)]
"""Free text: kept exactly as typed."""


E = TypeVar("E", bound="Entiteit")

EENHEID_DOSSIER = 1
"""The unit of every kind that names its dossier."""


class Entiteit(BaseModel, hide_input_in_errors=True):
    """A record with an identity of its own. `soort` is its number on the wire; `huishouden_id` the dossier it is in."""

    soort: ClassVar[int] = 0
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL
    zoekbaar: ClassVar[bool] = True
    """Whether its words are found by searching: not when there are thousands of it, and nothing to open."""

    id: UUID
    huishouden_id: Annotated[UUID | None, Eenheid(EENHEID_DOSSIER)] = None


@cache
def eenheden(soort: type[Entiteit]) -> Mapping[int, tuple[str, ...]]:
    """The merge units of a class: unit number -> its fields, in the order in which they stand in a value."""
    gevonden: dict[int, list[str]] = {}
    for naam, veld in soort.model_fields.items():
        for merk in veld.metadata:
            if isinstance(merk, Eenheid):
                gevonden.setdefault(merk.nummer, []).append(naam)
    return {nummer: tuple(namen) for nummer, namen in sorted(gevonden.items())}


def eenheid_van(soort: type[Entiteit], veld: str) -> int:
    """The number of the merge unit that holds this field."""
    return next(nummer for nummer, velden in eenheden(soort).items() if veld in velden)


@cache
def voor_wie(soort: type[Entiteit], veld: str) -> VoorWie:
    """For whom a field is meant: its own mark, else that of its class."""
    for merk in soort.model_fields[veld].metadata:
        if isinstance(merk, Voor):
            return merk.wie
    return soort.voor


def is_vindbaar(soort: type[Entiteit], veld: str) -> bool:
    """Whether the words of a field may lead somebody who searches to this record."""
    return Onvindbaar() not in soort.model_fields[veld].metadata


_ZICHTBAAR: dict[VoorWie, frozenset[VoorWie]] = {
    VoorWie.TAFEL: frozenset({VoorWie.TAFEL}),
    VoorWie.PERSOON: frozenset({VoorWie.TAFEL, VoorWie.PERSOON}),
    VoorWie.PROFESSIONAL: frozenset({VoorWie.TAFEL, VoorWie.PERSOON, VoorWie.PROFESSIONAL}),
    VoorWie.AFGESCHERMD: frozenset(VoorWie),
}


def mag_zien(lezer: VoorWie, inhoud: VoorWie) -> bool:
    """Whether a reader of this kind may see what is meant for `inhoud`. The one answer (Decided once 6)."""
    return inhoud in _ZICHTBAAR[lezer]


def mag_veld(lezer: VoorWie, soort: type[Entiteit], veld: str) -> bool:
    """The same of a field."""
    return mag_zien(lezer, voor_wie(soort, veld))


def mag_eenheid(lezer: VoorWie, soort: type[Entiteit], nummer: int) -> bool:
    """The same of a merge unit, which travels as a whole: all of its fields, or nothing."""
    return all(mag_veld(lezer, soort, veld) for veld in eenheden(soort)[nummer])


def voor_lezer(lezer: VoorWie, entiteit: E) -> E:
    """A copy with only what this reader may see, to show and never to write.

    What they may not is None, also where the class always has a value: a default would say what nobody said. So
    whoever shows a copy is ready for nothing in any of its fields; the id stays.
    """
    return entiteit.model_copy(update=dict.fromkeys(_verborgen(lezer, type(entiteit))))


@cache
def _verborgen(lezer: VoorWie, soort: type[Entiteit]) -> tuple[str, ...]:
    return tuple(veld for veld in soort.model_fields if veld != "id" and not mag_veld(lezer, soort, veld))


def uuid7(ms: int | None = None) -> UUID:
    """A time-ordered UUID version 7 (RFC 9562); `ms` is Unix time in milliseconds, else the machine's."""
    ms = time.time_ns() // 1_000_000 if ms is None else ms
    getal = (ms & ((1 << 48) - 1)) << 80 | int.from_bytes(os.urandom(10), "big")
    getal = getal & ~(0xF << 76) | 0x7 << 76
    return UUID(int=getal & ~(0x3 << 62) | 0x2 << 62)
