"""Begin hier: five steps to know the way, each of which ticks itself; and starting the practice municipality anew."""

from PySide6.QtCore import Qt

from kernnetwerk_app.services import oefenen
from kernnetwerk_app.services.oefenen import Oefening, Oefenstap
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows


class OefenenScreen(Scherm):
    """Only in the practice municipality."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._t = load("oefenen").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel"), self._t("ondertitel"))
        self.setObjectName("oefenen")
        self._shown: tuple[Oefening, ...] = ()
        self._words = PlainLabel(self.theme, self._t("uitleg"), wrap=True)
        self._rows = Rows(self.theme)
        self.body.addWidget(self._words)
        self.body.addWidget(self._rows)
        self.foot.set_fact(self._t("feit"))
        again = self.foot.add_quiet(self._t("opnieuw"))
        again.setObjectName("begin_opnieuw")
        again.clicked.connect(self._ask_again)
        self._on = self.foot.set_primary(self._t("naar_vandaag"))
        self._on.setObjectName("naar_vandaag")
        self._on.clicked.connect(omgeving.ga.vandaag)

    def focus_first(self) -> None:
        first = self._rows.rows()
        (first[0] if first else self._on).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        plek = self.omgeving.plek

        def load_steps() -> tuple[Oefening, ...]:
            with plek.store.read() as lezer:
                return oefenen.load(lezer)

        self.omgeving.tasks.read(self, load_steps, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, oefeningen: tuple[Oefening, ...]) -> None:
        if oefeningen == self._shown:
            return
        first, self._shown = not self._shown, oefeningen
        self._rows.clear()
        for nummer, oefening in enumerate(oefeningen, 1):
            self._rows.add(self._row(nummer, oefening))
        self._words.setText(self._t("alles" if all(o.gedaan for o in oefeningen) else "uitleg"))
        if first:
            self.focus_first()

    def _row(self, nummer: int, oefening: Oefening) -> ListRow:
        t, stap = self._t, oefening.stap
        done = Chip(self.theme, t("gedaan"), "goed", "vink") if oefening.gedaan else None
        row = ListRow(self.theme, f"{nummer}. {t(f'stap.{stap}')}", t(f"hoe.{stap}"), extra=done)
        if oefening.gedaan:
            row.setAccessibleName(f"{row.accessibleName()}, {t('gedaan')}")
        row.setObjectName(f"stap_{stap}")
        ga = self.omgeving.ga
        waar = {Oefenstap.INLOOP: ga.inloop, Oefenstap.MELDING: ga.melding}
        row.clicked.connect(waar.get(stap, ga.dossiers))
        return row

    def _ask_again(self) -> None:
        t = self._t
        self.ask(t("opnieuw_vraag"), t("opnieuw_ja"), "ja_begin_opnieuw", self.omgeving.ga.oefen_opnieuw)
