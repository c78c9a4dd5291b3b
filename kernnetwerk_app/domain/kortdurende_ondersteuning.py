"""Short support without an indicatie: no aanvraag and no beschikking comes with it (EVV-13)."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Tekstveld, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg

Regel = Annotated[str | None, Field(max_length=300)]


class OndersteuningZonderInhoud(KernnetwerkError):
    code = "kortdurende_ondersteuning.zonder_inhoud"


class OndersteuningEindigtVoorBegin(KernnetwerkError):
    code = "kortdurende_ondersteuning.eindigt_voor_begin"


class KortdurendeOndersteuning(Entiteit):
    """`wie` gives it: a key of `kortdurend_door` or own words, in the voorveld or the kernnetwerk."""

    soort: ClassVar[int] = 33
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    melding_id: Annotated[UUID, Eenheid(2)]
    begin_datum: Annotated[date, Eenheid(3)]
    eind_datum: Annotated[date | None, Eenheid(3)] = None
    wie: Annotated[Regel, Eenheid(4)] = None
    inhoud: Annotated[Tekstveld, Eenheid(5)]
    resultaat: Annotated[Tekstveld | None, Eenheid(6)] = None
    door_id: Annotated[UUID, Eenheid(7)]


def check_ondersteuning(steun: KortdurendeOndersteuning) -> None:
    """Refuse support of which nobody knows what it is, or that ends before it begins."""
    if is_leeg(steun.inhoud):
        raise OndersteuningZonderInhoud
    if steun.eind_datum is not None and steun.eind_datum < steun.begin_datum:
        raise OndersteuningEindigtVoorBegin
