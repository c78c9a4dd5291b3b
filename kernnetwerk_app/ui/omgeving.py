"""What every screen gets: the look, the threads, the workplace and the way to other screens. Nothing else is global."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.strokes import Punt
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import Theme


class Navigator(Protocol):
    """The ways between screens. Every method shows a screen; where it stands in the frame is the window's business."""

    def vandaag(self) -> None: ...

    def dossiers(self) -> None: ...

    def melding(self) -> None:
        """A new melding."""

    def dossier(self, huishouden_id: UUID) -> None: ...

    def gegevens(self, huishouden_id: UUID) -> None:
        """Who they are, where they live and what was asked: to put it right."""

    def termijn(self, huishouden_id: UUID) -> None:
        """The sum of the running term."""

    def gesprek(self, huishouden_id: UUID, gesprek_id: UUID | None = None) -> None:
        """This gesprek, or the one that the household goes on with."""

    def eerste_vraagverheldering(self, huishouden_id: UUID) -> None:
        """The first clarification of the latest question."""

    def triage(self, huishouden_id: UUID) -> None:
        """How heavy the question is, and along which route it goes."""

    def overdracht(self, huishouden_id: UUID) -> None:
        """Hand the question over, and say yes or no to what was offered."""

    def plan(self, huishouden_id: UUID, plan_id: UUID | None = None) -> None:
        """This plan, or the one that the household goes on with."""

    def tekenen(self, versie_id: UUID, strepen: Sequence[Sequence[Punt]] = ()) -> None:
        """Sign this version; `strepen` is what was drawn before one went to look at the paper."""

    def papier(
        self,
        laad: Callable[[], bytes],
        huishouden_id: UUID,
        terug: Callable[[], None] | None = None,
        versie_id: UUID | None = None,
    ) -> None:
        """View and print a PDF; `laad` makes or fetches its bytes, on the reader thread.

        `terug` is the way back to where one came from; the dossier unless given. `versie_id` is the version that this
        paper is of, so that one can tell that it was given to the resident.
        """

    def conflict(self, entiteit_id: UUID, eenheid: int, terug: Callable[[], None] | None = None) -> None: ...


@dataclass(frozen=True, slots=True)
class Omgeving:
    theme: Theme
    tasks: Tasks
    plek: Werkplek
    ga: Navigator
    sync_nu: Callable[[], None]
    """Asks for an exchange as soon as possible."""
    meld_fout: Callable[[Exception], None]
    """Shows an error as a sentence in the page; for errors a screen has no better place for."""
