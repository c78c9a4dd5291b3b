"""Boxes to tick as an editor of a form: none, one or several, in the same words as a text field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check


class Ticks(QWidget):
    """`text` is the keys that are ticked, in their order, with a space between them. `edited`: a person ticked."""

    edited = Signal()

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]], naam: str) -> None:
        """`options`: key (without a space) and words; `naam`: what the boxes are called, with their key behind it."""
        super().__init__()
        self._checks = {key: Check(theme, words) for key, words in options}
        row = FlowLayout(self, spacing=12)
        for key, check in self._checks.items():
            check.setObjectName(f"{naam}_{key}")
            check.clicked.connect(lambda _: self.edited.emit())
            row.addWidget(check)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(next(iter(self._checks.values())))

    def text(self) -> str:
        return " ".join(key for key, check in self._checks.items() if check.isChecked())

    def set_text(self, text: str) -> None:
        """Show what is ticked without telling that a person did it; unknown keys are left out."""
        for key, check in self._checks.items():
            check.setChecked(key in text.split())

    def words(self) -> str:
        """What is ticked, as people read it."""
        return ", ".join(check.text() for check in self._checks.values() if check.isChecked())
