"""How sending stands: what waits, what was refused and is kept, and when everything was last sent."""

from dataclasses import dataclass
from datetime import UTC, datetime

from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.errors import StoreError as StoreError


@dataclass(frozen=True, slots=True)
class Stand:
    """Numbers of saves and dossiers; `laatst` is None before the first complete exchange."""

    wachtend: int
    dossiers: int
    vast: int
    conflicten: int
    laatst: datetime | None


def load_stand(plek: Werkplek) -> Stand:
    """As of now, from the log itself."""
    with plek.store.read() as lezer:
        stand = lezer.verzendstand()
    laatst = stand.laatst_verstuurd_ms
    return Stand(
        wachtend=stand.wachtend,
        dossiers=sum(1 for huishouden in stand.per_huishouden if huishouden is not None),
        vast=stand.vast,
        conflicten=stand.conflicten,
        laatst=datetime.fromtimestamp(laatst / 1000, UTC) if laatst else None,
    )
