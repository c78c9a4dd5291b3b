"""From the first window to an open store: which panel fits, and what happens with what is typed there."""

import importlib
import shutil
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.settings import Settings
from kernnetwerk_app.store import key_place
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.start_window import StartWindow
from kernnetwerk_app.ui.theme import Theme

if TYPE_CHECKING:
    from kernnetwerk_app.oefenserver import Oefenserver
    from kernnetwerk_app.opening import Geopend
    from kernnetwerk_app.store.casestore import CaseStore
    from kernnetwerk_app.store.keyfile import Kosten
    from kernnetwerk_app.store.throttle import Throttle
    from kernnetwerk_app.sync.enrolment import Koppeling
    from kernnetwerk_app.ui.screens.beginnen import BeginnenPaneel
    from kernnetwerk_app.ui.screens.koppelen import KoppelenPaneel, WachtenPaneel
    from kernnetwerk_app.ui.screens.ontgrendelen import OntgrendelenPaneel
    from kernnetwerk_app.ui.tasks import Tasks


class Begin(QObject):
    """Owns the first window. `geopend(Geopend)` gives an open, coupled store away; until then it is closed here."""

    geopend = Signal(object)

    def __init__(
        self,
        settings: Settings,
        klok: Klok,
        theme: Theme,
        tasks: "Callable[[], Tasks]",
        kosten: "Kosten | None",
        *,
        gevuld: bool = False,
    ) -> None:
        """`kosten` = what a new passphrase costs to guess; tests pass a light one.

        `gevuld`: a practice municipality that is made here is filled by colleagues.
        """
        super().__init__()
        self.window = StartWindow(theme)
        self._settings, self._klok, self._theme, self._tasks, self._kosten = settings, klok, theme, tasks, kosten
        self._gevuld = gevuld
        self._folder = settings.werk_map
        self._store: CaseStore | None = None
        """Open, but not coupled yet."""
        self._asking = False
        self._throttles: dict[Path, Throttle] = {}
        self._oefenserver: Oefenserver | None = None

    def show_first(self) -> None:
        """The panel that fits what is on this laptop."""
        if key_place.is_taken(self._settings.werk_map):
            self._show_unlock(self._settings.werk_map)
        elif key_place.is_taken(self._settings.oefen_map):
            self._show_unlock(self._settings.oefen_map)
        else:
            self.window.show_panel(self._beginnen)

    def show_cannot(self, zin: str) -> None:
        """Say why nothing can begin here."""
        from kernnetwerk_app.ui.screens.beginnen import KanNietPaneel

        paneel = KanNietPaneel(self._theme, zin)
        paneel.sluit.connect(self.window.close)
        self.window.show_panel(paneel)

    def show_locked(self, verstuurd: datetime | None) -> None:
        """The same store again, after it was locked; `verstuurd` = when all work in it was last sent."""
        from kernnetwerk_app.domain.datum import datum_kort
        from kernnetwerk_app.domain.tijd import toon_tijd

        self._show_unlock(self._folder)
        if verstuurd is not None:
            moment, vandaag = verstuurd.astimezone(AMSTERDAM), self._klok.vandaag()
            sleutel = "verstuurd_vandaag" if moment.date() == vandaag else "verstuurd_op"
            zin = load("start")(f"ontgrendelen.{sleutel}", datum=datum_kort(moment), tijd=toon_tijd(moment.time()))
            self._ontgrendelen.tell_sent(zin)

    def practise_again(self) -> None:
        """Throw the practice municipality away, with its server, and open a fresh one. Nothing else is touched."""
        folders = (self._settings.oefen_map, self._settings.oefenserver_map)
        server, self._oefenserver = self._oefenserver, None
        self._throttles.pop(self._settings.oefen_map, None)
        self._show_unlock(self._settings.oefen_map)
        self._ontgrendelen.show_busy(load("start")("oefenen.bezig"))

        def clear() -> None:
            if server is not None:
                server.stop()
            for folder in folders:
                shutil.rmtree(folder, ignore_errors=True)

        self._write(clear, lambda _: self._unlock(load("start")("oefenen.wachtzin")))

    def throttle(self, folder: Path) -> "Throttle":
        """The one brake on guessing at this store."""
        from kernnetwerk_app.store.throttle import Throttle

        if folder not in self._throttles:
            self._throttles[folder] = Throttle(folder)
        return self._throttles[folder]

    def stop(self) -> None:
        """Ask nothing more, and stop the practice server."""
        if "_wachten" in self.__dict__:
            self._wachten.stop()
        if self._oefenserver is not None:
            self._oefenserver.stop()

    def close_store(self) -> None:
        """Close the store that was not given away; only when no thread works in it any more."""
        if self._store is not None:
            self._store.close()
            self._store = None

    # -- panels, each built when it is first shown -----------------------------------------------------------------

    @cached_property
    def _beginnen(self) -> "BeginnenPaneel":
        from kernnetwerk_app.ui.screens.beginnen import BeginnenPaneel

        paneel = BeginnenPaneel(self._theme)
        paneel.oefenen.connect(lambda: self._show_unlock(self._settings.oefen_map))
        paneel.koppelen.connect(self._show_couple)
        return paneel

    @cached_property
    def _ontgrendelen(self) -> "OntgrendelenPaneel":
        from kernnetwerk_app.ui.screens.ontgrendelen import OntgrendelenPaneel

        paneel = OntgrendelenPaneel(self._theme)
        paneel.ontgrendel.connect(self._unlock)
        paneel.anders.connect(self._other)
        return paneel

    @cached_property
    def _koppelen(self) -> "KoppelenPaneel":
        from kernnetwerk_app.ui.screens.koppelen import KoppelenPaneel

        paneel = KoppelenPaneel(self._theme)
        paneel.koppel.connect(self._couple)
        paneel.terug.connect(self._back)
        paneel.ander_voorstel.connect(self._propose)
        return paneel

    @cached_property
    def _wachten(self) -> "WachtenPaneel":
        from kernnetwerk_app.ui.screens.koppelen import WachtenPaneel

        paneel = WachtenPaneel(self._theme)
        paneel.vraag_na.connect(self._ask)
        paneel.wijzig.connect(self._change_request)
        return paneel

    def _show_unlock(self, folder: Path) -> None:
        t = load("start")
        self._folder = folder
        oefenen = folder == self._settings.oefen_map
        heeft_eigen = key_place.is_taken(self._settings.werk_map)
        anders = "naar_oefenen" if not oefenen else "naar_eigen" if heeft_eigen else "naar_koppelen"
        uur = self._klok.lokaal().hour
        groet = t("groet.ochtend" if uur < 12 else "groet.middag" if uur < 18 else "groet.avond")
        self._ontgrendelen.prepare(groet, t(f"ontgrendelen.{anders}"), t("oefenen.wachtzin") if oefenen else "")
        self.window.show_panel(self._ontgrendelen)
        self._ontgrendelen.hold(self.throttle(folder).wait)

    def _other(self) -> None:
        if self._folder == self._settings.werk_map:
            self._show_unlock(self._settings.oefen_map)
        elif key_place.is_taken(self._settings.werk_map):
            self._show_unlock(self._settings.werk_map)
        else:
            self._show_couple()

    def _show_couple(self, adres: str = "", code: str = "") -> None:
        if adres or code:
            self._koppelen.fill(adres, code)
        self._koppelen.ask_passphrase(self._store is None)
        self._koppelen.show_error("")
        self.window.show_panel(self._koppelen)
        if self._store is None and not self._koppelen.has_own_words:
            self._propose()

    def _back(self) -> None:
        """Away from coupling; what hangs on a bad line is let go."""
        self._tasks().let_go_of_sending()
        self._asking = False
        store, self._store = self._store, None
        if store is not None:
            self._tasks().write(self, store.close)
        self.show_first()

    def _propose(self) -> None:
        self._tasks().write(self, lambda: _import("nieuwe_store").propose(), self._koppelen.propose)

    # -- unlocking -------------------------------------------------------------------------------------------------

    def _unlock(self, wachtzin: str) -> None:
        folder, klok, throttle, kosten = self._folder, self._klok, self.throttle(self._folder), self._kosten
        if folder != self._settings.oefen_map:
            self._write(lambda: _import("opening").unlock(folder, wachtzin, klok, throttle), self._opened)
            return
        server = self._practice_server()
        if not server.is_running:
            nieuw = self._gevuld and not key_place.is_taken(folder)
            self._ontgrendelen.show_busy(load("start")("oefenen.vullen" if nieuw else "oefenen.bezig"))
        self._write(lambda: _import("opening").practise(folder, wachtzin, klok, throttle, server, kosten), self._opened)

    def _practice_server(self) -> "Oefenserver":
        if self._oefenserver is None:
            from kernnetwerk_app.oefenserver import Oefenserver

            self._oefenserver = Oefenserver(self._settings.oefenserver_map, self._settings.klok, gevuld=self._gevuld)
        return self._oefenserver

    def _opened(self, geopend: "Geopend") -> None:
        self._ontgrendelen.forget()
        if geopend.plek is not None:
            self._give_away(geopend)
            return
        self._store = geopend.store
        aanvraag = geopend.aanvraag
        if aanvraag.vingerafdruk:
            self._wait(aanvraag.vingerafdruk)
        else:
            self._show_couple(aanvraag.adres, aanvraag.code)

    def _give_away(self, geopend: "Geopend") -> None:
        self._store, self._asking = None, False
        self.geopend.emit(geopend)

    # -- coupling --------------------------------------------------------------------------------------------------

    def _couple(self, adres: str, code: str, wachtzin: str) -> None:
        folder, klok, kosten, store = self._settings.werk_map, self._klok, self._kosten, self._store
        self._folder = folder

        def make() -> "tuple[CaseStore, str]":
            opening = _import("opening")
            schoon = opening.check_request(adres, code)
            if store is not None:
                return store, schoon
            bekend_van = opening.names_in(schoon)
            return _import("nieuwe_store").create(folder, wachtzin, klok, kosten, bekend_van), schoon

        def made(answer: "tuple[CaseStore, str]") -> None:
            self._store = answer[0]
            self._request(answer[0], answer[1], code)

        self._write(make, made)

    def _request(self, store: "CaseStore", adres: str, code: str) -> None:
        self._koppelen.show_sending()

        def ask_in() -> "Koppeling":
            koppeling: Koppeling = _import("sync.enrolment").begin(store, adres, code)
            return koppeling

        self._tasks().send(self, ask_in, self._requested, self._tell)

    def _requested(self, koppeling: "Koppeling") -> None:
        self._wait(koppeling.vingerafdruk)

    def _wait(self, vingerafdruk: str) -> None:
        self.window.show_panel(self._wachten)
        self._wachten.wait_for(vingerafdruk)
        self._ask()

    def _ask(self) -> None:
        store = self._store
        if store is not None and not self._asking:
            self._asking = True
            self._tasks().send(self, lambda: _import("opening").ask(store), self._answered, self._not_answered)

    def _answered(self, koppeling: "Koppeling") -> None:
        store = self._store
        if store is None or not koppeling.is_actief:
            self._asking = False
            self._wachten.tell("")
            return
        self._wachten.stop()
        self._tasks().read(self, lambda: _import("opening").describe(store), self._give_away, self._not_answered)

    def _not_answered(self, fout: Exception) -> None:
        """A code or address that is wrong is asked for again; a line that is away is only told."""
        self._asking = False
        if getattr(fout, "code", "").startswith(("inschrijving.", "sync.onveilig_adres")):
            self._change_request(fout)
        else:
            self._wachten.tell(_while_coupling(fout, "wachten"))

    def _change_request(self, fout: Exception | None = None) -> None:
        store = self._store
        self._wachten.stop()
        if store is None:
            return

        def show(geopend: "Geopend") -> None:
            self._show_couple(geopend.aanvraag.adres, geopend.aanvraag.code)
            if fout is not None:
                self._tell(fout)

        self._tasks().read(self, lambda: _import("opening").describe(store), show, self._tell)

    # -- what every step shares --------------------------------------------------------------------------------------

    def _write(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._tasks().write(self, work, then, self._tell)

    def _tell(self, fout: Exception) -> None:
        """What went wrong, in the panel that is shown; typed text stays."""
        paneel = self.window.paneel
        if paneel is None:
            return
        zin = _while_coupling(fout, "koppelen") if paneel.objectName() == "koppelen_paneel" else sentence(fout)
        paneel.show_error(zin, getattr(fout, "code", ""))
        if paneel.objectName() == "ontgrendelen":
            self._ontgrendelen.hold(self.throttle(self._folder).wait)


def _while_coupling(fout: Exception, groep: str) -> str:
    """Without a line there is nothing yet to go on with: other words than later, when the work is on the laptop."""
    is_line = getattr(fout, "code", "") in ("sync.geen_verbinding", "sync.server_storing")
    return load("start")(f"{groep}.lijn") if is_line else sentence(fout)


def _import(naam: str) -> Any:
    """A heavy module of ours, in the worker that needs it; after the first picture it is there already."""
    return importlib.import_module(f"kernnetwerk_app.{naam}")
