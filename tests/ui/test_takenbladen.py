"""In the plan, by keyboard: a volunteer's own tasks, a yes at the table, and the paper that goes with them (NET-21)."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.services import plan
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.rechten import RechtenScreen
from tests.services.opzet import Dossier, gelezen
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_papier import printer as printer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, woorden


@pytest.mark.eis("NET-21")
def test_the_resident_reads_what_goes_out_says_yes_with_one_tap_and_the_paper_is_there(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer,
    printer: tuple[Path, list[QPrinter]],
) -> None:  # fmt: skip
    doel_id = dossier.doel()
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    assert "Een blad voor de vrijwilliger" not in woorden(scherm), "there is no volunteer"
    plan.add_afspraak(dossier.plek, doel_id, "Karin Proef rijdt mee.", Wie.VRIJWILLIGER, "Karin Proef", "op dinsdag")
    plan.add_afspraak(dossier.plek, doel_id, "Een vrijwilliger leest voor.", Wie.VRIJWILLIGER)
    scherm.refresh()
    rust()
    rust()
    staat = woorden(scherm)
    assert "Karin Proef rijdt mee, op dinsdag\nNog geen ja van mevrouw Voorbeeld-Jansen." in staat
    assert "Bij “Een vrijwilliger leest voor.” staat nog geen naam." in staat
    druk(scherm, "takenblad1")
    rust()
    rust()
    assert "Er is een ja van mevrouw Voorbeeld-Jansen, sinds" in woorden(scherm)
    assert bezwaren_op_elke_maat(scherm, scherm.theme) == []
    druk(scherm, "takenblad1")
    naam, laad, *_ = wegwijzer.gegaan[-1]
    assert naam == "papier"
    assert "Karin Proef rijdt mee." in gelezen(laad())
    blad = PapierScreen(omgeving, laad, dossier.huishouden_id)
    toon_scherm(blad)
    rust()
    assert "Voor wie is dit?" in woorden(blad)
    druk(blad, "afdrukken")
    rust()
    toon_scherm(scherm)
    scherm.refresh()
    rust()
    rust()
    assert "Gegeven op di 20 april." in woorden(scherm)
    rechten = RechtenScreen(omgeving, dossier.huishouden_id)
    toon_scherm(rechten)
    assert "takenblad gegeven op di 20 april" in woorden(rechten)
    assert "De eigen taken van de vrijwilliger, met Karin Proef" in woorden(rechten)
