"""Taking in a file that somebody chose, step by step: read by a process of its own, kept by the workers. Nobody waits
for a screen that stands still, nor with a search behind a file that never ends.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from kernnetwerk_app.domain.bestand import MAX_BLADEN, Bestandsoort, check_omvang
from kernnetwerk_app.domain.bijlage import Bladbeeld, Inhoud, Vorm
from kernnetwerk_app.services import bijlage, opbergen
from kernnetwerk_app.services.opbergen import Origineel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.leesproces import BEELDEN, BIJLAGE, GeenAntwoord, aantal_in, maat_in, woorden_in
from kernnetwerk_app.ui.papier.leeswacht import Leeswacht

Done = Callable[[UUID, Origineel, bool], None]
"""Gets the id of what is kept, the original, and whether pictures of its pages are kept instead of the PDF."""


class Inlezer(QObject):
    """One file on its way into the dossier. `done` or `failed` is called once, on the GUI thread."""

    def __init__(
        self,
        omgeving: Omgeving,
        huishouden_id: UUID,
        pad: Path,
        aard: str,
        herkomst: object,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._omgeving, self._huishouden_id, self._pad = omgeving, huishouden_id, pad
        self._aard, self._herkomst = aard, herkomst
        self._beelden: list[Bladbeeld] = []
        self._wacht = Leeswacht(self)
        self._done: Done | None = None
        self._failed: Callable[[Exception], None] = lambda _: None

    def start(self, done: Done, failed: Callable[[Exception], None]) -> None:
        self._done, self._failed = done, failed
        self._omgeving.tasks.read(self, partial(_read, self._pad), self._open, failed)

    def _open(self, gelezen: tuple[bytes, Origineel]) -> None:
        octets, origineel = gelezen
        self._wacht.start(BIJLAGE, octets, partial(self._opened, octets, origineel), self._failed)

    def _opened(self, octets: bytes, origineel: Origineel, kop: dict[str, Any], foto: bytes) -> None:
        vorm, aantal = woorden_in(kop, "vorm"), aantal_in(kop, "bladen", MAX_BLADEN)
        if vorm == BEELDEN:
            self._picture(origineel, aantal)
            return
        vormen = {Vorm.FOTO: Inhoud(Vorm.FOTO, foto, 1), Vorm.PDF: Inhoud(Vorm.PDF, octets, aantal)}
        if vorm not in vormen:
            raise GeenAntwoord
        self._wacht.stop()
        self._keep(vormen[Vorm(vorm)], origineel)

    def _picture(self, origineel: Origineel, aantal: int) -> None:
        """One page at a time."""
        nummer = len(self._beelden)
        if nummer < aantal:
            self._wacht.ask(nummer, partial(self._drawn, origineel, aantal))
            return
        self._wacht.stop()
        work = partial(_flattened, self._omgeving.plek, tuple(self._beelden))
        self._omgeving.tasks.read(self, work, lambda inhoud: self._keep(inhoud, origineel), self._failed)

    def _drawn(self, origineel: Origineel, aantal: int, kop: dict[str, Any], jpeg: bytes) -> None:
        self._beelden.append(Bladbeeld(jpeg, maat_in(kop, "breedte"), maat_in(kop, "hoogte"), woorden_in(kop, "tekst")))
        self._picture(origineel, aantal)

    def _keep(self, inhoud: Inhoud, origineel: Origineel) -> None:
        plek, hier, aard, herkomst = self._omgeving.plek, self._huishouden_id, self._aard, self._herkomst

        def kept(answer: tuple[UUID, Changes]) -> None:
            if self._done is not None:
                self._done(answer[0], origineel, inhoud.afgevlakt)

        self._omgeving.tasks.write(
            self, lambda: bijlage.neem_op(plek, hier, inhoud, aard, herkomst), kept, self._failed
        )


def _read(pad: Path) -> tuple[bytes, Origineel]:
    """What stands in a file, and where. Raises what `opbergen.lees` raises."""
    octets = opbergen.lees(pad)
    return octets, opbergen.origineel(pad, octets)


def _flattened(plek: Werkplek, beelden: tuple[Bladbeeld, ...]) -> Inhoud:
    check_omvang(Bestandsoort.PDF, sum(len(beeld.jpeg) for beeld in beelden))
    return bijlage.maak_afgevlakt(plek, beelden)
