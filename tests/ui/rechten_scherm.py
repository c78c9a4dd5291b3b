"""What the tests of one's rights share: the screen, a household, and working with the keys in its forms."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.relatie import Gezag, Relatie
from kernnetwerk_app.domain.toestemming import Aan, Toestemming
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.rechten import RechtenScreen
from kernnetwerk_app.ui.widgets.field import Field
from tests.services.opzet import Dossier
from tests.ui.schermen import Toonscherm
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, wis, zie

Toon = Callable[..., RechtenScreen]
MET_KARIN = {"onderwerp": "plan", "ontvanger": "Karin Proef", "aan": Aan.CLIENTONDERSTEUNER, "grond": "inwoner"}


@pytest.fixture
def open_rechten(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> Toon:
    def open_it(deel: str = "delen") -> RechtenScreen:
        scherm = RechtenScreen(omgeving, dossier.huishouden_id, deel)
        toon_scherm(scherm)
        return scherm

    return open_it


def anna(dossier: Dossier) -> Inwoner:
    with dossier.plek.store.read() as lezer:
        return hoofdpersoon(lezer, dossier.huishouden_id)


def woorden(scherm: QWidget) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if label.isVisible())


def kies(scherm: QWidget, naam: str) -> None:
    box = zie(scherm, naam)
    assert isinstance(box, QAbstractButton)
    box.setFocus()
    toets(Qt.Key.Key_Space)


def vul_in(veld: str, tekst: str) -> None:
    tab_naar(veld)
    wis()
    typ(tekst)


def fout() -> str:
    widget: QWidget | None = in_focus()
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    assert isinstance(widget, Field)
    return widget.error()


def delingen(dossier: Dossier) -> list[Toestemming]:
    with dossier.plek.store.read() as lezer:
        return lezer.find(Toestemming)


def met_mia(dossier: Dossier) -> Inwoner:
    """A child of thirteen over whom Anna has the gezag."""
    plek, hier, ik = dossier.plek, dossier.huishouden_id, anna(dossier)
    with plek.store.write() as werk:
        mia = werk.add(
            Inwoner(
                id=plek.new_id(),
                huishouden_id=hier,
                voornamen="Mia",
                achternaam="Voorbeeld",
                rol=RolInHuishouden.KIND,
                geboortedatum="2013-05-01",
            )
        )
        band = {"inwoner_id": mia.id, "ander_id": ik.id, "gezag": Gezag.JA}
        werk.add(Relatie(id=plek.new_id(), huishouden_id=hier, **band))
        werk.commit("test.mia", hier)
    return mia
