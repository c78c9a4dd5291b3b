"""In what form somebody can read a paper, proposed from what makes reading hard for them (TAAL-03, RES-09)."""

from enum import StrEnum

from kernnetwerk_app.domain.inwoner import Inwoner


class Leeshulp(StrEnum):
    """What makes a paper easier to read. They go together: large letters with a picture at each sentence."""

    GROOT = "groot"
    CONTRAST = "contrast"
    BEELD = "beeld"
    VOORLEZEN = "voorlezen"


Papiervorm = frozenset[Leeshulp]
GEWOON: Papiervorm = frozenset()
_GEWOON = "gewoon"
_TELEFONISCH = "telefonisch"
_TOLK_TAAL = "taal"


def voorgesteld(inwoner: Inwoner) -> Papiervorm:
    """How papers for this resident begin: as they were made last, else what follows from what is hard for them.

    Who reads with difficulty is read to when that goes by telephone, and else has a picture at each sentence, as has
    who needs an interpreter.
    """
    if inwoner.papiervorm:
        return lees_vorm(inwoner.papiervorm)
    hulp = set[Leeshulp]()
    if inwoner.ziet_moeilijk:
        hulp |= {Leeshulp.GROOT, Leeshulp.CONTRAST}
    if inwoner.leest_moeilijk and inwoner.kanaal == _TELEFONISCH:
        hulp.add(Leeshulp.VOORLEZEN)
    elif inwoner.leest_moeilijk or inwoner.tolk == _TOLK_TAAL:
        hulp.add(Leeshulp.BEELD)
    return frozenset(hulp)


def schrijf_vorm(vorm: Papiervorm) -> str:
    """As it is kept with a resident: names in a fixed order; `gewoon` for none, so that a choice of none is one too."""
    return " ".join(hulp.value for hulp in Leeshulp if hulp in vorm) or _GEWOON


def lees_vorm(bewaard: str) -> Papiervorm:
    """From what was kept; a name that this version does not know says nothing."""
    return frozenset(hulp for hulp in Leeshulp if hulp.value in bewaard.split())
