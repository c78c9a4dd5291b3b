"""Triage: how heavy a question is, and along which route it goes (TRI-01 to TRI-08).

The matrix is data and marked as this app's own. It proposes; a person decides (docs/algoritmeregister.md).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Onvindbaar, Tekstveld, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg

Regel = Annotated[str | None, Field(max_length=300)]


class TriageZonderReden(KernnetwerkError):
    """Another class than the app proposed, and no line that says why (TRI-02)."""

    code = "triage.zonder_reden"


class TriageZonderKeuze(KernnetwerkError):
    """Neither a class nor a route was chosen: there is nothing to keep."""

    code = "triage.zonder_keuze"


class RouteZonderUitvraag(KernnetwerkError):
    """A route is chosen on the basis of a brede uitvraag (TRI-08); passed with one line of reason (TEAM-04)."""

    code = "triage.zonder_uitvraag"


class RouteStaatUit(KernnetwerkError):
    code = "triage.route_staat_uit"


class VersneldZonderGrond(KernnetwerkError):
    """The fast route is only for the grounds of the profile (TRI-07, a hard stop)."""

    code = "triage.versneld_zonder_grond"


class VersneldZonderInstelling(KernnetwerkError):
    """Of the fast route it is known which institution referred (TRI-07, a hard stop)."""

    code = "triage.versneld_zonder_instelling"


class Route(StrEnum):
    """The four routes of L-26; the values are the keys of the list `routes`."""

    SOCIALE_BASIS = "sociale_basis"
    VRIJ_TOEGANKELIJK = "vrij_toegankelijk"
    MAATWERK = "maatwerk"
    COMBINATIE = "combinatie"


class DeelStatus(StrEnum):
    GEVRAAGD = "gevraagd"
    LOOPT = "loopt"
    KLAAR = "klaar"
    GESTOPT = "gestopt"


class Feit(StrEnum):
    """What the records of a question can say already; a column of the matrix can name it (told once)."""

    EEN_LASTIG = "één leefgebied is lastig"
    ENKELE_LASTIG = "twee of drie leefgebieden zijn lastig"
    VEEL_LASTIG = "vier of meer leefgebieden zijn lastig"
    BESTAAN_ZORGEN = "er zijn zorgen over inkomen, schulden of wonen"
    BESTAAN_GAAT = "inkomen, schulden en wonen gaan"


@dataclass(frozen=True, slots=True)
class Kolom:
    """One answer to a row. `reden` is the sentence by which it counts in a proposal; `bij` are the facts at which it
    stands there already, until a person sees it otherwise.
    """

    sleutel: str
    label: str
    gewicht: int
    reden: str
    bij: frozenset[Feit] = frozenset()


@dataclass(frozen=True, slots=True)
class Rij:
    sleutel: str
    vraag: str
    kolommen: tuple[Kolom, ...]

    def find(self, sleutel: str | None) -> Kolom | None:
        return next((kolom for kolom in self.kolommen if kolom.sleutel == sleutel), None)


@dataclass(frozen=True, slots=True)
class Matrix:
    sleutel: str
    versie: int
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True)
class Klasse:
    """A class, by its key in `complexiteitsklassen`, from this total of weights on."""

    sleutel: str
    vanaf: int


@dataclass(frozen=True, slots=True)
class Triageprofiel:
    """How this municipality does it. `klassen` from light to heavy; empty where questions are not classed (V-06)."""

    matrix: Matrix
    klassen: tuple[Klasse, ...]
    routes: tuple[Route, ...]
    maatwerkteam: str
    """Key of the team that gets a question along route 3; empty where that is nobody else."""
    opschalen: frozenset[str]
    """Outcomes of the eerste vraagverheldering after which others are brought in (EVV-19)."""
    nabij: frozenset[str]
    """Roles that are near the resident; others may be further away (TRI-19)."""


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What the app proposes, with each reason that counted; nobody is bound by it."""

    klasse: str
    redenen: tuple[str, ...]


class Triage(Entiteit):
    """One judgement, written once; a later one stands beside it, so the history stays (TRI-01).

    `klasse` and `voorgesteld` are keys of the municipality's classes, `waarnemingen` what the proposal was made of
    (`schrijf_waarnemingen`), with the version of the matrix. `bron` is where the answer was found: a source of the
    sociale basis, or a provider. A `grond` makes it the fast route, on which triage was skipped.
    """

    soort: ClassVar[int] = 30
    voor: ClassVar[VoorWie] = VoorWie.PROFESSIONAL

    melding_id: Annotated[UUID, Eenheid(2)]
    datum: Annotated[date, Eenheid(2)]
    door_id: Annotated[UUID, Eenheid(2)]
    klasse: Annotated[Regel, Eenheid(2), Onvindbaar()] = None
    voorgesteld: Annotated[Regel, Eenheid(2), Onvindbaar()] = None
    reden: Annotated[Tekstveld | None, Eenheid(2)] = None
    waarnemingen: Annotated[Tekstveld | None, Eenheid(2), Onvindbaar()] = None
    matrix: Annotated[Regel, Eenheid(2), Onvindbaar()] = None
    matrixversie: Annotated[int | None, Eenheid(2)] = None
    route: Annotated[Route | None, Eenheid(2), Onvindbaar()] = None
    bron: Annotated[Regel, Eenheid(2)] = None
    nabijheid: Annotated[Regel, Eenheid(2), Onvindbaar()] = None
    lichter: Annotated[Regel, Eenheid(2)] = None
    lichter_reden: Annotated[Regel, Eenheid(2)] = None
    eerst_geprobeerd: Annotated[Tekstveld | None, Eenheid(2)] = None
    grond: Annotated[Regel, Eenheid(2), Onvindbaar()] = None
    instelling: Annotated[Regel, Eenheid(2)] = None
    zonder_uitvraag: Annotated[Regel, Eenheid(2)] = None
    """Why a route was chosen while the brede uitvraag was not there yet."""

    @property
    def is_versneld(self) -> bool:
        return self.grond is not None


