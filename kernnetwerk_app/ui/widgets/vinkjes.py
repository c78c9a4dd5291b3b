"""Several things to tick of a list, and one line for what is not in it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.text_field import TextField

RUST_MS = 800
"""After this rest what was typed on the line is told, also while somebody is still there."""


class Vinkjes(QWidget):
    """`changed`: a person ticked something, or wrote other words on the line. `anders` is the name of that line."""

    changed = Signal()

    def __init__(self, theme: Theme, naam: str, lijst: Keuzelijst, anders: str) -> None:
        super().__init__()
        self._known = ""
        self._checks: dict[str, Check] = {}
        column, boxes = QVBoxLayout(self), FlowLayout(spacing=8)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(theme, lijst.titel, vet=True, wrap=True))
        for keuze in lijst.keuzes:
            check = Check(theme, keuze.label)
            check.setObjectName(f"{naam}.{keuze.sleutel}")
            check.setAccessibleName(f"{lijst.titel} {keuze.label}")
            check.clicked.connect(lambda: self.changed.emit())
            self._checks[keuze.sleutel] = check
            boxes.addWidget(check)
        self._own = TextField(theme, anders)
        self._own.setObjectName(f"{naam}.anders")
        self._own.setAccessibleName(f"{lijst.titel} {anders}")
        self._own.setMinimumWidth(theme.chars(24))
        self._own.setMaximumWidth(theme.chars(40))
        if not lijst.open:
            self._own.hide()
        self._own.editingFinished.connect(self._on_left)
        rest = QTimer(self)
        rest.setSingleShot(True)
        rest.setInterval(RUST_MS)
        rest.timeout.connect(self._on_left)
        self._own.textEdited.connect(lambda: rest.start())
        boxes.addWidget(self._own)
        column.addLayout(boxes)

    def value(self) -> tuple[str, ...]:
        """The keys that are ticked, and the words of one's own."""
        ticked = [key for key, check in self._checks.items() if check.isChecked()]
        return (*ticked, *(woord.strip() for woord in self._own.text().split(";") if woord.strip()))

    def set_value(self, value: tuple[str, ...]) -> None:
        """Show what was chosen, without telling that a person did it; what is being typed stays."""
        for key, check in self._checks.items():
            check.setChecked(key in value)
        if not self._own.hasFocus():
            self._own.setText("; ".join(woord for woord in value if woord not in self._checks))
            self._known = self._own.text()

    def settle(self) -> None:
        """Tell what was typed on the line and not told yet."""
        self._on_left()

    def _on_left(self) -> None:
        if self._own.text() != self._known:
            self._known = self._own.text()
            self.changed.emit()
