"""`do.py demo [--uit DIR] [--langzaam]`: plays the working day and leaves its pictures, paper and numbers."""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.start import collect_on_gui_thread
from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS, Theme
from tests.werkdag.hand import WerkdagMislukt
from tests.werkdag.mappen import check_nothing_readable, own_folders
from tests.werkdag.scenario import Werkdag
from tests.werkdag.verslag import copy_pictures

LANGZAAM_MS = 400


def say(mode: object, context: object, message: str) -> None:
    """Print what Qt says, except that a screen which is not there knows no frames: that comes with every window."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def main() -> int:
    """0 when every check held, 1 with a sentence when one did not."""
    parser = argparse.ArgumentParser(
        prog="do.py demo", description="Speelt een werkdag, met echte schermen en een echte server."
    )
    parser.add_argument("--uit", type=Path, default=Path("uit"), help="map voor beelden, papier en cijfers")
    parser.add_argument("--langzaam", action="store_true", help="zo langzaam dat u kunt meekijken")
    parser.add_argument("--beeld", type=Path, help="zet de beelden van de README ook in deze map")
    gekozen = parser.parse_args()
    qInstallMessageHandler(say)
    qt = QApplication(["kernnetwerk", *STYLE_ARGUMENTS])
    qt.setQuitOnLastWindowClosed(False)
    collect_on_gui_thread(qt)
    theme = Theme()
    theme.apply(qt)
    map_ = Path(tempfile.mkdtemp(prefix="werkdag-"))
    try:
        with own_folders(map_):
            status = _play(map_, gekozen.uit, theme, LANGZAAM_MS if gekozen.langzaam else 0)
        if gekozen.beeld and not status:
            copy_pictures(gekozen.uit, gekozen.beeld)
        return status
    finally:
        shutil.rmtree(map_, ignore_errors=True)


def _play(map_: Path, uit: Path, theme: Theme, tempo: int) -> int:
    werkdag = Werkdag(map_, uit, theme, tempo)
    try:
        werkdag.play()
        werkdag.close()
        bekeken = check_nothing_readable(map_)
    except WerkdagMislukt as fout:
        sys.stderr.write(f"{fout}\n")
        return 1
    print(
        f"In {bekeken} bestanden van beide laptops, hun logboek en hun tijdelijke map staat geen woord van een inwoner."
    )
    print(f"Alles klopt. Kijk in {uit / 'werkdag.html'}.")
    return 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # nothing is left to do; Qt's own teardown order is not ours to test here
