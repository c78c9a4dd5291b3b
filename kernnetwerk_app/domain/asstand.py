"""Where somebody set one of the six sides of life on a day: in the words of the list, and never a number (OND-05).

A place is an `Antwoord` about that person whose key has the day in it: set again on another day it stands beside the
first. They are not added up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.levensas import Assenlijst

_AS = "as."


class StandOnbekend(KernnetwerkError):
    """A side or a place that the list does not have."""

    code = "asstand.onbekend"


def assleutel(een: str, datum: date) -> str:
    """Key of the answer about this side on this day."""
    return f"{_AS}{een}.{datum.isoformat()}"


def lees_as(sleutel: str) -> str | None:
    """Of which side an answer with this key is; None for any other answer."""
    een, _, _ = sleutel.removeprefix(_AS).rpartition(".")
    return een if sleutel.startswith(_AS) and een else None


@dataclass(frozen=True, slots=True)
class Asstand:
    """A place that was set on a day, in the words of the list as it is now."""

    datum: date
    stand: str


def standen_van(lijst: Assenlijst, een: str, antwoorden: Iterable[tuple[str, str | None]]) -> tuple[Asstand, ...]:
    """What was set on this side, the first day first; what the list no longer has reads as it was kept."""
    namen = {keuze.sleutel: keuze.label for keuze in lijst.standen}
    gevonden = {}
    for sleutel, waarde in antwoorden:
        dag = lees_dag(sleutel)
        if lees_as(sleutel) == een and waarde and dag is not None:
            gevonden[dag] = Asstand(dag, namen.get(waarde, waarde))
    return tuple(gevonden[dag] for dag in sorted(gevonden))


def lees_dag(sleutel: str) -> date | None:
    """The day in the key of what was said on one; None where there is none."""
    try:
        return date.fromisoformat(sleutel.rpartition(".")[2])
    except ValueError:
        return None


def check_stand(lijst: Assenlijst, een: str, stand: str) -> None:
    try:
        lijst.vind(een), lijst.stand(stand)
    except KeyError:
        raise StandOnbekend from None


def laatste_standen(lijst: Assenlijst, antwoorden: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """By side the place that was set last, in these answers (key, value); what the list no longer has is left out."""
    gevonden: dict[str, tuple[str, str]] = {}
    for sleutel, waarde in antwoorden:
        een, _, dag = sleutel.removeprefix(_AS).rpartition(".")
        if not sleutel.startswith(_AS) or dag < gevonden.get(een, ("", ""))[0]:
            continue
        try:
            check_stand(lijst, een, waarde or "")
        except StandOnbekend:
            continue
        gevonden[een] = (dag, waarde or "")
    return {een: stand for een, (_, stand) in gevonden.items()}
