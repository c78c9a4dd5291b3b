"""The calendar file: what is written reads back in any calendar, and what others write cannot hurt."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.services import ics
from kernnetwerk_app.services.ics import IcsAfspraak, IcsOnleesbaar, IcsTeGroot

NU = datetime(2027, 4, 20, 7, 0, tzinfo=UTC)
DAG = date(2027, 4, 22)


def _kalender(*regels: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *regels, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def _een(*regels: str) -> IcsAfspraak:
    (afspraak,) = ics.read(_kalender(*regels))
    return afspraak


TEKST = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"], blacklist_characters="\x85"), max_size=200)


@given(titel=TEKST, waar=TEKST, van=st.times(), datum=st.dates(date(1950, 1, 1), date(2190, 1, 1)))
def test_whatever_stands_in_it_comes_back(titel: str, waar: str, van: time, datum: date) -> None:
    heel = van.replace(second=0, microsecond=0)
    geschreven = IcsAfspraak("x@y", datum, heel, None, " ".join(titel.split()), " ".join(waar.split()))
    octets = ics.write([geschreven], NU)
    assert ics.read(octets) == [geschreven]
    assert all(len(regel) <= 75 for regel in octets.split(b"\r\n"))
    assert b"\n" not in octets.replace(b"\r\n", b"")


def test_signs_that_mean_something_are_written_as_the_standard_says() -> None:
    octets = ics.write([IcsAfspraak("x", DAG, time(9), time(10), "a,b;c\\d\ne", "Dorp, zaal 2")], NU)
    assert b"SUMMARY:a\\,b\\;c\\\\d\\ne\r\n" in octets
    assert b"LOCATION:Dorp\\, zaal 2\r\n" in octets
    assert b"DTSTART;TZID=Europe/Amsterdam:20270422T090000\r\nDTEND;TZID=Europe/Amsterdam:20270422T100000\r\n" in octets
    assert octets.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert octets.endswith(b"END:VCALENDAR\r\n")


def test_a_long_line_is_folded_between_characters() -> None:
    octets = ics.write([IcsAfspraak("x", DAG, None, None, "é" * 100)], NU)
    for regel in octets.split(b"\r\n"):
        regel.decode()
        assert len(regel) <= 75
    assert ics.read(octets)[0].titel == "é" * 100


def test_text_cannot_break_out_of_its_line() -> None:
    titel = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:kwaad;,\\n"
    (afspraak,) = ics.read(ics.write([IcsAfspraak("a;b,c\\d", DAG, None, None, titel)], NU))
    assert afspraak.uid == "a;b,c\\d"
    assert "UID:kwaad" in afspraak.titel


@pytest.mark.parametrize("dag", [date(2027, 3, 28), date(2027, 10, 31), date(2027, 2, 28), date(2027, 12, 31)])
@pytest.mark.parametrize("uur", [time(2, 30), time(0, 0), time(23, 30)])
def test_half_past_two_stays_half_past_two_in_the_night_the_clock_changes(dag: date, uur: time) -> None:
    (afspraak,) = ics.read(ics.write([IcsAfspraak("x", dag, uur, None, "Bezoek")], NU))
    assert (afspraak.datum, afspraak.van) == (dag, uur)


@pytest.mark.parametrize(
    ("geschreven", "datum", "van"),
    [
        ("20270422T110000Z", DAG, time(13)),  # summer: two hours on
        ("20270122T120000Z", date(2027, 1, 22), time(13)),  # winter: one
        ("20270328T003000Z", date(2027, 3, 28), time(1, 30)),
        ("20270328T013000Z", date(2027, 3, 28), time(3, 30)),  # 2.30 does not exist that night
        ("20271031T003000Z", date(2027, 10, 31), time(2, 30)),
        ("20271031T013000Z", date(2027, 10, 31), time(2, 30)),  # and here it is there twice
        ("20271231T233000Z", date(2028, 1, 1), time(0, 30)),
        ("20270228T233000Z", date(2027, 3, 1), time(0, 30)),
    ],
)
def test_a_moment_of_the_world_becomes_the_hour_on_our_clock(geschreven: str, datum: date, van: time) -> None:
    afspraak = _een("UID:1", f"DTSTART:{geschreven}")
    assert (afspraak.datum, afspraak.van) == (datum, van)


@pytest.mark.parametrize(
    ("regel", "van"),
    [
        ("DTSTART;TZID=Europe/London:20270422T120000", time(13)),
        ('DTSTART;TZID="W. Europe Standard Time":20270422T130000', time(13)),  # as Outlook calls our clock
        ('DTSTART;X-ROOM="a:b;c";TZID=Europe/Amsterdam:20270422T130000', time(13)),
        ("DTSTART;TZID=../../etc/passwd:20270422T130000", time(13)),
        ("DTSTART;TZID=/etc:20270422T130000", time(13)),
        ("dtstart:20270422T130000", time(13)),
        ("DTSTART;VALUE=DATE:20270422", None),
    ],
)
def test_other_programs_write_the_hour_in_other_ways(regel: str, van: time | None) -> None:
    afspraak = _een("UID:1", regel)
    assert (afspraak.datum, afspraak.van) == (DAG, van)


def test_an_alarm_within_an_appointment_says_nothing_of_it() -> None:
    afspraak = _een(
        "DTSTART:20270422T130000", "SUMMARY:Bezoek", "BEGIN:VALARM", "DTSTART:19990101", "SUMMARY:Tring", "END:VALARM"
    )
    assert (afspraak.datum, afspraak.titel, afspraak.herhaalt) == (DAG, "Bezoek", False)


def test_one_that_returns_each_week_says_so_and_one_that_ends_before_it_begins_has_no_end() -> None:
    afspraak = _een("DTSTART:20270422T130000", "DTEND:20270422T120000", "RRULE:FREQ=WEEKLY")
    assert (afspraak.herhaalt, afspraak.tot) == (True, None)


def test_lines_end_as_they_like_and_a_mark_at_the_beginning_is_none() -> None:
    octets = _kalender("DTSTART:20270422", "SUMMARY:Be", " zoek")
    for anders in (octets.replace(b"\r\n", b"\n"), octets.replace(b"\r\n", b"\r"), b"\xef\xbb\xbf" + octets):
        assert ics.read(anders)[0].titel == "Bezoek"


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"%PDF-1.7",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20270422\r\n",
        b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n",
        b"\xff\xfe\x00\x00",
    ],
)
def test_what_is_no_calendar_or_half_of_one_is_refused(octets: bytes) -> None:
    with pytest.raises(IcsOnleesbaar):
        ics.read(octets)


def test_a_calendar_of_years_is_refused_before_it_is_read() -> None:
    with pytest.raises(IcsTeGroot):
        ics.read(b"BEGIN:VCALENDAR\r\n" + b"X" * ics.MAX_OCTETS)
    een = "BEGIN:VEVENT\r\nDTSTART:20270422\r\nEND:VEVENT\r\n"
    with pytest.raises(IcsTeGroot):
        ics.read(f"BEGIN:VCALENDAR\r\n{een * (ics.MAX_AFSPRAKEN + 1)}END:VCALENDAR\r\n".encode())


@pytest.mark.parametrize(
    "moment", ["20270230", "20270422T256000", "99999999T999999Z", "morgen", "", "2027042A", "-0270422"]
)
def test_a_day_that_does_not_exist_is_no_appointment(moment: str) -> None:
    assert ics.read(_kalender("UID:1", f"DTSTART:{moment}")) == []


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "BEGIN:VEVENT",
                    "END:VEVENT",
                    "END:VCALENDAR",
                    "DTSTART:20270422T130000",
                    "DTSTART;TZID=",
                    "SUMMARY",
                    ":",
                    '"',
                ]
            ),
            st.text(max_size=30),
        ),
        max_size=12,
    )
)
def test_nothing_that_anybody_writes_breaks_the_program(regels: list[str]) -> None:
    octets = "\r\n".join(["BEGIN:VCALENDAR", *regels]).encode("utf-8", "surrogatepass")
    try:
        gelezen = ics.read(octets)
    except KernnetwerkError:
        return
    assert all(isinstance(afspraak, IcsAfspraak) for afspraak in gelezen)
