"""In the head of a dossier: who died, a secret address, what a visitor must know, and how someone is heard best."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.services.mensen import MensenKop
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bereik_chips import bereik_chips, gehoor_chips
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.notice import Notice


class MensenKopBalk(QWidget):
    """Not there when there is nothing to know."""

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel) -> None:
        super().__init__()
        self._theme, self._profiel, self._t = theme, profiel, load("dossier")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._died = Notice(theme, "")
        self._died.setObjectName("overleden")
        self._row = QWidget()
        self._flow = FlowLayout(self._row, spacing=8)
        column.addWidget(self._died)
        column.addWidget(self._row)
        self.hide()

    def set_kop(self, kop: MensenKop) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        chips = self._chips(kop)
        for chip in chips:
            self._flow.addWidget(chip)
        self._row.setVisible(bool(chips))
        self._died.setVisible(kop.overleden is not None)
        if kop.overleden is not None:
            datum = datum_lang(kop.overleden.datum, jaar=True)
            zin = self._t("mensen.overleden", wie=kop.overleden.inwoner.aanhef, datum=datum)
            self._died.set_state(self._t("mensen.gestopt"), "letop", lead=f"{zin[:1].upper()}{zin[1:]}")
        self.setVisible(bool(chips) or kop.overleden is not None)

    def _chips(self, kop: MensenKop) -> list[Chip]:
        chips = [Chip(self._theme, feit.feit, "feit", "letop") for feit in kop.veiligheid]
        if kop.geheim_adres:
            chips.insert(0, Chip(self._theme, self._t("mensen.geheim"), "letop", "slot"))
        for plaats, (wie, hoe) in enumerate(kop.bereik):
            if plaats:
                chips += gehoor_chips(self._theme, self._profiel, hoe, wie=wie.naam)
            elif kop.overleden is None:
                chips += bereik_chips(self._theme, self._profiel, hoe, wie.hij)
        return chips
