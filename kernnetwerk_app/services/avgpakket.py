"""The AVG package as a concept: all that this laptop holds about one person, marked for an officer to review (RES-11).

It is never ready to give. What is about another, names another or may come from another is marked (Wmo 2015 art. 5.3.2
lid 4); of what is shielded, or went out in danger, only that it is there: others in the house may see this paper.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Any
from uuid import UUID

from kernnetwerk_app.documents.rechtenblad_pdf import Rechtdeel, Rechtregel
from kernnetwerk_app.domain.base import EENHEID_DOSSIER, Entiteit, VoorWie, eenheden, voor_wie
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.draagkracht import Draagkracht
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.mantelzorg import Mantelzorg, mantelzorg_id
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.overdracht import Overdracht
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.relatie import SIGNALEERDER, Relatie
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.vraagverheldering import Antwoord
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon
from kernnetwerk_app.services.inzage import dossiers
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import Tekst, load

_OVER = ("over_id", "inwoner_id")
"""Fields that say about whom a record is, the first that is filled in."""
_BRON: dict[type[Entiteit], frozenset[str]] = {
    Signaal: frozenset(Signaal.model_fields),
    Melding: frozenset({"melder_naam", "melder_relatie", "aanleiding"}),
}
"""What may tell who told something: a source is protected, whoever it is about."""
_VAN_DE_ANDER = frozenset({"ander_naam", "telefoon", "rol", "doet", "kan", "bereid"})
"""Of a `Relatie` what is told of the other one in it."""
_KORTST = 3
"""A shorter word than this is taken for nobody's name."""


@dataclass(frozen=True, slots=True)
class _Kijker:
    """Who it is for (`eigen`, and the stories as a mantelzorger that are theirs), and how others are known."""

    eigen: frozenset[UUID]
    verhalen: frozenset[UUID]
    is_vrager: bool
    """Whether it is their question: what is of nobody in particular is theirs then, and else another's."""
    anderen: tuple[re.Pattern[str], ...]
    profiel: Gemeenteprofiel
    vragen: Mapping[str, tuple[VoorWie, str]]
    """By key for whom the answer to a question of the list is, and how it was asked."""
    t: Tekst

    def merken(self, record: Entiteit, veld: str, woorden: str) -> list[str]:
        """What an officer looks at first; nothing for what is plainly this person's own."""
        wie = self._voor(record, veld)
        gevonden = ["afgeschermd"] if wie is VoorWie.AFGESCHERMD else []
        if self.over_ander(record) or not _woord(self.t, type(record)):
            gevonden.append("ander")
        elif self._noemt(record, veld, woorden):
            gevonden.append("noemt")
        if veld in _BRON.get(type(record), ()) or (isinstance(record, Relatie) and record.rol == SIGNALEERDER):
            gevonden.append("bron")
        if wie is VoorWie.PROFESSIONAL:
            gevonden.append("werk")
        return gevonden

    def over_ander(self, record: Entiteit) -> bool:
        if isinstance(record, Inwoner):
            return record.id not in self.eigen
        if isinstance(record, Mantelzorg | Draagkracht):
            return (record.id if isinstance(record, Mantelzorg) else record.mantelzorg_id) not in self.verhalen
        over = next((waarde for veld in _OVER if (waarde := getattr(record, veld, None)) is not None), None)
        if over is None:
            return not self.is_vrager and not isinstance(record, Huishouden)
        return over not in self.eigen

    def _voor(self, record: Entiteit, veld: str) -> VoorWie:
        """For whom it is: as its field says, or the question that it answers. What went out in danger is shielded: who
        reads along may be the danger (tensions T-02 and T-03).
        """
        if isinstance(record, Overdracht | Toestemming) and not self.profiel.delen.aan_tafel(record.grond):
            return VoorWie.AFGESCHERMD
        vraag = self.vragen.get(record.sleutel) if isinstance(record, Antwoord) else None
        return vraag[0] if vraag is not None else voor_wie(type(record), veld)

    def _noemt(self, record: Entiteit, veld: str, woorden: str) -> bool:
        van_ander = isinstance(record, Relatie) and record.ander_id not in self.eigen and veld in _VAN_DE_ANDER
        return van_ander or any(naam.search(woorden) for naam in self.anderen)


def build(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, wie: Inwoner) -> tuple[Rechtdeel, ...]:
    """By kind of record, in the order of writing; what was marked stands with its marks."""
    t = load("rechtenblad").met(plek.profiel.zeg)
    hier = dossiers(lezer, huishouden_id)
    kijker = _kijker(plek, lezer, hier, wie, t)
    per_soort = ((soort, tuple(_regels(lezer, kijker, soort, hier))) for soort in SOORTEN.values())
    delen = [Rechtdeel(t(_woord(t, soort) or "avg.anders"), regels=regels) for soort, regels in per_soort if regels]
    uitleg = tuple(t(f"avg.uitleg_{nummer}") for nummer in ("een", "twee", "drie", "vier"))
    return (Rechtdeel(t("avg.kop_uitleg"), uitleg), *delen)


