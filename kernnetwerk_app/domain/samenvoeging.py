"""Two dossiers, or two people, that are the same; or that somebody looked at and that are two after all (TRI-21)."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID, uuid5

from kernnetwerk_app.domain.base import Eenheid, Entiteit, VoorWie
from kernnetwerk_app.domain.begin import Begin


class Soort(StrEnum):
    DOSSIER = "dossier"
    MENS = "mens"


class Samenvoeging(Entiteit):
    """What somebody decided about two of a kind. Its id follows from the two, so that two laptops meet in one record.

    Nobody chooses which of the two stays: it is the one that was begun first, so that two people who join without a
    connection do the same. Who decided first, and when, is a fact of the beginning; taken apart again on
    `ongedaan_datum`.
    """

    soort: ClassVar[int] = 27
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL

    waarvan: Annotated[Soort, Eenheid(2), Begin()]
    blijft_id: Annotated[UUID, Eenheid(2), Begin()]
    gaat_op_id: Annotated[UUID, Eenheid(2), Begin()]
    door_id: Annotated[UUID, Eenheid(3), Begin()]
    datum: Annotated[date, Eenheid(3), Begin()]
    is_dezelfde: Annotated[bool, Eenheid(4)]
    ongedaan_datum: Annotated[date | None, Eenheid(5)] = None

    @property
    def staat(self) -> bool:
        """Whether the two are one now."""
        return self.is_dezelfde and self.ongedaan_datum is None


def samenvoeging_id(een: UUID, ander: UUID) -> UUID:
    """The fixed id of what is decided about these two, in whichever order they are named."""
    eerste, tweede = sorted((een, ander))
    return uuid5(eerste, f"{Samenvoeging.soort}|{tweede}")


def opgegaan_in(samenvoegingen: Iterable[Samenvoeging], soort: Soort) -> dict[UUID, UUID]:
    """For each id that went up in another: the one that stays in the end, also over several steps.

    Other programs may have written a ring; then each step is taken once.
    """
    stap = {s.gaat_op_id: s.blijft_id for s in samenvoegingen if s.waarvan is soort and s.staat}
    return {weg: eind(weg, stap) for weg in stap}


def eind(waarvandaan: UUID, stap: Mapping[UUID, UUID]) -> UUID:
    """Where one arrives by these steps; in a ring at its smallest id, from wherever one begins."""
    gezien = [waarvandaan]
    while (volgende := stap.get(gezien[-1])) is not None:
        if volgende in gezien:
            return min(gezien[gezien.index(volgende) :])
        gezien.append(volgende)
    return gezien[-1]
