"""A profile with its lists as one value, to travel to the laptops (SYNC-10)."""

import json
from functools import lru_cache

from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.profielbundel import MAX_BUNDEL
from kernnetwerk_app.profielbestanden.bestanden import MAPPEN, Bestanden, geleverd, is_naam
from kernnetwerk_app.profielbestanden.fouten import ProfielOngeldig
from kernnetwerk_app.profielbestanden.profiel import genoemde_bestanden, lees_profiel

BUNDEL = "bundel"
"""What stands for the file name where the bundle itself is wrong."""


def pak_in(bestanden: Bestanden, sleutel: str) -> bytes:
    """The profile with this key, the files that it names, and every other file that differs from what ships.

    Equal files give equal octets. `ProfielOngeldig` when a laptop could not use it.
    """
    lees_profiel(bestanden, sleutel)
    eigen = {naam for naam in bestanden.inhoud if not naam.startswith("profielen/") and _differs(bestanden, naam)}
    namen = {f"profielen/{sleutel}.toml", *genoemde_bestanden(bestanden, sleutel), *eigen}
    inhoud = {naam: bestanden.inhoud[naam].decode("utf-8") for naam in sorted(namen)}
    octets = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).encode()
    if len(octets) > MAX_BUNDEL:
        raise ProfielOngeldig(BUNDEL, reden="te_groot")
    return octets


def pak_uit(octets: bytes) -> Bestanden:
    """The files in a bundle; `ProfielOngeldig` for anything that our own server would not make."""
    try:
        inhoud = json.loads(octets)
    except (ValueError, RecursionError):
        raise ProfielOngeldig(BUNDEL, reden="schrijfwijze") from None
    if not isinstance(inhoud, dict) or not all(_is_bestand(naam, tekst) for naam, tekst in inhoud.items()):
        raise ProfielOngeldig(BUNDEL, reden="schrijfwijze")
    return Bestanden({naam: tekst.encode("utf-8", "replace") for naam, tekst in inhoud.items()})


@lru_cache(maxsize=4)
def lees_bundel(octets: bytes, sleutel: str, versie: int) -> Gemeenteprofiel:
    """The profile in a bundle; lists that are not in it are those that ship with this program.

    `ProfielOngeldig` when it cannot be used or is another version than it says, `ProfielTeNieuw` when a newer program
    is needed.
    """
    bestanden = pak_uit(octets)
    bestand = f"profielen/{sleutel}.toml"
    if bestand not in bestanden:
        raise ProfielOngeldig(bestand, reden="ontbreekt")
    profiel = lees_profiel(bestanden.over(geleverd()), sleutel)
    if profiel.versie != versie:
        raise ProfielOngeldig(bestand, "versie", reden="anders")
    return profiel


def _differs(bestanden: Bestanden, naam: str) -> bool:
    return geleverd().inhoud.get(naam) != bestanden.inhoud[naam]


def _is_bestand(naam: str, tekst: object) -> bool:
    map_, _, rest = naam.partition("/")
    return map_ in MAPPEN and rest.endswith(".toml") and is_naam(rest.removesuffix(".toml")) and isinstance(tekst, str)
