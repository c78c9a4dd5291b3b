"""A form in folds, of which one is open at a time, so that there are never more than nine fields in sight."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fields import Fields, Reader
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

_CHARS_BESIDE = 70
"""With less room than this the fields of a row stand under one another."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row: `share` is how much of the width it takes; the rest as in `Fields.add`.

    Its label and its hint are `veld.` and `hint.` with the part of `naam` after the last dot.
    """

    naam: str
    editor: LineEdit | Pick | GrowingTextEdit | Ticks
    share: int
    lees: Reader | None = None
    toon: Callable[[Any], str] | None = None
    verplicht: bool = False
    hint: str = ""


class FoldForm(QWidget):
    """Derive from it, and put parts in `column` with `add_fold`. `edited`: a person changed something."""

    edited = Signal()

    def __init__(self, theme: Theme, t: Tekst) -> None:
        super().__init__()
        self.theme, self.t = theme, t
        self.fields = Fields(self)
        self.fields.edited.connect(lambda _: self._on_edited())
        self.fields.wrong.connect(self.open_with)
        self.folds: dict[str, Fold] = {}
        self._where: dict[str, str] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def texts(self) -> dict[str, str]:
        """What a person typed or chose, by field; empty for an untouched form."""
        return self.fields.texts()

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put back what was kept, in fields that nobody touched since."""
        self.fields.fill(texts)
        self.summarise()

    def show_fault(self, naam: str, zin: str) -> None:
        self.fields.show_fault(naam, zin)

    def summarise(self) -> None:
        """Say in a few words what is in each fold; called when something changed."""

    def add_fold(self, key: str, title: str, rows: Sequence[Sequence[Cell]]) -> QVBoxLayout:
        """A fold with these rows of fields; gives its column, for what else belongs in it."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for cells in rows:
            row = StackingLayout(self.theme, _CHARS_BESIDE)
            for cell in cells:
                row.addWidget(self._field(key, cell), cell.share, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        fold = Fold(self.theme, title, content, (self.t("deel.open"), self.t("deel.dicht")))
        fold.header.setObjectName(f"deel_{key}")
        fold.pressed.connect(lambda: self._press(key))
        self.folds[key] = fold
        self.column.addWidget(fold)
        return column

    def remove_fold(self, key: str) -> None:
        """Take this fold and its fields away."""
        for naam in [naam for naam, where in self._where.items() if where == key]:
            self.fields.remove(naam)
            del self._where[naam]
        fold = self.folds.pop(key)
        fold.hide()
        fold.deleteLater()

    def order_folds(self, keys: Sequence[str]) -> None:
        """Put the folds in this order, for the eye and for the Tab key; the focus stays where it is."""
        self.folds = {key: self.folds[key] for key in keys}
        for place, fold in enumerate(self.folds.values()):
            self.column.removeWidget(fold)
            self.column.insertWidget(place, fold)
        self.order_tabs()

    def order_tabs(self) -> None:
        """The Tab key goes through the folds in their order."""
        stops = [stop for key, fold in self.folds.items() for stop in (fold.header, *self._editors(key))]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _editors(self, key: str) -> list[QWidget]:
        return [self.fields.editor(naam) for naam, where in self._where.items() if where == key]

    def add_in_fold(self, key: str, naam: str) -> None:
        """The field `naam` stands in this fold, which opens when a person should go there."""
        self._where[naam] = key

    def show_fold(self, key: str) -> None:
        """Open this one, or none, and no other."""
        for name, fold in self.folds.items():
            fold.set_open(name == key)

    def _press(self, key: str) -> None:
        """Close what is open; else open it, and go where one types: whoever opens it wants to write there."""
        if self.folds[key].is_open():
            self.show_fold("")
            return
        self.show_fold(key)
        for first in self._editors(key)[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_with(self, naam: str) -> None:
        """Open the fold that this field stands in."""
        if naam in self._where:
            self.show_fold(self._where[naam])

    def _field(self, fold: str, cell: Cell) -> Field:
        woord = cell.naam.rpartition(".")[2]
        hint = cell.hint or (self.t(f"hint.{woord}") if f"hint.{woord}" in self.t else "")
        field = Field(self.theme, self.t(f"veld.{woord}"), cell.editor, hint, below=True)
        self.fields.add(cell.naam, field, cell.editor, cell.lees, cell.toon, cell.verplicht)
        self.add_in_fold(fold, cell.naam)
        return field

    def _on_edited(self) -> None:
        self.summarise()
        self.edited.emit()