def _kijker(plek: Werkplek, lezer: Lezer, hier: Sequence[UUID], wie: Inwoner, t: Tekst) -> _Kijker:
    eigen = frozenset(alle_ids(lezer, wie.id))
    relaties = lezer.find(Relatie, huishouden_id=hier)
    return _Kijker(
        eigen=eigen,
        verhalen=frozenset(mantelzorg_id(relatie.id) for relatie in relaties if relatie.ander_id in eigen),
        is_vrager=hoofdpersoon(lezer, hier[0]).id in eigen,
        anderen=_anderen(lezer, hier, wie),
        profiel=plek.profiel,
        vragen={
            leefgebied.veldsleutel(veld): (veld.voor, f"{leefgebied.naam}: {veld.label}")
            for leefgebied in plek.profiel.leefgebieden.leefgebieden
            for veld in leefgebied.velden
        },
        t=t,
    )


def _woord(t: Tekst, soort: type[Entiteit]) -> str:
    """Key of what a kind is called here. One that nobody named has not been looked at: all of it is marked."""
    sleutel = f"avg.soort.{soort.__name__.lower()}"
    return sleutel if sleutel in t else ""


def _regels(lezer: Lezer, kijker: _Kijker, soort: type[Entiteit], hier: Sequence[UUID]) -> Iterator[Rechtregel]:
    t = kijker.t
    groot = tuple(veld for veld, eis in soort.model_fields.items() if eis.annotation in (bytes, bytes | None))
    for nummer, record in enumerate(lezer.find(soort, zonder=groot, huishouden_id=hier), 1):
        kop, gezegd = t("avg.stuk", nummer=nummer), None
        for veld in (naam for velden in eenheden(soort).values() for naam in velden):
            woorden = "" if veld in groot or veld in eenheden(soort)[EENHEID_DOSSIER] else _toon(record, veld)
            if not woorden:
                continue
            if isinstance(record, Antwoord) and veld == "sleutel" and woorden in kijker.vragen:
                woorden = kijker.vragen[woorden][1]
            merken = kijker.merken(record, veld, woorden)
            woorden = t("avg.niet_getoond") if "afgeschermd" in merken else woorden
            waarom = ", ".join(t(f"avg.merk.{merk}") for merk in merken)
            kijk = (t("avg.kijk", waarom=waarom) if waarom else t("avg.eigen")) if waarom != (gezegd or "") else ""
            yield Rechtregel(
                veld.removesuffix("_datum").replace("_", " "), woorden, ": ".join(filter(None, (kop, kijk)))
            )
            kop, gezegd = "", waarom


def _toon(record: Entiteit, veld: str) -> str:
    """A value as people read it; nothing for an id, for what was not filled in, and for a box that nobody ticked."""
    waarde: Any = getattr(record, veld, None)
    if waarde is None or waarde is False or isinstance(waarde, UUID | bytes):
        return ""
    if waarde is True:
        return load("rechtenblad")("avg.ja")
    if isinstance(waarde, date):
        return datum_kort(waarde, jaar=True)
    if isinstance(waarde, time):
        return toon_tijd(waarde)
    return str(waarde.value if isinstance(waarde, Enum) else waarde)


def _anderen(lezer: Lezer, hier: Sequence[UUID], wie: Inwoner) -> tuple[re.Pattern[str], ...]:
    """The names of everybody else who is known in this dossier, as whole words."""
    namen = [mens.naam for mens in lezer.find(Inwoner, huishouden_id=hier) if mens.id != wie.id]
    namen += [relatie.ander_naam or "" for relatie in lezer.find(Relatie, huishouden_id=hier)]
    namen += [feit.naam or "" for feit in lezer.find(Bijzonderheid, huishouden_id=hier)]
    namen += [signaal.melder_naam or "" for signaal in lezer.find(Signaal, huishouden_id=hier)]
    namen += [melding.melder_naam or "" for melding in lezer.find(Melding, huishouden_id=hier)]
    eigen = set(re.findall(r"\w+", wie.naam.casefold()))
    woorden = {woord for naam in namen for woord in re.findall(r"\w+", naam) if len(woord) >= _KORTST}
    return tuple(
        re.compile(rf"(?<!\w){re.escape(woord)}(?!\w)", re.IGNORECASE)
        for woord in sorted(woorden)
        if woord.casefold() not in eigen
    )
