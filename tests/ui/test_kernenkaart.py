"""The map of the kernen: each a button with a name, none over another, at every size of text."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.domain.nabijheid import Punt
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.kernenkaart import Kernenkaart
from tests.ui.toegankelijk import bezwaren

T = load("socialekaart")
DORPEN = [(f"Voorbeelderdorp {n}", Punt(53.3 + (n * 7 % 49) / 100, 6.4 + (n * 5 % 49) / 80)) for n in range(49)]


@pytest.mark.parametrize("schaal", [1.0, 2.0])
@pytest.mark.parametrize("aantal", [1, 3, 14, 49])
def test_no_kern_covers_another_and_each_can_be_chosen_with_the_keys(
    theme: Theme, qapp: QApplication, aantal: int, schaal: float, toon: object
) -> None:
    theme.apply(qapp, schaal)
    kaart = Kernenkaart(theme, DORPEN[:aantal])
    kaart.set_here(DORPEN[0][0], 4.0)
    assert callable(toon)
    toon(kaart, 1060 if schaal > 1 else 520, kaart.sizeHint().height())
    knoppen = [knop for knop in kaart.buttons().values() if knop.isVisible()]
    assert len(knoppen) == min(aantal, 14)
    assert not [1 for een, ander in itertools.combinations(knoppen, 2) if een.geometry().intersects(ander.geometry())]
    assert all(kaart.rect().contains(knop.geometry()) for knop in knoppen)
    gekozen: list[str] = []
    kaart.chosen.connect(gekozen.append)
    knoppen[-1].setFocus()
    QTest.keyClick(knoppen[-1], Qt.Key.Key_Return)
    assert DORPEN[0][0] in [naam for naam, knop in kaart.buttons().items() if knop.isVisible()]
    assert gekozen == [next(naam for naam, knop in kaart.buttons().items() if knop is knoppen[-1])]
    assert kaart.buttons()[DORPEN[0][0]].accessibleName() == T("kaart.hier", kern=DORPEN[0][0])
    assert bezwaren(kaart) == []


def test_the_north_is_above_and_the_east_is_right(theme: Theme, toon: object) -> None:
    kaart = Kernenkaart(theme, [("Noord", Punt(53.0, 6.0)), ("Zuid", Punt(52.0, 6.0)), ("Oost", Punt(52.5, 7.0))])
    assert callable(toon)
    toon(kaart, 600, 400)
    plek = {naam: knop.geometry().center() for naam, knop in kaart.buttons().items()}
    assert plek["Noord"].y() < plek["Oost"].y() < plek["Zuid"].y()
    assert plek["Oost"].x() > plek["Noord"].x()
