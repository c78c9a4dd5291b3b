"""The process with the word list: what it knows, that it ends with who asks, and that it leaves nothing behind."""

import json
import os
import re
import select
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kernnetwerk_app.domain.spelling import lees_woorden
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services.spelling import words_here
from kernnetwerk_app.spelproces import VOORSTEL, WOORDEN, antwoord, open_boek

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def vraag(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, object], list[str]]:
    """Asks the list; while it was read it stood in a folder that is gone."""
    tijdelijk, eerst = tmp_path_factory.mktemp("tijdelijk"), tempfile.tempdir
    tempfile.tempdir = str(tijdelijk)
    try:
        boek = open_boek()
    finally:
        tempfile.tempdir = eerst
    assert list(tijdelijk.iterdir()) == []
    return lambda soort, gevraagd: antwoord(boek, soort, gevraagd)  # type: ignore[arg-type]


def test_it_knows_dutch_and_proposes_the_right_word_first(vraag: Callable[[str, object], list[str]]) -> None:
    goed = ["fiets", "Thuiszorg", "mantelzorger", "keukentafelgesprek", "foto's", "bijv.", "één", "Appingedam"]
    assert vraag(WOORDEN, [*goed, "fuot", "fietz"]) == ["fuot", "fietz"]
    assert vraag(VOORSTEL, "onmiddelijk") == ["onmiddellijk"]
    assert vraag(VOORSTEL, "Fuot")[0] == "Fout"
    assert len(vraag(VOORSTEL, "fuot")) == 5
    assert vraag(WOORDEN, ["\ud800"]) == [], "half a character is nobody's mistake"
    assert vraag(VOORSTEL, "\ud800") == []


def test_every_noun_of_the_glossary_is_known_to_the_list_or_to_ours(vraag: Callable[[str, object], list[str]]) -> None:
    """Else it would be marked where a worker writes it: add it to resources/spelling/vakwoorden.txt. Names of files are
    no words of the field.
    """
    stuk = (ROOT / "docs" / "begrippen.md").read_text(encoding="utf-8").partition("## Namen van bestanden")[0]
    regels = stuk.splitlines()
    begrippen = " ".join(re.sub(r"[`_*]", " ", regel.split("|")[1]) for regel in regels if regel.startswith("| "))
    woorden = lees_woorden(begrippen, words_here(load_profiel("oefenen")))
    onbekend = set(vraag(WOORDEN, [vorm for woord in woorden for vorm in (*woord.vormen, *woord.delen)]))
    assert [woord.tekst for woord in woorden if not woord.is_goed(lambda vorm: vorm not in onbekend)] == []


_VRAGER = """
import subprocess, sys
opdracht = [sys.executable, "-m", "kernnetwerk_app.spelproces"]
proces = subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
proces.stdin.write(b'["woorden", ["fuot"]]\\n')
proces.stdin.flush()
print(proces.stdout.readline().decode().strip(), proces.pid, flush=True)
sys.stdin.read()
"""


def test_locked_while_it_still_reads_its_list_it_leaves_no_folder_behind(tmp_path: Path) -> None:
    omgeving = {**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)}
    opdracht = [sys.executable, "-m", "kernnetwerk_app.spelproces"]
    gedaan = subprocess.run(opdracht, input=b"", capture_output=True, check=False, cwd=ROOT, env=omgeving)
    assert (gedaan.returncode, gedaan.stdout, gedaan.stderr) == (0, b"", b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system for processes as Linux names them")
def test_it_ends_when_the_program_that_asks_is_killed() -> None:
    vrager = subprocess.Popen(
        [sys.executable, "-c", _VRAGER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert vrager.stdout is not None
    gezegd, _, pid = vrager.stdout.readline().strip().rpartition(" ")
    assert json.loads(gezegd) == ["fuot"]
    proces = os.pidfd_open(int(pid))
    vrager.kill()
    vrager.communicate()
    gestopt, _, _ = select.select([proces], [], [], 30)
    os.close(proces)
    assert gestopt, "no orphan"
