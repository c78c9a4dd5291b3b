"""What happens to a term on its way: it stands still, it gets a later end, or people agree on a pause."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.kalender import check_dag, dagen_van_tot
from kernnetwerk_app.domain.wettermijn import Duur, Opschortgrond, Verlenggrond

_EEN_DAG = timedelta(days=1)


class DagenInVerkeerdeVolgorde(KernnetwerkError):
    """An end before its start."""

    code = "termijn.verkeerde_volgorde"


class VerlengingZonderEinde(KernnetwerkError):
    """A later end is named as a day or as a length: one of the two."""

    code = "termijn.verlenging_zonder_einde"


def check_volgorde(eerst: date, daarna: date) -> None:
    """DagenInVerkeerdeVolgorde when `daarna` lies before `eerst`; DagBuitenBereik for an impossible day."""
    if check_dag(daarna) < check_dag(eerst):
        raise DagenInVerkeerdeVolgorde


@dataclass(frozen=True, slots=True)
class Opschorting:
    """Days on which a term stands still, `eerste_dag` up to and including `laatste_dag`; build it with the methods.

    There are no such days when `laatste_dag` lies before `eerste_dag`.
    """

    grond: Opschortgrond
    eerste_dag: date
    laatste_dag: date
    zonder_gestelde_termijn: bool = False

    @classmethod
    def na_verzoek(
        cls,
        gevraagd_op: date,
        *,
        gestelde_termijn: date | None,
        aangevuld_op: date | None = None,
        grond: Opschortgrond = Opschortgrond.AANVULLING,
    ) -> Self:
        """Still from the day after the request until ("tot") the day of completion or of the unused lapse.

        Awb 4:15 lid 1 onder a, 7:10 lid 2. `gestelde_termijn` is the last day on which one may still complete;
        without it nothing stands still (ABRvS 21-09-2016, ECLI:NL:RVS:2016:2527). "Tot" is read carefully: the day
        that ends it counts for the term again, also when it is the last day of the set term.
        """
        for dag in (gestelde_termijn, aangevuld_op):
            if dag is not None:
                check_volgorde(gevraagd_op, dag)
        if gestelde_termijn is None:
            return cls(grond, check_dag(gevraagd_op) + _EEN_DAG, gevraagd_op, zonder_gestelde_termijn=True)
        weer_lopend = min(gestelde_termijn, aangevuld_op or gestelde_termijn)
        return cls(grond, gevraagd_op + _EEN_DAG, weer_lopend - _EEN_DAG)

    @classmethod
    def buitenland(cls, medegedeeld_op: date, ontvangen_op: date) -> Self:
        """Awb 4:15 lid 1 onder b: from the day after the notice until the answer came or waiting is no longer fair."""
        check_volgorde(medegedeeld_op, ontvangen_op)
        return cls(Opschortgrond.BUITENLAND, medegedeeld_op + _EEN_DAG, ontvangen_op - _EEN_DAG)

    @classmethod
    def periode(cls, grond: Opschortgrond, van: date, tot_en_met: date) -> Self:
        """Awb 4:15 lid 2: as long as it lasts, both days included. Still going on: give today, and calculate again."""
        check_volgorde(van, tot_en_met)
        return cls(grond, van, tot_en_met)

    def dagen(self) -> Iterator[date]:
        """The days on which the term stands still, in order."""
        return dagen_van_tot(self.eerste_dag, self.laatste_dag)

    @property
    def aantal_dagen(self) -> int:
        return max(0, (self.laatste_dag - self.eerste_dag).days + 1)


@dataclass(frozen=True, slots=True)
class Verlenging:
    """A later end, told to the applicant on `medegedeeld_op`: up to and including `tot`, or longer by `met`."""

    grond: Verlenggrond
    medegedeeld_op: date
    tot: date | None = None
    met: Duur | None = None

    def __post_init__(self) -> None:
        check_dag(self.medegedeeld_op)
        if (self.tot is None) is (self.met is None):
            raise VerlengingZonderEinde
        if self.tot is not None:
            check_volgorde(self.medegedeeld_op, self.tot)

    def einde(self, einde: date) -> date:
        """The end after this, given the end until now. Never earlier, and never past what the ground allows."""
        later = self.met.na(einde) if self.met else (self.tot or einde)
        if hoogstens := self.grond.hoogstens:
            later = min(later, hoogstens.na(einde))
        return max(einde, later)


@dataclass(frozen=True, slots=True)
class Pauze:
    """A pause agreed with the resident. Leaves the day of the law (Wmo 2015 art. 2.3.2 lid 9). None: still going on."""

    van: date
    tot_en_met: date | None = None

    def __post_init__(self) -> None:
        check_volgorde(self.van, self.tot_en_met or self.van)
