"""People who work for the kernnetwerk and the municipality."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, VoorWie


class Functie(StrEnum):
    """What someone is in the toegang (product.md, The people)."""

    GENERALIST = "generalist"
    VOORVELD = "beroepskracht in het voorveld"
    COORDINATOR = "coördinator"
    BEHEERDER = "functioneel beheerder"
    VRIJWILLIGER = "vrijwilliger"


class Medewerker(Entiteit):
    """A worker; written by the server at enrolment, readable on every laptop so that names stand with texts."""

    soort: ClassVar[int] = 1
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    naam: Annotated[str, Field(min_length=1, max_length=300), Eenheid(2)]
    functie: Annotated[Functie, Eenheid(3)] = Functie.GENERALIST
    telefoon: Annotated[str | None, Field(max_length=40), Eenheid(4)] = None
    werkgever: Annotated[str | None, Field(max_length=300), Eenheid(5)] = None
    """Who pays them, such as a welfare organisation; nothing in the work depends on it (TEAM-14)."""

    @property
    def voornaam(self) -> str:
        """The first word of the name, for a greeting."""
        return self.naam.split()[0]
