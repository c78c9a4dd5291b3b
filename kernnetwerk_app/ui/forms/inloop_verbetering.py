"""Putting a light contact right that was written down already; what is typed is kept until it is saved or left."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.inloopcontact import Gevolg, Inloopcontact, InloopcontactZonderVraag
from kernnetwerk_app.services import inloopcontact, typen
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.inloop_form import InloopForm
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button

VOORAF = "anders."
"""Before the names of the fields, since those of the next contact stand on the same page."""


class InloopVerbetering(QWidget):
    """`closed`: it is as it should be, or stays as it was. `removed`: it was taken away."""

    closed = Signal()
    removed = Signal(object)

    def __init__(self, omgeving: Omgeving, contact_id: UUID, herkomst: object) -> None:
        super().__init__()
        self._omgeving, self._herkomst, self._t = omgeving, herkomst, load("inloop")
        self._contact_id = contact_id
        self._loaded: tuple[Inloopcontact, Bases] | None = None
        self.form = InloopForm(omgeving.theme, omgeving.plek.profiel, VOORAF)
        self._concept = Concept(omgeving, self, inloopcontact.concept_sleutel(contact_id), self.form.texts)
        self.form.edited.connect(self._concept.typed)
        self.form.entered.connect(self.submit)
        self.form.unfolded.connect(self._show_folds)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addLayout(self._build_buttons())
        self._show_folds()
        plek = omgeving.plek

        def work() -> tuple[Inloopcontact, Bases]:
            with plek.store.read() as lezer:
                return inloopcontact.load(lezer, contact_id)

        omgeving.tasks.read(self, work, self._show, omgeving.meld_fout)

    def _build_buttons(self) -> FlowLayout:
        t, buttons = self._t, FlowLayout(spacing=8)
        add = partial(self._button, buttons)
        add("laat", t("verander.laat"), self._let_be, "terug")
        self._named = add("met_naam", "", self._toggle_name)
        self._more = add("meer", "", self._toggle_more)
        add("haal_weg", t("verander.haal_weg"), self._take_away, "kruis")
        return buttons

    def _button(self, row: FlowLayout, naam: str, word: str, deed: Callable[[], None], icon: str = "") -> Button:
        button = Button(self._omgeving.theme, word, "kaal", icon=icon, hoog=44)
        button.setObjectName(f"{VOORAF}{naam}")
        button.clicked.connect(lambda: deed())
        row.addWidget(button)
        return button

    def leave(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._concept.leave(lambda: self.closed.emit())  # what was typed stands there again next time
        else:
            super().keyPressEvent(event)

    def _show(self, loaded: tuple[Inloopcontact, Bases]) -> None:
        self._loaded = loaded
        self.form.load(loaded[0])
        # Of what became a signal nobody asks a name afterwards: it may be one without (SIG-04).
        self._named.setVisible(loaded[0].gevolg is not Gevolg.SIGNAAL or loaded[0].heeft_naam)
        self.form.question.setFocus(Qt.FocusReason.OtherFocusReason)
        self._concept.load(self.form.fill)

    def submit(self) -> None:
        """Save it as it stands here."""
        values = self.form.read()
        if values is None or self._loaded is None:
            return
        (contact, bases), plek = self._loaded, self._omgeving.plek
        herkomst, sleutel = self._herkomst, self._concept.sleutel
        velden = {**values, "vraag": values["vraag"] or ""}
        self.setEnabled(False)  # what is typed now would not be in it
        self._concept.hand_in()
        self._omgeving.tasks.write(
            self,
            lambda: inloopcontact.change(plek, contact, bases, velden, herkomst, sleutel),
            lambda _: self.closed.emit(),
            self._refused,
        )

    def _refused(self, fout: Exception) -> None:
        self.setEnabled(True)
        self._concept.typed()
        if isinstance(fout, InloopcontactZonderVraag):
            self.form.show_fault("vraag", sentence(fout))
        else:
            self._omgeving.meld_fout(fout)

    def _let_be(self) -> None:
        """Leave it as it was: somebody says that what they typed here may go."""
        plek, sleutel = self._omgeving.plek, self._concept.sleutel
        self._concept.hand_in()
        self._omgeving.tasks.write(self, lambda: typen.keep_concept(plek, sleutel, {}), lambda _: self.closed.emit())

    def _take_away(self) -> None:
        plek, contact_id, herkomst = self._omgeving.plek, self._contact_id, self._herkomst

        def done(_: Changes) -> None:
            self.removed.emit(contact_id)

        self._concept.leave(
            lambda: self._omgeving.tasks.write(
                self,
                lambda: inloopcontact.haal_weg(plek, contact_id, herkomst=herkomst),
                done,
                self._omgeving.meld_fout,
            )
        )

    def _toggle_name(self) -> None:
        self.form.show_name(not self.form.is_with_name())
        self._concept.typed()

    def _toggle_more(self) -> None:
        self.form.show_more(not self.form.is_with_more())

    def _show_folds(self) -> None:
        t = self._t
        self._named.setText(t("toets.zonder_naam" if self.form.is_with_name() else "toets.met_naam"))
        self._more.setText(t("toets.minder" if self.form.is_with_more() else "toets.meer"))
