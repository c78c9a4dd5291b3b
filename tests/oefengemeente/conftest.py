"""A practice municipality as it is made for somebody who begins to practise, on days on which counting goes wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from kernnetwerk_app import opening
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.oefenserver import Oefenserver
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.throttle import Throttle
from kernnetwerk_app.teksten import load
from tests.factories import DINSDAG, LICHT

DAGEN = {
    "dinsdag": DINSDAG,
    "schrikkeljaar": datetime(2028, 2, 28, 8, 0, tzinfo=AMSTERDAM),
    "nacht-van-de-klok": datetime(2027, 10, 31, 2, 30, tzinfo=AMSTERDAM),
    "oudejaarsdag-drie-jaar-later": datetime(2030, 12, 31, 8, 0, tzinfo=AMSTERDAM),
}


@contextmanager
def practise(map_: Path, moment: datetime) -> Iterator[Werkplek]:
    """The workplace of who begins to practise at this moment, with its server."""
    server = Oefenserver(map_ / "server", moment, gevuld=True)
    oefen, wachtzin = map_ / "oefenen", load("start")("oefenen.wachtzin")
    try:
        geopend = opening.practise(oefen, wachtzin, Klok(moment), Throttle(oefen), server, LICHT)
        assert geopend.plek is not None
        try:
            yield geopend.plek
        finally:
            geopend.store.close()
    finally:
        server.stop()


@pytest.fixture(scope="package")
def dinsdag(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Werkplek, Path]]:
    """On an ordinary day; with the folder that holds all of it."""
    map_ = tmp_path_factory.mktemp("dinsdag")
    with practise(map_, DINSDAG) as plek:
        yield plek, map_


@pytest.fixture(scope="package", params=DAGEN)
def plek(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werkplek]:
    """On each of the days."""
    if DAGEN[request.param] == DINSDAG:
        yield request.getfixturevalue("dinsdag")[0]
        return
    with practise(tmp_path_factory.mktemp(request.param), DAGEN[request.param]) as plek:
        yield plek
