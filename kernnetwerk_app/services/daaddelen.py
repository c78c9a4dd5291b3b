"""What an act changed, unit by unit, and whether it can be taken back by writing what stood there before (0035).

An act is one save. What others rely on by now stays, and then it says why: a word under `waarom`.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.afzien import Afzien
from kernnetwerk_app.domain.base import EENHEID_DOSSIER, Entiteit, eenheden
from kernnetwerk_app.domain.bijlage import Bijlage, Vorm
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.deskundige import Deskundige
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.mantelzorg import Mantelzorg
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.onderzoek import Onderzoek
from kernnetwerk_app.domain.overdracht import Overdracht, Overdrachtstand
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, Stap
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.toestemming import Toestemming
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.oplog.units import SOORTEN, decode, encode, is_begin, is_readable
from kernnetwerk_app.services import deskundigeja
from kernnetwerk_app.services.daadregels import raakt_anderen
from kernnetwerk_app.services.onderzoek import is_afgerond, is_dicht
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

TEKST = "veld.geschreven"
"""The name of writing in a field. Fields that are sealed together, at a lock for instance, are each an act."""
WEGGEHAALD = "bijlage.weggehaald"
_PLAN: frozenset[type[Entiteit]] = frozenset({Doel, Stap, Afspraak, Ondersteuningsplan})
TERUG: Mapping[str, frozenset[type[Entiteit]]] = {
    "plan.doel": _PLAN,
    "plan.stap": _PLAN,
    "plan.stap_gedaan": _PLAN,
    "plan.afspraak": _PLAN,
    "plan.netwerk": _PLAN,
    "plan.nagegaan": _PLAN,
    "plan.gewijzigd": _PLAN,
    "plan.doel_bij_leefgebied": _PLAN,
    "plan.voorlichting": _PLAN,
    "gesprek.leefgebied": frozenset({Antwoord}),
    "gesprek.cijfer": frozenset({Antwoord}),
    "keukentafel.as": frozenset({Antwoord}),
    "onderzoek.bekeken": frozenset({Antwoord}),
    "onderzoek.geschreven": frozenset({Onderzoek}),
    "contact.deelname": frozenset({Contact}),
    "relatie.neergezet": frozenset({Relatie}),
    "relatie.vastgelegd": frozenset({Relatie}),
    "toezegging.gedaan": frozenset({Toezegging}),
    "toezegging.weer_open": frozenset({Toezegging}),
    "afzien.beeindigd": frozenset({Afzien}),
    "deskundige.geschreven": frozenset({Deskundige, Afzien}),
    "deskundige.gevraagd": frozenset({Deskundige}),
    "deskundige.beantwoord": frozenset({Deskundige, Toestemming}),
    "deskundige.vervallen": frozenset({Deskundige, Toestemming}),
    WEGGEHAALD: frozenset({Bijlage}),
    "bijlage.beschreven": frozenset({Bijlage}),
    "inwoner.papiervorm": frozenset({Inwoner}),
    "gegevens.gewijzigd": frozenset({Inwoner, Huishouden}),
    "mantelzorg.geschreven": frozenset({Mantelzorg}),
}
"""Acts that can be taken back, with the kinds they write in; any other act stays."""
_BLIJFT: frozenset[type[Entiteit]] = frozenset({Vraagverheldering, Contact, Onderzoek})
"""What an act in a gesprek begins by the way: that the gesprek, or the onderzoek, is being held stays true."""
_EINDE: Mapping[type[Entiteit], str] = {Afzien: "eind_datum"}
"""In which field of a record it says that it is over, where that is not `vervallen_datum`."""
WAAROM: Mapping[type[Entiteit], str] = {Ondertekening: "getekend", PlanVersie: "versie", Verstrekking: "papier"}
"""Why not, by what an act wrote: a word under `waarom`."""


class Daadstand(StrEnum):
    STAAT = "staat"
    TERUGGENOMEN = "teruggenomen"
    VAST = "vast"


@dataclass(frozen=True, slots=True)
class Deel:
    """One unit as it was before the act and as the act left it, each as the values of its fields."""

    soort: type[Entiteit]
    entiteit_id: UUID
    eenheid: int
    voor: Mapping[str, object]
    na: Mapping[str, object]


class VastError(Exception):
    """This act stays; `waarom` is a word under `waarom`."""

    def __init__(self, waarom: str) -> None:
        self.waarom = waarom


def delen_van(plek: Werkplek, lezer: Lezer, save: Sequence[Operation], naam: str) -> list[Deel]:
    """What has to be written to take it back. `VastError` where that cannot be done by writing."""
    if not save:
        raise VastError("anders")
    for operatie in save:
        _check_blijft(lezer, operatie)
    for operatie in save:
        _check_soort(lezer, operatie, naam)
    gemaakt = {o.entiteit_id: SOORTEN[o.soort] for o in save if not o.bases and _is_nodig(o)}
    delen = [_einde(plek, lezer, save, eid, s) for eid, s in gemaakt.items() if _eindveld(s) in s.model_fields]
    met_einde = {deel.entiteit_id for deel in delen}
    terzijde = _BLIJFT - TERUG.get(naam, frozenset())
    if any(s not in terzijde | {Antwoord, Onderzoek} for eid, s in gemaakt.items() if eid not in met_einde):
        raise VastError("nieuw")
    for operatie in save:
        buiten = operatie.entiteit_id in met_einde or (naam != TEKST and SOORTEN[operatie.soort] in terzijde)
        begin = operatie.eenheid == EENHEID_DOSSIER or is_begin(operatie.soort, operatie.eenheid)
        if not (buiten or begin or (not operatie.bases and _is_nodig(operatie))):
            delen.append(_verschil(lezer, operatie))
    delen = _per_eenheid(delen)
    if not delen:
        raise VastError("anders")
    _check_anderen(plek, lezer, delen)
    for deel in delen:
        _check_deel(plek, lezer, deel)
    return delen


def _per_eenheid(delen: Iterable[Deel]) -> list[Deel]:
    """Each unit once, from before its first writing to what the last one left; not one that stands as it stood.

    One save may write a unit twice: words that were being typed are sealed, and then a choice takes them away.
    """
    samen: dict[tuple[UUID, int], Deel] = {}
    for deel in delen:
        plaats = (deel.entiteit_id, deel.eenheid)
        samen[plaats] = replace(samen.get(plaats, deel), na=deel.na)
    return [deel for deel in samen.values() if deel.voor != deel.na]


def _check_anderen(plek: Werkplek, lezer: Lezer, delen: Sequence[Deel]) -> None:
    """`VastError` where others go by what one of these records says, as the act as a whole left it."""
    for soort, entiteit_id in {(deel.soort, deel.entiteit_id) for deel in delen}:
        eigen = [deel for deel in delen if deel.entiteit_id == entiteit_id]
        voor, na = ChainMap(*(dict(deel.voor) for deel in eigen)), ChainMap(*(dict(deel.na) for deel in eigen))
        if raakt_anderen(lezer.find_one(soort, entiteit_id), voor, na, plek.vandaag):
            raise VastError("gezegd")


def _check_deel(plek: Werkplek, lezer: Lezer, deel: Deel) -> None:
    """`VastError` for what stands in an onderzoek that is closed, a question that was answered since (that answer goes
    first), and what was said yes to (`deskundigeja.waarom_vast`).
    """
    geheel = lezer.find_one(Onderzoek, deel.entiteit_id) if deel.soort is Onderzoek else None
    if geheel is not None and is_afgerond(lezer, geheel.melding_id):
        raise VastError("afgerond")
    record = lezer.find_one(deel.soort, deel.entiteit_id) if deel.soort in (Afzien, Deskundige) else None
    if waarom := deskundigeja.waarom_vast(plek, lezer, record, deel.na):
        raise VastError(waarom)
    antwoord = lezer.find_one(Antwoord, deel.entiteit_id) if deel.soort is Antwoord else None
    if antwoord is not None and is_dicht(lezer, antwoord):
        raise VastError("afgerond")
    vraag = lezer.find_one(Deskundige, deel.entiteit_id) if deel.soort is Deskundige else None
    if vraag is None or "gevraagd_datum" not in deel.na:
        return
    if is_afgerond(lezer, vraag.melding_id):
        raise VastError("afgerond")
    if vraag.antwoord_datum is not None:
        eenheid = next(nr for nr, velden in eenheden(Deskundige).items() if "antwoord_datum" in velden)
        raise VastError(_door_wie(lezer, lezer.koppen(vraag.id)[eenheid][0]))


def _check_blijft(lezer: Lezer, operatie: Operation) -> None:
    """`VastError` for what others rely on, whatever else the act wrote."""
    soort = SOORTEN.get(operatie.soort)
    if soort is None or operatie.eenheid not in eenheden(soort):
        raise VastError("nieuwer")
    if soort in WAAROM:
        raise VastError(WAAROM[soort])
    if soort is Overdracht:
        overdracht = lezer.find_one(Overdracht, operatie.entiteit_id)
        is_open = overdracht is not None and overdracht.stand is Overdrachtstand.OPEN
        raise VastError("overdracht" if is_open else "beantwoord")


def _check_soort(lezer: Lezer, operatie: Operation, naam: str) -> None:
    """`VastError` for what cannot be undone by writing what stood there before."""
    soort = SOORTEN[operatie.soort]
    if getattr(lezer.find_one(soort, operatie.entiteit_id), "is_gewist", False):
        raise VastError("gewist")
    if naam == WEGGEHAALD and not _is_heel(lezer, operatie.entiteit_id):
        raise VastError("opgeruimd")
    if naam != TEKST and soort not in TERUG.get(naam, frozenset()) | (_BLIJFT if naam in TERUG else frozenset()):
        raise VastError("anders")


def _is_heel(lezer: Lezer, bijlage_id: UUID) -> bool:
    """Whether what was taken away is still whole here: of a file the octets."""
    record = lezer.find_one(Bijlage, bijlage_id)
    return record is not None and (record.vorm is Vorm.WOORDEN or bool(lezer.met_octets([bijlage_id])))


def _is_nodig(operatie: Operation) -> bool:
    """Whether the record cannot be without this unit: then the operation that had no base made the record."""
    soort = SOORTEN[operatie.soort]
    return any(soort.model_fields[veld].is_required() for veld in eenheden(soort)[operatie.eenheid])


def _einde(plek: Werkplek, lezer: Lezer, save: Sequence[Operation], entiteit_id: UUID, soort: type[Entiteit]) -> Deel:
    """A record that was made goes out of the plan, as when somebody takes it out there; nothing is thrown away."""
    van_deze = {operatie.id for operatie in save}
    veld = _eindveld(soort)
    eenheid = next(nr for nr, velden in eenheden(soort).items() if veld in velden)
    for nummer, koppen in lezer.koppen(entiteit_id).items():
        eigen = {o.waarde for o in save if (o.entiteit_id, o.eenheid) == (entiteit_id, nummer)}
        if nummer == eenheid:
            continue
        zoals_toen = eigen or {_leeg(soort, entiteit_id, nummer)}
        for kop in koppen:
            if kop.id not in van_deze and kop.waarde not in zoals_toen:
                raise VastError(_door_wie(lezer, kop))
    if soort is Deskundige and deskundigeja.heeft_ja(plek, lezer, entiteit_id):
        raise VastError("ja")
    if soort is Doel and _heeft_eronder(lezer, entiteit_id):
        raise VastError("eronder")
    weg = getattr(lezer.find_one(soort, entiteit_id), veld, None) or plek.vandaag
    return Deel(soort, entiteit_id, eenheid, {veld: weg.isoformat()}, {veld: None})


def _eindveld(soort: type[Entiteit]) -> str:
    return _EINDE.get(soort, "vervallen_datum")


def _heeft_eronder(lezer: Lezer, doel_id: UUID) -> bool:
    """Whether a step or a line stands under this goal in the plan."""
    stappen = lezer.find(Stap, doel_id=doel_id, vervallen_datum=None)
    return bool(stappen or lezer.find(Afspraak, doel_id=doel_id, vervallen_datum=None))


def _verschil(lezer: Lezer, operatie: Operation) -> Deel:
    soort = SOORTEN[operatie.soort]
    bases = lezer.operaties(operatie.bases)
    overschreven = {base for basis in bases for base in basis.bases}  # who types on names what was loaded too
    waarden = {basis.waarde for basis in bases if basis.id not in overschreven}
    if len(waarden) > 1:
        raise VastError("keuze")
    if not all(is_readable(soort, operatie.eenheid, waarde) for waarde in (*waarden, operatie.waarde)):
        raise VastError("nieuwer")
    if operatie.bases and not waarden:
        raise VastError("nieuwer")
    na = decode(soort, operatie.eenheid, operatie.waarde)
    eerst = waarden.pop() if waarden else _leeg(soort, operatie.entiteit_id, operatie.eenheid)
    voor = decode(soort, operatie.eenheid, eerst)
    return Deel(soort, operatie.entiteit_id, operatie.eenheid, voor, na)


def stand_van(lezer: Lezer, delen: Sequence[Deel]) -> Daadstand:
    """Whether all of it stands as the act left it, or as before. `VastError` where somebody wrote over it since."""
    standen = {_stand_van_deel(lezer, deel) for deel in delen}
    if len(standen) != 1:
        raise VastError("door_mij")
    return standen.pop()


def _stand_van_deel(lezer: Lezer, deel: Deel) -> Daadstand:
    koppen = lezer.koppen(deel.entiteit_id).get(deel.eenheid, [])
    for kop in koppen:
        if kop.id.device_no != lezer.meta().device_no:
            raise VastError(_door_wie(lezer, kop))
    waarden = [kop.waarde for kop in koppen] or [_leeg(deel.soort, deel.entiteit_id, deel.eenheid)]
    nu = [decode(deel.soort, deel.eenheid, waarde) for waarde in waarden]
    for stand, velden in ((Daadstand.STAAT, deel.na), (Daadstand.TERUGGENOMEN, deel.voor)):
        if all(waarde == velden for waarde in nu):
            return stand
    raise VastError("door_mij")


def _leeg(soort: type[Entiteit], entiteit_id: UUID, eenheid: int) -> bytes:
    """The unit as it is before anybody wrote in it."""
    return encode(soort.model_construct(id=entiteit_id), eenheid)


def _door_wie(lezer: Lezer, kop: Operation) -> str:
    return "door_mij" if kop.user_id == lezer.meta().medewerker else "door_ander"
