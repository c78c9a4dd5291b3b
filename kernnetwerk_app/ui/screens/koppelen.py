"""Coupling this laptop: address, code and passphrase; then waiting until the beheerder approves the fingerprint."""

from PySide6.QtCore import Qt, QTimer, Signal

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.screens.start_paneel import StartPaneel
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.text_field import TextField

VRAAG_ELKE_MS = 5_000


class KoppelenPaneel(StartPaneel):
    """`koppel(adres, code, wachtzin)`; `ander_voorstel` asks for five other words."""

    koppel = Signal(str, str, str)
    ander_voorstel = Signal()
    terug = Signal()

    def __init__(self, theme: Theme) -> None:
        t = load("start")
        super().__init__(theme, t("koppelen.titel"), t("koppelen.uitleg"))
        self.adres = TextField(theme, t("koppelen.adres_voorbeeld"))
        self.code = TextField(theme, t("koppelen.code_voorbeeld"))
        self.wachtzin = TextField(theme)
        for veld, naam in ((self.adres, "adres"), (self.code, "code"), (self.wachtzin, "nieuwe_wachtzin")):
            veld.setObjectName(naam)
            self.body.addWidget(Field(theme, t(f"koppelen.{naam.removeprefix('nieuwe_')}"), veld))
            veld.returnPressed.connect(self._submit)
        self.body.addWidget(PlainLabel(theme, t("koppelen.wachtzin_uitleg"), "klein", kleur="hint", wrap=True))
        self.add_knop(t("koppelen.terug"), "terug", icon="terug").clicked.connect(self.terug)
        self.add_knop(t("koppelen.andere"), "andere_woorden").clicked.connect(self.ander_voorstel)
        self._knop = self.add_knop(t("koppelen.knop"), "koppel", primary=True)
        self._knop.clicked.connect(self._submit)

    def propose(self, wachtzin: str) -> None:
        """Five words to take over or to replace; they are shown, for they must be kept somewhere."""
        self.wachtzin.setText(wachtzin)

    def focus_first(self) -> None:
        self.adres.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        if self._knop.isEnabled():
            self.show_busy(load("start")("koppelen.bezig"))
            self.koppel.emit(self.adres.text(), self.code.text(), self.wachtzin.text())


class WachtenPaneel(StartPaneel):
    """Shows the fingerprint and asks every few seconds whether it was approved."""

    vraag_na = Signal()

    def __init__(self, theme: Theme) -> None:
        t = load("start")
        super().__init__(theme, t("wachten.titel"), t("wachten.uitleg"))
        self.body.addWidget(PlainLabel(theme, t("wachten.vingerafdruk"), "klein", vet=True))
        self.vingerafdruk = PlainLabel(theme, "", "kop", vet=True, wrap=True)
        self.vingerafdruk.setObjectName("vingerafdruk")
        self.body.addWidget(self.vingerafdruk)
        self.body.addWidget(PlainLabel(theme, t("wachten.later"), "klein", kleur="hint", wrap=True))
        self._knop = self.add_knop(t("wachten.knop"), "vraag_na", primary=True)
        self._knop.clicked.connect(self.vraag_na)
        self._timer = QTimer(self)
        self._timer.setInterval(VRAAG_ELKE_MS)
        self._timer.timeout.connect(self.vraag_na)

    def wait_for(self, vingerafdruk: str) -> None:
        self.vingerafdruk.setText(vingerafdruk)
        self.vingerafdruk.setAccessibleName(vingerafdruk)
        self.bezig.setText(load("start")("wachten.nog_niet"))
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def focus_first(self) -> None:
        self._knop.setFocus(Qt.FocusReason.OtherFocusReason)
