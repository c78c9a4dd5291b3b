"""The paper as it will be, beside what is typed: made and drawn by a worker, 300 ms after the last key."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kernnetwerk_app.domain.planversie import PlanInhoud
from kernnetwerk_app.services.ondertekening import concept_pdf
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.paper_view import PaperView
from kernnetwerk_app.ui.widgets.bar import Bar
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

REST_MS = 300


class LivePaper(Bar):
    """Only the newest content is drawn: while one is on its way, the next waits its turn."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving.theme, "rail", Qt.Edge.LeftEdge)
        self._omgeving = omgeving
        self._inhoud: PlanInhoud | None = None
        self._drawn: PlanInhoud | None = None
        self._busy = False
        self._typed = ""
        t, theme = load("plan"), omgeving.theme
        self._page = PlainLabel(theme, letter="klein", kleur="inkt2")
        self.paper = PaperView(omgeving, breedte_px=0)
        self.paper.setObjectName("papier")
        self.paper.setAccessibleName(t("papier.kop"))
        self.paper.page_changed.connect(self._on_page)
        self.paper.shown.connect(self._follow)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._draw)
        head = QHBoxLayout()
        head.addWidget(IconLabel(theme, "papier", t("papier.kop")), 1)
        head.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.paper, 1)
        column.addWidget(IconLabel(theme, "scherm", t("papier.verandert")))

    def set_content(self, inhoud: PlanInhoud, typed: str = "") -> None:
        """What the paper should show, when nobody typed for a moment; `typed` is the sentence to keep in sight."""
        self._inhoud, self._typed = inhoud, typed
        self._timer.start()

    def _draw(self) -> None:
        if self._busy or self._inhoud is None or self._inhoud == self._drawn:
            return
        self._busy, self._drawn = True, self._inhoud
        work = partial(concept_pdf, self._omgeving.plek, self._inhoud)
        self._omgeving.tasks.read(self, work, self._show, self._failed)

    def _show(self, pdf: bytes) -> None:
        self._busy = False
        self.paper.set_pdf(pdf)
        if self._inhoud != self._drawn:
            self._timer.start()

    def _follow(self) -> None:
        if self._typed:
            self.paper.show_words(self._typed)

    def _failed(self, fout: Exception) -> None:
        self._busy = False
        self._omgeving.meld_fout(fout)

    def _on_page(self, nummer: int, totaal: int) -> None:
        self._page.setText(load("papier_scherm")("bladzijde", nummer=nummer, totaal=totaal))
