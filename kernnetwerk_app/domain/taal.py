"""Plain language: sentences, how long they are, and words that a resident need not know (TAAL-01, TAAL-08).

Pure: from a text to what was noticed in it. It is a hint and never a refusal; tests/taal.py holds our own texts to the
same length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kernnetwerk_app.domain.lijst import Keuze, Keuzelijst

MAX_WOORDEN = 15
"""Words in a sentence that a resident reads or hears (TAAL-01)."""
MAX_GELEZEN = 20_000
"""So many characters of a text are looked at: more was pasted, and nobody reads hints about all of it."""

_EINDE = re.compile(r"(?<=[.?!])[”\"’)]?\s+|\n")
_AFKORTING = re.compile(
    r"(?:\b(?:bijv|bv|dhr|dr|drs|enz|evt|ing|ir|mevr|mr|mw|nr|ong|prof|tel)|\b[A-Za-z]|(?:^|: )\d{1,2})\.$",
    re.IGNORECASE,
)
"""What ends in a point and no sentence with it: a short form, one letter of a name, the number before a sentence."""
_LANGST = 12
"""No such ending is longer, in characters."""
_WOORD = re.compile(r"\w")
_UITGANG = r"(?:e|en|s|n|ën|'s)?"


class Bevindingsoort(StrEnum):
    LANGE_ZIN = "lange zin"
    VAKWOORD = "vakwoord"
    ETIKET = "etiket"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing that was noticed: the word as it stands there with what says the same, or how long the sentence is."""

    soort: Bevindingsoort
    woord: str = ""
    liever: str = ""
    aantal: int = 0


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text as they stand there. A new line ends one as well; a short form (`bijv.`) does not."""
    gevonden: list[list[str]] = [[]]
    for deel in _delen(tekst):
        gevonden[-1].append(deel)
        if not _AFKORTING.search(deel[-_LANGST:]):
            gevonden.append([])
    return [zin for delen in gevonden if _WOORD.search(zin := " ".join(delen).strip())]


def _delen(tekst: str) -> Iterator[str]:
    vanaf = 0
    for einde in _EINDE.finditer(tekst):
        yield f"{tekst[vanaf : einde.start()]}{einde[0].strip()}".strip()
        vanaf = einde.end()
    yield tekst[vanaf:].strip()


def aantal_woorden(zin: str) -> int:
    """How many words; a dash or a number of dots is none."""
    return sum(1 for deel in zin.split() if _WOORD.search(deel))


def lees_na(tekst: str, vakwoorden: Keuzelijst, etiketten: Keuzelijst) -> tuple[Bevinding, ...]:
    """What was noticed in a text that a resident will read, labels of people first; each word once.

    In both lists `label` is the word and `uitleg` what says it in plain words.
    """
    gelezen = tekst[:MAX_GELEZEN]
    woorden = [
        Bevinding(soort, gevonden[0], _keuze(lijst, gevonden[0]).uitleg)
        for soort, lijst in ((Bevindingsoort.ETIKET, etiketten), (Bevindingsoort.VAKWOORD, vakwoorden))
        for gevonden in _patroon(lijst).finditer(gelezen)
    ]
    lang = [aantal for zin in zinnen(gelezen) if (aantal := aantal_woorden(zin)) > MAX_WOORDEN]
    zin = (Bevinding(Bevindingsoort.LANGE_ZIN, aantal=max(lang)),) if lang else ()
    eerste = {(b.soort, b.liever): b for b in reversed(woorden)}
    return (*(b for b in woorden if eerste[(b.soort, b.liever)] is b), *zin)


def _keuze(lijst: Keuzelijst, woord: str) -> Keuze:
    """Whose label this word is, in whatever form: the longest that fits."""
    passend = (k for k in lijst.keuzes if re.fullmatch(re.escape(k.label) + _UITGANG, woord, re.IGNORECASE))
    return max(passend, key=lambda keuze: len(keuze.label))


@cache
def _patroon(lijst: Keuzelijst) -> re.Pattern[str]:
    """All words of a list as whole words, the longest first, with the endings that Dutch gives them."""
    labels = sorted((re.escape(keuze.label) for keuze in lijst.keuzes), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(labels) or '(?!)'}){_UITGANG}(?![\w-])", re.IGNORECASE)
