"""Store format 4: the nouns of the front door. The tables of all nouns are made anew, and filled from the log."""

from sqlalchemy import Connection
from sqlmodel import Session

from kernnetwerk_app.store.base import Local, table_of
from kernnetwerk_app.store.project import rebuild
from kernnetwerk_app.store.tables import ROWS


def upgrade(verbinding: Connection) -> None:
    """All that a table of a noun says stands in the log, so nothing is lost; what is being typed is not touched."""
    Local.metadata.drop_all(verbinding, tables=[table_of(rij) for rij in ROWS.values()])
    Local.metadata.create_all(verbinding)
    with Session(verbinding) as session:
        rebuild(session)
        session.flush()
