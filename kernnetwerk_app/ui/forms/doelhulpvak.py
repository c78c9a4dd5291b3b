"""*Met hulp van*: who helped the resident to put one goal into words, and whether that may stand on paper (RES-05)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.services import doelhulp, plan
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.field import Field


class Doelhulpvak(QWidget):
    """Reads by itself who can be chosen; out of sight while nobody can. `changed`: it is saved."""

    changed = Signal()

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld, doel: Doel, naam: str, where: QWidget) -> None:
        """`naam`: what the goal is called on the screen, with which the names of its fields begin. `where`: in what it
        stands from the start; what is shown and stands nowhere is a window of its own.
        """
        super().__init__(where)
        t, theme = load("plan"), schrijver.omgeving.theme
        self._schrijver, self._beeld, self._doel = schrijver, beeld, doel
        self._namen: tuple[str, ...] = ()
        self._pick = Pick(theme)
        self._pick.setObjectName(f"{naam}.hulp")
        self._pick.edited.connect(self._keep_who)
        self._paper = Check(theme, t("hulp.papier"))
        self._paper.setObjectName(f"{naam}.hulp_papier")
        self._paper.clicked.connect(self._keep_paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Field(theme, t("hulp.wie"), self._pick, stem=True))
        column.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_goal(beeld, doel)
        self._read()

    def show_goal(self, beeld: PlanBeeld, doel: Doel) -> None:
        """Show what the store gave; a choice that somebody stands on stays."""
        self._beeld, self._doel = beeld, doel
        wie = doel.met_hulp_van or ""
        if not self._pick.hasFocus():
            namen = [*self._namen, *([wie] if wie and wie not in self._namen else [])]
            niemand = ("", load("plan")("hulp.niemand"))
            self._pick.set_options([niemand, *((naam, naam) for naam in namen)])
            self._pick.set_text(wie)
        self._paper.setChecked(doel.hulp_op_papier is True)
        self._paper.setVisible(bool(wie))
        self.setVisible(bool(self._namen or wie))

    def _read(self) -> None:
        plek, plan_id = self._schrijver.omgeving.plek, self._doel.plan_id

        def work() -> tuple[str, ...]:
            with plek.store.read() as lezer:
                return doelhulp.wie_kan(plek, lezer, plan_id)

        def show(namen: tuple[str, ...]) -> None:
            self._namen = namen
            self.show_goal(self._beeld, self._doel)

        self._schrijver.omgeving.tasks.read(self, work, show, self._schrijver.omgeving.meld_fout)

    def _keep_who(self) -> None:
        """Another name is another yes: whether it may stand on paper is asked anew."""
        wie = self._pick.text() or None
        if wie != self._doel.met_hulp_van:
            self._keep(met_hulp_van=wie, hulp_op_papier=None)

    def _keep_paper(self) -> None:
        self._keep(met_hulp_van=self._doel.met_hulp_van, hulp_op_papier=self._paper.isChecked())

    def _keep(self, **velden: object) -> None:
        omgeving, herkomst, doel_id = self._schrijver.omgeving, self._schrijver.herkomst, self._doel.id
        plek, bases = omgeving.plek, self._beeld.bases[doel_id]

        def saved(_: object) -> None:
            self._schrijver.saved()
            self.changed.emit()

        omgeving.tasks.write(
            self, lambda: plan.change(plek, Doel, doel_id, bases, herkomst, **velden), saved, omgeving.meld_fout
        )
