"""Boxes to tick as an editor of a form: none, one or several, in the same words as a text field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.services.keuzewoorden import uit_sleutel
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check


class Ticks(QWidget):
    """`text` is the keys that are ticked, in their order, with a space between them. `edited`: a person ticked."""

    edited = Signal()

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]], naam: str) -> None:
        """`options`: key (without a space) and words; `naam`: what the boxes are called, with their key behind it."""
        super().__init__()
        self._theme, self._naam = theme, naam
        self._checks: dict[str, Check] = {}
        self._kept: set[str] = set()
        """The keys that have a box only because they are stored (`keep`)."""
        self._row = FlowLayout(self, spacing=12)
        for key, words in options:
            self._add(key, words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(next(iter(self._checks.values())))

    def text(self) -> str:
        return " ".join(key for key, check in self._checks.items() if check.isChecked())

    def keep(self, text: str) -> None:
        """Show what a record holds. A key that has no box, because the municipality dropped it or a newer profile has
        it, gets one with the words that it is made of, ticked: saving the form takes nothing away that nobody unticked.
        """
        for key in text.split():
            if key not in self._checks:
                self._kept.add(key)
                self._add(key, uit_sleutel(key))
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show what is ticked without telling that a person did it; unknown keys are left out."""
        keys = text.split()
        for key in self._kept.difference(keys):
            self._kept.remove(key)
            check = self._checks.pop(key)
            check.hide()
            check.deleteLater()
        for key, check in self._checks.items():
            check.setChecked(key in keys)

    def words(self) -> str:
        """What is ticked, as people read it."""
        return ", ".join(check.text() for check in self._checks.values() if check.isChecked())

    def _add(self, key: str, words: str) -> None:
        check = self._checks[key] = Check(self._theme, words)
        check.setObjectName(f"{self._naam}_{key}")
        check.clicked.connect(lambda _: self.edited.emit())
        self._row.addWidget(check)
