"""Of which mantelzorgers words tell something, also where they name nobody (NET-05): it sooner says one too many."""

import re
from collections.abc import Collection, Iterator, Mapping

from kernnetwerk_app.domain.doener import staat_in

_WOORD = re.compile(r"\w+")
_STAM = "mantelzorg"
"""Wherever it stands, the words are about that care or about who gives it."""
_KOP = ("netwerk", "naaste", "mensen om")
"""In a heading of a municipality's own list these ask of mantelzorgers too."""
_DIE = frozenset({"hij", "hem", "zij", "ze", "haar", "hen", "hun"})
"""Somebody who is not named; it may well be a mantelzorger."""
_VAN = frozenset({"haar", "hun"})
"""Before a word for a relation these say only of whom that one is: *haar dochter*."""
_GEEN_BAND = frozenset({"familielid", "gezinslid", "leefeenheid", "anders", "van", "het", "een", "der", "den"})
"""In the words of a relation these do not say what somebody is: a familielid may be a schoondochter."""
_BUREN = {"buren": "buur", "noabers": "buur"}
"""Neighbours as a group are nobody in particular, unless one of them is a mantelzorger."""
_HEEL = 4
"""From so many letters a word is known within a longer one too: *dochter* in *schoondochter*."""


def band(relatie: str) -> frozenset[str]:
    """The words for what somebody is, from the list or one's own: `Zoon/dochter` gives *zoon* and *dochter*; none where
    those leave open what that is.
    """
    return frozenset(woord for woord in _woorden(relatie) if len(woord) >= len("zus")) - _GEEN_BAND


def van_wie(
    woorden: str,
    namen: Collection[str],
    mantelzorgers: Mapping[str, frozenset[str]],
    naasten: Collection[str],
    *,
    kop_van_hen: bool,
) -> frozenset[str]:
    """Of whom the words tell, by name. `namen`: all who are or were mantelzorger; `mantelzorgers`: who were it on the
    day of these words, each with the words for what they are (`band`), none when nobody wrote that down; `naasten`: how
    one says somebody near, such as *moeder*; `kop_van_hen`: they stand under a heading that asks of mantelzorgers.

    Who is named. By a word for somebody near: who is just that, and of whom it is not known; when none is just that,
    all. By *zij* or *hem* and by the word mantelzorg: all, also beside a name, for it may be another. Under a heading
    that asks of them all, where none of these says who.
    """
    alle, gevonden = frozenset(mantelzorgers), {naam for naam in namen if staat_in(naam, woorden)}
    bekend = {*naasten, *(woord for eigen in mantelzorgers.values() for woord in eigen)}
    rij = list(_woorden(woorden))
    is_naaste = [_is_een(woord, bekend) for woord in rij]
    for nummer, woord in enumerate(rij):
        if is_naaste[nummer]:
            past = {naam for naam, eigen in mantelzorgers.items() if woord.removesuffix("s") in eigen}
            gevonden |= past | {naam for naam, eigen in mantelzorgers.items() if not eigen} if past else alle
        elif woord in _DIE and not (woord in _VAN and any(is_naaste[nummer + 1 : nummer + 2])):
            gevonden |= alle
    if _is_mantelzorg(woorden) or (kop_van_hen and not gevonden):
        return frozenset(gevonden | alle)
    return frozenset(gevonden)


def vraagt_van_hen(kop: str, naasten: Collection[str]) -> bool:
    """Whether a heading asks of mantelzorgers, by how it reads."""
    klein = kop.casefold()
    return (
        _is_mantelzorg(kop)
        or any(deel in klein for deel in _KOP)
        or any(_is_een(een, naasten) for een in _woorden(kop))
    )


def _is_mantelzorg(woorden: str) -> bool:
    """Also when it is cut in two: *mantel-zorg*."""
    return _STAM in "".join(_woorden(woorden))


def _is_een(woord: str, bekend: Collection[str]) -> bool:
    return any(een in woord if len(een) >= _HEEL else woord in (een, f"{een}s", f"{een}je") for een in bekend)


def _woorden(tekst: str) -> Iterator[str]:
    gevonden = (een.group() for een in _WOORD.finditer(tekst.casefold()))
    return (_BUREN.get(woord, woord) for woord in gevonden)
