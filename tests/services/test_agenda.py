"""The agenda: days with initials, free hours, another day for a visit, and other calendars without names."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.services import agenda, agendabestand, contact, dossier, ics
from kernnetwerk_app.services.agendabestand import IcsZonderAfspraken, Ingelezen, zonder_namen
from kernnetwerk_app.services.contact import BezoekIsVoorbij
from kernnetwerk_app.services.ics import IcsAfspraak
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, make_werkplek, nieuwe_melding
from tests.uitwisseling import wissel_uit

DONDERDAG = date(2027, 4, 22)


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path / "sanne")
    yield plek
    plek.store.close()


@pytest.fixture
def huishouden_id(plek: Werkplek) -> UUID:
    return nieuwe_melding(plek).huishouden_id


def _contacten(plek: Werkplek) -> list[Contact]:
    with plek.store.read() as lezer:
        return lezer.find(Contact)


def _vrij(plek: Werkplek, hoeveel: int = 3) -> list[tuple[date, time]]:
    with plek.store.read() as lezer:
        return [(vak.datum, vak.van) for vak in agenda.vrije_tijden(plek, lezer, plek.medewerker.id, hoeveel)]


def _zet(plek: Werkplek, contact_id: UUID) -> tuple[Contact, dict[int, tuple[object, ...]]]:
    with plek.store.read() as lezer:
        return lezer.get(Contact, contact_id), dict(lezer.bases(contact_id))


# -- proposing --------------------------------------------------------------------------------------------------------


@pytest.mark.eis("EVV-26")
def test_the_first_free_hours_are_offered_with_time_to_get_there(plek: Werkplek, huishouden_id: UUID) -> None:
    assert _vrij(plek, 4) == [(date(2027, 4, 21), time(uur)) for uur in (9, 10, 11, 13)]
    contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 21), time(10), time(11))
    contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 21))
    assert _vrij(plek, 2) == [(date(2027, 4, 21), time(13)), (date(2027, 4, 21), time(14))]


def test_what_went_to_another_day_is_free_again(plek: Werkplek, huishouden_id: UUID) -> None:
    contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 21), time(9))
    assert _vrij(plek, 1) == [(date(2027, 4, 21), time(11))]
    bezoek, bases = _zet(plek, _contacten(plek)[0].id)
    contact.verzet(plek, bezoek, bases, DONDERDAG, time(9))
    assert _vrij(plek, 1) == [(date(2027, 4, 21), time(9))]


def test_a_visit_is_proposed_on_the_next_day_on_which_people_work(plek: Werkplek) -> None:
    for vandaag, eerste in (
        (date(2027, 2, 28), date(2027, 3, 1)),
        (date(2027, 3, 27), date(2027, 3, 30)),  # the clock goes forward on Easter Sunday
        (date(2027, 4, 23), date(2027, 4, 26)),  # a weekend
        (date(2027, 4, 26), date(2027, 4, 28)),  # Koningsdag
        (date(2027, 10, 30), date(2027, 11, 1)),  # the clock goes back
        (date(2027, 12, 31), date(2028, 1, 3)),  # New Year's Day and a weekend
        (date(2028, 2, 28), date(2028, 2, 29)),
    ):
        plek.klok.advance(datetime.combine(vandaag, time(9), AMSTERDAM) - plek.klok.nu())
        assert plek.vandaag == vandaag
        assert _vrij(plek, 1) == [(eerste, time(9))]


@pytest.mark.eis("EVV-22")
def test_the_own_contact_person_is_proposed_and_the_visit_is_in_the_agenda_of_that_one(
    plek: Werkplek, tmp_path: Path
) -> None:
    huishouden_id = nieuwe_melding(replace(plek, medewerker=JORIS)).huishouden_id
    with plek.store.read() as lezer:
        voorstel = agenda.stel_voor(plek, lezer, huishouden_id)
    assert voorstel.medewerker_id == JORIS.id
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG, time(9), medewerker_id=voorstel.medewerker_id)
    joris = make_werkplek(tmp_path / "joris", plek.klok, device_no=2, wie=JORIS)
    wissel_uit(plek, joris)
    assert (_op(plek, DONDERDAG), len(_op(joris, DONDERDAG))) == ([], 1)
    joris.store.close()


@pytest.mark.eis("EVV-23")
def test_the_place_that_the_resident_chose_is_proposed_the_next_time(plek: Werkplek, huishouden_id: UUID) -> None:
    with plek.store.read() as lezer:
        assert agenda.stel_voor(plek, lezer, huishouden_id).waar is None, "at home, as long as nothing was chosen"
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG, time(9), waar="Dorpshuis De Proef")
    with plek.store.read() as lezer:
        assert agenda.stel_voor(plek, lezer, huishouden_id).waar == "Dorpshuis De Proef"


# -- days and another day ---------------------------------------------------------------------------------------------


def _op(plek: Werkplek, dag: date) -> list[tuple[time | None, str, ContactStatus]]:
    with plek.store.read() as lezer:
        (beeld,) = agenda.load(plek, lezer, dag, 1)
    return [(r.contact.tijd_van, r.voorletters, r.contact.status) for r in beeld.regels]


def test_a_week_shows_my_own_contacts_in_the_order_of_the_day_with_initials(
    plek: Werkplek, huishouden_id: UUID
) -> None:
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG, time(14))
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG)
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG, time(9))
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG, time(8), medewerker_id=JORIS.id)
    contact.schrijf_bij(plek, huishouden_id, "Gebeld.")
    maandag = agenda.begin_van_week(DONDERDAG)
    assert maandag == date(2027, 4, 19)
    with plek.store.read() as lezer:
        week = agenda.load(plek, lezer, maandag, agenda.WEEK)
    assert [len(dag.regels) for dag in week] == [0, 0, 0, 3, 0, 0, 0]
    assert [r.contact.tijd_van for r in week[3].regels] == [time(9), time(14), None]
    assert {r.voorletters for r in week[3].regels} == {"A. V."}
    with plek.store.read() as lezer:
        assert agenda.load(plek, lezer, date(2027, 4, 27), 1)[0].feestdag == "Koningsdag"


def test_a_visit_that_goes_to_another_day_keeps_the_old_day_in_the_story(plek: Werkplek, huishouden_id: UUID) -> None:
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(14), onderwerp="eerste gesprek", waar="Gemeentehuis")
    bezoek, bases = _zet(plek, _contacten(plek)[0].id)
    contact.verzet(plek, bezoek, bases, DONDERDAG, time(9))
    oud, nieuw = _contacten(plek)
    assert (oud.status, oud.verzet_naar_id) == (ContactStatus.VERZET, nieuw.id)
    assert (nieuw.status, nieuw.datum, nieuw.tijd_van) == (ContactStatus.GEPLAND, DONDERDAG, time(9))
    assert (nieuw.onderwerp, nieuw.plek) == ("eerste gesprek", "Gemeentehuis"), "nobody types that again"
    with plek.store.read() as lezer:
        beeld = dossier.load(plek, lezer, huishouden_id)
    (item,) = [item for item in beeld.verhaal if item.verzet]
    assert (item.datum, item.verzet_naar) == (plek.vandaag, DONDERDAG)
    assert beeld.bezoek_gepland == nieuw


def test_a_visit_moved_by_mistake_is_taken_back_and_is_not_planned_twice(plek: Werkplek, huishouden_id: UUID) -> None:
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(14))
    bezoek, bases = _zet(plek, _contacten(plek)[0].id)
    contact.verzet(plek, bezoek, bases, DONDERDAG)
    verzet, bases = _zet(plek, bezoek.id)
    contact.rond_af(plek, verzet, ContactStatus.GEPLAND, bases)
    assert [(c.datum, c.status) for c in _contacten(plek)] == [
        (plek.vandaag, ContactStatus.GEPLAND),
        (DONDERDAG, ContactStatus.VERZET),
    ]


def test_a_visit_cannot_go_to_a_day_that_has_been(plek: Werkplek, huishouden_id: UUID) -> None:
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag)
    bezoek, bases = _zet(plek, _contacten(plek)[0].id)
    with pytest.raises(BezoekIsVoorbij):
        contact.verzet(plek, bezoek, bases, plek.vandaag - timedelta(days=1))
    assert [c.status for c in _contacten(plek)] == [ContactStatus.GEPLAND]


# -- other calendars --------------------------------------------------------------------------------------------------


def test_my_calendar_file_has_initials_and_kern_and_not_one_name_or_address(
    plek: Werkplek, huishouden_id: UUID
) -> None:
    contact.plan_bezoek(
        plek, huishouden_id, DONDERDAG, time(13), onderwerp="Anna over schulden", waar="bij Karin thuis"
    )
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG)
    octets, _ = agendabestand.geef_ics(plek)
    tekst = octets.decode().replace("\r\n ", "")
    for woord in ("Anna", "Voorbeeld-Jansen", "schulden", "Karin", "Modelweg", str(huishouden_id)):
        assert woord not in tekst
    bezoek, zonder_uur = ics.read(octets)
    assert (bezoek.titel, bezoek.waar) == ("Bezoek A. V.", "Voorbeelderveen")
    assert (bezoek.datum, bezoek.van, bezoek.tot) == (DONDERDAG, time(13), time(14))
    assert (zonder_uur.van, zonder_uur.uid) == (None, f"{_contacten(plek)[1].id}@kernnetwerk")
    assert agendabestand.geef_ics(plek)[0] == octets, "the same visit has the same UID each time"


def _bestand(*afspraken: IcsAfspraak) -> bytes:
    return ics.write(afspraken, datetime(2027, 4, 1, 12, tzinfo=AMSTERDAM))


def test_what_i_take_from_another_calendar_is_planned_once_without_names(plek: Werkplek) -> None:
    octets = _bestand(
        IcsAfspraak("a@elders", DONDERDAG, time(10), time(11), "Overleg Jan de Vries over schulden", "Modelweg 12"),
        IcsAfspraak("b@elders", DONDERDAG, None, None, "teamoverleg", "Dorpshuis De Proef, zaal 2"),
        IcsAfspraak("c@elders", date(2027, 4, 1), time(9), None, "Vorige maand"),
        IcsAfspraak("d@elders", DONDERDAG, time(9), None, "Afgezegd", afgezegd=True),
    )
    gelezen = agendabestand.neem_ics(plek, octets)
    assert (gelezen.nieuw, gelezen.bekend) == (2, 0)
    overleg, team = _contacten(plek)
    assert (overleg.onderwerp, overleg.plek) == ("Overleg J. de V.", None)
    assert (team.onderwerp, team.plek, team.tijd_van) == ("teamoverleg", "Dorpshuis De Proef", None)
    assert {c.status for c in (overleg, team)} == {ContactStatus.GEPLAND}
    assert {c.contactsoort for c in (overleg, team)} == {ContactSoort.OVERLEG}
    gelezen = agendabestand.neem_ics(plek, octets)
    assert (gelezen.nieuw, gelezen.bekend, len(_contacten(plek))) == (0, 2, 2)


def test_my_own_calendar_file_read_back_plans_nothing_twice(plek: Werkplek, huishouden_id: UUID) -> None:
    contact.plan_bezoek(plek, huishouden_id, DONDERDAG, time(13))
    gelezen = agendabestand.neem_ics(plek, agendabestand.geef_ics(plek)[0])
    assert (gelezen.nieuw, gelezen.bekend, len(_contacten(plek))) == (0, 1, 1)


def test_a_calendar_in_which_nothing_is_to_come_changes_nothing(plek: Werkplek) -> None:
    with pytest.raises(IcsZonderAfspraken):
        agendabestand.neem_ics(plek, _bestand(IcsAfspraak("c", date(2027, 4, 1), None, None, "Vorige maand")))
    assert _contacten(plek) == []


@pytest.mark.parametrize(
    ("titel", "over"),
    [
        ("Huisbezoek mevr. A. Voorbeeld, BSN 999990019", "Huisbezoek A. V. B."),
        ("jan@voorbeeld.nl bellen 06-12345678", "bellen"),
        ("\u202eJan\nde Vries", "J. de V."),
        ("Inloop Kulturhus De Linde", "Inloop Kulturhus De Linde"),
        ("", ""),
    ],
)
def test_of_a_name_in_somebodys_calendar_one_letter_is_left(plek: Werkplek, titel: str, over: str) -> None:
    assert zonder_namen(plek.profiel, titel) == over


# -- what goes on for days, and what returns --------------------------------------------------------------------------


def _lees(plek: Werkplek, *afspraken: str) -> Ingelezen:
    """Appointments of which only the lines that matter here are written."""
    delen = [f"BEGIN:VEVENT\r\nSUMMARY:teamoverleg\r\n{afspraak}\r\nEND:VEVENT" for afspraak in afspraken]
    heel = "\r\n".join(["BEGIN:VCALENDAR", *delen, "END:VCALENDAR", ""])
    return agendabestand.neem_ics(plek, heel.encode())


def _staat(plek: Werkplek) -> list[tuple[str, str]]:
    gepland = [c for c in _contacten(plek) if c.status is ContactStatus.GEPLAND]
    return sorted((f"{c.datum:%d-%m}", f"{c.tijd_van:%H.%M}" if c.tijd_van else "") for c in gepland)


def test_a_meeting_that_began_months_ago_takes_its_hour_each_week(plek: Werkplek, huishouden_id: UUID) -> None:
    reeks = "UID:t\r\nDTSTART:20270210T090000\r\nDTEND:20270210T100000\r\nRRULE:FREQ=WEEKLY;UNTIL=20270506T070000Z"
    gelezen = _lees(plek, reeks)
    assert _staat(plek) == [("05-05", "09.00"), ("21-04", "09.00"), ("28-04", "09.00")]
    assert (gelezen.nieuw, gelezen.herhaald) == (3, 1)
    with plek.store.read() as lezer:
        vrij = agenda.vrije_tijden(plek, lezer, plek.medewerker.id, 3)
    assert date(2027, 4, 21) not in {vak.datum for vak in vrij if vak.van < time(11)}


def test_no_free_hour_is_offered_while_i_have_leave(plek: Werkplek) -> None:
    _lees(plek, "UID:v\r\nDTSTART;VALUE=DATE:20270416\r\nDTEND;VALUE=DATE:20270424")
    assert _staat(plek) == [(f"{dag}-04", "") for dag in (20, 21, 22, 23)]
    with plek.store.read() as lezer:
        vrij = agenda.vrije_tijden(plek, lezer, plek.medewerker.id, 1)
    assert vrij[0].datum > date(2027, 4, 23)


def test_another_hour_another_day_and_not_at_all_follow_the_other_calendar(plek: Werkplek) -> None:
    _lees(plek, "UID:a\r\nDTSTART:20270422T100000")
    assert _lees(plek, "UID:a\r\nDTSTART:20270422T113000").veranderd == 1
    assert _staat(plek) == [("22-04", "11.30")]
    assert _lees(plek, "UID:a\r\nDTSTART:20270423T113000").veranderd == 1
    assert _staat(plek) == [("23-04", "11.30")], "and not twice"
    gelezen = _lees(plek, "UID:a\r\nDTSTART:20270423T113000\r\nSTATUS:CANCELLED")
    assert (gelezen.afgezegd, _staat(plek)) == (1, [])
    assert _lees(plek, "UID:a\r\nDTSTART:20270423T113000").veranderd == 1, "it takes place after all"
    assert _lees(plek, "UID:a\r\nDTSTART:20270301T113000").afgezegd == 1, "it turned out to be over"


def test_of_a_row_one_time_moves_one_falls_out_and_the_rest_ends(plek: Werkplek) -> None:
    reeks = "UID:r\r\nDTSTART:20270408T090000\r\nRRULE:FREQ=WEEKLY;COUNT=6"
    _lees(plek, reeks)
    donderdagen = [("22-04", "09.00"), ("29-04", "09.00"), ("06-05", "09.00"), ("13-05", "09.00")]
    assert _staat(plek) == sorted(donderdagen)
    een = "UID:r\r\nRECURRENCE-ID:20270429T090000\r\nDTSTART:20270430T140000"
    gelezen = _lees(plek, een, f"{reeks}\r\nEXDATE:20270422T090000\r\nEXDATE:20270513T090000")
    assert _staat(plek) == sorted([("30-04", "14.00"), ("06-05", "09.00")])
    assert (gelezen.veranderd, gelezen.afgezegd) == (1, 2)
    assert _lees(plek, een, f"{reeks};UNTIL=20270501").afgezegd == 1


def test_of_what_cannot_be_read_any_more_nothing_that_stands_here_is_called_off(plek: Werkplek) -> None:
    _lees(plek, "UID:r\r\nDTSTART:20270408T090000\r\nRRULE:FREQ=WEEKLY;COUNT=4", "UID:e\r\nDTSTART:20270420T110000")
    stond_er = _staat(plek)
    raar = "UID:r\r\nDTSTART:20270408T090000\r\nRRULE:FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU"
    gelezen = _lees(plek, raar, "UID:e\r\nDTSTART:20270420T110000")
    assert (gelezen.afgezegd, gelezen.onbekend) == (0, 1)
    assert _staat(plek) == stond_er != []


def test_what_cannot_be_read_or_takes_no_time_is_counted_and_not_silently_lost(plek: Werkplek) -> None:
    gelezen = _lees(
        plek,
        "UID:x\r\nDTSTART:20270401T100000\r\nRRULE:FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU",
        "UID:y\r\nDTSTART;VALUE=DATE:20270425\r\nTRANSP:TRANSPARENT",
    )
    assert (gelezen.nieuw, gelezen.onbekend, gelezen.vrij, _staat(plek)) == (0, 1, 1, [])


def test_what_i_said_of_an_appointment_here_stays_when_the_file_comes_again(plek: Werkplek) -> None:
    _lees(plek, "UID:a\r\nDTSTART:20270422T100000")
    overleg, bases = _zet(plek, _contacten(plek)[0].id)
    contact.verzet(plek, overleg, bases, date(2027, 4, 26), time(9))
    assert _lees(plek, "UID:a\r\nDTSTART:20270422T100000").bekend == 1
    assert _staat(plek) == [("26-04", "09.00")]
