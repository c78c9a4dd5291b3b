"""A worker in each of the three municipalities, and what can be read on her screens."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.werkwijze import WerkwijzeScreen
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from tests.factories import make_werkplek
from tests.profielen.test_varianten import GEMEENTEN
from tests.services.eerste import Begin, begin
from tests.ui.schermen import Toonscherm

T = TypeVar("T")


@pytest.fixture(params=GEMEENTEN)
def gemeente(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def plek(tmp_path: Path, gemeente: str) -> Iterator[Werkplek]:
    """Sanne at her laptop, in one of the three."""
    plek = make_werkplek(tmp_path / "sanne")
    yield replace(plek, profiel=load_profiel(gemeente))
    plek.store.close()


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


@pytest.fixture
def werkwijze(omgeving: Omgeving, toon_scherm: Toonscherm) -> WerkwijzeScreen:
    scherm = WerkwijzeScreen(omgeving)
    toon_scherm(scherm)
    return scherm


def words(scherm: QWidget) -> list[str]:
    """All that can be read on it, unfolded or not."""
    gezien = [label.text() for label in scherm.findChildren(QLabel)]
    return gezien + [box.itemText(nr) for box in scherm.findChildren(QComboBox) for nr in range(box.count())]


def choices(scherm: QWidget, naam: str) -> list[str]:
    box = scherm.findChild(QComboBox, naam)
    assert box is not None
    return [word for nr in range(box.count()) if (word := box.itemText(nr))]


def per(gemeente: str, *waarden: T) -> T:
    """The value of this municipality, of those for BMWE, Dalfsen and Krimpenerwaard."""
    return waarden[GEMEENTEN.index(gemeente)]


def line(werkwijze: WerkwijzeScreen, sleutel: str) -> str:
    """What one line of *Zo doen wij het hier* says."""
    (rij,) = werkwijze.findChildren(InfoRow, f"hier_{sleutel}")
    return rij.words()
