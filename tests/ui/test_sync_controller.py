"""The rhythm of sending: at once when asked, later after a failure, not at all after a lock."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.services import contact, samenvoeging
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.errors import StoreBezet, StoreError, StoreVol
from kernnetwerk_app.sync.errors import GeenVerbinding, HulpNodig, NietToegelaten
from kernnetwerk_app.sync.runner import Runner, Verslag
from kernnetwerk_app.ui.sync_controller import RUST_SECONDEN, WACHT_SECONDEN, Lijn, SyncController
from kernnetwerk_app.ui.tasks import Tasks
from tests.factories import JORIS, make_werkplek, nieuwe_melding
from tests.ui.schermen import Rust, Wegwijzer
from tests.uitwisseling import breng_over

GOED = Verslag(rondes=1, afgebroken=0, verstuurd=0, ontvangen=0)


class Lijnstuk(Runner):
    """A runner whose exchanges end as the test says, in order; the last one goes on."""

    def __init__(self, *uitkomsten: KernnetwerkError | None) -> None:
        self._uitkomsten = list(uitkomsten)
        self.keren = 0

    def run(self) -> Verslag:
        self.keren += 1
        fout = self._uitkomsten.pop(0) if len(self._uitkomsten) > 1 else self._uitkomsten[0]
        if fout is not None:
            raise fout
        return GOED


Maak = Callable[..., SyncController]


@pytest.fixture
def maak(plek: Werkplek, tasks: Tasks, rust: Rust) -> Iterator[Maak]:
    gemaakt: list[SyncController] = []

    def make(lijn: Lijnstuk) -> SyncController:
        sync = SyncController(plek, tasks, lambda: lijn)
        gemaakt.append(sync)
        return sync

    yield make
    for sync in gemaakt:
        sync.stop()
    rust()


def seconden_tot_de_volgende(sync: SyncController) -> float:
    """What the clock was set to, whatever this machine made of it since."""
    return sync._timer.interval() / 1000 if sync._timer.isActive() else 0.0


def test_an_exchange_that_went_well_is_followed_by_one_a_minute_later(maak: Maak, rust: Rust) -> None:
    sync = maak(Lijnstuk(None))
    sync.start()
    assert sync.lijn is Lijn.BEZIG
    rust()
    assert (sync.lijn, sync.uitkomst, sync.laatste) == (Lijn.GOED, Lijn.GOED, GOED)
    assert seconden_tot_de_volgende(sync) == RUST_SECONDEN


def test_what_came_for_a_dossier_that_was_joined_goes_along_after_the_exchange(
    maak: Maak, rust: Rust, plek: Werkplek, tmp_path: Path
) -> None:
    joris = make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS)
    huizen = [nieuwe_melding(plek).huishouden_id for _ in range(2)]
    breng_over(plek, joris)
    with plek.store.read() as lezer:
        een, ander = (hoofdpersoon(lezer, huis).id for huis in huizen)
    samen, _ = samenvoeging.voeg_samen(plek, een, ander)
    contact.schrijf_bij(joris, max(huizen), "Onderweg geschreven.")

    class Brengt(Lijnstuk):
        def run(self) -> Verslag:
            breng_over(joris, plek)
            return super().run()

    maak(Brengt(None)).start()
    rust()
    with plek.store.read() as lezer:
        assert "Onderweg geschreven." in {c.verslag for c in lezer.find(Contact, huishouden_id=samen)}
    joris.store.close()


def test_the_numbers_are_there_before_the_line_says_anything(maak: Maak, plek: Werkplek, rust: Rust) -> None:
    nieuwe_melding(plek)
    sync = maak(Lijnstuk(GeenVerbinding()))
    sync.refresh()
    rust()
    assert sync.stand is not None
    assert (sync.stand.wachtend, sync.stand.dossiers) == (2, 1)


def test_without_a_line_it_waits_longer_each_time_and_nobody_is_told(maak: Maak, rust: Rust, plek: Werkplek) -> None:
    sync = maak(Lijnstuk(GeenVerbinding()))
    verteld: list[object] = []
    sync.failed.connect(verteld.append)
    for wacht in (*WACHT_SECONDEN, WACHT_SECONDEN[-1]):
        sync.now()
        rust()
        assert wacht <= seconden_tot_de_volgende(sync) <= wacht * 1.3
    assert (sync.uitkomst, sync.weg_sinds) == (Lijn.WEG, plek.klok.lokaal())
    assert verteld == []


def test_the_line_that_comes_back_starts_the_rhythm_anew(maak: Maak, rust: Rust) -> None:
    sync = maak(Lijnstuk(GeenVerbinding(), GeenVerbinding(), None))
    for _ in range(3):
        sync.now()
        rust()
    assert (sync.uitkomst, sync.weg_sinds) == (Lijn.GOED, None)


def test_a_refusal_is_told_once_until_it_is_another_or_was_over(maak: Maak, rust: Rust) -> None:
    toegelaten, hulp = NietToegelaten(), HulpNodig()
    sync = maak(Lijnstuk(toegelaten, toegelaten, hulp, None, hulp))
    verteld: list[object] = []
    sync.failed.connect(verteld.append)
    for _ in range(5):
        sync.now()
        rust()
    assert verteld == [toegelaten, hulp, hulp]
    assert sync.uitkomst is Lijn.GEWEIGERD


@pytest.mark.parametrize("fout", [StoreVol, StoreBezet])
def test_a_laptop_that_cannot_store_is_no_refusal_of_the_server(maak: Maak, rust: Rust, fout: type[StoreError]) -> None:
    sync = maak(Lijnstuk(fout(), None))
    verteld: list[object] = []
    sync.failed.connect(verteld.append)
    sync.now()
    rust()
    assert (sync.uitkomst, sync.weg_sinds) == (Lijn.OPSLAG, None)
    assert [type(wat) for wat in verteld] == [fout]
    assert 0 < seconden_tot_de_volgende(sync) <= WACHT_SECONDEN[0] * 1.3
    sync.now()
    rust()
    assert sync.uitkomst is Lijn.GOED


def test_asking_during_an_exchange_gives_one_more_right_after_it(maak: Maak, rust: Rust, qtbot: QtBot) -> None:
    lijn = Lijnstuk(None)
    sync = maak(lijn)
    for _ in range(3):
        sync.now()
    qtbot.waitUntil(lambda: lijn.keren == 2)
    rust()
    assert lijn.keren == 2


def test_after_a_lock_nothing_is_sent_any_more(maak: Maak, rust: Rust) -> None:
    lijn = Lijnstuk(None)
    sync = maak(lijn)
    sync.start()
    sync.stop()
    rust()
    sync.now()
    rust()
    assert lijn.keren == 1
    assert not sync._timer.isActive()


def test_errors_of_the_line_reach_no_other_screen(maak: Maak, rust: Rust, wegwijzer: Wegwijzer) -> None:
    """The window tells them; a screen that asked for nothing gets nothing."""
    sync = maak(Lijnstuk(NietToegelaten()))
    sync.start()
    rust()
    assert wegwijzer.fouten == []
