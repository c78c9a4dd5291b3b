"""The sum of a term as short Dutch lines, for screen and paper. All its sentences stand here and nowhere else.

The lines are the legal reasoning itself: their `dagen` add up to the legal end minus the begin.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from kernnetwerk_app.domain.datum import DAGEN, dag_en_maand, datum_kort, datum_lang
from kernnetwerk_app.domain.kalender import Dagsoort, Kalender, dagen_van_tot
from kernnetwerk_app.domain.opschorting import Opschorting, Pauze, Verlenging
from kernnetwerk_app.domain.wettermijn import Norm, Opschortgrond, Termijn, Tijdseenheid, Verlenggrond

ATW = "Algemene termijnenwet"

ARTIKEL_4 = "artikel 4 onder a"
OPSCHORTING = {
    Opschortgrond.AANVULLING: ("Aanvulling gevraagd", "Awb artikel 4:15 lid 1 onder a"),
    Opschortgrond.BUITENLAND: ("Vraag aan het buitenland", "Awb artikel 4:15 lid 1 onder b"),
    Opschortgrond.UITSTEL: ("De aanvrager stemde in met uitstel", "Awb artikel 4:15 lid 2 onder a"),
    Opschortgrond.AANVRAGER: ("Vertraging door de aanvrager", "Awb artikel 4:15 lid 2 onder b"),
    Opschortgrond.OVERMACHT: ("Overmacht", "Awb artikel 4:15 lid 2 onder c"),
    Opschortgrond.VERZUIM: ("Herstel van het bezwaar gevraagd", "Awb artikel 7:10 lid 2"),
}
VERLENGING = {
    Verlenggrond.MEDEDELING: "Awb artikel 4:14 lid 1",
    Verlenggrond.REDELIJKE_TERMIJN: "Awb artikel 4:14 lid 3",
    Verlenggrond.VERDAGING: "Awb artikel 7:10 lid 3, hoogstens zes weken",
    Verlenggrond.VERDER_UITSTEL: "Awb artikel 7:10 lid 4",
}


class Regelsoort(StrEnum):
    """What a line of the sum is about; a screen gives BEGIN, TERMIJN and EINDE a day, and the others an effect."""

    BEGIN = "begin"
    TERMIJN = "termijn"
    OPSCHORTING = "opschorting"
    VERLENGING = "verlenging"
    PAUZE = "pauze"
    ONDERWEG = "onderweg"
    VERSCHUIVING = "verschuiving"
    LET_OP = "let op"
    EINDE = "einde"


@dataclass(frozen=True, slots=True)
class Somregel:
    """One line: what, why, and what it does (`+ 1 dag`, or a day). `dagen` is the same effect as a number."""

    soort: Regelsoort
    label: str
    detail: str
    effect: str
    dagen: int = 0
    datum: date | None = None

    @property
    def teken(self) -> str:
        """`+`, `−`, `=` or nothing."""
        if self.soort is Regelsoort.EINDE:
            return "="
        return "+" if self.dagen > 0 else "−" if self.dagen < 0 else ""


class Reden(StrEnum):
    """Why something on the way adds no days."""

    GEEN_DAGEN = "meteen in orde gemaakt: de klok liep door"
    GEEN_TERMIJN_GESTELD = "er is geen termijn gesteld: de klok liep door"
    BUITEN_DE_TERMIJN = "valt buiten de termijn: telt niet mee"
    AL_GETELD = "deze dagen tellen al mee"
    NIET_LATER = "niet later dan de dag die al gold"
    AL_VERLENGD = "verlengen kan op deze grond één keer"


@dataclass(frozen=True, slots=True)
class Stap:
    """An event with the days it added, or the reason that it added none."""

    gebeurtenis: Opschorting | Verlenging
    dagen: int
    reden: Reden | None = None


@dataclass(frozen=True, slots=True)
class Feiten:
    """What was calculated, before it is put into words.

    `eerste_einde` is begin plus length, `kaal_einde` includes `stappen`, `na_vrije_dagen` is after Atw art. 1 and
    `wettelijk_einde` after Atw art. 2.
    """

    termijn: Termijn
    kalender: Kalender
    begin: date
    eerste_einde: date
    stappen: tuple[Stap, ...]
    pauzes: tuple[Pauze, ...]
    kaal_einde: date
    na_vrije_dagen: date
    wettelijk_einde: date
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class NaastDeWet:
    """A day that is not the legal end: a norm of the municipality, or a day named to the applicant (Awb 4:14 lid 1)."""

    datum: date
    zin: str


def maak_regels(feiten: Feiten) -> tuple[Somregel, ...]:
    """The sum from the day of the event to the legal end."""
    return (
        _begin(feiten),
        _termijn(feiten),
        *(_stap(feiten, stap) for stap in feiten.stappen),
        *(_pauze(feiten, pauze) for pauze in feiten.pauzes),
        *_onderweg(feiten),
        *_verschuivingen(feiten),
        *_twee_gewone_dagen(feiten),
        *_let_op(feiten),
        _einde(feiten),
    )


def maak_een_regel(feiten: Feiten) -> str:
    """The same sum on one line: `gemeld do 25 maart + 6 weken, feestdagen = ma 10 mei`."""
    jaar = feiten.begin.year != feiten.wettelijk_einde.year
    teken = "−" if feiten.termijn.terug else "+"
    som = f"{feiten.termijn.begin_kort} {datum_kort(feiten.begin, jaar=jaar)} {teken} {feiten.termijn.duur.cijfers}"
    if stil := sum(stap.dagen for stap in feiten.stappen if isinstance(stap.gebeurtenis, Opschorting)):
        som += f", {_dagen(stil)} stil"
    if any(stap.dagen for stap in feiten.stappen if isinstance(stap.gebeurtenis, Verlenging)):
        som += ", verlengd"
    if feiten.na_vrije_dagen != feiten.kaal_einde:
        vrij = {feiten.kalender.soort(dag) for dag in dagen_van_tot(feiten.kaal_einde, feiten.na_vrije_dagen)}
        som += ", feestdagen" if vrij & {Dagsoort.FEESTDAG, Dagsoort.BESLUIT} else ", weekend"
    if feiten.wettelijk_einde != feiten.na_vrije_dagen:
        som += ", twee gewone dagen"
    return f"{som} = {datum_kort(feiten.wettelijk_einde, jaar=jaar)}"


def zin_norm(norm: Norm, dag: date, *, jaar: bool) -> str:
    """The day of a norm, and that it is not the law."""
    streven = f"{norm.wie} streeft zelf naar {norm.duur.cijfers}: {datum_lang(dag, jaar=jaar)}."
    return f"{streven} Dat is een norm, geen wet."


def zin_mededeling(dag: date, *, jaar: bool) -> str:
    """The day that was named to the applicant, and that the day of the law stays."""
    artikel = VERLENGING[Verlenggrond.MEDEDELING]
    return f"De gemeente noemde {datum_lang(dag, jaar=jaar)}. De dag van de wet blijft staan ({artikel})."


def _dag(feiten: Feiten, dag: date) -> str:
    """With its year only when that is not the year of the legal end."""
    return datum_kort(dag, jaar=dag.year != feiten.wettelijk_einde.year)


def _van_tot(van: date, tot_en_met: date | None) -> str:
    if tot_en_met is None:
        return f"vanaf {dag_en_maand(van)}"
    if van == tot_en_met:
        return dag_en_maand(van)
    zelfde_maand = (van.year, van.month) == (tot_en_met.year, tot_en_met.month)
    return f"{van.day if zelfde_maand else dag_en_maand(van)} t/m {dag_en_maand(tot_en_met)}"


def _dagen(aantal: int) -> str:
    return f"{aantal} {'dag' if aantal == 1 else 'dagen'}"


def _effect(dagen: int) -> str:
    """`+ 1 dag`, `+ 13 dagen`, `− 1 dag`, `+ 0`."""
    return f"{'−' if dagen < 0 else '+'} {_dagen(abs(dagen))}" if dagen else "+ 0"


def _begin(feiten: Feiten) -> Somregel:
    telt = "vanaf deze dag tellen we terug" if feiten.termijn.terug else "deze dag telt niet mee"
    detail = f"{feiten.toelichting}, {telt}" if feiten.toelichting else telt
    effect = _dag(feiten, feiten.begin)
    return Somregel(Regelsoort.BEGIN, feiten.termijn.begin, detail, effect, datum=feiten.begin)


def _termijn(feiten: Feiten) -> Somregel:
    woorden = feiten.termijn.duur.woorden.capitalize() + (" eerder" if feiten.termijn.terug else "")
    einde = feiten.eerste_einde
    dagen = (einde - feiten.begin).days
    return Somregel(Regelsoort.TERMIJN, woorden, feiten.termijn.grond, _dag(feiten, einde), dagen, einde)


def _stap(feiten: Feiten, stap: Stap) -> Somregel:
    match stap.gebeurtenis:
        case Opschorting() as opschorting:
            return _opschorting(opschorting, stap)
        case Verlenging() as verlenging:
            return _verlenging(feiten, verlenging, stap)


def _opschorting(opschorting: Opschorting, stap: Stap) -> Somregel:
    label, detail = OPSCHORTING[opschorting.grond]
    if opschorting.aantal_dagen:
        stil = "klok stil " if stap.dagen else ""
        detail = f"{stil}{_van_tot(opschorting.eerste_dag, opschorting.laatste_dag)}, {detail}"
    if stap.reden:
        detail += f"; {stap.reden}"
    elif stap.dagen < opschorting.aantal_dagen:
        detail += f"; {stap.dagen} van de {opschorting.aantal_dagen} dagen tellen mee"
    return Somregel(Regelsoort.OPSCHORTING, label, detail, _effect(stap.dagen), stap.dagen)


def _verlenging(feiten: Feiten, verlenging: Verlenging, stap: Stap) -> Somregel:
    if verlenging.met:
        label = f"Verlengd met {verlenging.met.woorden}"
    else:
        label = f"Verlengd tot en met {_dag(feiten, verlenging.tot)}" if verlenging.tot else "Verlengd"
    detail = f"gemeld op {dag_en_maand(verlenging.medegedeeld_op)}, {VERLENGING[verlenging.grond]}"
    if stap.reden:
        detail += f"; {stap.reden}"
    return Somregel(Regelsoort.VERLENGING, label, detail, _effect(stap.dagen), stap.dagen)


def _pauze(feiten: Feiten, pauze: Pauze) -> Somregel:
    detail = f"{_van_tot(pauze.van, pauze.tot_en_met)}; de {feiten.termijn.duur.woorden} lopen door"
    return Somregel(Regelsoort.PAUZE, "Pauze in overleg", detail, _effect(0))


def _onderweg(feiten: Feiten) -> Iterator[Somregel]:
    """Free days inside the term do nothing. Said only where a reader could think that they do."""
    if not feiten.termijn.atw_schuift:
        yield _schuift_niet(feiten.termijn)
        return
    namen = []
    for dag in dagen_van_tot(feiten.begin + timedelta(days=1), feiten.kaal_einde - timedelta(days=1)):
        if naam := feiten.kalender.naam(dag):
            namen.append(naam)
        elif feiten.kalender.soort(dag) is Dagsoort.BESLUIT:
            namen.append(f"vrije dag {dag_en_maand(dag)}")
    if namen:
        yield Somregel(
            Regelsoort.ONDERWEG, "Feestdagen onderweg tellen gewoon mee", ", ".join(dict.fromkeys(namen)), _effect(0)
        )


def _schuift_niet(termijn: Termijn) -> Somregel:
    if termijn.geen_atw:
        waarom = f"{termijn.geen_atw}: de {ATW} geldt hier niet"
    elif termijn.terug:
        waarom = f"{ATW} artikel 1 lid 2: teruggeteld"
    elif termijn.duur.eenheid is Tijdseenheid.JAREN:
        waarom = f"{ATW} {ARTIKEL_4}: een termijn in jaren"
    else:
        waarom = f"{ATW} {ARTIKEL_4}: een lange termijn"
    return Somregel(Regelsoort.ONDERWEG, "Een vrije dag aan het eind schuift niet door", waarom, _effect(0))


def _verschuivingen(feiten: Feiten) -> Iterator[Somregel]:
    """One line per free day, with Saturday and Sunday together (Atw art. 1 lid 1 and art. 3)."""
    kalender = feiten.kalender
    vrij = dagen_van_tot(feiten.kaal_einde, feiten.na_vrije_dagen - timedelta(days=1))
    for _, groep in groupby(vrij, key=lambda dag: dag if kalender.soort(dag) is not Dagsoort.WEEKEND else None):
        dagen = list(groep)
        label, artikel = _vrije_dagen(kalender, dagen)
        detail = f"schuift door, {ATW} {artikel}"
        yield Somregel(Regelsoort.VERSCHUIVING, label, detail, _effect(len(dagen)), len(dagen))


def _vrije_dagen(kalender: Kalender, dagen: list[date]) -> tuple[str, str]:
    match kalender.soort(dagen[0]):
        case Dagsoort.WEEKEND:
            return " en ".join(DAGEN[dag.weekday()] for dag in dagen).capitalize(), "artikel 1"
        case Dagsoort.BESLUIT:
            return f"{dag_en_maand(dagen[0])} is een vrije dag bij koninklijk besluit", "artikel 3 lid 3"
        case _:
            return f"{dag_en_maand(dagen[0])} is {kalender.naam(dagen[0])}", "artikel 1 en 3"


def _twee_gewone_dagen(feiten: Feiten) -> Iterator[Somregel]:
    if dagen := (feiten.wettelijk_einde - feiten.na_vrije_dagen).days:
        label = "Er moeten twee gewone dagen in zitten"
        yield Somregel(Regelsoort.VERSCHUIVING, label, f"{ATW} artikel 2", _effect(dagen), dagen)


def _let_op(feiten: Feiten) -> Iterator[Somregel]:
    jaar = feiten.wettelijk_einde.year
    telt = feiten.termijn.atw_schuift or feiten.termijn.heeft_twee_gewone_dagen
    if telt and not feiten.kalender.besluiten_bekend(jaar):
        label = f"Let op: de extra vrije dagen van {jaar} staan niet in dit programma"
        bekend = f"bekend van {feiten.kalender.eerste_besluit} tot en met {feiten.kalender.laatste_besluit}"
        yield Somregel(Regelsoort.LET_OP, label, f"{ATW} artikel 3 lid 3, {bekend}", "")


def _einde(feiten: Feiten) -> Somregel:
    einde = feiten.wettelijk_einde
    return Somregel(Regelsoort.EINDE, feiten.termijn.einde, "", datum_kort(einde, jaar=True), datum=einde)
