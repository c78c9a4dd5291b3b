"""All support of a plan beside each other: on which level, and what clashes or is double (PLAN-06, PLAN-12)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from kernnetwerk_app.domain.plan import Afspraak, Wie

ZELF, BASIS, AANVULLEND = "zelf_en_samenredzaam", "basisondersteuning", "aanvullende_ondersteuning"
"""The three levels, as keys of the list of L-01."""

_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DAGDELEN = ("ochtend", "middag", "avond", "nacht")
_ELKE_DAG = ("elke dag", "iedere dag", "dagelijks", "alle dagen")
_TIJD = re.compile(r"\b(?:om|van|vanaf) (\d{1,2})(?:[.:](\d{2}))?(?: uur)?\b|\b(\d{1,2})[.:](\d{2})\b")
_KLEIN = 4
"""Shorter words say little of what is done: de, het, met, mij."""
_LIJKT = 0.6
"""From this part of their words in common two lines are about the same."""


class Bevinding(StrEnum):
    """What two lines have with each other; a question to whoever reads, never a refusal."""

    DUBBEL = "dubbel"
    BOTSING = "botsing"


@dataclass(frozen=True, slots=True)
class Samenloop:
    """Two lines that do the same, or that fall at one moment."""

    bevinding: Bevinding
    een: Afspraak
    ander: Afspraak


def niveau(afspraak: Afspraak) -> str:
    """On which of the three levels this help stands; a professional under a law is an addition (PLAN-12)."""
    if afspraak.wie.is_informeel:
        return ZELF
    return AANVULLEND if is_maatwerk(afspraak) else BASIS


def is_maatwerk(afspraak: Afspraak) -> bool:
    """Whether the municipality decides on this line: a professional under a law."""
    return afspraak.wie is Wie.PROFESSIONAL and bool(afspraak.wet)


def begint_na_besluit(afspraak: Afspraak) -> bool:
    """Whether nobody can say yet on which day it begins: the municipality decides first, and no person chose a day."""
    return is_maatwerk(afspraak) and afspraak.begin_datum is None


def stem_af(afspraken: Sequence[Afspraak]) -> tuple[Samenloop, ...]:
    """What is double or clashes, in the order of the lines. Both are read from how people write; unsure is not told."""
    return tuple(_samenloop(afspraken))


def _samenloop(afspraken: Sequence[Afspraak]) -> Iterator[Samenloop]:
    gelezen = [(afspraak, _wat(afspraak), _dagen(afspraak), _momenten(afspraak)) for afspraak in afspraken]
    for (een, wat, dagen, momenten), (ander, anders, ook, dan) in combinations(gelezen, 2):
        if _zelfde_werk(wat, anders):
            yield Samenloop(Bevinding.DUBBEL, een, ander)
        elif dagen & ook and momenten & dan:
            yield Samenloop(Bevinding.BOTSING, een, ander)


def _zelfde_werk(links: set[str], rechts: set[str]) -> bool:
    """Most of the words that say what is done are the same, whoever does it and on whichever day."""
    samen = links & rechts
    return bool(samen) and len(samen) >= _LIJKT * len(links | rechts)


def _wat(afspraak: Afspraak) -> set[str]:
    namen = {woord.casefold() for woord in (afspraak.wie_naam or "").split()}
    woorden = {woord.strip(".,;:!?()\"'“”").casefold() for woord in afspraak.tekst.split()}
    return {woord for woord in woorden - namen - {*_DAGEN, "elke", "iedere"} if len(woord) >= _KLEIN}


def lees_frequentie(afspraak: Afspraak, woorden: Sequence[str]) -> str:
    """Which of these words for how often stands in the line as it was typed, the longest of them; nothing for none.

    "Eén keer per week" is not "één keer", and "elke dag in het weekend" not "elke dag": what goes on with a period says
    another number than these words do. An hour is no period, and no more is a part of the day.
    """
    zin = _zin(afspraak).replace("iedere", "elke")
    return max((een for een in woorden if _staat_in(zin, een.casefold())), key=len, default="")


def _staat_in(zin: str, woorden: str) -> bool:
    verder = r"(?!\s+(?:per|in(?!\s+de\s+(?:ochtend|morgen|middag|avond|nacht))|om\s+(?:de|het|en))\b)"
    return re.search(rf"(?<!\w){re.escape(woorden)}(?!\w){verder}", zin) is not None


def _zin(afspraak: Afspraak) -> str:
    return f"{afspraak.moment} {afspraak.tekst}".casefold()


def _dagen(afspraak: Afspraak) -> frozenset[str]:
    zin = _zin(afspraak)
    if any(woorden in zin for woorden in _ELKE_DAG):
        return frozenset(_DAGEN)
    return frozenset(dag for dag in _DAGEN if dag in zin)


def _momenten(afspraak: Afspraak) -> frozenset[str]:
    """Hours as `11.30`, and parts of a day."""
    zin = _zin(afspraak)
    tijden = {f"{int(t[0] or t[2])}.{t[1] or t[3] or '00'}" for t in _TIJD.findall(zin)}
    return frozenset(tijden | {deel for deel in _DAGDELEN if deel in zin})
