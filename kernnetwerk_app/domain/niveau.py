"""The level at which somebody functions, now and as aimed at, with dates: so that scaling shows (TRI-09, L-01)."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Onvindbaar, VoorWie

Regel = Annotated[str | None, Field(max_length=300)]


class Niveau(Entiteit):
    """Written once; a next one stands beside it and is the history. Without `inwoner_id` it is the household's.

    `zelforganiserend` is another axis (80/15/5 in the source), optional: for support with regie and for numbers, never
    a rule of entitlement, never on paper (TRI-11).
    """

    soort: ClassVar[int] = 34
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL

    inwoner_id: Annotated[UUID | None, Eenheid(2)] = None
    datum: Annotated[date, Eenheid(3)]
    door_id: Annotated[UUID, Eenheid(3)]
    nu: Annotated[str, Field(max_length=300), Eenheid(4), Onvindbaar()]
    streef: Annotated[Regel, Eenheid(5), Onvindbaar()] = None
    streef_datum: Annotated[date | None, Eenheid(5)] = None
    reden: Annotated[Regel, Eenheid(6)] = None
    zelforganiserend: Annotated[Regel, Eenheid(7), Onvindbaar()] = None
