"""By life domain: how what leaves a dossier is laid out, for a colleague and for the resident (OND-03).

The domains and their order are those of the profile. What belongs to none of them is laid out as it was.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.afzien import Afzien, Waarvan
from kernnetwerk_app.domain.base import Entiteit, VoorWie
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Afspraak, Doel, Stap
from kernnetwerk_app.domain.score import Score
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.services import afzien, kijkrichting
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

_MEEST = 1_000
"""So many characters of one domain go along in a hand-over; all of it stands in the dossier."""
ELDERS = "elders"
"""Key of what is planned and belongs to no domain."""


@dataclass(frozen=True, slots=True)
class Gebied:
    """What can go along of one domain. `liever_niet`: somebody here would rather not talk about it (RES-15)."""

    sleutel: str
    naam: str
    woorden: str
    liever_niet: bool


def gebied_van(plek: Werkplek, lezer: Lezer, hier: Collection[UUID]) -> Callable[[Entiteit], str]:
    """For a record of these dossiers the key of the life domain that it is about; nothing where it is of none."""
    gebieden = {gebied.sleutel for gebied in plek.profiel.leefgebieden.leefgebieden}
    van_doel = {doel.id: doel.leefgebied or "" for doel in lezer.find(Doel, huishouden_id=list(hier))}

    def gebied(record: Entiteit) -> str:
        sleutel = ""
        if isinstance(record, Antwoord):
            sleutel = record.sleutel.partition(".")[0]
        elif isinstance(record, Doel):
            sleutel = record.leefgebied or ""
        elif isinstance(record, Stap | Afspraak):
            sleutel = van_doel.get(record.doel_id, "")
        elif isinstance(record, Score) and record.lens is Lens.LEEFGEBIEDEN:
            sleutel = record.onderwerp
        elif isinstance(record, Afzien) and record.waarvan is Waarvan.LEEFGEBIED:
            sleutel = record.waarover or ""
        return sleutel if sleutel in gebieden else ""

    return gebied


def per_leefgebied(plek: Werkplek, lezer: Lezer, melding: Melding) -> Iterator[Gebied]:
    """What was told at the table and what the plan does about it, by domain, for who takes a question over. What
    somebody told apart or to a professional only is not in it, and of a domain that was not touched nothing is said.
    """
    assert melding.huishouden_id is not None  # noqa: S101  a melding is of a dossier
    t, liever = load("overdracht").met(plek.profiel.zeg), afzien.per_leefgebied(plek, lezer, melding.huishouden_id)
    stof = kijkrichting.lees(plek, lezer, melding.huishouden_id, VoorWie.PERSOON)
    for vak in kijkrichting.vakken(plek, stof, Lens.LEEFGEBIEDEN):
        gezegd = [een for een in vak.gezegd if een.over is None]
        delen = [t("gebied.gezegd", vraag=een.vraag, woorden=_zin(een.woorden)) for een in gezegd]
        delen += [t("gebied.doel", doel=_zin(een.doel.tekst)) for een in vak.voornemens]
        if delen:
            naam, woorden = vak.naam or t("gebied.elders"), _kort(" ".join(delen))
            yield Gebied(vak.sleutel or ELDERS, naam, woorden, vak.sleutel in liever)


def _zin(woorden: str) -> str:
    """One sentence, however it was typed."""
    heel = " ".join(woorden.split())
    return heel if heel.endswith((".", "?", "!")) else f"{heel}."


def _kort(woorden: str) -> str:
    """The beginning, after a whole word."""
    return woorden if len(woorden) <= _MEEST else f"{woorden[:_MEEST].rsplit(' ', 1)[0]} ..."
