"""Which lines of *Onze afspraken* hang on the refrigerator door, and never a paper of another reader in sight."""

from dataclasses import replace
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.bezorging import Stuksoort
from kernnetwerk_app.services import bezorglijst, stukken
from kernnetwerk_app.store.queries import BestaatNiet
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check
from tests.services.opzet import Dossier
from tests.services.stukken_opzet import vul
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.test_bezorgen import Printer, papier, staat_op
from tests.ui.test_papier import printer as printer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, woorden, zie


@pytest.mark.eis("PLAN-09")
def test_with_the_resident_one_chooses_which_lines_hang_on_the_refrigerator(
    dossier: Dossier, omgeving: Omgeving, theme: Theme, toon_scherm: Toonscherm, rust: Rust, printer: Printer
) -> None:
    """With the keyboard; what stays off stays off where it waits, and nowhere else."""
    vul(dossier)
    scherm = papier(dossier, Stuksoort.AFSPRAKEN, omgeving, toon_scherm, rust)
    assert "In het plan staan alle" not in staat_op(scherm)
    tab_naar("koelkast")
    toets(Qt.Key.Key_Space)
    rust()
    assert "Wie langskomt, leest mee." in woorden(scherm)
    assert (in_focus().accessibleName(), scherm._paper.isVisible()) == ("Laat het papier zien", False)
    keuze = {een.accessibleName(): een for een in scherm.findChildren(Check) if een.objectName().startswith("koelkast")}
    assert all(een.isChecked() for een in keuze.values())
    assert [*keuze][-1] == "De dienstregeling halen", "a small step is a line too"
    for woord in ("Helpen bij de post.", "De dienstregeling halen"):
        tab_naar(keuze[woord].objectName())
        toets(Qt.Key.Key_Space)
    assert bezwaren_op_elke_maat(scherm, theme) == []
    rust()
    tab_naar("koelkast")
    toets(Qt.Key.Key_Return)
    rust()
    assert scherm._paper.isVisible()
    for woord in ("Helpen bij de post.", "Lotte Bakker", "De dienstregeling halen", "Kleine stappen"):
        assert woord not in staat_op(scherm), woord
    assert "In het plan staan alle afspraken." in staat_op(scherm)
    tab_naar("nog_te_bezorgen")
    toets(Qt.Key.Key_Return)
    rust()
    druk(scherm, "klaarzet_bewaar")
    rust()
    with dossier.plek.store.read() as lezer:
        (regel,) = bezorglijst.te_bezorgen(lezer)
    later = PapierScreen(omgeving, stukken.papier(dossier.plek, regel.stuk), dossier.huishouden_id)
    toon_scherm(later)
    rust()
    assert "Helpen bij de post." not in staat_op(later)
    assert "Helpen bij de post." in staat_op(papier(dossier, Stuksoort.AFSPRAKEN, omgeving, toon_scherm, rust))
    assert "koelkast" not in woorden(papier(dossier, Stuksoort.GIDS, omgeving, toon_scherm, rust))


def test_of_a_reader_who_may_not_have_it_no_paper_is_in_sight_and_nothing_to_leave_off(
    dossier: Dossier,
    omgeving: Omgeving,
    toon_scherm: Toonscherm,
    rust: Rust,
    printer: Printer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not of the reader before either, also when the paper cannot be made."""
    vul(dossier)
    scherm = papier(dossier, Stuksoort.AFSPRAKEN, omgeving, toon_scherm, rust)
    druk(scherm, "koelkast")
    made = scherm._made
    assert made is not None
    scherm._show_made(replace(made, pdf=b"", lezer=None))
    assert (scherm._fridge.is_open, zie(scherm, "koelkast").isEnabled()) == (False, False)
    scherm._show_made(made)
    assert not scherm._paper.isHidden()
    monkeypatch.setattr("kernnetwerk_app.services.papier.load", Mock(side_effect=BestaatNiet))
    scherm._change_reader("iemand anders")
    rust()
    assert scherm._paper.isHidden()
