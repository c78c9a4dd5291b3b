"""Which requirement has a test: `python3 do.py eisen [--json FILE]`.

The ids come from docs/eisen.tsv and the tests from collecting (nothing is run): every test that carries
`@pytest.mark.eis("OND-01")`. Exit status 1 when a mark names an id that does not exist, or when collecting fails.
"""

import argparse
import json
import os
import sys
from collections import defaultdict
from contextlib import redirect_stdout
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


class Marks:
    """Pytest plugin: collects for each requirement id the names of the tests that carry it."""

    def __init__(self) -> None:
        self.tests: dict[str, set[str]] = defaultdict(set)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            for mark in item.iter_markers("eis"):
                for eis in mark.args:
                    # One name per test function, whatever its parameters.
                    self.tests[eis].add(item.nodeid.split("[")[0])


def read_eisen() -> list[str]:
    """Give the ids of docs/eisen.tsv in the order of that file."""
    lines = (ROOT / "docs" / "eisen.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines[1:]]


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
    rows = [{"id": eis, "tests": sorted(found.get(eis, ()))} for eis in read_eisen()]
    for row in rows:
        print(f"{row['id']:8} {', '.join(row['tests']) or '-'}")
    print(f"{sum(bool(row['tests']) for row in rows)} van {len(rows)} eisen hebben een test.")
    if chosen.json:
        chosen.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    unknown = sorted(set(found) - {row["id"] for row in rows})
    if unknown:
        print(f"Onbekend in docs/eisen.tsv: {', '.join(unknown)}", file=sys.stderr)
    if not whole:
        print("Niet alle tests konden worden gelezen; `python3 do.py test --collect-only` zegt welke.", file=sys.stderr)
    return 0 if whole and not unknown else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
