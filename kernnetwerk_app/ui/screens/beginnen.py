"""The first start: practise, or couple this laptop to one's own municipality."""

from PySide6.QtCore import Qt, Signal

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.screens.start_paneel import StartPaneel
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.rows import Rows


class BeginnenPaneel(StartPaneel):
    """Two ways; the first has the focus, so that Enter practises."""

    oefenen = Signal()
    koppelen = Signal()

    def __init__(self, theme: Theme) -> None:
        t = load("start")
        super().__init__(theme, t("beginnen.titel"), t("beginnen.uitleg"))
        self.setObjectName("beginnen")
        self.body.setSpacing(12)
        self._rijen: list[ListRow] = []
        for naam, icon, gekozen in (("oefenen", "boek", self.oefenen), ("koppelen", "huis", self.koppelen)):
            rij = ListRow(theme, t(f"beginnen.{naam}"), t(f"beginnen.{naam}_uitleg"), icon=icon)
            rij.setObjectName(naam)
            rij.clicked.connect(gekozen)
            kaart = Rows(theme)
            kaart.add(rij)
            self.body.addWidget(kaart)
            self._rijen.append(rij)

    def focus_first(self) -> None:
        self._rijen[0].setFocus(Qt.FocusReason.OtherFocusReason)


class KanNietPaneel(StartPaneel):
    """Nothing can begin here: the sentence says why, and there is one way out."""

    sluit = Signal()

    def __init__(self, theme: Theme, zin: str) -> None:
        t = load("start")
        super().__init__(theme, t("kan_niet.titel"), zin)
        self.setObjectName("kan_niet")
        self._knop = self.add_knop(t("kan_niet.knop"), "sluit", primary=True)
        self._knop.clicked.connect(self.sluit)

    def focus_first(self) -> None:
        self._knop.setFocus(Qt.FocusReason.OtherFocusReason)
