"""One encrypted store on this laptop: opened with the keys of the vault, read and written only through here."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.store import audit
from kernnetwerk_app.store import engine as engines
from kernnetwerk_app.store.errors import StoreGesloten
from kernnetwerk_app.store.key_place import STORE
from kernnetwerk_app.store.migrations.ladder import climb
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.readers import Readers
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.store.vault import OpenVault

LAATSTE_RIJEN = 1000
"""How many rows of the audit chain are checked at each unlock (security.md 3.7)."""
GEDULD_SECONDEN = 1.0
"""For who is reading when the store closes, see `Readers.close`; a question takes some milliseconds."""


class CaseStore:
    """`write` gives the one unit of work (writer and sync thread), `read` a snapshot for questions (reader thread)."""

    def __init__(self, folder: Path, vault: OpenVault, klok: Klok) -> None:
        """Open the store in `folder`, bring it to the newest format, and seal what was still being typed."""
        self.folder = folder
        self.klok = klok
        self._vault = vault
        self._sessie_id: UUID = uuid4()
        self._one_writer = threading.RLock()
        """Held by a write and by `close`: a lock during an exchange may not wipe the keys under a write (audit MAC)."""
        self._closed = False
        with ExitStack() as opened:
            self._writer = engines.open_engine(folder / STORE, vault.db_key, create=vault.is_new)
            opened.callback(self._writer.dispose)
            with _named_errors():
                climb(self._writer)
            self._reader = engines.open_engine(folder / STORE, vault.db_key, read_only=True)
            opened.callback(self._reader.dispose)
            self._readers = Readers(self._reader)
            self.audit_gebroken = not self._is_audit_whole()
            """A row of the audit chain was changed, dropped or moved. To be told to the user; the work goes on."""
            self._begin_session()
            opened.pop_all()

    def _is_audit_whole(self) -> bool:
        with _named_errors(), Session(self._reader) as session:
            return audit.verify(session, self._vault.audit_key, last=LAATSTE_RIJEN).is_whole

    def _begin_session(self) -> None:
        """Note the opening and what was found at it, and seal what was still being typed."""
        if self.audit_gebroken:
            with self.write() as werk:
                werk.commit("audit.gebroken", uitkomst="mislukt")
        with self.write() as werk:
            werk.seal()
            werk.commit("ontgrendeld")

    @contextmanager
    def write(self, herkomst: object = None) -> Iterator[UnitOfWork]:
        """One transaction; `BEGIN IMMEDIATE` at its first statement. Not committed = undone. Raises a `StoreError`."""
        with self._one_writer, _named_errors(), Session(self._writer) as session:
            if self._closed:
                raise StoreGesloten
            yield UnitOfWork(session, self.klok, self._vault.audit_key, self._sessie_id, herkomst)

    @contextmanager
    def read(self) -> Iterator[Lezer]:
        """One consistent snapshot. Raises a `StoreError`."""
        with _named_errors(), self._readers.session() as session:
            yield Lezer(session, onthoudt=True)

    def close(self) -> None:
        """Seal what was typed, note it, empty the write-ahead log, close every connection and wipe the keys.

        Writers first, then readers: with the last of them gone, nothing is left on disk but what the store says now.
        What was taken back is nowhere then, not in the log either (SIG-04). May be called twice.
        On a full disk a laptop must lock as well: what was typed is kept already, and is sealed at the next unlock.
        Whatever else goes wrong is raised, when it is closed and the keys are wiped.
        """
        with ExitStack() as closing, self._one_writer:
            if self._closed:
                return
            closing.callback(self._let_go)  # no longer as the one writer: a reader that wants to write now hears it
            try:
                with suppress(KernnetwerkError), self.write() as werk:
                    werk.seal()
                    werk.commit("vergrendeld")
            finally:
                self._closed = True

    def _let_go(self) -> None:
        """Close every connection and wipe the keys, each whatever became of the one before."""
        with ExitStack() as closing:
            closing.callback(self._vault.close)
            closing.callback(self._writer.dispose)
            if self._readers.close(GEDULD_SECONDEN):
                engines.checkpoint(self._writer)


@contextmanager
def _named_errors() -> Iterator[None]:
    """The database's own errors carry statements and values; outside the store they have a name and nothing else."""
    try:
        yield
    except DBAPIError as fout:
        raise engines.store_error(fout) from None
