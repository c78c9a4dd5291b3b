"""What a dossier says, in parts of which one is in sight: the story, the way of the question, what people must know."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.services.termijn import inleveren_tot
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.pick import Pick
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
MENSEN, NETWERK, PLAN = "mensen", "netwerk", "plan"
"""These have a page of their own."""


class DossierParts(QWidget):
    """`elsewhere(str)`: somebody chose a part that is a page of its own. `tabs` stand where the page wants them.
    `told_shown`: the ticks of another question show.
    """

    elsewhere = Signal(str)
    told_shown = Signal()

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        super().__init__()
        theme, t = omgeving.theme, load("dossier").met(omgeving.plek.profiel.zeg)
        self._t, self._profiel = t, omgeving.plek.profiel
        told = load("mededeling").met(omgeving.plek.profiel.zeg)
        self.story, self.told = Story(theme), Told(theme, told)
        self.steps = ToegangPanel(omgeving, huishouden_id)
        self.new_signal = Button(theme, t("nu.nieuw_signaal"), "kaal", icon="vlag", hoog=44)
        self.new_signal.setObjectName("nieuw_signaal")
        self.guide = Button(theme, load("gids")("knop"), "kaal", icon="wijzer", hoog=44)
        self.guide.setObjectName("gids")
        self.card = Button(theme, load("blad")("contact.knop"), "kaal", icon="telefoon", hoog=44)
        self.card.setObjectName("contactkaart")
        self._of = Pick(theme)
        """Of which question: only where more than one asks something."""
        self._of.setObjectName("vertel_welke")
        self._of.setAccessibleName(t("deel.welke_vraag"))
        self._of.edited.connect(lambda: self.show_told(UUID(self._of.text())))
        self._asked: Mapping[UUID, tuple[Melding, date]] = {}
        self._chosen: UUID | None = None
        self._nothing_to_tell = EmptyBox(theme, t("deel.rechten_leeg"))
        self._told = _stack(_head(theme, told("vertel.kop")), self._of, self.told)
        self._parts = {
            VERHAAL: self.story,
            VRAAG: self._question(omgeving, huishouden_id),
            RECHTEN: _stack(_rights(omgeving, huishouden_id), self._told, self._nothing_to_tell),
        }
        self.tabs = Tabs(theme, [(key, t(f"deel.{key}")) for key in (VERHAAL, MENSEN, NETWERK, VRAAG, PLAN, RECHTEN)])
        self.tabs.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in self._parts.values():
            column.addWidget(part)
        self.show_part(VERHAAL)

    def _question(self, omgeving: Omgeving, huishouden_id: UUID) -> QWidget:
        """How far the question is, and what belongs with it."""
        head = _head(omgeving.theme, load("overdracht").met(omgeving.plek.profiel.zeg)("stap.kop"))
        together, papers = _together(omgeving, huishouden_id), _papers(omgeving, huishouden_id)
        to_print = _to_print(omgeving, huishouden_id)
        return _stack(_stack(head, self.steps), together, to_print, self.guide, self.card, papers, self.new_signal)

    def show_part(self, key: str) -> None:
        self.tabs.set_here(key)
        for name, part in self._parts.items():
            part.setVisible(name == key)

    def set_told(self, vragen: Sequence[Melding], nu: Melding | None) -> None:
        """The questions of which something is to be told; none: there is nothing, or nobody to tell it to. `nu` shows,
        unless another was chosen.
        """
        profiel, words = self._profiel, self._t
        dagen = ((melding, inleveren_tot(profiel, melding)) for melding in vragen)
        self._asked = {melding.id: (melding, tot) for melding, tot in dagen if tot is not None}
        if self._chosen not in self._asked:
            self._chosen = nu.id if nu is not None and nu.id in self._asked else next(iter(self._asked), None)
        alle = [melding for melding, _ in self._asked.values()]
        self._of.set_options([(str(m.id), words("deel.vraag_van", datum=datum_kort(m.ontvangen_datum))) for m in alle])
        self._of.setVisible(len(alle) > 1)
        self._told.setVisible(bool(alle))
        self._nothing_to_tell.setVisible(not alle)
        if self._chosen is not None:
            self._of.set_text(str(self._chosen))
            self.told.set_melding(*self._asked[self._chosen])

    def show_told(self, melding_id: UUID) -> None:
        """What was told about this question."""
        if melding_id in self._asked:
            self._chosen = melding_id
            self._of.set_text(str(melding_id))
            self.told.set_melding(*self._asked[melding_id])
            self.told_shown.emit()
        self.show_part(RECHTEN)

    def told_of(self) -> Melding | None:
        """The question whose ticks show."""
        return self._asked[self._chosen][0] if self._chosen is not None else None

    def _choose(self, key: str) -> None:
        if key in self._parts:
            self.show_part(key)
        else:
            self.elsewhere.emit(key)


def _head(theme: Theme, words: str) -> PlainLabel:
    return PlainLabel(theme, words, "kop", vet=True, wrap=True)


def _together(omgeving: Omgeving, huishouden_id: UUID) -> Button:
    """The way to everything that was told, by life domain."""
    button = Button(omgeving.theme, load("kijkrichting")("knop.open"), "kaal", icon="map", hoog=44)
    button.setObjectName("alles_bij_elkaar")
    button.clicked.connect(lambda: omgeving.ga.kijkrichting(huishouden_id))
    return button


def _to_print(omgeving: Omgeving, huishouden_id: UUID) -> Button:
    """The way to every paper of this dossier, and to what somebody still has to get."""
    button = Button(omgeving.theme, load("bezorging")("knop"), "kaal", icon="print", hoog=44)
    button.setObjectName("papieren")
    button.clicked.connect(lambda: omgeving.ga.papieren(huishouden_id))
    return button


def _rights(omgeving: Omgeving, huishouden_id: UUID) -> QWidget:
    """The way to what may be shared, who looked, and requests; and to a plan of the resident's own that came in."""
    button = Button(omgeving.theme, load("rechten")("knop"), "stil", icon="schild", hoog=44)
    button.setObjectName("rechten")
    button.clicked.connect(lambda: omgeving.ga.rechten(huishouden_id))
    return _stack(button, _papers(omgeving, huishouden_id, "bijlage_bij_antwoord"))


def _papers(omgeving: Omgeving, huishouden_id: UUID, naam: str = "bijlagen") -> Button:
    """The way to photographs, letters and the resident's own plan (PLAN-16)."""
    button = Button(omgeving.theme, load("bijlage")("knop"), "kaal", icon="papier", hoog=44)
    button.setObjectName(naam)
    button.clicked.connect(lambda: omgeving.ga.bijlage(huishouden_id))
    return button


def _stack(*widgets: QWidget) -> QWidget:
    stack = QWidget()
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    return stack
