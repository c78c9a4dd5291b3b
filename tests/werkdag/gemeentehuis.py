"""A town hall of the morning: a database of its own, the profile that ships for it, its beheerder and its server.

It practises: a fixed clock and fictional people are for a practice municipality only (Decided once 15), so its profile
says `oefenen`. All else in the profile is as it ships, and comes to the laptop over the line.
"""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.paths import resource
from kernnetwerk_server import heads, profielbeheer
from kernnetwerk_server.database import create, open_existing
from kernnetwerk_server.enrolment_service import EnrolmentService
from kernnetwerk_server.kaart_service import KaartService
from tests.werkdag.hand import klopt

_ADRES = re.compile(r"https?://\S+?(?=\.?\s)")
_STOP_SECONDEN = 10
E = TypeVar("E", bound=Entiteit)


class Gemeentehuis:
    """`map_` is its own; `sleutel` names a profile that ships, such as `bmwe`."""

    def __init__(self, map_: Path, sleutel: str, klok: Klok) -> None:
        map_.mkdir(parents=True)
        self._klok, self._pad = klok, map_ / "gemeente.sqlite"
        create(self._pad, profiel=sleutel, gemeente=f"{sleutel} (oefenen)", oefenen=True)
        self._database = open_existing(self._pad)
        self.profiel = profielbeheer.publiceer(self._database, _practising(map_ / "profiel", sleutel), klok)
        self._beheer = EnrolmentService(self._database, klok)
        self._process = self._spawn()
        regel = self._process.stdout.readline() if self._process.stdout else ""
        gevonden = _ADRES.search(regel)
        klopt(gevonden is not None, f"De server van {sleutel} luistert niet.")
        self.adres = gevonden.group() if gevonden else ""

    def code_for(self, naam: str) -> str:
        """A code with which this new worker couples a laptop."""
        return self._beheer.issue_code(self._beheer.add_medewerker(naam, Functie.GENERALIST).id)

    def approve(self, vingerafdruk: str) -> None:
        """The beheerder compared these words with those on the laptop."""
        self._beheer.approve(vingerafdruk)

    def lay_down_kaart(self, regels: Sequence[Sequence[str]]) -> int:
        """Read a table with the sociale kaart, the names of its columns first; how many entries came in."""
        tabel = "\r\n".join(";".join(regel) for regel in regels)
        return KaartService(self._database, self._klok).lees_in(tabel.encode()).nieuw

    def received(self, soort: type[E]) -> list[E]:
        """What the server has of this kind."""
        with self._database.reading() as sessie:
            gelezen = [heads.read_entity(sessie, soort, hier) for hier in heads.entity_ids(sessie, soort)]
        return [entiteit for entiteit in gelezen if entiteit is not None]

    def close(self) -> None:
        """End the server that was started here."""
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDEN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._database.close()

    def _spawn(self) -> "subprocess.Popen[str]":
        opdracht = [sys.executable, "-m", "kernnetwerk_server", "start", "--database", str(self._pad), "--poort", "0"]
        opdracht += ["--oefenen", "--klok", self._klok.nu().isoformat()]
        return subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _practising(map_: Path, sleutel: str) -> Path:
    """A folder with this profile and the one line by which it practises."""
    (map_ / "profielen").mkdir(parents=True)
    (map_ / "lijsten").mkdir()
    zoals_geleverd = resource("profielen", f"{sleutel}.toml").read_text(encoding="utf-8")
    kop, regel, rest = zoals_geleverd.partition(f'sleutel = "{sleutel}"\n')
    oefent = "" if "\noefenen = true\n" in zoals_geleverd else "oefenen = true\n"
    (map_ / "profielen" / f"{sleutel}.toml").write_text(f"{kop}{regel}{oefent}{rest}", encoding="utf-8")
    return map_
