"""What is known already of a question, under its box: with its day and where it comes from, and one tap to use it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.services.gezegd import Eerder
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class ToldBefore(QWidget):
    """`wanted(str)`: these words hold here too."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = PlainLabel(theme, "", "klein", kleur="inkt2", wrap=True)
        self._take = Button(theme, load("gesprek")("eerder.neem_over"), "kaal", icon="kopie", hoog=44)
        self._answer = ""
        self._take.clicked.connect(lambda: self.wanted.emit(self._answer))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def set_name(self, name: str) -> None:
        """The name of the box it belongs to."""
        self._words.setObjectName(f"{name}.eerder")
        self._take.setObjectName(f"{name}.neem_over")

    def show_eerder(self, eerder: Sequence[Eerder], is_open: bool) -> None:
        """`is_open`: the box has no words of its own yet, so it can take these."""
        regels = [f"{source(een)}: {een.woorden}" for een in eerder]
        self._words.setText("\n".join(regels))
        self._answer = next((een.woorden for een in eerder if een.is_antwoord), "")
        self.set_open(is_open)
        self._take.setAccessibleDescription(self._answer)
        self.setVisible(bool(regels))

    def set_open(self, is_open: bool) -> None:
        self._take.setVisible(is_open and bool(self._answer))


def source(eerder: Eerder) -> str:
    """Where it comes from, as one begins a sentence with it."""
    return load("gesprek")("eerder.bron", bron=eerder.bron, datum=datum_kort(eerder.datum))
