"""Who the people of a household are, where they live and when their question came in; and putting that right."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.oplog.operation import OpId
from kernnetwerk_app.services import huishouden, inwoner, melding
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.termijn import lopende_meldingen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer


@dataclass(frozen=True, slots=True)
class GegevensBeeld:
    """What can be corrected, as it stood when the form asked; `bases` by record, for the save that follows."""

    huishouden: Huishouden
    inwoners: tuple[Inwoner, ...]
    """Who has the question first; never empty."""
    meldingen: tuple[Melding, ...]
    """All of them, the latest first: of an earlier question too something can be wrong, or still to be decided."""
    loopt: frozenset[UUID]
    """Those of which the six weeks still count."""
    bases: Mapping[UUID, Bases]

    @property
    def melding(self) -> Melding | None:
        """The latest."""
        return next(iter(self.meldingen), None)

    def records(self) -> dict[UUID, Entiteit]:
        """Everything that is shown, by id."""
        alle: list[Entiteit] = [self.huishouden, *self.inwoners, *self.meldingen]
        return {record.id: record for record in alle}

    def dump_bases(self, velden: Mapping[UUID, Collection[str]]) -> str:
        """The bases of the units of these fields, to keep with what is typed in them (`met_bases`).

        Of a record that is not shown (any more) all that is known.
        """
        return json.dumps({str(record_id): self._bases_of(record_id, namen) for record_id, namen in velden.items()})

    def _bases_of(self, record_id: UUID, namen: Collection[str]) -> Bases:
        record, bases = self.records().get(record_id), self.bases.get(record_id, {})
        if record is None:
            return bases
        getypt = [nummer for nummer, eigen in eenheden(type(record)).items() if set(eigen) & set(namen)]
        return {nummer: bases.get(nummer, ()) for nummer in getypt}

    def met_bases(self, bewaard: str) -> "GegevensBeeld":
        """The same, with the bases that `dump_bases` gave before in place of those of now.

        What a colleague wrote since was not seen by who typed: the save has to stand beside it, not over it.
        """
        bases = {record_id: dict(van_nu) for record_id, van_nu in self.bases.items()}
        for record_id, eerdere in json.loads(bewaard).items():
            van_toen = {int(nummer): tuple(OpId(*base) for base in paren) for nummer, paren in eerdere.items()}
            bases.setdefault(UUID(record_id), {}).update(van_toen)
        return replace(self, bases=bases)


def concept_sleutel(huishouden_id: UUID) -> str:
    """Key of the form that is being typed, for `typen.keep_concept`."""
    return f"gegevens/{huishouden_id}"


def load(lezer: Lezer, huishouden_id: UUID) -> GegevensBeeld:
    """What stands there now; `BestaatNiet` for a household that is not here, or has nobody in it."""
    eerste = hoofdpersoon(lezer, huishouden_id)
    anderen = [ander for ander in leden(lezer, huishouden_id) if ander.id != eerste.id]
    beeld = GegevensBeeld(
        huishouden=lezer.get(Huishouden, huishouden_id),
        inwoners=(eerste, *anderen),
        meldingen=tuple(reversed(lezer.find(Melding, huishouden_id=huishouden_id))),
        loopt=frozenset(een.id for een in lopende_meldingen(lezer, huishouden_id)),
        bases={},
    )
    return replace(beeld, bases=lezer.bases_van(beeld.records()))


def change(
    plek: Werkplek,
    beeld: GegevensBeeld,
    velden: Mapping[UUID, Mapping[str, Any]],
    herkomst: object = None,
    concept: str = "",
    over: Mapping[str, str] | None = None,
) -> Changes:
    """Everything that was corrected in one form, in one save; `velden` by record, only what a person changed.

    Takes in the form that was kept as `concept`, but for what is left `over` of it. Raises what the `change` of a
    resident, a household and a melding raise, and then nothing of it was done.
    """
    with plek.store.write(herkomst) as werk:
        genoemd = naam = beeld.inwoners[0].aanhef
        for mens in beeld.inwoners:
            if mens.id in velden:
                nieuw = inwoner.change(plek, werk, mens, beeld.bases[mens.id], velden[mens.id])
                naam = nieuw.aanhef if mens is beeld.inwoners[0] else naam
        huis = beeld.huishouden
        huishouden.change(werk, huis, beeld.bases[huis.id], velden.get(huis.id, {}), genoemd, naam)
        for gemeld in beeld.meldingen:
            if gemeld.id in velden:
                melding.change(plek, werk, gemeld, beeld.bases[gemeld.id], velden[gemeld.id])
        werk.keep_concept(concept, over or {})
        return werk.commit("gegevens.gewijzigd", huis.id)
