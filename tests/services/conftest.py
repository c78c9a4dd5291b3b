"""A laptop with one dossier on it, for tests that need no other; and one on which more was done already.

What a test asks for by name is done once in a run, and each test gets a copy of that laptop.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kernnetwerk_app.klok import Klok
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_met, make_werkplek
from tests.services.kindplan_opzet import TweeHuizen, twee_huizen
from tests.services.opzet import Dossier, begin_dossier
from tests.services.stukken_opzet import gevuld_dossier

Gemaakt = tuple[Werkplek, object]
OPZET: dict[str, Callable[[Werkplek], object]] = {"huizen": twee_huizen, "vol": gevuld_dossier, "hier": begin_dossier}


@pytest.fixture
def gemaakt(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Gemaakt]:
    """The laptop of Sanne, and what the fixture that the test asks for has put on it."""
    opzet = next((maak for naam, maak in OPZET.items() if naam in request.fixturenames), None)
    gemaakt = make_met(opzet, tmp_path) if opzet else (make_werkplek(tmp_path), None)
    yield gemaakt
    gemaakt[0].store.close()


@pytest.fixture
def plek(gemaakt: Gemaakt) -> Werkplek:
    return gemaakt[0]


@pytest.fixture
def klok(plek: Werkplek) -> Klok:
    return plek.klok


@pytest.fixture
def hier(gemaakt: Gemaakt) -> Dossier:
    plek, dossier = gemaakt
    assert isinstance(dossier, Dossier)
    return replace(dossier, plek=plek)


@pytest.fixture
def vol(hier: Dossier) -> Dossier:
    """With something on each of its papers."""
    return hier


@pytest.fixture
def huizen(gemaakt: Gemaakt) -> TweeHuizen:
    plek, huizen = gemaakt
    assert isinstance(huizen, TweeHuizen)
    return huizen.op(plek)
