"""Changing a goal, a step or a line within a save: the same checks, whether it is all of an act or a part of one."""

from collections.abc import Mapping
from uuid import UUID

from kernnetwerk_app.domain.afstemming import is_maatwerk
from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.plan import Afspraak, Doel, Stap, check_afspraak, check_doel
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.oplog.operation import OpId
from kernnetwerk_app.services.planerf import begin_na_besluit, begin_vanzelf, check_toezegging, met_achtervang
from kernnetwerk_app.services.tekst import bewaarbaar, lengte_gezegd
from kernnetwerk_app.services.typen import VeldIsLeeg, bases_since
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.unit_of_work import UnitOfWork

Bases = Mapping[int, tuple[OpId, ...]]


def verander(
    plek: Werkplek, werk: UnitOfWork, soort: type[Entiteit], entiteit_id: UUID, bases: Bases, velden: dict[str, object]
) -> Entiteit:
    """The record as it becomes; `bases` as the form loaded them. Raises `DoelZonderWoorden`, `VeldIsLeeg`,
    `AfspraakZonderWoorden`, `TerugkijkVoorBegin`, `EindeVoorBegin`, `TekstTeLang`, `RegelTeLang`.
    """
    entiteit = werk.get(soort, entiteit_id)
    vervangt = {nr: bases_since(werk, entiteit_id, nr, bases.get(nr, ())) for nr in eenheden(soort)}
    with lengte_gezegd():
        nieuw = werk.change(entiteit, vervangt, **bewaarbaar(velden))
    if isinstance(nieuw, Doel):
        check_doel(nieuw)
    if isinstance(nieuw, Stap) and is_leeg(nieuw.tekst):
        raise VeldIsLeeg
    if isinstance(nieuw, Afspraak) and isinstance(entiteit, Afspraak):
        check_afspraak(nieuw)
        check_toezegging(plek, nieuw)
        erft = met_achtervang(plek, werk, nieuw) if "wie" in velden else {}
        if (nieuw.wie, nieuw.wet) != (entiteit.wie, entiteit.wet):
            erft |= _begin(plek, werk, nieuw)
        if erft:
            werk.change(nieuw, None, **erft)
    return nieuw


def _begin(plek: Werkplek, werk: UnitOfWork, afspraak: Afspraak) -> dict[str, object]:
    """From when, where that follows from who does it: what the municipality decides on begins after that, and what it
    no longer decides on today.
    """
    if afspraak.begin_datum is None and not is_maatwerk(afspraak):
        return {"begin_datum": begin_vanzelf(afspraak, plek.vandaag)}
    return {**begin_na_besluit(werk, afspraak)}
