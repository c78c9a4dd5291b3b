"""`do.py bench [NAME] [--json FILE]`: measures speed in one run, as ratios and counts."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import opslaan, papier, schermen, start, versturen, zoeken
from tests.bench.rij import Rij

METINGEN: dict[str, Callable[[int], Iterator[Rij]]] = {
    "start": start.measure,
    "opslaan": lambda _: opslaan.measure(),
    "papier": lambda _: papier.measure(),
    "schermen": lambda _: schermen.measure(),
    "versturen": lambda _: versturen.measure(),
    "zoeken": lambda _: zoeken.measure(),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="do.py bench")
    parser.add_argument("naam", nargs="?", choices=sorted(METINGEN), help="alleen deze meting")
    parser.add_argument("--rondes", type=int, default=11, help="hoe vaak elk venster opengaat (11)")
    parser.add_argument("--json", type=Path, help="schrijf de rijen ook in dit bestand")
    gekozen = parser.parse_args()
    rijen: list[Rij] = []
    for meet in (meet for naam, meet in METINGEN.items() if gekozen.naam in (None, naam)):
        for rij in meet(gekozen.rondes):
            rijen.append(rij)
            _show(rij)
    if gekozen.json:
        velden = [
            {"naam": r.naam, "doel": r.doel, "gemeten": r.gemeten, "eenheid": r.eenheid, "gehaald": r.gehaald}
            for r in rijen
        ]
        gekozen.json.write_text(json.dumps(velden, ensure_ascii=False, indent=2), encoding="utf-8")
    return 1 if any(rij.gehaald is False for rij in rijen) else 0


def _show(rij: Rij) -> None:
    oordeel = {True: "gehaald", False: "NIET gehaald", None: ""}[rij.gehaald]
    doel = "" if rij.doel is None else f"doel {rij.doel:g}"
    print(f"{rij.naam:54} {rij.gemeten:>10g} {rij.eenheid:12} {doel:12} {oordeel}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
