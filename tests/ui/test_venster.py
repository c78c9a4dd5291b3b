"""The window of a session: where one goes, what it tells of the line, and nothing of a resident outlives a lock."""

import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.verzending import Stand
from kernnetwerk_app.sessie import Rust
from kernnetwerk_app.store.errors import StoreGesloten, StoreVol
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.sync_controller import Lijn
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.venster import Venster
from tests.factories import VRAAG, reopen
from tests.ui.laptop import Laptop, alle_woorden, venster_van
from tests.ui.laptop import ander as ander
from tests.ui.laptop import huishouden_id as huishouden_id
from tests.ui.laptop import laptop as laptop
from tests.ui.laptop import open_laptop as open_laptop
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, zie

GETYPT = "Ik durf de trap niet meer af"
CTRL = Qt.KeyboardModifier.ControlModifier


def typ_in_gesprek(laptop: Laptop, huishouden_id: UUID) -> None:
    """Open the gesprek and begin an answer, without leaving the field."""
    venster_van(laptop).gesprek(huishouden_id)
    laptop.rust()
    tab_naar("vraag.al_geprobeerd")
    typ(GETYPT)


# -- going somewhere --------------------------------------------------------------------------------------------------


def test_leaving_a_page_keeps_what_was_typed_and_throws_the_page_away(open_laptop: Laptop, huishouden_id: UUID) -> None:
    typ_in_gesprek(open_laptop, huishouden_id)
    venster_van(open_laptop).vandaag()
    open_laptop.rust()
    assert venster_van(open_laptop).current_key() == "vandaag"
    assert [page.objectName() for page in venster_van(open_laptop).pages()] == ["vandaag"]
    with open_laptop.sessie.plek.store.read() as lezer:
        assert [a.waarde for a in lezer.find(Antwoord, sleutel="vraag.al_geprobeerd")] == [GETYPT]


def test_what_is_written_elsewhere_shows_on_the_page_that_is_open(open_laptop: Laptop, huishouden_id: UUID) -> None:
    plek = open_laptop.sessie.plek
    venster_van(open_laptop).dossiers()
    open_laptop.rust()

    def move() -> object:
        with plek.store.write() as werk:
            werk.change(werk.get(Huishouden, huishouden_id), kern="Proefdijk")
            return werk.commit("test.verhuizing")

    open_laptop.app.tasks.write(open_laptop.sessie, move)
    open_laptop.rust()
    assert "Proefdijk" in zie(open_laptop.venster, f"dossier_{huishouden_id}").accessibleName()


def test_ctrl_k_and_a_word_list_the_dossiers_where_it_stands(open_laptop: Laptop, huishouden_id: UUID) -> None:
    toets(Qt.Key.Key_K, CTRL)
    typ("schoon")
    toets(Qt.Key.Key_Return)
    open_laptop.rust()
    rij = f"dossier_{huishouden_id}"
    assert zie(open_laptop.venster, rij).isVisible()
    toets(Qt.Key.Key_K, CTRL)
    typ("nergenstevinden")
    toets(Qt.Key.Key_Return)
    open_laptop.rust()
    assert load("dossiers")("niets") in alle_woorden()
    venster_van(open_laptop).rail.button("dossiers").click()
    open_laptop.rust()
    assert zie(open_laptop.venster, rij).isVisible()  # the rail shows all of them again


def test_the_place_of_today_stands_above(open_laptop: Laptop) -> None:
    assert venster_van(open_laptop).top.place.text() == open_laptop.sessie.plek.profiel.kernen[0].naam


def test_f12_covers_and_any_key_uncovers(open_laptop: Laptop) -> None:
    toets(Qt.Key.Key_F12)
    assert venster_van(open_laptop).is_covered()
    toets(Qt.Key.Key_Space)
    assert not venster_van(open_laptop).is_covered()


