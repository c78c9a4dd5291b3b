"""The practice municipality's own server, as a process beside the app; it stops when the app does."""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kernnetwerk_app.domain.errors import KernnetwerkError


class OefenserverStartNiet(KernnetwerkError):
    """The practice server did not come up; practising on this laptop goes on without sending."""

    code = "oefenen.server_start_niet"


@dataclass(slots=True)
class Oefenserver:
    """A running practice server at `adres`; `codes` are enrolment codes that it made for this start."""

    adres: str
    codes: tuple[str, ...]
    _process: subprocess.Popen[str]

    def stop(self) -> None:
        """Closing its standard input ends the server; it is given a few seconds."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


def start(map_: Path, klok: datetime | None = None) -> Oefenserver:
    """Start it on a free port of this machine only. `OefenserverStartNiet` when it does not say that it listens."""
    opdracht = [sys.executable, "-m", "kernnetwerk_server", "oefenen", "--map", str(map_)]
    if klok is not None:
        opdracht += ["--klok", klok.isoformat()]
    process = subprocess.Popen(  # noqa: S603  our own module, no shell
        opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    regel = process.stdout.readline() if process.stdout else ""
    try:
        gegevens = json.loads(regel)
        return Oefenserver(gegevens["adres"], tuple(gegevens["codes"]), process)
    except (ValueError, KeyError, TypeError):
        process.kill()
        process.wait()
        raise OefenserverStartNiet from None
