"""What was said apart about a child, to tick one by one for the paper of a parent; nothing is ticked at first."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.services.persoonsblad import Apart
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Kindwoorden(QWidget):
    """Not in sight as long as there is nothing to choose."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._t = theme, load("persoonsblad")
        self._checks: dict[UUID, Check] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for key in ("kop", "uitleg"):
            self._column.addWidget(PlainLabel(theme, self._t(f"kies.{key}"), "klein", kleur="inkt2", wrap=True))
        self.hide()

    def set_words(self, gezegd: Sequence[Apart]) -> None:
        for number, woord in enumerate(gezegd):
            dag = datum_kort(woord.datum, jaar=True) if woord.datum is not None else ""
            words = self._t("kies.woorden", datum=dag, wie=woord.over.naam, woorden=woord.woorden)
            check = self._checks[woord.antwoord_id] = Check(self._theme, words)
            check.setObjectName(f"kindwoord_{number}")
            self._column.addWidget(check)
        self.setVisible(bool(gezegd))

    def chosen(self) -> tuple[UUID, ...]:
        """The answers that were ticked."""
        return tuple(antwoord_id for antwoord_id, check in self._checks.items() if check.isChecked())
