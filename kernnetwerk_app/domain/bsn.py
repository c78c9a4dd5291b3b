"""The burgerservicenummer as people type it. Nine digits are kept even when the sum (elfproef) fails: the worker copies
what stands on the card, is asked to check it, and the BRP decides (Wmo 2015 art. 5.2.9). A BSN is never required."""

import re

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import kaal


class BsnHeeftAchtCijfers(KernnetwerkError):
    """The zero in front was probably left out; only the typist can say so, thus nothing is filled in."""

    code = "bsn.acht_cijfers"


class BsnHeeftTienCijfers(KernnetwerkError):
    """An A-number or a V-number has ten."""

    code = "bsn.tien_cijfers"


class BsnHeeftGeenNegenCijfers(KernnetwerkError):
    code = "bsn.negen_cijfers"


class BsnHeeftAndereTekens(KernnetwerkError):
    code = "bsn.alleen_cijfers"


class BsnIsNul(KernnetwerkError):
    """Nine zeros pass the sum, and belong to nobody."""

    code = "bsn.nullen"


class BsnIsTestnummer(KernnetwerkError):
    """A number of the test range has no place among real residents."""

    code = "bsn.testnummer"


class BsnIsGeenTestnummer(KernnetwerkError):
    """In the practice municipality every resident is fictional, and so is every number."""

    code = "bsn.geen_testnummer"


_ANDER_NUMMER = re.compile(r"[AaVv]?-?[0-9]{10}")
_TUSSEN = str.maketrans("", "", " .")
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def lees_bsn(getypt: str) -> str:
    """The nine digits, without the spaces and dots they were typed with. Whether they can be right: `advies_bsn`."""
    cijfers = kaal(getypt).translate(_TUSSEN)
    if _ANDER_NUMMER.fullmatch(cijfers):
        raise BsnHeeftTienCijfers
    if not re.fullmatch("[0-9]*", cijfers):
        raise BsnHeeftAndereTekens
    if len(cijfers) == 8:
        raise BsnHeeftAchtCijfers
    if len(cijfers) != 9:
        raise BsnHeeftGeenNegenCijfers
    if not int(cijfers):
        raise BsnIsNul
    return cijfers


def klopt_elfproef(bsn: str) -> bool:
    """Whether the weighed sum of the nine digits divides by eleven. Passing is no proof that the BSN is somebody's."""
    return sum(gewicht * int(cijfer) for gewicht, cijfer in zip(_GEWICHTEN, bsn, strict=True)) % 11 == 0


def advies_bsn(bsn: str) -> str | None:
    """`bsn.controleer` when the sum fails. Advice: the number is kept."""
    return None if klopt_elfproef(bsn) else "bsn.controleer"


def is_test_bsn(bsn: str) -> bool:
    """Whether the number lies in the range of the BRP's test persons, which is not given to people."""
    return bsn.startswith("9999")


def check_bsn(bsn: str, *, oefenen: bool) -> None:
    """A test number only, and nothing but a test number, in the practice municipality."""
    if oefenen and not is_test_bsn(bsn):
        raise BsnIsGeenTestnummer
    if not oefenen and is_test_bsn(bsn):
        raise BsnIsTestnummer


def toon_bsn(bsn: str) -> str:
    """In threes, as one reads it aloud: `999 994 669`."""
    return f"{bsn[:3]} {bsn[3:6]} {bsn[6:]}"


def masker(bsn: str) -> str:
    """For a screen that others can see: only the last three digits, `••• ••• 669`."""
    return f"••• ••• {bsn[6:]}"
