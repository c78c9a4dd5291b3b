"""The next line under a goal. Who does it follows from how the sentence starts, until a person chooses.

Who and when are asked, and the sociale kaart looks along, from the first letter on: until then there are no parts for
it. A plan has as many of these as it has goals, and a person types in one of them.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.doener import Bekende, past_bij
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services.doener import Kaartblik, raad
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.kaartsuggestie import KaartSuggestie
from kernnetwerk_app.ui.forms.nieuwe_zin import Act, NieuweZin
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.taalhulp import help_with
from kernnetwerk_app.ui.forms.wie import WiePick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field


class _Erbij(QWidget):
    """What is asked with the sentence. `typed`: when it happens. `chosen`: who does it. `entered`: add it."""

    typed = Signal()
    chosen = Signal()
    entered = Signal()

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        t, theme = load("plan"), omgeving.theme
        self.wie = WiePick(theme)
        self.wie.edited.connect(self.chosen)
        self.wanneer = LineEdit(theme, t("regel.wanneer_voorbeeld"))
        self.wanneer.edited.connect(self.typed)
        self.wanneer.returnPressed.connect(self.entered)
        self.when = Field(theme, t("regel.wanneer"), self.wanneer)
        self.when.label.hide()  # the example in it says what is asked; the screen reader still hears the words
        help_with(omgeving.plek.profiel, Afspraak, "wanneer", self.when, self.wanneer)
        self.kaart = KaartSuggestie(omgeving)
        self._add = Button(theme, t("nieuw.voeg_toe"), "stil", icon="plus", hoog=44)
        self._add.clicked.connect(self.entered)
        row = StackingLayout(theme, 60, spacing=8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.wie, 3, top)
        row.addWidget(self.when, 3, top)
        row.addWidget(self._add, 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.kaart)

    def set_name(self, naam: str) -> None:
        for widget, part in ((self.wie, "wie"), (self.wanneer, "wanneer"), (self._add, "voeg_toe")):
            widget.setObjectName(f"{naam}.{part}")
        self.kaart.set_name(naam)


class NieuweAfspraak(NieuweZin):
    """A person says what happens; who does it and when stands under it, to be put right."""

    def __init__(self, schrijver: Schrijver, sleutel: str, act: Act, label: str, naam: str) -> None:
        super().__init__(schrijver, sleutel, act, label, load("plan")("nieuw.afspraak_voorbeeld"), naam)
        self.field.label.hide()  # the goal above it says what is asked; the screen reader still hears the words
        self._is_chosen = False
        self._bekenden: tuple[Bekende, ...] = ()
        self._blik = Kaartblik()
        self._plek_naam = ""
        """Of the sociale kaart, when a person chose that for this line."""
        self._erbij: _Erbij | None = None

    def set_name(self, naam: str) -> None:
        """Its place in the plan, as object name of its parts."""
        self.editor.setObjectName(naam)
        if self._erbij is not None:
            self._erbij.set_name(naam)

    def set_bekenden(self, bekenden: tuple[Bekende, ...]) -> None:
        """Whom the sentence may name without more."""
        self._bekenden = bekenden
        self._show_guess()

    def set_kaart(self, blik: Kaartblik) -> None:
        """Where the resident lives, and whose help is not proposed."""
        self._blik = blik
        if self._erbij is not None:
            self._erbij.kaart.set_blik(blik)

    def doener(self, texts: Mapping[str, str]) -> tuple[Wie, str | None]:
        """Who does it, as a person chose it or else as the sentence says it, with the name that it gives for that."""
        geraden, naam = raad(self._omgeving.plek, texts["zin"], self._bekenden)
        wie = Wie(texts.get("wie", geraden))
        if self._plek_naam and wie is Wie.ALGEMENE_VOORZIENING:
            return wie, self._plek_naam
        return wie, past_bij(geraden, naam, wie)

    def texts(self) -> dict[str, str]:
        texts, erbij = super().texts(), self._erbij
        if not texts or erbij is None:
            return texts
        chosen = {}
        if self._is_chosen:
            wie, naam = self.doener(texts | {"wie": erbij.wie.text()})
            chosen = {"wie": wie.value, "wie_naam": naam or ""}
        wanneer = {"wanneer": erbij.wanneer.text()} if erbij.wanneer.text() else {}
        return texts | chosen | wanneer

    def fill(self, texts: Mapping[str, str]) -> None:
        super().fill(texts)
        if texts.get("wie"):
            self._is_chosen = True
            self._make().wie.set_text(texts["wie"])
            if texts["wie"] == Wie.ALGEMENE_VOORZIENING:
                self._plek_naam = texts.get("wie_naam", "")
        if texts.get("wanneer") and not self._make().wanneer.text():
            self._make().wanneer.set_text(texts["wanneer"])
        self._show_guess()

    def clear(self) -> None:
        super().clear()
        self._is_chosen = False
        self._plek_naam = ""
        if self._erbij is not None:
            self._erbij.wanneer.set_text("")
            self._erbij.when.set_advice("")
        self._show_guess()

    def _make(self) -> _Erbij:
        if self._erbij is None:
            self._erbij = _Erbij(self._omgeving)
            self._erbij.set_name(self.editor.objectName())
            self._erbij.kaart.set_blik(self._blik)
            self._erbij.typed.connect(self._on_typed)
            self._erbij.chosen.connect(self._on_wie)
            self._erbij.entered.connect(self._add_and_return)
            self._erbij.kaart.chosen.connect(self._on_plek)
            self._erbij.hide()
            self.column.addWidget(self._erbij)
        return self._erbij

    def _add_and_return(self) -> None:
        self.editor.setFocus()
        self.submit(lambda: None)

    def _on_plek(self, gekozen: Voorziening) -> None:
        """A place of the sociale kaart does this; the sentence stays as it was said. No aanvraag is needed (SOC-03)."""
        erbij = self._make()
        self._is_chosen, self._plek_naam = True, gekozen.naam
        erbij.wie.set_text(Wie.ALGEMENE_VOORZIENING.value)
        if gekozen.wanneer and not erbij.wanneer.text():
            erbij.wanneer.set_text(gekozen.wanneer)
        self._on_typed()

    def _on_wie(self) -> None:
        self._is_chosen = True
        self._on_typed()

    def _on_typed(self) -> None:
        super()._on_typed()
        self._show_guess()

    def _show_guess(self) -> None:
        zin = self.editor.text()
        if self._erbij is None and is_leeg(zin):
            return
        erbij = self._make()
        if erbij.isHidden() and not is_leeg(zin):
            bring_into_sight(self)
        erbij.setVisible(not is_leeg(zin))
        erbij.kaart.look_for(zin, staat=lambda naam: naam == self._plek_naam)
        if not self._is_chosen:
            erbij.wie.set_text(raad(self._omgeving.plek, zin, self._bekenden)[0].value)
