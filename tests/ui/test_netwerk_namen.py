"""Who is who on the map: one name may be two people, and one person may stand near two."""

from PySide6.QtWidgets import QComboBox

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.services import mensen
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.test_mensen import vul_in
from tests.ui.test_netwerk import beeld, zet
from tests.ui.toetsen import druk, zie


def test_somebody_with_two_relations_stands_on_the_map_once_and_the_resident_never(dossier: Dossier) -> None:
    with dossier.plek.store.read() as lezer:
        anna = lezer.find(Inwoner, huishouden_id=dossier.huishouden_id)[0]
    zet(dossier, "Karin")
    velden = {"voornamen": "Mia", "achternaam": "Voorbeeld"}
    mensen.leg_vast(dossier.plek, Inwoner, dossier.huishouden_id, velden)
    with dossier.plek.store.read() as lezer:
        mia = next(m for m in lezer.find(Inwoner, huishouden_id=dossier.huishouden_id) if m.id != anna.id)
    ook = {"inwoner_id": mia.id, "ander_naam": " karin "}
    mensen.leg_vast(dossier.plek, Relatie, dossier.huishouden_id, ook)
    terug = {"inwoner_id": mia.id, "ander_id": anna.id}
    mensen.leg_vast(dossier.plek, Relatie, dossier.huishouden_id, terug)
    mensen.leg_vast(dossier.plek, Relatie, dossier.huishouden_id, {"inwoner_id": anna.id, "ander_id": mia.id})
    assert sorted(op.naam for op in beeld(dossier.plek, dossier.huishouden_id).kaart) == ["Karin", "Mia Voorbeeld"]


def test_two_people_of_one_name_around_the_resident_are_both_in_sight(dossier: Dossier) -> None:
    """No second one falls away because they are called the same, with what they do and could do."""
    zet(dossier, "Jan", doet="De tuin.")
    zet(dossier, "Jan", doet="De kliko.")
    kaart = beeld(dossier.plek, dossier.huishouden_id).kaart
    assert sorted(op.relatie.doet or "" for op in kaart) == ["De kliko.", "De tuin."]


def test_of_two_people_here_with_one_name_i_choose_whom_i_mean(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    for geboren in ("1950-02-01", "1981-07-09"):
        velden = {"voornamen": "Jan", "achternaam": "Proef", "geboortedatum": geboren}
        mensen.leg_vast(dossier.plek, Inwoner, dossier.huishouden_id, velden)
    scherm = NetwerkScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "zet_iemand_neer")
    rust()
    vul_in("ander", "Jan Proef (9 juli 1981)")
    druk(scherm, "netwerkpersoon_bewaar")
    rust()
    (op,) = beeld(dossier.plek, dossier.huishouden_id).kaart
    with dossier.plek.store.read() as lezer:
        (jongste,) = lezer.find(Inwoner, geboortedatum="1981-07-09")
    assert op.relatie.ander_id == jongste.id
    druk(scherm, f"persoon_{op.relatie.id}")
    rust()
    assert "Jan Proef (9 juli 1981)" in [box.currentText() for box in scherm.findChildren(QComboBox, "ander")]


def test_who_stands_near_a_child_of_the_house_is_read_with_whose_they_are(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    mia = {"voornamen": "Mia", "achternaam": "Voorbeeld", "geboortedatum": "2018-05-01"}
    mensen.leg_vast(dossier.plek, Inwoner, dossier.huishouden_id, mia)
    with dossier.plek.store.read() as lezer:
        (kind,) = lezer.find(Inwoner, voornamen="Mia")
    vader = {"inwoner_id": kind.id, "ander_naam": "Bram Proef", "relatie": "ouder"}
    mensen.leg_vast(dossier.plek, Relatie, dossier.huishouden_id, vader)
    scherm = NetwerkScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    (op,) = beeld(dossier.plek, dossier.huishouden_id).kaart
    assert "ouder van Mia" in zie(scherm, f"persoon_{op.relatie.id}").accessibleName()
