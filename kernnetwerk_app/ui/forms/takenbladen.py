"""In the plan: of each volunteer their own tasks, whether the resident wants them to have these on paper, and the paper
(NET-21). What stands here is what goes out, so that it is read before the yes.
"""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.services import stukken, takenblad
from kernnetwerk_app.services.takenblad import Takenbeeld, Vrijwilliger
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows


class Takenbladen(QWidget):
    """Hidden as long as the plan has no volunteer. `back` is the way back from looking at the paper."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID | None, back: Callable[[], None]) -> None:
        super().__init__()
        self._omgeving, self._huishouden_id, self._back = omgeving, huishouden_id, back
        self._theme, self._t = omgeving.theme, load("takenblad").met(omgeving.plek.profiel.zeg)
        self._shown: Takenbeeld | None = None
        t = self._t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self._theme, t("plan.kop"), "kop", vet=True, wrap=True))
        column.addWidget(PlainLabel(self._theme, t("plan.uitleg"), "klein", kleur="inkt2", wrap=True))
        self._rows = QVBoxLayout()
        column.addLayout(self._rows)
        self.hide()

    def refresh(self) -> None:
        """Read it again; what is shown stays as long as nothing changed."""
        plek, hier = self._omgeving.plek, self._huishouden_id
        if hier is None:
            return

        def work() -> Takenbeeld:
            with plek.store.read() as lezer:
                return takenblad.load(plek, lezer, hier)

        self._omgeving.tasks.read(self, work, self._show, self._omgeving.meld_fout)

    def _show(self, beeld: Takenbeeld) -> None:
        if beeld == self._shown:
            return
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._shown = beeld
        clear_layout(self._rows)
        self.setVisible(bool(beeld.vrijwilligers or beeld.zonder_naam))
        table = Rows(self._theme)
        buttons = []
        for nummer, wie in enumerate(beeld.vrijwilligers, 1):
            button = self._button(beeld, wie, f"takenblad{nummer}")
            buttons.append(button)
            table.add(InfoRow(self._theme, wie.naam, self._words(beeld, wie), icon="mensen", extra=button))
        for regel in beeld.zonder_naam:
            table.add(InfoRow(self._theme, self._t("plan.zonder_naam", regel=regel), icon="letop"))
        self._rows.addWidget(table)
        if had_focus and buttons:
            buttons[0].setFocus()

    def _words(self, beeld: Takenbeeld, wie: Vrijwilliger) -> str:
        t = self._t
        regels = [
            t("plan.taak", wat=een.wat.rstrip("."), wanneer=een.wanneer) if een.wanneer else een.wat
            for een in wie.taken
        ]
        if wie.ja is None:
            return "\n".join([*regels, t("plan.vraag", wie=beeld.inwoner.aanhef)])
        mag = t("plan.mag", wie=beeld.inwoner.aanhef, datum=datum_kort(wie.ja.begin_datum))
        gegeven = t("plan.gegeven", datum=datum_kort(wie.gegeven)) if wie.gegeven is not None else ""
        return "\n".join([*regels, " ".join(filter(None, (mag, gegeven, t("plan.terugnemen"))))])

    def _button(self, beeld: Takenbeeld, wie: Vrijwilliger, naam: str) -> Button:
        """The one thing to do now: look at it, say yes, or where others decide too write down who does."""
        t = self._t
        deed: Callable[[], None]
        if wie.ja is not None:
            words, deed = t("plan.bekijk"), partial(self._look, wie.ja)
        elif beeld.zelf:
            words, deed = t("plan.ja", wie=beeld.inwoner.aanhef), partial(self._say_yes, wie.naam)
        else:
            words, deed = t("plan.naar_rechten"), self._to_rights
        button = Button(self._theme, words, "stil", hoog=44)
        button.setObjectName(naam)
        button.setAccessibleName(f"{wie.naam}: {words}")
        button.clicked.connect(lambda _=False: deed())
        return button

    def _look(self, ja: Toestemming) -> None:
        plek, hier = self._omgeving.plek, self._huishouden_id
        if hier is not None:
            self._omgeving.ga.papier(stukken.papier(plek, Stuk(Stuksoort.TAKEN, hier, ja.id)), hier, self._back)

    def _say_yes(self, naam: str) -> None:
        plek, hier = self._omgeving.plek, self._huishouden_id
        if hier is None:
            return

        def work() -> Changes:
            return takenblad.zeg_ja(plek, hier, naam)

        self._omgeving.tasks.write(self, work, lambda _: self.refresh(), self._omgeving.meld_fout)

    def _to_rights(self) -> None:
        if self._huishouden_id is not None:
            self._omgeving.ga.rechten(self._huishouden_id)
