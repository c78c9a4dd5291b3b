"""The rhythm of one exchange: it ends, it goes on as long as it gets further, and what goes over the line is whole."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session, func, select

from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.oplog.codec import MAX_WAARDE
from kernnetwerk_app.oplog.exchange import MIN_LICHAAM, Antwoordbericht, Lichaamsmaat, read_antwoord, read_verzoek
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.audit import AuditRow
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.sync.errors import GeenVerbinding, HulpNodig
from kernnetwerk_app.sync.http import Http
from kernnetwerk_app.sync.runner import MAX_DROPS, MAX_STIL, Runner
from tests.factories import nieuwe_melding
from tests.sync.rechtstreeks import Kant, Lot, begin_plan, change, log

EEUW = timedelta(days=36_525)


class Herschreven(Http):
    """A server whose answers are changed on their way, as one that runs amok would send them."""

    def __init__(self, echt: Http, **anders: object) -> None:
        super().__init__("http://127.0.0.1")
        self._echt = echt
        self._anders = anders

    def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        self.requests += 1
        status, inhoud = self._echt.post(path, body, headers)
        antwoord: Antwoordbericht = replace(read_antwoord(inhoud), **self._anders)  # type: ignore[arg-type]
        return status, antwoord.to_bytes()


def big_unit(plek: Werkplek, omvang: int) -> None:
    """A value of a unit that only a later version knows, as large as can be."""
    with plek.store.write() as werk:
        werk.keep_typing(Doel.soort, plek.new_id(), 99, bytes(omvang), ())
        werk.seal()
        werk.commit("test.groot")


def test_a_line_that_keeps_breaking_is_used_as_long_as_something_comes_through(sanne: Kant) -> None:
    plek, runner, http = sanne
    for _ in range(12):
        big_unit(plek, 200_000)
    http.lot.extend([Lot.VERZOEK_WEG, Lot.ANTWOORD_WEG, Lot.GOED] * 12)
    verslag = runner.run()
    assert verslag.afgebroken > MAX_DROPS
    with plek.store.read() as lezer:
        assert lezer.verzendstand().wachtend == 0


def test_a_line_that_is_gone_is_left_for_later_and_bodies_become_as_small_as_they_may(sanne: Kant) -> None:
    plek, runner, http = sanne
    nieuwe_melding(plek)
    for _ in range(2):
        http.lot.extend([Lot.VERZOEK_WEG] * MAX_DROPS)
        with pytest.raises(GeenVerbinding):
            runner.run()
        assert not http.lot
    assert runner._maat.doel == MIN_LICHAAM
    runner.run()
    with plek.store.read() as lezer:
        assert lezer.verzendstand().wachtend == 0


def test_the_largest_value_there_may_be_goes_over_the_smallest_body(sanne: Kant, joris: Kant) -> None:
    nieuwe_melding(sanne[0])
    big_unit(sanne[0], MAX_WAARDE)
    nieuwe_melding(sanne[0])
    for _, runner, http in (sanne, joris):
        http.lot.extend([Lot.VERZOEK_WEG] * (MAX_DROPS - 1))
        runner.run()
    assert log(joris[0]) == log(sanne[0])


def test_a_save_larger_than_any_body_comes_through_in_parts(sanne: Kant, joris: Kant) -> None:
    plek = sanne[0]
    with plek.store.write() as werk:
        for _ in range(2):
            nieuw = plek.new_id()
            werk.keep_typing(Doel.soort, nieuw, 99, bytes(MAX_WAARDE), ())
            werk.seal(nieuw, 99)
        werk.commit("test.groot")
    assert len({op.txn for op in log(plek) if op.eenheid == 99}) == 1
    assert sanne[1].run().verstuurd == 2
    joris[1].run()
    assert log(joris[0]) == log(plek)


@pytest.mark.parametrize("doel", [1, 450, 1_500])
def test_no_save_ever_arrives_in_halves_however_small_the_bodies(sanne: Kant, joris: Kant, doel: int) -> None:
    """I15, looked at after each round of the other laptop."""
    for _ in range(2):
        begin_plan(sanne[0])
    heel: dict[int, set[Operation]] = {}
    for operatie in log(sanne[0]):
        if operatie.id.device_no == 1:
            heel.setdefault(operatie.txn, set()).add(operatie)
    rondes = 0

    def look(_: Changes) -> None:
        nonlocal rondes
        rondes += 1
        van_sanne = {op for op in log(joris[0]) if op.id.device_no == 1}
        for opslag in {op.txn for op in van_sanne}:
            assert heel[opslag] <= van_sanne

    for plek, _, http in (sanne, joris):
        runner = Runner(plek.store, http, look if plek is joris[0] else None)
        runner._maat = Lichaamsmaat(doel)
        runner.run()
    assert 1 < rondes <= len(heel)
    assert log(joris[0]) == log(sanne[0])


def test_a_server_that_takes_nothing_is_not_asked_for_ever(sanne: Kant) -> None:
    plek, _, http = sanne
    nieuwe_melding(plek)
    with plek.store.read() as lezer:
        bevestigd = lezer.meta().bevestigd
    vast = Herschreven(http, bevestigd=bevestigd, operaties=())
    with pytest.raises(HulpNodig):
        Runner(plek.store, vast).run()
    assert vast.requests == MAX_STIL
    with plek.store.read() as lezer:
        assert lezer.verzendstand().wachtend == 1


def test_a_server_that_never_says_ready_is_not_asked_for_ever(sanne: Kant) -> None:
    plek, _, http = sanne
    eindeloos = Herschreven(http, klaar=False, operaties=())
    with pytest.raises(HulpNodig):
        Runner(plek.store, eindeloos).run()
    assert eindeloos.requests == MAX_STIL


def test_with_nothing_to_tell_one_small_request_is_enough(sanne: Kant) -> None:
    plek, runner, http = sanne
    with Session(plek.store._reader) as session:
        voor = session.exec(select(func.count()).select_from(AuditRow)).one()
    http.requests = http.bytes_out = http.bytes_in = 0
    runner.run()
    assert http.requests == 1
    assert http.bytes_out + http.bytes_in < 150
    with Session(plek.store._reader) as session:
        assert session.exec(select(func.count()).select_from(AuditRow)).one() == voor + 1


@pytest.mark.parametrize(("van_sanne", "van_joris"), [(0, 0), (-1, 0), (0, 1), (1, -1), (70, -1)])
def test_clocks_centuries_apart_change_nothing_but_the_order_of_display(
    sanne: Kant, joris: Kant, van_sanne: int, van_joris: int
) -> None:
    """I11: what replaces what, what conflicts and what is settled does not depend on any clock."""
    doel_id = begin_plan(sanne[0])
    for kant in (sanne, joris):
        kant[1].run()
    sanne[0].klok.advance(van_sanne * EEUW)
    joris[0].klok.advance(van_joris * EEUW)
    for tekst in ("eerst van Joris", "en nog eens van Joris"):
        change(joris[0], doel_id, tekst)
    for kant in (joris, sanne):
        kant[1].run()
    change(sanne[0], doel_id, "Sanne bovenop die van Joris")
    for kant in (sanne, joris):
        kant[1].run()
        with kant[0].store.read() as lezer:
            assert lezer.get(Doel, doel_id).tekst == "Sanne bovenop die van Joris"
            assert lezer.conflicten() == []
    change(joris[0], doel_id, "tegelijk van Joris")
    change(sanne[0], doel_id, "tegelijk van Sanne")
    for kant in (sanne, joris, sanne):
        kant[1].run()
    for plek, _, _ in (sanne, joris):
        with plek.store.read() as lezer:
            (open_conflict,) = lezer.conflicten()
        assert len(open_conflict.koppen) == 2
    assert log(sanne[0]) == log(joris[0])


def test_a_request_says_how_large_the_answer_may_be_and_what_time_it_is_here(sanne: Kant) -> None:
    gezien: list[bytes] = []

    class Kijker(Http):
        def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:  # noqa: ARG002
            gezien.append(body)
            raise GeenVerbinding

    sanne[0].klok.advance(-EEUW)
    with pytest.raises(GeenVerbinding):
        Runner(sanne[0].store, Kijker("http://127.0.0.1")).run()
    verzoeken = [read_verzoek(body) for body in gezien]
    assert [verzoek.klok_ms for verzoek in verzoeken] == [0] * MAX_DROPS
    assert verzoeken[-1].budget < verzoeken[0].budget
