"""The signals of one dossier: who noticed what (SIG-27), what still has to be done (NET-08), and that nobody may share
anything as long as the resident knows nothing (SIG-20).
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.services.signalen import SignaalRegel
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.rows import Rows


class DossierSignals(QWidget):
    """`opened(UUID)`: a person wants to see this signal. Out of sight while there is none."""

    opened = Signal(object)

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel) -> None:
        super().__init__()
        self._theme, self._t = theme, load("dossier").met(profiel.zeg)
        self._unspoken = Notice(theme, self._t("nu.niet_gesproken"), lead=self._t("nu.niet_gesproken_kop"))
        self._unspoken.setObjectName("niet_gesproken")
        self._rows = Rows(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._unspoken)
        column.addWidget(self._rows)
        self.hide()

    def set_signals(self, regels: Sequence[SignaalRegel]) -> None:
        over = [regel for regel in regels if not regel.gewist]
        self._unspoken.setVisible(any(not regel.besproken for regel in over))
        self._rows.clear()
        for regel in over:
            self._rows.add(self._row(regel))
        self.setVisible(bool(over))

    def _row(self, regel: SignaalRegel) -> ListRow:
        t, wat = self._t, regel.categorie or self._t("nu.signaal")
        stap = regel.uitkomst_woord or t("nu.signaal_zonder_stap")
        if regel.uitkomst is None and regel.stap_datum is not None:
            stap = t("nu.signaal_stap", wie=regel.wie, datum=datum_kort(regel.stap_datum))
        rol = t("nu.signaal_rol", rol=f"{regel.rol[:1].lower()}{regel.rol[1:]}") if regel.rol else ""
        row = ListRow(self._theme, f"{wat[:1].upper()}{wat[1:]}", " \u00b7 ".join(filter(None, (rol, stap))), "vlag")
        row.setObjectName(f"signaal_{regel.id}")
        row.clicked.connect(lambda: self.opened.emit(regel.id))
        return row
