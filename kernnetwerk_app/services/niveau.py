"""Writing down at which level somebody functions, and to which we go; each time a new record (TRI-09)."""

from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.niveau import Niveau
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.services.tekst import maak
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer


def verloop(lezer: Lezer, huishouden_id: UUID) -> list[Niveau]:
    """The levels of the household and of each resident in it, in time: so that scaling up and down shows."""
    return sorted(lezer.find(Niveau, huishouden_id=huishouden_id), key=lambda niveau: niveau.datum)


def stel_vast(
    plek: Werkplek,
    huishouden_id: UUID,
    nu: str,
    streef: str | None = None,
    streef_datum: date | None = None,
    reden: str | None = None,
    inwoner_id: UUID | None = None,
    zelforganiserend: str | None = None,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """The level of today and the one that is aimed at; what was written before stays as the history."""
    plek.check_mag(Recht.TRIAGE)
    niveau = maak(
        Niveau,
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        inwoner_id=inwoner_id,
        datum=plek.vandaag,
        door_id=plek.medewerker.id,
        nu=nu,
        streef=streef,
        streef_datum=streef_datum,
        reden=reden,
        zelforganiserend=zelforganiserend,
    )
    with plek.store.write(herkomst) as werk:
        werk.add(niveau)
        werk.keep_concept(concept, {})
        return werk.commit("niveau.vastgesteld", huishouden_id)