class Routedeel(Entiteit):
    """One part of an arrangement, with its own provider, level and state; they stand side by side (TRI-06, 10)."""

    soort: ClassVar[int] = 31
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    triage_id: Annotated[UUID, Eenheid(2)]
    route: Annotated[Route, Eenheid(2), Onvindbaar()]
    aanbieder: Annotated[str, Field(max_length=300), Eenheid(3)]
    niveau: Annotated[Regel, Eenheid(4), Onvindbaar()] = None
    nabijheid: Annotated[Regel, Eenheid(5), Onvindbaar()] = None
    status: Annotated[DeelStatus, Eenheid(6), Onvindbaar()] = DeelStatus.GEVRAAGD
    status_datum: Annotated[date, Eenheid(6)]


def geldende(triages: Sequence[Triage]) -> Triage | None:
    """The judgement whose route holds: the latest that chose one. A later one about the class alone leaves it."""
    return next((triage for triage in reversed(triages) if triage.route is not None), None)


def is_in_balans(matrix: Matrix, klassen: Sequence[Klasse]) -> bool:
    """Whether no single weight can decide: each is smaller than every step from one class to the next."""
    stappen = [zwaarder.vanaf - lichter.vanaf for lichter, zwaarder in pairwise(klassen)]
    gewichten = [kolom.gewicht for rij in matrix.rijen for kolom in rij.kolommen]
    return min(gewichten, default=0) >= 0 and (not stappen or max(gewichten, default=0) < min(stappen))


def stel_voor(matrix: Matrix, klassen: Sequence[Klasse], waarnemingen: Mapping[str, str]) -> Voorstel | None:
    """The class that follows from what was observed (row to column), with the sentence of each weight that counted.

    None as long as nothing was observed, or where nothing is classed. What was not observed weighs nothing.
    """
    gezien = _gezien(matrix, waarnemingen)
    if not gezien or not klassen:
        return None
    totaal = sum(kolom.gewicht for kolom in gezien)
    klasse = [klasse for klasse in klassen if klasse.vanaf <= totaal][-1]
    return Voorstel(klasse.sleutel, redenen(matrix, waarnemingen))


def leid_af(matrix: Matrix, feiten: Collection[Feit]) -> dict[str, str]:
    """Row to column, for each row of which a column stands with one of these facts."""
    alle = ((rij.sleutel, kolom) for rij in matrix.rijen for kolom in rij.kolommen)
    return {rij: kolom.sleutel for rij, kolom in alle if kolom.bij & set(feiten)}


def redenen(matrix: Matrix, waarnemingen: Mapping[str, str]) -> tuple[str, ...]:
    """The sentence of each observation that weighed; of all of them where none did."""
    gezien = _gezien(matrix, waarnemingen)
    return tuple([kolom.reden for kolom in gezien if kolom.gewicht] or [kolom.reden for kolom in gezien])


def _gezien(matrix: Matrix, waarnemingen: Mapping[str, str]) -> list[Kolom]:
    return [kolom for rij in matrix.rijen if (kolom := rij.find(waarnemingen.get(rij.sleutel))) is not None]


def schrijf_waarnemingen(waarnemingen: Mapping[str, str]) -> str | None:
    """What was observed as one field: a line `row=column` for each."""
    return "\n".join(f"{rij}={kolom}" for rij, kolom in waarnemingen.items() if kolom) or None


def lees_waarnemingen(waarde: str | None) -> dict[str, str]:
    """The same, read again."""
    return dict(regel.split("=", 1) for regel in (waarde or "").split("\n") if "=" in regel)


def check_triage(profiel: Triageprofiel, triage: Triage, *, breed: bool, gronden: Collection[str]) -> None:
    """Refuse a judgement that does not hold.

    `breed`: whether the brede uitvraag was recorded. `gronden`: keys of the grounds for the fast route here.

    Raises `TriageZonderKeuze`, `TriageZonderReden`, `RouteStaatUit`, `RouteZonderUitvraag`, `VersneldZonderGrond`,
    `VersneldZonderInstelling`.
    """
    if triage.grond is not None:
        _check_versneld(triage, gronden)
        return
    if triage.klasse is None and triage.route is None:
        raise TriageZonderKeuze
    if triage.klasse != triage.voorgesteld and triage.klasse is not None and is_leeg(triage.reden):
        raise TriageZonderReden
    if triage.route is None:
        return
    if triage.route not in profiel.routes:
        raise RouteStaatUit
    if not breed and is_leeg(triage.zonder_uitvraag):
        raise RouteZonderUitvraag


def _check_versneld(triage: Triage, gronden: Collection[str]) -> None:
    if triage.grond not in gronden:
        raise VersneldZonderGrond
    if is_leeg(triage.instelling):
        raise VersneldZonderInstelling
