"""Several things at once as one field of a form: boxes to tick, one tap each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check


class Vakjes(QWidget):
    """`text` is the keys of what is ticked, with spaces between them. `edited` tells that a person ticked."""

    edited = Signal()

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]]) -> None:
        """`options`: key and words, in order; a key is one word."""
        super().__init__()
        self._checks = {key: Check(theme, words) for key, words in options}
        row = FlowLayout(self, spacing=16)
        for key, check in self._checks.items():
            check.setObjectName(f"vakje_{key}")
            check.clicked.connect(lambda _: self.edited.emit())
            row.addWidget(check)
        self.setFocusProxy(next(iter(self._checks.values())))

    def text(self) -> str:
        return " ".join(key for key, check in self._checks.items() if check.isChecked())

    def set_text(self, text: str) -> None:
        """Show what is ticked without telling that a person did it."""
        for key, check in self._checks.items():
            check.setChecked(key in text.split())
