"""How sending stands follows from the log itself: what waits, what the server refused, and when all of it was there."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.oplog.exchange import Uitslag
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.services import plan, typen, verzending
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, make_werkplek, nieuwe_melding
from tests.services.opzet import begin_dossier, laatste_n


@pytest.fixture
def plek(tmp_path: Path) -> Werkplek:
    """A laptop of which the server has everything so far."""
    plek = make_werkplek(tmp_path)
    _bevestig(plek)
    return plek


def _bevestig(plek: Werkplek) -> None:
    with plek.store.write() as werk:
        werk.set_meta(bevestigd=werk.meta().laatste_n, laatst_verstuurd_ms=1_800_000_000_000)
        werk.commit("sync.ronde")


def test_store_that_never_sent_says_so(tmp_path: Path) -> None:
    stand = verzending.load_stand(make_werkplek(tmp_path))
    assert (stand.laatst, stand.vast, stand.conflicten) == (None, 0, 0)


def test_a_save_waits_once_whatever_it_wrote(plek: Werkplek) -> None:
    assert verzending.load_stand(plek).wachtend == 0
    nieuwe_melding(plek)
    stand = verzending.load_stand(plek)
    assert (stand.wachtend, stand.dossiers) == (1, 1)
    nieuwe_melding(plek)
    stand = verzending.load_stand(plek)
    assert (stand.wachtend, stand.dossiers) == (2, 2)
    _bevestig(plek)
    stand = verzending.load_stand(plek)
    assert (stand.wachtend, stand.dossiers) == (0, 0)
    assert stand.laatst == datetime.fromtimestamp(1_800_000_000, UTC)


def test_saving_what_was_there_already_gives_nothing_to_send(plek: Werkplek) -> None:
    hier = begin_dossier(plek)
    doel = hier.doel()
    _bevestig(plek)
    plan.change(plek, Doel, doel, {}, tekst=hier.plan().doelen[0].doel.tekst)
    typen.seal_all(plek)
    assert verzending.load_stand(plek).wachtend == 0


def test_what_the_server_keeps_apart_is_counted_and_stays(plek: Werkplek) -> None:
    nieuwe_melding(plek)
    n = laatste_n(plek)
    with plek.store.write() as werk:
        werk.mark([Uitslag(n, "quarantaine", "sync.waarde_ongeldig"), Uitslag(n - 1, "dubbel", "")])
        werk.commit("sync.ronde")
    assert verzending.load_stand(plek).vast == 1
    with plek.store.read() as lezer:
        assert [o.id.n for o in lezer.te_versturen(1000)][-1] == n


def test_two_texts_in_one_place_are_counted_once(plek: Werkplek) -> None:
    hier = begin_dossier(plek)
    hier.doel()
    doel = hier.plan().doelen[0].doel.model_copy(update={"tekst": "van haar"})
    with plek.store.write() as werk:
        werk.receive([Operation(OpId(2, 1), 1, JORIS.id, 1, Doel.soort, doel.id, 4, (), encode(doel, 4))])
        werk.commit("sync.ronde")
    assert verzending.load_stand(plek).conflicten == 1
