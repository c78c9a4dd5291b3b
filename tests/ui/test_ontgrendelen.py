"""Opening the encrypted store: the right words, wrong ones, and everything that can be the matter with its files."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit
from sqlalchemy import text
from sqlmodel import Session

from kernnetwerk_app.begin import Begin
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.store import key_place, keyfile, vault
from kernnetwerk_app.store.errors import GeheugenTekort
from kernnetwerk_app.store.throttle import DELAYS, Throttle
from kernnetwerk_app.teksten import load
from tests.factories import LICHT, WACHTZIN, nieuwe_melding, reopen
from tests.ui.laptop import Laptop, text_of
from tests.ui.laptop import eigen as eigen
from tests.ui.laptop import laptop as laptop
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, zie

ENTER = Qt.Key.Key_Return
ONJUIST = load("kluis")("wachtzin.onjuist")
START = load("start")


def notices(laptop: Laptop) -> str:
    return " ".join(label.text() for label in laptop.venster.findChildren(QLabel) if label.isVisible())


def test_good_passphrase_opens_and_leaves_no_trace_in_the_field(eigen: Laptop) -> None:
    eigen.begin()
    assert in_focus().objectName() == "wachtzin"
    typ(WACHTZIN)
    toets(ENTER)
    eigen.tot(eigen.is_open)
    assert eigen.app.start.isHidden()
    assert zie_verborgen(eigen, "wachtzin").text() == ""


def zie_verborgen(laptop: Laptop, naam: str) -> QLineEdit:
    veld = laptop.app.start.findChild(QLineEdit, naam)
    assert veld is not None
    return veld


def test_wrong_passphrase_says_so_at_the_field_and_keeps_what_was_typed(eigen: Laptop) -> None:
    eigen.begin()
    eigen.ontgrendel("niet de goede wachtzin")
    assert eigen.paneel.error() == ONJUIST
    assert text_of(eigen, "wachtzin") == "niet de goede wachtzin"
    assert in_focus().objectName() == "wachtzin"


def test_after_three_wrong_ones_the_seconds_count_down_and_then_one_may_try_again(eigen: Laptop) -> None:
    nu = [0.0]
    eigen.begin()
    begin: Begin = eigen.app._begin
    begin._throttles[eigen.settings.werk_map] = Throttle(eigen.settings.werk_map, monotonic=lambda: nu[0])
    for _ in range(3):
        eigen.ontgrendel("weer niet de goede wachtzin")
    te_vaak = load("kluis")("wachtzin.te_vaak", seconden=DELAYS[3])
    assert eigen.paneel.error() == te_vaak
    toets(ENTER)  # nothing happens: it may not be tried yet
    assert not eigen.app.tasks.busy
    nu[0] += DELAYS[3] - 1
    eigen.tot(lambda: eigen.paneel.error() == load("kluis")("wachtzin.te_vaak", seconden=1))
    nu[0] += 1
    eigen.tot(lambda: eigen.paneel.error() == "")
    eigen.ontgrendel(WACHTZIN)
    eigen.tot(eigen.is_open)
    eigen.tot(lambda: load("kluis")("wachtzin.mislukte_pogingen", aantal=3) in notices(eigen))


def test_the_wait_survives_a_restart(eigen: Laptop) -> None:
    eigen.begin()
    for _ in range(3):
        eigen.ontgrendel("weer niet de goede wachtzin")
    eigen.opnieuw()
    assert "Wacht nog" in eigen.paneel.error()
    assert not zie(eigen.venster, "ontgrendel").isEnabled()


def test_a_key_file_from_its_copy_opens_and_is_told(eigen: Laptop) -> None:
    (eigen.settings.werk_map / keyfile.NAAM).write_bytes(b"{}")
    eigen.begin()
    eigen.ontgrendel(WACHTZIN)
    eigen.tot(eigen.is_open)
    eigen.tot(lambda: load("kluis")("sleutelbestand.uit_kopie") in notices(eigen))


def test_a_broken_audit_chain_is_told_in_dutch_and_the_work_goes_on(eigen: Laptop) -> None:
    store = reopen(eigen.settings.werk_map)
    with Session(store._writer) as session:
        session.execute(text("UPDATE audit SET user_id = NULL WHERE seq = 3"))
        session.commit()
    store.close()
    eigen.begin()
    eigen.ontgrendel(WACHTZIN)
    eigen.tot(eigen.is_open)
    eigen.tot(lambda: load("kluis")("audit.gebroken") in notices(eigen))
    tab_naar("gelezen")  # it stands there until a person says to have read it
    toets(ENTER)
    assert load("kluis")("audit.gebroken") not in notices(eigen)
    plek = eigen.sessie.plek
    nieuwe_melding(plek)
    with plek.store.read() as lezer:
        assert len(lezer.find(Huishouden)) == 2


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [(None, "ontbreekt"), (b"", "beschadigd"), (b"geen json", "beschadigd"), (b'{"format": 99}', "nieuwer")],
)
def test_a_lost_or_damaged_key_file_is_never_called_a_wrong_passphrase(
    eigen: Laptop, inhoud: bytes | None, code: str
) -> None:
    """And never offers to begin anew over the dossiers that are still there."""
    for naam in (keyfile.NAAM, keyfile.KOPIE):
        pad = eigen.settings.werk_map / naam
        pad.unlink()
        if inhoud is not None:
            pad.write_bytes(inhoud)
    eigen.begin()
    assert eigen.waar == "ontgrendelen"
    eigen.ontgrendel(WACHTZIN)
    assert eigen.paneel.error() == load("kluis")(f"sleutelbestand.{code}")


def test_too_little_memory_is_never_called_a_wrong_passphrase(eigen: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    def out_of_memory(*_: object) -> bytearray:
        raise GeheugenTekort

    monkeypatch.setattr(vault, "_stretch", out_of_memory)
    eigen.begin()
    eigen.ontgrendel(WACHTZIN)
    assert eigen.paneel.error() == load("kluis")("geheugen.te_weinig")
    assert Throttle(eigen.settings.werk_map).failed == 0


def test_a_damaged_store_is_told_and_left_as_it_is(eigen: Laptop) -> None:
    pad = eigen.settings.werk_map / key_place.STORE
    kapot = pad.read_bytes()[:5000]
    pad.write_bytes(kapot)
    eigen.begin()
    eigen.ontgrendel(WACHTZIN)
    assert "uw dossiers" in eigen.paneel.error()
    assert pad.read_bytes() == kapot


@pytest.mark.parametrize(
    ("gekozen", "geplakt"),
    [
        ("café aan de kade 't hoekje", "cafe\u0301 aan de kade 't hoekje"),  # composed, and as a Mac gives it
        ("👩‍👩‍👧 samen aan tafel 🍎", "👩‍👩‍👧 samen aan tafel 🍎"),
        ("w" * 250 + "oorden", "w" * 250 + "oorden"),
        ("8204615937204618", "8204615937204618"),
        ("  spaties voor en na  ", "  spaties voor en na  "),
        ("uit een wachtwoordkluis", "uit een wachtwoordkluis\n"),
    ],
)
def test_any_passphrase_can_be_pasted(laptop: Laptop, gekozen: str, geplakt: str) -> None:
    laptop.richt_in()
    vault.change_passphrase(laptop.settings.werk_map, WACHTZIN, gekozen)
    laptop.begin()
    QGuiApplication.clipboard().setText(geplakt)
    toets(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    toets(ENTER)
    laptop.tot(lambda: not laptop.app.tasks.busy or laptop.is_open())
    assert laptop.is_open(), laptop.paneel.error()


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (None, "store.ontbreekt"),
        (b"", "store.beschadigd"),
        (b"SQLite format 3\x00" + bytes(8176), "store.leesbaar"),
        (b"iets van een ander programma" + bytes(8164), "store.andere_sleutel"),
    ],
)
def test_what_is_wrong_with_the_store_has_its_own_sentence(eigen: Laptop, inhoud: bytes | None, code: str) -> None:
    pad = eigen.settings.werk_map / key_place.STORE
    pad.unlink()
    if inhoud is not None:
        pad.write_bytes(inhoud)
    eigen.begin()
    eigen.ontgrendel(WACHTZIN)
    assert eigen.paneel.error() == load("kluis")(code)
    assert (pad.read_bytes() if pad.exists() else None) == inhoud


def test_a_key_file_of_another_store_opens_nothing(eigen: Laptop, tmp_path: Path) -> None:
    vault.create(tmp_path / "elders", WACHTZIN, LICHT).close()
    for naam in (keyfile.NAAM, keyfile.KOPIE):
        shutil.copy(tmp_path / "elders" / naam, eigen.settings.werk_map / naam)
    eigen.begin()
    eigen.ontgrendel(WACHTZIN)
    assert eigen.paneel.error() == load("kluis")("store.andere_sleutel")


def test_a_folder_with_any_name_will_do(laptop: Laptop, tmp_path: Path) -> None:
    laptop.settings = laptop.settings._replace(map=tmp_path / "mijn #1 map, 100% é & zo")
    laptop.richt_in()
    laptop.begin()
    laptop.ontgrendel(WACHTZIN)
    laptop.tot(laptop.is_open)


def test_forgotten_passphrase_is_answered_in_the_same_place(eigen: Laptop) -> None:
    eigen.begin()
    tab_naar("vergeten")
    toets(Qt.Key.Key_Space)
    assert eigen.paneel.error() == START("ontgrendelen.vergeten_zin")
