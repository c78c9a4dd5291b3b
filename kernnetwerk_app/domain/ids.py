"""Several ids kept in one field of words."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from uuid import UUID


def lees_ids(geschreven: str) -> Iterator[UUID]:
    """The ids that stand there, in their order; another program may have written something else."""
    for een in geschreven.split():
        with suppress(ValueError):
            yield UUID(een)


def schrijf_ids(ids: Iterable[UUID]) -> str | None:
    """As a field keeps them; None without any."""
    return " ".join(map(str, ids)) or None
