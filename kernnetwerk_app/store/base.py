"""The device's own table registry, apart from the server's, so that both fit in one process."""

from sqlalchemy import Table
from sqlalchemy.orm import registry
from sqlmodel import SQLModel


class Local(SQLModel, registry=registry()):
    """Base of every table on the device."""


def table_of(rij: type[Local]) -> Table:
    """The table behind a row class, for statements past the session's memory: those are made once."""
    return Local.metadata.tables[str(rij.__tablename__)]
