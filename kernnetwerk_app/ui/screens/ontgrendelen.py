"""Unlocking: one field with the focus in it. Needs no store, no network, nothing but the passphrase."""

from PySide6.QtCore import Qt, Signal

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.screens.start_paneel import StartPaneel
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.text_field import SecretField


class OntgrendelenPaneel(StartPaneel):
    """`ontgrendel(passphrase)` when asked; `anders` leads to the other municipality or the first choice."""

    ontgrendel = Signal(str)
    anders = Signal()

    def __init__(self, theme: Theme, groet: str) -> None:
        t = load("start")
        super().__init__(theme, groet, t("ontgrendelen.uitleg"))
        self.wachtzin = SecretField(theme)
        self.wachtzin.setObjectName("wachtzin")
        self.body.addWidget(
            Field(theme, t("ontgrendelen.wachtzin"), self.wachtzin, t("ontgrendelen.plakken"), below=True)
        )
        self._anders = self.add_knop("", "anders")
        self._knop = self.add_knop(t("ontgrendelen.knop"), "ontgrendel", primary=True)
        self._noot = IconLabel(theme, "schild", t("ontgrendelen.veilig"), letter="klein", kleur="inkt2")
        kolom = self.layout()
        if kolom is not None:
            kolom.addWidget(self._noot)
        self._knop.clicked.connect(self._submit)
        self.wachtzin.returnPressed.connect(self._submit)
        self._anders.clicked.connect(self.anders)

    def prepare(self, oefenen: bool, anders: str) -> None:
        """For the practice municipality the passphrase is shown and filled in: one key opens."""
        t = load("start")
        self.show_error("")
        self._anders.setText(anders)
        self.wachtzin.setText(t("oefenen.wachtzin") if oefenen else "")
        uitleg = t("ontgrendelen.oefenen", wachtzin=t("oefenen.wachtzin")) if oefenen else t("ontgrendelen.uitleg")
        self.uitleg.setText(uitleg)

    def focus_first(self) -> None:
        self.wachtzin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wachtzin.selectAll()

    def _submit(self) -> None:
        if self._knop.isEnabled():
            self.wachtzin.hide_words()
            self.show_busy(load("start")("ontgrendelen.bezig"))
            self.ontgrendel.emit(self.wachtzin.text())
