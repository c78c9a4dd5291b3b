"""*Wat mag op de koelkast?*: which lines come on *Onze afspraken*, for whoever comes in reads along (PLAN-09)."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.services import afsprakenkaart
from kernnetwerk_app.services.afsprakenkaart import Keuzeregel
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Koelkast(QWidget):
    """Out of sight with any other paper. `ticked`: a person changed what comes on it; `opened(bool)`: the lines stand
    there now, in place of the paper, or not any more.
    """

    ticked = Signal()
    opened = Signal(bool)

    def __init__(self, omgeving: Omgeving, stuk: Stuk | None, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._omgeving, self._failed = omgeving, failed
        self._stuk = stuk if stuk is not None and stuk.soort is Stuksoort.AFSPRAKEN else None
        self.is_open = False
        self._checks: dict[UUID, Check] = {}
        self._off = set(self._stuk.plekken) if self._stuk is not None else set[UUID]()
        """Kept apart from the boxes: a line that is over by now, or is not on this laptop yet, stays off as well."""
        self._t = load("papier_scherm")
        self._button = Button(omgeving.theme, self._t("koelkast.vraag"), "stil")
        self._button.setObjectName("koelkast")
        self._button.clicked.connect(lambda: self._open(not self.is_open))
        self._lines = QWidget()
        self._lines.setAccessibleName(self._t("koelkast.vraag"))
        self._lines.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._lines)
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(PlainLabel(omgeving.theme, self._t("koelkast.uitleg"), wrap=True))
        self.hide()

    def refresh(self) -> None:
        """What can stand on it today."""
        stuk, plek = self._stuk, self._omgeving.plek
        if stuk is None:
            return

        def work() -> tuple[Keuzeregel, ...]:
            with plek.store.read() as lezer:
                return afsprakenkaart.keuze(plek, lezer, stuk.huishouden_id)

        self._omgeving.tasks.read(self, work, self._show, self._failed)

    def set_open_to(self, may: bool) -> None:
        """Whether there is a paper that lines may stay off; without one the list folds."""
        self.setEnabled(may)
        if not may:
            self._open(False)

    def left_out(self) -> tuple[UUID, ...]:
        """The lines that stay off it."""
        return tuple(sorted(self._off))

    def _show(self, regels: Sequence[Keuzeregel]) -> None:
        """A box for each; one that stood there stays, with the focus that is on it."""
        for een in set(self._checks) - {regel.id for regel in regels}:
            self._checks.pop(een).deleteLater()
        for regel in regels:
            if regel.id not in self._checks:
                check = self._checks[regel.id] = Check(self._omgeving.theme, regel.woorden)
                check.setObjectName(f"koelkast_{regel.id}")
                check.setChecked(regel.id not in self._off)
                check.clicked.connect(lambda aan, een=regel.id: self._tick(een, aan))
                self._column.addWidget(check)
            self._checks[regel.id].set_words(regel.woorden)
        self.setVisible(bool(regels))
        if not regels:
            self._open(False)

    def _tick(self, een: UUID, aan: bool) -> None:
        (self._off.discard if aan else self._off.add)(een)
        self.ticked.emit()

    def _open(self, is_open: bool) -> None:
        if is_open is not self.is_open:
            self.is_open = is_open
            self._lines.setVisible(is_open)
            self._button.setText(self._t("koelkast.klaar" if is_open else "koelkast.vraag"))
            self.opened.emit(is_open)
