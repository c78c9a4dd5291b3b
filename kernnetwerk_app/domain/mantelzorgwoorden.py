"""Of which mantelzorgers words tell something, also where they name nobody (NET-05): it sooner says one too many."""

from collections.abc import Collection, Iterable, Mapping

from kernnetwerk_app.domain.doener import staat_in
from kernnetwerk_app.domain.verwant import Verwantwoorden

_STAM = "mantelzorg"
"""Wherever it stands, the words are about that care or about who gives it."""
_KOP = ("netwerk", "naaste", "mensen om")
"""In a heading of a municipality's own list these ask of mantelzorgers too."""
_DIE = frozenset({"hij", "hem", "zij", "ze", "haar", "hen", "hun"})
"""Somebody who is not named; it may well be a mantelzorger."""
_VAN = frozenset({"haar", "hun"})
"""Before a word for a relation these say only of whom that one is: *haar dochter*."""


def band(relatie: str, verwant: Verwantwoorden) -> frozenset[str]:
    """What somebody is to the resident, from the list or in one's own words: `Zoon/dochter` gives *zoon* and *dochter*;
    none where that is left open, or where something else was written: a curator may be a daughter too.
    """
    bekend = frozenset(verwant.vormen.values())
    soorten = (soort or (woord if woord in bekend else "") for woord, soort in verwant.soorten(relatie))
    return frozenset(soort for soort in soorten if soort and not soort.endswith(tuple(verwant.open)))


def banden(relaties: Iterable[str], verwant: Verwantwoorden) -> frozenset[str]:
    """All that one person is (`band`); none as soon as one of their relations leaves it open."""
    alle = [band(relatie, verwant) for relatie in relaties]
    return frozenset[str]().union(*alle) if all(alle) else frozenset()


def van_wie(
    woorden: str,
    namen: Collection[str],
    mantelzorgers: Mapping[str, frozenset[str]],
    verwant: Verwantwoorden,
    *,
    kop_van_hen: bool,
) -> frozenset[str]:
    """Of whom the words tell, by name. `namen`: all who are or were mantelzorger; `mantelzorgers`: who were it on the
    day of these words, each with what they are (`banden`), none when nobody wrote that down; `verwant`: how one says
    somebody near, such as *moeder*; `kop_van_hen`: they stand under a heading that asks of mantelzorgers.

    Who is named. By a word for somebody near: who is just that, and of whom it is not known; when none is just that,
    all. Whoever is that with a word before it (`stiefdochter`) is often called so (*mijn dochter*), so counts too. By
    *zij* or *hem* and by the word mantelzorg: all, also beside a name, for it may be another. Under a heading that asks
    of them all, where none of these says who.
    """
    alle, gevonden = frozenset(mantelzorgers), {naam for naam in namen if staat_in(naam, woorden)}
    rij = list(verwant.soorten(woorden))
    for nummer, (woord, soort) in enumerate(rij):
        if soort:
            gevonden |= _die_dat_zijn(woord, soort, mantelzorgers, verwant)
        elif woord in _DIE and not (woord in _VAN and any(volgt for _, volgt in rij[nummer + 1 : nummer + 2])):
            gevonden |= alle
    if _is_mantelzorg(woorden) or (kop_van_hen and not gevonden):
        return frozenset(gevonden | alle)
    return frozenset(gevonden)


def vraagt_van_hen(kop: str, verwant: Verwantwoorden) -> bool:
    """Whether a heading asks of mantelzorgers, by how it reads."""
    klein = kop.casefold()
    return (
        _is_mantelzorg(kop)
        or any(deel in klein for deel in _KOP)
        or any(soort and woord not in verwant.groep for woord, soort in verwant.soorten(kop))
    )


def _die_dat_zijn(
    woord: str, soort: str, mantelzorgers: Mapping[str, frozenset[str]], verwant: Verwantwoorden
) -> frozenset[str]:
    if any(soort in eigen for eigen in mantelzorgers.values()):
        past = (naam for naam, eigen in mantelzorgers.items() if not eigen or any(een.endswith(soort) for een in eigen))
        return frozenset(past)
    return frozenset() if woord in verwant.groep else frozenset(mantelzorgers)


def _is_mantelzorg(woorden: str) -> bool:
    """Also when it is cut in two: *mantel-zorg*."""
    return _STAM in "".join(teken for teken in woorden.casefold() if teken.isalnum())