def test_every_way_opens_a_page(open_laptop: Laptop, huishouden_id: UUID) -> None:
    venster = venster_van(open_laptop)
    for naam, ga in (
        ("dossiers", venster.dossiers),
        ("inloop", venster.inloop),
        ("melding", venster.melding),
        ("agenda", venster.agenda),
        ("dossier", lambda: venster.dossier(huishouden_id)),
        ("gegevens", lambda: venster.gegevens(huishouden_id)),
        ("mensen", lambda: venster.mensen(huishouden_id)),
        ("termijn", lambda: venster.termijn(huishouden_id)),
        ("gesprek", lambda: venster.gesprek(huishouden_id)),
        ("plan", lambda: venster.plan(huishouden_id)),
        ("signalen", venster.signalen),
        ("signaal", venster.signaal),
        ("bezorgdheid", venster.bezorgdheid),
        ("melding_vooraf", lambda: venster.melding(NieuweMelding("De post blijft liggen."))),
        ("vandaag", venster.vandaag),
    ):
        ga()
        open_laptop.rust()
        assert venster.current_key() == naam
        assert venster.scherm() is not None


def test_the_window_is_usable_at_every_size_of_text(open_laptop: Laptop, theme: Theme) -> None:
    assert bezwaren_op_elke_maat(open_laptop.venster, theme) == []


# -- the line ---------------------------------------------------------------------------------------------------------


STANDEN = [
    (Lijn.GOED, Lijn.GOED, 0, 0, "Alles verstuurd"),
    (Lijn.GOED, Lijn.GOED, 1, 0, "1 wijziging wacht"),
    (Lijn.GOED, Lijn.GOED, 7, 0, "7 wijzigingen wachten"),
    (Lijn.BEZIG, Lijn.ONBEKEND, 0, 0, "Bezig met versturen"),
    (Lijn.BEZIG, Lijn.GOED, 0, 0, "Alles verstuurd"),  # looking whether there is something new is no news
    (Lijn.BEZIG, Lijn.GOED, 1, 0, "Bezig, nog 1 wijziging"),
    (Lijn.BEZIG, Lijn.GOED, 3, 0, "Bezig, nog 3 wijzigingen"),
    (Lijn.WEG, Lijn.WEG, 3, 0, "Geen verbinding sinds 08.10, u kunt doorwerken"),
    (Lijn.BEZIG, Lijn.WEG, 3, 0, "Geen verbinding sinds 08.10, u kunt doorwerken"),
    (Lijn.GEWEIGERD, Lijn.GEWEIGERD, 0, 0, "Versturen lukt niet, lees de melding"),
    (Lijn.OPSLAG, Lijn.OPSLAG, 3, 0, "Versturen wacht op deze laptop, lees de melding"),
    (Lijn.GOED, Lijn.GOED, 0, 1, "1 wijziging niet aangenomen"),
    (Lijn.GOED, Lijn.GOED, 0, 2, "2 wijzigingen niet aangenomen"),
]


def test_the_chip_says_how_the_line_stands(open_laptop: Laptop) -> None:
    sync, chip = open_laptop.sessie.sync, venster_van(open_laptop).top.sync
    gezegd = []
    for lijn, uitkomst, wachtend, vast, _ in STANDEN:
        sync.lijn, sync.uitkomst = lijn, uitkomst
        sync.weg_sinds = open_laptop.klok.lokaal() - timedelta(minutes=50)
        sync.stand = Stand(wachtend=wachtend, dossiers=1, vast=vast, conflicten=0, laatst=None)
        sync.changed.emit()
        gezegd.append((chip.text(), chip.accessibleName()))
    assert gezegd == [(tekst, tekst) for *_, tekst in STANDEN]


def test_a_press_on_the_chip_sends_now_and_the_chip_says_so(open_laptop: Laptop) -> None:
    """Also after a line that was away, whose tries are no news."""
    sync, chip = open_laptop.sessie.sync, venster_van(open_laptop).top.sync
    weg = chip.text()
    toets(Qt.Key.Key_K, CTRL)
    tab_naar("versturen")
    toets(Qt.Key.Key_Return)
    assert (sync.lijn, chip.text()) == (Lijn.BEZIG, "Bezig met versturen")
    open_laptop.tot(lambda: sync.lijn is Lijn.WEG)
    open_laptop.rust()
    assert chip.text() == weg
    assert "Geen verbinding sinds" in weg
    sync.now()
    assert (sync.lijn, chip.text()) == (Lijn.BEZIG, weg)  # nobody asked for this one


