"""The paper: what a plan takes as it grows, what every other paper takes beside it, and how free the window stays."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from kernnetwerk_app.documents.house_style import HouseStyle, load_house_style
from kernnetwerk_app.documents.plan_pdf import plan_leeshulp, plan_pdf
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.domain.planversie import InhoudBevinding, PlanInhoud
from kernnetwerk_app.services.wijziging import changes_in
from kernnetwerk_app.ui.papier.raster import bladen, rasterise
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS
from tests.bench.rij import Rij
from tests.documents.lezen import open_pdf
from tests.documents.voorbeeld import DOEL_1, GETEKEND, KENMERK, OM_TE_TEKENEN, STAND, TWEETALIG, voorbeeld_inhoud

KEREN = 11
DOEL_MS = {12: 120, 60: 400}
"""Goals in a plan, and how many ms its paper may take (issue 4)."""
MEEST_RECHT = 1.3
"""How much more than five times as long five times as many goals may take: the paper grows with the plan, no faster."""
MEEST_VAST_MS = 50
MEEST_BYTES = 512 * 1024
"""What one unit of a signature holds (Decided once 16)."""
_BREED = 900
_KOPPEN = 15
"""Nine headings, four about now and later, how the own plan was used, and that a deskundige answered."""
_GEVONDEN = "Karin kan twee dagen in de week. De buren letten op en brengen de boodschappen als het glad is."


def measure() -> Iterator[Rij]:
    gc.disable()  # as the program does, which collects while nobody waits for paper
    stijl = load_house_style()
    plan_pdf(plan_van(1), KENMERK, (), stijl, STAND)  # fonts are read once, by whoever comes first
    tijden = {}
    for doelen, hoogstens in DOEL_MS.items():
        inhoud = plan_van(doelen)
        tijden[doelen] = _median(partial(plan_pdf, inhoud, KENMERK, (), stijl, STAND))
        yield Rij(f"papier: plan van {doelen} doelen", hoogstens, round(tijden[doelen]), "ms rekentijd")
        yield from _counts(doelen, plan_pdf(inhoud, KENMERK, GETEKEND, stijl, STAND))
    recht = tijden[60] / tijden[12] / 5
    yield Rij("papier: 60 doelen, per doel bij 12", MEEST_RECHT, round(recht, 2), "keer")
    yield from _beside(stijl, tijden[12])
    yield from _window(stijl)


def plan_van(doelen: int) -> PlanInhoud:
    """A plan of so many goals, each with its steps and three lines, with what a whole onderzoek brings, and with what
    stands on the paper that one takes home: a place for each who decides, and what there is to ask for.
    """
    alle = tuple(DOEL_1.model_copy(update={"nummer": nummer}) for nummer in range(1, doelen + 1))
    gezien = InhoudBevinding(sleutel="kop", label="Inzet sociaal netwerk", uitkomst="past deels", woorden=_GEVONDEN)
    return voorbeeld_inhoud(doelen=alle, bevindingen=(gezien,) * _KOPPEN, **OM_TE_TEKENEN)


def _counts(doelen: int, octets: bytes) -> Iterator[Rij]:
    """Of a signed plan: its size, pages and fonts."""
    document = open_pdf(octets)
    fonts = {naam for blad in document.pages for naam in blad.Resources.Font.keys()}  # noqa: SIM118  no dict
    yield Rij(f"papier: omvang, {doelen} doelen", MEEST_BYTES, len(octets), "bytes")
    yield Rij(f"papier: bladzijden, {doelen} doelen", None, len(bladen(octets)), "stuks")
    yield Rij(f"papier: lettertypen, {doelen} doelen", None, len(fonts), "stuks")


def _beside(stijl: HouseStyle, gewoon: float) -> Iterator[Rij]:
    """The same plan in the other forms, beside the ordinary one."""
    inhoud = plan_van(12)
    vormen: dict[str, Callable[[], object]] = {
        hulp.value: partial(plan_leeshulp, inhoud, KENMERK, load_house_style(frozenset({hulp})), STAND)
        for hulp in Leeshulp
    }
    vormen["engels"] = partial(plan_pdf, inhoud, KENMERK, (), TWEETALIG, STAND)
    vormen["getekend"] = partial(plan_pdf, inhoud, KENMERK, GETEKEND, stijl, STAND)
    for naam, maak in vormen.items():
        maak()
        yield Rij(f"papier: {naam}, naast gewoon", None, round(_median(maak) / gewoon, 2), "keer")


def _window(stijl: HouseStyle) -> Iterator[Rij]:
    """How long the window stands still while a plan of 60 goals is made and drawn behind it."""
    app = QApplication.instance() or QApplication(["bench", *STYLE_ARGUMENTS])
    tasks, owner, ready = Tasks(changes_in), QWidget(), list[object]()
    inhoud = plan_van(60)

    def work() -> object:
        return rasterise(plan_pdf(inhoud, KENMERK, (), stijl, STAND), 0, _BREED)

    vast = []
    for _ in range(KEREN):
        gc.collect()
        ready.clear()
        tasks.read(owner, work, ready.append, ready.append)
        langst = 0.0
        while not ready:
            begin = time.perf_counter()
            app.processEvents()
            langst = max(langst, time.perf_counter() - begin)
            time.sleep(0.001)  # no test: the other thread gets the interpreter, as while a person looks
        vast.append(langst * 1000)
    tasks.close()
    yield Rij("papier: venster staat stil", MEEST_VAST_MS, round(statistics.median(vast), 1), "ms")


def _median(maak: Callable[[], object]) -> float:
    """In ms of this thread on a processor: making paper waits for nothing, so a quiet machine's clock says the same."""
    tijden = []
    for _ in range(KEREN):
        gc.collect()
        begin = time.thread_time()
        maak()
        tijden.append((time.thread_time() - begin) * 1000)
    return statistics.median(tijden)
