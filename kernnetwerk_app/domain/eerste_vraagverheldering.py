"""The eerste vraagverheldering: a step of its own before the gesprek, with its own author, date and result (EVV-04).

What is said about the question and the life domains are the same `Antwoord` records that the gesprek goes on with, so
nothing is asked twice (EVV-11). Here stands only what belongs to this step.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Onvindbaar, Tekstveld, Voor, VoorWie
from kernnetwerk_app.domain.begin import Begin, begin_id
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus

Regel = Annotated[str | None, Field(max_length=300)]
VEILIGHEID = "veiligheid"
"""Key of the safety item in the minimal set; it is in every set, and never passed with a reason (VEI-01)."""
DOORVERWEZEN = "doorverwezen"
"""Key of the outcome that sends somebody to another: counted, as every hand-over is (EVV-24)."""
MINIMAAL = frozenset(
    {"vraag", "waar_het_om_gaat", "al_geprobeerd", "urgentie", "brede_uitvraag", "bestaanszekerheid", "uitkomst"}
    | {"contactpersoon", VEILIGHEID}
)
"""What a municipality can ask for in its minimal set (EVV-10)."""


class EersteZonderUitkomst(KernnetwerkError):
    """A first clarification that is finished says what came of it (EVV-12)."""

    code = "eerste_vraagverheldering.zonder_uitkomst"


class EersteIsAfgerond(KernnetwerkError):
    """What came of a finished one changes only after somebody opened it again."""

    code = "eerste_vraagverheldering.afgerond"


class VeiligheidNietBesproken(KernnetwerkError):
    """Neither finished nor handed over while the safety item is blank; a hard stop (VEI-01)."""

    code = "eerste_vraagverheldering.zonder_veiligheid"


class MinimaleSetOnvolledig(KernnetwerkError):
    """Something of the minimal set is missing; passed with one line of reason (EVV-10, TEAM-04)."""

    code = "eerste_vraagverheldering.onvolledig"


class Veiligheid(StrEnum):
    """The three answers of VEI-01."""

    GEEN_ZORGEN = "besproken, geen zorgen"
    ZORGEN = "zorgen"
    NIET_VEILIG = "kon niet veilig besproken worden"


class Fase(StrEnum):
    """Where the first clarification is; follows from facts, nobody sets it (EVV-19)."""

    BEGRIJPEN = "begrijpen"
    GELEIDEN = "geleiden"
    OPSCHALEN = "opschalen"


class EersteVraagverheldering(Entiteit):
    """One per melding. `urgentie`, `gradatie` and `uitkomst` are a key of the list, or own words where it is open;
    `oorzaken` and `geprobeerd_bij` several of these (`lees_meer`).
    """

    soort: ClassVar[int] = 29
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL

    melding_id: Annotated[UUID, Eenheid(2)]
    datum: Annotated[date, Eenheid(3), Begin()]
    door_id: Annotated[UUID, Eenheid(4), Begin()]
    urgentie: Annotated[Regel, Eenheid(5), Onvindbaar()] = None
    urgentie_reden: Annotated[Regel, Eenheid(6)] = None
    gradatie: Annotated[Regel, Eenheid(7), Onvindbaar()] = None
    oorzaken: Annotated[Regel, Eenheid(8), Onvindbaar()] = None
    geprobeerd_bij: Annotated[Regel, Eenheid(9), Voor(VoorWie.PERSOON), Onvindbaar()] = None
    inkomen: Annotated[Regel, Eenheid(10), Onvindbaar()] = None
    schulden: Annotated[Regel, Eenheid(11), Onvindbaar()] = None
    wonen: Annotated[Regel, Eenheid(12), Onvindbaar()] = None
    uitkomst: Annotated[Regel, Eenheid(13), Onvindbaar()] = None
    uitkomst_reden: Annotated[Regel, Eenheid(14)] = None
    veiligheid: Annotated[Veiligheid | None, Eenheid(15), Voor(VoorWie.AFGESCHERMD)] = None
    veiligheid_woorden: Annotated[Tekstveld | None, Eenheid(16), Voor(VoorWie.AFGESCHERMD)] = None
    veiligheid_datum: Annotated[date | None, Eenheid(17)] = None
    """That the safety item was answered, and not how: who may not read the answer knows that it is there."""
    plek: Annotated[Regel, Eenheid(18)] = None
    """Where the question was asked and clarified: a key of `ingangen`, or own words (EVV-20, TRI-21)."""
    afgerond_datum: Annotated[date | None, Eenheid(19)] = None
    afgerond_door_id: Annotated[UUID | None, Eenheid(19)] = None
    zonder_reden: Annotated[Regel, Eenheid(19)] = None
    """Why it was finished while something of the minimal set was missing."""


BESTAAN = ("inkomen", "schulden", "wonen")
"""The three questions about a secure existence, asked early (EVV-25)."""


def eerste_id(melding_id: UUID) -> UUID:
    """The fixed id of the first clarification of one melding: whoever begins it, it is the same one."""
    return begin_id(melding_id, EersteVraagverheldering)


def lees_meer(waarde: str | None) -> tuple[str, ...]:
    """The several things that were chosen, from the one field that holds them."""
    return tuple(deel for deel in (waarde or "").split("\n") if deel)


def schrijf_meer(gekozen: Iterable[str]) -> str | None:
    """Several things chosen, each once and in this order, as one field; None for nothing."""
    return "\n".join(dict.fromkeys(gekozen)) or None


def is_breed(statussen: Iterable[LeefgebiedStatus]) -> bool:
    """Whether a brede uitvraag was recorded: of every life domain a person said or chose something (EVV-05, TRI-08)."""
    gevonden = list(statussen)
    return bool(gevonden) and LeefgebiedStatus.NOG_NIET not in gevonden


def ontbreekt(gevraagd: Iterable[str], aanwezig: Mapping[str, bool]) -> tuple[str, ...]:
    """What of a minimal set is missing, in its order; the safety item is asked for in every set (EVV-10, VEI-01)."""
    return tuple(sleutel for sleutel in dict.fromkeys((*gevraagd, VEILIGHEID)) if not aanwezig.get(sleutel, False))


def check_set(mist: Collection[str], reden: str | None) -> None:
    """Refuse to go on without the safety item, and without the rest unless there is a line of reason."""
    if VEILIGHEID in mist:
        raise VeiligheidNietBesproken
    if mist and not reden:
        raise MinimaleSetOnvolledig


def fase_van(eerste: EersteVraagverheldering | None, opschalen: Collection[str], *, is_doorgezet: bool) -> Fase:
    """Understanding until there is an outcome, then guiding; scaling up once the outcome is one of `opschalen`, or the
    question was passed on.
    """
    uitkomst = eerste.uitkomst if eerste is not None else None
    if is_doorgezet or (uitkomst is not None and uitkomst in opschalen):
        return Fase.OPSCHALEN
    return Fase.GELEIDEN if uitkomst else Fase.BEGRIJPEN
