"""Who does the onderzoek, what is needed now and later, and what matters: typed on the page, and read there again."""

import pytest
from PySide6.QtWidgets import QTextEdit

from kernnetwerk_app.services import onderzoek
from kernnetwerk_app.ui.screens.onderzoek import OnderzoekScreen
from tests.factories import SANNE
from tests.services.opzet import Dossier
from tests.services.test_onderzoek import beeld
from tests.ui.schermen import Rust
from tests.ui.test_mensen import vul_in
from tests.ui.test_onderzoek import scherm as scherm
from tests.ui.toetsen import druk, kies, kruis_aan, woorden, zie

NU_EN_LATER = {
    "nu": "Hulp bij de was.",
    "verandert": "De ogen gaan achteruit.",
    "blijft_passen": "Dicht bij huis.",
}


@pytest.mark.eis("OND-12", "OND-13", "OND-19")
def test_i_write_down_who_does_it_later_and_what_matters(scherm: OnderzoekScreen, dossier: Dossier, rust: Rust) -> None:
    onderzoek.schrijf(dossier.plek, beeld(dossier), {"deskundigen": "Mia Proef"})
    scherm.refresh()
    rust()
    druk(scherm, "feit_uitvoering")
    vul_in("deskundigen", "Mia Proef, ergotherapeut")  # as it was typed before there was a list of them
    druk(scherm, "uitvoering_bewaar")
    rust()
    assert f"{SANNE.naam}. Kijkt mee: Mia Proef, ergotherapeut" in woorden(scherm)
    druk(scherm, "feit_later")
    rust()
    assert "Wat u hier schrijft, komt in het verslag en in een ondersteuningsplan." in woorden(scherm)
    for veld, gezegd in NU_EN_LATER.items():
        vul_in(veld, gezegd)
    kies("levenslang", "ja")
    druk(scherm, "later_bewaar")
    rust()
    een = beeld(dossier).onderzoek
    assert (een.nu, een.verandert, een.blijft_passen) == tuple(NU_EN_LATER.values())
    assert " · ".join((*NU_EN_LATER.values(), "Levenslange, levensbrede en chronische hulpvraag")) in woorden(scherm)
    druk(scherm, "feit_later")
    rust()
    staat = [zie(scherm, veld) for veld in NU_EN_LATER]
    opnieuw = [veld.toPlainText() for veld in staat if isinstance(veld, QTextEdit)]
    assert opnieuw == list(NU_EN_LATER.values()), "all three are there to go on with"
    druk(scherm, "feit_belangrijk")
    rust()
    kruis_aan(scherm, "telt_zelf_doen")
    druk(scherm, "belangrijk_bewaar")
    rust()
    assert beeld(dossier).onderzoek.belangrijk == "zelf_doen"
