"""The inloopspreekuur: some hours in a kern where people walk in with a question (EVV-01)."""

from datetime import date, time
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit
from kernnetwerk_app.domain.begin import Begin
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg

Regel = Annotated[str | None, Field(max_length=300)]


class SpreekuurZonderKern(KernnetwerkError):
    """Every number of the inloop is a number of a kern."""

    code = "spreekuur.zonder_kern"


class SpreekuurEindeVoorBegin(KernnetwerkError):
    code = "spreekuur.einde_voor_begin"


class Spreekuur(Entiteit):
    """One session, of no dossier. `medewerker_id` began it.

    `aanwezig` is who else was said to be there, comma-separated: the id of a colleague, or the name of a volunteer. Who
    writes down a contact is there as well, and need not be in it: so two laptops do not write in one field.
    `gepland_id` is the hour in the agenda that this was. That it was closed is a fact that nobody chooses: of two
    colleagues who did so without a connection, the first one's hour stands.
    """

    soort: ClassVar[int] = 16
    zoekbaar: ClassVar[bool] = False

    datum: Annotated[date, Eenheid(2)]
    tijd_van: Annotated[time | None, Eenheid(2)] = None
    tijd_tot: Annotated[time | None, Eenheid(2)] = None
    kern: Annotated[Regel, Eenheid(3)] = None
    plek: Annotated[Regel, Eenheid(3)] = None
    medewerker_id: Annotated[UUID, Eenheid(4)]
    aanwezig: Annotated[str | None, Field(max_length=2000), Eenheid(5)] = None
    gepland_id: Annotated[UUID | None, Eenheid(6)] = None
    gesloten_datum: Annotated[date | None, Eenheid(7), Begin()] = None
    gesloten_tijd: Annotated[time | None, Eenheid(7), Begin()] = None

    @property
    def is_gesloten(self) -> bool:
        return self.gesloten_datum is not None

    @property
    def waar(self) -> str:
        """Place and kern, as far as they are known."""
        return ", ".join(filter(None, (self.plek, self.kern)))


def namen_in(aanwezig: str | None) -> list[UUID | str]:
    """Who stands in `aanwezig`: ids of colleagues, and names of others as they were written."""
    return [_id_of(deel.strip()) for deel in (aanwezig or "").split(",") if not is_leeg(deel)]


def _id_of(deel: str) -> UUID | str:
    try:
        return UUID(deel)
    except ValueError:
        return deel


def check_spreekuur(spreekuur: Spreekuur) -> None:
    """Refuse a session without a kern, or that ends before it begins."""
    if is_leeg(spreekuur.kern):
        raise SpreekuurZonderKern
    van, tot = spreekuur.tijd_van, spreekuur.tijd_tot
    if van is not None and tot is not None and tot <= van:
        raise SpreekuurEindeVoorBegin
