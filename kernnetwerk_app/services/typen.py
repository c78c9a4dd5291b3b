"""Autosave: what is being typed is durable within a second, and becomes one operation when the field is left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from pydantic import ValidationError

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import RegelTeLang, bewaar, is_leeg
from kernnetwerk_app.oplog.operation import OpId
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork

REDEN: Final = "reden"
"""The line of why in a form that asks more."""


class VeldIsLeeg(KernnetwerkError):
    """A field that cannot do without words; what stood there before stays."""

    code = "veld.leeg"


@dataclass(frozen=True, slots=True)
class Veldadres:
    """One text field of one entity, with the values it replaces as the form loaded them.

    `prepare` gets each text before it is kept: it makes the entity where it does not exist yet (an answer nobody gave
    before), and writes what follows from somebody writing here.
    """

    soort: type[Entiteit]
    entiteit_id: UUID
    veld: str
    eenheid: int
    bases: tuple[OpId, ...]
    prepare: Callable[[UnitOfWork, str], None] | None = None

    @property
    def is_verplicht(self) -> bool:
        """Whether the field cannot be empty."""
        return self.soort.model_fields[self.veld].is_required()


def keep(plek: Werkplek, adres: Veldadres, tekst: str, herkomst: object = None) -> Changes:
    """Keep `tekst` durably as what is being typed in this field. Returns after the commit: only then *Opgeslagen*.

    Raises `TekstTeLang`, `RegelTeLang`, `VeldIsLeeg`; what was kept before then stays.
    """
    tekst = bewaar(tekst)
    if adres.is_verplicht and is_leeg(tekst):
        raise VeldIsLeeg
    changes = Changes(toestand=True, herkomst=herkomst)
    if adres.prepare is not None:
        with plek.store.write(herkomst) as werk:
            er_is_iets = werk.find_one(adres.soort, adres.entiteit_id) is not None
            if tekst or er_is_iets:
                adres.prepare(werk, tekst)
            if not er_is_iets and werk.find_one(adres.soort, adres.entiteit_id) is None:
                return changes  # typed and taken back at once, or a space where nobody wrote yet: nothing began
            if werk.wrote:
                changes = werk.commit("veld.begonnen")
    with plek.store.write() as werk:
        waarde = encode(_with_text(werk.get(adres.soort, adres.entiteit_id), adres.veld, tekst), adres.eenheid)
        bases = bases_since(werk, adres.entiteit_id, adres.eenheid, adres.bases)
        werk.keep_typing(adres.soort.soort, adres.entiteit_id, adres.eenheid, waarde, bases)
        werk.commit_unaudited()
    return changes


def _with_text(entiteit: Entiteit, veld: str, tekst: str) -> Entiteit:
    """The entity with this text in it; the only thing a text can break is the length of a line."""
    try:
        return type(entiteit).model_validate({**entiteit.model_dump(), veld: tekst or None})
    except ValidationError:
        raise RegelTeLang from None


def bases_since(lezer: Lezer, entiteit_id: UUID, eenheid: int, bases: tuple[OpId, ...]) -> tuple[OpId, ...]:
    """What an edit replaces: what the form had loaded, and what this laptop itself put on top of that since.

    Without the second, a text that was sealed while someone went on typing (for sending) would conflict with itself.
    """
    eigen = lezer.meta().device_no
    erop = {
        kop.id
        for kop in lezer.koppen(entiteit_id).get(eenheid, [])
        if kop.id.device_no == eigen and set(bases) <= set(kop.bases)
    }
    return tuple(sorted(erop | set(bases)))


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


def keep_concept(plek: Werkplek, sleutel: str, velden: Mapping[str, str]) -> None:
    """Keep durably what stands in a form that is handed in as a whole, as it is typed; without fields it is forgotten.

    The act that takes the form in forgets it in its own save, so that one of the two is always there.
    """
    with plek.store.write() as werk:
        werk.keep_concept(sleutel, {veld: bewaar(tekst) for veld, tekst in velden.items()})
        werk.commit_unaudited()


def load_concept(plek: Werkplek, sleutel: str) -> dict[str, str]:
    """What was kept of the form with this key; empty when there is nothing."""
    with plek.store.read() as lezer:
        return lezer.concept(sleutel)


def forget_reden(werk: UnitOfWork, sleutel: str) -> None:
    """Of the form with this key only the line of why was taken in: what else is typed in it stays."""
    over = {veld: tekst for veld, tekst in werk.concept(sleutel).items() if veld != REDEN}
    werk.keep_concept(sleutel, over)
