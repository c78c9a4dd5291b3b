"""Settings that hold for every test: no screen, and hypothesis repeatable and without a database of its own."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings

from tests.duur import LANG
from tests.merken import merk as merk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# `do.py test` runs a fixed share, so that a red run can be repeated; `do.py duurproef` looks further each time.
settings.register_profile("test", derandomize=True, database=None, deadline=None, max_examples=40)
settings.register_profile(
    LANG, database=None, deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow]
)


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile(LANG if config.option.markexpr.startswith(LANG) else "test")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The played day takes minutes: in the campaign it goes first, so that no worker waits for it at the end."""
    items.sort(key=lambda item: "tests/werkdag/" not in item.nodeid)


def pytest_collection_finish() -> None:
    """All that was imported stays: walking it again in every test took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
