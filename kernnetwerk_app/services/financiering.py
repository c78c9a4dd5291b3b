"""That a resident was told how help can be arranged and what it can cost, and what they would like (BES-10)."""

from uuid import UUID

from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes

LIJST = "financiering"
"""The list with what is told; its version is kept with the day."""
WENSEN = ("zin", "pgb")
"""Keys of it that one can wish for; who does not know yet chooses none."""


def vertel(plek: Werkplek, plan_id: UUID, verteld: bool, herkomst: object = None) -> Changes:
    """Note that all of it was told today, by whom and in which version; or take that back."""
    lijst = plek.profiel.lijst(LIJST)
    nieuw = (plek.vandaag, plek.medewerker.id, f"{lijst.sleutel} {lijst.versie}") if verteld else (None, None, None)
    velden = dict(zip(("voorlichting_datum", "voorlichting_door_id", "voorlichting_tekst"), nieuw, strict=True))
    with plek.store.write(herkomst) as werk:
        van = werk.get(Ondersteuningsplan, plan_id)
        werk.change(van, None, **velden)
        return werk.commit("plan.voorlichting", van.huishouden_id)
