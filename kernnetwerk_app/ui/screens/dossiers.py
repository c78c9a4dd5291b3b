"""All households on this laptop, by kern; filtered by typing, or found by a word in what was written."""

from functools import partial

from PySide6.QtCore import Qt

from kernnetwerk_app.services import dossier, dossiers
from kernnetwerk_app.services.dossier import DossierRegel
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.text_field import TextField


class DossiersScreen(Scherm):
    """`zoek(text)` shows where the words were found; an empty text shows everything."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._t = load("dossiers")
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("dossiers")
        self._gezocht = ""
        self._filter = TextField(self.theme, self._t("filter"), icon="zoek")
        self._filter.setObjectName("filter")
        self._filter.setAccessibleName(self._t("filter_naam"))
        self._filter.textChanged.connect(lambda _: self._apply_filter())
        self.body.addWidget(self._filter)
        self._alles = Button(self.theme, self._t("alles"), "kaal", hoog=44)
        self._alles.setObjectName("alles")
        self._alles.clicked.connect(lambda: self.zoek(""))
        self.body.addWidget(self._alles, 0, Qt.AlignmentFlag.AlignLeft)
        self._rijen = Rows(self.theme)
        self.body.addWidget(self._rijen)
        self._leeg = EmptyBox(self.theme, self._t("leeg"))
        self._niets = EmptyBox(self.theme, self._t("niets"))
        self.body.addWidget(self._leeg)
        self.body.addWidget(self._niets)
        self._regels: list[DossierRegel] = []
        self.foot.set_fact(self._t("voet.feit"))
        melding = self.foot.set_primary(self._t("voet.melding"), trailing="plus")
        melding.setObjectName("nieuwe_melding")
        melding.clicked.connect(lambda: omgeving.ga.melding())
        self._apply_filter()

    def zoek(self, getypt: str) -> None:
        """Show the dossiers in which these words stand."""
        self._gezocht = getypt.strip()
        self.set_title(self._t("titel"), self._t("gevonden", zoek=self._gezocht) if self._gezocht else "")
        self.refresh()

    def refresh(self) -> None:
        plek, gezocht = self.omgeving.plek, self._gezocht

        def load_regels() -> list[DossierRegel]:
            with plek.store.read() as lezer:
                regels = dossier.list_dossiers(plek, lezer)
                if not gezocht:
                    return regels
                gevonden = dossiers.zoek(plek, lezer, gezocht)
                return [regel for regel in regels if regel.huishouden_id in gevonden]

        self.omgeving.tasks.read(self, load_regels, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def focus_first(self) -> None:
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, regels: list[DossierRegel]) -> None:
        self._regels = regels
        self._rijen.clear()
        for regel in regels:
            self._rijen.add(self._rij(regel))
        self._apply_filter()

    def _rij(self, regel: DossierRegel) -> ListRow:
        rij = ListRow(self.theme, regel.voorletters, regel.kern or "", "map", right=self._stand(regel))
        rij.setObjectName(f"dossier_{regel.huishouden_id}")
        rij.clicked.connect(partial(self.omgeving.ga.dossier, regel.huishouden_id))
        return rij

    def _stand(self, regel: DossierRegel) -> str:
        if regel.conflict:
            return self._t("conflict")
        if not regel.wachtend:
            return ""
        return self._t("wachtend_een") if regel.wachtend == 1 else self._t("wachtend", aantal=regel.wachtend)

    def _apply_filter(self) -> None:
        woord = self._filter.text().strip().casefold()
        zichtbaar = 0
        for rij, regel in zip(self._rijen.rows(), self._regels, strict=False):
            past = woord in f"{regel.voorletters} {regel.kern or ''}".casefold()
            rij.setVisible(past)
            zichtbaar += past
        gefilterd = bool(woord or self._gezocht)
        self._rijen.setVisible(zichtbaar > 0)
        self._leeg.setVisible(not self._regels and not gefilterd)
        self._niets.setVisible(zichtbaar == 0 and gefilterd)
        self._alles.setVisible(bool(self._gezocht))
