"""`do.py demo [--uit DIR] [--langzaam]`: plays the working day and leaves its pictures, paper and numbers."""

import argparse
import os
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from tests.werkdag.mislukt import WerkdagMislukt

BEGIN = time.monotonic()
"""Before Qt and all the rest is imported: the time until the first picture counts that too."""


def main() -> int:
    """0 when every check held, 1 with a sentence when anything at all went wrong."""
    parser = argparse.ArgumentParser(
        prog="do.py demo", description="Speelt een werkdag, met echte schermen en een echte server."
    )
    parser.add_argument("--uit", type=Path, default=Path("uit"), help="map voor beelden, papier en cijfers")
    parser.add_argument("--langzaam", action="store_true", help="zo langzaam dat u kunt meekijken")
    parser.add_argument("--beeld", type=Path, help="zet de beelden van de README ook in deze map")
    parser.add_argument("--voorbeelden", type=Path, help="zet de voorbeelden van elk papier ook in deze map")
    parser.add_argument("--alleen", choices=("dag", "middag", "ochtend"), default="", help="een deel van de dag")
    parser.add_argument("--deel", help=argparse.SUPPRESS)  # of who plays several parts side by side
    gekozen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gemist: list[BaseException] = []
    sys.excepthook = lambda _soort, fout, _spoor: gemist.append(fout)  # of a slot, which Qt calls: nobody gets it
    try:
        if gekozen.deel:
            from tests.werkdag.spel import play  # takes long to import, and may fail as well

            play(gekozen.uit, gekozen.langzaam, BEGIN, gemist, gekozen.deel)
        else:
            from tests.werkdag import samen

            naar = samen.Naar(gekozen.uit, gekozen.beeld, gekozen.voorbeelden)
            samen.play(naar, gekozen.langzaam, BEGIN, gekozen.alleen)
    except Exception as fout:  # noqa: BLE001  whatever it is, it is told in a sentence
        zin = str(fout) if isinstance(fout, WerkdagMislukt) else "De werkdag kon niet worden gespeeld of bewaard."
        for regel in (zin, *technical(fout), *(regel for een in gemist for regel in technical(een))):
            sys.stderr.write(f"{regel}\n")
        return 1
    return 0


def technical(fout: BaseException | None) -> Iterator[str]:
    """For who mends it: kind, text and place of this error and of those behind it; a failed check has said it all."""
    while fout is not None:
        if not isinstance(fout, WerkdagMislukt):
            waar = traceback.extract_tb(fout.__traceback__)[-1:]
            plaats = "".join(f" ({Path(deel.filename).name}, regel {deel.lineno})" for deel in waar)
            yield f"Technisch: {type(fout).__name__}: {fout}{plaats}"
        fout = fout.__cause__ or (None if fout.__suppress_context__ else fout.__context__)


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # nothing is left to do; Qt's own teardown order is not ours to test here
