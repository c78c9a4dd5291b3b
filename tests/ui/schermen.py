"""What a screen gets in a test: real services on a real encrypted store, real threads, a fixed Tuesday, two colleagues.

Only the ways between screens are written down instead of walked (`Wegwijzer`). A test fails at its end when an error
was shown or nobody asked for it, unless it took the error away with `wegwijzer.fouten.clear()`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtCore import QMetaObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wijziging import Changes, changes_in
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.strokes import Punt
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import Theme
from tests.factories import gedaan_door, kopieer, make_met, make_werkplek, nieuwe_melding
from tests.services.kindplan_opzet import TweeHuizen, twee_huizen
from tests.services.opzet import Dossier, begin_dossier
from tests.ui.bezig import komt_nog
from tests.ui.opruimen import end_test

VENSTER = (1126, 704)
"""What a 1366x768 window leaves for a page beside the rail and under the top bar."""
Rust = Callable[[], None]
Toonscherm = Callable[[Scherm], None]
Open = Callable[[], DossierScreen]


@dataclass
class Wegwijzer:
    """A Navigator that notes where a screen wants to go; `fouten` are the errors that it told."""

    gegaan: list[tuple[object, ...]] = field(default_factory=list)
    fouten: list[Exception] = field(default_factory=list)
    terug_van_papier: Callable[[], None] | None = None
    versie_op_papier: UUID | None = None
    genoteerd_bij_papier: Callable[[], Changes] | None = None
    terug_van_keuze: Callable[[], None] | None = None
    strepen: Sequence[Sequence[Punt]] = ()
    vanuit: UUID | None = None
    waar: str = ""

    def vandaag(self) -> None:
        self.gegaan.append(("vandaag",))

    def dossiers(self) -> None:
        self.gegaan.append(("dossiers",))

    def melding(self, invoer: NieuweMelding | None = None) -> None:
        self.gegaan.append(("melding", *([invoer] if invoer else [])))

    def signalen(self) -> None:
        self.gegaan.append(("signalen",))

    def signaal(self, invoer: NieuwSignaal | None = None, signaal_id: UUID | None = None) -> None:
        self.gegaan.append(("signaal", *([invoer or signaal_id] if invoer or signaal_id else [])))

    def bezorgdheid(self, bezorgdheid_id: UUID | None = None) -> None:
        self.gegaan.append(("bezorgdheid", *([bezorgdheid_id] if bezorgdheid_id else [])))

    def socialekaart(self, getypt: str = "", kern: str = "", huishouden_id: UUID | None = None) -> None:
        self.gegaan.append(("socialekaart", *(deel for deel in (getypt, kern, huishouden_id) if deel)))

    def voorziening(self, bij_id: UUID | None = None) -> None:
        self.gegaan.append(("voorziening", bij_id))

    def mijn_kern(self) -> None:
        self.gegaan.append(("mijn_kern",))

    def inloop(self) -> None:
        self.gegaan.append(("inloop",))

    def hier(self, waar: str) -> None:
        self.waar = waar

    def agenda(self, dag: date | None = None) -> None:
        self.gegaan.append(("agenda", *([dag] if dag else [])))

    def dossier(self, huishouden_id: UUID) -> None:
        self.gegaan.append(("dossier", huishouden_id))

    def gegevens(self, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        self.gegaan.append(("gegevens", huishouden_id, *([melding_id] if melding_id else [])))

    def mensen(self, huishouden_id: UUID) -> None:
        self.gegaan.append(("mensen", huishouden_id))

    def netwerk(self, huishouden_id: UUID) -> None:
        self.gegaan.append(("netwerk", huishouden_id))

    def mantelzorg(self, huishouden_id: UUID) -> None:
        self.gegaan.append(("mantelzorg", huishouden_id))

    def bijlage(self, huishouden_id: UUID) -> None:
        self.gegaan.append(("bijlage", huishouden_id))

    def kijkrichting(self, huishouden_id: UUID) -> None:
        self.gegaan.append(("kijkrichting", huishouden_id))

    def samenvoegen(self, een_id: UUID, ander_id: UUID) -> None:
        self.gegaan.append(("samenvoegen", een_id, ander_id))

    def rechten(self, huishouden_id: UUID, deel: str = "delen") -> None:
        self.gegaan.append(("rechten", huishouden_id, *([deel] if deel != "delen" else [])))

    def termijn(self, huishouden_id: UUID) -> None:
        self.gegaan.append(("termijn", huishouden_id))

    def gesprek(self, huishouden_id: UUID, gesprek_id: UUID | None = None) -> None:
        self.gegaan.append(("gesprek", huishouden_id, *([gesprek_id] if gesprek_id else [])))

    def keukentafel(self, huishouden_id: UUID, gesprek_id: UUID | None = None) -> None:
        self.gegaan.append(("keukentafel", huishouden_id, *([gesprek_id] if gesprek_id else [])))

    def eerste_vraagverheldering(self, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        self.gegaan.append(("eerste_vraagverheldering", huishouden_id, *([melding_id] if melding_id else [])))

    def onderzoek(self, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        self.gegaan.append(("onderzoek", huishouden_id, *([melding_id] if melding_id else [])))

    def triage(self, huishouden_id: UUID) -> None:
        self.gegaan.append(("triage", huishouden_id))

    def overdracht(self, huishouden_id: UUID) -> None:
        self.gegaan.append(("overdracht", huishouden_id))

    def plan(self, huishouden_id: UUID, plan_id: UUID | None = None) -> None:
        self.gegaan.append(("plan", huishouden_id, *([plan_id] if plan_id else [])))

    def tekenen(self, versie_id: UUID, strepen: Sequence[Sequence[Punt]] = (), vanuit: UUID | None = None) -> None:
        self.strepen, self.vanuit = strepen, vanuit
        self.gegaan.append(("tekenen", versie_id))

    def papier(
        self,
        laad: Callable[[], bytes],
        huishouden_id: UUID | None,
        terug: Callable[[], None] | None = None,
        versie_id: UUID | None = None,
        noteer: Callable[[], Changes] | None = None,
    ) -> None:
        self.terug_van_papier, self.versie_op_papier, self.genoteerd_bij_papier = terug, versie_id, noteer
        self.gegaan.append(("papier", laad, huishouden_id))

    def papieren(self, huishouden_id: UUID) -> None:
        self.gegaan.append(("papieren", huishouden_id))

    def bezorgen(self) -> None:
        self.gegaan.append(("bezorgen",))

    def oefen_opnieuw(self) -> None:
        self.gegaan.append(("oefen_opnieuw",))

    def conflict(self, entiteit_id: UUID, eenheid: int, terug: Callable[[], None] | None = None) -> None:
        self.terug_van_keuze = terug
        self.gegaan.append(("conflict", entiteit_id, eenheid))


@pytest.fixture(scope="session")
def begonnen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Dossier]:
    """Sanne's closed laptop, with a melding of which the gesprek and the plan have begun, and what is on it."""
    folder = tmp_path_factory.mktemp("begonnen")
    dossier = begin_dossier(make_werkplek(folder))
    dossier.plek.store.close()
    return folder, dossier


