"""`python -m kernnetwerk_app controle`: whether every signature on this laptop is still what it was, without a window.

It says of each the day and the check code that stands on the paper, and never a name.
"""

import argparse
import getpass
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TextIO

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.paths import data_folder
from kernnetwerk_app.settings import Settings
from kernnetwerk_app.teksten import load


def run(argumenten: Sequence[str], ask: Callable[[str], str] = getpass.getpass, uit: TextIO | None = None) -> int:
    """Exit status 0 when all of them are whole, 1 when one is not, 2 when the store could not be opened."""
    t, uit = load("controle"), uit or sys.stdout
    parser = argparse.ArgumentParser("kernnetwerk controle", description=t("wat"))
    parser.add_argument("--map", type=Path, default=None, help=t("map"))
    parser.add_argument("--oefenen", action="store_true", help=t("oefenen"))
    gekozen = parser.parse_args(argumenten)
    settings = Settings(gekozen.map or data_folder())
    folder = settings.oefen_map if gekozen.oefenen else settings.werk_map
    wachtzin = load("start")("oefenen.wachtzin") if gekozen.oefenen else ask(t("wachtzin"))
    try:
        regels, heel = _look(folder, wachtzin)
    except KernnetwerkError as fout:
        from kernnetwerk_app.ui.meldingen import sentence  # the only thing of the window that is needed

        uit.write(f"{sentence(fout)}\n")
        return 2
    uit.write("\n".join(regels) + "\n")
    return 0 if heel else 1


def _look(folder: Path, wachtzin: str) -> tuple[list[str], bool]:
    from kernnetwerk_app.nieuwe_store import open_store
    from kernnetwerk_app.services.echtheid import controleer
    from kernnetwerk_app.store import vault
    from kernnetwerk_app.store.throttle import Throttle

    t = load("controle")
    kluis = vault.unlock(folder, wachtzin, Throttle(folder))
    with closing(open_store(folder, kluis, Klok())) as store, store.read() as lezer:
        oordelen = controleer(lezer)
    regels = []
    for een in oordelen:
        key = ("heel" if een.hier else "heel_elders") if een.heel else "gewijzigd"
        regels.append(t(key, code=een.code, datum=datum_lang(een.datum, jaar=True)))
    anders = sum(not een.heel for een in oordelen)
    som = t("som", aantal=len(oordelen), anders=anders) if oordelen else t("geen")
    return [*regels, som], not anders
