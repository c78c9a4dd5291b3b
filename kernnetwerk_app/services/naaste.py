"""Who stands near somebody of a household without living in it, with data of their own (RES-11, AVG art. 15).

A mantelzorger who lives elsewhere has a record here: what is theirs is theirs to see, to put right and to have taken
away, as it is for who lives here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.naamgenoot import naamsleutel
from kernnetwerk_app.domain.relatie import FORMEEL, Relatie, is_alleen_gemerkt
from kernnetwerk_app.services.inwoner import alle_ids, leden
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.teksten import load as load_tekst

_KORT = 60
"""So many characters tell two people with one name apart."""


@dataclass(frozen=True, slots=True)
class Naaste:
    """One person, by every relation in this household that is with them; the first stands for them. `van`: what they
    are and of whom, as far as that is known: two people may have one name.
    """

    naam: str
    relaties: tuple[Relatie, ...]
    eigen: frozenset[UUID] = frozenset()
    """Who they are, where they are a resident of another dossier."""
    van: tuple[tuple[str, str], ...] = ()
    """Of each relation the key of what they are, or own words, and the name of that resident."""


def buiten(lezer: Lezer, huishouden_id: UUID | Sequence[UUID]) -> tuple[Naaste, ...]:
    """Everybody near who does not live here, each once, by name. No organisation or professional, and nobody of whom
    only stands that they noticed something: others read along at the table. Who helped once and stopped may still ask.

    One name is not one person. Several relations are of one only where that is known: the same resident of another
    dossier, or one name with one telephone number.
    """
    hier = [huishouden_id] if isinstance(huishouden_id, UUID) else huishouden_id
    binnen = {nummer for een in hier for mens in leden(lezer, een) for nummer in alle_ids(lezer, mens.id)}
    van: dict[object, list[Relatie]] = {}
    for relatie in lezer.find(Relatie, huishouden_id=hier):
        past = relatie.hulpsoort != FORMEEL and not is_alleen_gemerkt(relatie)
        if naam_van(lezer, relatie) and past and relatie.ander_id not in binnen:
            van.setdefault(_wie(lezer, relatie), []).append(relatie)
    alle = (_naaste(lezer, relaties) for relaties in van.values())
    return tuple(sorted(alle, key=lambda een: (naamsleutel(een.naam), een.van, str(een.relaties[0].id))))


def aanduidingen(plek: Werkplek, naasten: Sequence[Naaste]) -> dict[UUID, str]:
    """By relation how these people are told apart: by what they are and of whom, and where that is the same, by what
    else is known of them.
    """
    t = load_tekst("rechten").met(plek.profiel.zeg)
    gezegd = [_aanduiding(plek, t, een) for een in naasten]
    dubbel = {een for een in gezegd if gezegd.count(een) > 1}
    bekend = [
        " ".join((r.telefoon or r.doet or r.kan or "").split())[:_KORT] for r in (een.relaties[0] for een in naasten)
    ]
    alle: dict[UUID, str] = {}
    for nummer, (een, woorden, bij) in enumerate(zip(naasten, gezegd, bekend, strict=True), 1):
        anders = t("verzoek.naaste_bekend", wie=woorden, wat=bij or nummer) if woorden in dubbel else woorden
        alle |= {relatie.id: anders for relatie in een.relaties}
    return alle


def _aanduiding(plek: Werkplek, t: Tekst, een: Naaste) -> str:
    lijst = plek.profiel.lijst("relaties")
    alle = ((lijst.label(wat), wie) for wat, wie in een.van)
    van = ", ".join(t("verzoek.is_van" if wat else "verzoek.is_bij", wat=wat.lower(), wie=wie) for wat, wie in alle)
    return t("verzoek.naaste", naam=een.naam, van=van)


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
    van = dict.fromkeys((r.relatie or "", _naam(lezer, r.inwoner_id)) for r in relaties)
    return Naaste(naam_van(lezer, relaties[0]), tuple(relaties), frozenset(ander), tuple(van))


def _wie(lezer: Lezer, relatie: Relatie) -> object:
    """What is the same in two relations with one person, and in no others."""
    if relatie.ander_id is not None:
        return alle_ids(lezer, relatie.ander_id)[0]
    nummer = re.sub(r"\D", "", relatie.telefoon or "")
    return (naamsleutel(relatie.ander_naam), nummer) if nummer else relatie.id


def _naam(lezer: Lezer, inwoner_id: UUID) -> str:
    wie = lezer.find_one(Inwoner, inwoner_id)
    return (wie.naam or wie.aanhef) if wie is not None else ""