@pytest.fixture
def plek(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Werkplek]:
    """Sanne at her laptop, on Tuesday 20 April 2027 at nine; with a `dossier` or two `huizen` for who asks for that."""
    if "huizen" in request.fixturenames:
        plek, _ = make_met(twee_huizen, tmp_path / "sanne")
    elif "dossier" in request.fixturenames:
        plek = kopieer(request.getfixturevalue("begonnen")[0], tmp_path / "sanne")
    else:
        plek = make_werkplek(tmp_path / "sanne")
    yield plek
    plek.store.close()


@pytest.fixture
def dossier(plek: Werkplek, begonnen: tuple[Path, Dossier]) -> Dossier:
    """The dossier of mevrouw Voorbeeld-Jansen, whose gesprek and plan have begun."""
    return replace(begonnen[1], plek=plek)


@pytest.fixture
def huizen(plek: Werkplek) -> TweeHuizen:
    """The two dossiers of a child of parted parents."""
    return gedaan_door(twee_huizen).op(plek)


@pytest.fixture
def wegwijzer() -> Wegwijzer:
    return Wegwijzer()


@pytest.fixture
def tasks(plek: Werkplek, wegwijzer: Wegwijzer, qapp: QApplication) -> Iterator[Tasks]:
    """The threads of the app, stopped before the store is closed."""
    tasks = Tasks(changes_in)
    tasks.crashed.connect(wegwijzer.fouten.append)
    yield tasks
    tasks.close()
    end_test()
    assert wegwijzer.fouten == []


@pytest.fixture
def omgeving(plek: Werkplek, theme: Theme, tasks: Tasks, wegwijzer: Wegwijzer) -> Omgeving:
    return Omgeving(
        theme=theme, tasks=tasks, plek=plek, ga=wegwijzer, sync_nu=lambda: None, meld_fout=wegwijzer.fouten.append
    )


@pytest.fixture
def huishouden_id(plek: Werkplek) -> UUID:
    """The dossier of mevrouw Voorbeeld-Jansen, just after her melding."""
    return nieuwe_melding(plek).huishouden_id


@pytest.fixture
def rust(qtbot: QtBot, tasks: Tasks) -> Rust:
    """Wait until every thread has done its work and every answer was shown, whole."""

    def wait() -> None:
        for _ in range(2):  # what is shown then may read again
            qtbot.waitUntil(lambda: not (tasks.busy or komt_nog()), timeout=20_000)
            QApplication.processEvents()

    return wait


@pytest.fixture
def toon_scherm(qtbot: QtBot, tasks: Tasks, rust: Rust) -> Iterator[Toonscherm]:
    """Show a screen as the window does: visible, focus where work begins, loaded, and told of every change."""
    verteld: list[QMetaObject.Connection] = []

    def show(scherm: Scherm) -> None:
        qtbot.addWidget(scherm)
        scherm.resize(*VENSTER)
        with qtbot.waitExposed(scherm):
            scherm.show()
        scherm.activateWindow()
        scherm.focus_first()

        def tell(changes: Changes) -> None:
            if shiboken6.isValid(scherm):
                scherm.on_changes(changes)

        verteld.append(tasks.changed.connect(tell))
        scherm.refresh()
        rust()

    yield show
    for verbinding in verteld:
        tasks.changed.disconnect(verbinding)


@pytest.fixture
def open_dossier(omgeving: Omgeving, huishouden_id: UUID, toon_scherm: Toonscherm) -> Open:
    """Open the dossier anew, as the window does each time."""

    def show() -> DossierScreen:
        scherm = DossierScreen(omgeving, huishouden_id)
        toon_scherm(scherm)
        return scherm

    return show
