"""What the sociale kaart knows beside its entries: how far is near, words that mean the same, and the vraagbaak."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, Field, ValidationError

from kernnetwerk_app.domain.nabijheid import Manier, Nabijheid
from kernnetwerk_app.domain.vraagbaak import Artikel
from kernnetwerk_app.domain.zoekindex import Zoekwoorden
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielen import ProfielOngeldig

M = TypeVar("M", bound=BaseModel)


class _Manier(BaseModel, extra="forbid"):
    sleutel: str
    label: str
    zin: str
    snelheid: float = Field(gt=0)
    minuten: int = Field(gt=0)


class _Nabijheid(BaseModel, extra="forbid"):
    soort: Literal["nabijheid"]
    sleutel: str
    versie: int
    omweg: float = Field(ge=1)
    controle_maanden: int = Field(gt=0)
    manier: list[_Manier]


class _Zoekwoorden(BaseModel, extra="forbid"):
    soort: Literal["zoekwoorden"]
    sleutel: str
    versie: int
    overslaan: frozenset[str]
    groepen: tuple[tuple[str, ...], ...]


class _Artikel(BaseModel, extra="forbid"):
    titel: str
    kort: str
    tekst: str
    behoefte: str
    leefgebieden: tuple[str, ...] = ()
    bron: str
    datum: date


@cache
def load_nabijheid() -> Nabijheid:
    """The municipality's idea of near. Raises `ProfielOngeldig`, which names the file and the key."""
    gegevens = _load(_Nabijheid, resource("lijsten", "nabijheid.toml"))
    return Nabijheid(
        gegevens.omweg, gegevens.controle_maanden, tuple(Manier(**manier.model_dump()) for manier in gegevens.manier)
    )


@cache
def load_zoekwoorden() -> Zoekwoorden:
    gegevens = _load(_Zoekwoorden, resource("lijsten", "zoekwoorden.toml"))
    return Zoekwoorden(gegevens.overslaan, gegevens.groepen)


@cache
def load_artikelen() -> tuple[Artikel, ...]:
    """The articles of the vraagbaak, in the order of their titles."""
    artikelen = [
        Artikel(sleutel=bestand.stem, **_load(_Artikel, bestand).model_dump())
        for bestand in sorted(resource("vraagbaak").glob("*.toml"))
    ]
    return tuple(sorted(artikelen, key=lambda artikel: artikel.titel))


def _load(soort: type[M], bestand: Path) -> M:
    plek = f"{bestand.parent.name}/{bestand.name}"
    try:
        return soort.model_validate(tomllib.loads(bestand.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise ProfielOngeldig(plek) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise ProfielOngeldig(f"{plek}: {fout}") from None
    except ValidationError as fout:
        eerste = fout.errors(include_input=False, include_url=False)[0]
        raise ProfielOngeldig(f"{plek}: {'.'.join(str(deel) for deel in eerste['loc'])}: {eerste['type']}") from None
