"""Whether two descriptions may be of one person. It proposes with reasons and never decides (TRI-21)."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from kernnetwerk_app.domain.geboortedatum import ONBEKEND
from kernnetwerk_app.domain.naam import zoeksleutel

GELIJK_GENOEG = 0.84
"""From which share of equal letters two names are taken for one (`difflib`): one slip in six letters still is."""
ROEPNAAM = 0.6
"""The same for first names that begin with the same letter: `Anna` and `Annie`."""
_NEDERLANDS = ("van", "de", "der", "den", "het", "t", "ten", "ter", "te", "op", "in", "aan", "bij", "onder", "over")
TUSSENVOEGSELS = frozenset(
    (*_NEDERLANDS, "tot", "uit", "voor", "la", "le", "les", "du", "des", "el", "al", "von", "zu")
)
_CIJFERS = re.compile(r"[^0-9a-z]")


class Reden(StrEnum):
    """What is the same; the screen has the words."""

    BSN = "bsn"
    NAAM = "naam"
    NAAM_LIJKT = "naam lijkt"
    GEBOORTEDATUM = "geboortedatum"
    ADRES = "adres"
    TELEFOON = "telefoon"


@dataclass(frozen=True, slots=True)
class Signalement:
    """What is known of a person, as stored or as typed so far; `adres` is empty where it may not be compared."""

    voornamen: str = ""
    achternaam: str = ""
    geboortedatum: str = ""
    bsn: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    telefoon: str = ""


def lijken(een: Signalement, ander: Signalement) -> tuple[Reden, ...]:
    """Why these may be one person; empty when they do not look alike.

    The same BSN is enough. Else the name looks alike and something else is the same: birth date, address or telephone.
    Two different numbers, or two different days of birth, are two people.
    """
    if een.bsn and een.bsn == ander.bsn:
        return (Reden.BSN, *_feiten(een, ander))
    if (een.bsn and ander.bsn) or _andere_geboortedatum(een.geboortedatum, ander.geboortedatum):
        return ()
    naam, feiten = _namen(een, ander), _feiten(een, ander)
    return (naam, *feiten) if naam is not None and feiten else ()


def sleutels(wie: Signalement) -> set[tuple[str, str]]:
    """What two that look alike have in common at least: only those with a key in common need be compared."""
    gevonden = {("bsn", wie.bsn), ("geboren", _volledig(wie.geboortedatum)), ("tel", wie.telefoon)}
    return {sleutel for sleutel in (*gevonden, ("adres", _adres(wie)), ("straat", _straat(wie))) if sleutel[1]}


def _feiten(een: Signalement, ander: Signalement) -> tuple[Reden, ...]:
    zelfde = {
        Reden.GEBOORTEDATUM: _volledig(een.geboortedatum) == _volledig(ander.geboortedatum) != "",
        Reden.ADRES: _adres(een) == _adres(ander) != "" or _straat(een) == _straat(ander) != "",
        Reden.TELEFOON: een.telefoon == ander.telefoon != "",
    }
    return tuple(reden for reden, is_zo in zelfde.items() if is_zo)


def _namen(een: Signalement, ander: Signalement) -> Reden | None:
    """How alike the names are. Who has only one of the two names written down is compared by that one."""
    achter = _achternamen(een.achternaam), _achternamen(ander.achternaam)
    voor = zoeksleutel(een.voornamen).split(), zoeksleutel(ander.voornamen).split()
    if not (achter[0] and achter[1]) or not _zelfde_voornaam(*voor):
        return None
    if achter[0] == achter[1]:
        return Reden.NAAM if voor[0] == voor[1] and voor[0] else Reden.NAAM_LIJKT
    return Reden.NAAM_LIJKT if _zelfde_achternaam(*achter) else None


def _achternamen(achternaam: str) -> list[str]:
    """`van der Voorbeeld-Jansen` gives `jansen`, `voorbeeld`."""
    return sorted(woord for woord in zoeksleutel(achternaam).split() if woord not in TUSSENVOEGSELS)


def _zelfde_achternaam(een: list[str], ander: list[str]) -> bool:
    """One of the two may have the name of a partner beside it."""
    return set(een) <= set(ander) or set(ander) <= set(een) or _lijkt("".join(een), "".join(ander))


def _zelfde_voornaam(een: list[str], ander: list[str]) -> bool:
    """An initial stands for every name that begins with it; what nobody wrote down stands for every name."""
    if not een or not ander:
        return True
    zelfde_letter = een[0][0] == ander[0][0]
    if min(len(een[0]), len(ander[0])) == 1:
        return zelfde_letter
    return _lijkt(een[0], ander[0], ROEPNAAM if zelfde_letter else GELIJK_GENOEG)


def _lijkt(een: str, ander: str, genoeg: float = GELIJK_GENOEG) -> bool:
    return SequenceMatcher(None, een, ander, autojunk=False).ratio() >= genoeg


def _volledig(geboortedatum: str) -> str:
    """A date of which the day is known; a year alone is shared by hundreds."""
    return "" if geboortedatum.endswith("-00") else geboortedatum


def _andere_geboortedatum(een: str, ander: str) -> bool:
    """Whether the known parts contradict each other."""
    delen = zip((een or ONBEKEND).split("-"), (ander or ONBEKEND).split("-"), strict=True)
    return any(a != b and int(a) and int(b) for a, b in delen)


def _adres(wie: Signalement) -> str:
    return _kaal(wie.postcode) + "|" + _kaal(wie.huisnummer) if wie.postcode and wie.huisnummer else ""


def _straat(wie: Signalement) -> str:
    return _kaal(wie.straat) + "|" + _kaal(wie.huisnummer) if wie.straat and wie.huisnummer else ""


def _kaal(tekst: str) -> str:
    return _CIJFERS.sub("", zoeksleutel(tekst))
