"""A municipal server that is killed at a named moment: `python -m tests.server.dying_server DATABASE PUNT KEER`."""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from kernnetwerk_app.klok import Klok
from kernnetwerk_server.database import open_existing
from kernnetwerk_server.failpoints import Punt
from kernnetwerk_server.main import create_app
from kernnetwerk_server.serve import Luisterpunt, Server
from tests.server.support import NU


def make_server(pad: Path, punt: Punt, keer: int, announce: Callable[[str], None]) -> Server:
    """A server that dies as with kill -9 when `punt` is passed for the `keer`-th time; tells its address first."""
    geweest = 0

    def die(waar: Punt) -> None:
        nonlocal geweest
        geweest += waar is punt
        if geweest == keer:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    return Server(create_app(open_existing(pad), Klok(NU), hook=die), Luisterpunt(), announce)


def announce(adres: str) -> None:
    sys.stdout.write(json.dumps({"adres": adres}) + "\n")
    sys.stdout.flush()


def main(pad: Path, punt: Punt, keer: int) -> None:
    """Serve until then, or until standard input closes."""
    server = make_server(pad, punt, keer, announce)
    server.stop_with_input()
    server.listen()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Punt(sys.argv[2]), int(sys.argv[3]))
