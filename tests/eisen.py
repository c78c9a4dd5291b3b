"""Which requirement has a test: `python3 do.py eisen [--json FILE]`.

The ids come from docs/eisen.tsv and the tests from collecting (nothing is run): every test that carries
`@pytest.mark.eis("OND-01")` and runs in `do.py test`. Exit status 1 when a mark names an id that does not exist, when
a requirement of a group that is built has no test, or when collecting fails.
"""

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Mapping
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from tests.duur import LANG

ROOT = Path(__file__).resolve().parent.parent
GEBOUWD = ("EVV", "NET", "OND", "PLAN", "RES", "SIG", "SOC", "TAAL", "TRI")
"""Of these groups each MUST and each SHOULD keeps a test."""
ZONDER = {"RES-17": "0007: een vraag van het onderzoek naar tevredenheid"}
"""The exceptions, with the decision that says why."""


class Marks:
    """Pytest plugin: collects for each requirement id the names of the tests that carry it."""

    def __init__(self) -> None:
        self.tests: dict[str, set[str]] = defaultdict(set)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            if item.get_closest_marker(LANG):
                continue  # the campaign is not what says every day whether it still holds
            for mark in item.iter_markers("eis"):
                for eis in mark.args:
                    # One name per test function, whatever its parameters.
                    self.tests[eis].add(item.nodeid.split("[")[0])


def read_eisen() -> dict[str, tuple[str, str]]:
    """Give the ids of docs/eisen.tsv in the order of that file, each with its level and its group."""
    lines = (ROOT / "docs" / "eisen.tsv").read_text(encoding="utf-8").splitlines()
    return {eis: (niveau, groep) for eis, niveau, groep, *_ in (line.split("\t") for line in lines[1:])}


def find_faults(eisen: Mapping[str, tuple[str, str]], found: Mapping[str, set[str]]) -> list[str]:
    """Sentences about marks and requirements that do not go together; none when all is well."""
    vast = {eis for eis, (niveau, groep) in eisen.items() if groep in GEBOUWD and niveau in ("MUST", "SHOULD")}
    zinnen = {
        "Onbekend in docs/eisen.tsv": set(found) - set(eisen),
        "Heeft geen test meer": {eis for eis in vast - set(ZONDER) if not found.get(eis)},
        "Staat in ZONDER en heeft een test, of is geen eis": {
            eis for eis in ZONDER if found.get(eis) or eis not in vast
        },
    }
    return [f"{zin}: {', '.join(sorted(ids))}" for zin, ids in zinnen.items() if ids]


def collect() -> tuple[dict[str, set[str]], bool]:
    """Collect the marks; the second value tells whether collecting went well."""
    marks = Marks()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        status = pytest.main(["--collect-only", "-q", "-m", "", str(ROOT / "tests")], plugins=[marks])
    return marks.tests, status in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="do.py eisen", description="Toont per eis welke tests er zijn.")
    parser.add_argument("--json", type=Path, metavar="BESTAND", help="schrijf de rijen (id, tests) als JSON")
    chosen = parser.parse_args(arguments)
    found, whole = collect()
    eisen = read_eisen()
    rows = [{"id": eis, "tests": sorted(found.get(eis, ()))} for eis in eisen]
    for row in rows:
        print(f"{row['id']:8} {', '.join(row['tests']) or '-'}")
    print(f"{sum(bool(row['tests']) for row in rows)} van {len(rows)} eisen hebben een test.")
    if chosen.json:
        chosen.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    faults = find_faults(eisen, found)
    if not whole:
        faults.append("Niet alle tests konden worden gelezen; `python3 do.py test --collect-only` zegt welke.")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
