"""One heading of the onderzoek: what came out is one tap, and there is room for a word (OND-07)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.onderzoek import MET_REDEN
from kernnetwerk_app.services.onderzoek import Kopje, Kopjes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.keuzechips import Keuzechips
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.choice import Option
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Kopjeregel(QWidget):
    """`chosen(Kopje, str)`: what came out, nothing when it was taken back. The words keep themselves; they are asked
    once something was tapped.
    """

    chosen = Signal(object, str)

    def __init__(self, schrijver: Schrijver, kopje: Kopje, bij: Kopjes) -> None:
        super().__init__()
        theme, t = schrijver.omgeving.theme, load("onderzoek")
        self._t, self._kopje = t, kopje
        naam = self._naam = kopje.keuze.label if kopje.keuze is not None else t("lijst.vervallen")
        key = kopje.antwoord.sleutel
        self._chips = Keuzechips(theme, [Option(k.sleutel, k.label) for k in bij.uitkomsten.keuzes])
        self._chips.setObjectName(key)
        self._chips.name_choices(naam)
        for keuze, box in zip(bij.uitkomsten.keuzes, self._chips.choices(), strict=True):
            box.setObjectName(f"{key}.{keuze.sleutel}")
        self._chips.edited.connect(self._on_chosen)
        self._words = GrowingTextEdit(theme, lines=1)
        self._words.setObjectName(f"{key}.woorden")
        self._field = Field(theme, t("lijst.woorden"), self._words)
        self._save = schrijver.attach(self._words, kopje.adres, self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 10)
        column.setSpacing(4)
        column.addWidget(PlainLabel(theme, naam, vet=True, wrap=True))
        uit = kopje.keuze.uitleg if kopje.keuze is not None else ""
        if uit:
            column.addWidget(PlainLabel(theme, uit, "klein", kleur="inkt2", wrap=True))
        column.addWidget(self._chips)
        column.addWidget(self._field)
        self._show_words()

    def show_kopje(self, kopje: Kopje, asked: float, open_: bool) -> None:
        """Show it as the store gave it for a question asked at `asked`; `open_`: whether it may be changed."""
        self._kopje = kopje
        self._chips.set_text(kopje.uitkomst)
        self._save.load(kopje.woorden, kopje.adres, asked)
        self._chips.setEnabled(open_)
        self._words.setEnabled(open_)
        self._show_words()

    def leave(self, then: Callable[[], None]) -> None:
        self._save.leave(then)

    def _on_chosen(self) -> None:
        self._show_words()
        self.chosen.emit(self._kopje, self._chips.text())

    def _show_words(self) -> None:
        uitkomst = self._chips.text()
        label = self._t("lijst.reden" if uitkomst in MET_REDEN else "lijst.woorden")
        self._field.set_label(label)
        self._words.setAccessibleName(f"{self._naam}: {label}")
        self._field.setVisible(bool(uitkomst or self._words.text()))
