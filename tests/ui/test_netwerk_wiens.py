"""Where more than one adult lives, each has a map of the network of their own."""

from PySide6.QtWidgets import QApplication, QComboBox

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.relatie import Kring
from kernnetwerk_app.services import mensen
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.widgets.netwerkkaart import PersoonKnop
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.test_mensen import vul_in
from tests.ui.test_netwerk import beeld, zet
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, kies, zie


def test_each_adult_has_a_map_of_their_own_and_somebody_new_stands_on_the_one_in_sight(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, qapp: QApplication
) -> None:
    hier = dossier.huishouden_id
    zet(dossier, "Zus Truus")
    mensen.leg_vast(dossier.plek, Inwoner, hier, {"voornamen": "Bert", "achternaam": "Voorbeeld"})
    scherm = NetwerkScreen(omgeving, hier)
    toon_scherm(scherm)
    rust()
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
    assert zie(scherm, "wiens_kaart").width() < scherm.width() // 2, "as wide as its words, not as the page"
    kies("wiens_kaart", "Bert Voorbeeld")
    rust()
    who = zie(scherm, "wiens_kaart")
    assert isinstance(who, QComboBox)
    omgeving.theme.apply(qapp, 2.0)
    rust()
    namen = [who.itemText(nummer) for nummer in range(who.count())]
    assert who.width() > max(map(who.fontMetrics().horizontalAdvance, namen)) + omgeving.theme.px(16) + 20, "cut off"
    omgeving.theme.apply(qapp)
    druk(scherm, "zet_iemand_neer")
    rust()
    vul_in("ander", "De psychiater")
    druk(scherm, "netwerkpersoon_bewaar")
    rust()
    (relatie,) = (r for r in beeld(dossier.plek, hier).mensen.relaties if r.ander_naam == "De psychiater")
    assert zie(scherm, f"persoon_{relatie.id}").isVisible()
    assert [op.naam for op in beeld(dossier.plek, hier).kaart] == ["Zus Truus"]


def test_nobody_stands_on_the_name_of_a_ring(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    for plaats, naam in ((5, "Karin Voorbeeld"), (6, "Zus Truus"), (7, "Buurman Klaas")):
        zet(dossier, naam, kring=Kring.DICHTBIJ, plaats=plaats)
    scherm = NetwerkScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    kaart = scherm._map
    mensen = [knop.geometry() for knop in kaart.findChildren(PersoonKnop)]
    assert len(mensen) == 3
    for woord, vak in kaart._ring_words():
        assert not any(vak.toRect().intersects(waar) for waar in mensen), woord
