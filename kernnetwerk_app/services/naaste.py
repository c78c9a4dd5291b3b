"""Who stands near somebody of a household without living in it, with data of their own (RES-11, AVG art. 15).

A mantelzorger who lives elsewhere has a record here: what is theirs is theirs to see, to put right and to have taken
away, as it is for who lives here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.relatie import FORMEEL, Relatie, is_alleen_gemerkt
from kernnetwerk_app.services.inwoner import alle_ids, leden
from kernnetwerk_app.store.queries import Lezer


@dataclass(frozen=True, slots=True)
class Naaste:
    """One person, by every relation in this household that is with them; the first stands for them."""

    naam: str
    relaties: tuple[Relatie, ...]
    eigen: frozenset[UUID] = frozenset()
    """Who they are, where they are a resident of another dossier."""


def buiten(lezer: Lezer, huishouden_id: UUID | Sequence[UUID]) -> tuple[Naaste, ...]:
    """Everybody near who does not live here, each once, by name. No organisation or professional, and nobody of whom
    only stands that they noticed something: others read along at the table. Who helped once and stopped may still ask.
    """
    hier = [huishouden_id] if isinstance(huishouden_id, UUID) else huishouden_id
    binnen = {nummer for een in hier for mens in leden(lezer, een) for nummer in alle_ids(lezer, mens.id)}
    van: dict[str, list[Relatie]] = {}
    for relatie in lezer.find(Relatie, huishouden_id=hier):
        naam = naam_van(lezer, relatie)
        past = relatie.hulpsoort != FORMEEL and not is_alleen_gemerkt(relatie)
        if naam and past and relatie.ander_id not in binnen:
            van.setdefault(" ".join(naam.casefold().split()), []).append(relatie)
    return tuple(_naaste(lezer, van[sleutel]) for sleutel in sorted(van))


def van_relatie(lezer: Lezer, relatie_id: UUID) -> Naaste:
    """The person of this relation, also when they came to live here since; raises `BestaatNiet`."""
    relatie = lezer.get(Relatie, relatie_id)
    hier = [relatie.huishouden_id] if relatie.huishouden_id is not None else []
    gevonden = (een for een in buiten(lezer, hier) if relatie_id in {r.id for r in een.relaties})
    return next(gevonden, None) or _naaste(lezer, [relatie])


def naam_van(lezer: Lezer, relatie: Relatie) -> str:
    """How the other one of a relation is called; empty for who has no name."""
    ander = lezer.find_one(Inwoner, relatie.ander_id) if relatie.ander_id is not None else None
    return (ander.naam if ander is not None else relatie.ander_naam) or ""


def _naaste(lezer: Lezer, relaties: Sequence[Relatie]) -> Naaste:
    ander = {nummer for r in relaties if r.ander_id is not None for nummer in alle_ids(lezer, r.ander_id)}
    return Naaste(naam_van(lezer, relaties[0]), tuple(relaties), frozenset(ander))
