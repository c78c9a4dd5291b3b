"""Where all that the app, Qt and Python write goes during the day, so that the sentinel can look at it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kernnetwerk_app import logs
from kernnetwerk_app.versie import VERSIE
from tests.werkdag import eenvoudig, gezin, papier_stappen
from tests.werkdag.hand import klopt
from tests.werkdag.ochtend import WOORDEN
from tests.werkdag.scenario import SCHILDWOORDEN
from tests.werkdag.schildwacht import bestanden, scan

_MAPPEN = ("TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")


@contextmanager
def own_folders(map_: Path) -> Iterator[None]:
    """Temp, cache, settings and log of this process go below `map_`, as long as the block lasts."""
    voor = {naam: os.environ.get(naam) for naam in _MAPPEN}
    tijdelijk = map_ / "tijdelijk"
    tijdelijk.mkdir(parents=True, mode=0o700)
    os.environ.update(dict.fromkeys(_MAPPEN, str(tijdelijk)))
    tempfile.tempdir = str(tijdelijk)
    logboek = logs.setup(map_ / "logboek", VERSIE)
    try:
        yield
    finally:
        logboek.close()
        tempfile.tempdir = None
        for naam, waarde in voor.items():
            if waarde is None:
                os.environ.pop(naam, None)
            else:
                os.environ[naam] = waarde


def check_nothing_readable(map_: Path) -> int:
    """No word of the fictional resident in any file but those of the servers; the number of files looked at."""
    behalve = [map_ / "oefenserver", *map_.glob("gemeentehuis-*")]
    van_de_middag = (*eenvoudig.SCHILDWOORDEN, *gezin.SCHILDWOORDEN, *papier_stappen.SCHILDWOORDEN)
    treffers = scan([map_], (*SCHILDWOORDEN, *van_de_middag, *WOORDEN), behalve)
    klopt(not treffers, f"In {len(treffers)} bestanden staan leesbare woorden van een inwoner.")
    aantal = len(list(bestanden([map_], behalve)))
    klopt(aantal > 4, "Er zijn te weinig bestanden bekeken om iets te weten.")
    return aantal
