"""The agenda with the keys alone: a day and a week, what became of a visit, paper, and other calendars."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.services import contact
from kernnetwerk_app.services.agendabestand import IcsZonderAfspraken
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.agenda import AgendaScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.list_row import ListRow
from tests.services.opzet import gelezen
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, woorden, zie

Toon = Callable[..., AgendaScreen]
DONDERDAG = date(2027, 4, 22)


@pytest.fixture
def toon(omgeving: Omgeving, toon_scherm: Toonscherm) -> Toon:
    def show(dag: date | None = None) -> AgendaScreen:
        scherm = AgendaScreen(omgeving, dag)
        toon_scherm(scherm)
        return scherm

    return show


def _contacten(plek: Werkplek) -> list[Contact]:
    with plek.store.read() as lezer:
        return lezer.find(Contact)


def _plan(plek: Werkplek, huishouden_id: UUID, dag: date, uur: int = 13) -> UUID:
    contact.plan_bezoek(plek, huishouden_id, dag, time(uur), onderwerp="Anna spreken")
    return _contacten(plek)[-1].id


def _open(contact_id: UUID) -> None:
    tab_naar(f"contact_{contact_id}")
    toets(Qt.Key.Key_Return)
    QApplication.processEvents()


@pytest.mark.eis("RES-14")
def test_the_week_shows_initials_and_kern_and_no_name(toon: Toon, plek: Werkplek, huishouden_id: UUID) -> None:
    bezoek = _plan(plek, huishouden_id, DONDERDAG)
    scherm = toon()
    rij = zie(scherm, f"contact_{bezoek}")
    assert rij.accessibleName() == "A. V., A. spreken, Voorbeelderveen, 13.00"
    er_staat = woorden(scherm)
    assert "Week van 19 april tot en met 25 april 2027" in er_staat
    assert er_staat.index("Woensdag 21 april") < er_staat.index("Donderdag 22 april")
    for naam in ("Anna", "Voorbeeld-Jansen"):
        assert naam not in er_staat


def test_i_leaf_through_days_and_weeks_with_the_keys(
    toon: Toon, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    bezoek = _plan(plek, huishouden_id, date(2027, 4, 29))
    scherm = toon()
    assert "Deze week staat er niets." in woorden(scherm)
    druk(scherm, "volgende")
    rust()
    assert "Koningsdag" in woorden(scherm)
    assert zie(scherm, f"contact_{bezoek}").isVisible()
    scherm._size.choices()[0].setFocus()
    toets(Qt.Key.Key_Space)
    rust()
    assert "dinsdag 27 april 2027" in woorden(scherm)
    druk(scherm, "vorige")
    rust()
    assert "maandag 26 april 2027" in woorden(scherm)
    druk(scherm, "nu")
    rust()
    assert "dinsdag 20 april 2027" in woorden(scherm)
    assert "Geen afspraken." in woorden(scherm)


def test_the_week_has_seven_days_whatever_the_clock_does(toon: Toon, rust: Rust) -> None:
    scherm = toon()
    for dag in (date(2027, 3, 28), date(2027, 10, 31), date(2027, 2, 28), date(2027, 12, 31)):
        scherm._dag = dag
        scherm._go_on()
        rust()
        assert scherm._days is not None
        assert [d.datum.weekday() for d in scherm._days] == list(range(7))
        assert dag in [d.datum for d in scherm._days]


def test_nobody_at_home_is_said_in_the_agenda_and_taken_back_there(
    toon: Toon, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    bezoek = _plan(plek, huishouden_id, plek.vandaag)
    scherm = toon()
    _open(bezoek)
    tab_naar("niet_thuis")
    toets(Qt.Key.Key_Return)
    rust()
    assert _contacten(plek)[0].status is ContactStatus.NIET_THUIS
    assert "niemand thuis" in zie(scherm, f"contact_{bezoek}").accessibleName()
    druk(scherm, "terug")
    rust()
    assert _contacten(plek)[0].status is ContactStatus.GEPLAND


def test_a_visit_goes_to_the_first_free_hour_with_one_more_enter(
    toon: Toon, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    bezoek = _plan(plek, huishouden_id, plek.vandaag)
    scherm = toon()
    _open(bezoek)
    druk(scherm, "verzet")
    rust()
    assert in_focus().objectName() == "datum"
    toets(Qt.Key.Key_Return)
    rust()
    oud, nieuw = _contacten(plek)
    assert (oud.status, oud.verzet_naar_id) == (ContactStatus.VERZET, nieuw.id)
    assert (nieuw.datum, nieuw.tijd_van) == (date(2027, 4, 21), time(9))
    assert "verzet" in zie(scherm, f"contact_{bezoek}").accessibleName()
    assert zie(scherm, f"contact_{nieuw.id}").isVisible()


def test_what_somebody_else_writes_does_not_take_the_day_away_that_i_am_typing(
    toon: Toon, plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving, rust: Rust
) -> None:
    bezoek = _plan(plek, huishouden_id, plek.vandaag)
    scherm = toon()
    _open(bezoek)
    druk(scherm, "verzet")
    rust()
    typ("volgende week")
    veld = in_focus()
    omgeving.tasks.write(scherm, lambda: contact.plan_bezoek(plek, huishouden_id, DONDERDAG))
    rust()
    assert in_focus() is veld
    typ(" donderdag")
    toets(Qt.Key.Key_Escape)
    rust()
    assert in_focus().objectName() == f"contact_{bezoek}"
    assert zie(scherm, f"contact_{_contacten(plek)[-1].id}").isVisible(), "what came in meanwhile"
    druk(scherm, "verzet")
    rust()
    toets(Qt.Key.Key_Return)
    rust()
    assert _contacten(plek)[-1].datum == date(2027, 4, 29), "what was typed before it was closed"


def test_moving_to_a_day_that_has_been_is_refused_under_its_field(
    toon: Toon, plek: Werkplek, huishouden_id: UUID, rust: Rust
) -> None:
    bezoek = _plan(plek, huishouden_id, plek.vandaag)
    scherm = toon()
    _open(bezoek)
    druk(scherm, "verzet")
    rust()
    typ("gisteren")
    toets(Qt.Key.Key_Return)
    rust()
    assert "Deze dag is al geweest." in woorden(scherm)
    assert [c.status for c in _contacten(plek)] == [ContactStatus.GEPLAND]


def test_a_row_leads_to_the_dossier_and_to_the_slip_of_that_visit(
    toon: Toon, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer
) -> None:
    bezoek = _plan(plek, huishouden_id, DONDERDAG)
    scherm = toon()
    _open(bezoek)
    druk(scherm, "dossier")
    druk(scherm, "afspraak")
    assert wegwijzer.gegaan[0] == ("dossier", huishouden_id)
    naam, laad, over = wegwijzer.gegaan[1]
    assert (naam, over) == ("papier", huishouden_id)
    assert "donderdag 22 april 2027" in gelezen(laad())  # type: ignore[operator]
    assert wegwijzer.genoteerd_bij_papier is not None
    wegwijzer.genoteerd_bij_papier()
    assert _contacten(plek)[0].uitnodiging_datum == plek.vandaag
    assert wegwijzer.terug_van_papier is not None
    wegwijzer.terug_van_papier()
    assert wegwijzer.gegaan[2] == ("agenda", DONDERDAG)


@pytest.mark.eis("RES-14")
def test_the_list_of_the_day_goes_to_paper_without_opening_a_dossier(
    toon: Toon, plek: Werkplek, huishouden_id: UUID, wegwijzer: Wegwijzer
) -> None:
    _plan(plek, huishouden_id, plek.vandaag)
    toon()
    tab_naar("print_dag")
    toets(Qt.Key.Key_Return)
    naam, laad, over = wegwijzer.gegaan[0]
    assert (naam, over) == ("papier", None)
    tekst = gelezen(laad())  # type: ignore[operator]
    assert "Dinsdag 20 april" in tekst
    assert "Anna" not in tekst


# -- other calendars --------------------------------------------------------------------------------------------------


@pytest.fixture
def bestand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that a person chooses in the window of the system."""
    plaats = tmp_path / "agenda.ics"
    for vraag in ("choose_file", "choose_place"):
        monkeypatch.setattr(AgendaScreen, vraag, staticmethod(lambda *_: (str(plaats), "")))
    return plaats


