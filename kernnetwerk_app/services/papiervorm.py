"""How papers for one resident begin: the form and the language that follow from what they told (RES-09, TAAL-03)."""

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.papiervorm import Papiervorm, voorgesteld
from kernnetwerk_app.services.werkplek import Werkplek


def vorm_voor(plek: Werkplek, wie: Inwoner) -> Papiervorm:
    """How papers for this resident begin, their language included."""
    return voorgesteld(wie, plek.profiel.vertalingen)
