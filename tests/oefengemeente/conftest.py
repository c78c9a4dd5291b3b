"""A practice municipality as it is made for somebody who begins to practise, on days on which counting goes wrong."""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from kernnetwerk_app import opening
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.oefenserver import Oefenserver
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.throttle import Throttle
from kernnetwerk_app.teksten import load
from tests.factories import LICHT

DAGEN = {
    "schrikkeljaar": datetime(2028, 2, 28, 8, 0, tzinfo=AMSTERDAM),
    "nacht-van-de-klok": datetime(2027, 10, 31, 2, 30, tzinfo=AMSTERDAM),
    "oudejaarsdag-drie-jaar-later": datetime(2030, 12, 31, 8, 0, tzinfo=AMSTERDAM),
}

GEWOON = "schrikkeljaar"
"""The one that the suite makes: of the three the one with most around it, new year behind it and the leap day ahead."""


@dataclass(frozen=True)
class Begonnen:
    """The workplace of who begins to practise, the database of its server, and what was logged while it was made."""

    plek: Werkplek
    database: Path
    log: str


@contextmanager
def practise(map_: Path, moment: datetime) -> Iterator[Begonnen]:
    """A practice municipality that is made at this moment."""
    server = Oefenserver(map_ / "server", moment, gevuld=True)
    oefen, wachtzin = map_ / "oefenen", load("start")("oefenen.wachtzin")
    gelogd = StringIO()
    logboek = logging.StreamHandler(gelogd)
    logging.getLogger().addHandler(logboek)
    niveaus = {naam: logging.getLogger(naam).level for naam in (None, "urllib3")}
    for naam in niveaus:
        logging.getLogger(naam).setLevel(logging.DEBUG)
    try:
        geopend = opening.practise(oefen, wachtzin, Klok(moment), Throttle(oefen), server, LICHT)
        assert geopend.plek is not None
        try:
            yield Begonnen(geopend.plek, map_ / "server" / "oefengemeente.sqlite", gelogd.getvalue())
        finally:
            geopend.store.close()
    finally:
        for naam, niveau in niveaus.items():
            logging.getLogger(naam).setLevel(niveau)
        logging.getLogger().removeHandler(logboek)
        server.stop()


@pytest.fixture(scope="package")
def begonnen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Begonnen]]:
    """The one that was made on this day; made when somebody asks, for it takes long."""
    with ExitStack() as stapel:

        @cache
        def begin(naam: str) -> Begonnen:
            return stapel.enter_context(practise(tmp_path_factory.mktemp(naam), DAGEN[naam]))

        yield begin


@pytest.fixture(params=[GEWOON, *(pytest.param(dag, marks=pytest.mark.duurproef) for dag in DAGEN if dag != GEWOON)])
def plek(request: pytest.FixtureRequest, begonnen: Callable[[str], Begonnen]) -> Werkplek:
    """On one of the days, in the campaign on each."""
    return begonnen(request.param).plek


@pytest.fixture
def gewoon(begonnen: Callable[[str], Begonnen]) -> Begonnen:
    """On one of them."""
    return begonnen(GEWOON)
