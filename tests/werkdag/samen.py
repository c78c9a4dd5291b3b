"""The parts of the working day side by side, each in a process of its own, and one report of all of them.

A part mostly waits for its own threads, so two of them on two processors take hardly longer than one.
"""

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.werkdag import geheel, voorbeelden
from tests.werkdag.mislukt import WerkdagMislukt
from tests.werkdag.verslag import EIGEN, Verslag, als_getal, copy_pictures, read_deel

DELEN = ("dag", "middag", "bmwe", "dalfsen", "krimpenerwaard")
"""The working day in the practice municipality, the afternoon at one table, and the morning in three municipalities."""
SAMEN = {"": DELEN, "ochtend": DELEN[2:]}


@dataclass(frozen=True, slots=True)
class Naar:
    """Where it goes: all of it, and if wanted the pictures of the README and the examples of the papers."""

    uit: Path
    beeld: Path | None = None
    voorbeelden: Path | None = None


def play(naar: Naar, langzaam: bool, begin: float, alleen: str) -> None:
    """Play these parts and lay what they made together in `naar.uit`; as many at once as there are processors.

    `langzaam`: one after the other, for who watches. Raises `WerkdagMislukt` with what went wrong in any of them; what
    was made until then is laid down all the same.
    """
    uit, delen = naar.uit, SAMEN.get(alleen, (alleen,))
    mappen = {deel: uit / f".{deel}" for deel in delen}
    verslag = Verslag(uit, begin)
    voor = time.monotonic() - begin
    with ThreadPoolExecutor(1 if langzaam else os.cpu_count() or 1) as pool:
        mis = [*filter(None, pool.map(_run, [command(deel, map_, langzaam) for deel, map_ in mappen.items()]))]
    gemaakt = [map_ for map_ in mappen.values() if map_.is_dir()]
    verslag.take_over([read_deel(map_) for map_ in gemaakt if (map_ / EIGEN[0]).is_file()], voor)
    for map_ in gemaakt:
        shutil.rmtree(map_, ignore_errors=True)
    verslag.write()
    if mis:
        raise WerkdagMislukt("\n".join(mis))
    geheel.check(uit, delen)
    if naar.beeld is not None:
        copy_pictures(uit, naar.beeld)
    if naar.voorbeelden is not None:
        voorbeelden.renew(uit, naar.voorbeelden)
    elif (uit / voorbeelden.NAAM).is_dir():
        voorbeelden.check_today(uit)
    print(f"Het eerste beeld stond er na {als_getal(verslag.totaal.seconden_tot_eerste_beeld)} seconden.")
    print(f"Alles klopt, in {als_getal(verslag.totaal.seconden)} seconden. Kijk in {uit / EIGEN[1]}.")


def command(deel: str, map_: Path, langzaam: bool) -> list[str]:
    """What plays one part, with all that it makes in this folder."""
    words = [sys.executable, "-m", "tests.werkdag", "--uit", str(map_), "--deel", deel]
    return [*words, "--langzaam"] if langzaam else words


def _run(words: list[str]) -> str:
    """Play one and print what it said; empty, or what went wrong."""
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    sys.stdout.write(done.stdout)
    sys.stdout.flush()
    if done.returncode:
        return done.stderr.strip() or "Een deel van de werkdag hield op zonder te zeggen waarom."
    sys.stderr.write(done.stderr)
    return ""
