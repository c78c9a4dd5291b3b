"""A choice that is stored and in no list of today: a form shows it and takes it away only when somebody does."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.melding import Kanaal
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.ui.forms.signaal_form import SignaalForm
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.test_mensen import vul_in
from tests.ui.test_netwerk import beeld, zet
from tests.ui.toetsen import druk, kies, kruis_aan, tab_naar, toets, zie


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> NetwerkScreen:
    scherm = NetwerkScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def _keuzes(scherm: NetwerkScreen, naam: str) -> list[str]:
    box = zie(scherm, naam)
    assert isinstance(box, QComboBox)
    return [box.itemText(nummer) for nummer in range(box.count())]


@pytest.fixture
def oud(dossier: Dossier) -> dict[str, Any]:
    """What stands at Karin: keys that a newer profile on another laptop wrote, or an older one here."""
    dag = dossier.plek.vandaag - timedelta(days=9)
    velden = {"hulpsoort": "oude_hulp", "vertrouwensrechten": "oud_recht leest_mee", "vertrouwen_datum": dag}
    zet(dossier, "Karin", **velden)
    return velden


def karin(dossier: Dossier) -> Relatie:
    (op,) = beeld(dossier.plek, dossier.huishouden_id).kaart
    return op.relatie


def open_karin(scherm: NetwerkScreen, dossier: Dossier, rust: Rust) -> None:
    scherm.refresh()
    rust()
    druk(scherm, f"persoon_{karin(dossier).id}")
    rust()


def test_a_choice_that_the_municipality_dropped_stays_when_i_write_something_else(
    scherm: NetwerkScreen, dossier: Dossier, rust: Rust, oud: dict[str, Any]
) -> None:
    open_karin(scherm, dossier, rust)
    assert _keuzes(scherm, "hulpsoort")[-1] == "Oude hulp"
    vul_in("doet_nu", "Doet de was.")
    druk(scherm, "netwerkpersoon_bewaar")
    rust()
    na = karin(dossier)
    assert na.doet == "Doet de was."
    assert {veld: getattr(na, veld) for veld in oud} == oud, "nor is it agreed anew today"


@pytest.mark.usefixtures("oud")
def test_it_goes_when_i_choose_another_and_is_no_choice_for_somebody_new(
    scherm: NetwerkScreen, dossier: Dossier, rust: Rust
) -> None:
    open_karin(scherm, dossier, rust)
    kies("hulpsoort", "mantelzorg")
    assert "Oude hulp" not in _keuzes(scherm, "hulpsoort")
    druk(scherm, "netwerk_meer")
    vakje = zie(scherm, "recht_oud_recht")
    assert isinstance(vakje, QAbstractButton)
    assert (vakje.text(), vakje.isChecked()) == ("Oud recht", True)
    kruis_aan(scherm, "recht_oud_recht")
    druk(scherm, "netwerkpersoon_bewaar")
    rust()
    na = karin(dossier)
    assert (na.hulpsoort, na.vertrouwensrechten) == ("mantelzorg", "leest_mee")
    assert na.vertrouwen_datum == dossier.plek.vandaag
    zet(dossier, "Ria", hulpsoort="oude_hulp")
    scherm.refresh()
    rust()
    tab_naar("zet_iemand_neer")
    toets(Qt.Key.Key_Return)
    rust()
    assert "Oude hulp" not in _keuzes(scherm, "hulpsoort")


def test_a_next_step_keeps_whose_it_is_also_when_who_can_be_chosen_is_read_later(
    omgeving: Omgeving, qtbot: QtBot
) -> None:
    """A colleague who is not on this laptop, or works elsewhere by now."""
    plek, ooit = omgeving.plek, omgeving.plek.new_id()
    signaal = Signaal(
        id=plek.new_id(),
        datum=plek.vandaag,
        anoniem=True,
        kanaal=Kanaal.TELEFOON,
        door_id=plek.medewerker.id,
        gezien="Er brandt licht.",
        stap_wie_id=ooit,
        leefgebieden="wonen oud_gebied",
    )
    form = SignaalForm(omgeving.theme, plek.profiel, lambda: plek.vandaag, bestaand=True)
    qtbot.addWidget(form)
    form.show_signaal(signaal)
    form.set_owners([plek.medewerker])
    gelezen = form.read()
    assert gelezen is not None
    assert gelezen["stap_wie_id"] == ooit
    assert str(ooit) not in form.owner_words()
    assert "oud_gebied" in gelezen["leefgebieden"].split()
