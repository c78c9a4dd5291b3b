"""Of each goal and each need: what the resident can, what the network, and what asks for help (OND-22).

Folded, for it is a look at what is there already; on whom everything rests stays in sight.
"""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.balans import Kant, Zwaarte
from kernnetwerk_app.services import balans
from kernnetwerk_app.services.balans import Balansbeeld, Balansrij
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows


class Balansvak(QWidget):
    """Reads by itself what it shows. A row of which something was not said yet is the way to the gesprek."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID | None) -> None:
        super().__init__()
        self._omgeving, self._huishouden_id = omgeving, huishouden_id
        self._theme, self._t = omgeving.theme, load("plan").met(omgeving.plek.profiel.zeg)
        self._shown: Balansbeeld | None = None
        self._filled: Balansbeeld | None = None
        content = QWidget()
        self._rows = QVBoxLayout(content)
        self._rows.setContentsMargins(0, 0, 0, 0)
        t = self._t
        self.fold = Fold(self._theme, t("balans.kop"), content, (t("balans.open"), t("balans.dicht")))
        self.fold.header.setObjectName("balans")
        self.fold.set_summary(t("balans.uitleg"))
        self.fold.pressed.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)

    def refresh(self) -> None:
        """Read it again; what is shown stays as long as nothing changed."""
        plek, hier = self._omgeving.plek, self._huishouden_id
        if hier is None:
            return

        def work() -> Balansbeeld:
            with plek.store.read() as lezer:
                return balans.load(plek, lezer, hier)

        self._omgeving.tasks.read(self, work, self._show, self._omgeving.meld_fout)

    def _show(self, beeld: Balansbeeld) -> None:
        if beeld == self._shown:
            return
        self._shown = beeld
        self.fold.set_summary(self._rests(beeld) or self._t("balans.uitleg"))
        if self.fold.is_open():
            self._fill(beeld)

    def _turn(self) -> None:
        """The rows are made when somebody wants to see them."""
        is_open = not self.fold.is_open()
        if is_open and self._shown is not None:
            self._fill(self._shown)
        self.fold.set_open(is_open)

    def _fill(self, beeld: Balansbeeld) -> None:
        if beeld == self._filled:
            return
        self._filled = beeld
        clear_layout(self._rows)
        if not beeld.rijen:
            self._rows.addWidget(PlainLabel(self._theme, self._t("balans.leeg"), kleur="inkt2", wrap=True))
            return
        table = Rows(self._theme)
        for rij in beeld.rijen:
            table.add(self._row(rij))
        self._rows.addWidget(table)

    def _rests(self, beeld: Balansbeeld) -> str:
        if beeld.zwaarte is Zwaarte.HULP:
            return self._t("balans_rust.hulp")
        if beeld.zwaarte is Zwaarte.MANTELZORG:
            *eersten, laatste = beeld.wie
            if eersten:
                wie = f"{', '.join(eersten)} en {laatste}"
                return self._t("balans_rust.mantelzorgers", wie=wie)
            return self._t("balans_rust.mantelzorg", wie=laatste)
        return ""

    def _row(self, rij: Balansrij) -> ListRow | InfoRow:
        t = self._t
        titel = t("balans.doel", woorden=rij.naam) if rij.is_doel else rij.naam
        regels = [] if rij.is_doel else [t("balans.geen_doel")]
        regels += [self._said(kant, rij) for kant in Kant if kant not in rij.mist]
        if not rij.mist:
            return InfoRow(self._theme, titel, "\n".join(regels))
        regels.append(t("balans.mist", wat=", ".join(t(f"balans.mist_{kant}") for kant in rij.mist)))
        row = ListRow(self._theme, titel, "\n".join(regels))
        row.setObjectName("balans_naar_gesprek")
        row.setAccessibleDescription(t("balans.gesprek"))
        row.clicked.connect(self._to_talk)
        return row

    def _said(self, kant: Kant, rij: Balansrij) -> str:
        zinnen = rij.gezegd.get(kant, ())
        if not zinnen:
            return self._t("balans.geen_hulp")
        return self._t(f"balans.{kant}", wat="; ".join(zin.rstrip(". ") for zin in zinnen))

    def _to_talk(self) -> None:
        if self._huishouden_id is not None:
            self._omgeving.ga.gesprek(self._huishouden_id)
