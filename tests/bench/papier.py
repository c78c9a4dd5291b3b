"""The paper of a plan: time and size."""

import statistics
import time
from collections.abc import Iterator

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.plan_pdf import plan_pdf
from tests.bench.rij import Rij
from tests.documents.voorbeeld import voorbeeld_inhoud

KEREN = 11


def measure() -> Iterator[Rij]:
    stijl, inhoud = load_house_style(), voorbeeld_inhoud()
    octets = plan_pdf(inhoud, None, (), stijl)
    tijden = []
    for _ in range(KEREN):
        begin = time.perf_counter()
        plan_pdf(inhoud, None, (), stijl)
        tijden.append(time.perf_counter() - begin)
    yield Rij("papier: plan", None, round(statistics.median(tijden) * 1000), "ms")
    yield Rij("papier: omvang", 512 * 1024, len(octets), "bytes")
