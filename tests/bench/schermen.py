"""Changing to a full screen: from the press until it is painted, and how long the window stands still."""

import gc
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRegularExpression
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.domain.relatie import PLAATSEN, Kring, Relatie
from kernnetwerk_app.services import mensen, plan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wijziging import changes_in
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.keukentafel import KeukentafelScreen
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.screens.papieren import PapierenScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS, Theme
from tests.bench.rij import Rij
from tests.factories import make_werkplek
from tests.services.opzet import Dossier, begin_dossier
from tests.services.stukken_opzet import papieren_opzet
from tests.ui.schermen import Wegwijzer

KEREN = 7
DOEL_MS, MEEST_VAST_MS = 100, 50
"""From the press until the other page is painted, and the longest that no key is heard."""
EERSTE_MS, GROOT_MS, PAPIER_MS = 200, 400, 600
"""Until the first of what one comes for stands on it, also of the largest there is; and until its paper can be read."""
DOELEN, MENSEN = 60, 60
GEWOON, OM_IEMAND = 12, 15
"""Goals in a plan that is large, and people around somebody, where these are not the most there are."""
_VENSTER = (1366, 768)
_STIL = 10
"""After so many rounds without work everything stands there."""
_MEEST = 10_000
"""After so many looks nothing comes any more."""
_VELDEN = ("goed", "lastig", "wens")
_KEUKENTAFEL = "keukentafel daarvan"


class Blad(NamedTuple):
    """A page to open. `eerste`: of the names of what somebody comes for, how they look; the first of it that stands
    there ends the wait.
    """

    open_it: Callable[[Omgeving], Scherm]
    eerste: str
    meest_ms: float = EERSTE_MS


def measure() -> Iterator[Rij]:
    app = QApplication.instance() or QApplication(["bench", *STYLE_ARGUMENTS])
    assert isinstance(app, QApplication)
    theme = Theme()
    theme.apply(app)
    gc.disable()  # as in the app, where a timer collects
    with tempfile.TemporaryDirectory() as map_:
        plek = make_werkplek(Path(map_))
        schermen = _screens(plek)
        for naam, blad in schermen.items():
            yield from _one(app, theme, plek, naam, blad)
        yield from _turn(app, theme, plek, schermen[_KEUKENTAFEL].open_it)
        yield _ladder(app, theme, plek)
        plek.store.close()


def _screens(plek: Werkplek) -> dict[str, Blad]:
    """Each on a household of its own, so that one does not fill the other."""
    groot, gewoon, vol, kring, kleine_kring, papier = (begin_dossier(plek) for _ in range(6))
    _goals(groot, DOELEN)
    _goals(gewoon, GEWOON)
    _answers(vol)
    _network(kring, MENSEN)
    _network(kleine_kring, OM_IEMAND)
    papieren_opzet(papier)
    versie = groot.versie().id
    return {
        f"plan van {DOELEN} doelen": Blad(
            lambda om: PlanScreen(om, groot.huishouden_id, groot.plan_id), "doel1\\.", GROOT_MS
        ),
        f"plan van {GEWOON} doelen": Blad(lambda om: PlanScreen(om, gewoon.huishouden_id, gewoon.plan_id), "doel1\\."),
        "gesprek waarin alles is gevuld": Blad(
            lambda om: GesprekScreen(om, vol.huishouden_id, vol.gesprek_id), "vraag\\.waar_het_om_gaat"
        ),
        _KEUKENTAFEL: Blad(lambda om: KeukentafelScreen(om, vol.huishouden_id, vol.gesprek_id, lambda: None), "toon_"),
        f"netwerk van {MENSEN} mensen": Blad(lambda om: NetwerkScreen(om, kring.huishouden_id), "kaart_", GROOT_MS),
        f"netwerk van {OM_IEMAND} mensen": Blad(lambda om: NetwerkScreen(om, kleine_kring.huishouden_id), "kaart_"),
        "papieren": Blad(lambda om: PapierenScreen(om, papier.huishouden_id), "stuk_"),
        f"tekenen van {DOELEN} doelen": Blad(lambda om: TekenenScreen(om, versie), "keuze\\.eens", GROOT_MS),
        "het papier daarvan": Blad(lambda om: TekenenScreen(om, versie), "blad1", PAPIER_MS),
    }


