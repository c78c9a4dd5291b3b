"""While somebody is written down: who is known here already and looks like them. Offered with why, never done."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.gelijkenis import Signalement
from kernnetwerk_app.services import samenvoeging
from kernnetwerk_app.services.samenvoeging import Gevonden
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.notice import Notice

RUST_MS = 400
MOST = 2
"""More would stand between a person and the form."""


class Gelijken(QWidget):
    """`huishouden_id` is the dossier that a person chose for it, `inwoner_id` who it is there; None for a new one."""

    def __init__(self, omgeving: Omgeving, typed: Callable[[], Signalement]) -> None:
        """`typed` gives what stands in the form now."""
        super().__init__()
        self._omgeving, self._typed, self._t = omgeving, typed, load("samenvoegen")
        self.huishouden_id: UUID | None = None
        self.inwoner_id: UUID | None = None
        self._asked = Signalement()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RUST_MS)
        self._rest.timeout.connect(self._look)
        self.hide()

    def look(self) -> None:
        """Something was typed; what was chosen stays until a person goes back on it."""
        if self.huishouden_id is None:
            self._rest.start()

    def clear(self) -> None:
        """As it began: for an empty form."""
        self._rest.stop()
        self.huishouden_id = self.inwoner_id = None
        self._asked = Signalement()
        self._empty()

    def _look(self) -> None:
        plek, wie = self._omgeving.plek, self._typed()
        if wie == self._asked:
            return
        self._asked = wie

        def work() -> list[Gevonden]:
            with plek.store.read() as lezer:
                return samenvoeging.find_gelijken(plek, lezer, wie)

        self._omgeving.tasks.read(self, work, partial(self._show, wie), self._omgeving.meld_fout)

    def _show(self, gevraagd: Signalement, gevonden: list[Gevonden]) -> None:
        if gevraagd != self._asked or self.huishouden_id is not None:
            return  # somebody typed on, or chose meanwhile
        self._empty()
        for wie in gevonden[:MOST]:
            redenen = ", ".join(self._t(f"reden.{reden.name.lower()}") for reden in wie.redenen)
            waarom = self._t("gelijk.waarom", redenen=redenen)
            zin = self._t("gelijk.een", wie=wie.inwoner.voorletters)
            notice = Notice(self._omgeving.theme, waarom, "letop", self._t("gelijk.ja"), zin, "mensen")
            notice.button.setObjectName(f"gelijk_{wie.huishouden_id}")
            notice.pressed.connect(partial(self._choose, wie))
            self._add(notice)

    def _choose(self, wie: Gevonden) -> None:
        self._empty()
        self.huishouden_id, self.inwoner_id = wie.huishouden_id, wie.inwoner.id
        zin = self._t("gelijk.gekozen", wie=wie.inwoner.voorletters)
        notice = Notice(self._omgeving.theme, zin, "goed", self._t("gelijk.toch_niet"))
        notice.button.setObjectName("toch_nieuw")
        notice.pressed.connect(self._take_back)
        self._add(notice)
        notice.button.setFocus()

    def _take_back(self) -> None:
        self.clear()
        self._look()

    def _add(self, notice: Notice) -> None:
        self._column.addWidget(notice)
        self.show()
        notice.tell()

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()
