"""The window of one session: which screen belongs to which key, how one goes there, and what the chips say."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtGui import QCloseEvent

from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import dossier
from kernnetwerk_app.services.verzending import StoreError
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.main_window import MainWindow
from kernnetwerk_app.ui.meldingen import Meldingen, sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.conflict import ConflictScreen
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.dossiers import DossiersScreen
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from kernnetwerk_app.ui.screens.gegevens import GegevensScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.screens.overdracht import OverdrachtScreen
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.screens.termijn import TermijnScreen
from kernnetwerk_app.ui.screens.triage import TriageScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.strokes import Punt
from kernnetwerk_app.ui.sync_controller import Lijn, SyncController
from kernnetwerk_app.ui.widgets.page import Page
from kernnetwerk_app.ui.widgets.rail import RailItem

_BLIJFT = frozenset({"vandaag", "dossiers", "melding"})
"""Pages that are kept when one goes elsewhere; all others are built anew, so that little of a resident stays around."""


class Venster(MainWindow):
    """A MainWindow that knows the screens; it is the Navigator that they get."""

    def __init__(
        self, maak_omgeving: Callable[["Venster"], Omgeving], sync: SyncController, meldingen: Meldingen
    ) -> None:
        self._omgeving = maak_omgeving(self)
        self._sync = sync
        self._op_verzoek = False
        """Whether a person asked for the exchange that is busy."""
        self._in_dossier: UUID | None = None
        """The dossier that is open, until one goes to a page that is of no dossier."""
        self._straks: tuple[UUID, Callable[[], None]] | None = None
        """A dossier that is being opened, and where in it one wants to be."""
        self._makers: dict[str, Callable[[], Page]] = {
            "vandaag": partial(VandaagScreen, self._omgeving),
            "dossiers": partial(DossiersScreen, self._omgeving),
            "melding": partial(MeldingScreen, self._omgeving),
        }
        t = load("venster")
        items = (
            RailItem("vandaag", t("rail.vandaag"), "zon"),
            RailItem("dossiers", t("rail.dossiers"), "map"),
            RailItem("melding", t("rail.melding"), "plus"),
        )
        super().__init__(self._omgeving.theme, t, items, lambda key: self._makers[key]())
        self.navigate.connect(self._on_rail)
        self.search_requested.connect(self._show_dossiers)
        sync.changed.connect(self._show_sync)
        sync.failed.connect(partial(self._tell_sync, meldingen))
        self.sync_requested.connect(self._send_now)
        meldingen.shown.connect(self._show_notice)
        self._show_sync()
        kernen = self._omgeving.plek.profiel.kernen
        self.set_place(kernen[0].naam if kernen else "")

    # -- the ways (Navigator) ------------------------------------------------------------------------------------

    def vandaag(self) -> None:
        self._go("vandaag")

    def dossiers(self) -> None:
        self._go("dossiers")

    def melding(self) -> None:
        self._go("melding")

    def dossier(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "dossier", partial(DossierScreen, self._omgeving, huishouden_id))

    def gegevens(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "gegevens", partial(GegevensScreen, self._omgeving, huishouden_id))

    def termijn(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "termijn", partial(TermijnScreen, self._omgeving, huishouden_id))

    def gesprek(self, huishouden_id: UUID, gesprek_id: UUID | None = None) -> None:
        self._go_in(huishouden_id, "gesprek", partial(GesprekScreen, self._omgeving, huishouden_id, gesprek_id))

    def eerste_vraagverheldering(self, huishouden_id: UUID) -> None:
        maker = partial(EersteVraagverhelderingScreen, self._omgeving, huishouden_id)
        self._go_in(huishouden_id, "eerste_vraagverheldering", maker)

    def triage(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "triage", partial(TriageScreen, self._omgeving, huishouden_id))

    def overdracht(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "overdracht", partial(OverdrachtScreen, self._omgeving, huishouden_id))

    def plan(self, huishouden_id: UUID, plan_id: UUID | None = None) -> None:
        self._go_in(huishouden_id, "plan", partial(PlanScreen, self._omgeving, huishouden_id, plan_id))

    def tekenen(self, versie_id: UUID, strepen: Sequence[Sequence[Punt]] = ()) -> None:
        self._go("tekenen", partial(TekenenScreen, self._omgeving, versie_id, strepen))

    def papier(
        self,
        laad: Callable[[], bytes],
        huishouden_id: UUID,
        terug: Callable[[], None] | None = None,
        versie_id: UUID | None = None,
    ) -> None:
        maker = partial(PapierScreen, self._omgeving, laad, huishouden_id, terug, versie_id)
        self._go_in(huishouden_id, "papier", maker)

    def conflict(self, entiteit_id: UUID, eenheid: int, terug: Callable[[], None] | None = None) -> None:
        self._go("conflict", partial(ConflictScreen, self._omgeving, entiteit_id, eenheid, terug))

    # -- pages ---------------------------------------------------------------------------------------------------

    def scherm(self) -> Scherm | None:
        """The screen that is open."""
        key = self.current_key()
        page = self.page(key) if key else None
        return page if isinstance(page, Scherm) else None

    def leave_page(self, then: Callable[[], None]) -> None:
        """Let the open screen keep what is being typed, then go on."""
        scherm = self.scherm()
        if scherm is None:
            then()
        else:
            scherm.leave(then)

    def tell(self, zin: str) -> None:
        """On the first page: something about this laptop that a person must have read."""
        page = self.page("vandaag")
        if isinstance(page, VandaagScreen):
            page.tell(zin)

    def on_changes(self, changes: Changes) -> None:
        """Tell every screen what changed; each decides whether it concerns what it shows."""
        for page in self.pages():
            if isinstance(page, Scherm):
                page.on_changes(changes)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is locking: nothing typed is lost on the way out."""
        event.ignore()
        self.lock_requested.emit()

    def _go_in(self, huishouden_id: UUID, key: str, maker: Callable[[], Page]) -> None:
        """To a page of a dossier. Opening one is noted before any of it is shown (NEN 7513), going on in it is not.

        When it cannot be noted, a sentence says so on the page where one is, and nothing opens.
        """
        there = partial(self._go, key, maker)
        if huishouden_id == self._in_dossier:
            there()
            return
        is_asked = self._straks is not None and self._straks[0] == huishouden_id
        self._straks = (huishouden_id, there)
        if not is_asked:
            plek = self._omgeving.plek
            self._omgeving.tasks.write(
                self,
                lambda: dossier.open_dossier(plek, huishouden_id),
                lambda _: self._opened(huishouden_id),
                self._not_opened,
            )

    def _opened(self, huishouden_id: UUID) -> None:
        if self._straks is not None and self._straks[0] == huishouden_id:  # else one went elsewhere meanwhile
            self._in_dossier, there = self._straks
            there()

    def _not_opened(self, fout: Exception) -> None:
        self._straks = None
        self._omgeving.meld_fout(fout)

    def _go(self, key: str, maker: Callable[[], Page] | None = None) -> None:
        self._straks = None
        self.leave_page(partial(self._arrive, key, maker))

    def _arrive(self, key: str, maker: Callable[[], Page] | None) -> None:
        vorige = self.current_key()
        if key in _BLIJFT:
            self._in_dossier = None
        if maker is not None:
            self.forget(key)
            self._makers[key] = maker
        page = self.show_page(key, rail=key if key in _BLIJFT else "dossiers")
        if vorige and vorige != key and vorige not in _BLIJFT:
            self.forget(vorige)
        if isinstance(page, Scherm):
            page.refresh()

    def _on_rail(self, key: str) -> None:
        if key == "dossiers":
            self._show_dossiers("")
        elif key in _BLIJFT:
            self._go(key)

    def _show_dossiers(self, getypt: str) -> None:
        """All dossiers, or those in which these words stand."""
        page = self.page("dossiers")
        if isinstance(page, DossiersScreen):
            page.zoek(getypt)
        self._go("dossiers")

    def _show_notice(self, zin: str) -> None:
        scherm = self.scherm()
        if scherm is not None:
            scherm.show_notice(zin)

    def _send_now(self) -> None:
        """Somebody asked for an exchange: of this one the chip tells that it is busy, whatever the line did before."""
        self._op_verzoek = True
        self._sync.now()

    def _tell_sync(self, meldingen: Meldingen, fout: Exception) -> None:
        """A store that cannot store says so of the last step; here that step is an exchange, and nothing is lost."""
        if isinstance(fout, StoreError):
            meldingen.shown.emit(load("venster")("sync.opslag_zin", waarom=sentence(fout)))
        else:
            meldingen.show_error(fout)

    def _show_sync(self) -> None:
        """One chip: what a person must know first, and not every try of a line that is away."""
        t = load("venster")
        sync, stand = self._sync, self._sync.stand
        wachtend, vast = (stand.wachtend, stand.vast) if stand else (0, 0)
        self._op_verzoek = self._op_verzoek and sync.lijn is Lijn.BEZIG
        if self._op_verzoek:
            self.set_sync_state("bezig", t("sync.bezig"))
        elif vast:
            self.set_sync_state("fout", t("sync.vast_een") if vast == 1 else t("sync.vast", aantal=vast))
        elif sync.uitkomst is Lijn.GEWEIGERD:
            self.set_sync_state("fout", t("sync.geweigerd"))
        elif sync.uitkomst is Lijn.OPSLAG:
            self.set_sync_state("fout", t("sync.opslag"))
        elif sync.uitkomst is Lijn.WEG and sync.weg_sinds is not None:
            self.set_sync_state("geen_verbinding", t("sync.weg", tijd=toon_tijd(sync.weg_sinds.time())))
        elif sync.lijn is Lijn.BEZIG and wachtend:
            self.set_sync_state("bezig", t("sync.bezig_een") if wachtend == 1 else t("sync.bezig_nog", aantal=wachtend))
        elif wachtend:
            self.set_sync_state("wacht", t("sync.wacht_een") if wachtend == 1 else t("sync.wacht", aantal=wachtend))
        elif sync.lijn is Lijn.BEZIG and sync.uitkomst is Lijn.ONBEKEND:
            self.set_sync_state("bezig", t("sync.bezig"))
        elif stand is not None:
            self.set_sync_state("klaar", t("sync.klaar"))
