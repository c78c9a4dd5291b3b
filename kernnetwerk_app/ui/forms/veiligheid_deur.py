"""The door before the safety item: closed until somebody opens it, and closed again out of sight (VEI-01)."""

import time
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.eerste_vraagverheldering import Veiligheid
from kernnetwerk_app.services import eerste_vraagverheldering
from kernnetwerk_app.services.eerste_vraagverheldering import EersteBeeld, Veiligheidsbeeld
from kernnetwerk_app.services.vraagverheldering import Gesprek
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.autosave import Autosave
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class VeiligheidDeur(QWidget):
    """`answered`: something was chosen. What stands behind the door is made when it opens, and thrown away after."""

    answered = Signal()
    conflict = Signal(object, int)

    def __init__(self, schrijver: Schrijver, melding_id: UUID) -> None:
        super().__init__()
        self._schrijver, self._melding_id = schrijver, melding_id
        self._theme, self._t = schrijver.omgeving.theme, load("eerste_vraagverheldering")
        self._room: QWidget | None = None
        self._save: Autosave | None = None
        self._bases: Veiligheidsbeeld | None = None
        self._state = PlainLabel(self._theme, "", kleur="inkt2", wrap=True)
        self._state.setObjectName("veiligheid_stand")
        self._open = Button(self._theme, self._t("veiligheid.open"), "stil", icon="schild")
        self._open.setObjectName("open_veiligheid")
        self._open.clicked.connect(self._ask)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(PlainLabel(self._theme, self._t("veiligheid.deur"), wrap=True))
        self._column.addWidget(self._state)
        self._column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)

    def load(self, gesprek: Gesprek, asked: float) -> None:
        """Nothing of the gesprek stands here."""

    def show_eerste(self, beeld: EersteBeeld) -> None:
        """Whether it was asked, and when; never what was said."""
        datum = beeld.eerste.veiligheid_datum
        self._state.setText(self._t("veiligheid.gevraagd", datum=datum_kort(datum)) if datum else "")
        self._state.setVisible(datum is not None)

    def leave(self, then: Callable[[], None]) -> None:
        if self._save is None:
            then()
        else:
            self._save.leave(then)

    def focus_first(self) -> None:
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_door()

    def close_door(self) -> None:
        """Keep what was typed, then let go of all of it."""
        self.leave(self._empty)

    def _empty(self) -> None:
        room, self._room, self._save, self._bases = self._room, None, None, None
        if room is not None:
            room.hide()
            room.deleteLater()
        self._open.show()

    def _ask(self) -> None:
        omgeving, herkomst = self._schrijver.omgeving, self._schrijver.herkomst
        plek, melding_id = omgeving.plek, self._melding_id

        def opened(answer: tuple[Veiligheidsbeeld, Changes]) -> None:
            if self.isVisible() and self._room is None:
                self._show_room(answer[0])

        omgeving.tasks.write(
            self,
            lambda: eerste_vraagverheldering.open_veiligheid(plek, melding_id, herkomst),
            opened,
            omgeving.meld_fout,
        )

    def _show_room(self, beeld: Veiligheidsbeeld) -> None:
        theme, t = self._theme, self._t
        self._bases = beeld
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Notice(theme, t("veiligheid.weg"), "letop", icon="oogdicht"))
        if beeld.elders:
            column.addWidget(PlainLabel(theme, t("veiligheid.elders"), wrap=True))
        options = [Option(keuze.name, t(f"veiligheid.{keuze.name.lower()}")) for keuze in Veiligheid]
        group = ChoiceGroup(theme, t("veiligheid.vraag"), options)
        for keuze, box in zip(Veiligheid, group.choices(), strict=True):
            box.setObjectName(f"veiligheid.{keuze.name.lower()}")
        group.set_value(beeld.keuze.name if beeld.keuze is not None else None)
        group.chosen.connect(lambda naam: self._choose(Veiligheid[naam]))
        words = GrowingTextEdit(theme, lines=2)
        words.setObjectName("veiligheid_woorden")
        field = Field(theme, t("veiligheid.woorden"), words, t("veiligheid.woorden_hint"))
        self._save = self._schrijver.attach(words, beeld.adres, field)
        self._save.load(beeld.woorden, beeld.adres, time.monotonic())
        close = Button(theme, t("veiligheid.sluit"), "stil", icon="slot")
        close.setObjectName("sluit_veiligheid")
        close.clicked.connect(self._shut)
        column.addWidget(group)
        column.addWidget(field)
        column.addWidget(PlainLabel(theme, t("veiligheid.direct"), "klein", kleur="letop", wrap=True))
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        self._room = room
        self._column.addWidget(room)
        self._open.hide()
        group.choices()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _shut(self) -> None:
        self.close_door()
        self.focus_first()

    def _choose(self, keuze: Veiligheid) -> None:
        omgeving, herkomst, beeld = self._schrijver.omgeving, self._schrijver.herkomst, self._bases
        if beeld is None:
            return
        plek, melding_id, bases = omgeving.plek, self._melding_id, beeld.bases

        def saved(_: Changes) -> None:
            self._schrijver.saved()
            self.answered.emit()

        omgeving.tasks.write(
            self,
            lambda: eerste_vraagverheldering.kies_veiligheid(plek, melding_id, keuze, bases, herkomst),
            saved,
            omgeving.meld_fout,
        )
