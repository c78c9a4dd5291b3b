"""Store format 2: that the outcome was given in writing, in a table of its own."""

from sqlalchemy import Connection, inspect

from kernnetwerk_app.store.base import Local
from kernnetwerk_app.store.tables import VerstrekkingRow


def upgrade(verbinding: Connection) -> None:
    """Make the table, unless the first step made it just now: that one makes all tables of today."""
    tabel = Local.metadata.tables[VerstrekkingRow.__tablename__]
    if not inspect(verbinding).has_table(tabel.name):
        tabel.create(verbinding)