def _goals(hier: Dossier, aantal: int) -> None:
    for nummer in range(1, aantal + 1):
        doel = hier.doel(f"Ik wil {nummer} keer in de maand de deur uit.")
        plan.add_afspraak(hier.plek, doel, "Ik bel de buurtbus.", Wie.INWONER, wanneer="deze week")
        plan.add_afspraak(hier.plek, doel, "Riet gaat mee.", Wie.NETWERK, "Buurvrouw Riet", "elke dinsdag")
        plan.add_stap(hier.plek, doel, "De dienstregeling halen")


def _answers(hier: Dossier) -> None:
    sleutels = [gebied.sleutel for gebied in hier.plek.profiel.leefgebieden.leefgebieden]
    adressen = hier.gesprek().adressen
    for sleutel in sleutels:
        for veld in _VELDEN:
            if f"{sleutel}.{veld}" in adressen:
                hier.typ(f"{sleutel}.{veld}", f"Dit vertelde mevrouw over {sleutel}. " * 6)
    _goals(hier, 6)


def _network(hier: Dossier, aantal: int) -> None:
    with hier.plek.store.read() as lezer:
        anna = lezer.find(Inwoner, huishouden_id=hier.huishouden_id)[0]
    kringen = list(Kring)
    for nummer in range(aantal):
        wie = {"inwoner_id": anna.id, "ander_naam": f"Voorbeeld Nummer {nummer}", "relatie": "vriend", "doet": "Kookt"}
        waar = {"kring": kringen[nummer % len(kringen)], "plaats": nummer // len(kringen) % PLAATSEN}
        mensen.leg_vast(hier.plek, Relatie, hier.huishouden_id, {**wie, **waar})


def _one(app: QApplication, theme: Theme, plek: Werkplek, naam: str, blad: Blad) -> Iterator[Rij]:
    keren = [_open(app, theme, plek, blad) for _ in range(KEREN + 1)][1:]  # the first reads icons and letters
    wissel, eerste, klaar, vast = (round(statistics.median(een), 1) for een in zip(*keren, strict=True))
    yield Rij(f"scherm: {naam}, gewisseld", DOEL_MS, wissel, "ms")
    yield Rij(f"scherm: {naam}, eerste inhoud", blad.meest_ms, eerste, "ms")
    yield Rij(f"scherm: {naam}, alles geladen", None, klaar, "ms")
    yield Rij(f"scherm: {naam}, staat stil", MEEST_VAST_MS, vast, "ms")


def _turn(app: QApplication, theme: Theme, plek: Werkplek, open_it: Callable[[Omgeving], Scherm]) -> Iterator[Rij]:
    """From the press that turns the screen to the resident."""
    keren = []
    for _ in range(KEREN):
        with _whole(app, theme, plek, open_it) as (scherm, tasks):
            vast = list[float]()
            _step(_button(scherm, "draai").click, vast)
            while not scherm.is_turned:
                _step(app.processEvents, vast)
                time.sleep(0.001)  # no test: that they look is written first
            _step(app.processEvents, vast)
            te_zien = sum(vast)
            _settle(app, tasks, vast)
            keren.append((te_zien, max(vast)))
    te_zien, vast_ms = (round(statistics.median(een), 1) for een in zip(*keren, strict=True))
    yield Rij("keukentafel draaien, te zien", DOEL_MS, te_zien, "ms")
    yield Rij("keukentafel draaien, staat stil", MEEST_VAST_MS, vast_ms, "ms")


def _ladder(app: QApplication, theme: Theme, plek: Werkplek) -> Rij:
    """*Alle treden* under each goal of a plan, once."""
    gewoon, vast = begin_dossier(plek), list[float]()
    _goals(gewoon, GEWOON)
    with _whole(app, theme, plek, lambda om: PlanScreen(om, gewoon.huishouden_id, gewoon.plan_id)) as (scherm, tasks):
        for nummer in range(1, GEWOON + 1):
            meting = list[float]()
            _step(_button(scherm, f"doel{nummer}.ladder").click, meting)
            _settle(app, tasks, meting)
            vast.append(max(meting))
    return Rij(
        f"plan van {GEWOON} doelen: alle treden, staat stil", MEEST_VAST_MS, round(statistics.median(vast), 1), "ms"
    )


@contextmanager
def _whole(
    app: QApplication, theme: Theme, plek: Werkplek, open_it: Callable[[Omgeving], Scherm]
) -> Iterator[tuple[Scherm, Tasks]]:
    """The page as it stands there when all of it was read and painted."""
    tasks, wegwijzer = Tasks(changes_in), Wegwijzer()
    scherm = open_it(Omgeving(theme, tasks, plek, wegwijzer, lambda: None, wegwijzer.fouten.append))
    scherm.resize(*_VENSTER)
    scherm.show()
    scherm.refresh()
    _settle(app, tasks, [])
    yield scherm, tasks
    tasks.close()
    scherm.deleteLater()
    app.processEvents()
    gc.collect()
    assert not wegwijzer.fouten, wegwijzer.fouten


def _button(scherm: Scherm, naam: str) -> QAbstractButton:
    knop = scherm.findChild(QAbstractButton, naam)
    assert isinstance(knop, QAbstractButton)
    return knop


def _step(work: Callable[[], object], vast: list[float]) -> None:
    since = time.thread_time()
    work()
    vast.append((time.thread_time() - since) * 1000)


def _settle(app: QApplication, tasks: Tasks, vast: list[float]) -> None:
    """Until there are no more turns, and no answer is on its way."""
    quiet = 0
    while quiet < _STIL:
        _step(app.processEvents, vast)
        quiet = 0 if tasks.busy or vast[-1] > 1 else quiet + 1
        time.sleep(0.001)  # no test: the other thread gets the interpreter, as while a person looks


def _open(app: QApplication, theme: Theme, plek: Werkplek, blad: Blad) -> tuple[float, float, float, float]:
    """In ms: until the other page is painted, until the first of what one comes for stands there, until all was read
    and painted, and the longest without a pause. The second and third count the reading too, whichever thread does it;
    none of them counts what other programs do.
    """
    tasks, wegwijzer = Tasks(changes_in), Wegwijzer()
    vast: list[float] = []
    begin = time.process_time()
    gemaakt: list[Scherm] = []

    def show() -> None:
        scherm = blad.open_it(Omgeving(theme, tasks, plek, wegwijzer, lambda: None, wegwijzer.fouten.append))
        gemaakt.append(scherm)
        scherm.resize(*_VENSTER)
        scherm.show()
        scherm.refresh()

    _step(show, vast)
    _step(app.processEvents, vast)
    gewisseld = sum(vast)
    (scherm,) = gemaakt
    keek = _wait_for(app, scherm, blad.eerste, vast)
    te_zien = (time.process_time() - begin - keek) * 1000
    _settle(app, tasks, vast)
    klaar = (time.process_time() - begin - keek) * 1000
    tasks.close()
    scherm.deleteLater()
    app.processEvents()
    gc.collect()
    assert not wegwijzer.fouten, wegwijzer.fouten
    return gewisseld, te_zien, klaar, max(vast)


def _wait_for(app: QApplication, scherm: Scherm, eerste: str, vast: list[float]) -> float:
    """Until it stands there; how long the looking took, in seconds."""
    names, keek = QRegularExpression(f"^{eerste}"), 0.0
    for _ in range(_MEEST):
        since = time.thread_time()
        there = _is_there(scherm, names)
        keek += time.thread_time() - since
        _step(app.processEvents, vast)
        if there:
            return keek
        time.sleep(0.001)  # no test: the other thread reads
    raise AssertionError(eerste)  # nothing of that name comes


def _is_there(scherm: Scherm, names: QRegularExpression) -> bool:
    """Whether one of these stands where it can be seen; the next turn of the page paints it."""
    return any(not part.visibleRegion().isEmpty() for part in scherm.findChildren(QWidget, names))