def test_my_agenda_goes_to_a_file_without_names_and_comes_back_as_known(
    toon: Toon, plek: Werkplek, huishouden_id: UUID, bestand: Path, rust: Rust
) -> None:
    _plan(plek, huishouden_id, DONDERDAG)
    scherm = toon()
    druk(scherm, "geef_ics")
    rust()
    geschreven = bestand.read_bytes()
    assert b"SUMMARY:Bezoek A. V." in geschreven
    assert b"Anna" not in geschreven
    assert "Er staan voorletters en kernen in, en geen namen." in woorden(scherm)
    druk(scherm, "neem_ics")
    rust()
    assert "Alles uit dit bestand stond hier al." in woorden(scherm)
    assert len(_contacten(plek)) == 1


def test_a_calendar_of_another_program_is_told_about_in_words(
    toon: Toon, plek: Werkplek, bestand: Path, rust: Rust
) -> None:
    regels = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "DTSTART:20270422T080000Z", "RRULE:FREQ=WEEKLY"]
    regels += ["SUMMARY:teamoverleg", "END:VEVENT", "END:VCALENDAR", ""]
    bestand.write_bytes("\r\n".join(regels).encode())
    scherm = toon()
    druk(scherm, "neem_ics")
    rust()
    # It takes the hour on every Thursday that free hours are looked for.
    assert "Er zijn 9 afspraken overgenomen, zonder namen." in woorden(scherm)
    assert "Wat zich herhaalt, staat er tot en met 19 juni 2027." in woorden(scherm)
    overleg, *_ = _contacten(plek)
    rij = zie(scherm, f"contact_{overleg.id}")
    assert isinstance(rij, ListRow)
    assert rij.accessibleName() == "teamoverleg, 10.00"


