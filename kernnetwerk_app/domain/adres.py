"""Postcode and house number as people type them. They are kept in the form in which they are shown."""

import re

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import kaal


class PostcodeOnleesbaar(KernnetwerkError):
    code = "postcode.onleesbaar"


class PostcodeBestaatNiet(KernnetwerkError):
    """No postcode starts with a zero; SA, SD and SS are not given out."""

    code = "postcode.bestaat_niet"


class HuisnummerOnleesbaar(KernnetwerkError):
    code = "huisnummer.onleesbaar"


_POSTCODE = re.compile(r"([0-9]{4}) ?([A-Z]{2})")
_NIET_UITGEGEVEN = ("SA", "SD", "SS")

# BRP: a number of at most five digits, with a letter or an addition of at most four characters, or *to* and *by*.
_AANDUIDING = r"(?:(?:t\.? ?o\.?|tegenover|by|bij) )?"
_TOEVOEGING = r"[a-z]{0,4}(?: ?[-/ ] ?[a-z0-9]{1,4}){0,2}"
_HUISNUMMER = re.compile(rf"{_AANDUIDING}[1-9][0-9]{{0,4}}{_TOEVOEGING}", re.IGNORECASE | re.ASCII)


def lees_postcode(getypt: str) -> str:
    """`1234 AB`; also typed as `1234ab`."""
    vorm = _POSTCODE.fullmatch(kaal(getypt).upper())
    if vorm is None:
        raise PostcodeOnleesbaar
    if vorm[1].startswith("0") or vorm[2] in _NIET_UITGEGEVEN:
        raise PostcodeBestaatNiet
    return f"{vorm[1]} {vorm[2]}"


def lees_huisnummer(getypt: str) -> str:
    """The number with its addition as typed: `12`, `12a`, `12-bis`, `12 A 3`, `t.o. 12`."""
    huisnummer = kaal(getypt)
    if not _HUISNUMMER.fullmatch(huisnummer):
        raise HuisnummerOnleesbaar
    return huisnummer
