"""Whom a line of this plan may name: who is known in this household, at this gesprek and in the lines before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.doener import Bekende, namen_in, raad_wie
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, Wie
from kernnetwerk_app.domain.tekst import MAX_REGEL
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services.adres import kern_voor
from kernnetwerk_app.services.afzien import geen_hulp_van
from kernnetwerk_app.services.inwoner import leden
from kernnetwerk_app.services.kindplan import relaties_van_kind, van_wie
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

_NAASTEN = (Wie.NETWERK, Wie.BUREN, Wie.VRIJWILLIGER)
_SCHEIDING = re.compile(r"[,;()\n]| en ")


@dataclass(frozen=True, slots=True)
class Kaartblik:
    """`kern`: where they live, to look near home; empty when that is not known, is secret, or of a child of two
    households. `niet_van`: whose help somebody at home would rather not have, so that nobody proposes it (RES-15).
    """

    kern: str = ""
    niet_van: tuple[str, ...] = ()


def kaartblik(plek: Werkplek, lezer: Lezer, thuis: UUID | None) -> Kaartblik:
    """For a plan of this household; None for that of a child of two."""
    if thuis is None:
        return Kaartblik()
    return Kaartblik(kern_voor(plek, lezer, thuis) or "", geen_hulp_van(plek, lezer, thuis))


def raad(plek: Werkplek, zin: str, bekenden: tuple[Bekende, ...]) -> tuple[Wie, str | None]:
    """The guess; what is longer than any name is no proposal, and no reason to refuse the sentence."""
    wie, naam = raad_wie(zin, plek.profiel.doeners, bekenden)
    return wie, naam if naam is None or len(naam) <= MAX_REGEL else None


def bekenden(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan) -> tuple[Bekende, ...]:
    """Each by every way of naming them. Of somebody at the table it has to be said that they are family or a neighbour:
    a name alone may be of an organisation.
    """
    return tuple(dict.fromkeys(_bekenden(plek, lezer, plan)))


def _bekenden(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan) -> Iterator[Bekende]:
    zelf = van_wie(lezer, plan)
    yield from _noem(plek.medewerker.naam, Wie.PROFESSIONAL)
    if plan.kind_id is None:
        yield from _van_huis(plek, lezer, plan, zelf)
    else:
        yield from _rond_kind(plek, lezer, zelf)
    doelen = [doel.id for doel in lezer.find(Doel, plan_id=plan.id)]
    regels = lezer.find(Afspraak, doel_id=doelen, wie=_NAASTEN, vervallen_datum=None)
    for afspraak in sorted(regels, key=lambda regel: doelen.index(regel.doel_id)):
        yield from _noem(afspraak.wie_naam or "", afspraak.wie)


def _rond_kind(plek: Werkplek, lezer: Lezer, kind: Inwoner) -> Iterator[Bekende]:
    """The child, and who is told to belong to it: nobody of the one household is named in the other because of it."""
    yield from _noem(kind.naam, Wie.INWONER)
    for relatie in relaties_van_kind(plek, lezer, kind):
        ander = lezer.find_one(Inwoner, relatie.ander_id) if relatie.ander_id else None
        yield from _noem(ander.naam if ander is not None else relatie.ander_naam or "", Wie.NETWERK)


def _van_huis(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan, zelf: Inwoner) -> Iterator[Bekende]:
    for inwoner in leden(lezer, plan.huishouden_id):
        yield from _noem(inwoner.naam, Wie.INWONER if inwoner.id == zelf.id else Wie.NETWERK)
    for melding in lezer.find(Melding, huishouden_id=plan.huishouden_id):
        for naam, wat in (
            (melding.melder_naam, melding.melder_relatie),
            (melding.vertegenwoordiger, melding.hoedanigheid),
        ):
            if _is_naaste(plek, wat or ""):
                yield from _noem(naam or "", Wie.NETWERK)
    for gesprek in lezer.find(Vraagverheldering, id=plan.vraagverheldering_id):
        yield from _aan_tafel(plek, gesprek.aanwezig or "")


def _aan_tafel(plek: Werkplek, aanwezig: str) -> Iterator[Bekende]:
    """`Karin, dochter` and `dochter Karin`; not `Joris van het welzijn`."""
    delen = [deel.strip() for deel in _SCHEIDING.split(aanwezig)]
    for deel, volgende in zip(delen, [*delen[1:], ""], strict=True):
        is_alleen_naam = deel in namen_in(deel)
        if _is_naaste(plek, deel) or (is_alleen_naam and volgende.islower() and _is_naaste(plek, volgende)):
            yield from _noem(deel, Wie.NETWERK)


def _is_naaste(plek: Werkplek, woorden: str) -> bool:
    return any(woord in plek.profiel.doeners.naasten for woord in woorden.lower().split())


def _noem(naam: str, wie: Wie) -> Iterator[Bekende]:
    return (Bekende(vorm, wie) for vorm in namen_in(naam))
