"""The fields of a form that is handed in as a whole: what stands in them, reading them, and what is wrong where."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.eerdere_tekst import Tekstplek, als_tekst
from kernnetwerk_app.ui.forms.autosave import Teksteditor, field_sentence
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.taalhulp import help_with
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.forms.veldbron import KEUZE, NIET_HIER, Bron, Veldbron, is_schrijfveld
from kernnetwerk_app.ui.widgets.field import Field

Reader = Callable[[str], Any]
"""From what was typed to a value; raises a KernnetwerkError with a sentence for under the field."""


@dataclass(slots=True)
class _Entry:
    field: Field
    editor: Teksteditor
    lees: Reader | None
    toon: Callable[[Any], str] | None
    verplicht: bool
    begin: str
    bron: Veldbron
    stored: bool = False
    record: UUID | None = None
    """What it is written in (`stand_in`), also where it is a choice."""

    def show(self, text: str) -> None:
        """Of a record also what is no choice any more."""
        if self.stored and isinstance(self.editor, Pick | Ticks):
            self.editor.keep(text)
        else:
            self.editor.set_text(text)

    def takes(self, text: str) -> bool:
        """Whether a choice that was kept can stand in place of the stored one: else that one stays."""
        return not (self.stored and isinstance(self.editor, Pick)) or self.editor.offers(text)


class Fields(QObject):
    """Knows every field by its name. `edited(name)`: a person changed it. `wrong(name)`: a person should go there."""

    edited = Signal(str)
    wrong = Signal(str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._entries: dict[str, _Entry] = {}

    def add(
        self,
        naam: str,
        field: Field,
        editor: Teksteditor,
        lees: Reader | None = None,
        toon: Callable[[Any], str] | None = None,
        verplicht: bool = False,
    ) -> None:
        """`lees` is done when the field is left and when the form is read; `toon` then shows what was understood.

        An empty field gives None and is not read, unless it is `verplicht`.
        """
        widget = field.editor
        self._entries[naam] = _Entry(field, editor, lees, toon, verplicht, editor.text(), Veldbron(widget))
        widget.setObjectName(naam)
        editor.edited.connect(lambda: self._on_edited(naam))
        line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        if isinstance(line, QLineEdit) and lees is not None:
            line.editingFinished.connect(lambda: self._on_left(naam))

    def read_along(self, profiel: Gemeenteprofiel, soort: type[Entiteit], **anders: str) -> None:
        """Hint at plain words under the fields of this kind that residents read (TAAL-01); asked once, when all are
        there. `anders`: which field of the kind it is, where it has another name here.
        """
        for naam, entry in self._entries.items():
            help_with(profiel, soort, anders.get(naam, naam), entry.field, entry.editor)

    def stand_in(
        self,
        soort: type[Entiteit],
        entiteit_id: UUID | None,
        anders: Mapping[str, str] | None = None,
        vooraf: str = "",
        toon: Callable[[str, object], str] | None = None,
    ) -> None:
        """The fields whose name begins with `vooraf` are those of this record, or of one that is not there yet; asked
        once they are there. So *Eerdere tekst* finds what stood in them. `anders` as in `read_along`; `toon`: a stored
        value of this field as its editor holds it, where it is not that of `add`.
        """
        for naam, entry in self._entries.items():
            woord = naam.removeprefix(vooraf)
            veld = (anders or {}).get(woord, woord)
            if entiteit_id is None or not naam.startswith(vooraf):
                continue
            entry.record = entiteit_id
            if not is_schrijfveld(entry.editor):
                entry.bron.bron = Bron(waarom=KEUZE)
            elif veld not in soort.model_fields:
                entry.bron.bron = Bron(waarom=NIET_HIER)
            else:
                shown = partial(toon, veld) if toon is not None else entry.toon or als_tekst
                entry.bron.bron = Bron(Tekstplek(soort, entiteit_id, veld), "", shown)

    def records(self) -> set[UUID]:
        """Of which records they are, words and choices (`stand_in`)."""
        return {entry.record for entry in self._entries.values() if entry.record is not None}

    def remove(self, naam: str) -> None:
        """Forget this field, which goes from the page; nothing is told of it any more."""
        self._entries.pop(naam).field.editor.blockSignals(True)

    def __contains__(self, naam: str) -> bool:
        return naam in self._entries

    def editor(self, naam: str) -> QWidget:
        return self._entries[naam].field.editor

    def first(self) -> str:
        """The name of the one that was added first."""
        return next(iter(self._entries))

    def set_visible(self, naam: str, visible: bool) -> None:
        """A field of which nothing is asked now stays out of sight."""
        self._entries[naam].field.setHidden(not visible)

    def visible(self) -> list[str]:
        """The names of those in sight, in their order."""
        return [naam for naam, entry in self._entries.items() if not entry.field.isHidden()]

    def set_hint(self, naam: str, hint: str) -> None:
        self._entries[naam].field.set_hint(hint)

    def prefill(self, naam: str, text: str, stored: bool = False) -> None:
        """What stands there before anyone typed; that much is no work to keep. A typed text stays.

        `stored`: a record holds it, so it stands there also where it is not in the list to choose from.
        """
        entry = self._entries[naam]
        entry.stored |= stored
        if entry.editor.text() == entry.begin:
            entry.show(text)
            text = entry.editor.text()  # as the editor holds it
        entry.begin = text

    def clear(self, naam: str) -> None:
        """An empty field, whatever stood there, and nothing that is wrong with it."""
        entry = self._entries[naam]
        entry.editor.set_text("")
        entry.field.reset()

    def text(self, naam: str) -> str:
        return self._entries[naam].editor.text()

    def texts(self) -> dict[str, str]:
        """What a person typed or chose, by field; nothing for a field that is as it began."""
        alle = {naam: entry.editor.text() for naam, entry in self._entries.items()}
        return {naam: text for naam, text in alle.items() if text != self._entries[naam].begin}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put back what was kept, in fields that nobody touched since."""
        touched = self.texts()
        for naam, text in texts.items():
            if naam in self._entries and naam not in touched and self._entries[naam].takes(text):
                self._entries[naam].editor.set_text(text)

    def reset(self) -> None:
        """Everything as it began, without faults."""
        for entry in self._entries.values():
            entry.show(entry.begin)
            entry.field.reset()

    def value(self, naam: str) -> Any:
        """What the field means now; None when it is empty or cannot be read."""
        try:
            return self._read(self._entries[naam])
        except KernnetwerkError:
            return None

    def read(self, alleen: Collection[str] | None = None) -> dict[str, Any] | None:
        """The meaning of every field, or of these, by name.

        None when one cannot be read: then the faults stand under their fields.
        """
        values: dict[str, Any] = {}
        faults: list[str] = []
        for naam, entry in self._entries.items():
            if alleen is not None and naam not in alleen:
                continue
            try:
                values[naam] = self._read(entry)
                entry.field.set_error(None)
            except KernnetwerkError as fout:
                entry.field.set_error(field_sentence(fout))
                faults.append(naam)
        if not faults:
            return values
        self.go_to(faults[0])
        return None

    def show_fault(self, naam: str, zin: str) -> None:
        """Say under a field what is wrong with it and what now, and go there."""
        self._entries[naam].field.set_error(zin)
        self.go_to(naam)

    def go_to(self, naam: str) -> None:
        """Put the focus in a field, in sight with what stands under it."""
        field = self._entries[naam].field
        self.wrong.emit(naam)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(field)

    def _read(self, entry: _Entry) -> Any:
        text = entry.editor.text()
        if is_leeg(text) and not entry.verplicht:
            return None
        return text if entry.lees is None else entry.lees(text)

    def _on_edited(self, naam: str) -> None:
        if self._entries[naam].field.error():
            self._entries[naam].field.set_error(None)
        self.edited.emit(naam)

    def _on_left(self, naam: str) -> None:
        entry = self._entries[naam]
        if entry.editor.text() == entry.begin:
            entry.field.set_error(None)  # what stood there is not ours to write in another way
            return
        try:
            value = self._read(entry)
        except KernnetwerkError as fout:
            entry.field.set_error(field_sentence(fout))
            return
        entry.field.set_error(None)
        if value is not None and entry.toon is not None:
            entry.editor.set_text(entry.toon(value))
