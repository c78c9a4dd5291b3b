"""What the tables of a municipality profile are made of: keys, words, numbers, and where a value comes from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from kernnetwerk_app.domain.wettermijn import Tijdseenheid

STRENG = ConfigDict(extra="forbid")
"""Of a dataclass that is read from a file: a key that nobody knows is a mistake of whoever wrote it."""

Sleutel = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
"""What a stored value hangs on; never changes."""
Keuzesleutel = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
"""The same in a list to choose from, where a layer can be called `1`."""
Woorden = Annotated[str, Field(min_length=1, max_length=500, pattern=r"\S")]
"""Words for people; not empty."""
Getal = Annotated[int, Field(strict=True, ge=1, le=1000)]
Breedte = Annotated[float, Field(ge=50.7, le=53.6)]
"""Degrees north, WGS 84, within the Netherlands: who swaps the two numbers of a place hears of it."""
Lengte = Annotated[float, Field(ge=3.3, le=7.3)]
"""Degrees east, the same."""


class Herkomst(StrEnum):
    """Where a value comes from. What the app chose itself is shown as such, for no paper of a municipality says it."""

    WET = "wet"
    BRON = "bron"
    EIGEN = "eigen"


class Genoemd(StrEnum):
    """What a municipality's paper says of something that the app does anyway."""

    JA = "ja"
    NIET_GENOEMD = "niet genoemd"


@dataclass(frozen=True, slots=True)
class Afspraaktermijn:
    """How long something takes or is kept, with who says so: `bron` is its article, or the place in the paper.

    Without `aantal` the paper speaks of a norm and gives no number.
    """

    __pydantic_config__ = STRENG

    naam: Woorden
    herkomst: Herkomst
    aantal: Getal | None = None
    eenheid: Tijdseenheid | None = None
    bron: str = ""


class Lidwoord(StrEnum):
    """The article of a word."""

    DE = "de"
    HET = "het"


@dataclass(frozen=True, slots=True)
class Woord:
    """One thing and several of it, as this municipality says it."""

    __pydantic_config__ = STRENG

    een: Woorden
    meer: Woorden
    lidwoord: Lidwoord = Lidwoord.DE
    """Of the one; several always have *de*."""


@dataclass(frozen=True, slots=True)
class Begrip:
    """A word of the begrippenlijst with what this municipality means by it (TAAL-04)."""

    __pydantic_config__ = STRENG

    woord: Woorden
    uitleg: Woorden
    bron: str = ""
