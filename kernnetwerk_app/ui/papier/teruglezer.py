"""Signed paper that came back, read page by page on the workers: whoever reads something else does not wait for it."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.services.terugkomst import Teruggekomen, Vel, lees_terug, lees_vel
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.inlezen import Blad, check_aantal, open_bestand


class Teruglezer(QObject):
    """The files that somebody chose. `done` or `failed` is called once, on the GUI thread; `page`: what is read now."""

    page = Signal(int)

    def __init__(self, omgeving: Omgeving, versie_id: UUID, paden: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._plek, self._versie_id = omgeving.tasks, omgeving.plek, versie_id
        self._paden = list(paden)
        self._bladen: list[Blad] = []
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
            self._tasks.read(self, partial(_lees, self._bladen.pop(0)), self._read, self._over)
        elif self._paden:
            self._tasks.read(self, partial(open_bestand, self._paden.pop(0)), self._opened, self._over)
        else:
            work = partial(lees_terug, self._plek, self._versie_id, tuple(self._vellen))
            self._tasks.read(self, work, self._whole, self._over)

    def _opened(self, bladen: list[Blad]) -> None:
        try:
            check_aantal(self._gezien + len(bladen))
        except KernnetwerkError as fout:
            self._over(fout)
            return
        self._bladen = bladen
        self._go_on()

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
        if self._failed is not None:
            self._failed(fout)
        self.deleteLater()


def _lees(blad: Blad) -> Vel | None:
    return lees_vel(blad())
