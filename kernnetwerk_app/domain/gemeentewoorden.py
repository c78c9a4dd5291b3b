"""The app's own sentences in the words of a municipality: what it calls a leefgebied, its team, light help (V-21)."""

import re
from collections.abc import Mapping
from functools import cache

from kernnetwerk_app.domain.profielwaarde import Lidwoord, Woord

EIGEN: Mapping[str, Woord] = {
    "inwoner": Woord("inwoner", "inwoners"),
    "leefgebied": Woord("leefgebied", "leefgebieden", Lidwoord.HET),
    "ontmoetingsplek": Woord("ontmoetingsplek", "ontmoetingsplekken"),
    "toegangsteam": Woord("kernnetwerk", "kernnetwerken", Lidwoord.HET),
    "lichte_hulp": Woord("lichte hulp", "vormen van lichte hulp"),
    "eerste_gesprek": Woord("eerste vraagverheldering", "eerste vraagverhelderingen"),
}
"""By notion the words that our own sentences use for it; a profile names each of them, and no other."""
_NAAM = "Kernnetwerk"
"""The program's own name, which nobody translates."""


def zeg_als(woorden: Mapping[str, Woord], zin: str) -> str:
    """`zin` with the words of this municipality in the place of ours; never for what a person wrote.

    A *de* or *het* right before the word goes along with it. What stands between braces is a place to fill in.
    """
    anders, patroon = _anders(tuple(woorden.items()))
    if patroon is None:
        return zin

    def instead(gevonden: re.Match[str]) -> str:
        lidwoord, stond_er = gevonden["lidwoord"] or "", gevonden["woord"]
        if stond_er == _NAAM:
            return gevonden.group()
        woord, eigen = anders[stond_er.lower()]
        vooraf = f"{_like(lidwoord, eigen.value)} " if lidwoord else ""
        return vooraf + _like(stond_er, woord)

    return patroon.sub(instead, zin)


@cache
def _anders(
    woorden: tuple[tuple[str, Woord], ...],
) -> tuple[Mapping[str, tuple[str, Lidwoord]], re.Pattern[str] | None]:
    """What stands in the place of each of our words, and how to find those; None where all are ours. Kept, because a
    page asks it for some hundred sentences.
    """
    hier = dict(woorden)
    anders: dict[str, tuple[str, Lidwoord]] = {}
    for begrip, ons in EIGEN.items():
        woord = hier.get(begrip)
        if woord is not None and woord != ons:
            anders |= {ons.een: (woord.een, woord.lidwoord), ons.meer: (woord.meer, Lidwoord.DE)}
    if not anders:
        return anders, None
    langste_eerst = sorted(anders, key=len, reverse=True)
    patroon = rf"(?<!{{)\b(?:(?P<lidwoord>de|het) )?(?P<woord>{'|'.join(langste_eerst)})\b"
    return anders, re.compile(patroon, re.IGNORECASE)


def _like(stond_er: str, woord: str) -> str:
    """`woord` with a capital where the one had it that it takes the place of."""
    return woord[0].upper() + woord[1:] if stond_er[0].isupper() else woord
