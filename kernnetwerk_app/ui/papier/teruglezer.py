"""Signed paper that came back, read page by page by a process of its own, so that nobody waits behind it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kernnetwerk_app.domain.bestand import Beeld
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.services.terugkomst import Teruggekomen, Vel, lees_terug, lees_vel
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.inlezen import check_aantal, lees_bestand
from kernnetwerk_app.ui.papier.leesproces import TERUG, GeenAntwoord, aantal_in
from kernnetwerk_app.ui.papier.leeswacht import Leeswacht


class Teruglezer(QObject):
    """The files that somebody chose. `done` or `failed` is called once, on the GUI thread; `page`: what is read now."""

    page = Signal(int)

    def __init__(self, omgeving: Omgeving, versie_id: UUID, paden: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._plek, self._versie_id = omgeving.tasks, omgeving.plek, versie_id
        self._paden = list(paden)
        self._wacht = Leeswacht(self)
        self._bladen: list[int] = []
        """The pages of this file that are still to be read, from 0."""
        self._vellen: list[Vel] = []
        self._gezien = 0
        self._done: Callable[[Teruggekomen], None] | None = None
        self._failed: Callable[[Exception], None] | None = None

    def start(self, done: Callable[[Teruggekomen], None], failed: Callable[[Exception], None]) -> None:
        self._done, self._failed = done, failed
        self._go_on()

    def _go_on(self) -> None:
        if self._bladen:
            self.page.emit(self._gezien + 1)
            self._wacht.ask(self._bladen.pop(0), self._drawn)
        elif self._paden:
            self._tasks.read(self, partial(lees_bestand, self._paden.pop(0)), self._open, self._over)
        else:
            self._wacht.stop()
            work = partial(lees_terug, self._plek, self._versie_id, tuple(self._vellen))
            self._tasks.read(self, work, self._whole, self._over)

    def _open(self, octets: bytes) -> None:
        self._wacht.start(TERUG, octets, self._opened, self._over)

    def _opened(self, kop: dict[str, Any], _: bytes) -> None:
        aantal = aantal_in(kop, "bladen")
        try:
            check_aantal(self._gezien + aantal)
        except KernnetwerkError as fout:
            self._over(fout)
            return
        self._bladen = list(range(aantal))
        self._go_on()

    def _drawn(self, kop: dict[str, Any], grijs: bytes) -> None:
        beeld = Beeld(aantal_in(kop, "breedte", len(grijs)), aantal_in(kop, "hoogte", len(grijs)), grijs)
        if beeld.breedte * beeld.hoogte != len(grijs):
            raise GeenAntwoord
        self._tasks.read(self, partial(lees_vel, beeld), self._read, self._over)

    def _read(self, vel: Vel | None) -> None:
        self._gezien += 1
        if vel is not None:
            self._vellen.append(vel)
        self._go_on()

    def _whole(self, gelezen: Teruggekomen) -> None:
        if self._done is not None:
            self._done(gelezen)
        self.deleteLater()

    def _over(self, fout: Exception) -> None:
        self._wacht.stop()
        if self._failed is not None:
            self._failed(fout)
        self.deleteLater()
