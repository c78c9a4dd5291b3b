"""Coupling a laptop to a municipality: address, code and passphrase, with the keys alone, on a real server."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kernnetwerk_app.store import key_place, vault
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.teksten import load
from tests.factories import LICHT
from tests.ui.laptop import DODE_LIJN, Laptop, Stadhuis, text_of
from tests.ui.laptop import ander as ander
from tests.ui.laptop import laptop as laptop
from tests.ui.laptop import stadhuis as stadhuis
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, wis, zie

ENTER = Qt.Key.Key_Return
START = load("start")


def koppel(laptop: Laptop, adres: str, code: str, wachtzin: str = "") -> None:
    """Fill in what the panel asks, with Tab from field to field, and Enter."""
    for naam, tekst in (("adres", adres), ("code", code), ("nieuwe_wachtzin", wachtzin)):
        if tekst:
            tab_naar(naam)
            wis()
            typ(tekst)
    toets(ENTER)
    laptop.rust()


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
