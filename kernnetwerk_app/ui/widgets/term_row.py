"""The running term of one question in a row: how long there still is, its last day, and where that day comes from."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.services.termijn import LopendeTermijn
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.term_badge import TermBadge


def term_row(theme: Theme, termijn: LopendeTermijn, show_sum: Callable[[], None]) -> InfoRow:
    """`show_sum`: somebody wants to see the whole sum (OND-01)."""
    t, som, over = load("dossier"), termijn.som, termijn.dagen_over
    badge = TermBadge(theme, (som.wettelijk_einde - som.begin).days, over)
    badge.words.setObjectName("dagen_over")
    how = Button(theme, t("nu.hoe"), "kaal", hoog=44, letter="klein")
    how.setObjectName("hoe_komt_u_hieraan")
    how.clicked.connect(lambda: show_sum())
    extra = QWidget()
    line = FlowLayout(extra, spacing=8)
    line.addWidget(badge)
    line.addWidget(how)
    title = t("nu.te_laat" if over < 0 else "nu.uiterlijk", datum=datum_lang(som.wettelijk_einde))
    row = InfoRow(theme, "", som.een_regel, lead=title, extra=extra)
    row.setObjectName("termijn")
    return row
