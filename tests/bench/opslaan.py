"""Saving: how long a worker waits for *Opgeslagen*, and how many bytes one changed field costs on the line."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from kernnetwerk_app.oplog import codec
from kernnetwerk_app.services import typen, vraagverheldering
from tests.bench.rij import Rij
from tests.factories import make_werkplek, nieuwe_melding
from tests.services.opzet import begin_gesprek

KEREN = 60


def measure() -> Iterator[Rij]:
    with tempfile.TemporaryDirectory() as map_:
        plek = make_werkplek(Path(map_))
        huishouden_id = nieuwe_melding(plek).huishouden_id
        gesprek_id = begin_gesprek(plek, huishouden_id)
        with plek.store.read() as lezer:
            gesprek = vraagverheldering.load(plek, lezer, huishouden_id, gesprek_id)
            adres = next(a for a in gesprek.adressen.values() if a.veld == "waarde")
        tijden = []
        for keer in range(KEREN):
            begin = time.perf_counter()
            typen.keep(plek, adres, f"Ik kom elke dag {keer} keer buiten.")
            tijden.append(time.perf_counter() - begin)
        typen.seal(plek, adres)
        with plek.store.read() as lezer:
            laatste = lezer.te_versturen(10_000)[-1]
        yield Rij("opslaan: getypte zin bewaard", None, round(statistics.median(tijden) * 1000, 1), "ms")
        yield Rij("opslaan: een veld op de lijn", 160, len(codec.dumps(laatste.to_row())), "bytes")
        plek.store.close()
