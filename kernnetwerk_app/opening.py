"""Opening, making and coupling stores. Heavy (SQLModel, requests), so it is imported in a worker, after first paint."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kernnetwerk_app import oefenserver
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.oefenserver import Oefenserver, OefenserverStartNiet
from kernnetwerk_app.paths import resource
from kernnetwerk_app.settings import Settings
from kernnetwerk_app.store import keyfile, vault
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.keyfile import Kosten
from kernnetwerk_app.store.passphrase import check_passphrase, propose_passphrase, read_words
from kernnetwerk_app.store.throttle import Throttle
from kernnetwerk_app.sync import enrolment
from kernnetwerk_app.sync.enrolment import Koppeling
from kernnetwerk_app.sync.errors import SyncError
from kernnetwerk_app.sync.http import Http
from kernnetwerk_app.sync.runner import Runner


class WachtzinGeweigerd(KernnetwerkError):
    """A passphrase of one's own choice that is too short or easy to guess; `code` is the first reason."""

    def __init__(self, code: str) -> None:
        self.code = code  # type: ignore[misc]  the reason is only known here
        super().__init__()


@dataclass(frozen=True, slots=True)
class Geopend:
    """An open store and how its coupling stands; `server` runs only for the practice municipality."""

    store: CaseStore
    gekoppeld: bool
    server: Oefenserver | None = None


def unlock(folder: Path, wachtzin: str, klok: Klok) -> Geopend:
    """Open the store in `folder`; raises what `vault.unlock` and the store raise."""
    store = CaseStore(folder, vault.unlock(folder, wachtzin, Throttle(folder)), klok)
    with store.read() as lezer:
        return Geopend(store, lezer.meta().is_enrolled)


def create(folder: Path, wachtzin: str, klok: Klok, kosten: Kosten | None = None) -> CaseStore:
    """A new store. `WachtzinGeweigerd` when the passphrase can be guessed."""
    bekend = read_words(resource("lijsten", "wachtzin-bekend.txt"))
    codes = check_passphrase(wachtzin, bekend)
    if codes:
        raise WachtzinGeweigerd(codes[0])
    return CaseStore(folder, vault.create(folder, wachtzin, kosten), klok)


def propose() -> str:
    """Five words to start from."""
    return propose_passphrase(read_words(resource("lijsten", "wachtzin-woorden.txt")))


def couple(
    folder: Path, adres: str, code: str, wachtzin: str, klok: Klok, kosten: Kosten | None = None
) -> tuple[CaseStore, Koppeling]:
    """Passphrase, store, enrol (Decided once 11). A store made by an earlier try with this passphrase is used again."""
    if keyfile.exists(folder):
        store = CaseStore(folder, vault.unlock(folder, wachtzin, Throttle(folder)), klok)
    else:
        store = create(folder, wachtzin, klok, kosten)
    try:
        return store, enrolment.begin(store, adres, code)
    except BaseException:
        store.close()
        raise


def approved(store: CaseStore) -> Koppeling:
    """Ask whether the beheerder approved; then fetch what this worker may see, if the line holds."""
    koppeling = enrolment.ask(store)
    if koppeling.is_actief:
        with suppress(SyncError):
            exchange(store)
    return koppeling


def exchange(store: CaseStore) -> None:
    """One exchange, outside any screen."""
    with store.read() as lezer:
        adres = lezer.meta().server_adres
    http = Http(adres)
    try:
        Runner(store, http).run()
    finally:
        http.close()


def practise(settings: Settings, wachtzin: str, klok: Klok, kosten: Kosten | None = None) -> Geopend:
    """The practice municipality: its server started, a real encrypted store coupled to it, ready to open."""
    folder = settings.oefen_map
    bestaat = keyfile.exists(folder)
    server = _server(settings, klok, nodig=not bestaat)
    try:
        if bestaat:
            store = unlock(folder, wachtzin, klok).store
        else:
            store = CaseStore(folder, vault.create(folder, wachtzin, kosten), klok)
    except BaseException:
        if server is not None:
            server.stop()
        raise
    if server is not None:
        _couple_practice(store, server)
    with store.read() as lezer:
        return Geopend(store, lezer.meta().is_enrolled, server)


def _server(settings: Settings, klok: Klok, *, nodig: bool) -> Oefenserver | None:
    """Without its server practising goes on, offline; only the very first time it is needed."""
    vast: datetime | None = klok.nu() if settings.klok else None
    try:
        return oefenserver.start(settings.oefenserver_map, vast)
    except OefenserverStartNiet:
        if nodig:
            raise
        return None


def _couple_practice(store: CaseStore, server: Oefenserver) -> None:
    with store.write() as werk:
        is_enrolled = werk.meta().is_enrolled
        werk.set_meta(server_adres=server.adres, oefenen=True)
        werk.commit("oefenen.begonnen")
    if not is_enrolled:
        enrolment.begin(store, server.adres, server.codes[0])
        enrolment.ask(store)
        exchange(store)
