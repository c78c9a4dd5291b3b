"""A municipal server that is killed at a named moment: `python -m tests.server.dying_server DATABASE PUNT KEER`."""

import json
import os
import signal
import sys
from pathlib import Path

from kernnetwerk_app.klok import Klok
from kernnetwerk_server.database import open_existing
from kernnetwerk_server.failpoints import Punt
from kernnetwerk_server.main import create_app
from kernnetwerk_server.serve import Luisterpunt, Server
from tests.server.support import NU


def main(pad: Path, punt: Punt, keer: int) -> None:
    """Serve until `punt` is passed for the `keer`-th time, and die there as with kill -9."""
    geweest = 0

    def die(waar: Punt) -> None:
        nonlocal geweest
        geweest += waar is punt
        if geweest == keer:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    def announce(adres: str) -> None:
        sys.stdout.write(json.dumps({"adres": adres}) + "\n")
        sys.stdout.flush()

    server = Server(create_app(open_existing(pad), Klok(NU), hook=die), Luisterpunt(), announce)
    server.stop_with_input()
    server.listen()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Punt(sys.argv[2]), int(sys.argv[3]))
