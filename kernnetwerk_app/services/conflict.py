"""Two people wrote in the same place: both texts, who, when, and the worker's choice. Nothing is lost either way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from annotated_types import MaxLen
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from kernnetwerk_app.domain.base import MAX_TEKST, Entiteit, Tekstveld, eenheden
from kernnetwerk_app.domain.bsn import toon_bsn
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.geboortedatum import toon_geboortedatum
from kernnetwerk_app.domain.keukentafel import Keukentafel
from kernnetwerk_app.domain.ladder import MERKEN
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, Stap
from kernnetwerk_app.domain.tekst import RegelTeLang, bewaar, is_leeg
from kernnetwerk_app.domain.telefoon import toon_telefoon
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.oplog.hlc import milliseconds
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.siblings import bases_for_resolution
from kernnetwerk_app.oplog.units import SOORTEN, decode, is_readable
from kernnetwerk_app.services.echtheid import EENMALIG
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.keukentafel import wie_keken
from kernnetwerk_app.services.keuzewoorden import in_woorden, is_keuze, vraag_van
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet as BestaatNiet
from kernnetwerk_app.store.queries import Conflict, Lezer
from kernnetwerk_app.teksten import load as load_tekst

_TOON: Mapping[str, Callable[[str], str]] = {
    "bsn": toon_bsn,
    "geboortedatum": toon_geboortedatum,
    "telefoon": toon_telefoon,
}
"""How people read what is kept in another way. Of two numbers one has to be chosen: here all nine digits are shown."""


class ConflictZonderTekst(KernnetwerkError):
    """The field cannot do without words; both versions stay."""

    code = "conflict.zonder_tekst"


class Oplossing(StrEnum):
    """What a person can choose; both last ones only where the unit is one free text."""

    DEZE = "deze"
    DIE = "die"
    ALLEBEI = "allebei"
    ZELF = "zelf schrijven"


@dataclass(frozen=True, slots=True)
class Kant:
    """One of the versions: what it says, by whom and when (local time)."""

    op_id: OpId
    tekst: str
    velden: dict[str, object]
    wie: str
    van_mij: bool
    moment: datetime


@dataclass(frozen=True, slots=True)
class ConflictBeeld:
    """A unit with several values; `kanten` has mine first, then the latest, and each value once."""

    soort: int
    entiteit_id: UUID
    eenheid: int
    huishouden_id: UUID | None
    wat: str
    """Name of the noun's class, in lower case: what it is about."""
    in_plan: bool
    aanhef: str
    """The resident whose dossier it is in; empty for what is of no dossier, such as a contact at the inloop."""
    doel_nummer: int | None
    kanten: tuple[Kant, ...]
    bases: tuple[OpId, ...]
    tekstveld: str | None
    """The field, when people write in it as they like: then the texts may be joined or written anew."""
    vraag: str = ""
    """Of an answer what was asked."""

    @property
    def samen(self) -> str:
        """All texts under one another, mine first."""
        return "\n".join(kant.tekst for kant in self.kanten if kant.tekst)


def concept_sleutel(entiteit_id: UUID, eenheid: int) -> str:
    """Key of the text of one's own that is being written, for `typen.keep_concept`."""
    return f"conflict/{entiteit_id}/{eenheid}"


def is_oplosbaar(conflict: Conflict) -> bool:
    """Whether a person can choose here: this version of the program can read every version of the unit (a newer one
    will show the others), and it is nothing that was signed.
    """
    soort = SOORTEN.get(conflict.soort)
    if soort is None or soort in EENMALIG or conflict.eenheid not in eenheden(soort):
        return False
    return all(is_readable(soort, kop.eenheid, kop.waarde) for kop in conflict.koppen)


def open_conflict(plek: Werkplek, entiteit_id: UUID, eenheid: int) -> tuple[ConflictBeeld, Changes]:
    """The same as `load`, noted first: one may come here without having opened the dossier (NEN 7513, RES-02)."""
    with plek.store.write() as werk:
        beeld = load(plek, werk, entiteit_id, eenheid)
        return beeld, werk.commit("conflict.geopend", beeld.huishouden_id)


def load(plek: Werkplek, lezer: Lezer, entiteit_id: UUID, eenheid: int) -> ConflictBeeld:
    """The conflict as it stands; `BestaatNiet` when it was settled meanwhile."""
    hier = (c for c in lezer.conflicten() if (c.entiteit_id, c.eenheid) == (entiteit_id, eenheid))
    gevonden = next(hier, None)
    if gevonden is None or not is_oplosbaar(gevonden):
        raise BestaatNiet
    soort = SOORTEN[gevonden.soort]
    record = lezer.get(soort, entiteit_id)
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    verschillend = {kop.waarde: kop for kop in reversed(gevonden.koppen)}.values()
    kanten = sorted(
        (_kant(plek, lezer, record, kop, namen) for kop in verschillend),
        key=lambda k: (not k.van_mij, -k.moment.timestamp()),
    )
    return ConflictBeeld(
        soort=gevonden.soort,
        entiteit_id=entiteit_id,
        eenheid=eenheid,
        huishouden_id=gevonden.huishouden_id,
        wat=soort.__name__.lower(),
        in_plan=soort in (Ondersteuningsplan, Doel, Stap, Afspraak),
        aanhef=hoofdpersoon(lezer, gevonden.huishouden_id).aanhef if gevonden.huishouden_id else "",
        doel_nummer=_doel_nummer(lezer, soort, entiteit_id),
        kanten=tuple(kanten),
        bases=bases_for_resolution(gevonden.koppen),
        tekstveld=_free_text(record, eenheid),
        vraag=vraag_van(plek.profiel, record),
    )


