"""The mantelzorger's own record, beside the relation that says who it is: own voice, tasks, limits (NET-05, NET-10)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie
from kernnetwerk_app.domain.begin import Begin, begin_id
from kernnetwerk_app.domain.errors import KernnetwerkError


class GesprekInToekomst(KernnetwerkError):
    """A talk that is still to come was not held."""

    code = "mantelzorg.gesprek_in_toekomst"


class Delen(StrEnum):
    """What a mantelzorger said about sharing their own story with others; what nobody asked is None."""

    JA = "ja"
    NEE = "nee"


LIJST = ("taken", "grenzen")
"""Fields that are a list: one on each line."""
VOOR_INWONER = frozenset({"taken", "grenzen", "steun"})
"""What the resident may read where the mantelzorger lets them: their own words and needs never."""
Regel = Annotated[str | None, Field(max_length=300)]


class Mantelzorg(Entiteit):
    """What a mantelzorger says, needs, does and does not do. Who it is stands in the relation (`relatie_id`), whether
    they live in the household or not.

    It is the mantelzorger's: nothing of it is for the resident, unless `inwoner_mag_zien` (NET-05). `delen` is their
    own consent to sharing it, `delen_met` with whom and what for, as said on `delen_datum`.
    """

    soort: ClassVar[int] = 37
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL

    relatie_id: Annotated[UUID, Eenheid(2), Begin()]
    gesprek_datum: Annotated[date | None, Eenheid(3)] = None
    gesprek_met: Annotated[Regel, Eenheid(3)] = None
    eigen_woorden: Annotated[Tekstveld | None, Eenheid(4)] = None
    behoefte: Annotated[Tekstveld | None, Eenheid(5)] = None
    taken: Annotated[Tekstveld | None, Eenheid(6)] = None
    grenzen: Annotated[Tekstveld | None, Eenheid(7)] = None
    inwoner_mag_zien: Annotated[bool, Eenheid(8)] = False
    delen: Annotated[Delen | None, Eenheid(9)] = None
    delen_met: Annotated[Regel, Eenheid(9)] = None
    delen_datum: Annotated[date | None, Eenheid(9)] = None
    steun: Annotated[Tekstveld | None, Eenheid(10)] = None


def mantelzorg_id(relatie_id: UUID) -> UUID:
    """The fixed id of the record of one mantelzorger: two laptops that begin it write one."""
    return begin_id(relatie_id, Mantelzorg)


def check_mantelzorg(mantelzorg: Mantelzorg, vandaag: date) -> None:
    if mantelzorg.gesprek_datum is not None and mantelzorg.gesprek_datum > vandaag:
        raise GesprekInToekomst


def voor_inwoner(mantelzorg: Mantelzorg) -> tuple[str, str]:
    """Tasks and limits as far as the resident may read them, each in a line; the mantelzorger's own words never are
    among it.
    """
    if not mantelzorg.inwoner_mag_zien:
        return "", ""
    return _achter_elkaar(mantelzorg.taken), _achter_elkaar(mantelzorg.grenzen)


def als_lijst(tekst: str | None) -> tuple[str, ...]:
    """The tasks, or the limits, one by one: each was written on a line of its own (NET-10)."""
    return tuple(regel for deel in (tekst or "").splitlines() if (regel := deel.strip().lstrip("-*• \t")))


def onder_elkaar(tekst: str | None) -> str:
    """A list with a mark before each; one alone is no list, and stays as it was written."""
    regels = als_lijst(tekst)
    return "\n".join(f"• {regel}" for regel in regels) if len(regels) > 1 else tekst or ""


def _achter_elkaar(tekst: str | None) -> str:
    *eerder, laatste = als_lijst(tekst) or ("",)
    return "; ".join((*(regel.rstrip(" .;,") for regel in eerder), laatste))
