"""Signed paper that comes back: whether it is this version, and all of it. A sheet says so itself, by its square code.

What cannot be used is refused with a sentence that says what now; nothing of it is kept.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.documents.scan import Vel, lees_vel, scan_pdf
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

__all__ = ["Teruggekomen", "Vel", "lees_terug", "lees_vel"]


class GeenVelVanOns(KernnetwerkError):
    """None of the pages carries a square code of ours."""

    code = "terugkomst.geen_vel"


class AndereVersie(KernnetwerkError):
    """It is our paper, and of another version of this plan."""

    code = "terugkomst.andere_versie"

    def __init__(self, nummer: int, hier: int) -> None:
        super().__init__()
        self.nummer, self.hier = nummer, hier


class AnderPlan(KernnetwerkError):
    """It is our paper, and of another plan, or one that is not on this laptop."""

    code = "terugkomst.ander_plan"


class BladenOntbreken(KernnetwerkError):
    """Not all sheets of this version are there."""

    code = "terugkomst.bladen_ontbreken"

    def __init__(self, mist: str, totaal: int) -> None:
        super().__init__()
        self.mist, self.totaal = mist, totaal


class AndereAfdruk(KernnetwerkError):
    """Sheets of two prints of this version that do not have the same pages."""

    code = "terugkomst.andere_afdruk"


class PapierTeGroot(KernnetwerkError):
    """The sheets are too many to be kept."""

    code = "terugkomst.te_groot"


@dataclass(frozen=True, slots=True)
class Teruggekomen:
    """All sheets of this version, upright and in order, as one PDF. `dubbel`: the pages that came more than once; each
    of them is in it, for one may be signed and the other not.
    """

    pdf: bytes
    nummer: int
    bladen: int
    dubbel: str = ""


def lees_terug(plek: Werkplek, versie_id: UUID, vellen: Sequence[Vel]) -> Teruggekomen:
    """The signed paper of this version, out of sheets in any order and lying any way (`lees_vel`); another page between
    them, such as the back of a sheet, is none.

    Raises the refusals above.
    """
    if not vellen:
        raise GeenVelVanOns
    with plek.store.read() as lezer:
        versie = lezer.get(PlanVersie, versie_id)
        _check_van(lezer, versie, vellen)
    totaal = vellen[0].totaal
    if any(vel.totaal != totaal for vel in vellen):
        raise AndereAfdruk
    aantal = Counter(vel.blad for vel in vellen)
    mist = [blad for blad in range(1, totaal + 1) if blad not in aantal]
    if mist:
        raise BladenOntbreken(_reeksen(mist), totaal)
    pdf = scan_pdf(sorted(vellen, key=lambda vel: vel.blad))
    if pdf is None:
        raise PapierTeGroot
    return Teruggekomen(pdf, versie.nummer, totaal, _reeksen(sorted(blad for blad, keer in aantal.items() if keer > 1)))


def _reeksen(bladen: Sequence[int]) -> str:
    """Page numbers as one says them: `2, 4 t/m 9`."""
    delen: list[list[int]] = []
    for blad in bladen:
        if delen and delen[-1][-1] == blad - 1:
            delen[-1][1:] = [blad]
        else:
            delen.append([blad])
    return ", ".join(" t/m ".join(str(blad) for blad in deel) for deel in delen)


def _check_van(lezer: Lezer, versie: PlanVersie, vellen: Iterable[Vel]) -> None:
    """Refuse a sheet of anything else than this version."""
    for vel in vellen:
        if vel.kenmerk.versie_id == versie.id and vel.kenmerk.code == versie.code:
            continue
        ander = lezer.find_one(PlanVersie, vel.kenmerk.versie_id)
        if ander is not None and ander.plan_id == versie.plan_id and ander.id != versie.id:
            raise AndereVersie(ander.nummer, versie.nummer)
        raise AnderPlan
