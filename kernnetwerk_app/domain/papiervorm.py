"""In what form somebody can read a paper, proposed from what makes reading hard for them (TAAL-03, RES-09)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.vertaling import Vertaling, kies


class Leeshulp(StrEnum):
    """What makes a paper easier to read. They go together: large letters with a picture at each sentence."""

    GROOT = "groot"
    CONTRAST = "contrast"
    BEELD = "beeld"
    VOORLEZEN = "voorlezen"


Papiervorm = frozenset[Leeshulp | Vertaling]
"""Our own sentences in another language beside the Dutch make it easier to read as well; at most one language."""
GEWOON: Papiervorm = frozenset()
_GEWOON = "gewoon"
_TELEFONISCH = "telefonisch"
_TOLK_TAAL = "taal"
_TAAL = "taal="
_NEDERLANDS = "nederlands"
_GEEN: Mapping[str, Vertaling] = MappingProxyType({})


def voorgesteld(inwoner: Inwoner, vertalingen: Mapping[str, Vertaling] = _GEEN) -> Papiervorm:
    """How papers for this resident begin: as they were made last, else what follows from what is hard for them.

    Who reads with difficulty is read to when that goes by telephone, and else has a picture at each sentence, as has
    who needs an interpreter. Beside the Dutch stands the language they speak best, as far as we have it.
    """
    taal = voorgestelde_taal(inwoner, vertalingen)
    talen: Papiervorm = frozenset({taal}) if taal is not None else GEWOON
    bewaard = inwoner.papiervorm or ""
    if zonder_taal(bewaard):
        return lees_vorm(bewaard) | talen
    hulp = set[Leeshulp]()
    if inwoner.ziet_moeilijk:
        hulp |= {Leeshulp.GROOT, Leeshulp.CONTRAST}
    if inwoner.leest_moeilijk and inwoner.kanaal == _TELEFONISCH:
        hulp.add(Leeshulp.VOORLEZEN)
    elif inwoner.leest_moeilijk or inwoner.tolk == _TOLK_TAAL:
        hulp.add(Leeshulp.BEELD)
    return frozenset(hulp) | talen


def voorgestelde_taal(inwoner: Inwoner, vertalingen: Mapping[str, Vertaling]) -> Vertaling | None:
    """What was chosen for their papers, else what they speak best; None for Dutch, and for what we do not have."""
    return kies(vertalingen, taal_in(inwoner.papiervorm or "") or inwoner.taal)


def taal_van(vorm: Papiervorm) -> Vertaling | None:
    """The language beside the Dutch in this form."""
    return next((hulp for hulp in vorm if isinstance(hulp, Vertaling)), None)


def is_gewoon(vorm: Papiervorm) -> bool:
    """Whether this is the ordinary form; a language beside the Dutch changes no form."""
    return not any(isinstance(hulp, Leeshulp) for hulp in vorm)


def in_taal(vorm: Papiervorm, vertaling: Vertaling | None) -> Papiervorm:
    """The same form with that language beside the Dutch, or with Dutch alone."""
    zonder = vorm - {taal_van(vorm)}
    return zonder if vertaling is None else zonder | {vertaling}


def schrijf_vorm(vorm: Papiervorm) -> str:
    """As it is kept with a resident: names in a fixed order; `gewoon` for none, so that a choice of none is one too."""
    return " ".join(hulp.value for hulp in Leeshulp if hulp in vorm) or _GEWOON


def schrijf_taal(bewaard: str, vertaling: Vertaling | None) -> str:
    """What is kept with a resident, with this language chosen; None: Dutch alone."""
    return f"{zonder_taal(bewaard)} {_TAAL}{vertaling.sleutel if vertaling is not None else _NEDERLANDS}".strip()


def taal_in(bewaard: str) -> str:
    """The key of the language in what is kept; empty where nobody chose one."""
    return next((deel for deel in bewaard.split() if deel.startswith(_TAAL)), "").removeprefix(_TAAL)


def zonder_taal(bewaard: str) -> str:
    """What is kept, without a language."""
    return " ".join(deel for deel in bewaard.split() if not deel.startswith(_TAAL))


def lees_vorm(bewaard: str) -> Papiervorm:
    """From what was kept; a name that this version does not know says nothing."""
    return frozenset(hulp for hulp in Leeshulp if hulp.value in bewaard.split())
