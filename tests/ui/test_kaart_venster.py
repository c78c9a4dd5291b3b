"""The sociale kaart in the real window: from the rail to the paper of a wegwijzer, without any dossier."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlmodel import Session, select

from kernnetwerk_app.store.audit import AuditRow
from kernnetwerk_app.ui.screens.papier import PapierScreen
from tests.kaart_opzet import vul_kaart
from tests.ui.laptop import Laptop, venster_van
from tests.ui.laptop import huishouden_id as huishouden_id
from tests.ui.laptop import laptop as laptop
from tests.ui.laptop import open_laptop as open_laptop
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ


def gebeurtenissen(laptop: Laptop) -> list[str]:
    with Session(laptop.sessie.plek.store._reader) as sessie:
        return [rij.naam for rij in sessie.exec(select(AuditRow))]


@pytest.mark.eis("SOC-15")
def test_from_the_rail_to_the_paper_of_a_wegwijzer_no_dossier_is_opened(open_laptop: Laptop) -> None:
    venster = venster_van(open_laptop)
    open_laptop.app.tasks.write(open_laptop.sessie, lambda: vul_kaart(open_laptop.sessie.plek))
    open_laptop.rust()
    venster.rail.button("socialekaart").click()
    open_laptop.rust()
    assert venster.current_key() == "socialekaart"
    assert in_focus().objectName() == "zoek"
    typ("samen eten")
    tab_naar("treffer_0")
    toets(Qt.Key.Key_Return)
    QApplication.processEvents()
    druk(venster, "zet_erop")
    druk(venster, "print")
    open_laptop.rust()
    assert isinstance(venster.scherm(), PapierScreen)
    druk(venster, "terug")
    open_laptop.rust()
    assert venster.current_key() == "socialekaart"
    assert not [naam for naam in gebeurtenissen(open_laptop) if naam.startswith("dossier")]


def test_every_way_of_the_kaart_opens_its_page_under_its_item_of_the_rail(open_laptop: Laptop) -> None:
    venster = venster_van(open_laptop)
    for naam, ga, op_rail in (
        ("socialekaart", lambda: venster.socialekaart("een praatje"), "socialekaart"),
        ("voorziening", lambda: venster.voorziening(), "socialekaart"),
        ("mijn_kern", venster.mijn_kern, "mijn_kern"),
        ("socialekaart", venster.socialekaart, "socialekaart"),
    ):
        ga()
        open_laptop.rust()
        assert venster.current_key() == naam
        assert venster.rail.button(op_rail).isChecked()
    zoek = in_focus()
    assert zoek.objectName() == "zoek"
    assert zoek.text() == "een praatje"  # type: ignore[attr-defined]
