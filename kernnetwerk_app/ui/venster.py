"""The window of one session: which screen belongs to which key, how one goes there, and what the chips say."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut

from kernnetwerk_app.hulp import Hulp, find_hulp
from kernnetwerk_app.services import dossier, oefenen, spreekuur
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.verzending import StoreError
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.dossierwegen import KEUKENTAFEL, Dossierwegen
from kernnetwerk_app.ui.forms.aantekening_form import AantekeningForm
from kernnetwerk_app.ui.herstelpaneel import HerstelPaneel
from kernnetwerk_app.ui.lijnstand import lijnstand
from kernnetwerk_app.ui.main_window import MainWindow
from kernnetwerk_app.ui.meldingen import Meldingen, sentence
from kernnetwerk_app.ui.na_versturen import NaVersturen
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.plekken import ONDER, bezwaar, rail_items
from kernnetwerk_app.ui.screens.agenda import AgendaScreen
from kernnetwerk_app.ui.screens.bezorgdheid import BezorgdheidScreen, ZorgScreen
from kernnetwerk_app.ui.screens.bezorgen import BezorgenScreen
from kernnetwerk_app.ui.screens.conflict import ConflictScreen
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.dossiers import DossiersScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.screens.samenvoegen import SamenvoegenScreen
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.screens.signaal import SignaalScreen
from kernnetwerk_app.ui.screens.signalen import SignalenScreen
from kernnetwerk_app.ui.screens.socialekaart import SocialeKaartScreen
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.screens.voorziening import VoorzieningScreen
from kernnetwerk_app.ui.strokes import Punt
from kernnetwerk_app.ui.sync_controller import Lijn, SyncController
from kernnetwerk_app.ui.vaste_schermen import BLIJFT
from kernnetwerk_app.ui.widgets.page import Page
from kernnetwerk_app.ui.widgets.side_panel import SidePanel


class Venster(MainWindow, Dossierwegen):
    """A MainWindow that knows the screens; it is the Navigator that they get.

    `practise_again`: somebody wants a fresh practice municipality.
    """

    practise_again = Signal()

    def __init__(
        self, maak_omgeving: Callable[["Venster"], Omgeving], sync: SyncController, meldingen: Meldingen
    ) -> None:
        self._omgeving = maak_omgeving(self)
        self._sync = sync
        self._op_verzoek = False
        """Whether a person asked for the exchange that is busy."""
        self._in_dossier: UUID | None = None
        """The dossier that is open, until one goes to a page that is of no dossier."""
        self._later = ""
        """What was not told while a resident looked at the screen; the next page tells it."""
        self._straks: tuple[UUID, Callable[[], None]] | None = None
        """A dossier that is being opened, and where in it one wants to be."""
        self._makers: dict[str, Callable[[], Page]] = {
            key: partial(page, self._omgeving) for key, page in BLIJFT.items()
        }
        items = rail_items(self._omgeving.plek)
        self._in_rail = frozenset(item.key for item in items)
        super().__init__(self._omgeving.theme, load("venster"), items, lambda key: self._makers[key]())
        self.navigate.connect(self._on_rail)
        met_dossiers = self._omgeving.plek.mag_dossiers
        self.search_requested.connect(self._show_dossiers if met_dossiers else self.socialekaart)
        if not met_dossiers:
            self.top.without_dossiers()
        sync.changed.connect(self._show_sync)
        sync.failed.connect(partial(self._tell_sync, meldingen))
        self._na_versturen = NaVersturen(self._omgeving, sync, self._show_notice)
        self.sync_requested.connect(self._send_now)
        meldingen.shown.connect(self._show_notice)
        self._note: AantekeningForm | None = None
        self._panel: SidePanel | None = None
        self._herstel: HerstelPaneel | None = None
        self._build_panels()
        self._show_sync()
        self._show_practice()
        if self.practice is not None:
            self.practice.begin_wanted.connect(lambda: self._go("oefenen"))
        lees = partial(spreekuur.lees_kern, self._omgeving.plek)
        self._omgeving.tasks.read(self.top, lees, self._begin_at, self._omgeving.meld_fout)

    def _build_panels(self) -> None:
        """The ways to what lies over a page. Within a text Ctrl+Z is of that text."""
        for keys, reaction in (("Ctrl+N", self.aantekening), ("Ctrl+H", self.herstel), ("Ctrl+Z", self.herstel)):
            shortcut = QShortcut(QKeySequence(keys), self, reaction)
            shortcut.setAutoRepeat(False)
        for part in (self.rail, self.top):
            part.restore_wanted.connect(self.herstel)
        self.top.note_wanted.connect(self.aantekening)

    def _begin_at(self, kern: str) -> None:
        """Where one works today, until a page says it more exactly."""
        if not self.top.place.text():
            self.set_place(kern)

    def _show_practice(self) -> None:
        """How far somebody is in the practice municipality; nothing elsewhere."""
        plek = self._omgeving.plek
        if not plek.profiel.oefenen:
            return
        bar = self.show_practice()

        def count() -> tuple[int, int]:
            with plek.store.read() as lezer:
                oefeningen = oefenen.load(lezer)
            return sum(oefening.gedaan for oefening in oefeningen), len(oefeningen)

        self._omgeving.tasks.read(bar, count, lambda stand: bar.set_done(*stand))

    # -- the ways (Navigator) ------------------------------------------------------------------------------------

    def vandaag(self) -> None:
        self._go("vandaag")

    def dossiers(self) -> None:
        self._go("dossiers")

    def melding(self, invoer: NieuweMelding | None = None) -> None:
        if invoer:
            self._go("melding_vooraf", partial(MeldingScreen, self._omgeving, invoer))
        else:
            self._go("melding")

    def signalen(self) -> None:
        self._go("signalen", partial(SignalenScreen, self._omgeving))

    def signaal(self, invoer: NieuwSignaal | None = None, signaal_id: UUID | None = None) -> None:
        self._go("signaal", partial(SignaalScreen, self._omgeving, signaal_id, invoer))

    def bezorgdheid(self, bezorgdheid_id: UUID | None = None) -> None:
        if bezorgdheid_id is None:
            self._go("bezorgdheid", partial(ZorgScreen, self._omgeving))
        else:
            self._go("bezorgdheid", partial(BezorgdheidScreen, self._omgeving, bezorgdheid_id))

    def socialekaart(self, getypt: str = "", kern: str = "", huishouden_id: UUID | None = None) -> None:
        page = self.page("socialekaart")
        if isinstance(page, SocialeKaartScreen):
            page.zoek(getypt, kern)
            page.set_dossier(huishouden_id)
        self._go("socialekaart")

    def voorziening(self, bij_id: UUID | None = None) -> None:
        self._go("voorziening", partial(VoorzieningScreen, self._omgeving, bij_id))

    def mijn_kern(self) -> None:
        self._go("mijn_kern")

    def inloop(self) -> None:
        self._go("inloop")

    def hier(self, waar: str) -> None:
        self.set_place(waar)

    def oefen_opnieuw(self) -> None:
        self.practise_again.emit()

    def agenda(self, dag: date | None = None) -> None:
        self._go("agenda", partial(AgendaScreen, self._omgeving, dag))

    def bezorgen(self) -> None:
        self._go("bezorgen", partial(BezorgenScreen, self._omgeving))

    def dossier(self, huishouden_id: UUID) -> None:
        self._go_in(huishouden_id, "dossier", partial(DossierScreen, self._omgeving, huishouden_id))

    def samenvoegen(self, een_id: UUID, ander_id: UUID) -> None:
        self._go("samenvoegen", partial(SamenvoegenScreen, self._omgeving, een_id, ander_id))

    def tekenen(self, versie_id: UUID, strepen: Sequence[Sequence[Punt]] = (), vanuit: UUID | None = None) -> None:
        self._go("tekenen", partial(TekenenScreen, self._omgeving, versie_id, strepen, vanuit))

    def papier(
        self,
        laad: Callable[[], bytes],
        huishouden_id: UUID | None,
        terug: Callable[[], None] | None = None,
        versie_id: UUID | None = None,
        noteer: Callable[[], Changes] | None = None,
    ) -> None:
        maker = partial(PapierScreen, self._omgeving, laad, huishouden_id, terug, versie_id, noteer)
        if huishouden_id is None:
            self._go("papier", maker)
        else:
            self._go_in(huishouden_id, "papier", maker)

    def conflict(self, entiteit_id: UUID, eenheid: int, terug: Callable[[], None] | None = None) -> None:
        self._go("conflict", partial(ConflictScreen, self._omgeving, entiteit_id, eenheid, terug))

    def aantekening(self) -> None:
        """Ctrl+N: a note over the page where one is, about the dossier that is open. That page stays as it is."""
        if self.is_covered() or self.is_turned() or not self._may_go("dossier"):
            return
        if self._panel is None or self._note is None:
            self._note = AantekeningForm(self._omgeving)
            foot, name = self._note.take_foot(), load("aantekening")("titel")
            self._panel = SidePanel(self, self._omgeving.theme, self._note, foot, name)
            for ended in (self._note.done, self._note.closed):
                ended.connect(self._panel.fold)
        self._panel.unfold()
        self._note.open_for(self._in_dossier)

    def herstel(self) -> None:
        """Ctrl+H: what stood in this text before, and one's last acts, over the page where one is."""
        if not self.is_covered() and not self.is_turned():
            self._herstel = self._herstel or HerstelPaneel(self, self._omgeving)
            self._herstel.ask(self.leave_page, self.scherm)

    def focus_search(self) -> None:
        """Ctrl+K, also out of the note, which waits as it is."""
        if self.top.isVisible():
            self._leave_note()
        super().focus_search()

    def help(self) -> None:
        """Not on a screen that a resident looks at: it is for who works here."""
        if not self.is_turned():
            super().help()

    def clear_page(self) -> None:
        super().clear_page()
        self._leave_note()

    def find_help(self, key: str) -> Hulp:
        """In the words of this municipality."""
        return find_hulp(key, self._omgeving.plek.profiel.zeg)

    def _leave_note(self) -> None:
        """One goes somewhere else than back: what was typed in the note stays in it."""
        for panel in (self._panel, self._herstel):
            if panel is not None and panel.isVisible():
                panel.go_away()

    # -- pages ---------------------------------------------------------------------------------------------------

    def scherm(self) -> Scherm | None:
        """The screen that is open."""
        key = self.current_key()
        page = self.page(key) if key else None
        return page if isinstance(page, Scherm) else None

    def leave_page(self, then: Callable[[], None]) -> None:
        """Let the open screen and the note keep what is being typed, then go on."""
        scherm = self.scherm()
        leave = then if scherm is None else partial(scherm.leave, then)
        if self._note is None:
            leave()
        else:
            self._note.leave(leave)

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
        if not changes.toestand or changes.entiteiten:
            self._show_practice()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is locking: nothing typed is lost on the way out."""
        event.ignore()
        self.lock_requested.emit()

    def _go_in(self, huishouden_id: UUID, key: str, maker: Callable[[], Page]) -> None:
        """To a page of a dossier. Opening one is noted before any of it is shown (NEN 7513), going on in it is not.

        When it cannot be noted, a sentence says so on the page where one is, and nothing opens.
        """
        if not (self._may_go("dossier") and self._may_go(key)):
            return
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

    def _may_go(self, key: str) -> bool:
        """Whether this municipality works with this page already (TEAM-18) and this worker has it (TEAM-05).

        When not, a sentence says so on the page where one is.
        """
        zin = bezwaar(self._omgeving.plek, key)
        if zin:
            self._show_notice(zin)
        return not zin

    def _go(self, key: str, maker: Callable[[], Page] | None = None) -> None:
        if not self._may_go(key):
            return
        self._straks = None
        self.leave_page(partial(self._arrive, key, maker))

    def _arrive(self, key: str, maker: Callable[[], Page] | None) -> None:
        vorige = self.current_key()
        self._leave_note()
        if key in BLIJFT or key in ONDER:
            self._in_dossier = None
        if maker is not None:
            self.forget(key)
            self._makers[key] = maker
        page = self.show_page(key, rail=key if key in self._in_rail else ONDER.get(key, "dossiers"))
        if vorige and vorige != key and vorige not in BLIJFT and key != KEUKENTAFEL:
            self.forget(vorige)
        if isinstance(page, Scherm):
            page.refresh()
            if self._later:
                page.show_notice(self._later)
                self._later = ""

    def _on_rail(self, key: str) -> None:
        if key == "dossiers":
            self._show_dossiers("")
        elif key == "bezorgdheid":
            self.bezorgdheid()
        elif key in BLIJFT:
            self._go(key)

    def _show_dossiers(self, getypt: str) -> None:
        """All dossiers, or those in which these words stand."""
        page = self.page("dossiers")
        if isinstance(page, DossiersScreen):
            page.zoek(getypt)
        self._go("dossiers")

    def _show_notice(self, zin: str) -> None:
        scherm = self.scherm()
        if scherm is None or scherm.is_turned:
            self._later = zin
        else:
            scherm.show_notice(zin)

    def is_turned(self) -> bool:
        """Whether a resident looks at the screen now."""
        scherm = self.scherm()
        return scherm is not None and scherm.is_turned

    def _send_now(self) -> None:
        """Somebody asked for an exchange: of this one the chip tells that it is busy, whatever the line did before."""
        self._op_verzoek = True
        self._na_versturen.ask()
        self._sync.now()

    def _tell_sync(self, meldingen: Meldingen, fout: Exception) -> None:
        """A store that cannot store says so of the last step; here that step is an exchange, and nothing is lost."""
        if isinstance(fout, StoreError):
            meldingen.shown.emit(load("venster")("sync.opslag_zin", waarom=sentence(fout)))
        else:
            meldingen.show_error(fout)

    def _show_sync(self) -> None:
        sync = self._sync
        self._op_verzoek = self._op_verzoek and sync.lijn is Lijn.BEZIG
        shown = lijnstand(sync, self._op_verzoek)
        if shown is not None:
            self.set_sync_state(*shown)
