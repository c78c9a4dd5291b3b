"""The ways to the pages of a dossier: the part of the Navigator that the window inherits."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.bijlage import BijlageScreen
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from kernnetwerk_app.ui.screens.gegevens import GegevensScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.keukentafel import KeukentafelScreen
from kernnetwerk_app.ui.screens.kijkrichting import KijkrichtingScreen
from kernnetwerk_app.ui.screens.mantelzorg import MantelzorgScreen
from kernnetwerk_app.ui.screens.mensen import MensenScreen
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.screens.onderzoek import OnderzoekScreen
from kernnetwerk_app.ui.screens.overdracht import OverdrachtScreen
from kernnetwerk_app.ui.screens.papieren import PapierenScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.rechten import DELEN, RechtenScreen
from kernnetwerk_app.ui.screens.termijn import TermijnScreen
from kernnetwerk_app.ui.screens.triage import TriageScreen
from kernnetwerk_app.ui.widgets.page import Page

KEUKENTAFEL = "keukentafel"


class Dossierwegen:
    """The window, which inherits it, says how one goes somewhere (`_go_in`, `_go`) and where one is (`current_key`)."""

    _omgeving: Omgeving

    def _go_in(self, huishouden_id: UUID, key: str, maker: Callable[[], Page]) -> None:
        """Show the page of this dossier that `maker` builds, as the place `key`."""
        raise NotImplementedError  # the window says how; Qt's own metaclass leaves no room for `abc`

    def _go(self, key: str, maker: Callable[[], Page] | None = None) -> None:
        """Leave the open page for this one, built anew by `maker` or as it was."""
        raise NotImplementedError  # the window says how, as of `_go_in`

    def current_key(self) -> str:
        """The key of the page that is open."""
        raise NotImplementedError  # the window knows, as of `_go_in`

    def gegevens(self, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        self._go_in(huishouden_id, "gegevens", partial(GegevensScreen, self._omgeving, huishouden_id, melding_id))

    def mensen(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "mensen", partial(MensenScreen, self._omgeving, huishouden_id))

    def netwerk(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "netwerk", partial(NetwerkScreen, self._omgeving, huishouden_id))

    def mantelzorg(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "mantelzorg", partial(MantelzorgScreen, self._omgeving, huishouden_id))

    def bijlage(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "bijlage", partial(BijlageScreen, self._omgeving, huishouden_id))

    def onderzoek(self, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        self._go_in(huishouden_id, "onderzoek", partial(OnderzoekScreen, self._omgeving, huishouden_id, melding_id))

    def keukentafel(self, huishouden_id: UUID, gesprek_id: UUID | None = None) -> None:
        terug = partial(self._go, self.current_key())
        maker = partial(KeukentafelScreen, self._omgeving, huishouden_id, gesprek_id, terug)
        self._go_in(huishouden_id, KEUKENTAFEL, maker)

    def kijkrichting(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "kijkrichting", partial(KijkrichtingScreen, self._omgeving, huishouden_id))

    def papieren(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "papieren", partial(PapierenScreen, self._omgeving, huishouden_id))

    def rechten(self, huishouden_id: UUID, deel: str = DELEN) -> None:
        self._go_in(huishouden_id, "rechten", partial(RechtenScreen, self._omgeving, huishouden_id, deel))

    def termijn(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "termijn", partial(TermijnScreen, self._omgeving, huishouden_id))

    def gesprek(self, huishouden_id: UUID, gesprek_id: UUID | None = None) -> None:
        self._go_in(huishouden_id, "gesprek", partial(GesprekScreen, self._omgeving, huishouden_id, gesprek_id))

    def eerste_vraagverheldering(self, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        maker = partial(EersteVraagverhelderingScreen, self._omgeving, huishouden_id, melding_id)
        self._go_in(huishouden_id, "eerste_vraagverheldering", maker)

    def triage(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "triage", partial(TriageScreen, self._omgeving, huishouden_id))

    def overdracht(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "overdracht", partial(OverdrachtScreen, self._omgeving, huishouden_id))

    def plan(self, huishouden_id: UUID, plan_id: UUID | None = None) -> None:
        self._go_in(huishouden_id, "plan", partial(PlanScreen, self._omgeving, huishouden_id, plan_id))
