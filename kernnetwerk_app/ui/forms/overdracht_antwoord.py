"""Somebody waits for a yes or no: two answers of equal weight, and for a no one line that is kept as it is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.overdracht import Overdrachtstand
from kernnetwerk_app.services import overdracht
from kernnetwerk_app.services.overdracht import Overdrachtregel
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class OverdrachtAntwoord(Card):
    """`answered(Overdrachtregel, Overdrachtstand, str)`: what a person said of this hand-over, and why."""

    answered = Signal(object, object, str)

    def __init__(
        self, omgeving: Omgeving, regel: Overdrachtregel, words: str, told: Sequence[str], saved: Callable[[], None]
    ) -> None:
        super().__init__(omgeving.theme)
        theme, t = omgeving.theme, load("overdracht").met(omgeving.plek.profiel.zeg)
        self._regel = regel
        self._reason = LineEdit(theme)
        self._reason.setObjectName("waarom_terug")
        # What people elsewhere say, the sender writes down.
        wie = "elders" if regel.elders else "antwoord"
        self._field = Field(theme, t(f"{wie}.waarom"), self._reason)
        self._back = Button(theme, t(f"{wie}.terug"), "stil")
        self._back.setObjectName("geef_terug")
        self._back.clicked.connect(lambda: self._tell(Overdrachtstand.TERUG, self._reason.text()))
        yes, no = Button(theme, t(f"{wie}.ja"), icon="vink"), Button(theme, t(f"{wie}.nee"), icon="terug")
        yes.setObjectName("ja_neem_over")
        yes.clicked.connect(lambda: self._tell(Overdrachtstand.AANGENOMEN, ""))
        no.setObjectName("nee_geef_terug")
        no.clicked.connect(self._ask)
        buttons = QWidget()
        line = FlowLayout(buttons, spacing=12)
        for button in (yes, no):
            line.addWidget(button)
        why = PlainLabel(theme, "\n".join(told), wrap=True)
        for part in (PlainLabel(theme, words, vet=True, wrap=True), why, buttons, self._field):
            self.body.addWidget(part)
        self.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._field.hide()
        self._back.hide()
        sleutel = overdracht.concept_terug(regel.overdracht.id)
        self._concept = Concept(omgeving, self, sleutel, self._texts, saved)
        self._reason.edited.connect(self._concept.typed)
        self._concept.load(self._restore)

    def leave(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def show_fault(self, zin: str) -> None:
        """Why this cannot be a no yet."""
        self._field.set_error(zin)

    def _tell(self, stand: Overdrachtstand, reden: str) -> None:
        self._concept.hand_in()
        self.answered.emit(self._regel, stand, reden)

    def _ask(self) -> None:
        self._field.show()
        self._back.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _texts(self) -> dict[str, str]:
        return {"reden": self._reason.text()} if self._reason.text() else {}

    def _restore(self, texts: dict[str, str]) -> None:
        if texts and not self._reason.text():
            self._reason.set_text(texts["reden"])
            self._field.show()
            self._back.show()
