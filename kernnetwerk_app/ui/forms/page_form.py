"""A small form in the page: a few fields, one button that hands it in, one that folds it. What is typed survives."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.fields import Fields
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.shortcuts import key_within
from kernnetwerk_app.ui.widgets.button import Button, Rol
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Act = Callable[[dict[str, Any], str], Changes]
"""From the values of the fields and the key of the concept to a save; runs on the writer thread."""


class PageForm(Card):
    """Derive from it: put fields in `body` and in `fields`, then call `finish`. `done`: handed in and saved."""

    done = Signal()
    closed = Signal()

    def __init__(self, omgeving: Omgeving, sleutel: str, title: str) -> None:
        super().__init__(omgeving.theme)
        self.omgeving, self.theme = omgeving, omgeving.theme
        self.fields = Fields(self)
        self.fields.edited.connect(lambda _: self._on_edited())
        self._concept = Concept(omgeving, self, sleutel, self.texts, self._saved)
        self._mark = SavedMark(self.theme)
        self._act: Act | None = None
        self.enter_hands_in = False
        """Whether Enter in a field of one line is as good as the button: for a form that is filled in already."""
        self._where: dict[type[KernnetwerkError], str] = {}
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.theme, title, "kop", vet=True, wrap=True), 1)
        head.addWidget(self._mark)
        self.body.setSpacing(12)
        self.body.addLayout(head)
        self.hide()

    def finish(
        self, word: str, act: Act, where: dict[type[KernnetwerkError], str], rol: Rol = "stil", toets: str = ""
    ) -> None:
        """`where`: under which field a rule that says no is told. `rol` and `toets` are those of the button that hands
        it in: quiet on a page that has its own next action.
        """
        self._act, self._where = act, where
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._hand_in = Button(self.theme, word, rol, icon="vink", toets=toets)
        self._hand_in.setObjectName(f"{self.objectName()}_bewaar")
        self._hand_in.clicked.connect(self.hand_in)
        close = Button(self.theme, load("dossier")("formulier.sluit"), "kaal")
        close.setObjectName(f"{self.objectName()}_sluit")
        close.clicked.connect(self.fold)
        row.addWidget(self._hand_in)
        row.addWidget(close)
        row.addStretch(1)
        self.body.addWidget(self._foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            key_within(self, keys, self.hand_in)
        self._concept.load(self._restore)

    def take_foot(self) -> QWidget:
        """Its buttons, to stand where they stay in sight while the form itself scrolls."""
        self.body.removeWidget(self._foot)
        return self._foot

    def texts(self) -> dict[str, str]:
        """What is kept of it while it is not handed in, by field; nothing as long as nobody typed."""
        return self.fields.texts()

    def is_about(self, entiteiten: Collection[UUID]) -> bool:
        """Whether words of one of these records stand in it, or a choice."""
        return not self.fields.records().isdisjoint(entiteiten)

    def first_field(self) -> QWidget:
        """Where one begins: the first that is asked."""
        asked = self.asked()
        return self.fields.editor(asked[0] if asked else self.fields.first())

    def open(self) -> None:
        """Show it, with the focus where one begins."""
        self.unfold(self.first_field())

    def unfold(self, first: QWidget) -> None:
        """Show it with the focus in `first`."""
        self.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Out of sight; what was typed stays."""
        self.hide()
        self.closed.emit()

    def leave(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def hand_in(self) -> None:
        """Take the form in as a whole, or say what is wrong where; nothing while that is being done."""
        if not self.isEnabled():
            return
        values = self.fields.read(self.asked())
        act, sleutel = self._act, self._concept.sleutel
        if values is None or act is None:
            return
        self.setEnabled(False)  # what is typed now would not be in it
        self._concept.hand_in()
        self.omgeving.tasks.write(self, lambda: act(values, sleutel), lambda _: self._taken_in(), self._refused)

    def asked(self) -> list[str] | None:
        """The fields that are read; None is all of them."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.fold()
        elif self.enter_hands_in and event.key() in _ENTER and isinstance(self.focusWidget(), QLineEdit):
            self.hand_in()
        else:
            super().keyPressEvent(event)

    def _taken_in(self) -> None:
        self.setEnabled(True)
        self.fields.reset()
        self.hide()
        self.done.emit()

    def _refused(self, fout: Exception) -> None:
        self.setEnabled(True)
        self._concept.typed()
        naam = self._where.get(type(fout)) if isinstance(fout, KernnetwerkError) else None
        if naam is None:
            self.omgeving.meld_fout(fout)
        else:
            self.fields.show_fault(naam, sentence(fout))

    def _restore(self, texts: dict[str, str]) -> None:
        """What was not handed in last time stands there again, open."""
        self.fields.fill(texts)
        if texts:
            self.show()

    def _on_edited(self) -> None:
        self._mark.set_waiting()
        self._concept.typed()

    def _saved(self) -> None:
        self._mark.set_saved(toon_tijd(self.omgeving.plek.klok.lokaal().time()))
