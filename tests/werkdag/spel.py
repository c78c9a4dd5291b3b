"""The working day with all that it needs around it: Qt, a folder of its own, and the words when it is over."""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.start import collect_on_gui_thread
from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS, Theme
from tests.werkdag.hand import enige, klopt
from tests.werkdag.mappen import check_nothing_readable, own_folders
from tests.werkdag.middag import Middag
from tests.werkdag.ochtend import Ochtend
from tests.werkdag.plaatsen import PLAATSEN
from tests.werkdag.scenario import Werkdag
from tests.werkdag.verslag import Verslag, als_getal

LANGZAAM_MS = 400


def play(uit: Path, langzaam: bool, begin: float, gemist: Sequence[BaseException], deel: str) -> None:
    """Play one part, look at what it left behind and say so. `gemist` fills with what went wrong where nobody was told.

    `deel`: one of `samen.DELEN`.
    """
    theme = _start_qt()
    map_ = Path(tempfile.mkdtemp(prefix="werkdag-"))
    try:
        with own_folders(map_):
            verslag = Verslag(uit, begin)
            try:
                spel = _game(map_, verslag, theme, LANGZAAM_MS if langzaam else 0, deel)
                spel.play()
                spel.close()
            finally:
                verslag.write()
            bekeken = check_nothing_readable(map_)
        klopt(not gemist, "Alle stappen gingen goed, maar onderweg ging er iets mis wat niemand zag.")
    finally:
        shutil.rmtree(map_, ignore_errors=True)
    print(f"In {bekeken} bestanden van de laptops, hun logboek en hun tijdelijke map staat geen woord van een inwoner.")
    for naam, (seconden, toetsen) in verslag.per_deel().items():
        print(f"{naam.capitalize()} duurde {als_getal(seconden)} seconden, met {toetsen} toetsen.")


def _game(map_: Path, verslag: Verslag, theme: Theme, tempo: int, deel: str) -> Werkdag | Middag | Ochtend:
    """The working day in the practice municipality, the afternoon at one table, or the morning in a municipality."""
    if deel == "dag":
        return Werkdag(map_, verslag, theme, tempo)
    if deel == "middag":
        return Middag(map_, verslag, theme, tempo)
    plaats = enige([plaats for plaats in PLAATSEN if plaats.sleutel == deel], "gemeente met deze naam")
    return Ochtend(map_, plaats, verslag, theme, tempo)


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
