"""Where a store's files are, and whether there are any. So small because the first window waits for it."""

import os
from pathlib import Path

NAAM = "sleutels.json"
KOPIE = "sleutels.json.1"
STORE = "dossiers.db"


def exists(folder: Path) -> bool:
    """Whether there is anything here that may be a key file."""
    return any(os.path.lexists(folder / name) for name in (NAAM, KOPIE))


def is_taken(folder: Path) -> bool:
    """Whether a store was ever made here. Without its key file it opens no more, and still nothing may replace it."""
    return exists(folder) or os.path.lexists(folder / STORE)
