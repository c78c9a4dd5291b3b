"""A score of a life domain or a side of life, on a day: only where somebody chose to give one, with why (OND-04).

What was chosen is kept as it was shown, so that a scale that changes later changes nothing of it. Scores are compared
with earlier ones of the same person and subject, and with nothing else: they are never added up or averaged.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Onvindbaar, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.geboortedatum import is_voor_geboorte
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.werkwijze import Lens

SCHAAL = "scoreschaal"
"""Name of the list with the levels of a life domain, from the lowest up; a municipality may have its own."""


class ScoreZonderReden(KernnetwerkError):
    """A score is a choice of the worker, who says why it is needed."""

    code = "score.zonder_reden"


class ScoreZonderKeuze(KernnetwerkError):
    """No subject or no level was chosen: none of them is the default (OND-04)."""

    code = "score.zonder_keuze"


class ScoreInToekomst(KernnetwerkError):
    code = "score.in_toekomst"


class ScoreVoorGeboorte(KernnetwerkError):
    """The day is before this person was born: a slip of the keyboard."""

    code = "score.voor_geboorte"


class Volgens(StrEnum):
    """Whose finding it is."""

    INWONER = "inwoner"
    PROFESSIONAL = "professional"


class Trend(StrEnum):
    """How the last score is to the one before."""

    EERSTE = "eerste"
    HOGER = "hoger"
    GELIJK = "gelijk"
    LAGER = "lager"
    ANDERE_SCHAAL = "andere schaal"


class Score(Entiteit):
    """One score. `onderwerp` is the key of the life domain or side of life; `stand` the words of the level, which is
    number `plaats` of the `hoogste` of version `schaalversie` of the list `schaal`, counted from 1.
    """

    soort: ClassVar[int] = 42
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL

    inwoner_id: Annotated[UUID, Eenheid(2)]
    lens: Annotated[Lens, Eenheid(2)]
    onderwerp: Annotated[str, Field(max_length=80), Eenheid(2), Onvindbaar()]
    datum: Annotated[date, Eenheid(3)]
    door_id: Annotated[UUID, Eenheid(4)]
    volgens: Annotated[Volgens, Eenheid(4)] = Volgens.PROFESSIONAL
    schaal: Annotated[str, Field(max_length=80), Eenheid(5), Onvindbaar()]
    schaalversie: Annotated[int, Eenheid(5)]
    stand: Annotated[str, Field(max_length=200), Eenheid(5), Onvindbaar()]
    plaats: Annotated[int, Eenheid(5)]
    hoogste: Annotated[int, Eenheid(5)]
    reden: Annotated[str, Field(max_length=300), Eenheid(6)]
    vervallen_datum: Annotated[date | None, Eenheid(7)] = None


def lees_keuze(gekozen: str) -> str:
    """A choice in the form of a score; `ScoreZonderKeuze` when none was made."""
    if is_leeg(gekozen):
        raise ScoreZonderKeuze
    return gekozen


def check_score(score: Score, vandaag: date, geboortedatum: str | None = None) -> None:
    """Refuse a score without a reason, one of a day to come, and one of before this person was born."""
    if is_leeg(score.reden):
        raise ScoreZonderReden
    if score.datum > vandaag:
        raise ScoreInToekomst
    if is_voor_geboorte(score.datum, geboortedatum):
        raise ScoreVoorGeboorte


def reeks(scores: Iterable[Score]) -> tuple[Score, ...]:
    """In time, what holds; of one day what was written last."""
    gelden = (score for score in scores if score.vervallen_datum is None)
    return tuple({score.datum: score for score in sorted(gelden, key=lambda score: (score.datum, score.id))}.values())


def trend(scores: Sequence[Score]) -> Trend:
    """How the last of these, in time, is to the one before; on another scale nobody can say."""
    if len(scores) < 2:
        return Trend.EERSTE
    eerder, nu = scores[-2:]
    if _schaal(eerder) != _schaal(nu):
        return Trend.ANDERE_SCHAAL
    if eerder.plaats == nu.plaats:
        return Trend.GELIJK
    return Trend.HOGER if nu.plaats > eerder.plaats else Trend.LAGER


def meetmomenten(scores: Iterable[Score]) -> dict[date, str]:
    """The days on which something was scored, as T0, T1 and so on: counted, so that nobody has to number them."""
    return {dag: f"T{nummer}" for nummer, dag in enumerate(sorted({score.datum for score in scores}))}


def _schaal(score: Score) -> tuple[str, int]:
    return score.schaal, score.schaalversie
