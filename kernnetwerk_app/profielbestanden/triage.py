"""What a municipality sets about triage: the table `[triage]` of its profile, and the matrix it names.

The table may be left out, whole or in part: then what stands here holds. Whether its keys are in the lists of the
profile is looked at by `samenhang`.
"""

from typing import Annotated

from pydantic import BaseModel, Field

from kernnetwerk_app.domain.profielwaarde import Getal, Sleutel, Woorden
from kernnetwerk_app.domain.triage import Feit, Klasse, Kolom, Matrix, Rij, Route, Triageprofiel, is_in_balans
from kernnetwerk_app.profielbestanden.bestanden import Bestanden, check
from kernnetwerk_app.profielbestanden.fouten import ProfielOngeldig
from kernnetwerk_app.profielbestanden.lijsten import Zeg, refuse_double

Gewicht = Annotated[int, Field(strict=True, ge=0, le=1000)]


class _Kolom(BaseModel, extra="forbid"):
    sleutel: Sleutel
    label: Woorden
    gewicht: Gewicht
    reden: Woorden
    bij: frozenset[Feit] = frozenset()


class _Rij(BaseModel, extra="forbid"):
    sleutel: Sleutel
    vraag: Woorden
    kolom: Annotated[list[_Kolom], Field(min_length=1)]


class _Klasse(BaseModel, extra="forbid"):
    sleutel: Sleutel
    vanaf: Gewicht


class MatrixBestand(BaseModel, extra="forbid"):
    """A file of `resources/triage`. `bron` is empty: the matrix is this app's own."""

    sleutel: str
    versie: Getal
    bron: str = ""
    klasse: list[_Klasse]
    rij: Annotated[list[_Rij], Field(min_length=1)]

    def build(self, zeg: Zeg) -> Matrix:
        """The matrix; what is this app's own is said as `zeg` says it."""
        zeg = str if self.bron else zeg

        def kolom(k: _Kolom) -> Kolom:
            return Kolom(k.sleutel, zeg(k.label), k.gewicht, zeg(k.reden), k.bij)

        rijen = (Rij(r.sleutel, zeg(r.vraag), tuple(kolom(k) for k in r.kolom)) for r in self.rij)
        return Matrix(self.sleutel, self.versie, tuple(rijen))


class TriageTabel(BaseModel, extra="forbid"):
    """The table `[triage]`. `klasse` replaces the classes of the matrix; an empty list: questions are not classed."""

    matrix: str = "complexiteitsmatrix"
    klasse: list[_Klasse] | None = None
    routes: Annotated[list[Route], Field(min_length=1)] = list(Route)
    maatwerkteam: str = ""
    opschalen: frozenset[str] = frozenset({"integrale_vraagverheldering", "doorverwezen", "veiligheidsroute"})
    nabij: frozenset[str] = frozenset({"signaleerder", "bespreker", "planmaker"})


def lees_triage(bestanden: Bestanden, tabel: TriageTabel, bestand: str, zeg: Zeg) -> Triageprofiel:
    """The table of the profile in `bestand` with its matrix; `ProfielOngeldig` names the place of what cannot be."""
    naam = f"triage/{tabel.matrix}.toml"
    matrix = check(MatrixBestand, bestanden.lees(naam), naam)
    if matrix.sleutel != tabel.matrix:
        raise ProfielOngeldig(naam, "sleutel", reden="andere_naam")
    refuse_double(naam, "rij.sleutel", [rij.sleutel for rij in matrix.rij])
    for nummer, rij in enumerate(matrix.rij):
        refuse_double(naam, f"rij.{nummer}.kolom.sleutel", [kolom.sleutel for kolom in rij.kolom])
    refuse_double(bestand, "triage.routes", tabel.routes)
    eigen = tabel.klasse is not None
    klassen = tabel.klasse if tabel.klasse is not None else matrix.klasse
    gebouwd = matrix.build(zeg)
    return Triageprofiel(
        matrix=gebouwd,
        klassen=_lees_klassen(gebouwd, klassen, *((bestand, "triage.klasse") if eigen else (naam, "klasse"))),
        routes=tuple(tabel.routes),
        maatwerkteam=tabel.maatwerkteam,
        opschalen=tabel.opschalen,
        nabij=tabel.nabij,
    )


def _lees_klassen(matrix: Matrix, geschreven: list[_Klasse], bestand: str, sleutel: str) -> tuple[Klasse, ...]:
    """Classes go from light to heavy, the lightest begins at nothing, and no single weight decides."""
    refuse_double(bestand, f"{sleutel}.sleutel", [klasse.sleutel for klasse in geschreven])
    vanaf = [klasse.vanaf for klasse in geschreven]
    if vanaf[:1] not in ([], [0]):
        raise ProfielOngeldig(bestand, f"{sleutel}.0.vanaf", reden="begin_bij_nul")
    if vanaf != sorted(set(vanaf)):
        raise ProfielOngeldig(bestand, f"{sleutel}.vanaf", reden="oplopend")
    klassen = tuple(Klasse(klasse.sleutel, klasse.vanaf) for klasse in geschreven)
    if not is_in_balans(matrix, klassen):
        raise ProfielOngeldig(bestand, sleutel, reden="een_gewicht")
    return klassen
