"""From a double click to an open session and back to locked, with the keys alone, on real stores and real servers."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kernnetwerk_app import versie
from kernnetwerk_app.begin import Begin
from kernnetwerk_app.store import key_place, keyfile, vault
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.errors import GeheugenTekort
from kernnetwerk_app.store.throttle import DELAYS, Throttle
from kernnetwerk_app.teksten import load
from tests.factories import LICHT, WACHTZIN, make_store
from tests.ui.laptop import DODE_LIJN, Laptop, Stadhuis
from tests.ui.laptop import ander as ander
from tests.ui.laptop import laptop as laptop
from tests.ui.laptop import stadhuis as stadhuis
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, wis, zie

ENTER = Qt.Key.Key_Return
ONJUIST = load("kluis")("wachtzin.onjuist")
START = load("start")


@pytest.fixture
def eigen(laptop: Laptop) -> Laptop:
    """A laptop that was coupled before; its server is gone."""
    laptop.richt_in()
    return laptop


def text_of(laptop: Laptop, naam: str) -> str:
    widget = zie(laptop.venster, naam)
    assert isinstance(widget, QLabel | QLineEdit)
    return widget.text()


def koppel(laptop: Laptop, adres: str, code: str, wachtzin: str = "") -> None:
    """Fill in what the panel asks, with Tab from field to field, and Enter."""
    for naam, tekst in (("adres", adres), ("code", code), ("nieuwe_wachtzin", wachtzin)):
        if tekst:
            tab_naar(naam)
            wis()
            typ(tekst)
    toets(ENTER)
    laptop.rust()


def notices(laptop: Laptop) -> str:
    return " ".join(label.text() for label in laptop.venster.findChildren(QLabel) if label.isVisible())


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


# -- unlocking --------------------------------------------------------------------------------------------------------


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
    assert load("kluis")("wachtzin.mislukte_pogingen", aantal=3) in notices(eigen)


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
    assert load("kluis")("sleutelbestand.uit_kopie") in notices(eigen)


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


def test_forgotten_passphrase_is_answered_in_the_same_place(eigen: Laptop) -> None:
    eigen.begin()
    tab_naar("vergeten")
    toets(Qt.Key.Key_Space)
    assert eigen.paneel.error() == START("ontgrendelen.vergeten_zin")


# -- one program, one folder ------------------------------------------------------------------------------------------


def test_second_start_says_so_and_the_first_window_comes_forward(laptop: Laptop, ander: Laptop) -> None:
    laptop.begin()
    ander.settings = laptop.settings
    gewenkt: list[bool] = []
    een_tegelijk = laptop.app._een_tegelijk
    assert een_tegelijk is not None
    een_tegelijk.gewenkt.connect(lambda: gewenkt.append(True))
    ander.begin()
    ander.tot(lambda: ander.waar == "kan_niet")
    assert ander.paneel.uitleg.text() == load("kluis")("store.al_gestart")
    assert in_focus().objectName() == "sluit"
    laptop.tot(lambda: bool(gewenkt))
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


# -- coupling ---------------------------------------------------------------------------------------------------------


def naar_koppelen(laptop: Laptop) -> None:
    laptop.begin()
    tab_naar("koppelen")
    toets(ENTER)
    laptop.rust()
    assert laptop.waar == "koppelen_paneel"


def test_coupling_waits_for_the_beheerder_and_then_opens(laptop: Laptop, stadhuis: Stadhuis) -> None:
    """Code, five proposed words, the fingerprint to read aloud; a restart in between goes on where it was."""
    stadhuis.open_deuren()
    naar_koppelen(laptop)
    wachtzin = text_of(laptop, "nieuwe_wachtzin")
    assert len(wachtzin.split()) == 5
    koppel(laptop, stadhuis.adres, stadhuis.code())
    assert laptop.waar == "wachten"
    vingerafdruk = text_of(laptop, "vingerafdruk")
    assert [apparaat.vingerafdruk for apparaat in stadhuis.beheer.devices()] == [vingerafdruk]
    assert text_of(laptop, "stand") == START("wachten.nog_niet")
    laptop.opnieuw()
    laptop.ontgrendel(wachtzin)
    assert (laptop.waar, text_of(laptop, "vingerafdruk")) == ("wachten", vingerafdruk)
    stadhuis.beheer.approve(vingerafdruk)
    toets(ENTER)
    laptop.tot(laptop.is_open)
    assert laptop.sessie.plek.medewerker.naam == "Sanne Modelman"


def test_without_a_line_what_was_typed_stays_and_the_sentence_says_what_now(laptop: Laptop, stadhuis: Stadhuis) -> None:
    code = stadhuis.code()
    naar_koppelen(laptop)
    koppel(laptop, DODE_LIJN, code, "mijn eigen lange wachtzin")
    assert laptop.waar == "koppelen_paneel"
    assert laptop.paneel.error() == START("koppelen.lijn")
    assert (text_of(laptop, "adres"), text_of(laptop, "code")) == (DODE_LIJN, code)
    stadhuis.open_deuren()
    koppel(laptop, stadhuis.adres, "")
    assert laptop.waar == "wachten"


def test_a_request_that_never_arrived_is_sent_after_a_restart(laptop: Laptop, stadhuis: Stadhuis) -> None:
    naar_koppelen(laptop)
    koppel(laptop, DODE_LIJN, stadhuis.code(), "mijn eigen lange wachtzin")
    laptop.opnieuw()
    laptop.ontgrendel("mijn eigen lange wachtzin")
    assert laptop.waar == "wachten"
    assert text_of(laptop, "stand") == START("wachten.lijn")
    tab_naar("wijzig")
    toets(ENTER)
    laptop.rust()
    assert text_of(laptop, "adres") == DODE_LIJN
    assert not laptop.venster.findChild(QLineEdit, "nieuwe_wachtzin").isVisible()  # type: ignore[union-attr]
    stadhuis.open_deuren()
    koppel(laptop, stadhuis.adres, "")
    assert laptop.waar == "wachten"
    assert len(stadhuis.beheer.devices()) == 1


@pytest.mark.parametrize(
    ("adres", "code", "wachtzin", "veld", "fout"),
    [
        ("http://gemeente.example", "", "", "adres", "sync.onveilig_adres"),
        ("geen adres", "", "", "adres", "koppelen.adres_onbruikbaar"),
        ("https://[", "", "", "adres", "koppelen.adres_onbruikbaar"),
        ("", "AB12-CD34", "", "code", "inschrijving.code_onvolledig"),
        ("", "", "te kort", "nieuwe_wachtzin", "wachtzin.te_kort"),
        ("https://voorbeeldland.example", "", "voorbeeldland 2027!", "nieuwe_wachtzin", "wachtzin.voorspelbaar"),
    ],
)
def test_what_cannot_be_right_is_told_at_its_field_before_anything_is_made(
    laptop: Laptop, adres: str, code: str, wachtzin: str, veld: str, fout: str
) -> None:
    naar_koppelen(laptop)
    koppel(laptop, adres or DODE_LIJN, code or "0123-4567-89AB-CDEF", wachtzin)
    zin = load("kluis")(fout) if fout.startswith("wachtzin") else load("fouten")(fout)
    assert laptop.paneel.error() == zin
    assert in_focus().objectName() == veld
    assert not key_place.is_taken(laptop.settings.werk_map)


def test_a_wrong_code_is_told_at_the_code_and_a_good_one_goes_on(laptop: Laptop, stadhuis: Stadhuis) -> None:
    stadhuis.open_deuren()
    naar_koppelen(laptop)
    koppel(laptop, stadhuis.adres, "0123-4567-89AB-CDEF")
    assert laptop.paneel.error() == load("fouten")("inschrijving.code_onjuist")
    assert in_focus().objectName() == "code"
    koppel(laptop, "", stadhuis.code())
    assert laptop.waar == "wachten"


def test_a_store_is_refused_in_a_folder_that_a_cloud_copies(laptop: Laptop, ander: Laptop, tmp_path: Path) -> None:
    ander.settings = ander.settings._replace(map=tmp_path / "OneDrive - Gemeente" / "kernnetwerk")
    naar_koppelen(ander)
    koppel(ander, DODE_LIJN, "0123-4567-89AB-CDEF")
    assert ander.paneel.error() == load("kluis")("map.gesynchroniseerd")
    assert not key_place.is_taken(ander.settings.werk_map)


def test_a_crash_between_vault_and_store_locks_nobody_out(laptop: Laptop) -> None:
    """What a cut-off first start leaves is a folder beside the real one, in which nobody ever worked."""
    halverwege = laptop.settings.map / "werk.nieuw"
    vault.create(halverwege, "een wachtzin die niemand meer weet", LICHT).close()
    naar_koppelen(laptop)
    koppel(laptop, DODE_LIJN, "0123-4567-89AB-CDEF", "mijn eigen lange wachtzin")
    assert not halverwege.exists()
    with CaseStore(
        laptop.settings.werk_map, vault.unlock(laptop.settings.werk_map, "mijn eigen lange wachtzin"), laptop.klok
    ).read():
        pass


def test_going_back_from_a_dead_line_waits_for_nothing(laptop: Laptop, stadhuis: Stadhuis) -> None:
    """The server's door is shut but somebody stands behind it: the address takes connections and never answers."""
    naar_koppelen(laptop)
    for naam, tekst in (
        ("adres", stadhuis.adres),
        ("code", stadhuis.code()),
        ("nieuwe_wachtzin", "mijn eigen lange wachtzin"),
    ):
        tab_naar(naam)
        wis()
        typ(tekst)
    toets(ENTER)
    laptop.tot(lambda: zie(laptop.venster, "terug").isEnabled())
    tab_naar("terug")
    toets(ENTER)
    laptop.rust()
    assert laptop.waar == "ontgrendelen"


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
