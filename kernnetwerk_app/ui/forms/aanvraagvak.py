"""*Met deze handtekening vraag ik aan*: each voorziening of the plan apart, whatever one thinks of the plan."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.aanvrager import Vrager
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.ondertekening import Wijze
from kernnetwerk_app.domain.planversie import InhoudVoorziening
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
        self._dag: date | None = None
        self._beeld: TekenBeeld | None = None
        self._vrager = Vrager(None, "", None)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._ticks = QWidget()
        self._boxes = QVBoxLayout(self._ticks)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(0)
        self._earlier = IconLabel(theme, "papier", t("aanvraag_eerder"))
        self._earlier.setObjectName("aanvraag_eerder")
        self._not_now = IconLabel(theme, "papier", "")
        self._not_now.setObjectName("aanvraag_niet_nu")
        self._others = IconLabel(theme, "mensen", "")
        self._others.setObjectName("aanvraag_van_een_ander")
        self._no_law = IconLabel(theme, "papier", "")
        self._no_law.setObjectName("zonder_wet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._lines)
        column.addWidget(self._earlier)
        column.addWidget(self._ticks)
        column.addWidget(self._others)
        column.addWidget(self._not_now)
        column.addWidget(self._no_law)
        self.hide()

    def load(self, beeld: TekenBeeld) -> None:
        """What can be asked for, and what was asked for already."""
        self._beeld = beeld
        clear_layout(self._lines)
        self._on_screen = beeld.aanvraag_op_scherm
        papier = load("papier")
        for eerste, *later in beeld.aangevraagd.values():
            dagen = list(dict.fromkeys(datum_lang(een.ontvangen_datum) for een in later))
            wat = f"{eerste.wat.rstrip('.')}." if dagen else eerste.wat
            zinnen = [papier("reactie.al_aangevraagd", datum=datum_lang(eerste.ontvangen_datum)), wat]
            zinnen += [papier("reactie.ook_aangevraagd", datum=" en ".join(dagen))] if dagen else []
            self._lines.addWidget(IconLabel(self._theme, "vink", " ".join(zinnen)))
        self._build_boxes(beeld)
        wat = "; ".join(regel.rstrip(".") for regel in beeld.zonder_wet)
        self._no_law.label.setText(self._t("zonder_wet", wat=wat))
        self._no_law.setVisible(bool(beeld.zonder_wet))
        self.setVisible(bool(beeld.aan_te_vragen or beeld.zonder_wet))
        self.set_wijze(self._wijze, self._dag)

    def _open(self, beeld: TekenBeeld) -> list[InhoudVoorziening]:
        """What a signature can ask for: a paper of before the day on which it was asked for has its own cross."""

        def is_eerder(regel: InhoudVoorziening) -> bool:
            op_papier = self._op_papier()
            return op_papier is not None and op_papier < beeld.aangevraagd[regel.afspraak_id][0].ontvangen_datum

        return [r for r in beeld.aan_te_vragen if r.afspraak_id not in beeld.aangevraagd or is_eerder(r)]

    def _own(self, beeld: TekenBeeld) -> list[InhoudVoorziening]:
        """What of it is for this one to ask for, on the day of the signature."""
        wie = beeld.aanvragers(self._op_papier())
        return [r for r in self._open(beeld) if wie[r.afspraak_id].mag(self._vrager)]

    def _op_papier(self) -> date | None:
        """The day that stands on the paper; None where one signs here, or that day cannot be read."""
        return self._dag if self._wijze is Wijze.PAPIER else None

    def _show_others(self, beeld: TekenBeeld) -> None:
        """Whose the rest is; as long as nobody told who signs only that it comes here."""
        eigen = self._own(beeld)
        rest = [regel for regel in self._open(beeld) if regel not in eigen]
        if self._vrager.als is None:
            zinnen = [self._t("aanvraag_wie")]
        else:
            wie = beeld.aanvragers(self._op_papier())
            zinnen = [self._of_other(regel, wie[regel.afspraak_id].namen) for regel in rest]
        self._others.label.setText("\n".join(zinnen))
        self._others.setVisible(bool(rest))

    def _of_other(self, regel: InhoudVoorziening, namen: Sequence[str]) -> str:
        wie = " of ".join(filter(None, (", ".join(namen[:-1]), *namen[-1:]))) or self._t("wie_gezag_heeft")
        return self._t("aanvraag_van_een_ander", wat=regel.wat.rstrip("."), wie=wie)

    def set_wie(self, vrager: Vrager) -> None:
        """Who signs now: each asks only for help that is theirs to ask for."""
        if vrager != self._vrager:
            self._vrager = vrager
            self.set_wijze(self._wijze, self._dag)

    def _build_boxes(self, beeld: TekenBeeld) -> None:
        """A box each; what was ticked stays so, also where it has no box for a while."""
        ticked = {regel for regel, check in self._checks.items() if check.isChecked()}
        chosen, regels = ticked | self._waiting, self._own(beeld)
        clear_layout(self._boxes)
        self._checks = {}
        kop = naast(beeld.taal, load("papier")("reactie.vraagt_aan"))
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
        self._waiting = chosen - set(self._checks)

    def set_wijze(self, wijze: Wijze, dag: date | None = None) -> None:
        """How one reacts now, and the day that stands on the paper: not every way can carry an aanvraag."""
        self._wijze, self._dag = wijze, dag
        beeld = self._beeld
        if beeld is not None and [regel.afspraak_id for regel in self._own(beeld)] != list(self._checks):
            self._build_boxes(beeld)
        if beeld is not None:
            self._show_others(beeld)
        can = wijze is Wijze.PAPIER or (wijze is Wijze.SCHERM and self._on_screen)
        self._ticks.setVisible(can and bool(self._checks))
        self._earlier.setVisible(beeld is not None and any(regel in beeld.aangevraagd for regel in self._checks))
        self._not_now.label.setText(self._t("aanvraag_mondeling" if wijze is Wijze.MONDELING else "aanvraag_op_papier"))
        self._not_now.setVisible(not can and bool(self._checks))

    def value(self) -> tuple[UUID, ...]:
        """The lines that are asked for, as far as this way of reacting can carry that."""
        if self._ticks.isHidden():
            return ()
        return tuple(regel for regel, check in self._checks.items() if check.isChecked())

    def kept(self) -> str:
        """What was ticked, also where it has no box for a while; as `fill` takes it."""
        ticked = {regel for regel, check in self._checks.items() if check.isChecked()}
        return " ".join(sorted(str(regel) for regel in ticked | self._waiting))

    def words(self) -> list[str]:
        """What was ticked, as it reads."""
        return [self._what[regel] for regel in self.value()]

    def fill(self, chosen: str) -> None:
        """Tick again what was kept."""
        self._waiting = {UUID(regel) for regel in chosen.split()}
        for regel in self._waiting & set(self._checks):
            self._checks[regel].setChecked(True)
        self._waiting -= set(self._checks)
