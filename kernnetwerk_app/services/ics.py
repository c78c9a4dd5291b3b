"""The calendar file (RFC 5545): written so that every calendar reads it, and read without trusting who wrote it.

Times are those of the wall clock in the Netherlands, as everywhere here: a visit at 2.30 stays at 2.30 in the night in
which the clock is changed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.klok import AMSTERDAM

MAX_OCTETS = 2_000_000
MAX_AFSPRAKEN = 2_000
REGEL_OCTETS = 75
"""A longer line is folded (RFC 5545, 3.1)."""
_ZONE = "Europe/Amsterdam"
_EINDE = "\r\n"
_KOP = (
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kernnetwerk//Agenda//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    "BEGIN:VTIMEZONE", f"TZID:{_ZONE}",
    "BEGIN:DAYLIGHT", "DTSTART:19810329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD",
    "END:VTIMEZONE",
)  # fmt: skip


Velden = dict[str, tuple[dict[str, str], str]]
"""Name -> parameters and value."""
_VAKER = ("EXDATE", "RDATE")
"""What may stand in an appointment more than once."""
_DUUR = re.compile(r"P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d+S)?)?")


class IcsOnleesbaar(KernnetwerkError):
    """No calendar, or one that is broken off."""

    code = "ics.onleesbaar"


class IcsTeGroot(KernnetwerkError):
    code = "ics.te_groot"


@dataclass(frozen=True, slots=True)
class IcsAfspraak:
    """One appointment; without `van` it takes the whole day.

    `laatste_dag`: it goes on after its first day, and `tot` is of that last one. `regel` says on which days it returns
    until `regel_tot`, `ook` and `zonder` which days more and which not. `in_plaats_van`: it is one time of a row, and
    this is the day on which that would have been. `is_vrij`: it takes no time of who has it.
    """

    uid: str
    datum: date
    van: time | None
    tot: time | None
    titel: str
    waar: str = ""
    afgezegd: bool = False
    laatste_dag: date | None = None
    regel: str = ""
    regel_tot: date | None = None
    ook: tuple[date, ...] = ()
    zonder: tuple[date, ...] = ()
    in_plaats_van: date | None = None
    is_vrij: bool = False

    @property
    def herhaalt(self) -> bool:
        return bool(self.regel or self.ook)


def write(afspraken: Iterable[IcsAfspraak], nu: datetime) -> bytes:
    """The file; `nu` is when it is made. What takes no time gets no end: nobody said how long it lasts."""
    regels = [*_KOP]
    for afspraak in afspraken:
        regels += _event(afspraak, nu)
    regels.append("END:VCALENDAR")
    return "".join(_fold(regel) + _EINDE for regel in regels).encode()


def read(octets: bytes) -> list[IcsAfspraak]:
    """The appointments in a file of somebody else, in its order; what is no appointment is passed over.

    Raises `IcsTeGroot`, `IcsOnleesbaar`.
    """
    if len(octets) > MAX_OCTETS:
        raise IcsTeGroot
    regels = list(_unfold(octets.decode("utf-8-sig", "replace")))
    if not regels or regels[0].strip().upper() != "BEGIN:VCALENDAR":
        raise IcsOnleesbaar
    gevonden: list[IcsAfspraak] = []
    alles_weg = any(regel.strip().upper() == "METHOD:CANCEL" for regel in regels)
    for velden in _events(regels):
        afspraak = _afspraak(velden, alles_weg)
        if afspraak is not None:
            gevonden.append(afspraak)
        if len(gevonden) > MAX_AFSPRAKEN:
            raise IcsTeGroot
    return gevonden


# -- writing ----------------------------------------------------------------------------------------------------------


def _event(afspraak: IcsAfspraak, nu: datetime) -> list[str]:
    regels = ["BEGIN:VEVENT", f"UID:{_escape(afspraak.uid)}", f"DTSTAMP:{nu.astimezone(UTC):%Y%m%dT%H%M%SZ}"]
    if afspraak.van is None:
        regels.append(f"DTSTART;VALUE=DATE:{afspraak.datum:%Y%m%d}")
    else:
        regels.append(f"DTSTART;TZID={_ZONE}:{datetime.combine(afspraak.datum, afspraak.van):%Y%m%dT%H%M%S}")
        if afspraak.tot is not None and afspraak.tot > afspraak.van:
            regels.append(f"DTEND;TZID={_ZONE}:{datetime.combine(afspraak.datum, afspraak.tot):%Y%m%dT%H%M%S}")
    regels.append(f"SUMMARY:{_escape(afspraak.titel)}")
    if afspraak.waar:
        regels.append(f"LOCATION:{_escape(afspraak.waar)}")
    regels += ["CLASS:PRIVATE", f"STATUS:{'CANCELLED' if afspraak.afgezegd else 'CONFIRMED'}", "END:VEVENT"]
    return regels


def _escape(tekst: str) -> str:
    """TEXT of RFC 5545, 3.3.11; control characters cannot stand in it at all."""
    heel = tekst.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    heel = heel.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
    return "".join(teken for teken in heel if teken >= " " and teken != "\x7f")


def _fold(regel: str) -> str:
    """Lines of at most 75 octets, never cut within a character."""
    delen, lengte = [""], 0
    for teken in regel:
        octets = len(teken.encode("utf-8", "surrogatepass"))
        if lengte + octets > REGEL_OCTETS:
            delen.append(" ")
            lengte = 1
        delen[-1] += teken
        lengte += octets
    return _EINDE.join(delen)


# -- reading ----------------------------------------------------------------------------------------------------------


def _unfold(tekst: str) -> Iterator[str]:
    regel: list[str] = []
    for ruw in tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if ruw[:1] in (" ", "\t"):
            regel.append(ruw[1:])
            continue
        if regel:
            yield "".join(regel)
        regel = [ruw] if ruw else []
    if regel:
        yield "".join(regel)


def _events(regels: Iterable[str]) -> Iterator[Velden]:
    """Name -> parameters and value of each VEVENT; of what is within one (an alarm) nothing. Raises `IcsOnleesbaar`."""
    diepte: list[str] = []
    velden: Velden = {}
    for regel in regels:
        naam, parameters, waarde = _split(regel)
        if naam == "BEGIN":
            diepte.append(waarde.strip().upper())
            if diepte[-1] == "VEVENT":
                velden = {}
        elif naam == "END":
            if not diepte or diepte.pop() != waarde.strip().upper():
                raise IcsOnleesbaar
            if waarde.strip().upper() == "VEVENT":
                yield velden
        elif diepte[-1:] == ["VEVENT"]:
            if naam in _VAKER and naam in velden:
                waarde = f"{velden.pop(naam)[1]},{waarde}"
            velden.setdefault(naam, (parameters, waarde))
    if diepte:
        raise IcsOnleesbaar


def _split(regel: str) -> tuple[str, dict[str, str], str]:
    """Name, parameters and value of a line: a colon or semicolon between quotes is part of a parameter."""
    delen, begin, quoted = [], 0, False
    for plaats, teken in enumerate(regel):
        if teken == '"':
            quoted = not quoted
        elif teken in ";:" and not quoted:
            delen.append(regel[begin:plaats])
            begin = plaats + 1
            if teken == ":":
                break
    else:
        return regel.strip().upper(), {}, ""
    paren = (deel.partition("=") for deel in delen[1:])
    return delen[0].strip().upper(), {k.strip().upper(): w.strip('" ') for k, _, w in paren}, regel[begin:]


def _afspraak(velden: Velden, alles_weg: bool) -> IcsAfspraak | None:
    begin = _moment(*velden.get("DTSTART", ({}, "")))
    if begin is None:
        return None
    datum, van = begin
    laatste, tot = _einde(velden, datum, van)
    eerder = _moment(*velden.get("RECURRENCE-ID", ({}, "")))
    return IcsAfspraak(
        uid=_value(velden, "UID"),
        datum=datum,
        van=van,
        tot=tot,
        titel=_value(velden, "SUMMARY"),
        waar=_value(velden, "LOCATION"),
        afgezegd=alles_weg or _value(velden, "STATUS").upper() == "CANCELLED",
        laatste_dag=laatste if laatste > datum else None,
        regel=velden.get("RRULE", ({}, ""))[1].strip(),
        regel_tot=_until(velden),
        ook=_days(velden, "RDATE"),
        zonder=_days(velden, "EXDATE"),
        in_plaats_van=eerder[0] if eerder is not None else None,
        is_vrij=_value(velden, "TRANSP").upper() == "TRANSPARENT",
    )


def _einde(velden: Velden, datum: date, van: time | None) -> tuple[date, time | None]:
    """Its last day, and the hour on that day at which it ends; of whole days DTEND is the day after the last."""
    einde = _moment(*velden.get("DTEND", ({}, "")))
    if einde is None and (duur := _DUUR.fullmatch(_value(velden, "DURATION").upper())):
        weken, dagen, uren, minuten = (int(deel or 0) for deel in duur.groups())
        try:
            moment = datetime.combine(datum, van or time.min) + timedelta(
                dagen + 7 * weken, hours=uren, minutes=minuten
            )
        except OverflowError:
            return datum, None
        einde = moment.date(), moment.time() if van is not None else None
    if einde is None or einde[0] < datum:
        return datum, None
    if van is None or einde[1] is None:
        return max(datum, einde[0] - timedelta(days=1)), None
    if einde[1] == time.min and einde[0] > datum:  # until midnight is of the day before
        return einde[0] - timedelta(days=1), time(23, 59)
    return einde[0], einde[1] if einde[0] > datum or einde[1] > van else None


def _until(velden: Velden) -> date | None:
    delen = (deel.partition("=") for deel in velden.get("RRULE", ({}, ""))[1].upper().split(";"))
    tot = next((_moment({}, waarde) for naam, _, waarde in delen if naam.strip() == "UNTIL"), None)
    return tot[0] if tot is not None else None


def _days(velden: Velden, naam: str) -> tuple[date, ...]:
    parameters, waarde = velden.get(naam, ({}, ""))
    momenten = (_moment(parameters, deel.partition("/")[0]) for deel in waarde.split(","))
    return tuple(moment[0] for moment in momenten if moment is not None)


def _value(velden: Velden, naam: str) -> str:
    ruw = velden.get(naam, ({}, ""))[1]
    delen = ruw.replace("\\\\", "\0").replace("\\n", "\n").replace("\\N", "\n").replace("\\,", ",").replace("\\;", ";")
    return " ".join(delen.replace("\0", "\\").split())


def _moment(parameters: dict[str, str], waarde: str) -> tuple[date, time | None] | None:
    """Day and hour on the clock in the Netherlands; no hour for a whole day, None for what is no moment."""
    waarde = waarde.strip().upper()
    try:
        if len(waarde) == len("20270420"):
            return datetime.strptime(waarde, "%Y%m%d").date(), None  # noqa: DTZ007  a day has no zone
        gelezen = datetime.strptime(waarde.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007  its zone follows
        zone = UTC if waarde.endswith("Z") else _zone(parameters.get("TZID", ""))
        lokaal = gelezen if zone is None else gelezen.replace(tzinfo=zone).astimezone(AMSTERDAM)
    except (ValueError, OverflowError):
        return None
    return lokaal.date(), lokaal.time().replace(second=0, microsecond=0, tzinfo=None)


def _zone(naam: str) -> ZoneInfo | None:
    """The zone with this name; None for ours, and for one that nobody knows: then the hour is as it stands there."""
    if naam in ("", _ZONE):
        return None
    try:
        return ZoneInfo(naam)
    except (KeyError, ValueError, OSError):
        return None
