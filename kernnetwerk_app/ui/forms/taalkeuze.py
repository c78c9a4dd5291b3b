"""Which language stands beside our own sentences: proposed, and one press to another or to Dutch alone (RES-09)."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.vertaling import Vertaling, naast
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.dropdown import Dropdown
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Taalkeuze(QWidget):
    """`chosen`: a person chose. Says of a language that nobody looked over yet that it is so."""

    chosen = Signal()

    def __init__(self, theme: Theme, vertalingen: Mapping[str, Vertaling]) -> None:
        super().__init__()
        self._talen: list[Vertaling | None] = [None, *sorted(vertalingen.values(), key=lambda v: v.nederlands)]
        t = load("papier_scherm")
        self.list = Dropdown(theme)
        self.list.setObjectName("taal")
        self.list.setAccessibleName(t("taal.vraag"))
        self.list.addItems([t("taal.alleen_nederlands") if v is None else v.keuze for v in self._talen])
        self.list.setMinimumContentsLength(16)
        self.list.activated.connect(lambda _: self._on_chosen())
        label = PlainLabel(theme, t("taal.vraag"), kleur="inkt2")
        label.setBuddy(self.list)
        self._mark = PlainLabel(theme, "", "klein", vet=True, wrap=True)
        self._mark.setObjectName("niet_nagekeken")
        row = FlowLayout(self, spacing=10)
        for widget in (label, self.list, self._mark):
            row.addWidget(widget)
        self._mark.hide()
        if not vertalingen:
            self.hide()

    def value(self) -> Vertaling | None:
        return self._talen[max(0, self.list.currentIndex())]

    def set_value(self, vertaling: Vertaling | None) -> None:
        """Show which it is, without telling that a person chose."""
        self.list.setCurrentIndex(self._talen.index(vertaling) if vertaling in self._talen else 0)
        self._show_mark()

    def _on_chosen(self) -> None:
        self._show_mark()
        self.chosen.emit()

    def _show_mark(self) -> None:
        self._mark.setText(merk(self.value()))
        self._mark.setVisible(bool(self._mark.text()))


def merk(vertaling: Vertaling | None) -> str:
    """That nobody looked this language over yet, in Dutch and in that language; nothing when somebody did."""
    if vertaling is None or vertaling.nagekeken:
        return ""
    return naast(vertaling, load("papier")("taal.niet_nagekeken"))
