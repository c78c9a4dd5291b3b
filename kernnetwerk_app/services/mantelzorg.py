"""Mantelzorgers: their own record and conversation, how they hold up, and what there is for them (NET-05 to NET-08)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.draagkracht import (
    TE_VEEL,
    Draagkracht,
    Overbelast,
    check_draagkracht,
    geldende,
    nieuwste_eerst,
)
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.mantelzorg import Mantelzorg, als_lijst, check_mantelzorg, mantelzorg_id
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie
from kernnetwerk_app.domain.signaal import OVERBELASTING, Signaal, Spoed
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services import mensen, netwerk, signaal, spreekuur, voorziening
from kernnetwerk_app.services.adres import kern_voor
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.mensen import MensenBeeld
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.tekst import Bases, maak, wijzig
from kernnetwerk_app.services.voorziening import Zoekvraag
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst

RUBRIEKEN = ("mantelzorg", "lotgenoten")
"""Parts of the sociale kaart that are for mantelzorgers (L-16, NET-18)."""
PER_RUBRIEK = 2
_STAP = "langsgaan"
"""The next step that is proposed where somebody may break down; a key of `signaal_stappen`."""


@dataclass(frozen=True, slots=True)
class Mantelzorger:
    """One of them: who, what to whom (`wat`: `ouder van Mees`), their own record once it was begun, and how they held
    up, newest first; `teruggenomen` what should not have been written down.
    """

    relatie: Relatie
    naam: str
    wat: str
    eigen: Mantelzorg | None
    bases: Bases
    metingen: tuple[Draagkracht, ...]
    teruggenomen: tuple[Draagkracht, ...]
    open_signaal_id: UUID | None
    """The signal of strain that nobody handled yet (NET-08)."""


@dataclass(frozen=True, slots=True)
class MantelzorgBeeld:
    """Everything the screen shows. `er_is`: what the sociale kaart has for mantelzorgers, near the resident first."""

    mensen: MensenBeeld
    mantelzorgers: tuple[Mantelzorger, ...]
    er_is: tuple[Voorziening, ...]


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> MantelzorgBeeld:
    """The mantelzorgers of everyone in this household as of today: also a daughter who stands on the map as such and
    cares for her father, and the resident who cares for a partner. The plan asks how each of them holds up (NET-06).
    """
    beeld = mensen.load(plek, lezer, huishouden_id)
    wie = hoofdpersoon(lezer, huishouden_id)
    alle = sorted((r for r in beeld.relaties if r.hulpsoort == MANTELZORG), key=lambda r: r.id)
    mantelzorgers = tuple(
        _mantelzorger(lezer, beeld, relatie, netwerk.is_wat(plek, beeld, wie, relatie)) for relatie in alle
    )
    return MantelzorgBeeld(beeld, mantelzorgers, _er_is(plek, lezer, huishouden_id) if mantelzorgers else ())


def schrijf(
    plek: Werkplek,
    van: Mantelzorger,
    velden: Mapping[str, Any],
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """The own record of a mantelzorger, new or changed; takes in the form that was kept as `concept`.

    Raises `GesprekInToekomst` and what `maak` and `wijzig` raise.
    """
    nieuw = {**velden}
    if "delen" in nieuw and (van.eigen is None or van.eigen.delen is not nieuw["delen"]):
        nieuw["delen_datum"] = plek.vandaag if nieuw["delen"] is not None else None
    with plek.store.write(herkomst) as werk:
        if van.eigen is None:
            record = _nieuw(van.relatie, nieuw)
            check_mantelzorg(record, plek.vandaag)
            werk.add(record)
        else:
            check_mantelzorg(wijzig(werk, van.eigen, van.bases, nieuw), plek.vandaag)
        werk.keep_concept(concept, {})
        return werk.commit("mantelzorg.geschreven", van.relatie.huishouden_id)


def is_afgesproken(van: Mantelzorger, wat: Voorziening) -> bool:
    """Whether this place stands among the support that was agreed on with this mantelzorger."""
    steun = als_lijst(van.eigen.steun) if van.eigen is not None else ()
    return any(re.search(rf"(?<!\w){re.escape(wat.naam)}(?!\w)", regel) for regel in steun)


def spreek_af(
    plek: Werkplek, van: Mantelzorger, wat: Voorziening, herkomst: object = None, concept: str = ""
) -> Changes:
    """Support from the sociale kaart, as of today, below what was agreed on before (NET-06). It stands in their own
    record, and so in the part of the plan about them where the resident may read that. Raises `TekstTeLang`.

    Below what stands there by now, and not what the screen showed: one may press twice before it is read again. Words
    about support that wait in the form kept as `concept` get the line too: they go over the record when it is saved.
    """
    regel = load_tekst("mantelzorg")("steun.regel", wat=wat.naam, datum=datum_lang(plek.vandaag, jaar=True))
    with plek.store.write(herkomst) as werk:
        eigen = werk.find_one(Mantelzorg, mantelzorg_id(van.relatie.id))
        if eigen is None:
            werk.add(_nieuw(van.relatie, {"steun": regel}))
        else:
            wijzig(werk, eigen, werk.bases(eigen.id), {"steun": _met_regel(eigen.steun, regel)})
        wacht = werk.concept(concept)
        if "steun" in wacht:
            werk.keep_concept(concept, {**wacht, "steun": _met_regel(wacht["steun"], regel)})
        return werk.commit("mantelzorg.geschreven", van.relatie.huishouden_id)


def _met_regel(tekst: str | None, regel: str) -> str:
    return f"{(tekst or '').rstrip()}\n{regel}".lstrip()


def meet(
    plek: Werkplek,
    van: Mantelzorger,
    velden: Mapping[str, Any],
    herkomst: object = None,
    concept: str = "",
    verbetert: Draagkracht | None = None,
) -> Changes:
    """How the mantelzorger holds up today, or on the day in `velden`. Where it becomes too much, or may, that is a
    signal with a next step, which stays on the dossier and on Vandaag until it is handled (NET-08); one that is open
    already is not made twice. `verbetert`: what this one is written in place of; it is taken back in the same save.

    Raises `DraagkrachtLeeg`, `DraagkrachtInToekomst` and what `maak` raises.
    """
    hier = van.relatie.huishouden_id
    meting = maak(
        Draagkracht,
        id=plek.new_id(),
        huishouden_id=hier,
        mantelzorg_id=mantelzorg_id(van.relatie.id),
        door_id=plek.medewerker.id,
        **{"datum": plek.vandaag, **velden},
    )
    check_draagkracht(meting, plek.vandaag)
    eerst = None
    if meting.overbelast in TE_VEEL:
        signaal_id = van.open_signaal_id
        if signaal_id is None:
            signaal_id, eerst = _merk_op(plek, hier, meting, herkomst)
        meting = meting.model_copy(update={"signaal_id": signaal_id})
    with plek.store.write(herkomst) as werk:
        if werk.find_one(Mantelzorg, meting.mantelzorg_id) is None:
            werk.add(_nieuw(van.relatie, {}))
        werk.add(meting)
        if verbetert is not None:
            werk.change(werk.get(Draagkracht, verbetert.id), vervallen_datum=plek.vandaag)
        werk.keep_concept(concept, {})
        changes = werk.commit("draagkracht.gemeten", hier)
    return changes if eerst is None else eerst | changes


def neem_terug(plek: Werkplek, meting: Draagkracht, herkomst: object = None) -> Changes:
    """It should not have been written down: it counts no more from today on, and stays to be read. A signal that came
    of it stays too, until somebody says there what was done (NET-08).
    """
    with plek.store.write(herkomst) as werk:
        werk.change(werk.get(Draagkracht, meting.id), vervallen_datum=plek.vandaag)
        return werk.commit("draagkracht.vervallen", meting.huishouden_id)


def _nieuw(relatie: Relatie, velden: Mapping[str, Any]) -> Mantelzorg:
    return maak(
        Mantelzorg,
        id=mantelzorg_id(relatie.id),
        huishouden_id=relatie.huishouden_id,
        relatie_id=relatie.id,
        **velden,
    )


def _mantelzorger(lezer: Lezer, beeld: MensenBeeld, relatie: Relatie, wat: str) -> Mantelzorger:
    eigen = lezer.find_one(Mantelzorg, mantelzorg_id(relatie.id))
    metingen = nieuwste_eerst(lezer.find(Draagkracht, mantelzorg_id=mantelzorg_id(relatie.id)))
    gemaakt = [lezer.find_one(Signaal, meting.signaal_id) for meting in metingen if meting.signaal_id is not None]
    return Mantelzorger(
        relatie=relatie,
        naam=netwerk.naam(beeld, relatie),
        wat=wat,
        eigen=eigen,
        bases=lezer.bases(eigen.id) if eigen is not None else {},
        metingen=tuple(geldende(metingen)),
        teruggenomen=tuple(meting for meting in metingen if meting.vervallen_datum is not None),
        open_signaal_id=next((s.id for s in gemaakt if s is not None and s.is_open), None),
    )


def _merk_op(plek: Werkplek, hier: UUID | None, meting: Draagkracht, herkomst: object) -> tuple[UUID, Changes]:
    """The words name nobody: they stand in lists that others may see."""
    t = load_tekst("mantelzorg")
    with plek.store.read() as lezer:
        huishouden = lezer.get(Huishouden, hier)
        kern = kern_voor(plek, lezer, huishouden.id) or spreekuur.kern_nu(plek, lezer)
    hoe = "ja" if meting.overbelast is Overbelast.JA else "dreigt"
    velden = {
        "gezien": t(f"signaal.{meting.meter.name.lower()}_{hoe}"),
        "kern": kern,
        "categorie": OVERBELASTING,
        "stap": _STAP,
        "spoed": Spoed.VANDAAG if meting.overbelast is Overbelast.JA else Spoed.DEZE_WEEK,
    }
    return signaal.neem_op(plek, velden, NieuwSignaal(huishouden_id=huishouden.id), herkomst)


def _er_is(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[Voorziening, ...]:
    kaart = voorziening.load(plek, lezer)
    vanuit = kern_voor(plek, lezer, huishouden_id) or kaart.hier
    gevonden: dict[UUID, Voorziening] = {}
    for rubriek in RUBRIEKEN:
        treffers = voorziening.zoek(kaart, Zoekvraag(vanuit=vanuit, deel=rubriek))
        for een in [t.voorziening for t in treffers if t.voorziening is not None][:PER_RUBRIEK]:
            gevonden[een.id] = een
    return tuple(gevonden.values())
