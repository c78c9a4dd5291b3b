"""The ways from a gesprek to what stands beside it: below the life domains, and back by the dossier."""

from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.gebiedenlijst import Gebiedenlijst
from kernnetwerk_app.ui.forms.wegenstrook import Wegenstrook
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm

ONDERZOEK, ALLES, HERKENNEN = "onderzoek", "alles", "herkennen"


def wegen() -> list[tuple[str, str, str]]:
    """Key, words and icon of each."""
    t, onderzoek = load("kijkrichting"), load("gesprek")("lijst_onderzoek")
    return [(ONDERZOEK, onderzoek, "zoek"), (ALLES, t("knop.open"), "map"), (HERKENNEN, t("knop.herken"), "boek")]


def ga_weg(omgeving: Omgeving, key: str, huishouden_id: UUID, melding_id: UUID | None) -> bool:
    """Go there, to the onderzoek of this melding; False when this key is none of them.

    The cards that help to recognise something are articles of the vraagbaak, to read without a connection (OND-21):
    nothing of a resident goes along.
    """
    if key == ONDERZOEK:
        omgeving.ga.onderzoek(huishouden_id, melding_id)
    elif key == ALLES:
        omgeving.ga.kijkrichting(huishouden_id)
    elif key == HERKENNEN:
        omgeving.ga.socialekaart(load("kijkrichting")("knop.herken_zoek"))
    return key in (ONDERZOEK, ALLES, HERKENNEN)


def add_strook(scherm: Scherm, lijst: Gebiedenlijst) -> None:
    """At the right of the page, where that is wide; nothing where this list has other ways below it."""
    if lijst.has(ONDERZOEK):
        strook = Wegenstrook(scherm.theme, scherm, lijst, wegen())
        strook.chosen.connect(lijst.chosen)
        scherm.set_beside(strook)


def add_netwerkknop(scherm: Scherm, huishouden_id: UUID) -> None:
    """In the foot: to who stand around the resident."""
    button = scherm.foot.add_quiet(load("gesprek")("voet.netwerk"), toets="Ctrl M", icon="mensen")
    button.setObjectName("naar_netwerk")
    button.clicked.connect(lambda: scherm.omgeving.ga.netwerk(huishouden_id))
    QShortcut(QKeySequence("Ctrl+M"), scherm, button.click)
