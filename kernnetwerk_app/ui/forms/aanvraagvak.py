"""*Met deze handtekening vraag ik aan*: each voorziening of the plan apart, whatever one thinks of the plan."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.ondertekening import Wijze
from kernnetwerk_app.domain.vertaling import naast
from kernnetwerk_app.services.ondertekening import TekenBeeld
from kernnetwerk_app.teksten import Tekst, load
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_ROOM = 8
"""Between the words above the boxes and the first, in px: the frame around a box in focus covers none of them."""


class Aanvraagvak(QWidget):
    """Nothing is ticked beforehand. A plan with nothing to ask for shows nothing of this."""

    edited = Signal()

    def __init__(self, theme: Theme, t: Tekst) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._checks: dict[UUID, Check] = {}
        self._what: dict[UUID, str] = {}
        self._waiting: set[UUID] = set()  # ticked before, and not shown yet
        self._on_screen, self._wijze = True, Wijze.SCHERM
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._ticks = QWidget()
        self._boxes = QVBoxLayout(self._ticks)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(0)
        self._not_now = IconLabel(theme, "papier", "")
        self._not_now.setObjectName("aanvraag_niet_nu")
        self._no_law = IconLabel(theme, "papier", "")
        self._no_law.setObjectName("zonder_wet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._lines)
        column.addWidget(self._ticks)
        column.addWidget(self._not_now)
        column.addWidget(self._no_law)
        self.hide()

    def load(self, beeld: TekenBeeld) -> None:
        """What can be asked for, and what was asked for already."""
        clear_layout(self._lines)
        clear_layout(self._boxes)
        ticked = {regel for regel, check in self._checks.items() if check.isChecked()}
        chosen, self._checks = ticked | self._waiting, {}
        self._on_screen = beeld.aanvraag_op_scherm
        papier = load("papier")
        for eerste, *later in beeld.aangevraagd.values():
            dagen = list(dict.fromkeys(datum_lang(een.ontvangen_datum) for een in later))
            wat = f"{eerste.wat.rstrip('.')}." if dagen else eerste.wat
            zinnen = [papier("reactie.al_aangevraagd", datum=datum_lang(eerste.ontvangen_datum)), wat]
            zinnen += [papier("reactie.ook_aangevraagd", datum=" en ".join(dagen))] if dagen else []
            self._lines.addWidget(IconLabel(self._theme, "vink", " ".join(zinnen)))
        regels = [regel for regel in beeld.aan_te_vragen if regel.afspraak_id not in beeld.aangevraagd]
        kop = naast(beeld.taal, papier("reactie.vraagt_aan"))
        if len(regels) > 1:
            self._boxes.addWidget(PlainLabel(self._theme, kop, wrap=True))
            self._boxes.addSpacing(_ROOM)
        for nummer, regel in enumerate(regels, 1):
            check = Check(self._theme, f"{kop} {regel.wat}" if len(regels) == 1 else regel.wat)
            check.setAccessibleName(f"{kop} {regel.wat}")
            check.setObjectName(f"vraagt_aan_{nummer}")
            check.setChecked(regel.afspraak_id in chosen)
            check.clicked.connect(self.edited)
            self._checks[regel.afspraak_id] = check
            self._what[regel.afspraak_id] = regel.wat
            self._boxes.addWidget(check)
        self._waiting -= set(self._checks)
        wat = "; ".join(regel.rstrip(".") for regel in beeld.zonder_wet)
        self._no_law.label.setText(self._t("zonder_wet", wat=wat))
        self._no_law.setVisible(bool(beeld.zonder_wet))
        self.setVisible(bool(beeld.aan_te_vragen or beeld.zonder_wet))
        self.set_wijze(self._wijze)

    def set_wijze(self, wijze: Wijze) -> None:
        """How one reacts now: not every way can carry an aanvraag."""
        self._wijze = wijze
        can = wijze is Wijze.PAPIER or (wijze is Wijze.SCHERM and self._on_screen)
        self._ticks.setVisible(can and bool(self._checks))
        self._not_now.label.setText(self._t("aanvraag_mondeling" if wijze is Wijze.MONDELING else "aanvraag_op_papier"))
        self._not_now.setVisible(not can and bool(self._checks))

    def value(self) -> tuple[UUID, ...]:
        """The lines that are asked for, as far as this way of reacting can carry that."""
        if self._ticks.isHidden():
            return ()
        return tuple(regel for regel, check in self._checks.items() if check.isChecked())

    def words(self) -> list[str]:
        """What was ticked, as it reads."""
        return [self._what[regel] for regel in self.value()]

    def fill(self, chosen: str) -> None:
        """Tick again what was kept."""
        self._waiting = {UUID(regel) for regel in chosen.split()}
        for regel in self._waiting & set(self._checks):
            self._checks[regel].setChecked(True)
        self._waiting -= set(self._checks)