def test_a_full_disk_in_an_exchange_is_told_calmly_and_not_as_a_refusal(open_laptop: Laptop) -> None:
    verteld: list[str] = []
    open_laptop.sessie.meldingen.shown.connect(verteld.append)
    open_laptop.sessie.sync._failed(StoreVol())
    assert verteld == [load("venster")("sync.opslag_zin", waarom=load("kluis")("store.vol"))]
    assert venster_van(open_laptop).top.sync.text() == "Versturen wacht op deze laptop, lees de melding"


# -- locking ----------------------------------------------------------------------------------------------------------


def test_locking_keeps_what_was_typed_and_leaves_no_word_of_it_on_screen_or_in_memory(
    open_laptop: Laptop, huishouden_id: UUID
) -> None:
    """No page survives: not its widgets, not its models, not the clipboard."""
    venster_van(open_laptop).dossier(huishouden_id)
    open_laptop.rust()
    typ_in_gesprek(open_laptop, huishouden_id)
    toets(Qt.Key.Key_A, CTRL)
    toets(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == GETYPT
    store = open_laptop.sessie.plek.store
    open_laptop.vergrendel()
    woorden = alle_woorden()
    for woord in (GETYPT, VRAAG, "Anna", "Voorbeeld-Jansen", "Modelweg"):
        assert woord not in woorden
    assert [w for w in QApplication.allWidgets() if isinstance(w, Venster)] == []
    assert QApplication.instance().findChildren(QStandardItemModel) == []  # type: ignore[union-attr]
    assert QGuiApplication.clipboard().text() == ""
    with pytest.raises(StoreGesloten), store.read():
        pass
    with reopen(open_laptop.settings.werk_map).read() as lezer:
        (antwoord,) = lezer.find(Antwoord, sleutel="vraag.al_geprobeerd")
        assert antwoord.waarde == GETYPT  # sealed: only then it shows


def test_the_keys_are_wiped_when_it_locks(open_laptop: Laptop) -> None:
    kluis = open_laptop.sessie.plek.store._vault
    sleutels = (kluis.db_key, kluis.audit_key)
    open_laptop.vergrendel()
    assert [any(sleutel) for sleutel in sleutels] == [False, False]


def test_closing_the_window_locks_it_and_its_place_stays(open_laptop: Laptop) -> None:
    open_laptop.venster.setGeometry(10, 20, 1200, 700)
    open_laptop.venster.close()
    open_laptop.tot(lambda: not open_laptop.is_open())
    assert open_laptop.app.start.isVisible()
    assert open_laptop.app.start.width() == 1200
    assert in_focus().objectName() == "wachtzin"


@pytest.fixture
def stille_server() -> Iterator[str]:
    """An address that takes every connection and never says a word."""
    luisteraar = socket.create_server(("127.0.0.1", 0))
    verbindingen: list[socket.socket] = []

    def accept() -> None:
        while True:
            try:
                verbindingen.append(luisteraar.accept()[0])
            except OSError:
                return

    threading.Thread(target=accept, daemon=True).start()
    yield f"http://127.0.0.1:{luisteraar.getsockname()[1]}"
    luisteraar.shutdown(socket.SHUT_RDWR)
    luisteraar.close()
    for verbinding in verbindingen:
        verbinding.close()


def test_locking_does_not_wait_for_a_line_that_says_nothing(laptop: Laptop, stille_server: str) -> None:
    """The exchange would wait 45 seconds for a byte. After unlocking, the next exchange does not stand behind it."""
    laptop.richt_in(stille_server)
    laptop.begin()
    laptop.ontgrendel()
    laptop.tot(laptop.is_open)
    laptop.venster.activateWindow()
    assert laptop.sessie.sync.lijn is Lijn.BEZIG
    laptop.vergrendel()
    laptop.ontgrendel()
    laptop.tot(laptop.is_open)
    assert not laptop.sessie.onbewaard


def test_an_error_in_sending_is_told_once_and_not_with_every_try(open_laptop: Laptop) -> None:
    verteld: list[str] = []
    open_laptop.sessie.meldingen.shown.connect(verteld.append)
    sync = open_laptop.sessie.sync
    for _ in range(3):
        sync._failed(StoreGesloten())
    assert len(verteld) == 1


# -- what should not happen -------------------------------------------------------------------------------------------


def test_an_incident_is_told_calmly_with_its_number(open_laptop: Laptop, laptop: Laptop) -> None:
    open_laptop.app.show_incident("BCDFGHJK")
    assert "Uw werk is opgeslagen" in alle_woorden()
    assert "BCDFGHJK" in alle_woorden()


# -- being away -------------------------------------------------------------------------------------------------------


class Uren:
    """Two clocks: one that goes on while the laptop sleeps, and one that does not."""

    def __init__(self) -> None:
        self.wall = self.monotonic = 0.0

    def wacht(self, seconden: float) -> None:
        self.wall += seconden
        self.monotonic += seconden


@pytest.fixture
def uren() -> Uren:
    return Uren()


@pytest.fixture
def voorbij(qtbot: QtBot, uren: Uren) -> Iterator[tuple[QWidget, Rust, list[bool]]]:
    """A window that may be left alone for five minutes."""
    venster = QWidget()
    qtbot.addWidget(venster)
    with qtbot.waitExposed(venster):
        venster.show()
    rust = Rust(venster, 300, lambda: uren.wall, lambda: uren.monotonic)
    keren: list[bool] = []
    rust.voorbij.connect(lambda: keren.append(True))
    rust.start()
    yield venster, rust, keren
    rust.stop()


def test_nobody_there_for_five_minutes_locks(voorbij: tuple[QWidget, Rust, list[bool]], uren: Uren) -> None:
    _, rust, keren = voorbij
    uren.wacht(299)
    assert not rust.look()
    uren.wacht(1)
    assert rust.look()
    assert keren == [True]


def test_a_key_in_this_window_counts_and_one_in_another_does_not(
    voorbij: tuple[QWidget, Rust, list[bool]], uren: Uren, qtbot: QtBot
) -> None:
    venster, rust, _ = voorbij
    ander = QWidget()
    qtbot.addWidget(ander)
    with qtbot.waitExposed(ander):
        ander.show()
    uren.wacht(200)
    QTest.keyClick(venster.windowHandle(), Qt.Key.Key_A)
    uren.wacht(200)
    assert not rust.look()
    QTest.keyClick(ander.windowHandle(), Qt.Key.Key_A)
    uren.wacht(150)
    assert rust.look()


def test_a_laptop_that_slept_locks_at_the_first_key_and_that_key_goes_nowhere(
    voorbij: tuple[QWidget, Rust, list[bool]], uren: Uren
) -> None:
    venster, _, keren = voorbij
    uren.wall += 3600  # the monotonic clock stands still in sleep
    gehoord: list[bool] = []
    venster.keyPressEvent = lambda _: gehoord.append(True)  # type: ignore[method-assign]
    QTest.keyClick(venster.windowHandle(), Qt.Key.Key_A)
    assert keren
    assert gehoord == []


def test_the_steps_of_a_question_are_pages_of_the_dossier(open_laptop: Laptop, huishouden_id: UUID) -> None:
    """Opening the dossier is noted once, before the first of them shows."""
    venster = venster_van(open_laptop)
    for stap in ("eerste_vraagverheldering", "triage", "overdracht"):
        getattr(venster, stap)(huishouden_id)
        open_laptop.rust()
        assert venster.current_key() == stap
        assert [page.objectName() for page in venster.pages() if page.isVisible()] == [stap]
