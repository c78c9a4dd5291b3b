"""Days as people type and read them: the one place with the Dutch names of days and months."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import kaal

DAGEN_KORT = ("ma", "di", "wo", "do", "vr", "za", "zo")
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

EERSTE_JAAR = 1900
LAATSTE_JAAR = 2199


class DatumOnleesbaar(KernnetwerkError):
    code = "datum.onleesbaar"


class DatumBestaatNiet(KernnetwerkError):
    """31 April, 29 February of a common year, month 13."""

    code = "datum.bestaat_niet"


class JaarNietInVierCijfers(KernnetwerkError):
    """`01-02-03` can be six days; the program does not choose one."""

    code = "datum.jaar_vier_cijfers"


class JaarOnwaarschijnlijk(KernnetwerkError):
    """A year that no case of today is about: outside `EERSTE_JAAR` to `LAATSTE_JAAR`."""

    code = "datum.jaar_onwaarschijnlijk"


class WeekdagKloptNiet(KernnetwerkError):
    code = "datum.weekdag_klopt_niet"


@dataclass(frozen=True, slots=True)
class Delen:
    """A typed date in parts: None was not typed, 0 was typed as unknown (`00`, `??`)."""

    dag: int | None
    maand: int | None
    jaar: int | None


_DEEL = r"([0-9]{1,4}|\?{1,4}|[a-z]{3,9}\.?)"
_TUSSEN = r" ?[-/. ] ?"
_VORM = re.compile(rf"{_DEEL}(?:{_TUSSEN}{_DEEL})?(?:{_TUSSEN}{_DEEL})?")
_ACHT_CIJFERS = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_MAAND = {naam[:lengte]: nummer for nummer, naam in enumerate(MAANDEN, 1) for lengte in (3, len(naam))}
_MAAND |= {"mrt": 3, "sept": 9}
_WEEKDAG = {naam: nummer for namen in (DAGEN_KORT, DAGEN) for nummer, naam in enumerate(namen)}
_DAGWOORD = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_VOLGENDE_WEEK = re.compile(r"volgende week ([a-z]+)|([a-z]+) volgende week")


def lees_datum(getypt: str, vandaag: date) -> date:
    """A day of a case: `20-4-2027`, `di 20 april 2027`, `2027-04-20`, `morgen`, `volgende week dinsdag`.

    `20-04` is the nearest such day, before or after `vandaag`; `toon_datum` then shows which year was understood.
    """
    tekst = kaal(getypt).casefold()
    if tekst in _DAGWOORD:
        return vandaag + timedelta(days=_DAGWOORD[tekst])
    volgende_week = _VOLGENDE_WEEK.fullmatch(tekst)
    if volgende_week is not None:
        weekdag = _WEEKDAG.get(volgende_week[1] or volgende_week[2])
        if weekdag is None:
            raise DatumOnleesbaar
        return vandaag + timedelta(days=7 - vandaag.weekday() + weekdag)
    eerste, _, rest = tekst.partition(" ")
    weekdag = _WEEKDAG.get(eerste.rstrip(".,"))
    gevonden = _kies_dag(lees_delen(tekst if weekdag is None else rest), vandaag)
    if weekdag not in (None, gevonden.weekday()):
        raise WeekdagKloptNiet
    return gevonden


def lees_delen(getypt: str) -> Delen:
    """The parts of a typed date: `3-4-1950`, `1950-04-03`, `april 1950`, `1950`, `??-04-1950`, or `3-4` without year.

    DatumOnleesbaar, DatumBestaatNiet when there is no such month, JaarNietInVierCijfers.
    """
    tekst = kaal(getypt).casefold()
    vorm = _ACHT_CIJFERS.fullmatch(tekst) or _VORM.fullmatch(tekst)
    if vorm is None:
        raise DatumOnleesbaar
    delen: list[str | None] = [deel for deel in vorm.groups() if deel is not None]
    if _is_jaar(delen[0]):
        delen.reverse()  # the order of registers
    if len(delen) == 2 and not _is_jaar(delen[1]):
        delen.append(None)
    dag, maand, jaar = [None, None, *delen][-3:]
    return Delen(_lees_dag(dag), _lees_maand(maand), _lees_jaar(jaar))


def maak_datum(jaar: int, maand: int, dag: int) -> date:
    """The day with these numbers (`maand` 1 to 12); DatumBestaatNiet."""
    if not 1 <= dag <= monthrange(jaar, maand)[1]:
        raise DatumBestaatNiet
    return date(jaar, maand, dag)


def toon_datum(datum: date) -> str:
    """`dinsdag 20 april 2027`, for a field that was read."""
    return datum_lang(datum, jaar=True)


def dag_en_maand(dag: date, *, jaar: bool = False) -> str:
    """`10 mei` or `10 mei 2027`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]}" + (f" {dag.year}" if jaar else "")


def datum_kort(dag: date, *, jaar: bool = False) -> str:
    """`ma 10 mei` or `ma 10 mei 2027`."""
    return f"{DAGEN_KORT[dag.weekday()]} {dag_en_maand(dag, jaar=jaar)}"


def datum_lang(dag: date, *, jaar: bool = False) -> str:
    """`maandag 10 mei` or `maandag 10 mei 2027`."""
    return f"{DAGEN[dag.weekday()]} {dag_en_maand(dag, jaar=jaar)}"


def _kies_dag(delen: Delen, vandaag: date) -> date:
    if not delen.dag or not delen.maand:
        raise DatumOnleesbaar
    if delen.jaar is not None:
        if not EERSTE_JAAR <= delen.jaar <= LAATSTE_JAAR:
            raise JaarOnwaarschijnlijk
        return maak_datum(delen.jaar, delen.maand, delen.dag)
    # Of two days that are equally near, the one to come: appointments are typed more than memories.
    jaren = (vandaag.year + 1, vandaag.year, vandaag.year - 1)
    kandidaten = [date(jaar, delen.maand, delen.dag) for jaar in jaren if delen.dag <= monthrange(jaar, delen.maand)[1]]
    if not kandidaten:
        raise DatumBestaatNiet
    return min(kandidaten, key=lambda dag: abs(dag - vandaag))


def _is_jaar(deel: str | None) -> bool:
    return deel is not None and len(deel) == 4 and (deel.isdigit() or deel == "????")


def _lees_dag(deel: str | None) -> int | None:
    if deel is None:
        return None
    if not deel.strip("?"):
        return 0
    if not deel.isdigit() or len(deel) > 2:
        raise DatumOnleesbaar
    return int(deel)


def _lees_maand(deel: str | None) -> int | None:
    if deel is not None and deel.rstrip(".") in _MAAND:
        return _MAAND[deel.rstrip(".")]
    nummer = _lees_dag(deel)
    if nummer is not None and nummer > len(MAANDEN):
        raise DatumBestaatNiet
    return nummer


def _lees_jaar(deel: str | None) -> int | None:
    if deel is None:
        return None
    if not deel.strip("?"):
        return 0
    if not deel.isdigit():
        raise DatumOnleesbaar
    if len(deel) != 4:
        raise JaarNietInVierCijfers
    return int(deel)
