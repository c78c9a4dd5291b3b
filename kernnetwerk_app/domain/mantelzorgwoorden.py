"""Of which mantelzorgers words tell something, also where they name nobody (NET-05): it sooner says one too many."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

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
_ERVOOR = frozenset({"mijn", "zijn", "haar", "hun", "onze", "uw", "jouw", "een", "de", "het"})
_ERNA = "van"
"""What stands around what somebody is, where that was typed: *mijn maatje van de kerk*."""


@dataclass(frozen=True, slots=True)
class Band:
    """What somebody is to the resident. `soorten`: by the words for somebody near; none where that is left open: a
    curator may be a daughter too. `woorden`: how the relation itself reads, each in small letters.
    """

    soorten: frozenset[str]
    woorden: frozenset[str]


def band(relatie: str, verwant: Verwantwoorden) -> Band:
    """That of one relation, from the list or in one's own words: `Zoon/dochter` gives *zoon* and *dochter*."""
    bekend = frozenset(verwant.vormen.values())
    soorten = (soort or (woord if woord in bekend else "") for woord, soort in verwant.soorten(relatie))
    return Band(
        frozenset(soort for soort in soorten if soort and not soort.endswith(tuple(verwant.open))),
        frozenset(_hoe_het_heet(relatie, verwant)),
    )


def banden(relaties: Iterable[str], verwant: Verwantwoorden, ook: Iterable[str] = ()) -> Band:
    """All that one person is (`band`), left open as soon as one of their relations leaves it open. `ook`: what they are
    besides, of which only counts what it does say.
    """
    alle, erbij = [band(een, verwant) for een in relaties], [band(een, verwant) for een in ook]
    is_bekend = all(een.soorten for een in alle)
    soorten = (een.soorten for een in (*alle, *erbij) if is_bekend)
    return Band(frozenset[str]().union(*soorten), frozenset[str]().union(*(een.woorden for een in (*alle, *erbij))))


def van_wie(
    woorden: str,
    namen: Collection[str],
    mantelzorgers: Mapping[str, Band],
    verwant: Verwantwoorden,
    *,
    kop_van_hen: bool,
) -> frozenset[str]:
    """Of whom the words tell, by name. `namen`: all who are or were mantelzorger; `mantelzorgers`: who were it on the
    day of these words, each with what they are (`banden`); `verwant`: how one says somebody near, such as *moeder*;
    `kop_van_hen`: they stand under a heading that asks of mantelzorgers.

    Who is named, or called as their relation reads (*de voogd*, *mijn maatje*). By a word for somebody near: who is
    just that, who may be called so (a partner *man*), and of whom it is not known; when none is just that, all. Whoever
    is that with a word before it (`stiefdochter`) is often called so (*mijn dochter*), so counts too. By *zij* or *hem*
    and by the word mantelzorg: all, also beside a name, for it may be another. Under a heading that asks of them all,
    where none of these says who.
    """
    alle, gevonden = frozenset(mantelzorgers), {naam for naam in namen if staat_in(naam, woorden)}
    rij = list(verwant.soorten(woorden))
    gevonden |= {naam for naam, eigen in mantelzorgers.items() if _heet_zo(eigen, rij)}
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


def _hoe_het_heet(relatie: str, verwant: Verwantwoorden) -> Iterator[str]:
    """How this relation is said in a text: `mijn maatje van de kerk` gives *maatje*. None where it is a word for
    somebody near: what that tells is known (`ouder` is also what somebody became).
    """
    alle = [woord for woord, _ in verwant.soorten(relatie)]
    rest = alle[1:] if alle and alle[0] in _ERVOOR else alle
    eigen = " ".join(rest[: rest.index(_ERNA)] if _ERNA in rest else rest)
    if eigen and eigen not in verwant.zegt_niets and not verwant.kent(eigen):
        yield eigen


def _heet_zo(eigen: Band, rij: Iterable[tuple[str, str]]) -> bool:
    """Whether these words say the relation itself, of one or of more: *voogden*, *maatjes*."""
    tekst = f" {' '.join(woord for woord, _ in rij)} "
    return any(f" {woord}{einde} " in tekst for woord in eigen.woorden for einde in ("", "s", "en"))


def _die_dat_zijn(woord: str, soort: str, mantelzorgers: Mapping[str, Band], verwant: Verwantwoorden) -> frozenset[str]:
    if any(soort in eigen.soorten for eigen in mantelzorgers.values()):
        zo = tuple(verwant.ook(soort))
        return frozenset(
            naam
            for naam, eigen in mantelzorgers.items()
            if not eigen.soorten or any(een.endswith(zo) for een in eigen.soorten)
        )
    return frozenset() if woord in verwant.groep else frozenset(mantelzorgers)


def _is_mantelzorg(woorden: str) -> bool:
    """Also when it is cut in two: *mantel-zorg*."""
    return _STAM in "".join(teken for teken in woorden.casefold() if teken.isalnum())
