"""*Hoe gaat het met mij?*: the web of six sides, and above it how one sets it, or in words the side one is at."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kernnetwerk_app.domain.levensas import Assenlijst
from kernnetwerk_app.domain.vertaling import Vertaling, naast
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.assenweb import AsGreep, Assenweb
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Levenskanten(QWidget):
    def __init__(self, theme: Theme, lijst: Assenlijst) -> None:
        super().__init__()
        self._t = load("keukentafel")
        self.web = Assenweb(theme, lijst)
        self._word = PlainLabel(theme, self._t("assen.uitleg"), "tafel", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._kop = PlainLabel(theme, self._t("assen.kop"), "tafel", kleur="stem_inkt", wrap=True)
        column.addWidget(self._kop)
        column.addWidget(self._word)
        column.addWidget(self.web)
        column.addStretch(1)
        for greep in self.web.grepen:
            greep.valueChanged.connect(self._tell)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._tell)

    def set_taal(self, taal: Vertaling | None) -> None:
        """Our own words with this language under them; the name of a side is said as the municipality says it."""
        self._kop.setText(naast(taal, self._t("assen.kop")))
        self._word.setText(naast(taal, self._t("assen.uitleg")))

    def zinnen(self) -> tuple[str, ...]:
        """Each side that was set, in words."""
        return tuple(self._zin(greep) for greep in self.web.grepen if greep.value())

    def _zin(self, greep: AsGreep) -> str:
        return self._t("assen.zin", naam=greep.een.naam, stand=self.web.zegt(greep))

    def _tell(self) -> None:
        """The side one is at; the words stay when one goes on to something else."""
        at = next((greep for greep in self.web.grepen if greep.hasFocus()), None)
        if at is not None:
            self._word.setText(self._zin(at))
            self._word.set_vet(True)
