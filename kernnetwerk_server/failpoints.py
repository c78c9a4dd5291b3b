"""The moments at which a server may die. A hook is passed in, so that a test can kill the process there."""

from collections.abc import Callable
from enum import StrEnum


class Punt(StrEnum):
    """Named moments of one request, in their order."""

    ONTVANGEN = "ontvangen"
    """The body is read and its signature holds; nothing is written yet."""
    VOOR_COMMIT = "voor_commit"
    """Everything is written and the answer made; not committed yet."""
    NA_COMMIT = "na_commit"
    """Durable, but the answer has not left."""


Hook = Callable[[Punt], None]


def go_on(_punt: Punt) -> None:
    """The hook of a real server: does nothing."""
