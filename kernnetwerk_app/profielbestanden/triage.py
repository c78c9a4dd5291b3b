"""What a municipality sets about triage: the table `[triage]` of its profile, and the matrix it names.

The table may be left out, whole or in part: then what stands here holds. Reading the files is done by `profiel`.
"""

from pydantic import BaseModel, model_validator

from kernnetwerk_app.domain.triage import Klasse, Kolom, Matrix, Rij, Route, Triageprofiel, is_in_balans
from kernnetwerk_app.profielbestanden.lijsten import Zeg


class _Kolom(BaseModel, extra="forbid"):
    sleutel: str
    label: str
    gewicht: int
    reden: str


class _Rij(BaseModel, extra="forbid"):
    sleutel: str
    vraag: str
    kolom: list[_Kolom]


class _Klasse(BaseModel, extra="forbid"):
    sleutel: str
    vanaf: int


class MatrixBestand(BaseModel, extra="forbid"):
    """A file of `resources/triage`. `bron` is empty: the matrix is this app's own."""

    sleutel: str
    versie: int
    bron: str = ""
    klasse: list[_Klasse]
    rij: list[_Rij]

    def build(self, zeg: Zeg) -> Matrix:
        """The matrix; what is this app's own is said as `zeg` says it."""
        zeg = str if self.bron else zeg

        def kolom(k: _Kolom) -> Kolom:
            return Kolom(k.sleutel, zeg(k.label), k.gewicht, zeg(k.reden))

        rijen = (Rij(r.sleutel, zeg(r.vraag), tuple(kolom(k) for k in r.kolom)) for r in self.rij)
        return Matrix(self.sleutel, self.versie, tuple(rijen))


class TriageTabel(BaseModel, extra="forbid"):
    """The table `[triage]`. `klasse` replaces the classes of the matrix; an empty list: questions are not classed."""

    matrix: str = "complexiteitsmatrix"
    klasse: list[_Klasse] | None = None
    routes: list[Route] = list(Route)
    maatwerkteam: str = ""
    opschalen: frozenset[str] = frozenset({"integrale_vraagverheldering", "doorverwezen", "veiligheidsroute"})
    nabij: frozenset[str] = frozenset({"signaleerder", "bespreker", "planmaker"})

    @model_validator(mode="after")
    def _rising(self) -> "TriageTabel":
        """Classes go from light to heavy, and the lightest begins at nothing."""
        vanaf = [klasse.vanaf for klasse in self.klasse or ()]
        if vanaf != sorted(set(vanaf)) or (vanaf and vanaf[0] != 0):
            raise ValueError("klasse")
        return self

    def build(self, bestand: MatrixBestand, zeg: Zeg) -> Triageprofiel | None:
        """None when one weight of the matrix could decide by itself."""
        matrix = bestand.build(zeg)
        klassen = tuple(Klasse(k.sleutel, k.vanaf) for k in (bestand.klasse if self.klasse is None else self.klasse))
        if not is_in_balans(matrix, klassen):
            return None
        return Triageprofiel(
            matrix=matrix,
            klassen=klassen,
            routes=tuple(self.routes),
            maatwerkteam=self.maatwerkteam,
            opschalen=self.opschalen,
            nabij=self.nabij,
        )
