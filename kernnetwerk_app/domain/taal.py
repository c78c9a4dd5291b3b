"""Plain language: sentences, who does it in them, and words that a resident need not know (TAAL-01, TAAL-06, TAAL-08).

Pure: from a text to what was noticed in it. It is a hint and never a refusal; tests/taal.py holds our own texts to the
same rules.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kernnetwerk_app.domain.inwoner import Voornaamwoord
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
_WORDEN = re.compile(r"\b(?:wordt|worden|werd|werden)\b", re.IGNORECASE)
_DEELWOORD_VOOR, _DEELWOORD_ACHTER = ("be", "ver", "ont", "her"), ("en", "d", "t")
_GEEN_DEELWOORD = frozenset(
    [
        "beeld",
        "bekend",
        "bericht",
        "bestand",
        "gebieden",
        "gebit",
        "geld",
        "gemeenten",
        "gesprekken",
        "gewicht",
        "gezicht",
        "gezinnen",
        "gezond",
        "leefgebieden",
        "onbekend",
        "ongezond",
        "termijnen",
        "verdriet",
        "vergeten",
        "verkeerd",
        "verstand",
    ]
)
_ALS_JE = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
_ALS_IK = re.compile(r"\b(?:ik|mij|me|mijn|wij|we|ons|onze)\b", re.IGNORECASE)
_OVER_IEMAND = re.compile(
    r"^(?:(?:de |deze )?(?:inwoner|bewoner|cli[eë]nt|betrokkene)|mevrouw|meneer|mw|dhr|mevr|hij|zij)\b", re.IGNORECASE
)
"""How a sentence begins in which one speaks of the resident instead of letting them speak."""
_ANDER_WOORD: dict[Voornaamwoord, tuple[re.Pattern[str], str]] = {
    Voornaamwoord.HIJ: (re.compile(r"\b(?:zij|haar)\b", re.IGNORECASE), "hij"),
    Voornaamwoord.ZIJ: (re.compile(r"\b(?:hij|hem)\b", re.IGNORECASE), "zij"),
    Voornaamwoord.ANDERS: (re.compile(r"\b(?:hij|hem|zij|haar)\b", re.IGNORECASE), "de naam"),
}
"""By how one speaks about somebody the words that are not it, and what is."""
_UITGANG = r"(?:e|en|s|n|ën|'s)?"


class Bevindingsoort(StrEnum):
    LANGE_ZIN = "lange zin"
    VAKWOORD = "vakwoord"
    ETIKET = "etiket"
    LIJDEND = "lijdend"
    JE = "je"
    IK_VORM = "ik-vorm"
    VOORNAAMWOORD = "voornaamwoord"


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
    lijdend = next((vorm for zin in zinnen(gelezen) if (vorm := lijdende_vorm(zin))), "")
    wie = (Bevinding(Bevindingsoort.LIJDEND, lijdend),) if lijdend else ()
    lang = [aantal for zin in zinnen(gelezen) if (aantal := aantal_woorden(zin)) > MAX_WOORDEN]
    zin = (Bevinding(Bevindingsoort.LANGE_ZIN, aantal=max(lang)),) if lang else ()
    eerste = {(b.soort, b.liever): b for b in reversed(woorden)}
    return (*(b for b in woorden if eerste[(b.soort, b.liever)] is b), *wie, *zin)


def lijdende_vorm(zin: str) -> str:
    """*wordt/worden/werd(en)* with a participle in the same part of the sentence; empty when somebody does it."""
    for deel in re.split(r"[,:;]", zin):
        hulp = _WORDEN.search(deel)
        deelwoorden = filter(_is_deelwoord, re.findall(r"\w+", deel) if hulp else ())
        if hulp and (deelwoord := next(deelwoorden, "")):
            return f"{hulp[0].lower()} {deelwoord}"
    return ""


def _is_deelwoord(woord: str) -> bool:
    """By its beginning and its end, in one pass: a pattern for the same tries a word of thousands of letters at each of
    them, and a person would wait for that.
    """
    klein = woord.casefold()
    einde = next((einde for einde in _DEELWOORD_ACHTER if klein.endswith(einde)), "")
    stam = klein.removesuffix(einde)
    voor = next((voor for voor in _DEELWOORD_VOOR if stam.startswith(voor)), "")
    past = "ge" in stam[:-1] or bool(voor and len(stam) >= len(voor) + 2)
    return bool(einde) and past and klein not in _GEEN_DEELWOORD


def lees_vorm(tekst: str, *, stem: bool, voornaamwoord: Voornaamwoord | None = None) -> tuple[Bevinding, ...]:
    """Whether a resident is spoken to and about as they want (TAAL-06).

    `stem`: these are the resident's own words, so they stand in the ik-vorm. Elsewhere it is u, and `voornaamwoord`
    says how one speaks about them; who is meant a person knows and this does not, so that is a question.
    """
    gelezen = tekst[:MAX_GELEZEN]
    if stem:
        over = not _ALS_IK.search(gelezen) and any(_OVER_IEMAND.search(zin) for zin in zinnen(gelezen))
        return (Bevinding(Bevindingsoort.IK_VORM),) if over else ()
    je = _ALS_JE.search(gelezen)
    gevonden = [Bevinding(Bevindingsoort.JE, je[0])] if je else []
    patroon, liever = _ANDER_WOORD.get(voornaamwoord, (None, "")) if voornaamwoord is not None else (None, "")
    if patroon is not None and (ander := patroon.search(gelezen)):
        gevonden.append(Bevinding(Bevindingsoort.VOORNAAMWOORD, ander[0], liever))
    return tuple(gevonden)


def _keuze(lijst: Keuzelijst, woord: str) -> Keuze:
    """Whose label this word is, in whatever form: the longest that fits."""
    passend = (k for k in lijst.keuzes if re.fullmatch(re.escape(k.label) + _UITGANG, woord, re.IGNORECASE))
    return max(passend, key=lambda keuze: len(keuze.label))


@cache
def _patroon(lijst: Keuzelijst) -> re.Pattern[str]:
    """All words of a list as whole words, the longest first, with the endings that Dutch gives them."""
    labels = sorted((re.escape(keuze.label) for keuze in lijst.keuzes), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(labels) or '(?!)'}){_UITGANG}(?![\w-])", re.IGNORECASE)
