"""What the law says about a term: its length, its ground, what may stop or lengthen it; with the terms we use.

A verordening can set another length: `dataclasses.replace(BESLISSING_AWB, duur=..., grond=..., geen_atw=...)`. The
Algemene termijnenwet (Atw) covers terms in a wet or AMvB only, so such a term needs `geen_atw`.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.kalender import check_dag

LANGSTE_DUUR: Final = 1000
"""In any unit. Keeps every sum inside Python's calendar, far beyond any term of law."""

_GETALLEN = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
)  # fmt: skip


class DuurOngeldig(KernnetwerkError):
    """A term of no length, less than that, or more than a thousand units."""

    code = "termijn.duur_ongeldig"


class Tijdseenheid(StrEnum):
    """Terms in hours are not here: they end at a moment, and a day of law is a day."""

    DAGEN = "dagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"


_WOORDEN = {
    Tijdseenheid.DAGEN: ("dag", "dagen"),
    Tijdseenheid.WEKEN: ("week", "weken"),
    Tijdseenheid.MAANDEN: ("maand", "maanden"),
    Tijdseenheid.JAREN: ("jaar", "jaar"),
}
_ATW_HOOGSTENS = {Tijdseenheid.DAGEN: 90, Tijdseenheid.WEKEN: 12, Tijdseenheid.MAANDEN: 3, Tijdseenheid.JAREN: 0}


