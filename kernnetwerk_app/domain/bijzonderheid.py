"""What everyone who works with someone must know: death, a secret address, and who decides in someone's place."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Voor, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError


class BijzonderheidZonderDag(KernnetwerkError):
    """A death has a day: letters and tasks stop on it."""

    code = "bijzonderheid.zonder_dag"


class BijzonderheidInToekomst(KernnetwerkError):
    code = "bijzonderheid.in_toekomst"


class BijzonderheidVerkeerdeVolgorde(KernnetwerkError):
    code = "bijzonderheid.verkeerde_volgorde"


class BijzonderheidZonderAard(KernnetwerkError):
    """Nothing is chosen beforehand: each has consequences."""

    code = "bijzonderheid.zonder_aard"


class InwonerIsOverleden(KernnetwerkError):
    """No letter goes to somebody who died."""

    code = "bijzonderheid.overleden"


class Aard(StrEnum):
    """Each has consequences in the program, so this is no list of a municipality."""

    OVERLEDEN = "overleden"
    GEHEIM_ADRES = "geheim adres"
    CURATELE = "curatele"
    BEWIND = "bewind"
    MENTORSCHAP = "mentorschap"


VERTEGENWOORDIGING = frozenset({Aard.CURATELE, Aard.BEWIND, Aard.MENTORSCHAP})
"""By decision of a court somebody else decides (BW boek 1, titels 16, 19 and 20)."""
Regel = Annotated[str | None, Field(max_length=300)]


class Bijzonderheid(Entiteit):
    """One such fact about one resident, from a day until a day, with where it was seen.

    `naam`, `telefoon` and `reikwijdte` are of the curator, bewindvoerder or mentor; papers for the resident are
    addressed by that name (SIG-19). What turned out wrong is taken back (`ingetrokken_datum`), and stays in history.
    """

    soort: ClassVar[int] = 24
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL

    inwoner_id: Annotated[UUID, Eenheid(2)]
    aard: Annotated[Aard, Eenheid(2)]
    begin_datum: Annotated[date | None, Eenheid(3)] = None
    eind_datum: Annotated[date | None, Eenheid(3)] = None
    naam: Annotated[Regel, Eenheid(4), Voor(VoorWie.PERSOON)] = None
    telefoon: Annotated[str | None, Field(max_length=40), Eenheid(4), Voor(VoorWie.PERSOON)] = None
    reikwijdte: Annotated[Regel, Eenheid(5)] = None
    bron: Annotated[Regel, Eenheid(6)] = None
    ingetrokken_datum: Annotated[date | None, Eenheid(7)] = None


def lees_aard(gekozen: str) -> Aard:
    """From the name of a choice; `BijzonderheidZonderAard` when none was made."""
    if gekozen not in Aard.__members__:
        raise BijzonderheidZonderAard
    return Aard[gekozen]


def check_bijzonderheid(bijzonderheid: Bijzonderheid, vandaag: date) -> None:
    """Refuse a death without a day or on a day to come, and an end before the beginning."""
    begin, einde = bijzonderheid.begin_datum, bijzonderheid.eind_datum
    if bijzonderheid.aard is Aard.OVERLEDEN:
        if begin is None:
            raise BijzonderheidZonderDag
        if begin > vandaag:
            raise BijzonderheidInToekomst
    if begin is not None and einde is not None and einde < begin:
        raise BijzonderheidVerkeerdeVolgorde


def geldt(bijzonderheid: Bijzonderheid, vandaag: date) -> bool:
    """Whether it holds today; nothing ends a death but that it was written down by mistake."""
    if bijzonderheid.ingetrokken_datum is not None:
        return False
    if bijzonderheid.aard is Aard.OVERLEDEN:
        return True
    begin, einde = bijzonderheid.begin_datum, bijzonderheid.eind_datum
    return (begin is None or begin <= vandaag) and (einde is None or vandaag <= einde)
