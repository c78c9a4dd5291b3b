"""What a write changed, for whoever shows it: the broadcast that screens refresh from."""

from typing import Any

from kernnetwerk_app.store.changes import Changes as Changes

__all__ = ["Changes", "changes_in"]


def changes_in(answer: Any) -> Changes | None:
    """The Changes in the answer of a service: itself, a part of a tuple, or its attribute `changes`."""
    if isinstance(answer, Changes):
        return answer
    if isinstance(answer, tuple):
        return next((deel for deel in answer if isinstance(deel, Changes)), None)
    changes = getattr(answer, "changes", None)
    return changes if isinstance(changes, Changes) else None
