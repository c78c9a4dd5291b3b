"""A newer version of part of the plan cannot be read here: read together anyway, with one line of why (TEAM-04)."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services import planconcept, typen
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.notice import Notice


class TochLezen(QFrame):
    """`pressed`: read together, with `reden`. It asks nothing before `ask`, and keeps what was typed as `sleutel`.

    `woorden` is the part of the texts that it speaks with; what comes before the line of why goes in `above`.
    """

    pressed = Signal()
    woorden = "toch_lezen"

    def __init__(self, omgeving: Omgeving, plan_id: UUID) -> None:
        super().__init__()
        t, theme = load("plan").groep(self.woorden).__getitem__, omgeving.theme
        self.sleutel = self._key(plan_id)
        self.setProperty("rol", "kaart")
        self.setFrameShape(QFrame.Shape.Box)  # what remains of the card in high contrast
        self._line = LineEdit(theme)
        self._line.setObjectName("toch_lezen.reden")
        self._field = Field(theme, t("reden"), self._line, t("hint"))
        self._notice = Notice(theme, "")
        button = Button(theme, t("doe"), "stil", hoog=44)
        button.setObjectName("toch_lezen.doe")
        self._concept = Concept(omgeving, self, self.sleutel, self._texts)
        self._line.edited.connect(self._on_typed)
        self._line.returnPressed.connect(self._press)
        button.clicked.connect(self._press)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        self.above = FlowLayout(spacing=8)
        column.addWidget(self._notice)
        column.addLayout(self.above)
        column.addWidget(self._field)
        row = FlowLayout(spacing=8)
        row.addWidget(button)
        column.addLayout(row)
        self.hide()

    def ask(self, why: str) -> None:
        """Say what is the matter, and put the cursor where the reason goes."""
        if self.isHidden():
            self._concept.load(self._restore)
        self._notice.set_state(why, "letop")
        self.show()
        announce(self, why)
        self._line.setFocus()

    def reden(self) -> str:
        """What was typed, as far as it is asked now."""
        return "" if self.isHidden() else self._line.text()

    def leave(self, then: Callable[[], None]) -> None:
        """Keep what was typed, then go on."""
        self._concept.leave(then)

    def _key(self, plan_id: UUID) -> str:
        """What is typed in it is kept as this."""
        return planconcept.sleutel_toch(plan_id)

    def _texts(self) -> dict[str, str]:
        return {typen.REDEN: self._line.text()} if self._line.text() else {}

    def _restore(self, texts: Mapping[str, str]) -> None:
        if not self._line.text():
            self._line.set_text(texts.get(typen.REDEN, ""))

    def _on_typed(self) -> None:
        self._field.set_error(None)
        self._concept.typed()

    def _press(self) -> None:
        if is_leeg(self._line.text()):
            self._field.set_error(load("plan")(f"{self.woorden}.leeg"))
            self._line.setFocus()
        else:
            self.pressed.emit()
