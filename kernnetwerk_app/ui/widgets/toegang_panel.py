"""How far the question is on its way in: first clarification, triage, hand-over; each row opens its own step."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.services import overdrachtstand
from kernnetwerk_app.services.overdrachtstand import EerdereVraag, Toegangstand
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.rows import Rows

_EERSTE = Recht.EERSTE_VRAAGVERHELDERING


class ToegangPanel(QWidget):
    """Loads itself; empty for a household without a melding."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        super().__init__()
        self._t = load("overdracht").met(omgeving.plek.profiel.zeg)
        self._omgeving, self._huishouden_id = omgeving, huishouden_id
        self._shown: Toegangstand | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        plek, hier = self._omgeving.plek, self._huishouden_id

        def work() -> Toegangstand | None:
            with plek.store.read() as lezer:
                return overdrachtstand.load_stand(plek, lezer, hier)

        self._omgeving.tasks.read(self, work, self._show, self._omgeving.meld_fout)

    def _show(self, stand: Toegangstand | None) -> None:
        """Built anew only when something changed, and the focus stays where it was."""
        if stand == self._shown:
            return
        self._shown = stand
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        clear_layout(self._column)
        if stand is None:
            return
        rows, ga = Rows(self._omgeving.theme), self._omgeving.ga
        eerste = self._first(stand), "praat", ga.eerste_vraagverheldering
        steps: list[tuple[str, Recht, str, str, Callable[[UUID], None]]] = [("eerste", _EERSTE, *eerste)]
        if stand.met_weging:
            route = self._t("stap.triage_versneld") if stand.is_versneld else stand.route
            key = "triage" if self._omgeving.plek.profiel.heeft_stap("triage") else "weging"
            steps.append((key, Recht.TRIAGE, route or self._t("stap.triage_leeg"), "wijzer", ga.triage))
        steps.append(("onderzoek", Recht.ONDERZOEK, self._inquiry(stand), "zoek", ga.onderzoek))
        steps.append(("overdracht", Recht.OVERDRAGEN, self._transfer(stand), "map", ga.overdracht))
        for key, recht, sub, icon, go in steps:
            rows.add(self._row(key, sub, icon, partial(go, self._huishouden_id), self._omgeving.plek.mag(recht)))
        for vraag in stand.eerder:
            rows.add(self._earlier(vraag))
        self._column.addWidget(rows)
        again = rows.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _earlier(self, vraag: EerdereVraag) -> ListRow | InfoRow:
        """The first step of an earlier question: what was begun there can be ended there."""
        go = partial(self._omgeving.ga.eerste_vraagverheldering, self._huishouden_id, vraag.melding_id)
        naam = self._t("stap.eerste_van", datum=datum_kort(vraag.ontvangen))
        row = self._row("eerste", self._first(vraag), "praat", go, self._omgeving.plek.mag(_EERSTE), naam)
        row.setObjectName(f"stap_eerste_{vraag.melding_id}")
        return row

    def _row(
        self, key: str, sub: str, icon: str, go: Callable[[], None], may_go: bool, naam: str = ""
    ) -> ListRow | InfoRow:
        """A step that others take here only tells how far it is."""
        theme, naam = self._omgeving.theme, naam or self._t(f"stap.{key}")
        if not may_go:
            info = InfoRow(theme, naam, sub, icon)
            info.setObjectName(f"stap_{key}")
            return info
        row = ListRow(theme, naam, sub, icon)
        row.setObjectName(f"stap_{key}")
        row.clicked.connect(go)
        return row

    def _first(self, stand: Toegangstand | EerdereVraag) -> str:
        if stand.afgerond is not None:
            return self._t("stap.eerste_klaar", datum=datum_kort(stand.afgerond), wie=stand.door)
        if stand.begonnen is not None:
            return self._t("stap.eerste_bezig", datum=datum_kort(stand.begonnen), wie=stand.door)
        return self._t("stap.eerste_leeg")

    def _inquiry(self, stand: Toegangstand) -> str:
        een = stand.onderzoek
        if een is None:
            return self._t("stap.onderzoek_leeg")
        if een.afgerond is not None:
            return self._t("stap.onderzoek_klaar", datum=datum_kort(een.afgerond), wie=een.door)
        return self._t("stap.onderzoek_bezig", datum=datum_kort(een.begonnen), wie=een.door)

    def _transfer(self, stand: Toegangstand) -> str:
        if stand.wacht_op:
            return self._t("stap.overdracht_voor_u" if stand.voor_mij else "stap.overdracht_wacht", wie=stand.wacht_op)
        if not stand.bij or stand.sinds is None:
            return self._t("stap.overdracht_leeg")
        key = "stap.overdracht_bij_en" if stand.blijft else "stap.overdracht_bij"
        return self._t(key, wie=stand.bij, datum=datum_kort(stand.sinds), contact=stand.blijft)
