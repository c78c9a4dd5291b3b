"""The numbered ladder of store formats: each step once, in its own transaction, never down."""

from collections.abc import Callable

from sqlalchemy import Connection, Engine, text

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.store.migrations import m0001_begin, m0002_verstrekking, m0003_namelijk, m0004_voordeur

APPLICATION_ID = 0x4B4E5731
"""`KNW1`: a store of ours, and no other program's file."""

STAPPEN: tuple[Callable[[Connection], None], ...] = (
    m0001_begin.upgrade,
    m0002_verstrekking.upgrade,
    m0003_namelijk.upgrade,
    m0004_voordeur.upgrade,
)


class StoreIsNieuwer(KernnetwerkError):
    """Written by a newer version of the program; nothing is touched."""

    code = "store.is_nieuwer"


class StoreVanAnder(KernnetwerkError):
    """A database, but of another program."""

    code = "store.van_ander"


def climb(engine: Engine) -> int:
    """Bring the store to the newest format, one step a transaction; gives the format it has now."""
    while True:
        with engine.begin() as verbinding:
            versie = int(verbinding.execute(text("PRAGMA user_version")).scalar_one())
            eigenaar = int(verbinding.execute(text("PRAGMA application_id")).scalar_one())
            if versie > len(STAPPEN):
                raise StoreIsNieuwer
            if eigenaar not in (0, APPLICATION_ID) or (versie and eigenaar == 0):
                raise StoreVanAnder
            if versie == len(STAPPEN):
                return versie
            STAPPEN[versie](verbinding)
            verbinding.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
            verbinding.execute(text(f"PRAGMA user_version = {versie + 1}"))
