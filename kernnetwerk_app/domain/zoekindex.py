"""Finding by need, while typing: which of a few thousand texts have the words of a sentence, or words like them.

All in memory and without a database, so that each key has its answer before the next one. Words are matched from
their beginning, without capitals and accents. A target group is no word of its own: nobody is asked what they are.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile

MIN_LETTERS = 2
MAX_WOORDEN = 12
_LANGE_STAM = 5
"""A typed word of at least so many letters is also found within a compound: `taxi` is in `regiotaxi`, `bus` is not."""
_MEEST_VORMEN = 400
"""A beginning that so many words share says little; the first of them are enough."""
_UITGANG = 2
"""An ending of so many letters makes another form of the same word: `maaltijd`, `maaltijden`."""
_PER_WOORD = 1_000
_WOORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Zoekwoorden:
    """Words that say nothing of a need, and groups of words of which each means the others."""

    overslaan: frozenset[str]
    groepen: tuple[tuple[str, ...], ...]


def woorden(tekst: str) -> list[str]:
    """The words of a text in small letters and without accents, in order."""
    kaal = tekst[:20_000].casefold()
    if not kaal.isascii():
        los = unicodedata.normalize("NFKD", kaal)
        kaal = "".join(teken for teken in los if not unicodedata.combining(teken))
    return _WOORD.findall(kaal)


class Zoekindex:
    """Made once of all texts; asked with each key. `gewicht`: how much a word says, by the field it stands in."""

    def __init__(self, teksten: Iterable[Mapping[str, int]], zoekwoorden: Zoekwoorden) -> None:
        """`teksten`: of each document its texts with their weight; a document is known by its number in this order."""
        waar: defaultdict[str, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for nummer, delen in enumerate(teksten):
            for tekst, gewicht in delen.items():
                for woord in woorden(tekst):
                    waar[woord][gewicht].add(nummer)
        self._waar: dict[str, dict[int, set[int]]] = {woord: dict(bij) for woord, bij in waar.items()}
        self._vormen = sorted(self._waar)
        self._overslaan = zoekwoorden.overslaan
        self._groepen = [tuple(woorden(" ".join(groep))) for groep in zoekwoorden.groepen]
        self._van_groep: dict[int, dict[int, set[int]]] = {}
        self._bekend: dict[str, dict[int, int]] = {}

    def zoek(self, getypt: str) -> dict[int, tuple[int, int]] | None:
        """By document: how many of the typed words it has, and how much those say; None when no word was typed.

        A document is there when it has one of them: a sentence as somebody says it has words that stand nowhere.
        """
        gezocht = [woord for woord in dict.fromkeys(woorden(getypt[:2000])) if len(woord) >= MIN_LETTERS]
        zinvol = [woord for woord in gezocht if woord not in self._overslaan][:MAX_WOORDEN]
        if not zinvol:
            return None
        punten: dict[int, int] = {}
        for woord in zinvol:
            for nummer, gewicht in self._documenten(woord).items():
                punten[nummer] = punten.get(nummer, 0) + _PER_WOORD + gewicht
        return {nummer: divmod(punt, _PER_WOORD) for nummer, punt in punten.items()}

    def _documenten(self, woord: str) -> dict[int, int]:
        """The documents with this word or one that means it; what was typed itself says more than its like.

        Sets are joined and the heaviest laid down last: a common word stands in thousands of texts.
        """
        if woord not in self._bekend:
            gewogen: defaultdict[int, set[int]] = defaultdict(set)
            for groep in self._verwant(woord):
                for gewicht, nummers in self._groep(groep).items():
                    gewogen[gewicht] |= nummers
            for vorm in self._vormen_van(woord):
                for gewicht, nummers in self._waar[vorm].items():
                    gewogen[2 * gewicht] |= nummers
            uit: dict[int, int] = {}
            for gewicht in sorted(gewogen):
                uit.update(dict.fromkeys(gewogen[gewicht], gewicht))
            self._bekend[woord] = uit
        return self._bekend[woord]

    def _verwant(self, woord: str) -> list[int]:
        """The groups that this word, or the beginning of it, belongs to."""
        if len(woord) <= MIN_LETTERS:
            return []
        return [
            nummer
            for nummer, groep in enumerate(self._groepen)
            if any(lid.startswith(woord) or (len(lid) >= _LANGE_STAM and woord.startswith(lid)) for lid in groep)
        ]

    def _groep(self, nummer: int) -> dict[int, set[int]]:
        """The documents of a group of words, by weight; made once."""
        if nummer not in self._van_groep:
            samen: defaultdict[int, set[int]] = defaultdict(set)
            for lid in self._groepen[nummer]:
                for vorm in self._met_begin(lid):
                    if len(vorm) <= len(lid) + _UITGANG:
                        for gewicht, nummers in self._waar[vorm].items():
                            samen[gewicht] |= nummers
            self._van_groep[nummer] = dict(samen)
        return self._van_groep[nummer]

    def _vormen_van(self, woord: str) -> list[str]:
        """The words that begin with this one, and for a longer one those that hold it."""
        vormen = self._met_begin(woord)
        if len(woord) >= _LANGE_STAM:
            vormen += [vorm for vorm in self._vormen if woord in vorm[1:]]
        return vormen

    def _met_begin(self, woord: str) -> list[str]:
        begin = bisect_left(self._vormen, woord)
        return list(takewhile(lambda vorm: vorm.startswith(woord), self._vormen[begin : begin + _MEEST_VORMEN]))
