"""The term that would begin, worked out while one types: the day, the sum on one line, and the norm beside the law."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.termijn import BerekendeTermijn
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.term_badge import TermBadge


class TermPreview(QWidget):
    """Facts, no control: a screen reader reads them as words, which are `t("termijn...")`."""

    def __init__(self, theme: Theme, t: Tekst) -> None:
        super().__init__()
        self._t = t
        self.day = PlainLabel(theme, "", "kop", vet=True, wrap=True)
        self.day.setObjectName("uiterlijk_klaar")
        self.sum = PlainLabel(theme, kleur="inkt2", wrap=True)
        self.sum.setObjectName("som")
        self._badge = TermBadge(theme, 1, 1)
        self._note = PlainLabel(theme, "", "klein", kleur="inkt2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(theme, self._t("termijn.kop"), "klein", kleur="hint"))
        for part in (self.day, self.sum, self._badge, self._note):
            column.addWidget(part)
        column.addWidget(PlainLabel(theme, self._t("termijn.daarna"), "klein", kleur="inkt2", wrap=True))
        self.set_term(None, date.min)

    def set_term(self, som: BerekendeTermijn | None, vandaag: date, eerst: date | None = None) -> None:
        """None: the day of the melding is not known yet. `eerst` is the last day as it stood, when that is another."""
        for part in (self.day, self._badge, self._note):
            part.setVisible(som is not None)
        if som is None:
            self.sum.setText(self._t("termijn.onbekend"))
            return
        over = som.dagen_over(vandaag)
        self.day.setText(self._t("termijn.klaar", datum=datum_kort(som.wettelijk_einde, jaar=True)))
        self.day.set_kleur("fout" if over < 0 else "inkt")
        self.sum.setText(som.een_regel)
        self._badge.set_term((som.wettelijk_einde - som.begin).days, over)
        extra = self._t("termijn.te_laat") if over < 0 else ""
        was = self._t("termijn.eerst", datum=datum_kort(eerst, jaar=True)) if eerst else ""
        self._note.setText(" ".join(filter(None, (was, *(naast.zin for naast in som.naast_de_wet), extra))))
        self._note.setVisible(bool(self._note.text()))
