"""Beloofd: what was promised to whom, who does it and before when; late ones stand on the start screen (RES-07)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner
from kernnetwerk_app.domain.naamgenoot import naamsleutel
from kernnetwerk_app.domain.relatie import is_kind
from kernnetwerk_app.domain.toezegging import Toezegging, check_toezegging, voorgesteld_uiterlijk
from kernnetwerk_app.services.adres import kern_op_lijst
from kernnetwerk_app.services.bijzonderheid import gestopt
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon, leden, voorletters, zonder_namen
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

_VORM = {
    Aanspreekvorm.MEVROUW: frozenset({"mevr", "mevrouw", "mw"}),
    Aanspreekvorm.MENEER: frozenset({"dhr", "heer", "meneer"}),
}
_AANSPREKEN = frozenset({"aan", "de", "het"}).union(*_VORM.values())
"""What stands before a name."""
_INWONER = frozenset({"inwoner", "inwoonster", "client", "cliente", "cliënt", "cliënte"})
_SAMEN = frozenset({"gezin", "huishouden", "familie"})
"""All who live here: who lives alone."""


@dataclass(frozen=True, slots=True)
class NieuweToezegging:
    """What was typed. Without `uiterlijk` the municipality's norm counts, without `eigenaar_id` who writes it."""

    wat: str
    aan: str | None = None
    uiterlijk: date | None = None
    eigenaar_id: UUID | None = None
    contact_id: UUID | None = None
    signaal_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Belofte:
    """An open promise for the start screen: initials, also within its words."""

    id: UUID
    huishouden_id: UUID | None
    wat: str
    voorletters: str
    kern: str | None
    uiterlijk: date
    te_laat: bool


def voorstel(plek: Werkplek) -> date:
    """The last day that is filled in beforehand."""
    return voorgesteld_uiterlijk(plek.vandaag, plek.profiel.toezegging_dagen, plek.profiel.kalender)


def zet(plek: Werkplek, werk: UnitOfWork, huishouden_id: UUID | None, invoer: NieuweToezegging) -> Toezegging:
    """The promise as part of a save. Raises `ToezeggingZonderWoorden`, `ToezeggingVoorBelofte`, `RegelTeLang`."""
    toezegging = maak(
        Toezegging,
        id=plek.new_id(),
        huishouden_id=huishouden_id,
        wat=invoer.wat,
        aan=invoer.aan,
        uiterlijk=invoer.uiterlijk or voorstel(plek),
        eigenaar_id=invoer.eigenaar_id or plek.medewerker.id,
        beloofd_datum=plek.vandaag,
        contact_id=invoer.contact_id,
        signaal_id=invoer.signaal_id,
    )
    check_toezegging(toezegging)
    return werk.add(toezegging)


def beloof(
    plek: Werkplek, huishouden_id: UUID | None, invoer: NieuweToezegging, herkomst: object = None, concept: str = ""
) -> Changes:
    """A promise of today; takes in the form that was kept as `concept`. Raises as `zet`."""
    with plek.store.write(herkomst) as werk:
        zet(plek, werk, huishouden_id, invoer)
        werk.keep_concept(concept, {})
        return werk.commit("toezegging.beloofd", huishouden_id)


