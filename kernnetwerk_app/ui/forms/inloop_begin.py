"""Before the first contact: begin a spreekuur where the agenda says, or join one that is open already."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.spreekuur import SpreekuurEindeVoorBegin, SpreekuurZonderKern
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import spreekuur
from kernnetwerk_app.services.spreekuur import InloopBeeld, Loopt
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.spreekuur_form import SpreekuurForm
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows

_VELD_VAN: dict[type[Exception], str] = {SpreekuurZonderKern: "kern", SpreekuurEindeVoorBegin: "tijd_tot"}
"""Under which field a rule that says no is told."""


class InloopBegin(QWidget):
    """`chosen(UUID)`: a session was begun or joined."""

    chosen = Signal(object)

    def __init__(self, omgeving: Omgeving, herkomst: object) -> None:
        super().__init__()
        self._omgeving, self._herkomst, self._t = omgeving, herkomst, load("inloop")
        theme = omgeving.theme
        self._busy = False
        self._head = PlainLabel(theme, self._t("begin.lopend"), "kop", vet=True, wrap=True)
        self._open = Rows(theme)
        self.form = SpreekuurForm(theme, omgeving.plek.profiel)
        self._concept = Concept(omgeving, self, spreekuur.CONCEPT, self.form.fields.texts)
        self.form.edited.connect(self._concept.typed)
        self.form.entered.connect(self.submit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._head, self._open, self.form):
            column.addWidget(widget)
        column.setSpacing(16)
        self._concept.load(self.form.fields.fill)

    def focus_first(self) -> None:
        """On the first session that one can join, else where something may have to be put right."""
        rows = self._open.rows()
        first = rows[0] if rows and isinstance(rows[0], ListRow) else self.form.fields.editor("plek")
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_choice(self, beeld: InloopBeeld) -> None:
        """What is open, and what is proposed to begin with."""
        self._open.clear()
        for loopt in beeld.lopend:
            self._open.add(self._row(loopt))
        self._head.setVisible(bool(beeld.lopend))
        self._open.setVisible(bool(beeld.lopend))
        self.form.propose(beeld.voorstel, beeld.collegas)

    def leave(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def submit(self) -> None:
        """Begin with what stands in the fields."""
        invoer = None if self._busy else self.form.read()
        if invoer is None:
            return
        plek, herkomst, sleutel = self._omgeving.plek, self._herkomst, self._concept.sleutel
        self._busy = True
        self._concept.hand_in()
        self._omgeving.tasks.write(
            self,
            lambda: spreekuur.begin(plek, invoer, herkomst, sleutel),
            lambda begonnen: self._begun(begonnen[0]),
            self._refused,
        )

    def _begun(self, spreekuur_id: UUID) -> None:
        self._busy = False
        self.form.fields.reset()
        self.chosen.emit(spreekuur_id)

    def _refused(self, fout: Exception) -> None:
        self._busy = False
        self._concept.typed()
        veld = _VELD_VAN.get(type(fout))
        if veld is not None and isinstance(fout, KernnetwerkError):
            self.form.fields.show_fault(veld, sentence(fout))
        else:
            self._omgeving.meld_fout(fout)

    def _row(self, loopt: Loopt) -> ListRow:
        t, datum = self._t, datum_lang(loopt.datum, jaar=False)
        van = toon_tijd(loopt.tijd_van) if loopt.tijd_van else ""
        wanneer = t("wanneer.van", datum=datum, van=van) if van else datum
        met = t("begin.met", wie=", ".join(loopt.wie)) if loopt.wie else ""
        sub = " · ".join(filter(None, (wanneer, met)))
        rij = ListRow(self._omgeving.theme, loopt.waar, sub, "deur", right=t("begin.doe_mee"))
        rij.setObjectName(f"spreekuur_{loopt.id}")
        rij.clicked.connect(partial(self.chosen.emit, loopt.id))
        return rij
