"""The calendar of the Algemene termijnenwet (Atw) as a value.

Which days are free follows from Atw art. 3; the days named by royal decree (art. 3 lid 3) are data and are passed in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Self

from pydantic import BaseModel, Field, ValidationError, model_validator

from kernnetwerk_app.domain.datum import EERSTE_JAAR, LAATSTE_JAAR
from kernnetwerk_app.domain.errors import KernnetwerkError

_EEN_DAG = timedelta(days=1)
_ZATERDAG, _ZONDAG = 5, 6


class DagBuitenBereik(KernnetwerkError):
    """A day outside `EERSTE_JAAR` to `LAATSTE_JAAR`, typed or calculated."""

    code = "termijn.dag_buiten_bereik"


class KalenderOngeldig(KernnetwerkError):
    """The list of days by royal decree cannot be right."""

    code = "kalender.ongeldig"


def check_dag(dag: date) -> date:
    """The same day, when it is one that a term can be about; else DagBuitenBereik.

    Inside that range no sum can leave Python's calendar. TypeError for a timestamp: a day of law is a day, and near
    midnight a timestamp is two of them.
    """
    if isinstance(dag, datetime):
        raise TypeError("a day of law is a date, not a timestamp")
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise DagBuitenBereik
    return dag


def dagen_van_tot(eerste: date, laatste: date) -> Iterator[date]:
    """Every day from `eerste` up to and including `laatste`; nothing when `laatste` lies before `eerste`."""
    return (eerste + timedelta(days=n) for n in range((laatste - eerste).days + 1))


def paaszondag(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus/Jones/Butcher)."""
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekdag = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekdag) // 451
    maand, dag = divmod(h + weekdag - 7 * m + 114, 31)
    return date(jaar, maand, dag + 1)


@lru_cache(maxsize=512)
def feestdagen(jaar: int) -> Mapping[date, str]:
    """The days of Atw art. 3 lid 1 and 2 in `jaar`, in order, with their names.

    5 May counts every year, Goede Vrijdag counts, 24 and 31 December do not. Koningsdag is a day earlier when the
    27th is a Sunday; the rule holds from 2014 on.
    """
    pasen = paaszondag(jaar)
    koningsdag = date(jaar, 4, 27)
    if koningsdag.weekday() == _ZONDAG:
        koningsdag -= _EEN_DAG
    namen: dict[date, str] = {}
    for dag, naam in (
        (date(jaar, 1, 1), "Nieuwjaarsdag"),
        (pasen - timedelta(days=2), "Goede Vrijdag"),
        (pasen + timedelta(days=1), "Tweede Paasdag"),
        (koningsdag, "Koningsdag"),
        (date(jaar, 5, 5), "Bevrijdingsdag"),
        (pasen + timedelta(days=39), "Hemelvaartsdag"),
        (pasen + timedelta(days=50), "Tweede Pinksterdag"),
        (date(jaar, 12, 25), "Eerste Kerstdag"),
        (date(jaar, 12, 26), "Tweede Kerstdag"),
    ):
        namen[dag] = f"{namen[dag]} en {naam}" if dag in namen else naam  # Hemelvaart can be 5 May (2016)
    return MappingProxyType(dict(sorted(namen.items())))


class Dagsoort(Enum):
    """What the Atw sees in a day. A day by royal decree is a working day for people, but not for a term."""

    GEWOON = "gewoon"
    WEEKEND = "weekend"
    FEESTDAG = "feestdag"
    BESLUIT = "besluit"


class _Besluit(BaseModel, extra="forbid"):
    """One royal decree (Atw art. 3 lid 3)."""

    naam: Annotated[str, Field(min_length=1)]
    bron: Annotated[str, Field(min_length=1)]
    dagen: Annotated[list[date], Field(min_length=1)]


class _Feestdagenlijst(BaseModel, extra="forbid"):
    """The parsed `resources/lijsten/feestdagen.toml`."""

    eerste_besluit: Annotated[int, Field(ge=EERSTE_JAAR)]
    laatste_besluit: Annotated[int, Field(le=LAATSTE_JAAR)]
    besluit: list[_Besluit]

    @model_validator(mode="after")
    def _check_dagen(self) -> Self:
        dagen = [dag for besluit in self.besluit for dag in besluit.dagen]
        if len(set(dagen)) != len(dagen):
            raise ValueError("a day is listed twice")
        if self.laatste_besluit < self.eerste_besluit:
            raise ValueError("the last decree lies before the first")
        if any(not self.eerste_besluit <= dag.year <= self.laatste_besluit for dag in dagen):
            raise ValueError("a day lies outside the years of the decrees")
        return self


@dataclass(frozen=True, slots=True)
class Kalender:
    """Which days are ordinary for the Atw. A value: made once from data, passed to every calculation.

    `eerste_besluit` and `laatste_besluit` are the first and last year whose royal decrees are known.
    """

    eerste_besluit: int
    laatste_besluit: int
    vrij_bij_besluit: frozenset[date] = field(default_factory=frozenset)

    @classmethod
    def uit_gegevens(cls, gegevens: Mapping[str, object]) -> Self:
        """The calendar of already parsed data (`feestdagen.toml`). KalenderOngeldig when it cannot be right."""
        try:
            lijst = _Feestdagenlijst.model_validate(gegevens)
        except ValidationError as fout:
            raise KalenderOngeldig from fout
        dagen = frozenset(dag for besluit in lijst.besluit for dag in besluit.dagen)
        return cls(lijst.eerste_besluit, lijst.laatste_besluit, dagen)

    def soort(self, dag: date) -> Dagsoort:
        """What `dag` is. A holiday in a weekend counts as weekend: it moves nothing by itself."""
        if dag.weekday() in (_ZATERDAG, _ZONDAG):
            return Dagsoort.WEEKEND
        if dag in feestdagen(dag.year):
            return Dagsoort.FEESTDAG
        return Dagsoort.BESLUIT if dag in self.vrij_bij_besluit else Dagsoort.GEWOON

    def naam(self, dag: date) -> str | None:
        """Name of the holiday, also in a weekend; None for any other day."""
        return feestdagen(dag.year).get(dag)

    def is_gewoon(self, dag: date) -> bool:
        """Not a Saturday, Sunday, holiday or day made equal to one."""
        return self.soort(dag) is Dagsoort.GEWOON

    def eerste_gewone(self, dag: date) -> date:
        """`dag` itself or the first ordinary day after it (Atw art. 1 lid 1)."""
        while not self.is_gewoon(dag):
            dag += _EEN_DAG
        return dag

    def besluiten_bekend(self, jaar: int) -> bool:
        """Whether the royal decrees for `jaar` are in the data."""
        return self.eerste_besluit <= jaar <= self.laatste_besluit