def rond_af(
    plek: Werkplek,
    toezegging: Toezegging,
    bases: Bases,
    hoe: str | None = None,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """Done today, with a word of how where there is one. `toezegging` and `bases` as the screen loaded them."""
    with plek.store.write(herkomst) as werk:
        wijzig(werk, toezegging, bases, {"gedaan_datum": plek.vandaag, "gedaan_hoe": hoe})
        werk.keep_concept(concept, {})
        return werk.commit("toezegging.gedaan", toezegging.huishouden_id)


def neem_terug(plek: Werkplek, toezegging: Toezegging, bases: Bases, herkomst: object = None) -> Changes:
    """Not done after all: it is open again."""
    with plek.store.write(herkomst) as werk:
        wijzig(werk, toezegging, bases, {"gedaan_datum": None, "gedaan_hoe": None})
        return werk.commit("toezegging.weer_open", toezegging.huishouden_id)


def nu_van(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[Toezegging, ...]:
    """What was promised in this dossier and is still to be done, first due first; then what was done today, for that
    may have been said by mistake.
    """
    alle = lezer.find(Toezegging, huishouden_id=huishouden_id)
    nu = [toezegging for toezegging in alle if toezegging.gedaan_datum in (None, plek.vandaag)]
    return tuple(sorted(nu, key=lambda toezegging: (not toezegging.is_open, toezegging.uiterlijk)))


def aan_wie(lezer: Lezer, belofte: Toezegging) -> tuple[UUID, ...]:
    """The ids of the one of the household to whom it was promised: a promise may say what somebody else in the house
    should not know. Whose question it is unless it says otherwise. Nobody, and then it stands on no paper and not on
    the turned screen, when it names no one of them, two at once, or somebody by way of them (*de moeder van Saar*),
    and when it came with a signal: the resident may not know of that. *De inwoner* is whose question it is, and so is
    *mevrouw* or *het gezin* where nobody else can be meant.
    """
    if belofte.signaal_id is not None or belofte.huishouden_id is None:
        return ()
    aan = naamsleutel(belofte.aan)
    if not aan:
        return tuple(alle_ids(lezer, hoofdpersoon(lezer, belofte.huishouden_id).id))
    mensen, ik = leden(lezer, belofte.huishouden_id), hoofdpersoon(lezer, belofte.huishouden_id)
    zonder_naam = set(re.findall(r"\w+", aan))
    if zonder_naam and zonder_naam <= _AANSPREKEN | _INWONER | _SAMEN:
        bedoeld = _aangesproken(zonder_naam, mensen, ik, belofte.beloofd_datum)
        return tuple(alle_ids(lezer, bedoeld.id)) if bedoeld is not None else ()
    heet_zo = [mens for mens in mensen if aan in (naamsleutel(mens.naam), naamsleutel(mens.aanhef))]
    genoemd = heet_zo or [mens for mens in mensen if _is_naam_van(mens, aan)]
    return tuple(alle_ids(lezer, genoemd[0].id)) if len(genoemd) == 1 else ()


def op_geen_papier(lezer: Lezer, beloften: Iterable[Toezegging]) -> frozenset[UUID]:
    """Which of these nobody of the household reads on paper: who wrote it finds out in the dossier."""
    return frozenset(belofte.id for belofte in beloften if not aan_wie(lezer, belofte))


def _aangesproken(woorden: set[str], mensen: Sequence[Inwoner], ik: Inwoner, dag: date) -> Inwoner | None:
    """Who is meant by words without a name; nobody where it may be another. Of whom nobody wrote down how they want to
    be addressed, *mevrouw* and *meneer* may both be meant: a doubt beside who wants to be called that, and no match,
    for whom they mean may live elsewhere by now. Of a child of whom nobody wrote it down no one says that.
    """
    if woorden & _SAMEN and len(mensen) > 1:
        return None
    vormen = {vorm for vorm, zo in _VORM.items() if woorden & zo}
    if not vormen:
        return ik if woorden & (_INWONER | _SAMEN) else None
    zo_genoemd = [mens for mens in mensen if mens.aanspreekvorm in vormen]
    niet_zeker = [mens for mens in mensen if mens.aanspreekvorm is Aanspreekvorm.NAAM]
    if len(mensen) == 1:
        return next(iter(zo_genoemd or niet_zeker), None)
    ook = any(not is_kind(mens, dag) for mens in niet_zeker)
    return zo_genoemd[0] if len(zo_genoemd) == 1 and not ook else None


def _is_naam_van(mens: Inwoner, tekst: str) -> bool:
    """Whether these words in small letters are this person's name and nothing else."""
    naam = set(re.findall(r"\w+", f"{mens.naam} {mens.aanhef}".casefold()))
    woorden = set(re.findall(r"\w+", tekst)) - _AANSPREKEN
    return bool(woorden) and woorden <= naam


def mijn_beloften(plek: Werkplek, lezer: Lezer) -> tuple[Belofte, ...]:
    """What this worker has still to do, first due first; nobody's name stands in it.

    What was promised to somebody who died asks nothing here any more; in the dossier it still stands.
    """
    alle = lezer.find(Toezegging, eigenaar_id=plek.medewerker.id, gedaan_datum=None)
    levend = [t for t in alle if t.huishouden_id is None or gestopt(lezer, t.huishouden_id) is None]
    return tuple(_belofte(plek, lezer, toezegging) for toezegging in sorted(levend, key=lambda t: t.uiterlijk))


def _belofte(plek: Werkplek, lezer: Lezer, toezegging: Toezegging) -> Belofte:
    huishouden = lezer.find_one(Huishouden, toezegging.huishouden_id)
    return Belofte(
        id=toezegging.id,
        huishouden_id=toezegging.huishouden_id,
        wat=zonder_namen(plek, lezer, toezegging.huishouden_id, toezegging.wat, [toezegging.aan]),
        voorletters=voorletters(lezer, huishouden.id) if huishouden else "",
        kern=kern_op_lijst(plek, lezer, huishouden),
        uiterlijk=toezegging.uiterlijk,
        te_laat=toezegging.is_te_laat(plek.vandaag),
    )
