"""On which days an appointment of another calendar returns (RRULE of RFC 5545), as far as people agree on such days.

Only days: the hour on the clock stays the same. What is written in a way that is not known here is said to be unknown,
and never guessed.
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

_DAGEN = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DELEN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"})
_MAANDEN = 12
_MEEST = 40_000
"""So many days are looked at: more than a century of every day."""


class RegelOnbekend(ValueError):
    """A rule with a part that is not known here, or that says nothing."""


def dagen(begin: date, regel: str, eind: date | None, tot: date) -> list[date]:
    """The days of a rule that began on `begin`, up to `tot` and to `eind`, its own last day. Raises `RegelOnbekend`."""
    delen = dict(_part(deel) for deel in regel.upper().split(";") if deel.strip())
    if not delen.keys() <= _DELEN:
        raise RegelOnbekend
    aantal = _number(delen.get("COUNT"), _MEEST)
    gevonden: list[date] = []
    for gekeken, dag in enumerate(_running(begin, delen)):
        if dag > min(tot, eind or tot) or len(gevonden) >= aantal:
            return gevonden
        if gekeken > _MEEST:
            break
        if dag >= begin:
            gevonden.append(dag)
    raise RegelOnbekend


def _part(deel: str) -> tuple[str, str]:
    naam, _, waarde = deel.partition("=")
    return naam.strip(), waarde.strip()


def _number(waarde: str | None, anders: int) -> int:
    if waarde is None:
        return anders
    if not (waarde.isascii() and waarde.isdigit() and 0 < int(waarde) <= _MEEST):
        raise RegelOnbekend
    return int(waarde)


def _running(begin: date, delen: dict[str, str]) -> Iterator[date]:
    """All its days in order, from about `begin` on, without end."""
    stap, op = _number(delen.get("INTERVAL"), 1), [d for d in delen.get("BYDAY", "").split(",") if d]
    soort = delen.get("FREQ")
    if soort not in ("MONTHLY", "YEARLY"):
        if soort not in ("DAILY", "WEEKLY") or {"BYMONTH", "BYMONTHDAY"} & delen.keys():
            raise RegelOnbekend
        weekdagen = {_weekday(dag) for dag in op}
        return _daily(begin, stap, weekdagen) if soort == "DAILY" else _weekly(begin, stap, weekdagen, delen)
    maand = begin.month
    if soort == "YEARLY":
        stap, maand = stap * _MAANDEN, _number(delen.get("BYMONTH"), begin.month)
        if maand > _MAANDEN or (op and "BYMONTH" not in delen):
            raise RegelOnbekend
    elif "BYMONTH" in delen:
        raise RegelOnbekend
    if (op and "BYMONTHDAY" in delen) or any(len(dag) <= 2 for dag in op):
        raise RegelOnbekend
    getallen = [deel for deel in delen.get("BYMONTHDAY", "" if op else str(begin.day)).split(",") if deel]
    return _monthly(begin.year, maand, stap, [_nth(dag) for dag in op], [_day_number(deel) for deel in getallen])


def _daily(begin: date, stap: int, weekdagen: set[int]) -> Iterator[date]:
    dag = begin
    while True:
        if not weekdagen or dag.weekday() in weekdagen:
            yield dag
        dag = _later(dag, stap)


def _weekly(begin: date, stap: int, weekdagen: set[int], delen: dict[str, str]) -> Iterator[date]:
    eerste = _weekday(delen.get("WKST", "MO"))
    week = begin - timedelta(days=(begin.weekday() - eerste) % 7)
    plaatsen = sorted((dag - eerste) % 7 for dag in weekdagen or {begin.weekday()})
    while True:
        for plaats in plaatsen:
            yield _later(week, plaats)
        week = _later(week, 7 * stap)


def _monthly(jaar: int, maand: int, stap: int, op: list[tuple[int, int]], getallen: list[int]) -> Iterator[date]:
    nummer = jaar * _MAANDEN + maand - 1
    while nummer // _MAANDEN <= date.max.year:
        jaar, maand = nummer // _MAANDEN, nummer % _MAANDEN + 1
        lengte = calendar.monthrange(jaar, maand)[1]
        eerste = date(jaar, maand, 1).weekday()
        dagen_ = {getal if getal > 0 else lengte + 1 + getal for getal in getallen}
        for hoeveelste, weekdag in op:
            alle = [dag for dag in range(1, lengte + 1) if (eerste + dag - 1) % 7 == weekdag]
            if -len(alle) <= hoeveelste <= len(alle):
                dagen_.add(alle[hoeveelste - 1 if hoeveelste > 0 else hoeveelste])
        for dag in sorted(dagen_):
            if 1 <= dag <= lengte:
                yield date(jaar, maand, dag)
        nummer += stap
    raise RegelOnbekend


def _later(dag: date, dagen_: int) -> date:
    try:
        return dag + timedelta(days=dagen_)
    except OverflowError:
        raise RegelOnbekend from None


def _weekday(naam: str) -> int:
    if naam not in _DAGEN:
        raise RegelOnbekend
    return _DAGEN.index(naam)


def _nth(dag: str) -> tuple[int, int]:
    """`2TU` is the second Tuesday, `-1FR` the last Friday."""
    hoeveelste = _day_number(dag[:-2])
    return hoeveelste, _weekday(dag[-2:])


def _day_number(getal: str) -> int:
    min_, cijfers = getal.startswith("-"), getal.lstrip("+-")
    if not (cijfers.isascii() and cijfers.isdigit() and 1 <= int(cijfers) <= 31):
        raise RegelOnbekend
    return -int(cijfers) if min_ else int(cijfers)
