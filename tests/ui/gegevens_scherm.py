"""The screen on which facts are put right, as a test sees it: one household of two, and where to type."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.services import gegevens
from kernnetwerk_app.services.gegevens import GegevensBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gegevens import GegevensScreen
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import tab_naar, toets, typ, wis, zie

ENTER = Qt.Key.Key_Return
BSN = "999994669"


@pytest.fixture
def anna(plek: Werkplek, huishouden_id: UUID) -> Inwoner:
    """The resident, with a number, a telephone written in an odd way, and a partner."""
    with plek.store.write() as werk:
        (anna,) = werk.find(Inwoner, huishouden_id=huishouden_id)
        anna = werk.change(anna, bsn=BSN, telefoon="0599 000 001", geboortedatum="1944-05-12")
        partner = Inwoner(id=plek.new_id(), huishouden_id=huishouden_id, rol=RolInHuishouden.PARTNER, voornamen="Henk")
        werk.add(partner)
        werk.commit("test.anna")
    return anna


@pytest.fixture
def scherm(omgeving: Omgeving, huishouden_id: UUID, anna: Inwoner, toon_scherm: Toonscherm) -> GegevensScreen:
    scherm = GegevensScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    return scherm


def stored(plek: Werkplek, huishouden_id: UUID) -> GegevensBeeld:
    with plek.store.read() as lezer:
        return gegevens.load(lezer, huishouden_id)


def melding_id(plek: Werkplek, huishouden_id: UUID) -> UUID:
    gemeld = stored(plek, huishouden_id).melding
    assert gemeld is not None
    return gemeld.id


def typ_over(naam: str, tekst: str) -> None:
    tab_naar(naam)
    wis()
    typ(tekst)


def open_deel(deel: str) -> None:
    tab_naar(f"deel_{deel}")
    toets(ENTER)


def sla_op(rust: Rust) -> None:
    tab_naar("opslaan")
    toets(ENTER)
    rust()


def fault(scherm: GegevensScreen, naam: str) -> str:
    field = zie(scherm, naam).parentWidget()
    assert isinstance(field, Field)
    return field.error()


def text(scherm: GegevensScreen, naam: str) -> str:
    widget = zie(scherm, naam)
    assert isinstance(widget, QLineEdit | PlainLabel)
    return widget.text()
