"""Has a file of somebody else read by another process (`leesproces`), and never waits for it: answers come by a signal.

One file, one process. Who does not answer in time, takes too much memory or breaks is ended, and the worker reads that
this file is too heavy. When its owner goes, at lock and at quit too, it is ended with it.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from kernnetwerk_app.domain import bestand
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.ui.hulpproces import Hulpproces
from kernnetwerk_app.ui.papier import inlezen
from kernnetwerk_app.ui.papier.leesproces import GeenAntwoord, lees_pak, omvang, pak

PROCES = "kernnetwerk_app.ui.papier.leesproces"
GEDULD_MS = 20_000
"""For one page, or to open a file: a scan of sixty sheets takes three seconds on a slow laptop."""
_MEEST = 64 * 1024 * 1024
"""Largest answer, in bytes: a page in grey at 200 dpi takes four million."""

_FOUTEN: dict[str, type[KernnetwerkError]] = {
    fout.code: fout
    for fout in (
        bestand.BestandKapot,
        bestand.BestandLeeg,
        bestand.BestandSoortOnbekend,
        bestand.FotoTeGroot,
        bestand.FotoVanTelefoon,
        bestand.PdfOpSlot,
        bestand.PdfTeGroot,
        bestand.PdfTeLang,
        inlezen.BestandOnleesbaar,
        inlezen.BestandTeGroot,
        inlezen.PdfMetOpdrachten,
        inlezen.TeVeelBladen,
    )
}
"""What it may refuse with. It read a hostile file, so nothing that it says is taken for more than it is."""

Gelezen = Callable[[dict[str, Any], bytes], None]
"""Takes the head and the octets; raises `GeenAntwoord` when they do not say what was asked."""


class Leeswacht(QObject):
    """`start` gives it the file, `ask` a next page when that was answered. `stop` ends it; nothing comes after that."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._process: Hulpproces | None = None
        self._came = bytearray()
        self._then: Gelezen | None = None
        self._failed: Callable[[Exception], None] = lambda _: None
        self._geduld = QTimer(self)
        self._geduld.setSingleShot(True)
        self._geduld.setInterval(GEDULD_MS)
        self._geduld.timeout.connect(self._fell)

    @property
    def pid(self) -> int:
        """Number of the process; 0 when there is none."""
        return self._process.processId() if self._process is not None else 0

    def start(self, wat: str, octets: bytes, then: Gelezen, failed: Callable[[Exception], None]) -> None:
        """Open a file as `leesproces` names it. `failed` gets a refusal of it, now or at a later page."""
        self.stop()
        self._failed = failed
        self._process = process = Hulpproces(PROCES, self)
        process.came.connect(self._read)
        process.fell.connect(self._fell)
        process.start()
        self._send(pak({"wat": wat}, octets), then)

    def ask(self, nummer: int, then: Gelezen) -> None:
        """This page, from 0."""
        self._send(pak({"blad": nummer}), then)

    def stop(self) -> None:
        """It is not needed any more, or no longer wanted."""
        process, self._process = self._process, None
        self._then = None
        self._came.clear()
        self._geduld.stop()
        if process is not None:
            process.end()

    def _send(self, frame: bytes, then: Gelezen) -> None:
        self._then = then
        self._geduld.start()
        if self._process is not None:
            self._process.write(frame)

    def _read(self) -> None:
        if self._process is None:
            return
        self._came += self._process.readAllStandardOutput().data()
        expected = omvang(bytes(self._came[:16]))
        if expected > _MEEST or (expected and len(self._came) > expected):
            self._fell()
        elif expected and len(self._came) == expected:
            frame = bytes(self._came)
            self._came.clear()
            self._answer(frame)

    def _answer(self, frame: bytes) -> None:
        """An error of ours in taking it in is told as such: it is no fault of the file."""
        self._geduld.stop()
        then, self._then = self._then, None
        try:
            kop, octets = lees_pak(frame)
            if "fout" in kop:
                self._refuse(_fout(kop["fout"]))
            elif then is not None:
                then(kop, octets)
        except GeenAntwoord:
            self._fell()
        except Exception as fout:  # noqa: BLE001  whoever asked tells it, with its number in the log
            self._refuse(fout)

    def _fell(self) -> None:
        """It ended, never began, says what cannot be, or does not answer in time."""
        self._refuse(bestand.BestandTeZwaar())

    def _refuse(self, fout: Exception) -> None:
        if self._process is not None:
            self.stop()
            self._failed(fout)


def _fout(code: object) -> KernnetwerkError:
    soort = _FOUTEN.get(code) if isinstance(code, str) else None
    if soort is None:
        raise GeenAntwoord
    return soort()
