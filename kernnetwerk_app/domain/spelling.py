"""Which words of a text are to be looked up, and where they stand.

Pure: the word list itself is asked elsewhere. What is no Dutch word by its looks is left alone: numbers, addresses of
mail and web, short forms in capitals, other scripts. It is a hint at most: nothing here changes a text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_LETTERS = r"[^\W\d_](?:[\u00ad\u200b-\u200d\u0300-\u036f]|[^\W\d_])*"
_WOORD = re.compile(rf"(?:(?<![\w'’])['’](?=[kmnst]\b))?{_LETTERS}(?:[-'’.]{_LETTERS})*")
"""Letters with what stands between them: `foto's`, `Wmo-voorziening`, `d.w.z`, `'s-Gravenhage`."""
_GEEN_WOORD = re.compile(r"\S*(?:@|://)\S*|\bwww\.\S*|\b\w*\d[\w-]*")
"""An address of mail or web, and what has a number in it."""
_HOOG = re.compile(r"[\U00010000-\U0010ffff]")
_ONZICHTBAAR = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D))
_GELIJK = str.maketrans("’", "'")
_BEZIT = re.compile(r"(?:'s|s|')$")
_LATIJN = 0x24F
"""The last of the letters that Latin script has for European languages; combining marks come after."""
_KORT = 5
"""In capitals and not longer: a short form (`GGZ`)."""
LANGST = 60
"""A longer run of letters is no word: nobody is helped by a mark under it."""
_ANDERE_TAAL = 12
"""From so many words on one can see that a text is in another language."""


class Plaats(NamedTuple):
    """Where a word stands, counted as Qt does: in units of UTF-16, so an emoji is two."""

    begin: int
    einde: int


@dataclass(frozen=True, slots=True)
class Bekend:
    """What is right although no word list has it; everything in small letters (`casefold`).

    `namen` of people and places count with a capital only, also in the genitive; `woorden` in any way.
    """

    woorden: frozenset[str] = frozenset()
    namen: frozenset[str] = frozenset()

    def heeft(self, woord: str) -> bool:
        klein = woord.casefold()
        if klein in self.woorden:
            return True
        return woord[:1].isupper() and (klein in self.namen or _BEZIT.sub("", klein) in self.namen)


@dataclass(slots=True)
class Woord:
    """A word that is to be looked up. Right when one of `vormen` is, or all of `delen` (when there are any)."""

    tekst: str
    """As it stands in the word list: composed, with a plain apostrophe, without what nobody sees."""
    vormen: tuple[str, ...]
    delen: tuple[str, ...]
    plaatsen: list[Plaats] = field(default_factory=list)

    def is_goed(self, goed: Callable[[str], bool]) -> bool:
        return any(map(goed, self.vormen)) or (bool(self.delen) and all(map(goed, self.delen)))


def lees_woorden(tekst: str, bekend: Bekend) -> tuple[Woord, ...]:
    """The words of a text that are to be looked up, each once, in the order in which they come."""
    gelezen = _HOOG.sub("  ", tekst)
    overgeslagen = [gevonden.span() for gevonden in _GEEN_WOORD.finditer(gelezen)]
    woorden: dict[str, Woord | None] = {}
    volgende = 0
    for gevonden in _WOORD.finditer(gelezen):
        begin, einde = gevonden.span()
        while volgende < len(overgeslagen) and overgeslagen[volgende][1] <= begin:
            volgende += 1
        if volgende < len(overgeslagen) and overgeslagen[volgende][0] < einde:
            continue
        met_punt = gelezen[einde : einde + 1] == "."
        sleutel = f"{gevonden[0]}." if met_punt else gevonden[0]
        if sleutel not in woorden:
            woorden[sleutel] = _maak(gevonden[0], bekend, met_punt=met_punt)
        woord = woorden[sleutel]
        if woord is not None:
            woord.plaatsen.append(Plaats(begin, einde))
    return tuple(woord for woord in woorden.values() if woord is not None)


def is_andere_taal(aantal: int, onbekend: int) -> bool:
    """Whether a text of so many different words, so many of them unknown, is not in Dutch: then it is left alone."""
    return aantal >= _ANDERE_TAAL and 2 * onbekend > aantal


def kleine_woorden(teksten: Iterable[str]) -> frozenset[str]:
    """All words of these texts in small letters, and each text of one word as a whole: what `Bekend` is made of."""
    gevonden = {neem(deel[0]).casefold() for tekst in teksten for deel in _WOORD.finditer(tekst)}
    return frozenset(gevonden | {deel for woord in gevonden for deel in re.split(r"[-.]", woord)} - {""})


def woord_op(tekst: str, plek: int) -> str:
    """The word at this place of a text (in units of UTF-16), as it is looked up; empty when there is none."""
    gevonden = (deel for deel in _WOORD.finditer(_HOOG.sub("  ", tekst)) if deel.start() <= plek <= deel.end())
    return next((neem(deel[0]) for deel in gevonden), "")


def neem(woord: str) -> str:
    """The word as it is looked up and kept."""
    return unicodedata.normalize("NFC", woord.translate(_ONZICHTBAAR)).translate(_GELIJK)


def _maak(zoals_het_staat: str, bekend: Bekend, *, met_punt: bool) -> Woord | None:
    """None when it is right without asking."""
    woord = neem(zoals_het_staat)
    if _is_vanzelf_goed(woord) or bekend.heeft(woord):
        return None
    delen = re.split(r"[-.]", woord)
    te_vragen = [deel for deel in delen if not (_is_vanzelf_goed(deel) or bekend.heeft(deel))]
    if len(delen) > 1 and not te_vragen:
        return None
    vormen = [woord]
    if met_punt:
        vormen.append(f"{woord}.")
    if woord.startswith("Eé"):  # a capital takes the first accent away: één, Eén
        vormen.append(f"é{woord[1:]}")
    return Woord(woord, tuple(vormen), tuple(te_vragen) if len(delen) > 1 else ())


def _is_vanzelf_goed(woord: str) -> bool:
    if not 1 < len(woord.lstrip("'")) <= LANGST:
        return True
    if woord.isupper() and len(woord) <= _KORT:
        return True
    return any(ord(teken) > _LATIJN and not unicodedata.combining(teken) for teken in woord)


def volgende_plaats(plaatsen: Sequence[tuple[Plaats, str]], vanaf: int, *, na_keuze: bool) -> tuple[Plaats, str] | None:
    """The first unknown word from here on, and else the first of the text. `plaatsen` in order; `na_keuze`: one stands
    behind a word that was seen already.
    """
    verder = (p for p in plaatsen if (p[0].begin >= vanaf if na_keuze else p[0].einde >= vanaf))
    return next(verder, plaatsen[0] if plaatsen else None)
