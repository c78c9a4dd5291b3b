"""The files that make up a profile: those that ship with the program, those of a folder, or those of a bundle."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielbestanden.fouten import ProfielOngeldig

T = TypeVar("T")

MAPPEN = ("profielen", "lijsten", "talen", "triage")
"""Folders with files of a municipality; one that is not there is empty."""
MAX_BESTAND = 400 * 1024
"""Bytes of one file: more than ten times the largest that ships."""
_REGEL = re.compile(r"\(at line (\d+), column \d+\)")
_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)
_NAAM = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}\Z")


@dataclass(frozen=True, slots=True)
class Bestanden:
    """Name (`lijsten/doeners.toml`) -> octets. Reading never touches the disk again, so nothing changes halfway."""

    inhoud: Mapping[str, bytes]

    def __contains__(self, bestand: str) -> bool:
        return bestand in self.inhoud

    def namen(self, map_: str) -> list[str]:
        """The keys of the files in this folder, in order."""
        return sorted(Path(naam).stem for naam in self.inhoud if naam.startswith(f"{map_}/"))

    def over(self, onder: "Bestanden") -> "Bestanden":
        """These files, and for what is not among them those of `onder`."""
        return Bestanden(MappingProxyType({**onder.inhoud, **self.inhoud}))

    def lees(self, bestand: str) -> dict[str, Any]:
        """The tables in one file; `ProfielOngeldig` when it is not there, no text, or no TOML (with its line)."""
        octets = self.inhoud.get(bestand)
        if octets is None:
            raise ProfielOngeldig(bestand, reden="ontbreekt")
        try:
            return tomllib.loads(octets.decode("utf-8"))
        except UnicodeDecodeError:
            raise ProfielOngeldig(bestand, reden="geen_tekst") from None
        except tomllib.TOMLDecodeError as fout:
            regel = _REGEL.search(str(fout))
            raise ProfielOngeldig(bestand, reden="schrijfwijze", regel=int(regel[1]) if regel else None) from None
        except (RecursionError, ValueError):
            raise ProfielOngeldig(bestand, reden="schrijfwijze") from None


def is_naam(sleutel: str) -> bool:
    """Whether this can be the key of a file: never a way out of its folder."""
    return _NAAM.match(sleutel) is not None


@cache
def geleverd() -> Bestanden:
    """What ships with the program."""
    return uit_map(resource())


def uit_map(map_: Path) -> Bestanden:
    """The profiles and lists in this folder, laid out as `resources/` is. `ProfielOngeldig` when one is unreadable."""
    inhoud: dict[str, bytes] = {}
    for deel in MAPPEN:
        for pad in sorted(map_.joinpath(deel).glob("*.toml")):
            naam = f"{deel}/{pad.name}"
            if not is_naam(pad.stem):
                raise ProfielOngeldig(naam, reden="bestandsnaam")
            inhoud[naam] = _octets(pad, naam)
    return Bestanden(MappingProxyType(inhoud))


def _octets(pad: Path, naam: str) -> bytes:
    try:
        with pad.open("rb") as stroom:
            octets = stroom.read(MAX_BESTAND + 1)
    except OSError:
        raise ProfielOngeldig(naam, reden="onleesbaar") from None
    if len(octets) > MAX_BESTAND:
        raise ProfielOngeldig(naam, reden="te_groot")
    return octets


def check(vorm: type[T], gegevens: Mapping[str, object], bestand: str) -> T:
    """`gegevens` as this class; `ProfielOngeldig` names the first value that cannot be."""
    try:
        goed: T = _adapter(vorm).validate_python(gegevens)
    except ValidationError as fout:
        eerste = fout.errors(include_input=False, include_url=False, include_context=False)[0]
        sleutel = ".".join(str(deel) for deel in eerste["loc"])
        raise ProfielOngeldig(bestand, sleutel, reden=eerste["type"]) from None
    return goed


def check_naam(bestand: str, sleutel: str) -> None:
    """`ProfielOngeldig` when a file says another key than its own name."""
    if sleutel != Path(bestand).stem:
        raise ProfielOngeldig(bestand, "sleutel", reden="andere_naam")
