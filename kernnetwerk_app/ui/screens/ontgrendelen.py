"""Unlocking: one field with the focus in it. Needs no store, no network, nothing but the passphrase."""

import math
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.screens.start_paneel import StartPaneel, pasted
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.text_field import SecretField

TIK_MS = 200


class OntgrendelenPaneel(StartPaneel):
    """`ontgrendel(passphrase)` when asked; `anders` leads to the other municipality or the first choice."""

    ontgrendel = Signal(str)
    anders = Signal()

    def __init__(self, theme: Theme) -> None:
        self._t = load("start")
        super().__init__(theme, "", "")
        self.setObjectName("ontgrendelen")
        self.wachtzin = SecretField(theme)
        self.wachtzin.setObjectName("wachtzin")
        self.wachtzin.toon.setObjectName("toon")
        label, hint = self._t("ontgrendelen.wachtzin"), self._t("ontgrendelen.plakken")
        self._veld = Field(theme, label, self.wachtzin, hint, below=True)
        self.add_veld(self._veld, "wachtzin.")
        self._vergeten = self.add_knop(self._t("ontgrendelen.vergeten"), "vergeten")
        self._knop = self.add_knop(self._t("ontgrendelen.knop"), "ontgrendel", primary=True)
        streep = QFrame()
        streep.setProperty("rol", "streep")
        streep.setFixedHeight(1)
        self.onder.setSpacing(20)
        self.onder.addSpacing(20)
        self.onder.addWidget(streep)
        self._veilig = IconLabel(theme, "schild", self._t("ontgrendelen.veilig"), maat=20)
        self.onder.addWidget(self._veilig)
        self._anders = self.add_voet("anders")
        self._tik = QTimer(self)
        self._tik.setInterval(TIK_MS)
        self._tik.timeout.connect(self._count_down)
        self._nog: Callable[[], float] = float
        self._seconden = 0
        self._knop.clicked.connect(self._submit)
        self.wachtzin.returnPressed.connect(self._submit)
        self._vergeten.clicked.connect(lambda: self.show_error(self._t("ontgrendelen.vergeten_zin")))
        self._anders.clicked.connect(self.anders)

    def prepare(self, groet: str, anders: str, oefenzin: str = "") -> None:
        """For the practice municipality the passphrase (`oefenzin`) is filled in and shown: one key opens."""
        self.show_error("")
        self.titel.setText(groet)
        self.setAccessibleName(groet)
        self.uitleg.setText(self._t("ontgrendelen.oefenen" if oefenzin else "ontgrendelen.uitleg"))
        self._anders.setText(anders)
        for deel in (self._vergeten, self._veld.hint):
            deel.setVisible(not oefenzin)
        self.forget()
        self.wachtzin.setText(oefenzin)
        self.wachtzin.setReadOnly(bool(oefenzin))
        if oefenzin:
            self.wachtzin.toon.click()

    def tell_sent(self, zin: str) -> None:
        """When all work was last sent; known only after a lock, for it stands in the store."""
        self._veilig.label.setText(f"{self._t('ontgrendelen.veilig')} {zin}".strip())

    def hold(self, nog: Callable[[], float]) -> None:
        """No try for as long as `nog()` gives seconds; the sentence counts them down."""
        self._nog, self._seconden = nog, 0
        if nog() > 0:
            self._tik.start()
            self._count_down()

    def show_busy(self, zin: str) -> None:
        super().show_busy(zin)
        if self._tik.isActive():
            self._knop.setEnabled(False)

    def forget(self) -> None:
        """Nothing of the passphrase stays on screen or in the field."""
        self.wachtzin.hide_words()
        self.wachtzin.clear()

    def focus_first(self) -> None:
        self.wachtzin.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.wachtzin.isReadOnly():
            self.wachtzin.selectAll()

    def _submit(self) -> None:
        if self._knop.isEnabled():
            self.wachtzin.hide_words()
            self.show_busy(self._t("ontgrendelen.bezig"))
            self.ontgrendel.emit(pasted(self.wachtzin.text()))

    def _count_down(self) -> None:
        seconden = math.ceil(self._nog())
        if seconden == self._seconden:
            return
        self._seconden = seconden
        if seconden > 0:
            self.show_error(load("kluis")("wachtzin.te_vaak", seconden=seconden), "wachtzin")
        else:
            self._tik.stop()
            self.show_error("")
            self.focus_first()
