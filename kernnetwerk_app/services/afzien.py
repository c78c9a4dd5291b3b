"""What a resident would rather not: written down in neutral words, ended when they see it differently (RES-15)."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.afzien import Afzien, Waarvan, check_afzien, geldt
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst


def leg_vast(
    plek: Werkplek, huishouden_id: UUID, velden: Mapping[str, Any], herkomst: object = None, concept: str = ""
) -> Changes:
    """From today on; raises `AfzienZonderWaarover`, `RegelTeLang`, `TekstTeLang`."""
    with plek.store.write(herkomst) as werk:
        record = maak(Afzien, id=plek.new_id(), huishouden_id=huishouden_id, datum=plek.vandaag, **velden)
        check_afzien(record)
        werk.add(record)
        werk.keep_concept(concept, {})
        return werk.commit("afzien.vastgelegd", huishouden_id)


def beeindig(plek: Werkplek, geladen: Afzien, bases: Bases, herkomst: object = None) -> Changes:
    """They see it differently now."""
    with plek.store.write(herkomst) as werk:
        wijzig(werk, geladen, bases, {"eind_datum": plek.vandaag})
        return werk.commit("afzien.beeindigd", geladen.huishouden_id)


def geldende(plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None) -> list[Afzien]:
    """What the people of this household would rather not, today."""
    return [een for een in lezer.find(Afzien, huishouden_id=huishouden_id) if geldt(een, plek.vandaag)]


def per_leefgebied(plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None) -> dict[str, tuple[str, ...]]:
    """By life domain what somebody would rather not talk about, a sentence each."""
    gevonden: dict[str, tuple[str, ...]] = {}
    for een in geldende(plek, lezer, huishouden_id):
        if een.waarvan is Waarvan.LEEFGEBIED and een.waarover:
            gevonden[een.waarover] = (*gevonden.get(een.waarover, ()), zin(plek, lezer, een))
    return gevonden


def zin(plek: Werkplek, lezer: Lezer, een: Afzien) -> str:
    """It in one sentence, without a judgement: who, and of what."""
    t = load_tekst("rechtenblad").met(plek.profiel.zeg)
    woorden = t(f"liever.zin_{een.waarvan.value}", wie=wie(lezer, een) or t("onbekend"), waarover=waarover(plek, een))
    return woorden[:1].upper() + woorden[1:]


def wie(lezer: Lezer, een: Afzien) -> str:
    """How they are called."""
    mens = lezer.find_one(Inwoner, een.inwoner_id)
    return (mens.aanhef or mens.naam) if mens is not None else ""


def waarover(plek: Werkplek, een: Afzien) -> str:
    """The name of the life domain; of the others the words that were written."""
    if een.waarvan is not Waarvan.LEEFGEBIED:
        return een.waarover or ""
    namen = {gebied.sleutel: gebied.naam for gebied in plek.profiel.leefgebieden.leefgebieden}
    return namen.get(een.waarover or "", een.waarover or "")


def regels_tegen(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None, regels: Iterable[Afspraak]
) -> dict[UUID, str]:
    """By line of a plan that names a helper whom somebody would rather not have, that in a sentence (RES-15)."""
    hulp = [een for een in geldende(plek, lezer, huishouden_id) if een.waarvan is Waarvan.HULP]
    genoemd = ((regel, een) for regel in regels for een in hulp if _noemt(regel, een.waarover))
    return {regel.id: zin(plek, lezer, een) for regel, een in genoemd}


def geen_hulp_van(plek: Werkplek, lezer: Lezer, huishouden_id: UUID | None) -> tuple[str, ...]:
    """Whose help somebody here would rather not have, in their words: nobody is proposed for it (RES-15)."""
    alle = geldende(plek, lezer, huishouden_id)
    return tuple(een.waarover for een in alle if een.waarvan is Waarvan.HULP and een.waarover)


def _noemt(regel: Afspraak, waarover: str | None) -> bool:
    namen = filter(None, (regel.wie_naam, regel.organisatie))
    return regel.wie is not Wie.INWONER and any(zelfde(waarover, naam) for naam in namen)
