"""What every screen gets: the look, the threads, the workplace and the way to other screens. Nothing else is global."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.ui.strokes import Punt
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import Theme


class Navigator(Protocol):
    """The ways between screens. Every method shows a screen; where it stands in the frame is the window's business."""

    def vandaag(self) -> None: ...

    def dossiers(self) -> None: ...

    def melding(self, invoer: NieuweMelding | None = None) -> None:
        """A new melding; with what is known already in its fields."""

    def signalen(self) -> None:
        """All signals."""

    def signaal(self, invoer: NieuwSignaal | None = None, signaal_id: UUID | None = None) -> None:
        """A new signal, with what is known already in its fields; or this one."""

    def bezorgdheid(self, bezorgdheid_id: UUID | None = None) -> None:
        """A volunteer's new worry, or this one."""

    def socialekaart(self, getypt: str = "", kern: str = "", huishouden_id: UUID | None = None) -> None:
        """The sociale kaart; with words what answers those, seen from this kern. Uw wegwijzer is a paper of this
        dossier, and of none unless one is given.
        """

    def voorziening(self, bij_id: UUID | None = None) -> None:
        """Propose a new entry of the sociale kaart, or a better text of this one."""

    def mijn_kern(self) -> None: ...
    def inloop(self) -> None:
        """The spreekuur of today."""

    def hier(self, waar: str) -> None:
        """Where one works now, for the bar above."""

    def agenda(self, dag: date | None = None) -> None:
        """The worker's own week, with this day in it; that of today unless given."""

    def dossier(self, huishouden_id: UUID) -> None: ...

    def gegevens(self, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        """Who they are, where they live and what was asked: to put it right. `melding_id`: with this question open."""

    def mensen(self, huishouden_id: UUID) -> None:
        """Who belong together, and what who works with them must know."""

    def netwerk(self, huishouden_id: UUID) -> None:
        """Who stand around the resident, as a map and a list."""

    def mantelzorg(self, huishouden_id: UUID) -> None:
        """The mantelzorgers, with their own story and how they hold up."""

    def bijlage(self, huishouden_id: UUID) -> None:
        """Photographs, letters and offers, and the resident's own plan."""

    def kijkrichting(self, huishouden_id: UUID) -> None:
        """Everything that was told, by life domain or by side of life."""

    def samenvoegen(self, een_id: UUID, ander_id: UUID) -> None:
        """Two residents who may be one."""

    def rechten(self, huishouden_id: UUID, deel: str = "delen") -> None:
        """What may be shared, who knows what, who looked, what people would rather not, and requests; this part."""

    def termijn(self, huishouden_id: UUID) -> None:
        """The sum of the running term."""

    def gesprek(self, huishouden_id: UUID, gesprek_id: UUID | None = None) -> None:
        """This gesprek, or the one that the household goes on with."""

    def keukentafel(self, huishouden_id: UUID, gesprek_id: UUID | None = None) -> None:
        """The screen turned to the resident, in this gesprek or the one that the household goes on with. From there one
        comes back to the page where one is now, as it is."""

    def eerste_vraagverheldering(self, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        """The first clarification of this question, or of the latest."""

    def onderzoek(self, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        """The onderzoek of this question, or of the latest."""

    def triage(self, huishouden_id: UUID) -> None:
        """How heavy the question is, and along which route it goes."""

    def overdracht(self, huishouden_id: UUID) -> None:
        """Hand the question over, and say yes or no to what was offered."""

    def plan(self, huishouden_id: UUID, plan_id: UUID | None = None) -> None:
        """This plan, or the one that the household goes on with."""

    def tekenen(self, versie_id: UUID, strepen: Sequence[Sequence[Punt]] = (), vanuit: UUID | None = None) -> None:
        """Sign this version; `strepen` is what was drawn before one went to look at the paper. `vanuit` is the dossier
        that one goes back to, where the plan is seen from two: a child's own.
        """

    def papier(
        self,
        laad: Callable[[], bytes],
        huishouden_id: UUID | None,
        terug: Callable[[], None] | None = None,
        versie_id: UUID | None = None,
        noteer: Callable[[], Changes] | None = None,
    ) -> None:
        """View and print a PDF; `laad` makes or fetches its bytes, on the reader thread.

        Without `huishouden_id` it is a paper of no dossier. `terug` is the way back to where one came from; the dossier
        unless given, else the start screen. `versie_id` is the version that this paper is of, so that one can tell that
        it was given to the resident. `noteer` is written besides when it goes to a printer.
        """

    def papieren(self, huishouden_id: UUID) -> None:
        """Every paper of this dossier, what somebody still has to get and what was given."""

    def bezorgen(self) -> None:
        """The papers of a day together: what has to be delivered, and what goes along to the visits."""

    def oefen_opnieuw(self) -> None:
        """Throw the practice municipality away and begin with a fresh one."""

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
