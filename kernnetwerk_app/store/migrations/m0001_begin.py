"""Store format 1: all tables of the first issue and the full-text index."""

from sqlalchemy import Connection, text

from kernnetwerk_app.store import audit as audit
from kernnetwerk_app.store import search
from kernnetwerk_app.store.base import Local
from kernnetwerk_app.store.tables import OpRow as OpRow


def upgrade(verbinding: Connection) -> None:
    """Make the tables in an empty store. Formats may still change before the first release (Decided once 21)."""
    Local.metadata.create_all(verbinding)
    for opdracht in search.CREATE:
        verbinding.execute(text(opdracht))
