"""Whether two keys of a reader are of one and the same, also where two records turned out to be of one person."""

from uuid import UUID

from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.store.queries import Lezer


def zelfde_lezer(lezer: Lezer, een: str, ander: str) -> bool:
    """A key ends in the id of a person, of a relation or of a yes; only of a person there may be several."""
    if een == ander:
        return True
    (rol, _, nummer), (andere_rol, _, ander_nummer) = een.rpartition("."), ander.rpartition(".")
    try:
        return rol == andere_rol and UUID(nummer) in alle_ids(lezer, UUID(ander_nummer))
    except ValueError:
        return False
