"""A sentence that is not in the plan yet: typed as one talks, Enter adds it, and the field is there for the next one.

Until then it is kept as a concept, so that it is still there after a lock or when one comes back.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.doener import Bekende, past_bij
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services.doener import raad
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.editors import LineEdit, SentenceEdit
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.kaartsuggestie import KaartSuggestie
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.taalhulp import Taalhulp
from kernnetwerk_app.ui.forms.wie import WiePick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field

Act = Callable[[Mapping[str, str], str], object]
"""From what was typed, by field, and the key of the concept to a save; runs on the writer thread."""


class NieuweZin(QWidget):
    """`typed`: another key was pressed. `added`: the sentence is in the plan now."""

    typed = Signal()
    added = Signal()

    def __init__(
        self, schrijver: Schrijver, sleutel: str, act: Act, label: str, voorbeeld: str, naam: str, stem: bool = False
    ) -> None:
        """`naam` is the editor's object name; `label` the words above it, `voorbeeld` those in it while it is empty."""
        super().__init__()
        self._omgeving, self._act = schrijver.omgeving, act
        theme = self._omgeving.theme
        self.editor = SentenceEdit(theme, voorbeeld, lines=1, letter="lees" if stem else "tekst")
        self.editor.setObjectName(naam)
        self.field = Field(theme, label, self.editor, stem=stem)
        Taalhulp(self._omgeving.plek.profiel, self.field, self.editor, stem)
        self._concept = Concept(self._omgeving, self, sleutel, self.texts, schrijver.saved)
        self._waiting = schrijver.waiting
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self.field)
        self.editor.edited.connect(self._on_typed)
        self.editor.entered.connect(lambda: self.submit(lambda: None))

    def refresh(self) -> None:
        """Give back what was kept."""
        self._concept.load(self.fill)

    def texts(self) -> dict[str, str]:
        """What stands in the fields; nothing without a sentence."""
        return {} if is_leeg(self.editor.text()) else {"zin": self.editor.text()}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Show what was kept, where nobody typed since."""
        if texts.get("zin") and not self.editor.text():
            self.editor.set_text(texts["zin"])
            self.typed.emit()

    def clear(self) -> None:
        self.editor.set_text("")
        self.field.set_advice("")

    def submit(self, then: Callable[[], None]) -> None:
        """Add what stands here, if anything does; `then` when it is in the plan."""
        texts, act, sleutel = self.texts(), self._act, self._concept.sleutel
        if not texts:
            then()
            return
        self._concept.hand_in()
        self.field.set_error(None)
        self.clear()  # at once: what is typed from here on belongs to the next sentence

        def work() -> object:
            return act(texts, sleutel)

        def done(_: object) -> None:
            self.added.emit()
            then()

        self._omgeving.tasks.write(self, work, done, lambda fout: self._refused(texts, fout))

    def leave(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def _refused(self, texts: Mapping[str, str], fout: Exception) -> None:
        """What was typed comes back, before what was typed since."""
        since = self.editor.text()
        self.clear()
        self.fill({**texts, "zin": f"{texts['zin']} {since}".strip() if since else texts["zin"]})
        self._concept.typed()
        self.field.set_error(sentence(fout))

    def _on_typed(self) -> None:
        self._waiting()
        self._concept.typed()
        self.typed.emit()


class NieuweAfspraak(NieuweZin):
    """Who does it follows from how the sentence starts, until a person chooses; when it happens stands beside it."""

    def __init__(self, schrijver: Schrijver, sleutel: str, act: Act, label: str, naam: str) -> None:
        t = load("plan")
        super().__init__(schrijver, sleutel, act, label, t("nieuw.afspraak_voorbeeld"), naam)
        theme = self._omgeving.theme
        self.field.label.hide()  # the goal above it says what is asked; the screen reader still hears the words
        self._is_chosen = False
        self._bekenden: tuple[Bekende, ...] = ()
        self._wie = WiePick(theme)
        self._wie.edited.connect(self._on_wie)
        self._wanneer = LineEdit(theme, t("regel.wanneer_voorbeeld"))
        self._wanneer.setAccessibleName(t("regel.wanneer"))
        self._wanneer.edited.connect(self._on_typed)
        self._wanneer.returnPressed.connect(self._add_and_return)
        self._plek_naam = ""
        """Of the sociale kaart, when a person chose that for this line."""
        self._kaart = KaartSuggestie(self._omgeving)
        self._kaart.chosen.connect(self._on_plek)
        self._add = Button(theme, t("nieuw.voeg_toe"), "stil", icon="plus", hoog=44)
        self._add.clicked.connect(self._add_and_return)
        self.set_name(naam)
        self._more = QWidget()
        row = StackingLayout(theme, 60, self._more, spacing=8)
        row.addWidget(self._wie, 3)
        row.addWidget(self._wanneer, 3)
        row.addWidget(self._add)
        self.column.addWidget(self._more)
        self.column.addWidget(self._kaart)
        self._more.hide()

    def set_name(self, naam: str) -> None:
        """Its place in the plan, as object name of its parts."""
        for widget, part in (
            (self.editor, ""),
            (self._wie, ".wie"),
            (self._wanneer, ".wanneer"),
            (self._add, ".voeg_toe"),
        ):
            widget.setObjectName(f"{naam}{part}")
        self._kaart.set_name(naam)

    def set_bekenden(self, bekenden: tuple[Bekende, ...]) -> None:
        """Whom the sentence may name without more."""
        self._bekenden = bekenden
        self._show_guess()

    def set_kern(self, kern: str) -> None:
        """Where the resident lives."""
        self._kaart.set_kern(kern)

    def doener(self, texts: Mapping[str, str]) -> tuple[Wie, str | None]:
        """Who does it, as a person chose it or else as the sentence says it, with the name that it gives for that."""
        geraden, naam = raad(self._omgeving.plek, texts["zin"], self._bekenden)
        wie = Wie(texts.get("wie", geraden))
        if self._plek_naam and wie is Wie.ALGEMENE_VOORZIENING:
            return wie, self._plek_naam
        return wie, past_bij(geraden, naam, wie)

    def texts(self) -> dict[str, str]:
        texts = super().texts()
        if not texts:
            return {}
        chosen = {}
        if self._is_chosen:
            wie, naam = self.doener(texts | {"wie": self._wie.text()})
            chosen = {"wie": wie.value, "wie_naam": naam or ""}
        wanneer = {"wanneer": self._wanneer.text()} if self._wanneer.text() else {}
        return texts | chosen | wanneer

    def fill(self, texts: Mapping[str, str]) -> None:
        super().fill(texts)
        if texts.get("wie"):
            self._is_chosen = True
            self._wie.set_text(texts["wie"])
            if texts["wie"] == Wie.ALGEMENE_VOORZIENING:
                self._plek_naam = texts.get("wie_naam", "")
        if texts.get("wanneer") and not self._wanneer.text():
            self._wanneer.set_text(texts["wanneer"])
        self._show_guess()

    def clear(self) -> None:
        super().clear()
        self._is_chosen = False
        self._plek_naam = ""
        self._wanneer.set_text("")
        self._show_guess()

    def _add_and_return(self) -> None:
        self.editor.setFocus()
        self.submit(lambda: None)

    def _on_plek(self, gekozen: Voorziening) -> None:
        """A place of the sociale kaart does this; the sentence stays as it was said. No aanvraag is needed (SOC-03)."""
        self._is_chosen, self._plek_naam = True, gekozen.naam
        self._wie.set_text(Wie.ALGEMENE_VOORZIENING.value)
        if gekozen.wanneer and not self._wanneer.text():
            self._wanneer.set_text(gekozen.wanneer)
        self._on_typed()

    def _on_wie(self) -> None:
        self._is_chosen = True
        self._on_typed()

    def _on_typed(self) -> None:
        super()._on_typed()
        self._show_guess()

    def _show_guess(self) -> None:
        zin = self.editor.text()
        if self._more.isHidden() and not is_leeg(zin):
            bring_into_sight(self)
        self._more.setVisible(not is_leeg(zin))
        self._kaart.look_for(zin, staat=lambda naam: naam == self._plek_naam)
        if not self._is_chosen:
            self._wie.set_text(raad(self._omgeving.plek, zin, self._bekenden)[0].value)
