"""Two laptops that log everything there is to log, in one folder that is looked through after every test."""

import logging
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kernnetwerk_app import logs, teksten
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, make_werkplek
from tests.slechte_invoer.teksten import SENTINEL
from tests.werkdag.schildwacht import scan


@dataclass(frozen=True, slots=True)
class Wereld:
    """The worker's laptop and the colleague's, both below `folder`, with the log beside them."""

    folder: Path
    plek: Werkplek
    collega: Werkplek


@pytest.fixture(scope="module")
def wereld(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wereld]:
    """Our own loggers tell everything; those named in `LUID` of the module too, which the program keeps quiet."""
    folder = tmp_path_factory.mktemp("wereld")
    log = logs.setup(folder / "log", "0.1.0")
    before = {naam: logging.getLogger(naam).level for naam in ("", *getattr(request.module, "LUID", ()))}
    for naam in before:
        logging.getLogger(naam).setLevel(logging.DEBUG)
    logging.getLogger("kernnetwerk").debug("begonnen")
    yield Wereld(
        folder=folder,
        plek=make_werkplek(folder / "a"),
        collega=make_werkplek(folder / "b", device_no=2, wie=JORIS),
    )
    for naam, level in before.items():
        logging.getLogger(naam).setLevel(level)
    log.close()
    assert scan([folder], [SENTINEL]) == [], "a file holds what was typed"


@pytest.fixture
def stil(wereld: Wereld, capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Nothing that was typed may be in a log, in the name of a file, or on a console."""
    yield
    uit, fout = capfd.readouterr()
    assert SENTINEL not in uit + fout
    gelogd = b"".join(pad.read_bytes() for pad in (wereld.folder / "log").iterdir())
    assert gelogd, "else nothing was looked at"
    assert SENTINEL.encode() not in gelogd
    assert [pad.name for pad in wereld.folder.rglob("*") if SENTINEL.casefold() in pad.name.casefold()] == []


@pytest.fixture
def weiger(wereld: Wereld) -> Callable[[Callable[[], object]], KernnetwerkError]:
    """Do what must be refused: an error of ours, with a sentence, without a word of what was typed."""

    def weiger(doe: Callable[[], object]) -> KernnetwerkError:
        with pytest.raises(KernnetwerkError) as gevangen:
            doe()
        fout = gevangen.value
        assert heeft_zin(fout.code), fout.code
        logging.getLogger("kernnetwerk").error("geweigerd", exc_info=fout)
        schakel: BaseException | None = fout
        while schakel is not None:
            gezegd = "".join(traceback.format_exception_only(schakel)) + repr(schakel.args) + repr(vars(schakel))
            assert SENTINEL not in gezegd
            schakel = schakel.__cause__ or (None if schakel.__suppress_context__ else schakel.__context__)
        return fout

    return weiger


def heeft_zin(code: str) -> bool:
    """Whether people get a sentence for this code."""
    return any(code in teksten.load(naam) for naam in ("fouten", "velden", "kluis"))
