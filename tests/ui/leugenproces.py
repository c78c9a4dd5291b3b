"""Stands in for `leesproces` and answers whatever a test gave it in `LEUGEN`: a frame, in hexadecimals."""

import os
import sys
from typing import BinaryIO

from kernnetwerk_app.hulpproces import run
from kernnetwerk_app.ui.papier.leesproces import omvang

_KOP = 16


def _lieg(vragen: BinaryIO, antwoorden: BinaryIO) -> None:
    while begin := vragen.read(_KOP):
        vragen.read(omvang(begin) - _KOP)
        antwoorden.write(bytes.fromhex(os.environ["LEUGEN"]))
        antwoorden.flush()


if __name__ == "__main__":
    sys.exit(run(_lieg))
