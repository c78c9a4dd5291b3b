"""The working day, from end to end, through the real windows; and the sentinel that looks at what it left behind."""

import json
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from tests.werkdag.schildwacht import scan

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.duurproef  # do.py demo plays the same with the same checks, at each change
@pytest.mark.timeout(300)
def test_a_working_day_from_the_town_hall_to_the_kitchen_table_and_back(tmp_path: Path) -> None:
    """As `do.py demo` plays it, at the real price of a passphrase; a check that fails ends it with status 1."""
    uit = tmp_path / "uit"
    gegevens = speel(uit, "dag")
    assert all(stap["controles"] for stap in gegevens["stappen"])
    assert gegevens["totaal"]["afgebroken"] == 3
    assert gegevens["totaal"]["seconden_tot_eerste_beeld"] > 0
    assert (uit / "ondersteuningsplan.pdf").read_bytes().startswith(b"%PDF")
    pagina = (uit / "werkdag.html").read_text(encoding="utf-8")
    assert pagina.count("data:image/png;base64,") == sum(len(stap["beelden"]) for stap in gegevens["stappen"])
    assert "seconden tot eerste beeld" in pagina
    assert "://" not in pagina, "the page needs nothing from elsewhere"


def speel(uit: Path, deel: str) -> Any:
    """Play one part as the demo does; what it wrote down of it."""
    command = [sys.executable, "-m", "tests.werkdag", "--uit", str(uit), "--alleen", deel]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads((uit / "werkdag.json").read_text(encoding="utf-8"))


def kapotte_werkdag(tmp_path: Path, stuk: str, *woorden: str) -> tuple[int, list[str]]:
    """The day with something broken in it: its exit status and what it said of it."""
    opdracht = (
        f"from tests.werkdag import __main__ as demo, samen, scenario, spel\n{stuk}\nraise SystemExit(demo.main())"
    )
    command = [sys.executable, "-c", opdracht, "--uit", str(tmp_path / "uit"), *woorden]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr.splitlines()


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("stuk", "gezegd"),
    [
        (
            "scenario.Werkdag._begin = lambda dag: (dag.verslag.stap('Een'), 1 / 0)",
            ["Stap «Een» brak af op een fout in het programma.", "Technisch: ZeroDivisionError: division by zero"],
        ),
        (
            "scenario.Werkdag._begin = lambda dag: (dag.verslag.stap('Een'), dag.verslag.klopt(False, 'het past'))",
            ["Stap «Een» ging niet goed. Klopt niet: het past"],
        ),
        (
            "spel.Verslag = lambda *_: open('/', 'w')",
            ["De werkdag kon niet worden gespeeld of bewaard.", "Technisch: IsADirectoryError"],
        ),
    ],
)
def test_whatever_goes_wrong_ends_with_a_sentence_and_status_1(tmp_path: Path, stuk: str, gezegd: list[str]) -> None:
    status, regels = kapotte_werkdag(tmp_path, stuk, "--deel", "dag")
    assert status == 1
    assert len(regels) == len(gezegd)
    assert all(regel.startswith(begin) for regel, begin in zip(regels, gezegd, strict=True))


def test_a_part_that_fails_beside_the_others_is_told_and_what_the_others_made_is_kept(tmp_path: Path) -> None:
    stuk = """
def opdracht(deel, map_, langzaam):
    schrijf = f"import pathlib, tests.werkdag.verslag as w; v = w.Verslag(pathlib.Path({str(map_)!r}), 0)"
    einde = "raise SystemExit('Het is mis.')" if deel == "bmwe" else "v.stap('Goed'); v.write()"
    return [samen.sys.executable, "-c", f"{schrijf}; {einde}"]
samen.command = opdracht
"""
    status, regels = kapotte_werkdag(tmp_path, stuk, "--alleen", "ochtend")
    assert (status, regels) == (1, ["Het is mis."])
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
