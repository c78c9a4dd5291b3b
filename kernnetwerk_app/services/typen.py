"""Autosave: what is being typed is durable within a second, and becomes one operation when the field is left."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.base import MAX_TEKST, Entiteit
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.oplog.operation import OpId
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.unit_of_work import UnitOfWork


class TekstTeLang(KernnetwerkError):
    """Longer than a field may be; what stood there stays."""

    code = "veld.tekst_te_lang"


@dataclass(frozen=True, slots=True)
class Veldadres:
    """One text field of one entity, with the values it replaces as the form loaded them.

    `prepare` makes the entity first where it does not exist yet (an answer nobody gave before).
    """

    soort: type[Entiteit]
    entiteit_id: UUID
    veld: str
    eenheid: int
    bases: tuple[OpId, ...]
    prepare: Callable[[UnitOfWork], None] | None = None


def keep(plek: Werkplek, adres: Veldadres, tekst: str) -> Changes:
    """Keep `tekst` durably as what is being typed in this field. Returns after the commit: only then *Opgeslagen*."""
    if len(tekst) > MAX_TEKST:
        raise TekstTeLang
    changes = Changes(toestand=True)
    if adres.prepare is not None:
        with plek.store.write() as werk:
            if werk.find_one(adres.soort, adres.entiteit_id) is None:
                adres.prepare(werk)
                changes = werk.commit("veld.begonnen")
    with plek.store.write() as werk:
        entiteit = werk.get(adres.soort, adres.entiteit_id)
        leeg = "" if adres.soort.model_fields[adres.veld].is_required() else None
        waarde = encode(entiteit.model_copy(update={adres.veld: tekst or leeg}), adres.eenheid)
        werk.keep_typing(adres.soort.soort, adres.entiteit_id, adres.eenheid, waarde, adres.bases)
        werk.commit_unaudited()
    return changes


def seal(plek: Werkplek, adres: Veldadres, herkomst: object = None) -> Changes:
    """The visit to the field is over: one operation, or none when nothing changed."""
    with plek.store.write(herkomst) as werk:
        werk.seal(adres.entiteit_id, adres.eenheid)
        return werk.commit("veld.geschreven")


def seal_all(plek: Werkplek) -> Changes:
    """Seal everything that is being typed: before sending and before locking."""
    with plek.store.write() as werk:
        werk.seal()
        return werk.commit("velden.geschreven")
