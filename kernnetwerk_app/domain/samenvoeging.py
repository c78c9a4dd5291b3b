"""Two dossiers, or two people, that are the same; or that somebody looked at and that are two after all (TRI-21)."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID, uuid5

from kernnetwerk_app.domain.base import Eenheid, Entiteit, VoorWie
from kernnetwerk_app.domain.begin import Begin
from kernnetwerk_app.domain.errors import KernnetwerkError


class KindVanTweeHuizen(KernnetwerkError):
    """A child that stands in the dossiers of two households is one child, and the households stay two."""

    code = "samenvoeging.kind_van_twee_huizen"


class Soort(StrEnum):
    DOSSIER = "dossier"
    MENS = "mens"


class Samenvoeging(Entiteit):
    """What somebody decided about two of a kind. Its id follows from the two, so that two laptops meet in one record.

    Nobody chooses which of the two stays: it is the one with the first id, and ids are given in order of time, so that
    two people who join without a connection do the same. Who decided first, and when, is a fact of the beginning;
    taken apart again on `ongedaan_datum`.
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
    """For each id that went up in another: the one that stays, which is the first of all that are one.

    That follows from which are one and not from who joined what first, so every laptop finds the same one.
    """
    groepen: dict[UUID, set[UUID]] = {}
    for samen in samenvoegingen:
        if samen.waarvan is soort and samen.staat:
            een, ander = samen.blijft_id, samen.gaat_op_id
            groep = groepen.get(een, {een}) | groepen.get(ander, {ander})
            groepen |= dict.fromkeys(groep, groep)
    return {wie: min(groep) for wie, groep in groepen.items() if wie != min(groep)}
