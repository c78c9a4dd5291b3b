"""The working day, from end to end, through the real windows; and the sentinel that looks at what it left behind."""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests.werkdag.schildwacht import scan

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.timeout(300)
def test_a_working_day_from_the_town_hall_to_the_kitchen_table_and_back(tmp_path: Path) -> None:
    """As `do.py demo` plays it, at the real price of a passphrase; a check that fails ends it with status 1."""
    uit = tmp_path / "uit"
    command = [sys.executable, "-m", "tests.werkdag", "--uit", str(uit)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    gegevens = json.loads((uit / "werkdag.json").read_text(encoding="utf-8"))
    assert all(stap["controles"] for stap in gegevens["stappen"])
    assert gegevens["totaal"]["afgebroken"] == 3
    assert (uit / "ondersteuningsplan.pdf").read_bytes().startswith(b"%PDF")
    pagina = (uit / "werkdag.html").read_text(encoding="utf-8")
    assert pagina.count("data:image/png;base64,") == sum(len(stap["beelden"]) for stap in gegevens["stappen"])
    assert "://" not in pagina, "the page needs nothing from elsewhere"


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
