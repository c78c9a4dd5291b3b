"""The practice municipality's own server, as a process beside the app; it stops when the app does."""

import json
import subprocess
import sys
import threading
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from kernnetwerk_app.domain.errors import KernnetwerkError

START_SECONDEN = 60
"""What has not said by then that it listens never will."""
STOP_SECONDEN = 10


class OefenserverStartNiet(KernnetwerkError):
    """The practice server did not come up; practising on this laptop goes on without sending."""

    code = "oefenen.server_start_niet"


class OefenserverOntbreekt(OefenserverStartNiet):
    """The program was installed without the server's extra."""

    code = "oefenen.server_ontbreekt"


class Oefenserver:
    """The practice server with its data in `map_`. May be started again when it has ended by itself."""

    def __init__(self, map_: Path, klok: datetime | None = None, *, gevuld: bool = False) -> None:
        """`klok` = the moment at which the server's clock stands still; `gevuld`: colleagues are to fill it."""
        self.adres = ""
        self.codes: tuple[str, ...] = ()
        """Enrolment codes that it made for this start, in the order of the practice workers."""
        self.collegas: dict[str, str] = {}
        """More codes, by worker, for the colleagues who fill the municipality; empty when it stays as it is made."""
        self._map, self._klok, self._gevuld = map_, klok, gevuld
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False
        self._lock = threading.Lock()

    @property
    def is_running(self) -> bool:
        """Whether it listens."""
        return bool(self.adres) and self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it on a free port of this machine only, and wait until it listens; nothing when it does.

        `OefenserverStartNiet` when it does not come up, or was stopped from another thread; `OefenserverOntbreekt`
        when it is not installed.
        """
        if self.is_running:
            return
        with self._lock:
            if self._stopped:
                raise OefenserverStartNiet
            self._process = process = self._spawn()
        te_laat = threading.Timer(START_SECONDEN, process.kill)
        te_laat.start()
        try:
            gegevens = json.loads(process.stdout.readline() if process.stdout else "")
            self.adres, self.codes = str(gegevens["adres"]), tuple(gegevens["codes"])
            self.collegas = dict(gegevens.get("collegas", {}))
        except (ValueError, KeyError, TypeError):
            process.kill()
            _end(process)
            raise OefenserverStartNiet from None
        finally:
            te_laat.cancel()

    def stop(self) -> None:
        """End it, also while it is being started. May be called twice."""
        with self._lock:
            self._stopped = True
            process = self._process
        if process is not None:
            if not self.adres:
                process.kill()
            _end(process)

    def _spawn(self) -> "subprocess.Popen[str]":
        if find_spec("fastapi") is None:
            raise OefenserverOntbreekt
        opdracht = [sys.executable, "-m", "kernnetwerk_server", "oefenen", "--map", str(self._map)]
        if self._klok is not None:
            opdracht += ["--klok", self._klok.isoformat()]
        if self._gevuld:
            opdracht += ["--gevuld"]
        try:
            return subprocess.Popen(  # noqa: S603  our own module, no shell
                opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
        except OSError:
            raise OefenserverStartNiet from None


def start(map_: Path, klok: datetime | None = None) -> Oefenserver:
    """A practice server that listens."""
    server = Oefenserver(map_, klok)
    server.start()
    return server


def _end(process: "subprocess.Popen[str]") -> None:
    """Closing its standard input ends the server; it is given a few seconds."""
    if process.stdin is not None and not process.stdin.closed:
        process.stdin.close()
    try:
        process.wait(STOP_SECONDEN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None and not process.stdout.closed:
        process.stdout.close()
