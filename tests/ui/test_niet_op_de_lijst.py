"""A choice that is stored and in no list of today: a form shows it and takes it away only when somebody does."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.melding import Kanaal
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


def test_a_choice_that_the_municipality_dropped_stays_until_i_choose_another(
    scherm: NetwerkScreen, dossier: Dossier, rust: Rust
) -> None:
    """A newer profile on another laptop wrote it, or an older one here."""
    oud = {
        "hulpsoort": "oude_hulp",
        "vertrouwensrechten": "oud_recht leest_mee",
        "vertrouwen_datum": dossier.plek.vandaag - timedelta(days=9),
    }
    karin = zet(dossier, "Karin", **oud)
    scherm.refresh()
    rust()

    def staat() -> dict[str, Any]:
        (op,) = beeld(dossier.plek, dossier.huishouden_id).kaart
        return {veld: getattr(op.relatie, veld) for veld in oud}

    druk(scherm, f"persoon_{karin.id}")
    rust()
    assert _keuzes(scherm, "hulpsoort")[-1] == "Oude hulp"
    vul_in("doet_nu", "Doet de was.")
    druk(scherm, "netwerkpersoon_bewaar")
    rust()
    assert beeld(dossier.plek, dossier.huishouden_id).kaart[0].relatie.doet == "Doet de was."
    assert staat() == oud, "nor is it agreed anew today"

    druk(scherm, f"persoon_{karin.id}")
    rust()
    kies("hulpsoort", "mantelzorg")
    assert "Oude hulp" not in _keuzes(scherm, "hulpsoort")
    druk(scherm, "netwerk_meer")
    vakje = zie(scherm, "recht_oud_recht")
    assert isinstance(vakje, QAbstractButton)
    assert (vakje.text(), vakje.isChecked()) == ("Oud recht", True)
    kruis_aan(scherm, "recht_oud_recht")
    druk(scherm, "netwerkpersoon_bewaar")
    rust()
    assert staat() == {
        "hulpsoort": "mantelzorg",
        "vertrouwensrechten": "leest_mee",
        "vertrouwen_datum": dossier.plek.vandaag,
    }

    tab_naar("zet_iemand_neer")
    toets(Qt.Key.Key_Return)
    rust()
    assert "Oude hulp" not in _keuzes(scherm, "hulpsoort"), "for somebody new it is no choice"


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
