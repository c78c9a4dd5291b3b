"""One of a few as an editor of a form: the same words as a text field, so that a form treats them alike."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option


class Chips(ChoiceGroup):
    """`text` is the key of what is chosen; nothing is chosen beforehand. The boxes are named `naam.key`."""

    edited = Signal()

    def __init__(self, theme: Theme, naam: str, label: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme, "", [Option(key, words) for key, words in options])
        for (key, words), box in zip(options, self.choices(), strict=True):
            box.setObjectName(f"{naam}.{key}")
            box.setAccessibleName(f"{label} {words}")
        self.setFocusProxy(self.choices()[0])
        self._words = dict(options)
        self.chosen.connect(lambda _: self.edited.emit())

    def text(self) -> str:
        return self.value() or ""

    def words(self) -> str:
        """What is chosen, as people read it."""
        return self._words.get(self.text(), "")

    def set_text(self, text: str) -> None:
        self.set_value(text or None)
