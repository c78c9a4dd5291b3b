"""The demo: that what goes wrong in it is told and ends it, and the sentinel that looks at what it left behind."""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests.werkdag.schildwacht import scan

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.duurproef  # `.ci/run` plays it after the suite: do.py demo is the end-to-end test
@pytest.mark.eis("SYNC-10")
@pytest.mark.timeout(600)
def test_a_working_day_an_afternoon_and_three_mornings_go_from_end_to_end(tmp_path: Path) -> None:
    """As `do.py demo` plays it, at the real price of a passphrase; whatever does not hold ends it with status 1."""
    command = [sys.executable, "-m", "tests.werkdag", "--uit", str(tmp_path / "uit")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def kapotte_werkdag(tmp_path: Path, stuk: str, *woorden: str) -> list[str]:
    """What the demo says on standard error with something broken in it, and then its exit status."""
    opdracht = f"import sys\nfrom tests.werkdag import __main__ as demo\n{stuk}"
    command = [sys.executable, "-c", opdracht, "--uit", str(tmp_path / "uit"), *woorden]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stderr.splitlines()


@pytest.mark.timeout(120)
def test_whatever_goes_wrong_ends_with_a_sentence_and_status_1(tmp_path: Path) -> None:
    """One day after the other in one process: to start it takes longest."""
    gezegd = kapotte_werkdag(
        tmp_path,
        """
from functools import cache
from unittest.mock import patch
from tests.werkdag import scenario, spel
spel._start_qt = cache(spel._start_qt)
for breuk in (
    (scenario.Werkdag, "_begin", lambda dag: (dag.verslag.stap("Een"), 1 / 0)),
    (scenario.Werkdag, "_begin", lambda dag: (dag.verslag.stap("Een"), dag.verslag.klopt(False, "het past"))),
    (spel, "Verslag", lambda *_: open("/", "w")),
):
    with patch.object(*breuk):
        print(demo.main(), file=sys.stderr)
""",
        "--deel",
        "dag",
    )
    verwacht = [
        "Stap «Een» brak af op een fout in het programma.",
        "Technisch: ZeroDivisionError: division by zero",
        "1",
        "Stap «Een» ging niet goed. Klopt niet: het past",
        "1",
        "De werkdag kon niet worden gespeeld of bewaard.",
        "Technisch: IsADirectoryError",
        "1",
    ]
    assert len(gezegd) == len(verwacht), gezegd
    assert all(regel.startswith(begin) for regel, begin in zip(gezegd, verwacht, strict=True))


def test_a_part_that_fails_beside_the_others_is_told_and_what_the_others_made_is_kept(tmp_path: Path) -> None:
    stuk = """
from tests.werkdag import samen
def opdracht(deel, map_, langzaam):
    schrijf = f"import pathlib, tests.werkdag.verslag as w; v = w.Verslag(pathlib.Path({str(map_)!r}), 0)"
    einde = "raise SystemExit('Het is mis.')" if deel == "bmwe" else "v.stap('Goed'); v.write()"
    return [samen.sys.executable, "-c", f"{schrijf}; {einde}"]
samen.command = opdracht
print(demo.main(), file=sys.stderr)
"""
    assert kapotte_werkdag(tmp_path, stuk, "--alleen", "ochtend") == ["Het is mis.", "1"]
    gegevens = json.loads((tmp_path / "uit" / "werkdag.json").read_text(encoding="utf-8"))
    assert [stap["naam"] for stap in gegevens["stappen"]] == ["Goed", "Goed"]


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("dossiers.db-wal", b"\x00\x01Mevrouw Geheim\x00"),
        ("kladje", "x Mevrouw Geheim".encode("utf-16-le")),
        ("kladje", "x Mevrouw Geheim".encode("utf-16-be")),
        ("blad.pdf", b"%PDF-1.7 1 0 obj stream\n" + zlib.compress(b"(Mevrouw Geheim) Tj") + b"endstream"),
        ("Mevrouw Geheim.txt", b""),
    ],
)
def test_the_sentinel_finds_a_word_in_every_form(tmp_path: Path, naam: str, inhoud: bytes) -> None:
    (tmp_path / naam).write_bytes(inhoud)
    assert scan([tmp_path], ["Mevrouw Geheim"])


def test_the_sentinel_leaves_out_what_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "oefenserver").mkdir()
    (tmp_path / "oefenserver" / "gemeente.sqlite").write_bytes(b"Mevrouw Geheim")
    assert scan([tmp_path], ["Mevrouw Geheim"], [tmp_path / "oefenserver"]) == []
