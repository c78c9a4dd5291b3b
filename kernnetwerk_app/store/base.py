"""The device's own table registry, apart from the server's, so that both fit in one process."""

from sqlalchemy.orm import registry
from sqlmodel import SQLModel


class Local(SQLModel, registry=registry()):
    """Base of every table on the device."""
