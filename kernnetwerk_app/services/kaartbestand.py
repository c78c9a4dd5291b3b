"""The sociale kaart in and out as a table. On a laptop what comes in is a proposal, line by line (SOC-12)."""

from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain import kaartbestand
from kernnetwerk_app.domain.kaartbestand import Bekend, Bestandsregel, Regelfout
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.voorziening import VOORSTELBAAR, Stand, Voorziening
from kernnetwerk_app.services.voorziening import add_voorstel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes

PER_OPSLAG = 25
"""So many proposals are one save."""
Anders = tuple[Bestandsregel, UUID | None]
"""A line that says something new, and the entry that it is a better text of."""


@dataclass(frozen=True, slots=True)
class Binnengekomen:
    """What a file gave: new proposals, proposals to change, lines that say nothing new, places that have closed and
    that the kaart never had, and faults.
    """

    nieuw: int
    gewijzigd: int
    gelijk: int
    gesloten: int
    fouten: tuple[Regelfout, ...]
    changes: Changes


def lees_in(plek: Werkplek, octets: bytes, herkomst: object = None) -> Binnengekomen:
    """Take in a file, in saves of `PER_OPSLAG` lines. Raises `MagNiet` and what `kaartbestand.lees` raises; then
    nothing came in.

    When it breaks off half-way, reading it again adds what is missing.
    """
    plek.check_mag(Recht.SOCIALE_KAART)
    gelezen = kaartbestand.lees(octets)
    nieuw, gewijzigd, gelijk, gesloten = list[Anders](), list[Anders](), 0, 0
    with plek.store.read() as lezer:
        alle = lezer.find(Voorziening)
    bekend = Bekend(alle, plek.vandaag)
    open_ = [v for v in alle if v.voorstel_bij_id is not None and v.stand is Stand.VOORSTEL]
    for regel in gelezen.regels:
        oud = bekend.find(regel)
        if oud is None and regel.is_dicht(plek.vandaag):
            gesloten += 1
        elif oud is None:
            nieuw.append((regel, None))
        elif _is_anders(regel, oud) and not any(_asks(voorstel, oud, regel) for voorstel in open_):
            gewijzigd.append((regel, oud.id))
        else:
            gelijk += 1
    changes = _propose(plek, [*nieuw, *gewijzigd], herkomst)
    return Binnengekomen(len(nieuw), len(gewijzigd), gelijk, gesloten, gelezen.fouten, changes)


def _propose(plek: Werkplek, regels: list[Anders], herkomst: object) -> Changes:
    """A save travels whole, so a table of thousands is many of them. Nobody looked at a place because of a file: when
    it was looked at is what the file says of it.
    """
    entiteiten: frozenset[UUID] = frozenset()
    for begin in range(0, len(regels), PER_OPSLAG):
        with plek.store.write(herkomst) as werk:
            for regel, bij_id in regels[begin : begin + PER_OPSLAG]:
                add_voorstel(plek, werk, regel.velden, bij_id, regel.gecontroleerd)
            entiteiten |= werk.commit("voorziening.ingelezen").entiteiten
    soorten = frozenset({Voorziening.soort}) if entiteiten else frozenset[int]()
    return Changes(entiteiten=entiteiten, soorten=soorten, toestand=bool(entiteiten), herkomst=herkomst)


def schrijf_uit(plek: Werkplek) -> bytes:
    """The whole sociale kaart as a table; what is a proposal still is not in it."""
    with plek.store.read() as lezer:
        alle = lezer.find(Voorziening, stand=Stand.VASTGESTELD, voorstel_bij_id=None)
    return kaartbestand.schrijf(v for v in alle if v.is_open(plek.vandaag))


def _is_anders(regel: Bestandsregel, oud: Voorziening) -> bool:
    return any(waarde != getattr(oud, veld) for veld, waarde in regel.velden.items() if veld in VOORSTELBAAR)


def _asks(voorstel: Voorziening, oud: Voorziening, regel: Bestandsregel) -> bool:
    """Whether this proposal, that waits for its answer, says of the entry what the line says."""
    if voorstel.voorstel_bij_id != oud.id:
        return False
    straks = oud.model_copy(update={veld: getattr(voorstel, veld) for veld in voorstel.veranderingen})
    return not _is_anders(regel, straks)
