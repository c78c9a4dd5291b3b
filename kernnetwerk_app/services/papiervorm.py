"""How papers for one resident begin: the form and the language that follow from what they told (RES-09, TAAL-03)."""

from uuid import UUID

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm, voorgesteld
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer


def vorm_voor(plek: Werkplek, wie: Inwoner) -> Papiervorm:
    """How papers for this resident begin, their language included."""
    return voorgesteld(wie, plek.profiel.vertalingen)


def vorm_van(plek: Werkplek, lezer: Lezer, inwoner_id: UUID | None) -> Papiervorm:
    """The same by who reads; somebody outside the household (None) has told us nothing of how they read."""
    wie = lezer.find_one(Inwoner, inwoner_id)
    return vorm_voor(plek, wie) if wie is not None else GEWOON
