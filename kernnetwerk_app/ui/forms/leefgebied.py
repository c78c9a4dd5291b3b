"""One life domain of the gesprek: its questions, its state, and the line of reason that a state may ask for."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.base import VoorWie, mag_zien
from kernnetwerk_app.domain.leefgebied import Leefgebied, LeefgebiedStatus, status_van
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.gezegd import persoonssleutel
from kernnetwerk_app.services.vraagverheldering import Gesprek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.forms.editors import SentenceEdit
from kernnetwerk_app.ui.forms.form import Form
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.schaal import Schaal
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.domain_list import StateChoice
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.told_before import ToldBefore

_MET_REDEN = (LeefgebiedStatus.NIET_AAN_DE_ORDE, LeefgebiedStatus.WIL_NIET)


class LeefgebiedForm(QWidget):
    """`chosen(status, reden)`: a person set the state. `typed`: words were kept, so the state may follow from them.

    `conflict(UUID, int)`: a person wants to see both texts of a field. `scaled(int)`: the scale question was answered.
    """

    chosen = Signal(object, str)
    typed = Signal()
    conflict = Signal(object, int)
    scaled = Signal(int)

    def __init__(self, schrijver: Schrijver, leefgebied: Leefgebied, gesprek: Gesprek) -> None:
        super().__init__()
        self._sleutel = leefgebied.sleutel
        self._stored = LeefgebiedStatus.NOG_NIET
        theme = schrijver.omgeving.theme
        self._schrijver, self._gesprek, self._asked = schrijver, gesprek, 0.0
        self._velden = [
            (leefgebied.veldsleutel(v), v) for v in leefgebied.velden if mag_zien(VoorWie.PROFESSIONAL, v.voor)
        ]
        self._forms: dict[str, Form] = {}
        """By whom it is about: nobody in particular, and each person who was asked apart."""
        self._answers = QVBoxLayout()
        self._rather_not = Notice(theme, "", "goed")
        self._before = ToldBefore(theme)
        self._before.set_name(leefgebied.sleutel)
        self._form = self._add_form("")
        self._choice = StateChoice(theme)
        for status, box in zip(LeefgebiedStatus, self._choice.choices(), strict=True):
            box.setObjectName(f"stand.{status.name.lower()}")
        self._choice.chosen.connect(lambda waarde: self._on_chosen(LeefgebiedStatus(waarde)))
        self._note = PlainLabel(theme, load("gesprek")("stand.woorden"), "klein", kleur="hint", wrap=True)
        self._note.hide()
        self._reason = SentenceEdit(theme, lines=1)
        self._reason.setObjectName("reden")
        self._reason_field = Field(theme, load("gesprek")("reden.wil_niet"), self._reason)
        adres = gesprek.adressen[self._sleutel]
        self._reason_save = schrijver.attach(self._reason, adres, self._reason_field, self._settle)
        self._reason.entered.connect(self._settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._rather_not)
        if gesprek.mensen:
            column.addWidget(self._make_about(gesprek))
        column.addWidget(self._before)
        column.addLayout(self._answers)
        self._scale = Schaal(theme, schrijver.omgeving.plek.vandaag)
        self._scale.given.connect(self.scaled)
        for widget in (self._choice, self._note, self._reason_field, self._scale):
            column.addWidget(widget)

    def _make_about(self, gesprek: Gesprek) -> ChoiceGroup:
        """Of everybody together, or of one of the household (EVV-05)."""
        t = load("gesprek")
        options = [Option("", t("over.samen"))]
        options += [Option(str(mens.id), mens.naam or t(f"over.{mens.rol.name.lower()}")) for mens in gesprek.mensen]
        about = ChoiceGroup(self._schrijver.omgeving.theme, t("over.vraag"), options)
        for option, box in zip(options, about.choices(), strict=True):
            box.setObjectName(f"over.{option.key}")
        about.set_value("")
        about.chosen.connect(self._show_about)
        return about

    def _add_form(self, wie: str) -> Form:
        velden = [(persoonssleutel(s, UUID(wie)) if wie else s, veld) for s, veld in self._velden]
        form = Form(self._schrijver, velden, self._gesprek.adressen, self.typed.emit)
        form.conflict.connect(self.conflict)
        self._forms[wie] = form
        self._answers.addWidget(form)
        return form

    def _show_about(self, wie: str) -> None:
        """What was typed about another goes on keeping itself."""
        if wie not in self._forms:
            self._add_form(wie).load(self._gesprek, self._asked)
        for name, form in self._forms.items():
            form.setVisible(name == wie)
        self._forms[wie].focus_first()

    def _texts(self) -> list[str]:
        """What stands in the fields now, of everybody."""
        return [tekst for form in self._forms.values() for tekst in form.teksten()]

    def load(self, gesprek: Gesprek, asked: float) -> None:
        """Show the gesprek as the store gave it for a question asked at `asked` (`time.monotonic`)."""
        self._gesprek, self._asked = gesprek, asked
        self._rather_not.setObjectName("liever_niet")
        liever = " ".join(gesprek.liever_niet.get(self._sleutel, ()))
        self._rather_not.set_state(liever, "goed", icon="zelf")
        self._rather_not.setVisible(bool(liever))
        self._scale.show_cijfers(gesprek.cijfers.get(self._sleutel, ()))
        self._before.show_eerder(gesprek.eerder.get(self._sleutel, ()), is_open=False)
        for form in self._forms.values():
            form.load(gesprek, asked)
        self._reason_save.load(gesprek.teksten.get(self._sleutel, ""), gesprek.adressen[self._sleutel], asked)
        self._stored = gesprek.statussen[self._sleutel]
        self.refresh_state()

    def status(self) -> LeefgebiedStatus:
        """The state with what stands on the screen now."""
        if self._stored is LeefgebiedStatus.NOG_NIET:
            return status_van(None, self._texts())
        return self._stored

    def is_emptied(self) -> bool:
        """Whether it counts as talked about while no word of it is left: then only the store knows its state."""
        return self._stored is LeefgebiedStatus.BESPROKEN and all(is_leeg(tekst) for tekst in self._texts())

    def refresh_state(self) -> None:
        """Let the boxes follow what was typed, unless a chosen state waits for its reason."""
        if not self._is_pending():
            self._show_state(self.status())

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, a state that waited for its reason too, then go on."""
        self._settle()
        self._show_state(self.status())
        forms = list(self._forms.values())

        def go_on() -> None:
            if forms:
                forms.pop().leave(go_on)
            else:
                self._reason_save.leave(then)

        go_on()

    def focus_first(self) -> None:
        self._form.focus_first()

    def _on_chosen(self, status: LeefgebiedStatus) -> None:
        self._show_state(status)
        if status in _MET_REDEN:
            bring_into_sight(self._reason_field)
        if self._is_pending() and is_leeg(self._reason.text()):
            announce(self, self._reason.accessibleName())
            return
        self._choose(status)
        self._note.setVisible(self.status() is not status)
        self._show_state(self.status())

    def _is_pending(self) -> bool:
        """Whether a state was chosen that waits for its reason."""
        niet = LeefgebiedStatus.NIET_AAN_DE_ORDE
        return self._choice.value() == niet.value and self._stored is not niet

    def _settle(self) -> None:
        """The reason is written: now the state that asked for it holds."""
        if self._is_pending() and not is_leeg(self._reason.text()):
            self._choose(LeefgebiedStatus.NIET_AAN_DE_ORDE)

    def _choose(self, status: LeefgebiedStatus) -> None:
        self._stored = status
        self.chosen.emit(status, self._reason.text())

    def _show_state(self, status: LeefgebiedStatus) -> None:
        t = load("gesprek")
        self._choice.set_value(status.value)
        self._reason_field.setVisible(status in _MET_REDEN)
        if status in _MET_REDEN:
            key = status.name.lower()
            self._reason_field.label.setText(t(f"reden.{key}"))
            self._reason_field.hint.setText(t(f"reden.{key}_hint"))
            self._reason_field.hint.show()
            self._reason.setAccessibleName(t(f"reden.{key}"))
            self._reason.setAccessibleDescription(t(f"reden.{key}_hint"))
