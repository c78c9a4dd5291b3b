"""The picture of who does a line of the plan, for who cannot read it: *Ik zelf* looks like nobody else (TAAL-03)."""

from collections.abc import Sequence
from uuid import UUID

from kernnetwerk_app.domain.doener import noemt
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.domain.relatie import is_kind
from kernnetwerk_app.services.inwoner import hoofdpersoon, leden
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

_BEELD = {
    Wie.INWONER: "zelf",
    Wie.NETWERK: "mensen",
    Wie.BUREN: "mensen",
    Wie.VRIJWILLIGER: "mensen",
    Wie.ALGEMENE_VOORZIENING: "kern",
    Wie.PROFESSIONAL: "tas",
}
_KIND = "kind"


def kinderen(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> tuple[str, ...]:
    """The names of the children who live there, beside the resident, who is always `Ik zelf`."""
    zelf = hoofdpersoon(lezer, huishouden_id).id
    thuis = leden(lezer, huishouden_id)
    return tuple(een.naam for een in thuis if een.id != zelf and is_kind(een, plek.vandaag))


def beeld_van(afspraak: Afspraak, kinderen: Sequence[str]) -> str:
    """The name of its pictogram; empty when nobody said who does it."""
    naam = afspraak.wie_naam or ""
    if afspraak.wie is Wie.NETWERK and any(kind and noemt(naam, kind) for kind in kinderen):
        return _KIND
    return _BEELD.get(afspraak.wie, "")
