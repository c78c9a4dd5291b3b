"""Times of a visit, as the clock on the wall has them. Never turned into a moment, so a night of 23 or 25 hours
changes nothing: 2.30 stays 2.30."""

import re
from datetime import time

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import kaal


class TijdOnleesbaar(KernnetwerkError):
    code = "tijd.onleesbaar"


class TijdBestaatNiet(KernnetwerkError):
    code = "tijd.bestaat_niet"


class TijdIsMiddernacht(KernnetwerkError):
    """24.00 is 0.00 of the next day; on which of the two days it was meant only the typist knows."""

    code = "tijd.middernacht"


_VORM = re.compile(r"([0-9]{1,2})(?: ?[.:u] ?([0-9]{2}))?(?: ?u(?:ur)?)?|([0-9]{2})([0-9]{2})")


def lees_tijd(getypt: str) -> time:
    """`9`, `9.30`, `09:30`, `9u30`, `0930`, `9 uur`."""
    vorm = _VORM.fullmatch(kaal(getypt).casefold())
    if vorm is None:
        raise TijdOnleesbaar
    uur, minuut = int(vorm[1] or vorm[3]), int(vorm[2] or vorm[4] or 0)
    if (uur, minuut) == (24, 0):
        raise TijdIsMiddernacht
    if uur > 23 or minuut > 59:
        raise TijdBestaatNiet
    return time(uur, minuut)


def toon_tijd(tijd: time) -> str:
    """`09.30`: two digits, so that times stand under one another."""
    return f"{tijd.hour:02}.{tijd.minute:02}"
