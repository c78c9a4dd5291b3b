"""What a municipality may say of the sociale kaart: how far is near, and which words mean the same."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from kernnetwerk_app.domain.nabijheid import Manier, Nabijheid
from kernnetwerk_app.domain.profielwaarde import Getal, Sleutel, Woorden
from kernnetwerk_app.domain.zoekindex import Zoekwoorden
from kernnetwerk_app.profielbestanden.bestanden import Bestanden, check, check_naam

_NABIJHEID, _ZOEKWOORDEN = "lijsten/nabijheid.toml", "lijsten/zoekwoorden.toml"


class _Manier(BaseModel, extra="forbid"):
    sleutel: Sleutel
    label: Woorden
    zin: Annotated[str, Field(pattern=r"^[^{}]*\{minuten\}[^{}]*$")]
    """With a place for the number, and for nothing else."""
    snelheid: float = Field(gt=0)
    minuten: int = Field(gt=0)


class _Nabijheid(BaseModel, extra="forbid"):
    soort: Literal["nabijheid"]
    sleutel: str
    versie: Getal
    omweg: float = Field(ge=1)
    controle_maanden: int = Field(gt=0)
    manier: Annotated[list[_Manier], Field(min_length=1)]


class _Zoekwoorden(BaseModel, extra="forbid"):
    soort: Literal["zoekwoorden"]
    sleutel: str
    versie: Getal
    overslaan: frozenset[str]
    groepen: tuple[tuple[str, ...], ...]


def lees_nabijheid(bestanden: Bestanden) -> Nabijheid:
    """The municipality's idea of near. `ProfielOngeldig` names the file and the key."""
    gegevens = check(_Nabijheid, bestanden.lees(_NABIJHEID), _NABIJHEID)
    check_naam(_NABIJHEID, gegevens.sleutel)
    manieren = tuple(Manier(**manier.model_dump()) for manier in gegevens.manier)
    return Nabijheid(gegevens.omweg, gegevens.controle_maanden, manieren)


def lees_zoekwoorden(bestanden: Bestanden) -> Zoekwoorden:
    """Groups of words of which each finds the others."""
    gegevens = check(_Zoekwoorden, bestanden.lees(_ZOEKWOORDEN), _ZOEKWOORDEN)
    check_naam(_ZOEKWOORDEN, gegevens.sleutel)
    return Zoekwoorden(gegevens.overslaan, gegevens.groepen)
