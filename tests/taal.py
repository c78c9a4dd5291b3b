"""The rules for every text that people read: short, active, calm, one word for one thing. Used by test_teksten.

What a paper of a municipality or the law says is a source's words and stays as it is: lists and terms with a `bron`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kernnetwerk_app.domain.taal import MAX_WOORDEN, lijdende_vorm

MAX_INWONER = MAX_WOORDEN
"""The same for us as what the program hints at where people type (TAAL-01)."""
MAX_MEDEWERKER = 20
"""The same for workers and beheerders: keys, places and names of files count as words too."""
VOOR_INWONERS = frozenset(
    {
        "papier",
        "papier_scherm",
        "tekenen",
        "gesprek",
        "stappenkaart",
        "wegwijzer",
        "keukentafel",
        "agendablad",
        "blad",
        "gids",
        "aanvraagbrief",
        "rechtenblad",
    }
)
"""Files whose sentences residents read; what a municipality adds to its prints belongs with them."""

_ARTIKEL = re.compile(r"\s*\((?:[^()]*\b(?:artikel|NEN)\b[^()]*|AVG)\)")
"""Where it stands in the law, in brackets: nobody reads that as part of the sentence."""
_ZIN = re.compile(r"(?<=[.?!])\s+|\n")
_WORD = re.compile(r"\w")
_VERBODEN = {
    r"!": "geen uitroepteken",
    r"\btoegang\b|\btoegangs": "zo noemen we het niet: zeg waar iemand terechtkan (TAAL-05)",
    r"\bcli[eë]nt(en)?\b": "inwoner",
    r"\bcasus|\bcasuïstiek(?!overleg)": "zeg om wie of welke vraag het gaat",
    r"\b(her)?indicatie": "ons besluit",
    r"\bscore": "er is geen score",
    r"\bproblematiek|\bmultiprobleem": "zeg wat er lastig is",
    r"\bdoelgroep": "zeg om wie het gaat",
    r"\bzorgmijder|\bzorgvrager|\bprobleemgezin|\bkwetsbare": "geen etiket (TAAL-08)",
    r"\bmiddels\b|\bteneinde\b|\bderhalve\b|\bdient te\b|\bten behoeve van\b": "gewone woorden",
}
_EEN_WOORD = {
    "inwoner": r"\bburgers?\b|\bklant(en)?\b|\bhulpvragers?\b|\bzorgvragers?\b",
    "contactpersoon": r"\baanspreekpunt(en)?\b|\bcasemanagers?\b",
    "wachtzin": r"\bwachtwoord(en)?\b",
    "laptop": r"\bapparaat\b|\bapparaten\b|\bdevices?\b",
    "versturen": r"\bsynchroniser|\bgesynchroniseerd|\bupload|\bsync\b",
    "terugkijken": r"\bevalu(eren|atie)",
    "ons besluit": r"\bbeschikking(en)?\b",
    "beheerder": r"\badministrator|\bapplicatiebeheerder",
    "het programma": r"\bde app\b|\bapplicatie\b|\bsysteem\b(?! kiezen)",
    "gesprek": r"\bkeukentafelgesprek|\bintake\b",
}
"""One term per notion: on the left the word that we use, on the right what says the same."""


class Bezwaar(NamedTuple):
    """Which rule, and what is against it."""

    regel: str
    uitleg: str


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text, without the articles of law they name; a new line ends one as well."""
    return [zin for zin in _ZIN.split(_ARTIKEL.sub("", tekst)) if _WORD.search(zin)]


def bezwaren(tekst: str, *, voor_inwoner: bool) -> Iterator[Bezwaar]:
    """What is wrong with this text, nothing when it is fine. What is filled in (`{naam}`) counts as one word."""
    grens = MAX_INWONER if voor_inwoner else MAX_MEDEWERKER
    for zin in zinnen(tekst):
        woorden = [woord for woord in zin.split() if _WORD.search(woord)]
        if len(woorden) > grens:
            yield Bezwaar("lengte", f"{len(woorden)} woorden, hoogstens {grens}: {zin}")
        if lijdende_vorm(zin):
            yield Bezwaar("lijdend", f"zeg wie het doet: {zin}")
    for patroon, uitleg in _VERBODEN.items():
        if re.search(patroon, tekst, re.IGNORECASE):
            yield Bezwaar("woord", f"{uitleg}: {tekst}")
    for woord, ander in _EEN_WOORD.items():
        if re.search(ander, tekst, re.IGNORECASE):
            yield Bezwaar("een woord", f"hier heet het {woord}: {tekst}")
