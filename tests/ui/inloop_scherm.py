"""The screen of the inloop in a test: shown on a real store, with what leads elsewhere written down."""

from collections.abc import Callable
from datetime import time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QWidget

from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.services import spreekuur
from kernnetwerk_app.services.spreekuur import NieuwSpreekuur
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.inloop import InloopScreen
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.factories import JORIS
from tests.ui.schermen import Toonscherm

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
ZORG = "De meneer naast ons komt nooit meer buiten, de post blijft liggen."
HULP = "Ik wil thuis blijven wonen, maar het huis wordt me te veel."
Toon = Callable[[], InloopScreen]


@pytest.fixture
def toon(omgeving: Omgeving, toon_scherm: Toonscherm) -> Toon:
    def show() -> InloopScreen:
        scherm = InloopScreen(omgeving)
        toon_scherm(scherm)
        return scherm

    return show


@pytest.fixture
def hier(plek: Werkplek) -> UUID:
    """A spreekuur in De Linde that has begun, with Joris."""
    invoer = NieuwSpreekuur("Voorbeelderveen", "Kulturhus De Linde", time(9), time(11), JORIS.naam)
    return spreekuur.begin(plek, invoer)[0]


def contacten(plek: Werkplek) -> list[Inloopcontact]:
    with plek.store.read() as lezer:
        return lezer.find(Inloopcontact)


def woorden(scherm: QWidget) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(PlainLabel) if label.isVisible())


def velden(scherm: QWidget) -> list[QWidget]:
    """What can be filled in and is in sight."""
    editors = [*scherm.findChildren(QTextEdit), *scherm.findChildren(QLineEdit), *scherm.findChildren(QComboBox)]
    return [e for e in editors if e.isVisible() and not isinstance(e.parentWidget(), QComboBox)]
