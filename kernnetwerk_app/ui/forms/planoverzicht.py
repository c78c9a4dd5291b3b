"""All support of the plan in one table, by level, and what clashes or is double in it (PLAN-06, PLAN-12).

Folded, for the goals are what one works in; what was found is always in sight.
"""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.afstemming import Samenloop, niveau, stem_af
from kernnetwerk_app.domain.plan import Afspraak
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.wanneer import wanneer
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.wie import ICOON, wie_woord
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows


class Planoverzicht(QWidget):
    """Gone as long as nobody does anything."""

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self._omgeving = schrijver.omgeving
        self._theme, self._t = schrijver.omgeving.theme, load("plan")
        self._lijst = schrijver.omgeving.plek.profiel.lijst("niveaus_van_functioneren")
        t = self._t
        self._regels: tuple[tuple[int, Afspraak], ...] = ()
        self._filled: tuple[tuple[int, Afspraak], ...] = ()
        self.notice = Notice(self._theme, "")
        self.notice.setObjectName("plan.samenloop")
        self._tables = QVBoxLayout()
        content = QWidget()
        content.setLayout(self._tables)
        self._tables.setContentsMargins(0, 0, 0, 0)
        self._tables.setSpacing(8)
        self.fold = Fold(self._theme, t("overzicht.kop"), content, (t("overzicht.open"), t("overzicht.dicht")))
        self.fold.header.setObjectName("plan.overzicht")
        self.fold.pressed.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notice)
        column.addWidget(self.fold)
        self.hide()

    def show_plan(self, beeld: PlanBeeld) -> None:
        """Show the lines as the store gave them, own strength first."""
        regels = tuple((nummer, regel) for nummer, doel in enumerate(beeld.doelen, 1) for regel in doel.afspraken)
        if self._regels == regels:
            return
        self._regels = regels
        self.setVisible(bool(regels))
        lijst, tasks = [regel for _, regel in regels], self._omgeving.tasks
        tasks.read(self, lambda: stem_af(lijst), partial(self._show_found, regels), self._omgeving.meld_fout)
        informeel = sum(regel.wie.is_informeel for regel in lijst)
        self.fold.set_summary(self._t("overzicht.telling", informeel=informeel, formeel=len(regels) - informeel))
        if self.fold.is_open():
            self._fill()

    def _show_found(self, regels: tuple[tuple[int, Afspraak], ...], gevonden: tuple[Samenloop, ...]) -> None:
        """Each line is laid beside each other one, so this comes after the plan itself."""
        if self._regels != regels:
            return
        self.notice.set_state(" ".join(self._zin(samen) for samen in gevonden[:2]), "goed", icon="letop")
        self.notice.setVisible(bool(gevonden))

    def _turn(self) -> None:
        """The table is made when somebody wants to see it."""
        is_open = not self.fold.is_open()
        if is_open:
            self._fill()
        self.fold.set_open(is_open)

    def _fill(self) -> None:
        regels = self._regels
        if self._filled == regels:
            return
        self._filled = regels
        clear_layout(self._tables)
        for keuze in self._lijst.keuzes:
            hier = [(nummer, regel) for nummer, regel in regels if niveau(regel) == keuze.sleutel]
            if hier:
                self._tables.addWidget(PlainLabel(self._theme, keuze.label, vet=True, wrap=True))
                table = Rows(self._theme)
                for nummer, regel in hier:
                    table.add(self._row(nummer, regel))
                self._tables.addWidget(table)

    def _row(self, nummer: int, regel: Afspraak) -> InfoRow:
        t, wie, soort = self._t, doener(regel), wie_woord(regel.wie)
        vorm = t("overzicht.informeel" if regel.wie.is_informeel else "overzicht.formeel")
        delen = ("" if wie == soort else soort, vorm, regel.organisatie, t("overzicht.doel", nummer=nummer))
        feiten = ", ".join(deel for deel in delen if deel)
        titel = f"{wie}: {regel.tekst}"
        return InfoRow(self._theme, titel, feiten, icon=ICOON[regel.wie], right=wanneer(regel))

    def _zin(self, samen: Samenloop) -> str:
        een, ander = (f"{doener(regel)}: {regel.tekst}".rstrip(".") for regel in (samen.een, samen.ander))
        return self._t(f"overzicht.{samen.bevinding}", een=een, ander=ander)
