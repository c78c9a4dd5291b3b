"""The screen turned to the resident: who sits at the table, what all of them may see, and what they say of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID, uuid5

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie, mag_zien
from kernnetwerk_app.domain.begin import Begin
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.ids import lees_ids, schrijf_ids


class NiemandAanTafel(KernnetwerkError):
    """A screen that is turned to nobody can hold nothing: who looks decides what stands on it."""

    code = "keukentafel.niemand"


class Klopt(StrEnum):
    """What those at the table say to *Klopt dit?* of all that they saw."""

    JA = "ja"
    NIET_HELEMAAL = "niet helemaal"
    WEET_NIET = "weet ik niet"


class Keukentafel(Entiteit):
    """One day on which one worker turned the screen in one gesprek.

    `leden`: ids of who belong to the household and sat there, with a space between them; `anderen`: whether somebody
    else did too. Nobody chooses the facts of unit 2 and 3.
    """

    soort: ClassVar[int] = 43
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    vraagverheldering_id: Annotated[UUID, Eenheid(2), Begin()]
    datum: Annotated[date, Eenheid(2), Begin()]
    door_id: Annotated[UUID, Eenheid(3), Begin()]
    leden: Annotated[Tekstveld | None, Eenheid(4)] = None
    anderen: Annotated[bool, Eenheid(4)] = False
    klopt: Annotated[Klopt | None, Eenheid(5)] = None

    @property
    def tafel(self) -> "Tafel":
        """Who sat there, as far as it can be read."""
        return Tafel(frozenset(lees_ids(self.leden or "")), self.anderen)


@dataclass(frozen=True, slots=True)
class Tafel:
    """Who look at the turned screen. `leden`: of the household; `anderen`: somebody from outside it as well."""

    leden: frozenset[UUID]
    anderen: bool = False

    def velden(self) -> dict[str, object]:
        """As a Keukentafel keeps it."""
        return {"leden": schrijf_ids(sorted(self.leden, key=str)), "anderen": self.anderen}

    def ziet(self, inhoud: VoorWie, over: Iterable[UUID] | None = None) -> bool:
        """Whether every one of them may see this. `over`: the ids of the one whom it is about, None for the household
        as a whole.

        What is for one person is seen by that person alone, and what is for the household by who belong to it: a
        parent with gezag too gets no words of a child here, for those are chosen one by one (Wmo 2015 art. 5.3.2).
        """
        alleen_zij = not self.anderen and bool(self.leden) and (over is None or self.leden <= frozenset(over))
        return mag_zien(VoorWie.PERSOON if alleen_zij else VoorWie.TAFEL, inhoud)


def keukentafel_id(vraagverheldering_id: UUID, datum: date, door_id: UUID) -> UUID:
    """The fixed id of the table of one gesprek on one day, of who turned the screen: two colleagues who each turned
    theirs have each their own, and nobody has to choose which of them was there.
    """
    return uuid5(vraagverheldering_id, f"{Keukentafel.soort}|{datum.isoformat()}|{door_id}")


def check_tafel(tafel: Tafel) -> None:
    if not tafel.leden and not tafel.anderen:
        raise NiemandAanTafel
