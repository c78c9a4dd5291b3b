"""What is told after an exchange that somebody asked for: places that nobody looked at for long (SOC-06)."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.services import voorziening
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.sync_controller import Lijn, SyncController


class NaVersturen(QObject):
    """`vertel` shows one sentence. Only to who may propose, and never after an exchange that came by itself."""

    def __init__(self, omgeving: Omgeving, sync: SyncController, vertel: Callable[[str], None]) -> None:
        super().__init__(sync)
        self._omgeving, self._sync, self._vertel = omgeving, sync, vertel
        self._is_asked = False
        sync.changed.connect(self._look)

    def ask(self) -> None:
        """Somebody asked for an exchange."""
        self._is_asked = self._omgeving.plek.mag(Recht.SOCIALE_KAART)

    def _look(self) -> None:
        if not self._is_asked or self._sync.lijn is Lijn.BEZIG:
            return
        self._is_asked = False
        if self._sync.uitkomst is Lijn.GOED:
            plek = self._omgeving.plek
            self._omgeving.tasks.read(self, lambda: voorziening.tel_verouderd(plek), self._tell)

    def _tell(self, aantal: int) -> None:
        t = load("socialekaart")
        if aantal:
            self._vertel(t("verouderd.een") if aantal == 1 else t("verouderd.meer", aantal=aantal))
