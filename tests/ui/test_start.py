"""From a double click to an open session and back to locked, with the keys alone, on real stores and real servers."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app import oefenserver, versie
from kernnetwerk_app.store import key_place, vault
from kernnetwerk_app.teksten import load
from tests.factories import WACHTZIN, make_store
from tests.ui.laptop import GEDULD_MS, Laptop
from tests.ui.laptop import ander as ander
from tests.ui.laptop import eigen as eigen
from tests.ui.laptop import laptop as laptop
from tests.ui.toetsen import in_focus, toets, zie

ENTER = Qt.Key.Key_Return
START = load("start")


# -- practising -------------------------------------------------------------------------------------------------------


def test_practising_opens_with_one_key_and_locks_and_opens_again(laptop: Laptop) -> None:
    """The whole way, with the practice municipality's own server as a process."""
    laptop.begin()
    assert in_focus().objectName() == "oefenen"
    toets(ENTER)
    wachtzin = zie(laptop.venster, "wachtzin")
    assert isinstance(wachtzin, QLineEdit)
    assert wachtzin.text() == START("oefenen.wachtzin")
    assert wachtzin.echoMode() is QLineEdit.EchoMode.Normal  # shown, not dots
    toets(ENTER)
    laptop.tot(laptop.is_open)
    laptop.tot(lambda: laptop.venster.findChild(QWidget, "bezoek_1") is not None)
    toets(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    laptop.tot(lambda: not laptop.is_open())
    assert laptop.waar == "ontgrendelen"
    laptop.rust()
    toets(ENTER)
    laptop.tot(laptop.is_open)


def test_practice_store_opens_without_its_server(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first time needs the server: afterwards practising goes on without sending."""
    make_store(laptop.settings.oefen_map).close()
    vault.change_passphrase(laptop.settings.oefen_map, WACHTZIN, START("oefenen.wachtzin"))
    laptop.settings.oefenserver_map.parent.mkdir(exist_ok=True)
    laptop.settings.oefenserver_map.write_text("a file where its folder should be", encoding="utf-8")
    laptop.begin()
    toets(ENTER)
    laptop.tot(laptop.is_open)


def test_first_practice_without_a_server_is_told_and_leaves_nothing(laptop: Laptop) -> None:
    laptop.settings.map.mkdir()
    laptop.settings.oefenserver_map.write_text("a file where its folder should be", encoding="utf-8")
    laptop.begin()
    toets(ENTER)
    toets(ENTER)
    laptop.rust()
    assert laptop.paneel.error() == load("fouten")("oefenen.server_start_niet")
    assert not key_place.is_taken(laptop.settings.oefen_map)


def test_practising_without_the_servers_extra_says_what_to_install(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(oefenserver, "find_spec", lambda _: None)  # as after `pip install kernnetwerk[app]`
    laptop.begin()
    toets(ENTER)
    toets(ENTER)
    laptop.rust()
    assert laptop.paneel.error() == load("fouten")("oefenen.server_ontbreekt")
    assert not key_place.is_taken(laptop.settings.oefen_map)


# -- one program, one folder ------------------------------------------------------------------------------------------


def test_second_start_says_so_and_the_first_window_comes_forward(
    laptop: Laptop, ander: Laptop, qtbot: QtBot, qapp: QApplication
) -> None:
    laptop.begin()
    ander.settings = laptop.settings
    eerste = laptop.venster.windowHandle()
    with qtbot.waitSignal(qapp.focusWindowChanged, check_params_cb=lambda w: w is eerste, timeout=GEDULD_MS):
        ander.begin()
        ander.tot(lambda: ander.waar == "kan_niet")
        assert ander.paneel.uitleg.text() == load("kluis")("store.al_gestart")
        # Asked of its own window: the first one may be in front already.
        assert ander.venster.focusWidget().objectName() == "sluit"
    laptop.sluit()
    ander.opnieuw()
    assert ander.waar == "beginnen"


def test_a_folder_in_which_nothing_can_be_kept_is_told_at_once(laptop: Laptop) -> None:
    laptop.settings.map.write_text("a file where the folder should be", encoding="utf-8")
    laptop.begin()
    laptop.tot(lambda: laptop.waar == "kan_niet")
    assert laptop.paneel.uitleg.text() == load("kluis")("map.onschrijfbaar")


def test_two_programs_with_their_own_folders_work_side_by_side(eigen: Laptop, ander: Laptop) -> None:
    make_store(ander.settings.werk_map, device_no=2).close()
    eigen.begin()
    eigen.ontgrendel(WACHTZIN)
    eigen.tot(eigen.is_open)
    ander.begin()
    ander.ontgrendel(WACHTZIN)
    ander.tot(ander.is_open)
    ander.venster.activateWindow()
    toets(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    ander.tot(lambda: not ander.is_open())
    assert eigen.is_open()  # the key was the other window's


def test_version_is_the_one_of_the_package() -> None:
    project = (Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{versie.VERSIE}"' in project or "kernnetwerk_app/versie.py" in project


def test_folder_can_be_removed_after_closing(eigen: Laptop) -> None:
    """Nothing keeps a file open: on Windows that would keep an update from being installed."""
    eigen.begin()
    eigen.ontgrendel(WACHTZIN)
    eigen.tot(eigen.is_open)
    eigen.sluit()
    shutil.rmtree(eigen.settings.map)
    assert not eigen.settings.map.exists()
