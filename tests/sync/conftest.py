"""One municipality in this process, and two laptops that it knows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.support import Gemeente
from tests.sync.rechtstreeks import Kant, koppel_aan


@pytest.fixture
def gemeente(tmp_path: Path) -> Iterator[Gemeente]:
    gemeente = Gemeente(tmp_path / "gemeente.sqlite")
    yield gemeente
    gemeente.close()


@pytest.fixture
def sanne(gemeente: Gemeente, tmp_path: Path) -> Kant:
    return koppel_aan(gemeente, tmp_path / "sanne", "Sanne Modelman")


@pytest.fixture
def joris(gemeente: Gemeente, tmp_path: Path) -> Kant:
    return koppel_aan(gemeente, tmp_path / "joris", "Joris Proefstra")
