"""Until when the law has a dossier kept, and what that says to who asks to have something taken away (RES-11).

Counted from the last that was written in it: nothing is destroyed here. That is an act of the municipality.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.domain.termijn import BerekendeTermijn, bereken
from kernnetwerk_app.domain.wettermijn import BEWAREN_JEUGD, BEWAREN_WMO, Termijn
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

_VAN_WET: dict[Wet, Termijn] = {Wet.WMO: BEWAREN_WMO, Wet.JEUGDWET: BEWAREN_JEUGD}
"""Other laws have no term of their own: the municipality keeps what is of them as its selectielijst says."""


@dataclass(frozen=True, slots=True)
class Bewaren:
    """`som`: until when this law has all of it kept, with its sum; `jaren` as that law says. None of both where the law
    has no term: then the selectielijst of the municipality says it.
    """

    wet: Wet
    som: BerekendeTermijn | None = None
    jaren: int = 0


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[Bewaren, ...]:
    """By law of the questions in this dossier, the Wmo where nobody said which of any: the longest term last, and then
    the laws without a term.
    """
    return tuple(_termen(plek, lezer, huishouden_id))


def laatste_dag(lezer: Lezer, huishouden_id: UUID) -> date | None:
    """The day of the last that this laptop knows was written in this dossier."""
    ms = lezer.laatst_geschreven(huishouden_id)
    return datetime.fromtimestamp(ms / 1000, AMSTERDAM).date() if ms else None


def _termen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Iterator[Bewaren]:
    dag = laatste_dag(lezer, huishouden_id)
    wetten = {melding.wet for melding in lezer.find(Melding, huishouden_id=huishouden_id)}
    if dag is None:
        return
    for wet, termijn in _VAN_WET.items():
        if wet in wetten or (wet is Wet.WMO and wetten <= {None}):
            with suppress(DagBuitenBereik):
                yield Bewaren(wet, bereken(termijn, dag, plek.profiel.kalender), termijn.duur.aantal)
    yield from (Bewaren(wet) for wet in Wet if wet in wetten and wet not in _VAN_WET)
