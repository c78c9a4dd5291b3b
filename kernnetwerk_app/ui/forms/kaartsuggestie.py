"""What the sociale kaart has for a sentence that is being typed in the plan: one press says who does it (SOC-16)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services import voorziening
from kernnetwerk_app.services.doener import Kaartblik
from kernnetwerk_app.services.voorziening import Kaart, Zoekvraag
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

MEEST = 2


class KaartSuggestie(QWidget):
    """`chosen(Voorziening)`: a person wants this one in the line. Nothing to see when the kaart has nothing."""

    chosen = Signal(object)

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self._omgeving = omgeving
        self._kaart: Kaart | None = None
        self._asked = False
        self._blik = Kaartblik()
        self._vragen: tuple[str, ...] = ()
        self._staat: Callable[[str], bool] = lambda _: False
        self._gevonden: list[Voorziening] = []
        flow = FlowLayout(self, spacing=8)
        flow.addWidget(PlainLabel(omgeving.theme, load("plan")("nieuw.op_de_kaart"), "klein", kleur="inkt2"))
        self._buttons: list[Button] = []
        for nummer in range(MEEST):
            button = Button(omgeving.theme, " ", "kaal", icon="plek", hoog=44)
            button.clicked.connect(partial(self._choose, nummer))
            self._buttons.append(button)
            flow.addWidget(button)
        self.hide()

    def set_name(self, naam: str) -> None:
        """Its place in the plan, as object name of its buttons."""
        for nummer, button in enumerate(self._buttons):
            button.setObjectName(f"{naam}.kaart{nummer}")

    def set_blik(self, blik: Kaartblik) -> None:
        """What is near where the resident lives comes first, or without that near where one works. Whose help somebody
        would rather not have is not proposed (RES-15).
        """
        self._blik = blik
        if self._kaart is not None and any(map(self._is_declined, self._gevonden)):
            self._show(self._kaart)

    def look_for(self, *vragen: str, staat: Callable[[str], bool]) -> None:
        """Show what answers the first of these sentences that the kaart has something for; `staat`: whether this name
        stands in the line already. What needs an aanvraag first is no suggestion for a line of the plan.
        """
        self._vragen, self._staat = vragen, staat
        if self._kaart is not None:
            self._show(self._kaart)
        elif not self._asked and not all(map(is_leeg, vragen)):
            self._asked = True
            plek = self._omgeving.plek

            def load_kaart() -> Kaart:
                with plek.store.read() as lezer:
                    return voorziening.load(plek, lezer)

            self._omgeving.tasks.read(self, load_kaart, self._loaded, self._omgeving.meld_fout)

    def _loaded(self, kaart: Kaart) -> None:
        self._kaart = kaart
        self._show(kaart)

    def _show(self, kaart: Kaart) -> None:
        self._gevonden = next(filter(None, (self._answers(kaart, vraag) for vraag in self._vragen)), [])
        for nummer, button in enumerate(self._buttons):
            button.setVisible(nummer < len(self._gevonden))
            if nummer < len(self._gevonden):
                naam = self._gevonden[nummer].naam
                button.setText(naam)
                button.set_icon("vink" if self._staat(naam) else "plek")
        self.setVisible(bool(self._gevonden))

    def _answers(self, kaart: Kaart, vraag: str) -> list[Voorziening]:
        if kaart.index.zoek(vraag) is None:
            return []
        treffers = voorziening.zoek(kaart, Zoekvraag(vraag, vanuit=self._blik.kern or kaart.hier))
        gevonden = (v for treffer in treffers if (v := treffer.voorziening) is not None and v.is_vrij)
        return [v for v in gevonden if not self._is_declined(v)][:MEEST]

    def _is_declined(self, voorziening: Voorziening) -> bool:
        namen = filter(None, (voorziening.naam, voorziening.contactpersoon))
        return any(zelfde(niet, naam) for naam in namen for niet in self._blik.niet_van)

    def _choose(self, nummer: int) -> None:
        if nummer < len(self._gevonden):
            self.chosen.emit(self._gevonden[nummer])
