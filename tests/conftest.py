"""Settings that hold for every test: no screen, and hypothesis repeatable and without a database of its own."""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module

import pytest
from hypothesis import HealthCheck, settings

from tests.duur import LANG
from tests.merken import merk as merk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

EERST_NIET: dict[str, Exception] = {}
"""By name each file of tests that could not be read the first time, and why."""

# `do.py test` runs a fixed share, so that a red run can be repeated; `do.py duurproef` looks further each time.
settings.register_profile("test", derandomize=True, database=None, deadline=None, max_examples=40)
settings.register_profile(
    LANG, database=None, deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow]
)


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile(LANG if config.option.markexpr.startswith(LANG) else "test")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Where several processes share the tests, each first reads a share of the files; what one has rewritten for its
    assertions, the others find when they read them all. Otherwise each rewrites every file, half a minute of its own.
    """
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    workers, root = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")), session.config.rootpath
    if workers > 1:
        files = sorted(file for part in session.config.args for file in (root / part).rglob("test_*.py"))
        for file in files[number::workers]:
            naam = ".".join(file.relative_to(root).with_suffix("").parts)
            with suppress(pytest.skip.Exception):
                try:
                    import_module(naam)
                except Exception as fout:  # noqa: BLE001  what cannot be read is told when its turn comes
                    EERST_NIET[naam] = fout


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The played day takes minutes: in the campaign it goes first, so that no worker waits for it at the end."""
    items.sort(key=lambda item: "tests/werkdag/" not in item.nodeid)


def pytest_collection_finish() -> None:
    """All that was imported stays: walking it again in every test took a tenth of the time.

    What could not be read in `pytest_sessionstart` and could be a second time, such as a circle of imports, is refused:
    its file would be red for who runs it alone, and green here.
    """
    for naam, fout in EERST_NIET.items():
        if naam in sys.modules:
            raise RuntimeError(f"{naam} is alleen bij de tweede keer te lezen: {fout!r}") from fout
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
