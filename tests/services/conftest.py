"""A laptop with one dossier on it, for tests that need no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek
from tests.services.opzet import Dossier, begin_dossier


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


@pytest.fixture
def hier(plek: Werkplek) -> Dossier:
    return begin_dossier(plek)
