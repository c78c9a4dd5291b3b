"""One municipality with a fixed clock for each test, or one for a whole file where tests do not look at each other."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.support import Gemeente


@pytest.fixture(scope="session")
def leeg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new database, made once; each municipality starts as a copy of it."""
    pad = tmp_path_factory.mktemp("leeg") / "gemeente.sqlite"
    Gemeente(pad).close()
    return pad


@pytest.fixture
def gemeente(leeg: Path, tmp_path: Path) -> Iterator[Gemeente]:
    gemeente = Gemeente(Path(shutil.copy(leeg, tmp_path / "gemeente.sqlite")))
    yield gemeente
    gemeente.close()


@pytest.fixture(scope="module")
def stad(leeg: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gemeente]:
    """Shared by the tests of one file: each takes laptops of its own."""
    stad = Gemeente(Path(shutil.copy(leeg, tmp_path_factory.mktemp("stad") / "gemeente.sqlite")))
    yield stad
    stad.close()
