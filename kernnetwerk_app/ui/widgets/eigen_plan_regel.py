"""Beside our plan and the onderzoek: the resident's own plan, and the way to look at it (PLAN-16, OND-09)."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.services import bijlage
from kernnetwerk_app.services.bijlage import Stuk
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.notice import Notice


def open_bijlage(
    omgeving: Omgeving, owner: QWidget, huishouden_id: UUID, bijlage_id: UUID, back: Callable[[], None]
) -> None:
    """Look at it within the program, from memory; that somebody looked is noted first."""
    plek, ga = omgeving.plek, omgeving.ga
    omgeving.tasks.write(
        owner,
        lambda: bijlage.noteer_gelezen(plek, bijlage_id),
        lambda _: ga.papier(partial(bijlage.load_pdf, plek, bijlage_id), huishouden_id, back),
        omgeving.meld_fout,
    )


class EigenPlanRegel(QWidget):
    """Hidden as long as there is none. It is read here and nowhere edited; `back` is the way back from looking."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, back: Callable[[], None]) -> None:
        super().__init__()
        self._omgeving, self._huishouden_id, self._back = omgeving, huishouden_id, back
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def refresh(self) -> None:
        plek, hier = self._omgeving.plek, self._huishouden_id
        work = partial(bijlage.eigen_plannen, plek, hier)
        self._omgeving.tasks.read(self, work, self.show_plannen, self._omgeving.meld_fout)

    def show_plannen(self, plannen: tuple[Stuk, ...], ontbreekt: str = "") -> None:
        """`ontbreekt`: which plan was handed in and is not kept here; then this is the way to take it in."""
        clear_layout(self._column)
        t = load("bijlage")
        for stuk in plannen:
            action = t("plan.open") if stuk.hier else ""
            notice = Notice(self._omgeving.theme, t("plan.eigen", wat=_what(stuk)), "goed", action, icon="pen")
            notice.setObjectName("eigen_plan")
            notice.button.setObjectName(f"eigen_plan_{stuk.bijlage.id}")
            notice.pressed.connect(partial(self._open, stuk.bijlage.id))
            self._column.addWidget(notice)
        if ontbreekt and not plannen:
            words, action = t("plan.ontbreekt", wat=ontbreekt), t("plan.neem_op")
            notice = Notice(self._omgeving.theme, words, "letop", action, icon="pen")
            notice.button.setObjectName("neem_eigen_plan_op")
            notice.pressed.connect(lambda: self._omgeving.ga.bijlage(self._huishouden_id))
            self._column.addWidget(notice)
        self.setVisible(bool(plannen) or bool(ontbreekt))

    def _open(self, bijlage_id: UUID) -> None:
        open_bijlage(self._omgeving, self, self._huishouden_id, bijlage_id, self._back)


def _what(stuk: Stuk) -> str:
    return f"{stuk.naam}, {stuk.regel.split(' · ')[0]}"
