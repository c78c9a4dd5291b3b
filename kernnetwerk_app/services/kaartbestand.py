"""The sociale kaart in and out as a table. On a laptop what comes in is a proposal, line by line (SOC-12)."""

from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain import kaartbestand
from kernnetwerk_app.domain.kaartbestand import Bestandsregel, Regelfout
from kernnetwerk_app.domain.voorziening import INHOUD, Stand, Voorziening
from kernnetwerk_app.services.voorziening import add_voorstel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes

PER_OPSLAG = 25
"""So many proposals are one save."""
Anders = tuple[Bestandsregel, UUID | None]
"""A line that says something new, and the entry that it is a better text of."""


@dataclass(frozen=True, slots=True)
class Binnengekomen:
    """What a file gave: new proposals, proposals to change, lines that say what stands there already, and faults."""

    nieuw: int
    gewijzigd: int
    gelijk: int
    fouten: tuple[Regelfout, ...]
    changes: Changes


def lees_in(plek: Werkplek, octets: bytes, herkomst: object = None) -> Binnengekomen:
    """Take in a file, in saves of `PER_OPSLAG` lines. Raises what `kaartbestand.lees` raises; then nothing came in.

    When it breaks off half-way, reading it again adds what is missing.
    """
    gelezen = kaartbestand.lees(octets)
    nieuw, gewijzigd, gelijk = list[Anders](), list[Anders](), 0
    with plek.store.read() as lezer:
        bekend = {v.id: v for v in lezer.find(Voorziening, voorstel_bij_id=None) if v.stand is not Stand.AFGEWEZEN}
    op_naam = {_naam(v.naam, v.kern): v for v in bekend.values()}
    for regel in gelezen.regels:
        oud = _which(regel, bekend, op_naam)
        if oud is None:
            nieuw.append((regel, None))
        elif _is_anders(regel, oud):
            gewijzigd.append((regel, oud.id))
        else:
            gelijk += 1
    changes = _propose(plek, [*nieuw, *gewijzigd], herkomst)
    return Binnengekomen(len(nieuw), len(gewijzigd), gelijk, gelezen.fouten, changes)


def _propose(plek: Werkplek, regels: list[Anders], herkomst: object) -> Changes:
    """A save travels whole, so a table of thousands is many of them."""
    entiteiten: frozenset[UUID] = frozenset()
    for begin in range(0, len(regels), PER_OPSLAG):
        with plek.store.write(herkomst) as werk:
            for regel, bij_id in regels[begin : begin + PER_OPSLAG]:
                add_voorstel(plek, werk, regel.velden, bij_id)
            entiteiten |= werk.commit("voorziening.ingelezen").entiteiten
    soorten = frozenset({Voorziening.soort}) if entiteiten else frozenset[int]()
    return Changes(entiteiten=entiteiten, soorten=soorten, toestand=bool(entiteiten), herkomst=herkomst)


def schrijf_uit(plek: Werkplek) -> bytes:
    """The whole sociale kaart as a table; what is a proposal still is not in it."""
    with plek.store.read() as lezer:
        alle = lezer.find(Voorziening, stand=Stand.VASTGESTELD, voorstel_bij_id=None)
    return kaartbestand.schrijf(v for v in alle if v.is_open(plek.vandaag))


def _which(
    regel: Bestandsregel, bekend: dict[UUID, Voorziening], op_naam: dict[tuple[str, str], Voorziening]
) -> Voorziening | None:
    if regel.id is not None and regel.id in bekend:
        return bekend[regel.id]
    kern = regel.velden.get("kern")
    return op_naam.get(_naam(str(regel.velden["naam"]), str(kern) if kern else None))


def _naam(naam: str, kern: str | None) -> tuple[str, str]:
    return " ".join(naam.split()).casefold(), (kern or "").casefold()


def _is_anders(regel: Bestandsregel, oud: Voorziening) -> bool:
    return any(waarde != getattr(oud, veld) for veld, waarde in regel.velden.items() if veld in INHOUD)
