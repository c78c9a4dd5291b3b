"""The inloop in the window of a real laptop: from the start screen, covered with one key, locked half way a word."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.melding import Melding
from tests.services.test_spreekuur import plan_inloop
from tests.ui.laptop import Laptop, alle_woorden, text_of, venster_van
from tests.ui.laptop import huishouden_id as huishouden_id
from tests.ui.laptop import laptop as laptop
from tests.ui.laptop import open_laptop as open_laptop
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, zie

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def _druk(laptop: Laptop, naam: str) -> None:
    tab_naar(naam)
    toets(ENTER)
    laptop.rust()


@pytest.mark.eis("RES-14")
@pytest.mark.eis("EVV-01")
def test_i_start_the_inloop_of_nine_and_nobody_reads_along(open_laptop: Laptop) -> None:
    laptop, venster = open_laptop, venster_van(open_laptop)
    plan_inloop(laptop.sessie.plek)
    venster.vandaag()
    laptop.rust()
    assert zie(venster, "naar_inloop").property("text") == "Start de inloop van 09.00"
    _druk(laptop, "naar_inloop")
    assert venster.current_key() == "inloop"
    _druk(laptop, "verder")
    assert venster.top.place.text() == "Kulturhus De Linde, Voorbeelderveen"
    typ("Ik wil dat u mij belt.")
    toets(Qt.Key.Key_M, CTRL)
    typ("Wilhelmina")
    toets(ENTER)
    laptop.rust()
    assert "Wilhelmina" not in alle_woorden()
    typ("De volgende vra")
    toets(Qt.Key.Key_F12)
    assert venster.is_covered()
    toets(Qt.Key.Key_Space)
    assert in_focus().objectName() == "vraag"

    laptop.vergrendel()
    assert "De volgende" not in alle_woorden()
    laptop.ontgrendel()
    laptop.rust()
    laptop.venster.activateWindow()
    assert zie(laptop.venster, "naar_inloop").property("text") == "Ga verder met de inloop"
    _druk(laptop, "naar_inloop")
    typ("ag")
    toets(ENTER)
    laptop.rust()
    with laptop.sessie.plek.store.read() as lezer:
        gevraagd = [contact.vraag for contact in lezer.find(Inloopcontact)]
    assert gevraagd == ["Ik wil dat u mij belt.", "De volgende vraag"]


def test_a_melding_from_the_inloop_leaves_the_one_that_was_half_typed_alone(
    open_laptop: Laptop, huishouden_id: UUID
) -> None:
    laptop, venster = open_laptop, venster_van(open_laptop)
    venster.melding()
    laptop.rust()
    typ("Een andere vraag")
    venster.rail.button("inloop").click()
    laptop.rust()
    _druk(laptop, "verder")
    typ("Het huis wordt me te veel.")
    toets(ENTER)
    laptop.rust()
    _druk(laptop, "maak_melding")
    assert venster.rail.button("melding").isChecked()
    toets(Qt.Key.Key_F1)
    assert "Met de melding beginnen de zes weken" in alle_woorden()
    toets(Qt.Key.Key_F1)
    assert text_of(laptop, "achternaam") == ""
    tab_naar("achternaam")
    typ("Voorbeeld")
    _druk(laptop, "neem_aan")
    assert venster.current_key() == "dossier"
    with laptop.sessie.plek.store.read() as lezer:
        nieuw = [melding for melding in lezer.find(Melding) if melding.huishouden_id != huishouden_id]
        (contact,) = lezer.find(Inloopcontact)
    assert [melding.vraag for melding in nieuw] == ["Het huis wordt me te veel."]
    assert contact.gevolg_id == nieuw[0].huishouden_id
    venster.melding()
    laptop.rust()
    assert zie(venster, "vraag").property("plainText") == "Een andere vraag"
    venster.inloop()
    laptop.rust()
    assert "Melding" in zie(venster, f"contact_{contact.id}").accessibleName()
