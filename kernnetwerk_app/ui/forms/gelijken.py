"""While somebody is written down: who is known here already and looks like them. Offered with why, never done."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.gelijkenis import Signalement
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.services import samenvoeging
from kernnetwerk_app.services.samenvoeging import Gevonden
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.notice import Notice

RUST_MS = 400
MOST = 2
"""More would stand between a person and the form."""


class Gelijken(QWidget):
    """Looks after each rest in typing. `chosen`: a person pressed the button beside somebody who looks like it."""

    chosen = Signal(object)

    def __init__(
        self, omgeving: Omgeving, typed: Callable[[], Signalement], woord: str, van_id: UUID | None = None
    ) -> None:
        """`typed` gives what stands in the form now, `woord` is what the button says (`gelijk.ja`); `van_id`: who it is
        typed of, when that is somebody here.
        """
        super().__init__()
        self._omgeving, self._typed, self._t = omgeving, typed, load("samenvoegen")
        self._woord, self._van_id = woord, van_id
        self._asked = Signalement()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RUST_MS)
        self._rest.timeout.connect(self._look)
        self.hide()

    def look(self) -> None:
        """Something was typed."""
        self._rest.start()

    def clear(self) -> None:
        """As it began: for an empty form."""
        self._rest.stop()
        self._asked = Signalement()
        self._empty()

    def _look(self) -> None:
        plek, wie, van_id = self._omgeving.plek, self._typed(), self._van_id
        if wie == self._asked:
            return
        self._asked = wie

        def work() -> list[Gevonden]:
            with plek.store.read() as lezer:
                return samenvoeging.find_gelijken(plek, lezer, wie, van_id)

        self._omgeving.tasks.read(self, work, partial(self._show, wie), self._omgeving.meld_fout)

    def _show(self, gevraagd: Signalement, gevonden: list[Gevonden]) -> None:
        if gevraagd != self._asked:
            return  # somebody typed on
        self._empty()
        for wie in gevonden[:MOST]:
            redenen = ", ".join(self._t(f"reden.{reden.name.lower()}") for reden in wie.redenen)
            waarom = self._t("gelijk.waarom", redenen=redenen)
            zin = self._t("gelijk.een", wie=wie.inwoner.voorletters)
            notice = Notice(self._omgeving.theme, waarom, "letop", self._t(self._woord), zin, "mensen")
            notice.button.setObjectName(f"gelijk_{wie.huishouden_id}")
            notice.pressed.connect(partial(self.chosen.emit, wie))
            self._add(notice)

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


class Dossierkeuze(Gelijken):
    """The same for a new melding: in whose dossier it comes. `huishouden_id` is the one that a person chose, None for a
    new one; `inwoner_id` who it is there. `edited` tells that this changed, so that
    it is kept with what was typed.
    """

    edited = Signal()

    def __init__(self, omgeving: Omgeving, typed: Callable[[], Signalement]) -> None:
        super().__init__(omgeving, typed, "gelijk.ja")
        self.huishouden_id: UUID | None = None
        self.inwoner_id: UUID | None = None
        self.chosen.connect(self._choose)

    def look(self) -> None:
        """What was chosen stays until a person goes back on it."""
        if self.huishouden_id is None:
            super().look()

    def clear(self) -> None:
        self.huishouden_id = self.inwoner_id = None
        super().clear()

    def restore(self, inwoner_id: UUID) -> None:
        """Chosen before, and kept; who is not here any more is no choice."""
        if self.huishouden_id is not None:
            return
        plek = self._omgeving.plek

        def work() -> Inwoner | None:
            with plek.store.read() as lezer:
                return lezer.find_one(Inwoner, inwoner_id)

        def show(wie: Inwoner | None) -> None:
            if wie is not None and wie.huishouden_id is not None:
                self._keep(wie.huishouden_id, wie)

        self._omgeving.tasks.read(self, work, show, self._omgeving.meld_fout)

    def _show(self, gevraagd: Signalement, gevonden: list[Gevonden]) -> None:
        if self.huishouden_id is None:  # else somebody chose meanwhile
            super()._show(gevraagd, gevonden)

    def _choose(self, wie: Gevonden) -> None:
        self._keep(wie.huishouden_id, wie.inwoner).button.setFocus()
        self.edited.emit()

    def _keep(self, huishouden_id: UUID, wie: Inwoner) -> Notice:
        self._empty()
        self.huishouden_id, self.inwoner_id = huishouden_id, wie.id
        gekozen = self._t("gelijk.gekozen", wie=wie.voorletters)
        notice = Notice(self._omgeving.theme, gekozen, "goed", self._t("gelijk.toch_niet"))
        notice.button.setObjectName("toch_nieuw")
        notice.pressed.connect(self._take_back)
        self._add(notice)
        return notice

    def _take_back(self) -> None:
        self.clear()
        self.edited.emit()
        self._look()
