"""The app's own sentences in the words of a municipality: what it calls a leefgebied, and its kernnetwerk (V-21)."""

import re
from collections.abc import Mapping

from kernnetwerk_app.domain.profielwaarde import Woord

_HIER = {"leefgebied": ("leefgebied", "leefgebieden"), "toegangsteam": ("kernnetwerk", "kernnetwerken")}
"""By notion of the profile the words, one and several, that our own sentences use for it."""
_NAAM = "Kernnetwerk"
"""The program's own name, which nobody translates."""


def zeg_als(woorden: Mapping[str, Woord], zin: str) -> str:
    """`zin` with the words of this municipality in the place of ours; never for what a person wrote."""
    anders: dict[str, str] = {}
    for begrip, (een, meer) in _HIER.items():
        woord = woorden.get(begrip)
        if woord is not None and woord.een != een:
            anders |= {een: woord.een, meer: woord.meer}
    if not anders:
        return zin

    def instead(gevonden: re.Match[str]) -> str:
        stond_er = gevonden.group()
        woord = anders[stond_er.lower()]
        return stond_er if stond_er == _NAAM else woord[0].upper() + woord[1:] if stond_er[0].isupper() else woord

    return re.sub(rf"\b({'|'.join(anders)})\b", instead, zin, flags=re.IGNORECASE)
