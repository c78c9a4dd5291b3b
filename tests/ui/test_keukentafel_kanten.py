"""The six sides of life on the turned screen: set by key, finger or tap, by who is there alone, and never a number."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from kernnetwerk_app.domain.asstand import laatste_standen
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.ui.screens.keukentafel import KeukentafelScreen
from kernnetwerk_app.ui.widgets.assenweb import AsGreep
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust
from tests.ui.test_keukentafel import anna
from tests.ui.test_keukentafel import gedraaid as gedraaid
from tests.ui.test_keukentafel import scherm as scherm
from tests.ui.test_keukentafel import terug as terug
from tests.ui.toetsen import toets, woorden, zie
from tests.ui.vinger import veeg


def greep(scherm: KeukentafelScreen, een: str) -> AsGreep:
    gevonden = zie(scherm, f"as_{een}")
    assert isinstance(gevonden, AsGreep)
    return gevonden


def standen(dossier: Dossier) -> dict[str, str]:
    with dossier.plek.store.read() as lezer:
        gegeven = lezer.find(Antwoord, huishouden_id=dossier.huishouden_id, inwoner_id=anna(dossier).id)
    return laatste_standen(dossier.plek.profiel.assen, ((een.sleutel, een.waarde) for een in gegeven))


@pytest.mark.eis("OND-05", "TAAL-09")
def test_the_resident_sets_the_six_sides_with_the_arrow_keys_and_each_says_where_it_stands(
    gedraaid: KeukentafelScreen, dossier: Dossier, rust: Rust
) -> None:
    assen = dossier.plek.profiel.assen
    for een, stand in zip(assen.assen, (3, 2, 4, 2, 1, 5), strict=True):
        at = greep(gedraaid, een.sleutel)
        at.setFocus()
        assert at.accessibleName() == f"{een.naam}: nog niet gezegd"
        for _ in range(stand):
            toets(Qt.Key.Key_Right)
        leest = QAccessible.queryAccessibleInterface(at)
        assert leest is not None
        assert leest.text(QAccessible.Text.Name) == f"{een.naam}: {assen.standen[stand - 1].label}"
        assert leest.valueInterface().currentValue() == stand
    assert "De gewone dag: het gaat goed" in woorden(gedraaid)
    gedraaid.leave(lambda: None)
    rust()
    assert standen(dossier) == {
        "lijf": "wisselend",
        "gevoel": "moeilijk",
        "ertoe": "redelijk",
        "plezier": "moeilijk",
        "erbij": "niet",
        "dag": "goed",
    }


@pytest.mark.eis("OND-05", "TAAL-09")
def test_a_finger_sets_a_side_by_dragging_the_grip_or_by_a_tap_beside_it(
    gedraaid: KeukentafelScreen, dossier: Dossier, rust: Rust
) -> None:
    web, lijf = gedraaid.blad.sides.web, greep(gedraaid, "lijf")
    midden = web.rect().center()
    stond, bladstand = lijf.pos(), gedraaid.blad.area.verticalScrollBar().value()
    veeg(web, lijf.geometry().center(), QPoint(midden.x(), 0))
    assert lijf.y() < stond.y(), "it went where the finger went"
    veeg(web, midden + QPoint(0, 8))
    assert gedraaid.blad.area.verticalScrollBar().value() == bladstand, "and the sheet stayed where it was"
    web.settle()
    rust()
    assert standen(dossier)["plezier"] == "niet"
    assert standen(dossier)["lijf"] == "goed"


@pytest.mark.eis("OND-05")
def test_no_number_stands_beside_the_six_sides(gedraaid: KeukentafelScreen, rust: Rust) -> None:
    for een in ("lijf", "dag"):
        greep(gedraaid, een).setFocus()
        toets(Qt.Key.Key_Right)
    rust()
    gelezen = woorden(gedraaid).replace("Dat bekijken we samen op 20 oktober 2027.", "")
    assert not any(teken.isdigit() for teken in gelezen)