def _maanden_verder(dag: date, maanden: int) -> date:
    """Same day number, or the last day of the month when that number does not exist there."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


@dataclass(frozen=True, slots=True)
class Duur:
    """A length of time as the law words it: `aantal` whole units, 1..1000, else DuurOngeldig."""

    aantal: int
    eenheid: Tijdseenheid

    def __post_init__(self) -> None:
        if not 1 <= self.aantal <= LANGSTE_DUUR:
            raise DuurOngeldig

    def na(self, dag: date) -> date:
        """The last day of this length counted from `dag`, which is day 0."""
        return self._verschoven(dag, self.aantal)

    def voor(self, dag: date) -> date:
        """Counted back from `dag`, which is day 0."""
        return self._verschoven(dag, -self.aantal)

    def _verschoven(self, dag: date, aantal: int) -> date:
        match self.eenheid:
            case Tijdseenheid.DAGEN:
                return check_dag(dag + timedelta(days=aantal))
            case Tijdseenheid.WEKEN:
                return check_dag(dag + timedelta(weeks=aantal))
            case Tijdseenheid.MAANDEN:
                return check_dag(_maanden_verder(dag, aantal))
            case Tijdseenheid.JAREN:
                return check_dag(_maanden_verder(dag, 12 * aantal))

    @property
    def valt_onder_atw(self) -> bool:
        """Atw art. 4 onder a: not more than 90 days, 12 weeks or 3 months, and never years."""
        return self.aantal <= _ATW_HOOGSTENS[self.eenheid]

    @property
    def is_ten_minste_drie_dagen(self) -> bool:
        """Atw art. 2 looks only at these."""
        return self.eenheid is not Tijdseenheid.DAGEN or self.aantal >= 3

    @property
    def cijfers(self) -> str:
        """`6 weken`."""
        return f"{self.aantal} {_WOORDEN[self.eenheid][self.aantal != 1]}"

    @property
    def woorden(self) -> str:
        """`zes weken`; figures above twenty."""
        if self.aantal > len(_GETALLEN):
            return self.cijfers
        return f"{_GETALLEN[self.aantal - 1]} {_WOORDEN[self.eenheid][self.aantal != 1]}"


class Opschortgrond(StrEnum):
    """Why a term stands still. All but the last: Awb 4:15."""

    AANVULLING = "aanvulling"  # lid 1 onder a
    BUITENLAND = "buitenland"  # lid 1 onder b
    UITSTEL = "uitstel"  # lid 2 onder a: the applicant agreed in writing
    AANVRAGER = "aanvrager"  # lid 2 onder b: the delay is the applicant's
    OVERMACHT = "overmacht"  # lid 2 onder c
    VERZUIM = "verzuim"  # Awb 7:10 lid 2: repairing a bezwaarschrift


class Verlenggrond(StrEnum):
    """On what a later end rests."""

    MEDEDELING = "mededeling"  # Awb 4:14 lid 1: a term in the law itself
    REDELIJKE_TERMIJN = "redelijke termijn"  # Awb 4:14 lid 3: no such term
    VERDAGING = "verdaging"  # Awb 7:10 lid 3
    VERDER_UITSTEL = "verder uitstel"  # Awb 7:10 lid 4

    @property
    def verschuift(self) -> bool:
        """False for Awb 4:14 lid 1: it makes the college name a day, and leaves the day of the law where it is.

        4:13 lid 2 lets only a notice under 4:14 lid 3 prevent that the term has lapsed. The careful reading: the
        earlier day stays on screen, the named day beside it.
        """
        return self is not Verlenggrond.MEDEDELING

    @property
    def hoogstens(self) -> Duur | None:
        """The most it may add; a ground with a most can be used once."""
        return Duur(6, Tijdseenheid.WEKEN) if self is Verlenggrond.VERDAGING else None


@dataclass(frozen=True, slots=True)
class Termijn:
    """One term of law, with the words of its sum.

    `begin` and `einde` are the first and last line, `begin_kort` the start of the sum on one line. `geen_atw` is the
    ground on which the Atw does not apply, when it is not already art. 1 lid 2 or art. 4. `noot` stands under the sum.
    """

    code: str
    duur: Duur
    grond: str
    begin: str
    begin_kort: str
    einde: str
    opschortbaar: frozenset[Opschortgrond] = frozenset()
    verlengbaar: frozenset[Verlenggrond] = frozenset()
    pauze_in_overleg: bool = False
    terug: bool = False
    geen_atw: str = ""
    noot: str = ""

    def __post_init__(self) -> None:
        if self.terug and (self.opschortbaar or self.verlengbaar):
            raise ValueError("a term that is counted back cannot stand still or get a later end")

    @property
    def valt_onder_atw(self) -> bool:
        return self.duur.valt_onder_atw and not self.geen_atw

    @property
    def atw_schuift(self) -> bool:
        """Whether Atw art. 1 lid 1 moves the end: not for terms that are counted back (lid 2)."""
        return self.valt_onder_atw and not self.terug

    @property
    def heeft_twee_gewone_dagen(self) -> bool:
        """Whether Atw art. 2 demands two ordinary days; unlike art. 1 it makes no exception for counting back."""
        return self.valt_onder_atw and self.duur.is_ten_minste_drie_dagen


@dataclass(frozen=True, slots=True)
class Norm:
    """What a municipality promises by itself. Gives a plain day beside the law and is never the legal end."""

    duur: Duur
    wie: str = "De gemeente"


_BESCHIKKING = frozenset(Opschortgrond) - {Opschortgrond.VERZUIM}
_BEZWAAR = frozenset(
    {Opschortgrond.VERZUIM, Opschortgrond.BUITENLAND, Opschortgrond.AANVRAGER, Opschortgrond.OVERMACHT}
)  # Awb 7:14 leaves out 4:15 lid 1 onder a and lid 2 onder a, and of 4:14 keeps lid 1


def _weken(aantal: int) -> Duur:
    return Duur(aantal, Tijdseenheid.WEKEN)


def _op_bezwaar(code: str, weken: int) -> Termijn:
    return Termijn(
        code=code,
        duur=_weken(weken),
        grond="Awb, artikel 7:10 lid 1",
        begin="De tijd voor bezwaar liep af",
        begin_kort="einde bezwaartijd",
        einde="Uiterlijk beslist",
        opschortbaar=_BEZWAAR,
        verlengbaar=frozenset(Verlenggrond) - {Verlenggrond.REDELIJKE_TERMIJN},
    )


ONDERZOEK: Final = Termijn(
    code="onderzoek",
    duur=_weken(6),
    grond="Wmo 2015, artikel 2.3.2 lid 1",
    begin="De melding kwam binnen",
    begin_kort="gemeld",
    einde="Uiterlijk klaar",
    pauze_in_overleg=True,
    noot="Een pauze in het gesprek stopt deze zes weken niet.",
)
PERSOONLIJK_PLAN: Final = Termijn(
    code="persoonlijk_plan",
    duur=Duur(7, Tijdseenheid.DAGEN),
    grond="Wmo 2015, artikel 2.3.2 lid 2",
    begin="De melding kwam binnen",
    begin_kort="gemeld",
    einde="Inleveren kan tot en met",
)
BESLISSING_WMO: Final = Termijn(
    code="beslissing_wmo",
    duur=_weken(2),
    grond="Wmo 2015, artikel 2.3.5 lid 2",
    begin="De aanvraag kwam binnen",
    begin_kort="aangevraagd",
    einde="Uiterlijk beslist",
    opschortbaar=_BESCHIKKING,
    verlengbaar=frozenset({Verlenggrond.MEDEDELING}),
)
BESLISSING_AWB: Final = Termijn(
    code="beslissing_awb",
    duur=_weken(8),
    grond="Awb, artikel 4:13 lid 2",
    begin="De aanvraag kwam binnen",
    begin_kort="aangevraagd",
    einde="Uiterlijk beslist",
    opschortbaar=_BESCHIKKING,
    verlengbaar=frozenset({Verlenggrond.REDELIJKE_TERMIJN}),
)
"""Also for the Jeugdwet and the Participatiewet, which set no term of their own."""
NIET_BEHANDELEN: Final = Termijn(
    code="niet_behandelen",
    duur=_weken(4),
    grond="Awb, artikel 4:5 lid 4",
    begin="De aanvraag is aangevuld, of de tijd daarvoor liep af",
    begin_kort="aangevuld of verlopen",
    einde="Uiterlijk bekendgemaakt",
)
BEZWAAR: Final = Termijn(
    code="bezwaar",
    duur=_weken(6),
    grond="Awb, artikel 6:7 en 6:8",
    begin="Het besluit is bekendgemaakt",
    begin_kort="bekendgemaakt",
    einde="Bezwaar maken kan tot en met",
)
"""Starts the day after the decision was sent or handed over, so it ends on the same weekday."""
BESLISSING_OP_BEZWAAR: Final = _op_bezwaar("beslissing_op_bezwaar", 6)
BESLISSING_OP_BEZWAAR_COMMISSIE: Final = _op_bezwaar("beslissing_op_bezwaar_commissie", 12)
"""Day 0 is the last day of the term for objections, not the day the objection came in."""
DWANGSOM: Final = Termijn(
    code="dwangsom",
    duur=Duur(42, Tijdseenheid.DAGEN),
    grond="Awb, artikel 4:17 lid 1",
    begin="De laatste dag zonder dwangsom",
    begin_kort="laatste dag zonder dwangsom",
    einde="De dwangsom loopt tot en met",
    geen_atw="Awb, artikel 4:17 lid 1",
)
BEWAREN_WMO: Final = Termijn(
    code="bewaren_wmo",
    duur=Duur(15, Tijdseenheid.JAREN),
    grond="Wmo 2015, artikel 5.3.4",
    begin="Het stuk kwam binnen of is gemaakt",
    begin_kort="stuk van",
    einde="Bewaren tot en met",
)
BEWAREN_JEUGD: Final = Termijn(
    code="bewaren_jeugd",
    duur=Duur(20, Tijdseenheid.JAREN),
    grond="Jeugdwet, artikel 7.3.8 lid 3",
    begin="De laatste wijziging in het dossier",
    begin_kort="laatste wijziging",
    einde="Bewaren tot en met",
)
VERZOEK: Final = Termijn(
    code="verzoek",
    duur=Duur(1, Tijdseenheid.MAANDEN),
    grond="AVG, artikel 12 lid 3",
    begin="Het verzoek kwam binnen",
    begin_kort="gevraagd",
    einde="Uiterlijk antwoord",
    geen_atw="AVG, artikel 12 lid 3",
    noot="Is het ingewikkeld? Dan kan het twee maanden langer duren. Vertel dat dan binnen de eerste maand.",
)
"""European law, so the Atw does not move its end; the earlier day is the careful one."""
VERZOEK_LANGER: Final = replace(VERZOEK, code="verzoek_langer", duur=Duur(3, Tijdseenheid.MAANDEN), noot="")
"""The month with the two more that were told of in time."""
VERNIETIGEN: Final = Termijn(
    code="vernietigen",
    duur=Duur(3, Tijdseenheid.MAANDEN),
    grond="Wmo 2015, artikel 5.3.5",
    begin="Het verzoek kwam binnen",
    begin_kort="gevraagd",
    einde="Uiterlijk gewist",
    noot="De Jeugdwet noemt geen tijd (artikel 7.3.9). Wacht daar niet langer mee dan nodig.",
)