def resolve(
    plek: Werkplek, beeld: ConflictBeeld, velden: Mapping[str, object], herkomst: object = None, concept: str = ""
) -> Changes:
    """The worker's choice as one operation that replaces every version shown: those of a `Kant`, or `tekstveld` anew.

    All of them stay in the history, and a version that arrived after `beeld` was loaded stays a version. Takes in the
    text that was kept as `concept`. Raises `ConflictZonderTekst`, `TekstTeLang`, `RegelTeLang`.
    """
    soort = SOORTEN[beeld.soort]
    gekozen = dict(velden)
    if beeld.tekstveld is not None:
        gekozen[beeld.tekstveld] = _check_text(soort.model_fields[beeld.tekstveld], gekozen[beeld.tekstveld])
    with plek.store.write(herkomst) as werk:
        werk.resolve(werk.get(soort, beeld.entiteit_id), beeld.eenheid, beeld.bases, **gekozen)
        werk.keep_concept(concept, {})
        return werk.commit("conflict.opgelost", beeld.huishouden_id)


def _check_text(veld: FieldInfo, waarde: object) -> str | None:
    tekst = bewaar(str(waarde or ""))
    if is_leeg(tekst) and veld.is_required():
        raise ConflictZonderTekst
    lengte = next((merk.max_length for merk in veld.metadata if isinstance(merk, MaxLen)), MAX_TEKST)
    if len(tekst) > lengte:
        raise RegelTeLang
    return tekst or None


def _free_text(record: Entiteit, eenheid: int) -> str | None:
    """The one field of this unit, when people write in it as they like: no number, date or choice."""
    soort = type(record)
    velden = eenheden(soort)[eenheid]
    info = soort.model_fields[velden[0]]
    patroon = any(getattr(merk, "pattern", None) for merk in info.metadata)
    vrij = info.annotation in (str, str | None, Tekstveld | None) and not patroon
    return velden[0] if len(velden) == 1 and vrij and not is_keuze(record, velden[0]) else None


def _kant(plek: Werkplek, lezer: Lezer, record: Entiteit, kop: Operation, namen: dict[UUID, str]) -> Kant:
    soort = type(record)
    velden = decode(soort, kop.eenheid, kop.waarde)
    woorden = (
        in_woorden(plek.profiel, record, veld, tekst)
        for veld, waarde in velden.items()
        if veld not in MERKEN and (tekst := _in_words(soort, veld, waarde, namen))
    )
    return Kant(
        op_id=kop.id,
        tekst=wie_keken(lezer, velden) if soort is Keukentafel and "leden" in velden else "\n".join(woorden),
        velden=velden,
        wie=namen.get(kop.user_id, ""),
        van_mij=kop.user_id == plek.medewerker.id,
        moment=datetime.fromtimestamp(milliseconds(kop.hlc) / 1000, AMSTERDAM),
    )


def _in_words(soort: type[Entiteit], veld: str, waarde: object, namen: dict[UUID, str]) -> str:
    """One field as people read it; nothing for what has no words, such as a signature's strokes."""
    try:
        soort_veld: Any = soort.model_fields[veld].annotation
        gelezen: object = TypeAdapter(soort_veld).validate_python(waarde)
    except ValidationError:
        return ""
    match gelezen:
        case None:
            return _feit(soort, veld, "feit_niet", "")
        case bool():
            return "ja" if gelezen else "nee"
        case date():
            datum = datum_kort(gelezen, jaar=True)
            return _feit(soort, veld, "feit", "{datum}").format(datum=datum)
        case time():
            return toon_tijd(gelezen)
        case UUID():
            return namen.get(gelezen, "")
        case str() if veld in _TOON:
            return _TOON[veld](gelezen)
        case str() | int():
            return str(gelezen)
        case _:
            return ""


def _feit(soort: type[Entiteit], veld: str, groep: str, anders: str) -> str:
    """What a day of this kind, or of any, says in words; `anders` for one that speaks for itself."""
    feiten = load_tekst("conflict").groep(groep)
    return feiten.get(f"{soort.__name__.lower()}.{veld}", feiten.get(veld, anders))


def _doel_nummer(lezer: Lezer, soort: type[Entiteit], entiteit_id: UUID) -> int | None:
    """Which goal of the plan it is about, counted as on paper."""
    doel_id: UUID | None = entiteit_id if soort is Doel else None
    if soort is Afspraak:
        doel_id = lezer.get(Afspraak, entiteit_id).doel_id
    elif soort is Stap:
        doel_id = lezer.get(Stap, entiteit_id).doel_id
    if doel_id is None:
        return None
    plan_id = lezer.get(Doel, doel_id).plan_id
    doelen = [doel for doel in lezer.find(Doel, plan_id=plan_id) if doel.vervallen_datum is None]
    volgorde = [doel.id for doel in sorted(doelen, key=lambda doel: doel.volgorde)]
    return volgorde.index(doel_id) + 1 if doel_id in volgorde else None
