"""What was looked at before one goes: a line each, in order or not, and the terms that one can open."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.services.mee_op_pad import Controle
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.term_badge import term_words


class MeeOpPad(QWidget):
    """Folded until it is asked for. `term_wanted(UUID)`: show the sum of this dossier's term."""

    term_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._checks: tuple[Controle, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def set_checks(self, checks: Sequence[Controle]) -> None:
        """Show these; built anew only when they changed."""
        if tuple(checks) == self._checks:
            return
        self._checks = tuple(checks)
        clear_layout(self._column)
        rows = Rows(self._theme)
        for check in self._checks:
            rows.add(self._line(check))
            for wie, feit in check.feiten:
                rows.add(InfoRow(self._theme, feit, lead=wie))
            for huishouden_id, wie, over in check.over:
                row = ListRow(self._theme, "", right=term_words(over), lead=wie)
                row.setObjectName(f"mee_termijn_{huishouden_id}")
                row.clicked.connect(partial(self.term_wanted.emit, huishouden_id))
                rows.add(row)
        self._column.addWidget(rows)

    def _line(self, check: Controle) -> InfoRow:
        t, sleutel = load("vandaag"), f"controle.{check.soort.name.lower()}"
        if check.in_orde:
            words = t(sleutel)
        else:
            words = t(f"{sleutel}_niet_een") if check.aantal == 1 else t(f"{sleutel}_niet", aantal=check.aantal)
        row = InfoRow(self._theme, words, icon="vink" if check.in_orde else "letop")
        row.setObjectName(f"controle_{check.soort.name.lower()}")
        return row
