"""A child lives in another household too, a part of the week; both households may have a plan."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg


class VerblijfZonderPlek(KernnetwerkError):
    """It does not say where else."""

    code = "verblijf.zonder_plek"


Regel = Annotated[str | None, Field(max_length=300)]


class Verblijf(Entiteit):
    """Where else this person lives: another dossier (`elders_id`), or a place in words; and which part of the week."""

    soort: ClassVar[int] = 26
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    inwoner_id: Annotated[UUID, Eenheid(2)]
    elders_id: Annotated[UUID | None, Eenheid(3)] = None
    elders: Annotated[Regel, Eenheid(3)] = None
    wanneer: Annotated[Regel, Eenheid(4)] = None
    eind_datum: Annotated[date | None, Eenheid(5)] = None


def check_verblijf(verblijf: Verblijf) -> None:
    """Refuse a stay that names no place."""
    if verblijf.elders_id in (None, verblijf.huishouden_id) and is_leeg(verblijf.elders):
        raise VerblijfZonderPlek


def geldt(verblijf: Verblijf, vandaag: date) -> bool:
    """Whether they still live there too."""
    return verblijf.eind_datum is None or vandaag < verblijf.eind_datum
