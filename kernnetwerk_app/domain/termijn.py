"""The legal clock: from the day of an event and a term of law to its plain end, its legal end and its sum.

The day of the event is day 0. Suspension and extension are added to the plain end; then the Algemene termijnenwet
(Atw) moves it, once, at the end. Free days on the way do nothing. Terms: `wettermijn`; events: `opschorting`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.kalender import Kalender, check_dag
from kernnetwerk_app.domain.opschorting import Opschorting, Pauze, Verlenging
from kernnetwerk_app.domain.rekensom import (
    Feiten,
    NaastDeWet,
    Somregel,
    maak_een_regel,
    maak_regels,
    zin_mededeling,
    zin_norm,
)
from kernnetwerk_app.domain.termijnverloop import doorloop, wettelijk_einde
from kernnetwerk_app.domain.wettermijn import Norm, Termijn

LET_OP_DAGEN = 7


class OnderzoekNietOpschortbaar(KernnetwerkError):
    """Awb 4:15 is about a decision on an aanvraag; the six weeks of Wmo 2015 art. 2.3.2 do not stand still."""

    code = "termijn.onderzoek_niet_opschortbaar"


class TermijnNietOpschortbaar(KernnetwerkError):
    """This term does not stand still, or not on this ground."""

    code = "termijn.niet_opschortbaar"


class TermijnNietVerlengbaar(KernnetwerkError):
    """This term cannot get a later end, or not on this ground."""

    code = "termijn.niet_verlengbaar"


class TermijnZonderPauze(KernnetwerkError):
    """A pause in consultation exists only for the onderzoek; elsewhere consent to delay is a suspension."""

    code = "termijn.zonder_pauze"


class Urgentie(StrEnum):
    """How soon someone must act: more than seven days left, seven or less, none."""

    GEWOON = "gewoon"
    LET_OP = "let op"
    TE_LAAT = "te laat"


@dataclass(frozen=True, slots=True)
class BerekendeTermijn:
    """The answer. `kaal_einde` holds suspension and extension but no free days (the goal to work to);
    `wettelijk_einde` is the last day that is in time. `regels` is the whole sum, `een_regel` the short one;
    `naast_de_wet` are days that are not the legal end; `noten` are the sentences under the sum.
    """

    termijn: Termijn
    begin: date
    kaal_einde: date
    wettelijk_einde: date
    regels: tuple[Somregel, ...]
    een_regel: str
    naast_de_wet: tuple[NaastDeWet, ...]

    @property
    def grond(self) -> str:
        return self.termijn.grond

    @property
    def noten(self) -> tuple[str, ...]:
        eigen = (self.termijn.noot,) if self.termijn.noot else ()
        return (*eigen, *(naast.zin for naast in self.naast_de_wet))

    @property
    def weken_totaal(self) -> int:
        """Blocks of the badge: one per week of the plain term, a part of a week is a block too."""
        return max(1, -(-(self.kaal_einde - self.begin).days // 7))

    def weken_voorbij(self, vandaag: date) -> float:
        """How far the badge is filled, 0 to `weken_totaal`; 3.7 is three blocks and 0.7 of the fourth."""
        return min(max(0.0, (vandaag - self.begin).days / 7), float(self.weken_totaal))

    def dagen_over(self, vandaag: date) -> int:
        """Days left; 0 on the last day, below zero when too late."""
        return (self.wettelijk_einde - vandaag).days

    def urgentie(self, vandaag: date) -> Urgentie:
        over = self.dagen_over(vandaag)
        if over < 0:
            return Urgentie.TE_LAAT
        return Urgentie.LET_OP if over <= LET_OP_DAGEN else Urgentie.GEWOON


def bereken(
    termijn: Termijn,
    begin: date,
    kalender: Kalender,
    *,
    opschortingen: Iterable[Opschorting] = (),
    verlengingen: Iterable[Verlenging] = (),
    pauzes: Iterable[Pauze] = (),
    normen: Iterable[Norm] = (),
    toelichting: str = "",
) -> BerekendeTermijn:
    """The whole sum. `begin` is the day of the event; `toelichting` says in a few words where it came from.

    Raises OnderzoekNietOpschortbaar, TermijnNietOpschortbaar, TermijnNietVerlengbaar or TermijnZonderPauze for what
    this term does not know, and DagBuitenBereik when a day of the sum is impossible. Events outside the term are no
    error: the day of the event may be corrected later. They add nothing, and the sum says so.
    """
    stil, later, pauze = tuple(opschortingen), tuple(verlengingen), tuple(pauzes)
    _check(termijn, begin, stil, later, pauze)
    eerste_einde = termijn.duur.voor(begin) if termijn.terug else termijn.duur.na(begin)
    verschuivend = [verlenging for verlenging in later if verlenging.grond.verschuift]
    kaal, stappen = doorloop(termijn, kalender, begin, eerste_einde, [*stil, *verschuivend])
    na_vrij = kalender.eerste_gewone(kaal) if termijn.atw_schuift else kaal
    einde = check_dag(wettelijk_einde(termijn, kalender, begin, kaal))
    feiten = Feiten(termijn, kalender, begin, eerste_einde, stappen, pauze, kaal, na_vrij, einde, toelichting)
    naast = tuple(_naast_de_wet(begin, kaal, later, normen))
    return BerekendeTermijn(termijn, begin, kaal, einde, maak_regels(feiten), maak_een_regel(feiten), naast)


def _check(
    termijn: Termijn,
    begin: date,
    opschortingen: Sequence[Opschorting],
    verlengingen: Sequence[Verlenging],
    pauzes: Sequence[Pauze],
) -> None:
    check_dag(begin)
    if any(opschorting.grond not in termijn.opschortbaar for opschorting in opschortingen):
        raise OnderzoekNietOpschortbaar if termijn.pauze_in_overleg else TermijnNietOpschortbaar
    if any(verlenging.grond not in termijn.verlengbaar for verlenging in verlengingen):
        raise TermijnNietVerlengbaar
    if pauzes and not termijn.pauze_in_overleg:
        raise TermijnZonderPauze


def _naast_de_wet(
    begin: date, kaal_einde: date, verlengingen: Iterable[Verlenging], normen: Iterable[Norm]
) -> Iterator[NaastDeWet]:
    for verlenging in verlengingen:
        if not verlenging.grond.verschuift:
            genoemd = verlenging.tot or verlenging.einde(kaal_einde)
            yield NaastDeWet(genoemd, zin_mededeling(genoemd, jaar=genoemd.year != begin.year))
    for norm in normen:
        dag = norm.duur.na(begin)
        yield NaastDeWet(dag, zin_norm(norm, dag, jaar=dag.year != begin.year))
