"""Coupling this laptop: address, code and passphrase; then waiting until the beheerder approves the fingerprint."""

from PySide6.QtCore import Qt, QTimer, Signal

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.screens.start_paneel import StartPaneel, pasted
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
        self.setObjectName("koppelen_paneel")
        self.adres = TextField(theme, t("koppelen.adres_voorbeeld"))
        self.code = TextField(theme, t("koppelen.code_voorbeeld"))
        self.wachtzin = TextField(theme)
        self._voorstel = ""
        label, hint = t("koppelen.wachtzin"), t("koppelen.wachtzin_uitleg")
        self._wachtzin_veld = Field(theme, label, self.wachtzin, hint, below=True)
        adres = Field(theme, t("koppelen.adres"), self.adres)
        code = Field(theme, t("koppelen.code"), self.code)
        for editor, naam in ((self.adres, "adres"), (self.code, "code"), (self.wachtzin, "nieuwe_wachtzin")):
            editor.setObjectName(naam)
            editor.returnPressed.connect(self._submit)
        self.add_veld(adres, "sync.onveilig_adres", "koppelen.adres")
        self.add_veld(code, "inschrijving.code")
        self.add_veld(self._wachtzin_veld, "wachtzin.")
        self._gekozen = PlainLabel(theme, t("koppelen.wachtzin_gekozen"), "klein", kleur="inkt2", wrap=True)
        self._gekozen.hide()
        self.body.addWidget(self._gekozen)
        self._terug = self.add_knop(t("koppelen.terug"), "terug", icon="terug")
        self._terug.clicked.connect(self.terug)
        self._andere = self.add_knop(t("koppelen.andere"), "andere_woorden")
        self._andere.clicked.connect(self.ander_voorstel)
        self._knop = self.add_knop(t("koppelen.knop"), "koppel", primary=True)
        self._knop.clicked.connect(self._submit)

    def propose(self, wachtzin: str) -> None:
        """Five words to take over or to replace; they are shown, for they must be kept somewhere."""
        self._voorstel = wachtzin
        self.wachtzin.setText(wachtzin)

    @property
    def has_own_words(self) -> bool:
        """Whether the person typed something else than what was proposed."""
        return self.wachtzin.text() != self._voorstel

    def ask_passphrase(self, asked: bool) -> None:
        """Once the store is made its passphrase stands, and is not asked or shown again."""
        for widget in (self._wachtzin_veld, self._andere):
            widget.setVisible(asked)
        self._gekozen.setVisible(not asked)
        if not asked:
            self.wachtzin.clear()

    def show_sending(self) -> None:
        """The store is made; while the line works on it, one may go back."""
        self.ask_passphrase(False)
        self.show_busy(load("start")("koppelen.bezig"))
        self._terug.setEnabled(True)

    def fill(self, adres: str, code: str) -> None:
        """What was typed before the program was closed."""
        self.adres.setText(adres)
        self.code.setText(code)

    def focus_first(self) -> None:
        leeg = next((veld for veld in (self.adres, self.code) if not veld.text()), self.adres)
        leeg.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        if self._knop.isEnabled():
            self.show_busy(load("start")("koppelen.bezig"))
            self.koppel.emit(self.adres.text(), self.code.text(), pasted(self.wachtzin.text()))


class WachtenPaneel(StartPaneel):
    """Shows the fingerprint and asks every few seconds whether it was approved."""

    vraag_na = Signal()
    wijzig = Signal()

    def __init__(self, theme: Theme) -> None:
        t = load("start")
        super().__init__(theme, t("wachten.titel"), t("wachten.uitleg"))
        self.setObjectName("wachten")
        self.body.setSpacing(4)
        self.body.addWidget(PlainLabel(theme, t("wachten.vingerafdruk"), "klein", vet=True))
        self.vingerafdruk = PlainLabel(theme, "", "kop", vet=True, wrap=True)
        self.vingerafdruk.setObjectName("vingerafdruk")
        self.body.addWidget(self.vingerafdruk)
        self._stand = PlainLabel(theme, "", kleur="inkt2", wrap=True)
        self._stand.setObjectName("stand")
        self.body.addSpacing(12)
        self.body.addWidget(self._stand)
        self.add_knop(t("wachten.wijzig"), "wijzig").clicked.connect(self.wijzig)
        self._knop = self.add_knop(t("wachten.knop"), "vraag_na", primary=True)
        self._knop.clicked.connect(self.vraag_na)
        self.onder.addSpacing(24)
        self.onder.addWidget(PlainLabel(theme, t("wachten.later"), "klein", kleur="hint", wrap=True))
        self._timer = QTimer(self)
        self._timer.setInterval(VRAAG_ELKE_MS)
        self._timer.timeout.connect(self.vraag_na)

    def wait_for(self, vingerafdruk: str) -> None:
        """Start asking."""
        self.vingerafdruk.setText(vingerafdruk)
        self.vingerafdruk.setAccessibleName(vingerafdruk)
        self.tell("")
        self._timer.start()

    def tell(self, zin: str) -> None:
        """How it stands; without a sentence: not approved yet."""
        nieuw = zin or load("start")("wachten.nog_niet")
        if nieuw != self._stand.text():
            self._stand.setText(nieuw)
            announce(self, nieuw)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def focus_first(self) -> None:
        self._knop.setFocus(Qt.FocusReason.OtherFocusReason)