def test_what_my_other_calendar_moved_or_called_off_is_told_and_stands_here_so(
    toon: Toon, plek: Werkplek, bestand: Path, rust: Rust
) -> None:
    def lees(begin: str, *regels: str) -> None:
        afspraak = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", f"DTSTART:{begin}", "SUMMARY:teamoverleg", *regels]
        bestand.write_bytes("\r\n".join([*afspraak, "END:VEVENT", "END:VCALENDAR", ""]).encode())
        druk(scherm, "neem_ics")
        rust()

    scherm = toon()
    lees("20270422T100000")
    lees("20270423T110000")
    (overleg,) = _contacten(plek)
    assert (overleg.datum, overleg.tijd_van) == (date(2027, 4, 23), time(11))
    assert "1 stond er al en heeft nu een andere dag, tijd of plek." in woorden(scherm)
    lees("20270423T110000", "STATUS:CANCELLED")
    assert "1 gaat niet door." in woorden(scherm)
    rij = zie(scherm, f"contact_{overleg.id}")
    assert isinstance(rij, ListRow)
    assert rij.accessibleName() == "teamoverleg, gaat niet door, 11.00"
    lees("20270423T110000", "RRULE:FREQ=MONTHLY;BYSETPOS=2;BYDAY=MO")
    assert "Van 1 is niet duidelijk wanneer die zich herhaalt." in woorden(scherm)


def test_a_file_that_is_no_calendar_or_is_gone_changes_nothing(
    toon: Toon, plek: Werkplek, bestand: Path, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    scherm = toon()
    druk(scherm, "neem_ics")
    rust()
    assert "Het lukte niet om het bestand te openen." in woorden(scherm)
    bestand.write_bytes(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    druk(scherm, "neem_ics")
    rust()
    assert [type(fout) for fout in wegwijzer.fouten] == [IcsZonderAfspraken]
    wegwijzer.fouten.clear()
    bestand.unlink()
    bestand.mkdir()
    druk(scherm, "geef_ics")
    rust()
    assert "Het lukte niet om het bestand te maken." in woorden(scherm)
    assert _contacten(plek) == []


def test_who_chooses_no_file_changes_nothing(
    toon: Toon, plek: Werkplek, monkeypatch: pytest.MonkeyPatch, rust: Rust
) -> None:
    for vraag in ("choose_file", "choose_place"):
        monkeypatch.setattr(AgendaScreen, vraag, staticmethod(lambda *_: ("", "")))
    scherm = toon()
    for naam in ("geef_ics", "neem_ics"):
        druk(scherm, naam)
    rust()
    assert _contacten(plek) == []


def test_it_is_usable_at_every_size_of_text(
    toon: Toon, plek: Werkplek, huishouden_id: UUID, theme: Theme, rust: Rust
) -> None:
    bezoek = _plan(plek, huishouden_id, plek.vandaag)
    scherm = toon()
    _open(bezoek)
    druk(scherm, "verzet")
    rust()
    assert bezwaren_op_elke_maat(scherm, theme) == []
