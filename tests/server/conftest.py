"""One municipality with a fixed clock for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.support import Gemeente


@pytest.fixture
def gemeente(tmp_path: Path) -> Iterator[Gemeente]:
    gemeente = Gemeente(tmp_path / "gemeente.sqlite")
    yield gemeente
    gemeente.close()
