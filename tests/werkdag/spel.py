"""The working day with all that it needs around it: Qt, a folder of its own, and the words when it is over."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.start import collect_on_gui_thread
from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS, Theme
from tests.werkdag.hand import klopt
from tests.werkdag.mappen import check_nothing_readable, own_folders
from tests.werkdag.ochtend import Ochtend
from tests.werkdag.plaatsen import PLAATSEN
from tests.werkdag.scenario import Werkdag
from tests.werkdag.verslag import Verslag, als_getal, copy_pictures

LANGZAAM_MS = 400
DELEN = ("dag", "ochtend")
"""The working day in the practice municipality, and the morning in three others."""


def play(
    uit: Path, beeld: Path | None, langzaam: bool, begin: float, gemist: Sequence[BaseException], alleen: str = ""
) -> None:
    """Play it, look at what it left behind and say so. `gemist` fills with what went wrong where nobody was told.

    `alleen`: one of `DELEN` instead of both.
    """
    theme = _start_qt()
    map_ = Path(tempfile.mkdtemp(prefix="werkdag-"))
    try:
        with own_folders(map_):
            verslag = Verslag(uit, begin)
            try:
                for spel in _games(map_, verslag, theme, LANGZAAM_MS if langzaam else 0, alleen):
                    spel.play()
                    spel.close()
            finally:
                verslag.write()
            bekeken = check_nothing_readable(map_)
        klopt(not gemist, "Alle stappen gingen goed, maar onderweg ging er iets mis wat niemand zag.")
        if beeld is not None:
            copy_pictures(uit, beeld)
    finally:
        shutil.rmtree(map_, ignore_errors=True)
    print(f"In {bekeken} bestanden van de laptops, hun logboek en hun tijdelijke map staat geen woord van een inwoner.")
    for deel, (seconden, toetsen) in verslag.per_ochtend().items():
        print(f"De ochtend in {deel} duurde {als_getal(seconden)} seconden, met {toetsen} toetsen.")
    print(f"Het eerste beeld stond er na {als_getal(verslag.totaal.seconden_tot_eerste_beeld)} seconden.")
    print(f"Alles klopt. Kijk in {uit / 'werkdag.html'}.")


def _games(map_: Path, verslag: Verslag, theme: Theme, tempo: int, alleen: str) -> Iterator[Werkdag | Ochtend]:
    """The working day, then the morning in each municipality; one is made when the one before it is over."""
    if alleen in ("", "dag"):
        yield Werkdag(map_, verslag, theme, tempo)
    if alleen in ("", "ochtend"):
        for plaats in PLAATSEN:
            yield Ochtend(map_, plaats, verslag, theme, tempo)


def _start_qt() -> Theme:
    qInstallMessageHandler(_say)
    qt = QApplication(["kernnetwerk", *STYLE_ARGUMENTS])
    qt.setQuitOnLastWindowClosed(False)
    collect_on_gui_thread(qt)
    theme = Theme()
    theme.apply(qt)
    return theme


def _say(mode: object, context: object, message: str) -> None:
    """Print what Qt says, except that a screen which is not there knows no frames: that comes with every window."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")
