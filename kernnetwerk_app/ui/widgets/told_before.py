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
        self._theme, self._name = theme, ""
        self._words: PlainLabel | None = None
        self._take: Button | None = None
        self._answer = ""
        self.hide()

    def set_name(self, name: str) -> None:
        """The name of the box it belongs to; call it first."""
        self._name = name

    def show_eerder(self, eerder: Sequence[Eerder], is_open: bool, after: QWidget | None = None) -> None:
        """`is_open`: the box has no words of its own yet, so it can take these. `after`: where Tab comes from."""
        regels = [f"{source(een)}: {een.woorden}" for een in eerder]
        self.setVisible(bool(regels))
        if self._words is None or self._take is None:
            if not regels:
                return
            self._words, self._take = self._make()
            if after is not None:
                QWidget.setTabOrder(after, self._take)
        self._words.setText("\n".join(regels))
        self._answer = next((een.woorden for een in eerder if een.is_antwoord), "")
        self.set_open(is_open)
        self._take.setAccessibleDescription(self._answer)

    def set_open(self, is_open: bool) -> None:
        if self._take is not None:
            self._take.setVisible(is_open and bool(self._answer))

    def _make(self) -> tuple[PlainLabel, Button]:
        """Only where something was told before: of most questions nothing was."""
        words = PlainLabel(self._theme, "", "klein", kleur="inkt2", wrap=True)
        take = Button(self._theme, load("gesprek")("eerder.neem_over"), "kaal", icon="kopie", hoog=44)
        words.setObjectName(f"{self._name}.eerder")
        take.setObjectName(f"{self._name}.neem_over")
        take.clicked.connect(lambda: self.wanted.emit(self._answer))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words)
        column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        return words, take


def source(eerder: Eerder) -> str:
    """Where it comes from, as one begins a sentence with it."""
    return load("gesprek")("eerder.bron", bron=eerder.bron, datum=datum_kort(eerder.datum))
