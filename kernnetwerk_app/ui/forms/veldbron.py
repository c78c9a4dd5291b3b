"""From which field of which record the words in an editor come, so that *Eerdere tekst* knows what to ask for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.services.eerdere_tekst import Tekstplek, als_tekst
from kernnetwerk_app.ui.forms.autosave import Autosave
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

T = TypeVar("T", bound=QObject)
Schrijfveld = LineEdit | Pick | GrowingTextEdit
"""What one writes in, and what an earlier text can be put back in."""
NIEUW, KEUZE, NIET_HIER = "nieuw", "keuze", "niet_hier"
"""Why a field has no earlier texts: words under `eerder`."""


@dataclass(frozen=True, slots=True)
class Bron:
    """Where the words come from; without a `plek` there is none, and `waarom` says why. `toon`: a stored value as the
    editor holds it. `bewaart_zelf`: what is typed here is kept at once, and not with a form.
    """

    plek: Tekstplek | None = None
    waarom: str = NIEUW
    toon: Callable[[object], str] = als_tekst
    bewaart_zelf: bool = False


_NOG_NIETS, _ALLEEN_LEZEN = Bron(), Bron(waarom=NIET_HIER)


class Veldbron(QObject):
    """That of one editor; lives as long as it. It begins as that of a record that is not there yet."""

    def __init__(self, editor: QWidget, bron: Bron = _NOG_NIETS) -> None:
        super().__init__(editor)
        self.bron = bron


def is_schrijfveld(editor: object) -> bool:
    """Whether people write in it; a list counts where they may write what is not in it."""
    return isinstance(editor, LineEdit | GrowingTextEdit) or (isinstance(editor, Pick) and editor.isEditable())


def autosave_of(editor: QWidget | None) -> Autosave | None:
    """Who keeps this text, when it is a text of a record that keeps itself."""
    return _child(editor, Autosave)


def bron_of(widget: QWidget | None) -> tuple[QWidget, Bron] | None:
    """The field in which this widget stands, and its source; None for what is no field of a record."""
    while widget is not None and shiboken6.isValid(widget):
        autosave = autosave_of(widget)
        if autosave is not None:
            adres = autosave.adres
            return widget, Bron(Tekstplek(adres.soort, adres.entiteit_id, adres.veld), "", bewaart_zelf=True)
        veldbron = _child(widget, Veldbron)
        if veldbron is not None:
            return widget, veldbron.bron
        if isinstance(widget, LineEdit | GrowingTextEdit) and widget.isReadOnly():
            return widget, _ALLEEN_LEZEN
        if is_schrijfveld(widget):
            return widget, _NOG_NIETS
        widget = widget.parentWidget()
    return None


def _child(editor: QWidget | None, soort: type[T]) -> T | None:
    if editor is None or not shiboken6.isValid(editor):
        return None
    found = editor.findChildren(soort, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found[0] if found else None
