"""What a dossier says, in parts of which one is in sight: the story, the way of the question, what people must know."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.story import Story
from kernnetwerk_app.ui.widgets.tabs import Tabs
from kernnetwerk_app.ui.widgets.toegang_panel import ToegangPanel
from kernnetwerk_app.ui.widgets.told import Told

VERHAAL, VRAAG, RECHTEN = "verhaal", "vraag", "rechten"
MENSEN, PLAN = "mensen", "plan"
"""These have a page of their own."""


class DossierParts(QWidget):
    """`elsewhere(str)`: somebody chose a part that is a page of its own. `tabs` stand where the page wants them."""

    elsewhere = Signal(str)

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        super().__init__()
        theme, t = omgeving.theme, load("dossier").met(omgeving.plek.profiel.zeg)
        self.story, self.told = Story(theme), Told(theme)
        self.steps = ToegangPanel(omgeving, huishouden_id)
        self.new_signal = Button(theme, t("nu.nieuw_signaal"), "kaal", icon="vlag", hoog=44)
        self.new_signal.setObjectName("nieuw_signaal")
        self.guide = Button(theme, load("gids")("knop"), "kaal", icon="wijzer", hoog=44)
        self.guide.setObjectName("gids")
        self.card = Button(theme, load("blad")("contact.knop"), "kaal", icon="telefoon", hoog=44)
        self.card.setObjectName("contactkaart")
        self._nothing_to_tell = EmptyBox(theme, t("deel.rechten_leeg"))
        self._told = _stack(_head(theme, load("mededeling").met(omgeving.plek.profiel.zeg)("vertel.kop")), self.told)
        steps = _stack(_head(theme, load("overdracht").met(omgeving.plek.profiel.zeg)("stap.kop")), self.steps)
        self._parts = {
            VERHAAL: self.story,
            VRAAG: _stack(steps, self.guide, self.card, self.new_signal),
            RECHTEN: _stack(self._told, self._nothing_to_tell),
        }
        self.tabs = Tabs(theme, [(key, t(f"deel.{key}")) for key in (VERHAAL, MENSEN, VRAAG, PLAN, RECHTEN)])
        self.tabs.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in self._parts.values():
            column.addWidget(part)
        self.show_part(VERHAAL)

    def show_part(self, key: str) -> None:
        self.tabs.set_here(key)
        for name, part in self._parts.items():
            part.setVisible(name == key)

    def set_told(self, melding: Melding | None, inleveren_tot: date | None) -> None:
        """None: there is nothing to tell, or nobody to tell it to."""
        if melding is not None and inleveren_tot is not None:
            self.told.set_melding(melding, inleveren_tot)
        self._told.setVisible(inleveren_tot is not None)
        self._nothing_to_tell.setVisible(inleveren_tot is None)

    def _choose(self, key: str) -> None:
        if key in self._parts:
            self.show_part(key)
        else:
            self.elsewhere.emit(key)


def _head(theme: Theme, words: str) -> PlainLabel:
    return PlainLabel(theme, words, "kop", vet=True, wrap=True)


def _stack(*widgets: QWidget) -> QWidget:
    stack = QWidget()
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    return stack
