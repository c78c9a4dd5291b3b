"""The scale question, 0 to 10: only where a worker chooses it, dated, and asked again later (EVV-16). It is no score.

A figure is an `Antwoord` whose key has the day in it: asked again on another day it stands beside the first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.domain.errors import KernnetwerkError

LAAGST, HOOGST = 0, 10
_SCHAAL = ".schaal."


class CijferBuitenSchaal(KernnetwerkError):
    code = "schaalvraag.buiten_schaal"


@dataclass(frozen=True, slots=True, order=True)
class Cijfer:
    """What somebody said on a day, from 0 to 10."""

    datum: date
    waarde: int


def schaalsleutel(gebied: str, datum: date) -> str:
    """Key of the answer that was given about this life domain on this day."""
    return f"{gebied}{_SCHAAL}{datum.isoformat()}"


def lees_schaal(sleutel: str) -> str | None:
    """Of which life domain an answer with this key is the figure; None for any other answer."""
    gebied, schaal, _ = sleutel.partition(_SCHAAL)
    return gebied if schaal and gebied else None


def check_cijfer(waarde: int) -> None:
    """Refuse what is not on the scale."""
    if not LAAGST <= waarde <= HOOGST:
        raise CijferBuitenSchaal


def lees_cijfers(antwoorden: Iterable[tuple[str, str | None]]) -> dict[str, tuple[Cijfer, ...]]:
    """The figures in these answers (key, value), by life domain and in time; what is no figure is left out."""
    gevonden: dict[str, list[Cijfer]] = {}
    for sleutel, waarde in antwoorden:
        gebied, schaal, dag = sleutel.partition(_SCHAAL)
        if schaal and (cijfer := _read(dag, waarde)) is not None:
            gevonden.setdefault(gebied, []).append(cijfer)
    return {gebied: tuple(sorted(cijfers)) for gebied, cijfers in gevonden.items()}


def _read(dag: str, waarde: str | None) -> Cijfer | None:
    """Another program may have written something else."""
    try:
        cijfer = Cijfer(date.fromisoformat(dag), int(waarde or ""))
        check_cijfer(cijfer.waarde)
    except (ValueError, CijferBuitenSchaal):
        return None
    return cijfer
