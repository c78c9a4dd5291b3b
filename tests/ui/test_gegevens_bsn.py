"""The number on the screen: hardly seen, replaced as a whole, and asked about once when it is odd."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.services import gegevens
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gegevens import GegevensScreen
from tests.ui.gegevens_scherm import (
    BSN,
    fault,
    open_deel,
    sla_op,
    stored,
    text,
    typ_over,
)
from tests.ui.gegevens_scherm import anna as anna
from tests.ui.gegevens_scherm import scherm as scherm
from tests.ui.laptop import alle_woorden
from tests.ui.schermen import Rust
from tests.ui.toetsen import in_focus, toets, typ, wis, zie


def test_of_a_stored_number_nobody_sees_more_than_its_end(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID
) -> None:
    naam = f"{anna.id}.bsn"
    assert text(scherm, naam) == "••• ••• 669"
    assert not any(vorm in alle_woorden() for vorm in (BSN, "999 994 669"))
    assert "nog niet gecontroleerd in de BRP" in zie(scherm, naam).accessibleDescription()
    veld = zie(scherm, naam)
    assert isinstance(veld, QLineEdit)
    QTest.mouseClick(veld, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    assert veld.selectedText() == veld.text(), "typing replaces all of it"
    assert stored(plek, huishouden_id).inwoners[0].bsn == BSN


def test_a_number_that_cannot_be_right_is_asked_about_once_and_then_kept(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    naam = f"{anna.id}.bsn"
    typ_over(naam, "999994668")
    sla_op(rust)
    assert in_focus().objectName() == naam
    assert fault(scherm, naam).startswith("Controleer het BSN.")
    assert stored(plek, huishouden_id).inwoners[0].bsn == BSN
    sla_op(rust)
    assert stored(plek, huishouden_id).inwoners[0].bsn == "999994668"


@pytest.mark.parametrize("weg", ["", " "])
def test_a_number_is_taken_away_after_one_question(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, rust: Rust, weg: str
) -> None:
    """A space over it by accident takes it away no less."""
    naam = f"{anna.id}.bsn"
    typ_over(naam, weg)
    sla_op(rust)
    assert in_focus().objectName() == naam
    assert fault(scherm, naam).startswith("Het BSN gaat weg.")
    assert stored(plek, huishouden_id).inwoners[0].bsn == BSN
    sla_op(rust)
    assert stored(plek, huishouden_id).inwoners[0].bsn is None


def test_whoever_types_in_a_number_replaces_all_of_it(scherm: GegevensScreen, anna: Inwoner) -> None:
    veld = zie(scherm, f"{anna.id}.bsn")
    assert isinstance(veld, QLineEdit)
    veld.setFocus()  # as a fault, or a screen that comes back, gives it
    assert veld.selectedText() == veld.text()
    toets(Qt.Key.Key_End)
    typ("5")
    assert veld.text() == "5"


def test_a_number_that_somebody_else_of_the_household_has_is_asked_about_once(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    partner = stored(plek, huishouden_id).inwoners[1]
    open_deel("inwoner2")
    typ_over(f"{partner.id}.bsn", BSN)
    sla_op(rust)
    assert fault(scherm, f"{partner.id}.bsn").startswith("Dit BSN staat ook bij iemand anders")
    sla_op(rust)
    assert [mens.bsn for mens in stored(plek, huishouden_id).inwoners] == [anna.bsn, BSN]


def test_what_is_said_of_a_number_is_of_the_number_that_stands_there(
    scherm: GegevensScreen, anna: Inwoner, plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving, rust: Rust
) -> None:
    naam = f"{anna.id}.bsn"

    def see_in_brp() -> object:
        with plek.store.write() as werk:
            werk.change(werk.get(Inwoner, anna.id), bsn_gecontroleerd_datum=date(2027, 4, 19))
            return werk.commit("test.brp")

    omgeving.tasks.write(scherm, see_in_brp)
    rust()
    assert "gecontroleerd in de BRP op 19 april 2027" in zie(scherm, naam).accessibleDescription()
    typ_over(naam, "999990019")
    assert zie(scherm, naam).accessibleDescription() == ""
    wis()
    QApplication.clipboard().setText("••• ••• 669")
    toets(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)  # as it stood there
    assert "19 april" in zie(scherm, naam).accessibleDescription()
    eerder = stored(plek, huishouden_id)
    omgeving.tasks.write(scherm, lambda: gegevens.change(plek, eerder, {anna.id: {"bsn": "999990019"}}))
    rust()
    assert "nog niet gecontroleerd" in zie(scherm, naam).accessibleDescription()
