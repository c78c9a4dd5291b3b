"""The ways to the pages of a dossier that are about its people: the part of the Navigator that the window inherits."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gegevens import GegevensScreen
from kernnetwerk_app.ui.screens.kijkrichting import KijkrichtingScreen
from kernnetwerk_app.ui.screens.mantelzorg import MantelzorgScreen
from kernnetwerk_app.ui.screens.mensen import MensenScreen
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.screens.rechten import DELEN, RechtenScreen
from kernnetwerk_app.ui.widgets.page import Page


class Dossierwegen:
    """The window says how one goes into a dossier (`_go_in`)."""

    _omgeving: Omgeving

    def _go_in(self, huishouden_id: UUID, key: str, maker: Callable[[], Page]) -> None:
        """Show the page of this dossier that `maker` builds, as the place `key`."""
        raise NotImplementedError  # the window says how; Qt's own metaclass leaves no room for `abc`

    def gegevens(self, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        self._go_in(huishouden_id, "gegevens", partial(GegevensScreen, self._omgeving, huishouden_id, melding_id))

    def mensen(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "mensen", partial(MensenScreen, self._omgeving, huishouden_id))

    def netwerk(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "netwerk", partial(NetwerkScreen, self._omgeving, huishouden_id))

    def mantelzorg(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "mantelzorg", partial(MantelzorgScreen, self._omgeving, huishouden_id))

    def kijkrichting(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "kijkrichting", partial(KijkrichtingScreen, self._omgeving, huishouden_id))

    def rechten(self, huishouden_id: UUID, deel: str = DELEN) -> None:
        self._go_in(huishouden_id, "rechten", partial(RechtenScreen, self._omgeving, huishouden_id, deel))
