"""A choice that the whole page is about: boxes of equal weight over the full width, stacked when it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.choice import Choice, Option
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_CHARS_PER_BOX = 24


class WideChoice(QWidget):
    """As a ChoiceGroup: `chosen(str)` tells what a person chose, and nothing is chosen beforehand."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, label: str, options: Sequence[Option]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._keys = [option.key for option in options]
        self._choices = [Choice(theme, o.word, o.sub, o.merk, hoog=80) for o in options]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(theme, label, vet=True, wrap=True))
        row = StackingLayout(theme, _CHARS_PER_BOX * len(options))
        for number, choice in enumerate(self._choices):
            self._group.addButton(choice, number)
            choice.setAccessibleName(f"{label}: {choice.text()}")
            row.addWidget(choice, 1)
        column.addLayout(row)
        self.setAccessibleName(label)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._keys[number]))

    def value(self) -> str | None:
        """The key of what is chosen; None as long as nothing is."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else None

    def set_value(self, key: str | None) -> None:
        """Show a choice without telling that a person made it."""
        self._group.setExclusive(False)
        for name, choice in zip(self._keys, self._choices, strict=True):
            choice.setChecked(name == key)
        self._group.setExclusive(True)

    def choices(self) -> tuple[Choice, ...]:
        return tuple(self._choices)
