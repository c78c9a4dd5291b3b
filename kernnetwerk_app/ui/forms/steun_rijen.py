"""The short support about one question, a row each; a row that was typed in stays the same row (EVV-13, OND-16)."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.services.kortdurende_ondersteuning import Steunregel
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.steun_rij import SteunRij


class SteunRijen(QWidget):
    """`ended(Steunregel)` as of `SteunRij`."""

    ended = Signal(object)

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self._schrijver = schrijver
        self._rows: dict[UUID, SteunRij] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_steun(self, regels: Sequence[Steunregel], asked: float) -> None:
        """The short help that was written down so far, as the store gave it for a question asked at `asked`."""
        for regel in regels:
            if regel.steun.id in self._rows:
                self._rows[regel.steun.id].show_regel(regel, asked)
                continue
            rij = self._rows[regel.steun.id] = SteunRij(self._schrijver, regel)
            rij.ended.connect(self.ended)
            self._column.addWidget(rij)

    def leave(self, then: Callable[[], None]) -> None:
        rijen = list(self._rows.values())

        def go_on() -> None:
            if rijen:
                rijen.pop().leave(go_on)
            else:
                then()

        go_on()
