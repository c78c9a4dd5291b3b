"""The ways from the gesprek to who stand around the resident, and to the onderzoek that it is part of."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.button import Button


def add_gesprekswegen(scherm: Scherm, huishouden_id: UUID, melding_id: Callable[[], UUID | None]) -> Button:
    """Two quiet buttons in the foot; the one to the onderzoek, which `melding_id` gives the question of by then."""
    t, ga = load("gesprek"), scherm.omgeving.ga
    people = scherm.foot.add_quiet(t("voet.netwerk"), toets="Ctrl M", icon="mensen")
    people.setObjectName("naar_netwerk")
    people.clicked.connect(lambda: ga.netwerk(huishouden_id))
    QShortcut(QKeySequence("Ctrl+M"), scherm, people.click)
    look = scherm.foot.add_quiet(t("voet.onderzoek"), icon="zoek")
    look.setObjectName("naar_onderzoek")
    look.clicked.connect(lambda: ga.onderzoek(huishouden_id, melding_id()))
    return look
