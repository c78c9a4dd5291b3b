"""The button that turns the screen to the resident, in the foot of the pages where one sits at the table."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.button import Button


def add_tafelknop(scherm: Scherm, huishouden_id: UUID, gesprek_id: Callable[[], UUID | None] = lambda: None) -> Button:
    """`gesprek_id` gives the gesprek that is open by then; without one it is that of the latest question."""
    button = scherm.foot.add_quiet(load("keukentafel")("knop"), icon="scherm", toets="Ctrl T")
    button.setObjectName("draai_scherm")
    button.clicked.connect(lambda: scherm.omgeving.ga.keukentafel(huishouden_id, gesprek_id()))
    QShortcut(QKeySequence("Ctrl+T"), scherm, lambda: button.click() if button.isVisible() else None)
    return button
