"""Under a visit of today: aboard, what its visitor must know, and how the resident is heard best (picture 02)."""

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.telefoon import toon_telefoon
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services.vandaag import Bezoek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bereik_chips import gehoor_chips
from kernnetwerk_app.ui.widgets.chip import Chip


def visit_chips(theme: Theme, profiel: Gemeenteprofiel, bezoek: Bezoek) -> QWidget:
    """The facts as their worker wrote them, which the resident may read; never a name."""
    t, kop = load("vandaag"), bezoek.kop
    boord = Chip(theme, t("bezoeken.aan_boord"), "goed", "vink")
    if not bezoek.aan_boord:
        boord.set_state(t("bezoeken.niet_aan_boord"), "letop", "letop")
    chips = [boord]
    if kop is not None:
        if kop.overleden:
            chips.append(Chip(theme, t("bezoeken.overleden"), "letop", "letop"))
        chips += [Chip(theme, feit, "feit", "letop") for feit in kop.feiten]
        if kop.meld_nummer is not None:
            waarden = {"wie": kop.meld_bij, "nummer": toon_telefoon(kop.meld_nummer), "minuten": kop.meld_minuten}
            tijd = toon_tijd(kop.meld_voor) if kop.meld_voor is not None else ""
            zin = t("bezoeken.melden" if tijd else "bezoeken.melden_na", tijd=tijd, **waarden)
            chips.append(Chip(theme, " ".join(zin.split()), "feit", "klok"))
        chips += [chip for wie, hoe in kop.hoe for chip in gehoor_chips(theme, profiel, hoe, wie=wie)]
    row = QWidget()
    flow = FlowLayout(row, spacing=8)
    for chip in chips:
        flow.addWidget(chip)
    row.setAccessibleName(", ".join(chip.text() for chip in chips))
    return row
