"""A few answers to tap, of which one or none holds, as an editor of a form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option


class Keuzechips(ChoiceGroup):
    """`text` is the key of what is chosen, or nothing. Tapped again it is taken back. `edited`: a person chose."""

    edited = Signal()

    def __init__(self, theme: Theme, options: Sequence[Option]) -> None:
        super().__init__(theme, "", options)
        self._last = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.choices()[0])
        self.chosen.connect(self._on_chosen)

    def text(self) -> str:
        return self.value() or ""

    def set_text(self, text: str) -> None:
        self._last = text
        self.set_value(text or None)

    def name_choices(self, label: str) -> None:
        """What a screen reader says before each answer."""
        for choice in self.choices():
            choice.setAccessibleName(f"{label}: {choice.text()}")

    def _on_chosen(self, key: str) -> None:
        if key == self._last:
            self.set_value(None)
            key = ""
        self._last = key
        self.edited.emit()
