"""The open signals of one dossier, and whether the resident knows: shown until they are handled (NET-08, SIG-20)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.services.dossier import DossierBeeld
from kernnetwerk_app.services.signalen import SignaalRegel
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.rows import Rows


class DossierSignals(QWidget):
    """`opened(UUID)`: a person wants to see this signal; `new_wanted`: to write one down about this household."""

    opened = Signal(object)
    new_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._t = theme, load("dossier")
        self._unspoken = Notice(theme, self._t("nu.niet_gesproken"), lead=self._t("nu.niet_gesproken_kop"))
        self._unspoken.setObjectName("niet_gesproken")
        self._rows = Rows(theme)
        new = Button(theme, self._t("nu.nieuw_signaal"), "kaal", icon="vlag", hoog=44)
        new.setObjectName("nieuw_signaal")
        new.clicked.connect(self.new_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._unspoken)
        column.addWidget(self._rows)
        column.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)

    def set_beeld(self, beeld: DossierBeeld) -> None:
        self._unspoken.setVisible(beeld.is_nog_niet_gesproken)
        self._rows.clear()
        for regel in beeld.signalen:
            if regel.uitkomst is None and not regel.gewist:
                self._rows.add(self._row(regel))
        self._rows.setVisible(bool(self._rows.rows()))

    def _row(self, regel: SignaalRegel) -> ListRow:
        t, wat = self._t, regel.categorie or self._t("nu.signaal")
        stap = t("nu.signaal_zonder_stap")
        if regel.stap_datum is not None:
            stap = t("nu.signaal_stap", wie=regel.wie, datum=datum_kort(regel.stap_datum))
        row = ListRow(self._theme, f"{wat[:1].upper()}{wat[1:]}", stap, "vlag")
        row.setObjectName(f"signaal_{regel.id}")
        row.clicked.connect(lambda: self.opened.emit(regel.id))
        return row
