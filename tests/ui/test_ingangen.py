"""Many ways in lead to one step, and they are those of the municipality (TRI-21)."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox

from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from tests.services.eerste import Begin, begin
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import tab_naar, typ, zie


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


@pytest.mark.eis("EVV-20")
@pytest.mark.eis("TRI-21")
@pytest.mark.parametrize(
    ("gemeente", "getypt", "wordt"),
    [
        ("dalfsen", "Samen Doen-loket", "samen_doen"),
        ("krimpenerwaard", "Loket Samenleving & Zorg", "Loket Samenleving & Zorg"),
        ("bmwe", "Klantcontactcentrum", "kcc"),
        ("bmwe", "De kapper", "De kapper"),
    ],
)
def test_wherever_the_question_was_asked_it_is_the_same_step(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, gemeente: str, getypt: str, wordt: str
) -> None:
    daar = replace(omgeving, plek=replace(omgeving.plek, profiel=load_profiel(gemeente)))
    scherm = EersteVraagverhelderingScreen(daar, hier.huishouden_id)
    toon_scherm(scherm)
    rust()
    tab_naar("plek")
    keuzes = zie(scherm, "plek")
    assert isinstance(keuzes, QComboBox)
    vooraf = [keuzes.itemText(nummer) for nummer in range(keuzes.count())]
    assert (getypt in vooraf) == (getypt != "De kapper")
    assert ("Infopunt" in vooraf) == (gemeente == "dalfsen"), "the ways in are those of this municipality"
    typ(getypt)
    tab_naar("deel_bestaan")
    rust()
    assert hier.beeld().eerste.plek == wordt
