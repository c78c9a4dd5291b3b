"""The stories of the practice municipality, as data: who, where, what they said, and how many days ago.

Each file in `resources/oefenen/verhalen/` holds stories; each story is a row of deeds. A deed says on which day and at
what hour, counted from today (`dagen = -3`, never after yesterday), by which worker (`wie`), what was done (`wat`, a
deed of `daden`), and with which fields. `los = true`: written without a line, so without what a colleague wrote since.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.paths import resource

_OVER_DE_DAAD = frozenset({"dagen", "tijd", "wie", "wat", "los"})
_WERKDAG = time(10)


@dataclass(frozen=True, slots=True)
class Daad:
    """One thing that somebody did; `velden` as they stand in the file."""

    verhaal: str
    moment: datetime
    wie: str
    wat: str
    los: bool
    velden: Mapping[str, Any]


def load_daden(vandaag: date) -> list[Daad]:
    """All deeds of all stories in the order in which they were done: what was written first is there first."""
    bestanden = sorted(resource("oefenen", "verhalen").glob("*.toml"))
    daden = [daad for bestand in bestanden for daad in _read(bestand, vandaag)]
    return sorted(daden, key=lambda daad: daad.moment)


def _read(bestand: Path, vandaag: date) -> Iterator[Daad]:
    for verhaal in tomllib.loads(bestand.read_text(encoding="utf-8"))["verhaal"]:
        for rij in verhaal["daad"]:
            dag = vandaag + timedelta(days=rij["dagen"])
            yield Daad(
                verhaal=verhaal["sleutel"],
                moment=datetime.combine(dag, rij.get("tijd", _WERKDAG), AMSTERDAM),
                wie=rij.get("wie", verhaal.get("wie", "")),
                wat=rij["wat"],
                los=rij.get("los", False),
                velden={veld: waarde for veld, waarde in rij.items() if veld not in _OVER_DE_DAAD},
            )
