"""Telephone numbers as people type them. Kept as they are dialled in the Netherlands (`0612345678`), foreign ones with
their country (`+4915112345678`)."""

import re

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import kaal


class TelefoonHeeftAndereTekens(KernnetwerkError):
    code = "telefoon.alleen_cijfers"


class TelefoonHeeftVerkeerdAantalCijfers(KernnetwerkError):
    code = "telefoon.aantal_cijfers"


class TelefoonIsAlarmnummer(KernnetwerkError):
    """112 in this box would later be dialled as if it were the resident."""

    code = "telefoon.alarmnummer"


_TEKENS = re.compile(r"\+?[0-9]+")
_NEDERLANDS = re.compile(r"0[1-9][0-9]{8}|0(?:800|90[069])(?:[0-9]{4}|[0-9]{7})")
_BUITENLANDS = re.compile(r"\+[1-9][0-9]{7,14}")
# Area codes of two digits after the zero, and the numbers that are bound to no place; the other codes have three.
_KORT_NETNUMMER = re.compile(r"0(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|8[4578]|91)")


def lees_telefoon(getypt: str) -> str:
    """The number without what was typed for the eye: `06-12 34 56 78`, `+31 (0)6 12345678`, `0049 151 ...`."""
    nummer = re.sub(r"[-–—‐‑ ./]", "", kaal(getypt)).replace("(0)", "").replace("(", "").replace(")", "")
    nummer = re.sub(r"^00", "+", nummer)
    if not _TEKENS.fullmatch(nummer):
        raise TelefoonHeeftAndereTekens
    if nummer in ("112", "+31112"):
        raise TelefoonIsAlarmnummer
    nummer = re.sub(r"^\+310?", "0", nummer)
    if not (_NEDERLANDS.fullmatch(nummer) or _BUITENLANDS.fullmatch(nummer)):
        raise TelefoonHeeftVerkeerdAantalCijfers
    return nummer


def toon_telefoon(nummer: str) -> str:
    """`06 12345678`, `050 1234567`, `0595 123456`; a foreign number as it is kept."""
    if nummer.startswith("+"):
        return nummer
    netnummer = 2 if nummer.startswith("06") else 3 if _KORT_NETNUMMER.match(nummer) else 4
    return f"{nummer[:netnummer]} {nummer[netnummer:]}"
