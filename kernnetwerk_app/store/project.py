"""From heads to rows: one generic function derives an entity's row, conflict marks and search row from the log."""

from contextlib import suppress
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, delete, insert, text
from sqlmodel import Session, select

from kernnetwerk_app.domain.base import EENHEID_DOSSIER, Entiteit, eenheden
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.oplog.siblings import in_conflict, order
from kernnetwerk_app.oplog.units import SOORTEN, WaardeOngeldig, build, check_value, decode
from kernnetwerk_app.store import search
from kernnetwerk_app.store.base import Local, table_of
from kernnetwerk_app.store.oplog_rows import begin, heads, rebuild_heads, to_operation
from kernnetwerk_app.store.tables import ROWS, EntiteitRow, OpRow, ZoekRow


def project(session: Session, soort_no: int, entiteit_id: UUID) -> UUID | None:
    """Derive everything that is shown of one entity from its heads; gives the dossier it is in."""
    koppen = heads(session, entiteit_id)
    soort = SOORTEN.get(soort_no)
    entiteit = _entity(session, soort, entiteit_id, koppen) if soort else None
    huishouden_id = entiteit.huishouden_id if entiteit else _scope(koppen)
    begin_hlc, begin_device = begin(session, entiteit_id)
    over_entiteit = {
        "entiteit_id": entiteit_id,
        "soort": soort_no,
        "huishouden_id": huishouden_id,
        "conflict": ",".join(str(nummer) for nummer, lijst in sorted(koppen.items()) if in_conflict(lijst)),
        "begin_hlc": begin_hlc,
        "begin_device": begin_device,
    }
    session.execute(_put(EntiteitRow), over_entiteit)
    if entiteit is not None:
        rij = {veld: _fit(waarde) for veld, waarde in entiteit.model_dump().items()}
        session.execute(_put(ROWS[type(entiteit)]), rij)
        search.index(session, entiteit)
    return huishouden_id


@cache
def _put(tabel: type[Local]) -> Insert:
    """Write a row over the one with its key, past the session's memory: nobody reads it there."""
    return insert(table_of(tabel)).prefix_with("OR REPLACE")


def _entity(
    session: Session, soort: type[Entiteit], entiteit_id: UUID, koppen: dict[int, list[Operation]]
) -> Entiteit | None:
    """The entity in these heads; None while something it cannot do without has not arrived.

    Where that was written in a way this version cannot read, the latest that it can read is shown: words of a resident
    do not leave the screen because of what another program made of them.
    """
    entiteit = build(soort, entiteit_id, values_of(soort, koppen))
    return entiteit or build(soort, entiteit_id, values_of(soort, _readable(session, entiteit_id)))


def _readable(session: Session, entiteit_id: UUID) -> dict[int, list[Operation]]:
    """All that was ever written of an entity and can be read, by unit, latest first."""
    per_eenheid: dict[int, list[Operation]] = {}
    for rij in session.exec(select(OpRow).where(OpRow.entiteit_id == entiteit_id)):
        with suppress(WaardeOngeldig):
            check_value(rij.soort, rij.eenheid, rij.waarde)
            per_eenheid.setdefault(rij.eenheid, []).append(to_operation(rij))
    return {nummer: order(lijst) for nummer, lijst in per_eenheid.items()}


def values_of(soort: type[Entiteit], koppen: dict[int, list[Operation]]) -> dict[str, object]:
    """Field -> plain value in these heads, the latest of siblings; without what cannot be read here."""
    waarden: dict[str, object] = {}
    bekend = eenheden(soort)
    for nummer, lijst in koppen.items():
        if nummer in bekend:
            try:
                waarden |= decode(soort, nummer, lijst[0].waarde)
            except codec.OnleesbaarBericht:
                continue  # kept in the log as it came; the row goes without it
    return waarden


def _fit(waarde: Any) -> Any:
    """A whole number as far as a column holds it: what another program wrote may not stop an exchange."""
    return max(-(1 << 63), min(waarde, (1 << 63) - 1)) if type(waarde) is int else waarde


def _scope(koppen: dict[int, list[Operation]]) -> UUID | None:
    """The dossier of an entity of an unknown kind: its unit means the same for every kind."""
    try:
        return codec.uuid(codec.rij(codec.loads(koppen[EENHEID_DOSSIER][0].waarde))[0])
    except (KeyError, IndexError, codec.OnleesbaarBericht):
        return None


def project_kind(session: Session, soort_no: int) -> None:
    """Derive all entities of one kind again, where a new store format shows more of what is in the log."""
    for entiteit_id in session.exec(select(OpRow.entiteit_id).where(OpRow.soort == soort_no).distinct()).all():
        project(session, soort_no, entiteit_id)


def rebuild(session: Session) -> None:
    """Throw away all that is derived and derive it again from `op` alone: the same tables come back."""
    afgeleid: list[type[Local]] = [EntiteitRow, ZoekRow, *ROWS.values()]
    for tabel in afgeleid:
        session.execute(delete(tabel))
    session.execute(text("DELETE FROM zoek"))
    session.expire_all()
    rebuild_heads(session)
    for soort_no, entiteit_id in session.exec(select(OpRow.soort, OpRow.entiteit_id).distinct()).all():
        project(session, soort_no, entiteit_id)
