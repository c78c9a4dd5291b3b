"""How a record begins: an id that two laptops both arrive at, and the facts of beginning that nobody chooses.

Two colleagues who begin the same thing without a connection made one thing together (Decided once 5). Who of them was
first, on which day and with which version of a list are facts: both stay in the log, and the earliest is shown.
"""

from dataclasses import dataclass
from functools import cache
from uuid import UUID, uuid5

from kernnetwerk_app.domain.base import Entiteit, eenheden


@dataclass(frozen=True, slots=True)
class Begin:
    """Marks a fact of how a record began. Two values in its unit are no conflict: no person could choose."""


@cache
def begin_eenheden(soort: type[Entiteit]) -> frozenset[int]:
    """The merge units of a class that hold nothing but facts of how the record began."""
    return frozenset(
        nummer
        for nummer, velden in eenheden(soort).items()
        if all(Begin() in soort.model_fields[veld].metadata for veld in velden)
    )


def begin_id(waarvan: UUID, soort: type[Entiteit], nummer: int = 0) -> UUID:
    """The fixed id of the `nummer`th (from 0) record of this kind that begins from the record `waarvan`."""
    return uuid5(waarvan, f"{soort.soort}|{nummer}")
