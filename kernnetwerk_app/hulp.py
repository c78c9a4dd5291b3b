"""The help of each screen, from `resources/tekst/hulp.toml`: what one does there, why, and what if."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class Hulp:
    """What help says of one screen. `als`: question and answer, in order; `toetsen`: key and what it does."""

    sleutel: str
    titel: str
    wat: str
    waarom: str
    als: tuple[tuple[str, str], ...]
    toetsen: tuple[tuple[str, str], ...]


def find_hulp(sleutel: str, zeg: Callable[[str], str] = str) -> Hulp:
    """The help of the screen with this key, each sentence as `zeg` says it; KeyError when nobody wrote it."""
    t = load("hulp").met(zeg)
    deel = t.groep(sleutel)
    return Hulp(
        sleutel=sleutel,
        titel=deel["titel"],
        wat=deel["wat"],
        waarom=deel["waarom"],
        als=_pairs(deel, "als"),
        toetsen=(*_pairs(deel, "toetsen"), *_pairs(t.groep("overal"), "toetsen")),
    )


def alle_hulp() -> list[Hulp]:
    """The help of every screen, in the order of the file: that of a working day."""
    sleutels = dict.fromkeys(sleutel.partition(".")[0] for sleutel in load("hulp"))
    return [find_hulp(sleutel) for sleutel in sleutels if sleutel != "overal"]


def _pairs(deel: dict[str, str], naam: str) -> tuple[tuple[str, str], ...]:
    """`als.leeg.vraag` and `als.leeg.antwoord` are one pair, as are `toetsen.f12.toets` and `.doet`."""
    nummers: Sequence[str] = list(dict.fromkeys(key.split(".")[1] for key in deel if key.startswith(f"{naam}.")))
    links, rechts = ("vraag", "antwoord") if naam == "als" else ("toets", "doet")
    return tuple((deel[f"{naam}.{nr}.{links}"], deel[f"{naam}.{nr}.{rechts}"]) for nr in nummers)
