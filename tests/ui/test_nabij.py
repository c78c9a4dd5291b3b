"""A curator of whom nobody knows whether it is somebody at home, from the paper to the map of the network and back."""

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.bijzonderheid import Aard, Bijzonderheid
from kernnetwerk_app.services import mensen, stukken
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.theme import Theme
from tests.services.opzet import Dossier
from tests.services.rechten_opzet import anna, erbij
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.test_bezorgen import staat_op
from tests.ui.test_mensen import vul_in
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, kies, woorden, zie

CORRIE = "Corrie Curator"


def test_the_sentence_says_what_to_write_on_the_map_and_then_the_curator_gets_the_paper(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, theme: Theme
) -> None:
    erbij(dossier, voornamen="Kees", achternaam="Proef")
    curatele = {"inwoner_id": anna(dossier).id, "aard": Aard.CURATELE, "naam": CORRIE, "bron": "uitspraak"}
    mensen.leg_vast(dossier.plek, Bijzonderheid, dossier.huishouden_id, curatele)
    stuk = Stuk(Stuksoort.WIE_KEEK, dossier.huishouden_id, anna(dossier).id)

    def open_voor_corrie() -> PapierScreen:
        scherm = PapierScreen(omgeving, stukken.papier(dossier.plek, stuk), dossier.huishouden_id)
        toon_scherm(scherm)
        rust()
        kies("voor_wie", f"{CORRIE}, curator")
        rust()
        return scherm

    papier = open_voor_corrie()
    assert "een ouder of een partner. Misschien is de curator dat zelf." in woorden(papier)
    assert "Schrijf precies dezelfde naam op, met Curator en met formele zorg." in woorden(papier)
    assert [zie(papier, naam).isEnabled() for naam in ("afdrukken", "nog_te_bezorgen")] == [False, False]
    assert not papier._paper.isVisible()
    assert bezwaren_op_elke_maat(papier, theme) == []
    kaart = NetwerkScreen(omgeving, dossier.huishouden_id)
    toon_scherm(kaart)
    druk(kaart, "zet_iemand_neer")
    vul_in("ander", CORRIE)
    vul_in("relatie", "Curator")
    kies("hulpsoort", "formele zorg")
    druk(kaart, "netwerkpersoon_bewaar")
    rust()
    papier = open_voor_corrie()
    assert "Misschien is de curator" not in woorden(papier)
    assert f"Aan {CORRIE}, curator" in staat_op(papier)
