"""Where a service works: the day on the wall, and ids in the order of the clock."""

from datetime import date, datetime, timedelta
from pathlib import Path

from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.services.wijziging import changes_in
from kernnetwerk_app.store.changes import Changes
from tests.factories import SANNE, make_werkplek, nieuwe_melding


def test_day_changes_at_midnight_in_the_netherlands(tmp_path: Path) -> None:
    klok = Klok(datetime(2027, 7, 31, 23, 59, tzinfo=AMSTERDAM))
    plek = make_werkplek(tmp_path, klok)
    assert plek.vandaag == date(2027, 7, 31)
    klok.advance(timedelta(minutes=1))
    assert plek.vandaag == date(2027, 8, 1)


def test_ids_follow_the_clock_of_the_workplace_and_are_never_the_same(tmp_path: Path) -> None:
    klok = Klok(datetime(2027, 4, 20, 9, tzinfo=AMSTERDAM))
    plek = make_werkplek(tmp_path, klok)
    eerst = {plek.new_id() for _ in range(100)}
    klok.advance(timedelta(milliseconds=1))
    assert len(eerst) == 100
    assert max(eerst) < plek.new_id()


def test_worker_at_this_laptop_is_known_to_its_store_and_to_every_record(tmp_path: Path) -> None:
    plek = make_werkplek(tmp_path)
    melding_id = nieuwe_melding(plek).melding_id
    with plek.store.read() as lezer:
        assert lezer.get(Medewerker, SANNE.id) == plek.medewerker
        schrijvers = {kop.user_id for koppen in lezer.koppen(melding_id).values() for kop in koppen}
    assert schrijvers == {SANNE.id}


def test_changes_are_found_wherever_a_service_put_them(tmp_path: Path) -> None:
    plek = make_werkplek(tmp_path)
    opgenomen = nieuwe_melding(plek)
    assert changes_in(opgenomen) is opgenomen.changes
    assert changes_in((opgenomen.melding_id, opgenomen.changes)) is opgenomen.changes
    assert changes_in(opgenomen.changes) is opgenomen.changes
    for niets in (None, "tekst", (1, 2), [opgenomen.changes]):
        assert changes_in(niets) is None
    assert not Changes()
