"""Where a light contact is typed: Tab goes on, Enter keeps it and begins the next. What stands there is kept too."""

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.inloopcontact import InloopcontactZonderVraag
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import inloopcontact
from kernnetwerk_app.services.inloopcontact import NieuwContact
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.inloop_form import InloopForm
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.key_bar import KeyBar


class InloopInvoer(QWidget):
    """`saved`: a contact is in the store."""

    saved = Signal()

    def __init__(self, omgeving: Omgeving, herkomst: object) -> None:
        super().__init__()
        self._omgeving, self._herkomst, self._t = omgeving, herkomst, load("inloop")
        self._spreekuur_id: UUID | None = None
        self.form = InloopForm(omgeving.theme, omgeving.plek.profiel)
        self.form.edited.connect(self._on_edited)
        self.form.entered.connect(self.submit)
        self.form.unfolded.connect(self._show_folds)
        self._concept = Concept(omgeving, self, inloopcontact.CONCEPT, self.form.texts, self._kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.form)
        column.addWidget(self._build_bar())
        self._show_folds()
        self._concept.load(self.form.fill)

    def _build_bar(self) -> KeyBar:
        theme, t = self._omgeving.theme, self._t
        self._bar = KeyBar(theme)
        for toets in ("tab", "enter"):
            self._bar.add_key(t(f"toets.{toets}"), t(f"toets.{toets}_doet"))
        self._named = Button(theme, "", "kaal", toets=t("toets.naam"), hoog=44, letter="klein")
        self._named.setObjectName("met_naam")
        self._named.clicked.connect(self.toggle_name)
        self._more = Button(theme, "", "kaal", trailing="neer", hoog=44, letter="klein")
        self._more.setObjectName("meer")
        self._more.clicked.connect(self._toggle_more)
        for button in (self._named, self._more):
            self._bar.add_button(button)
        return self._bar

    def set_spreekuur(self, spreekuur_id: UUID, kern: str | None, verwezen: Iterable[str]) -> None:
        """Of which session the next contact is, in which kern, and to whom others were referred."""
        self._spreekuur_id = spreekuur_id
        self.form.set_kern(kern)
        self.form.set_verwezen(verwezen)

    def is_empty(self) -> bool:
        return not self.form.texts()

    def leave(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def focus_question(self) -> None:
        self.form.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_name(self) -> None:
        """After all with a name, or without: then what stood there is forgotten, also where it was kept."""
        shown = not self.form.is_with_name()
        self.form.show_name(shown)
        self._on_edited()
        if shown:
            self.form.go_to("voornamen")
        else:
            self.focus_question()

    def submit(self) -> None:
        """Keep what stands here as a contact and make room for the next."""
        if is_leeg(self.form.question.text()):
            self.form.show_fault("vraag", sentence(InloopcontactZonderVraag()))
            return
        values, spreekuur_id = self.form.read(), self._spreekuur_id
        if values is None or spreekuur_id is None:
            return
        plek, herkomst, sleutel, texts = self._omgeving.plek, self._herkomst, self._concept.sleutel, self.form.texts()
        invoer = NieuwContact(**values)
        self._concept.hand_in()
        self.form.reset()  # at once: what is typed from here on is of the next one
        self.focus_question()
        self._omgeving.tasks.write(
            self,
            lambda: inloopcontact.noteer(plek, spreekuur_id, invoer, herkomst, sleutel),
            lambda _: self._taken_in(),
            partial(self._refused, texts),
        )

    def _taken_in(self) -> None:
        self._kept()
        self.saved.emit()

    def _refused(self, texts: dict[str, str], fout: Exception) -> None:
        """What was typed comes back; where the next one was begun meanwhile, all of its words stand in the question."""
        since = self.form.texts()
        if since:
            words = " ".join((*texts.values(), since.get("vraag", "")))
            self.form.question.set_text(words.strip())
        else:
            self.form.fill(texts)
        self._concept.typed()
        self._omgeving.meld_fout(fout)

    def _on_edited(self) -> None:
        self._bar.mark.set_waiting()
        self._concept.typed()

    def _kept(self) -> None:
        self._bar.mark.set_saved(toon_tijd(self._omgeving.plek.klok.lokaal().time()))

    def _toggle_more(self) -> None:
        self.form.show_more(not self.form.is_with_more())
        if self.form.is_with_more():
            self.form.go_to("kanaal")

    def _show_folds(self) -> None:
        """The words of the two small buttons say what they will do."""
        t = self._t
        self._named.setText(t("toets.zonder_naam" if self.form.is_with_name() else "toets.met_naam"))
        self._more.setText(t("toets.minder" if self.form.is_with_more() else "toets.meer"))
        self._more.set_trailing("omhoog" if self.form.is_with_more() else "neer")
