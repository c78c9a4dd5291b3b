"""The balance between what people can themselves and the help that is put in, need by need (OND-22).

It says in words what was told and what was not yet. There is no number in it, and nothing to add up.
"""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from kernnetwerk_app.domain.plan import Afspraak, Wie


class Kant(StrEnum):
    """The three questions of the source; the value is also the key of their words."""

    ZELF = "zelf"
    NETWERK = "netwerk"
    HULP = "hulp"


class Zwaarte(StrEnum):
    """On whom everything rests, where that is worth a quiet word."""

    HULP = "hulp"
    MANTELZORG = "mantelzorg"


KANT_VAN: Mapping[Wie, Kant] = MappingProxyType(
    {
        Wie.INWONER: Kant.ZELF,
        Wie.NETWERK: Kant.NETWERK,
        Wie.BUREN: Kant.NETWERK,
        Wie.VRIJWILLIGER: Kant.HULP,
        Wie.ALGEMENE_VOORZIENING: Kant.HULP,
        Wie.PROFESSIONAL: Kant.HULP,
    }
)
"""Of whose side a line of the plan is. Whoever is put in is help, also when it is a volunteer or open to everyone."""
_BEGIN = 2
"""With fewer lines than this a plan has only begun, and says nothing yet of where it rests."""


def mist(gezegd: Mapping[Kant, Sequence[str]], afspraken: Sequence[Afspraak]) -> tuple[Kant, ...]:
    """What nobody said anything of yet. Who does it was agreed already: then no help is an answer too."""
    return tuple(
        kant for kant in Kant if not gezegd.get(kant) and not (kant is Kant.HULP and afspraken and gezegd_iets(gezegd))
    )


def gezegd_iets(gezegd: Mapping[Kant, Sequence[str]]) -> bool:
    return any(gezegd.values())


def rust_op(afspraken: Sequence[Afspraak], mantelzorgers: Collection[UUID]) -> Zwaarte | None:
    """Whether the resident and those around them do nothing in the plan, or a mantelzorger all that others do.

    `mantelzorgers` are the ids of the lines that one of those does.
    """
    if len(afspraken) >= _BEGIN and all(KANT_VAN[regel.wie] is Kant.HULP for regel in afspraken):
        return Zwaarte.HULP
    anderen = [regel.id for regel in afspraken if regel.wie is not Wie.INWONER]
    if len(anderen) >= _BEGIN and all(regel in mantelzorgers for regel in anderen):
        return Zwaarte.MANTELZORG
    return None
