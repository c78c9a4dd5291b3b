"""Writing down a figure from 0 to 10 that was said of a life domain today (EVV-16)."""

from uuid import UUID

from kernnetwerk_app.domain.schaalvraag import check_cijfer, schaalsleutel
from kernnetwerk_app.services.vraagverheldering import Stap, put_answer, stap_gesprek
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes


def geef(
    plek: Werkplek,
    huishouden_id: UUID,
    gesprek_id: UUID,
    gebied: str,
    cijfer: int,
    herkomst: object = None,
    stap: Stap | None = None,
) -> Changes:
    """Today's figure; said again on the same day it takes the place of the first. Raises `CijferBuitenSchaal`."""
    check_cijfer(cijfer)
    sleutel = schaalsleutel(gebied, plek.vandaag)
    with plek.store.write(herkomst) as werk:
        (stap or stap_gesprek(plek, huishouden_id, gesprek_id)).hold(werk)
        put_answer(plek, werk, huishouden_id, gesprek_id, sleutel, str(cijfer))
        return werk.commit("gesprek.cijfer", huishouden_id)
