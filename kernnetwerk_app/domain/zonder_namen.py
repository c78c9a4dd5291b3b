"""Words for a screen or paper that others may see: of a name one letter is left (RES-14).

No program knows every name. So a word with a capital is a name, unless it is known not to be.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kernnetwerk_app.domain.naam import voorletter

TUSSENVOEGSELS = frozenset({"van", "de", "den", "der", "het", "'t", "ten", "ter", "te", "vd", "v/d", "la", "el"})
_TITELS = frozenset(
    {"mevrouw", "mevr", "mw", "mej", "juffrouw", "meneer", "mijnheer", "dhr", "heer", "familie", "fam", "dokter", "dr"}
)
"""What stands before a surname; so a kern after it is no kern."""
_OOK_NAMEN = frozenset(
    {"jan", "pip", "wil", "groot", "klein", "lang", "kort", "wit", "zwart", "groen", "rood", "blauw", "bruin"}
    | {"veld", "slot", "best", "vriend", "heer", "poort"}
)
"""Ordinary words that people are called too: with a capital they are a name, also where a sentence begins."""
_NUMMER = re.compile(
    r"(?<![\d./:-])(?:(?P<dag>(?:\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)|\d{1,2}[.:]\d\d)(?![-/.]?\d))"
    r"|\+?\d(?:[ .()/-]{0,2}\d){7,})"
)
"""A telephone number or a BSN, eight digits or more, however they are parted; or a day or an hour, which stays."""
_STAART = 5
"""A long word that ends with an ordinary word of so many letters is no name: *keukentafelgesprek*."""
_WOORD = re.compile(r"'?\w[\w'-]*")
_POST = re.compile(r"\S+@\S+")
_ZINSEINDE = re.compile(r"[.!?:\n]\s*$|^\s*$")


@dataclass(frozen=True, slots=True)
class Woordenschat:
    """What is known to be no name. `plaatsen`: kernen and places of the municipality; `bekend`: words that may have a
    capital anywhere; `is_gewoon`: whether a word in small letters is an ordinary one.
    """

    plaatsen: frozenset[tuple[str, ...]]
    bekend: frozenset[str]
    is_gewoon: Callable[[str], bool]

    def mag_beginnen(self, woord: str) -> bool:
        """Whether a sentence can begin with it, so that its capital says nothing."""
        klein = woord.casefold()
        if klein in _OOK_NAMEN:
            return False
        staarten = (klein[plaats:] for plaats in range(2, len(klein) - _STAART + 1))
        return self.is_gewoon(klein) or any(self.is_gewoon(staart) for staart in staarten)


def plaatsnamen(namen: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """The names as rows of words; of a long one its end too, from two words on: *De Linde* of *Kulturhus De Linde*."""
    rijen = [tuple(_WOORD.findall(naam.casefold())) for naam in namen]
    return frozenset(rij[begin:] for rij in rijen for begin in range(len(rij)) if begin == 0 or len(rij) - begin > 1)


def zonder_namen(schat: Woordenschat, tekst: str, *, begin_blijft: bool = False) -> str:
    """`tekst` with every name as its first letter. `begin_blijft`: how a sentence begins is left as it is, where a
    word that is lost may cost more than a name (a mark for who visits alone).
    """
    tekst = _NUMMER.sub(lambda getal: getal["dag"] or "…", _POST.sub("…", tekst))
    woorden = list(_WOORD.finditer(tekst))
    blijft = _blijven(schat, tekst, woorden, begin_blijft)
    delen, tot = [], 0
    for gevonden, is_over in zip(woorden, blijft, strict=True):
        delen += [tekst[tot : gevonden.start()], gevonden.group() if is_over else _letter(gevonden.group())]
        tot = gevonden.end() + (not is_over and tekst[gevonden.end() :].startswith("."))  # one point is enough
    return "".join([*delen, tekst[tot:]])


def alleen_bekend(schat: Woordenschat, tekst: str) -> str:
    """Of what somebody else's program wrote: known words, places and initials, and of the rest nothing."""
    woorden = list(_WOORD.finditer(tekst))
    over = []
    for gevonden, is_over in zip(woorden, _blijven(schat, tekst, woorden, begin_blijft=False), strict=True):
        woord = gevonden.group()
        if is_over and (woord.casefold() in schat.bekend or _in_plaats(schat, woord)):
            over.append(woord)
        elif not is_over or woord[0].isupper():
            over.append(_letter(woord))
    return " ".join(over)


def _letter(woord: str) -> str:
    return f"{voorletter(woord)}."


def _in_plaats(schat: Woordenschat, woord: str) -> bool:
    return any(woord.casefold() in plaats for plaats in schat.plaatsen)


def _blijven(schat: Woordenschat, tekst: str, woorden: Sequence[re.Match[str]], begin_blijft: bool) -> list[bool]:
    """Of each word whether it stays."""
    kort = [gevonden.group().casefold() for gevonden in woorden]
    plaats = _places(schat, kort)
    blijft: list[bool] = []
    naast = [False, *(_is_beside(een.group(), tekst[een.end() : twee.start()]) for een, twee in pairwise(woorden))]
    for nummer, gevonden in enumerate(woorden):
        woord = gevonden.group()
        na_naam = naast[nummer] and _ends_in_name(kort, blijft, naast, nummer - 1)
        if not any(teken.isupper() for teken in woord):
            na_titel = naast[nummer] and kort[nummer - 1] in _TITELS
            mag = woord[0].isdigit() or kort[nummer] in TUSSENVOEGSELS or schat.mag_beginnen(woord)
            blijft.append(mag or not na_titel)
        elif plaats[nummer]:
            voor_letter = nummer + 1 < len(woorden) and _is_initial(woorden[nummer + 1].group())
            blijft.append(not na_naam and not voor_letter)
        else:
            begint = bool(_ZINSEINDE.search(tekst[: gevonden.start()])) and not na_naam
            gewoon = begin_blijft or schat.mag_beginnen(woord)
            blijft.append(kort[nummer] in schat.bekend | _TITELS or (begint and gewoon))
    return blijft


def _places(schat: Woordenschat, kort: Sequence[str]) -> list[bool]:
    """Of each word whether it is part of the name of a place."""
    langste = max(map(len, schat.plaatsen), default=0)
    is_plaats = [False] * len(kort)
    for begin in range(len(kort)):
        for lengte in range(min(langste, len(kort) - begin), 0, -1):
            if tuple(kort[begin : begin + lengte]) in schat.plaatsen:
                is_plaats[begin : begin + lengte] = [True] * lengte
                break
    return is_plaats


def _ends_in_name(kort: Sequence[str], blijft: Sequence[bool], naast: Sequence[bool], nummer: int) -> bool:
    """Whether the words up to this one end in a title or a name, so that a surname follows: *Jan van*."""
    while nummer > 0 and kort[nummer] in TUSSENVOEGSELS and naast[nummer]:
        nummer -= 1
    return kort[nummer] in _TITELS or not blijft[nummer]


def _is_beside(woord: str, ertussen: str) -> bool:
    """Whether no sentence ends between a word and the next; the point of *dhr.* and *J.* ends none."""
    is_kort = len(woord) == 1 or woord.casefold() in _TITELS
    return not (ertussen.removeprefix(".") if is_kort else ertussen).strip()


def _is_initial(woord: str) -> bool:
    return len(woord) == 1 and woord.isupper()
