"""The first start: practise, or couple this laptop to one's own municipality."""

from PySide6.QtCore import Qt, Signal

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.screens.start_paneel import StartPaneel
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.list_row import ListRow


class BeginnenPaneel(StartPaneel):
    oefenen = Signal()
    koppelen = Signal()

    def __init__(self, theme: Theme) -> None:
        t = load("start")
        super().__init__(theme, t("beginnen.titel"), t("beginnen.uitleg"))
        self._oefenen = ListRow(theme, t("beginnen.oefenen"), t("beginnen.oefenen_uitleg"), icon="boek")
        self._oefenen.setObjectName("oefenen")
        self._koppelen = ListRow(theme, t("beginnen.koppelen"), t("beginnen.koppelen_uitleg"), icon="huis")
        self._koppelen.setObjectName("koppelen")
        self._oefenen.clicked.connect(self.oefenen)
        self._koppelen.clicked.connect(self.koppelen)
        for rij in (self._oefenen, self._koppelen):
            self.body.addWidget(rij)

    def focus_first(self) -> None:
        self._oefenen.setFocus(Qt.FocusReason.OtherFocusReason)
